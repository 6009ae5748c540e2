"""The sheets of what is to be done: to act on, to check, data problems."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.messages.phrases import joined
from homework_check.messages.report import CAUSES
from homework_check.messages.report_sheets import COLUMNS, SHEETS
from homework_check.messages.rulebook import SEVERITIES
from homework_check.reporters.changes import change_of, gone_findings
from homework_check.reporters.text.findings import alike
from homework_check.reporters.text.open import advice, problem, why
from homework_check.reporters.xlsx.answers import Answers, answers_of
from homework_check.reporters.xlsx.missing import is_missing
from homework_check.reporters.xlsx.rules import rule_cell
from homework_check.reporters.xlsx.sheet import Cell, Look, Sheet, by_hand
from homework_check.reporters.xlsx.told import (
    column,
    contributions,
    unit_of,
    when,
    where,
    who,
    who_columns,
)
from homework_check.text import same

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from homework_check.report import Finding
    from homework_check.reporters.page import Page
    from homework_check.reporters.parts import Item, Parts
    from homework_check.reporters.xlsx.sheet import Column, Row

_MOST_VALUES = 10


def todo_sheet(page: Page, parts: Parts) -> Sheet:
    """Everything that is not met, then the reminders: a list to put right by.

    Below stands what an earlier report tells of and this one does not. What a school answered in
    a marked copy is its check.
    """
    answers = answers_of(page.report)
    columns = (
        *who_columns(page, compared=True), column(page, "class"),
        column(page, "date", "date"), column(page, "weekday"),
        column(page, "problem"), column(page, "message", widest=26),
        *(column(page, name, "number") for name in ("measured", "limit", "excess")),
        column(page, "unit"), column(page, "counted", widest=26),
        column(page, "advice", widest=26), column(page, "cells", widest=14),
        column(page, "sheet", widest=12), column(page, "file", widest=18),
        column(page, "rule", widest=28),
        column(page, "severity"), *_by_hand(page, "checked", "measure", "person", "deadline",
                                            "second"),
    )  # fmt: skip
    reminders = [finding for group in parts.reminders for finding in group]
    rows = [
        _todo_row(page, answers, number, finding, change_of(page, (finding,)))
        for number, finding in enumerate((*parts.todo, *reminders), 1)
    ]
    rows += [
        _todo_row(page, answers, number, finding, change, is_gone=True)
        for number, (finding, change) in enumerate(gone_findings(page), len(rows) + 1)
    ]
    frozen = len(who_columns(page, compared=True))
    return Sheet(page.say(SHEETS["todo"]), columns, rows, frozen=frozen)


def _todo_row(  # noqa: PLR0913  a row in all its parts
    page: Page,
    answers: Answers,
    number: int,
    finding: Finding,
    change: str,
    *,
    is_gone: bool = False,
) -> Row:
    """A row of the list; of what is gone there is no advice, and the cells may have moved."""
    excess = Cell(finding.excess, Look.BROKEN if finding.excess and not is_gone else Look.PLAIN)
    counted = (contributions(page, finding), finding.hint[page.lang],
               *where(page, finding.locations))  # fmt: skip
    return [
        *who(page, number, finding.school, change), page.class_of(finding),
        *when(page, finding.date), finding.short[page.lang], finding.message[page.lang],
        finding.measured, finding.limit, excess, unit_of(page, finding),
        *([None] * len(counted) if is_gone else counted), rule_cell(page, finding.rule),
        page.say(SEVERITIES[finding.severity]), answers.to((finding,)), *[None] * 4,
    ]  # fmt: skip


def open_sheet(page: Page, parts: Parts) -> Sheet:
    """A row for everything that cannot be judged yet."""
    columns = (
        *who_columns(page, compared=True), column(page, "class"),
        column(page, "date", "date"), column(page, "weekday"),
        column(page, "why", widest=24), column(page, "message", widest=26),
        *(column(page, name, "number") for name in ("known", "greatest", "limit")),
        column(page, "unit"), column(page, "to-complete", widest=14),
        column(page, "sheet", widest=12), column(page, "file", widest=18),
        column(page, "advice", widest=30), column(page, "rule", widest=28),
        *_by_hand(page, "answer", "outcome"),
    )  # fmt: skip
    answers = answers_of(page.report)
    rows = [
        [*who(page, number, item.school, change_of(page, item.findings)), *row,
         answers.to(item.findings), None]
        for number, (item, row) in enumerate(_open_rows(page, parts), 1)
    ]  # fmt: skip
    frozen = len(who_columns(page, compared=True))
    return Sheet(page.say(SHEETS["open"]), columns, rows, frozen=frozen)


def data_sheet(page: Page, parts: Parts) -> Sheet:
    """What reading found and what changes no verdict; alike findings of a school in one row."""
    columns = (
        *who_columns(page), column(page, "problem"), column(page, "message", widest=50),
        column(page, "value"), column(page, "count", "number"), column(page, "advice"),
        column(page, "cells", widest=20), column(page, "sheet", widest=16),
        column(page, "file", widest=20),
    )  # fmt: skip
    rows = [
        [
            *who(page, number, group[0].school), group[0].short[page.lang],
            alike(page, group), _values(page, group), sum(f.count for f in group),
            group[0].hint[page.lang], *where(page, [at for f in group for at in f.locations]),
        ]
        for number, group in enumerate(parts.data, 1)
    ]  # fmt: skip
    return Sheet(page.say(SHEETS["data"]), columns, rows, frozen=len(who_columns(page)))


def _values(page: Page, group: Sequence[Finding]) -> str | None:
    """What the cells of findings alike say, each once."""
    values = dict.fromkeys(same(finding.value) for finding in group if finding.value)
    return page.say(joined([*values][:_MOST_VALUES])) or None


def open_rows(item: Item) -> int:
    """How many rows of the sheet an open item has."""
    if is_missing(item):
        return 0
    return 1 if item.about == "alike" else len(item.findings)


def _open_rows(page: Page, parts: Parts) -> Iterator[tuple[Item, Row]]:
    """A row a class-day, also of those that lack the same column; findings alike in one."""
    for item in parts.open:
        if is_missing(item):
            continue
        if item.about == "alike":
            yield item, _reading_row(page, item)
            continue
        for unit in item.units or (item,):
            yield unit, _unit_row(page, unit)


def _unit_row(page: Page, item: Item) -> Row:
    finding = item.findings[0]
    cause = page.say(CAUSES[finding.cause]) if finding.cause in CAUSES else problem(page, item)
    reasons = problem(page, item) if item.reasons else cause
    missing = [at for reason in item.reasons for at in reason.locations] or finding.locations
    return [
        page.class_of(finding), *when(page, finding.date), Cell(reasons, Look.UNDECIDED),
        why(page, finding), finding.measured, finding.greatest, finding.limit,
        unit_of(page, finding), *where(page, missing), advice(page, item),
        rule_cell(page, finding.rule),
    ]  # fmt: skip


def _reading_row(page: Page, item: Item) -> Row:
    first = item.findings[0]
    places = [at for finding in item.findings for at in finding.locations]
    return [
        page.class_of(first), *when(page, first.date),
        Cell(first.short[page.lang], Look.UNDECIDED), alike(page, item.findings),
        first.measured, first.greatest, first.limit, unit_of(page, first),
        *where(page, places), first.hint[page.lang], None,
    ]  # fmt: skip


def _by_hand(page: Page, *names: str) -> tuple[Column, ...]:
    return by_hand(*(page.say(COLUMNS[name]) for name in names))
