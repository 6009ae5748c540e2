"""Totals under the days or beside the classes of a matrix, compared with what they span."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import replace
from functools import reduce
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from homework_check.model import Amount, Location, Remark
from homework_check.normalise.body import as_written
from homework_check.normalise.fields.sums import Sums
from homework_check.normalise.values import (
    Outcome,
    clean,
    is_breakdown,
    is_mean,
    is_total_row,
    read_minutes,
)
from homework_check.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from homework_check.model import Entry
    from homework_check.normalise.matrices.grids import Grid
    from homework_check.normalise.values import Unit
    from homework_check.table import Table
    from homework_check.workbook import CellValue

K = TypeVar("K")


class _Column:
    """Entries that a total may span, from the first on; what they add up to is worked out once."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries
        works = (entry.work for entry in entries)
        self._sums = [*accumulate(works, Sums.plus, initial=Sums())]

    def span(self, end: int | None = None) -> _Span:
        """The entries before the one at `end`; None: all."""
        end = len(self.entries) if end is None else end
        return _Span(self, 0, end, self._sums[end], self._sums[end])

    def above(self, row: int, since: int) -> _Span:
        """The entries above a row of Excel, those from row `since` on being the nearest."""
        start, end = (bisect_left(self.entries, at, key=_row_of) for at in (since, row))
        works = (entry.work for entry in self.entries[start:end])
        return self.span(end)._replace(start=start, near=reduce(Sums.plus, works, Sums()))


def _row_of(entry: Entry) -> int:
    return entry.row


class _Span(NamedTuple):
    """The first `end` entries of a column, which a total spans, and their sums.

    `near` are the sums of those behind the total before, from `start` on: it may span them alone.
    """

    of: _Column
    start: int
    end: int
    sums: Sums
    near: Sums


_NONE = _Column(())
_OF_WRITTEN = late_pattern("(?<!非)书面|笔头")
_OF_OTHERS = late_pattern("非书面|口头|实践|阅读")


def compare_sums(
    table: Table, grid: Grid, entries: Sequence[Entry], unit: Unit
) -> Iterator[Remark]:
    """Totals that equal neither the sum of what they span nor of its written part."""
    for cell, label, value, span in _totals(grid, [e for e in entries if e.work.reported]):
        stated = Outcome.UNREAD if value == "" else read_minutes(value, unit)
        if not span.end or None in span.sums or not isinstance(stated, Amount):
            continue
        is_written, is_other = (pattern.search(label) for pattern in (_OF_WRITTEN, _OF_OTHERS))
        if is_other and not is_written:
            continue
        is_written = None if is_other else is_written
        near, whole = (sums[1:] if is_written else sums for sums in (span.near, span.sums))
        if stated.low not in {*near, *whole}:
            where = Location(table.source, table.sheet, cell)
            case, total = ("written", near[-1]) if is_written else ("", near[0])
            told = (("value", clean(value)), ("sum", str(total)))
            yield Remark("total-mismatch", case, told, (where,), "minutes", clean(value))


def with_confirmed(grid: Grid, entries: Sequence[Entry], unit: Unit) -> list[Entry]:
    """The entries; what may be none is work where a total beside or below it has it in."""
    confirmed: dict[_Column, int] = {}
    doubtful = [entry for entry in entries if entry.work.maybe_none]
    for _, _, value, span in _totals(grid, entries) if doubtful else ():
        stated = Outcome.UNREAD if value == "" else read_minutes(value, unit)
        total = span.sums.all
        if total is not None and stated == Amount(total, total):
            confirmed[span.of] = max(span.end, confirmed.get(span.of, 0))
    sure = {id(entry) for column, end in confirmed.items() for entry in column.entries[:end]}
    return [
        entry._replace(work=replace(entry.work, maybe_none=False))
        if entry.work.maybe_none and id(entry) in sure
        else entry
        for entry in entries
    ]


def with_doubted(grid: Grid, entries: Sequence[Entry], unit: Unit) -> list[Entry]:
    """The entries; what is of no known subject may be none where a total leaves it out."""
    labels = [row.label or column.label for row in grid.rows for column in grid.columns]
    unknown = {label.subject for label in labels if label and not label.is_subject}
    doubted: set[int] = set()
    for _, _, value, span in _totals(grid, entries) if unknown else ():
        own = span.of.entries[span.start : span.end]
        known = [entry.work for entry in own if entry.work.subject not in unknown]
        total = reduce(Sums.plus, known, Sums()).all
        stated = Outcome.UNREAD if value == "" else read_minutes(value, unit)
        if total is None or not known or total == span.near.all:
            continue
        if stated == Amount(total, total):
            doubted |= {id(entry) for entry in own if entry.work.subject in unknown}
    return [
        entry._replace(work=replace(entry.work, maybe_none=True)) if id(entry) in doubted else entry
        for entry in entries
    ]


def _totals(grid: Grid, entries: Sequence[Entry]) -> Iterator[tuple[str, str, CellValue, _Span]]:
    """The cell of each total, its label, its value and the entries it spans."""
    body, header = grid.body, grid.header
    if "subject" in header.keys:
        of_columns = _grouped(entries, lambda entry: entry.work.column)
        for row, since, label in _total_rows(grid):
            if not (is_mean(label) or is_breakdown(label)):
                for column in grid.columns:
                    box = column.box
                    index = box.content if box.minutes is None else box.minutes
                    value = "" if index is None else body.columns[index][row - body.first_row]
                    own = of_columns.get(column.letter, _NONE)
                    yield f"{column.letter}{row}", label, value, own.above(row, since)
    elif header.across == "subjects":
        subjects = {box.text for box in header.boxes}
        of_rows = _grouped(entries, lambda entry: entry.row)
        for index, text in enumerate(map(as_written, header.texts)):
            if text not in subjects and is_total_row(text) and not is_mean(text):
                for head in grid.rows:
                    row = body.row(head.at)
                    beside = of_rows.get(row, _NONE)
                    # 语文合计 is of one subject alone.
                    named = [e for e in beside.entries if e.work.subject and e.work.subject in text]
                    value = body.columns[index][head.at]
                    span = _Column(named).span() if named else beside.span()
                    yield f"{body.letter(index)}{row}", text, value, span


def _total_rows(grid: Grid) -> Iterator[tuple[int, int, str]]:
    """The rows of totals, each with the first row behind the total before, and its label.

    Several below each other are of the same rows.
    """
    keys = [grid.body.columns[index] for index in grid.header.keys.values()]
    rows = [grid.body.row(head.at) for head in grid.rows]
    since = last = grid.body.first_row
    for row in sorted(row for row, reason in grid.left_out if reason == "total"):
        since = last if bisect_left(rows, last) < bisect_left(rows, row) else since
        last = row + 1
        labels = [str(column[row - grid.body.first_row]) for column in keys]
        yield row, since, next(filter(is_total_row, labels), "".join(labels))


def _grouped(entries: Iterable[Entry], get: Callable[[Entry], K]) -> dict[K, _Column]:
    """Entries by what each of them has, in their order."""
    groups: defaultdict[K, list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[get(entry)].append(entry)
    return {key: _Column(group) for key, group in groups.items()}
