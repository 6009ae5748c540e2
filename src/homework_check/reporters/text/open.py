"""What is open in a terminal report, grouped by cause."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from homework_check.messages import lines as say
from homework_check.messages import phrases
from homework_check.messages.report import CAUSES, COLUMNS, amount, counted
from homework_check.messages.words import LIST, SENTENCES
from homework_check.messages.wrapping import cells, pad
from homework_check.reporters.lines import Column, Line, Span, paragraph, plain, table
from homework_check.reporters.page import day_of
from homework_check.reporters.text.days import days_rows, days_title, days_why
from homework_check.reporters.text.findings import (
    alike,
    changed,
    labelled,
    more_lines,
    number_indent,
    numbered,
    school_heading,
)
from homework_check.reporters.text.submissions import unreported_rows, unreported_title
from homework_check.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from homework_check.model import Location, School
    from homework_check.report import Finding
    from homework_check.reporters.page import Page
    from homework_check.reporters.parts import Group, Item
    from homework_check.table import Table

_MOST_HEADERS = 8
_TOLD_IN_WORDS = frozenset(
    {
        *("days-off", "entries-choice", "entries-form", "entries-place", "entries-versions"),
        *("implausible", "readings", "summer", "unnamed", "versions"),
    }
)


def open_lines(page: Page, items: Sequence[Item], before: int) -> list[Line]:
    """List what is open; its numbers go on after the `before` items above it."""
    shown = items[: max(page.view.max_findings - before, 0)]
    units = [(n, item) for n, item in enumerate(shown, before + 1) if item.about == "unit"]
    rows = [_unit_row(page, number, item) for number, item in units]
    columns = [Column(), Column(flexible=True), Column(), Column(wraps=True)]
    laid = dict(zip((n for n, _ in units), table(columns, rows, page.width)[1:], strict=True))
    many = counted(len(items), "item")
    lines = [plain(page.say(say.OPEN, items=many, n=len(items)), "heading")]
    numbers = enumerate(shown, before + 1)
    for school, group in groupby(numbers, key=lambda pair: pair[1].school):
        lines += school_heading(page, school)
        for number, item in group:
            lines += _item_lines(page, number, item, laid.get(number, []))
    return [*lines, *more_lines(page, len(shown), len(items), before)]


def _item_lines(page: Page, number: int, item: Item, row: list[Line]) -> list[Line]:
    if item.about == "unit":
        return [*row, *_unit_details(page, item), *changed(page, item.findings)]
    if item.about == "column":
        lines = _column_lines(page, number, item)
    elif item.about == "unreported":
        rows = unreported_rows(page, item)
        lines = _day_lines(page, number, unreported_title(page, item), rows)
        lines += labelled(page, "advice", item.findings[0].hint[page.lang])
    elif item.about == "days":
        lines = _day_lines(page, number, days_title(page, item), days_rows(page, item))
        lines += labelled(page, "why", days_why(page, item))
        lines += labelled(page, "advice", advice(page, item))
    else:
        lines = _alike_lines(page, number, item.findings)
    return [*lines, *changed(page, item.findings)]


def _unit_row(page: Page, number: int, item: Item) -> list[Span]:
    finding = item.findings[0]
    text = pad(str(number), cells(page.say(COLUMNS["number"])))
    day = day_of(finding, page.lang)
    return [Span(text), Span(page.class_of(finding)), Span(day), Span(problem(page, item))]


def problem(page: Page, item: Item) -> str:
    """Say in a few words what keeps a unit open: 数学没有填时长（H44）."""
    finding = item.findings[0]
    if item.reasons:
        alike: dict[tuple[Text, str | None], list[Location]] = {}
        for reason in item.reasons:
            alike.setdefault((reason.short, reason.value), []).extend(_of_subject(reason))
        texts = [
            _flaw(page, short, locations, finding.school, value)
            for (short, value), locations in alike.items()
        ]
        return ("、" if page.lang == "zh" else "; ").join(texts)
    cause = CAUSES.get(finding.cause or "", finding.short)
    blank = [at for at in finding.locations if at.minutes is None]
    if finding.cause in {"minutes", "maybe-none"} and blank:
        return _flaw(page, cause, blank, finding.school)
    return page.say(cause)


def _of_subject(reason: Finding) -> list[Location]:
    return [at._replace(subject=at.subject or reason.subject) for at in reason.locations]


def _flaw(
    page: Page,
    what: Text,
    locations: Sequence[Location],
    school: School | None,
    value: str | None = None,
) -> str:
    """A flaw with its subjects, its cells and what is in them."""
    subjects = dict.fromkeys(phrases.subject(at.subject) for at in locations if at.subject)
    names = phrases.joined(list(subjects))
    where = page.cells(locations, school)
    quoted = Text(f"“{value}”", f' "{value}"') if value else Text("", "")
    template = say.FLAW if subjects else say.FLAW_WITHOUT_SUBJECT
    return page.say(template, names=names, what=what, where=where, value=quoted)


def _unit_details(page: Page, item: Item) -> list[Line]:
    return [
        *labelled(page, "why", why(page, item.findings[0])),
        *labelled(page, "advice", advice(page, item)),
    ]


def advice(page: Page, item: Item) -> str:
    """Say what to do about an open unit: about the reasons, where they are all known."""
    finding = item.findings[0]
    reasons = () if finding.cause == "mixed" else item.reasons
    hints = dict.fromkeys(r.hint[page.lang] for r in reasons)
    return SENTENCES[page.lang].join(hints or [finding.hint[page.lang]])


def why(page: Page, finding: Finding) -> str:
    """Say what is known and what the limit is; the whole message where no numbers explain it."""
    if finding.measured is None or finding.limit is None or finding.cause in _TOLD_IN_WORDS:
        return finding.message[page.lang]
    low, limit = (
        amount(phrases.number(v), finding.unit) for v in (finding.measured, finding.limit)
    )
    if finding.greatest is None:
        return page.say(say.KNOWN, low=low, limit=limit)
    high = amount(phrases.number(finding.greatest), finding.unit)
    return page.say(say.BETWEEN, low=low, high=high, limit=limit)


def _alike_lines(page: Page, number: int, group: Group) -> list[Line]:
    text = alike(page, group)
    lines = paragraph(text, page.width, number_indent(page), numbered(page, number))
    return [*lines, *labelled(page, "advice", group[0].hint[page.lang])]


def _column_lines(page: Page, number: int, item: Item) -> list[Line]:
    """Tell of a missing column once, with the class-days that depend on it."""
    class_days = counted(len(item.findings), "class-day")
    text = page.say(
        say.MISSING[item.field], class_days=class_days, header=header(page, item.findings[0])
    )
    lines = paragraph(text, page.width, number_indent(page), numbered(page, number))
    if item.field != "minutes":
        lines += _dependent(page, item.findings)
    return [*lines, *labelled(page, "advice", page.say(say.MISSING_HINT[item.field]))]


def _day_lines(page: Page, number: int, title: str, rows: Iterable[tuple[str, str]]) -> list[Line]:
    """Tell of days of the classes of a school, a line a class."""
    lines = paragraph(title, page.width, number_indent(page), numbered(page, number))
    columns = [Column(flexible=True), Column(wraps=True)]
    spans = [[Span(cls), Span(days)] for cls, days in rows]
    laid = table(columns, spans, page.width, number_indent(page))[1:]
    return [*lines, *(line for row in laid for line in row)]


def _dependent(page: Page, group: Group) -> list[Line]:
    shown = group[: page.view.max_findings]
    columns = [
        Column(page.say(COLUMNS["class"]), flexible=True),
        Column(page.say(COLUMNS["date"])),
        *(Column(page.say(COLUMNS[name]), right=True) for name in ("all", "limit")),
        Column(page.say(COLUMNS["cells"]), wraps=True),
    ]
    rows = [dependent_row(page, finding) for finding in shown]
    laid = table(columns, rows, page.width, number_indent(page))
    return [line for lines in laid for line in lines] + more_lines(page, len(shown), len(group))


def dependent_row(page: Page, finding: Finding) -> list[Span]:
    """A class-day that depends on a missing column: class, day, all work, limit, cells."""
    sizes = [
        amount(phrases.number(value), finding.unit)[page.lang] if value is not None else "-"
        for value in (finding.greatest, finding.limit)
    ]
    where = page.cells(finding.locations, finding.school)
    return [
        Span(page.class_of(finding)),
        Span(day_of(finding, page.lang)),
        *(Span(size) for size in sizes),
        Span(where),
    ]


def header(page: Page, finding: Finding) -> str:
    """The header as it was read, so that a column under another name can be spotted."""
    table_ = _table_of(page, finding)
    if table_ is None or not table_.header_rows:
        return ""
    texts = [phrases.quote(use.header) for use in table_.columns if use.header][:_MOST_HEADERS]
    headers = LIST[page.lang].join(texts)
    return page.say(say.HEADER, row=table_.header_rows[-1], headers=headers)


def _table_of(page: Page, finding: Finding) -> Table | None:
    at = finding.locations[0]
    tables = (
        table_
        for log in page.report.logs
        if log.path == at.source
        for sheet in log.sheets
        for table_ in sheet.tables
        if table_.sheet == at.sheet
    )
    return next(tables, None)
