"""What has to be put into the marked copy of each source."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from homework_check.marked.comments import (
    comment,
    items,
    most_pressing,
    note_at_fault,
    note_counted,
)
from homework_check.marked.told import all_told
from homework_check.messages import marked as say
from homework_check.messages import phrases
from homework_check.messages.findings import READING
from homework_check.reporters.page import Page, sizes
from homework_check.reporters.parts import divide
from homework_check.reporters.view import View
from homework_check.text import same
from homework_check.workbook import EXCEL_CELL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from homework_check.log import Log
    from homework_check.marked.comments import Note
    from homework_check.marked.told import Level, Told
    from homework_check.model import Location
    from homework_check.report import Finding, Report
    from homework_check.text import Lang

_CELL: Final = re.compile(EXCEL_CELL)
_MOST_CELLS: Final = 100


class SourceCell(NamedTuple):
    """A cell of a source. `sheet` empty or None: it has only one, without a name."""

    sheet: str | None
    cell: str


class Mark(NamedTuple):
    """What is put at a cell: a comment, and the look of its level; None: it only counts along."""

    place: SourceCell
    level: Level | None
    comment: str


class Row(NamedTuple):
    """A row of the list. `place` None: it is about no cell."""

    level: Level
    who: str
    day: date | None
    problem: str
    cells: str
    place: SourceCell | None
    reported: str
    limit: str
    over: str
    counted: str
    advice: str


class Marking(NamedTuple):
    """All that a marked copy gets; `sha256` tells whether the source is still as it was read."""

    source: str
    format: str | None
    sha256: str | None
    marks: tuple[Mark, ...]
    rows: tuple[Row, ...]


def markings(report: Report, lang: Lang) -> dict[str, Marking]:
    """Give what is to be marked in each source that holds a log, by its path.

    Sources are left out in which there is nothing to look at.
    """
    page = Page(report, lang, View())
    by_source: dict[str, list[Told]] = defaultdict(list)
    for told in all_told(page, divide(report)):
        for source in dict.fromkeys(at.source for at in told.locations):
            by_source[source].append(told)
    logs = {log.path: log for log in report.logs if any(log.parts)}
    return {
        source: _marking(page, logs[source], tolds)
        for source, tolds in by_source.items()
        if source in logs and any(_is_for_the_school(told, source) for told in tolds)
    }


def _is_for_the_school(told: Told, source: str) -> bool:
    """Whether a finding alone is worth a copy: what changes no verdict is, if it has a cell."""
    decides = told.level != "reminder" or told.finding.rule not in READING
    return decides or any(_is_cell_of(at, source) for at in told.at_fault)


def _marking(page: Page, log: Log, tolds: Sequence[Told]) -> Marking:
    notes: dict[SourceCell, list[Note]] = defaultdict(list)
    for told in tolds:
        for at, note in _notes(page, told, log.path):
            notes[SourceCell(at.sheet, at.cell or "")].append(note)
    marks = (
        Mark(place, most_pressing(told), comment(told, page.lang)) for place, told in notes.items()
    )
    several = len({one.school for part in log.parts for one in part.classes}) > 1
    rows = (_row(page, told, log, with_school=several) for told in tolds)
    return Marking(log.path, log.format, log.sha256, tuple(marks), tuple(rows))


def _notes(page: Page, told: Told, source: str) -> Iterator[tuple[Location, Note]]:
    """What is told at the cells of one source, each cell once."""
    at_fault = _cells_of(told.at_fault, source)
    counted = _cells_of(told.counted, source)
    if told.is_sum:
        at_fault, counted = at_fault[:1], at_fault[1:]
    for at in at_fault:
        yield at, note_at_fault(page, told, at)
    for at in counted:
        yield at, note_counted(page, told, at, (*at_fault, *told.at_fault)[0])


def _cells_of(locations: Sequence[Location], source: str) -> list[Location]:
    return list({at[:3]: at for at in locations if _is_cell_of(at, source)}.values())


def _is_cell_of(at: Location, source: str) -> bool:
    return at.source == source and bool(at.cell and _CELL.fullmatch(at.cell))


def _value(finding: Finding, lang: Lang) -> str:
    value = finding.value or ""
    return say.ANSWERS[value][lang] if value in say.ANSWERS else value


def _row(page: Page, told: Told, log: Log, *, with_school: bool) -> Row:
    finding = told.finding
    here = _cells_of(told.at_fault, log.path) or _cells_of(told.counted, log.path)
    several = sum(bool(sheet.tables) for sheet in log.sheets) > 1
    cells = phrases.cells(here, phrases.Prefix(sheet=several), most=_MOST_CELLS)[page.lang]
    school = page.school(finding.school) if with_school and finding.school else ""
    is_limited = finding.limit is not None
    reported, limit, over = (size[page.lang] if is_limited else "" for size in sizes(finding))
    is_counted = is_limited and (finding.unit != "minutes" or len(finding.locations) > 1)
    with_minutes = finding.unit == "minutes"
    counted = items(here[0], finding.locations, with_minutes=with_minutes) if here else same("")
    return Row(
        told.level,
        " ".join(filter(None, (school, page.class_of(finding)))),
        finding.date,
        told.problem,
        cells,
        SourceCell(here[0].sheet, here[0].cell or "") if here else None,
        # That nothing is known is said by the problem.
        (finding.measured and reported) or _value(finding, page.lang),
        limit,
        over,
        counted[page.lang] if is_counted else "",
        told.advice[0],
    )
