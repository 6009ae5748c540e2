"""What is to be done and what is open, as values for the page."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from homework_check.messages import lines as say
from homework_check.messages import phrases
from homework_check.messages.findings import SHORT
from homework_check.messages.report import COLUMNS, counted
from homework_check.model import Verdict
from homework_check.reporters.changes import change_of
from homework_check.reporters.html.context import Context, context_of, entries_of, too_many
from homework_check.reporters.page import day_of
from homework_check.reporters.parts import causes_of
from homework_check.reporters.text.days import days_rows, days_title, days_why
from homework_check.reporters.text.findings import alike
from homework_check.reporters.text.open import advice, dependent_row, problem, why
from homework_check.reporters.text.submissions import unreported_rows, unreported_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from homework_check.model import Entry, School
    from homework_check.report import Finding
    from homework_check.reporters.html.anchors import Anchors
    from homework_check.reporters.html.context import Address
    from homework_check.reporters.page import Page
    from homework_check.reporters.parts import Item


class Block(NamedTuple):
    """An item of the page; its grade and rule are what it is filtered by.

    `context` None: what counts is not known to the page, or too much to be shown. `change` is
    what has become of the item since an earlier report, blank if there is none.
    """

    anchor: str
    grade: str
    rule: str
    title: str
    text: str
    advice: str
    context: Context | None = None
    change: str = ""


class Group(NamedTuple):
    """Items under one heading; county, school and verdict are what all are filtered by."""

    heading: str
    county: str
    school: str
    verdict: str
    blocks: tuple[Block, ...]


def todo_groups(page: Page, findings: Sequence[Finding], anchors: Anchors) -> Iterator[Group]:
    """Everything that is not met, a group a school; in context, unless there is too much of it."""
    entries = None if too_many(findings) else entries_of(page, findings)
    for school, group in groupby(findings, key=lambda finding: finding.school):
        blocks = tuple(_todo(page, finding, anchors, entries) for finding in group)
        yield Group(page.heading(school), *school_keys(page, school), Verdict.BROKEN.value, blocks)


def open_groups(page: Page, items: Sequence[Item], anchors: Anchors) -> Iterator[Group]:
    """What is open, with what would settle it, a group a cause and school."""
    causes: dict[str, dict[School | None, list[Item]]] = {}
    for item in items:
        cause = phrases.joined(causes_of(item))[page.lang]
        causes.setdefault(cause, {}).setdefault(item.school, []).append(item)
    for cause, schools in causes.items():
        for school, group in schools.items():
            heading = f"{cause} · {page.heading(school)}" if school and page.several else cause
            blocks = tuple(
                _open(page, item, anchors)._replace(change=change_of(page, item.findings))
                for item in group
            )
            keys = school_keys(page, school)
            yield Group(heading, *keys, Verdict.UNDECIDED.value, blocks)


def school_keys(page: Page, school: School | None) -> tuple[str, str]:
    """By what a school is filtered: its county and its name."""
    if school is None:
        return "", ""
    return phrases.inert(school.county or ""), page.school(school)


def _todo(
    page: Page, finding: Finding, anchors: Anchors, entries: Mapping[Address, Entry] | None
) -> Block:
    context = None if entries is None else context_of(page, finding, entries)
    title = f"{_unit(page, finding)} {finding.short[page.lang]}".strip()
    text, hint = finding.message[page.lang], finding.hint[page.lang]
    change = change_of(page, (finding,))
    return Block(*_keys(page, (finding,), anchors), title, text, hint, context, change)


def _open(page: Page, item: Item, anchors: Anchors) -> Block:
    finding = item.findings[0]
    keys = _keys(page, item.findings, anchors)
    if item.about == "unit":
        title = f"{_unit(page, finding)} {problem(page, item)}"
        return Block(*keys, title, why(page, finding), advice(page, item))
    if item.about == "alike":
        title = finding.short[page.lang]
        return Block(*keys, title, alike(page, item.findings), finding.hint[page.lang])
    comma, gap = ("、", "：") if page.lang == "zh" else ("; ", ": ")
    if item.about == "unreported":
        text = comma.join(f"{cls} {days}" for cls, days in unreported_rows(page, item))
        return Block(*keys, unreported_title(page, item), text, finding.hint[page.lang])
    if item.about == "days":
        text = comma.join(f"{cls} {days}" for cls, days in days_rows(page, item))
        text = f"{text}{gap}{days_why(page, item)}"
        return Block(*keys, days_title(page, item), text, advice(page, item))
    days = counted(len(item.findings), "class-day")
    text = page.say(say.MISSING[item.field], class_days=days, header="")
    title = f"{page.say(SHORT['missing-field'])}{gap}{page.say(phrases.field_name(item.field))}"
    hint = page.say(say.MISSING_HINT[item.field])
    if item.field == "minutes":
        listed = comma.join(_unit(page, f) for f in item.findings)
        return Block(*keys, title, f"{text} {listed}", hint)
    return Block(*keys, title, text, hint, _dependent(page, item.findings))


def _dependent(page: Page, findings: Sequence[Finding]) -> Context:
    """The class-days that depend on a missing column, with the cells to complete."""
    heads = tuple(page.say(COLUMNS[name]) for name in ("class", "date", "all", "limit", "cells"))
    rows = tuple(tuple(span.text for span in dependent_row(page, f)) for f in findings)
    return Context(heads, rows, "")


def _keys(page: Page, findings: Sequence[Finding], anchors: Anchors) -> tuple[str, str, str]:
    first = findings[0]
    grades = {finding.grade for finding in findings}
    grade = phrases.grade_name(first.grade)[page.lang] if first.grade and len(grades) == 1 else ""
    return anchors.of(*findings), grade, first.rule


def _unit(page: Page, finding: Finding) -> str:
    return " ".join(filter(None, [page.class_of(finding), day_of(finding, page.lang)]))
