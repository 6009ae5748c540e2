"""Totals under the days or beside the classes of a matrix, compared with what they span."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

from homework_check.model import Amount, Form, Location, Remark
from homework_check.normalise.body import as_written
from homework_check.normalise.values import (
    Outcome,
    clean,
    is_breakdown,
    is_mean,
    is_total_row,
    read_minutes,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from homework_check.model import Entry, Table
    from homework_check.normalise.matrices.grids import Grid
    from homework_check.normalise.values import Unit
    from homework_check.workbook import CellValue

K = TypeVar("K")


def compare_sums(
    table: Table, grid: Grid, entries: Sequence[Entry], unit: Unit
) -> Iterator[Remark]:
    """Totals that equal neither the sum of what they span nor of its written part."""
    for cell, value, spanned in _totals(grid, [e for e in entries if e.work.reported]):
        stated = Outcome.UNREAD if value == "" else read_minutes(value, unit)
        sums = [
            sum(entry.minutes.low for entry in span)
            for span in (spanned, [e for e in spanned if e.work.form is Form.WRITTEN])
        ]
        exact = all(entry.minutes.low == entry.minutes.high for entry in spanned)
        if spanned and exact and isinstance(stated, Amount) and stated.low not in sums:
            where = Location(table.source, table.sheet, cell)
            told = (("value", clean(value)), ("sum", str(sums[0])))
            yield Remark("total-mismatch", "", told, (where,), "minutes", clean(value))


def _totals(
    grid: Grid, entries: Sequence[Entry]
) -> Iterator[tuple[str, CellValue, Sequence[Entry]]]:
    """The cell of each total, its value and the entries it spans."""
    body, header = grid.body, grid.header
    if "subject" in header.keys:
        of_columns = _grouped(entries, lambda entry: entry.work.column)
        for row, reason in grid.left_out:
            label = body.columns[header.keys["subject"]][row - body.first_row]
            if reason == "total" and not (is_mean(str(label)) or is_breakdown(str(label))):
                for column in grid.columns:
                    box = column.box
                    index = box.content if box.minutes is None else box.minutes
                    value = "" if index is None else body.columns[index][row - body.first_row]
                    own = [e for e in of_columns.get(column.letter, ()) if e.row < row]
                    yield f"{column.letter}{row}", value, own
    elif header.across == "subjects":
        subjects = {box.text for box in header.boxes}
        of_rows = _grouped(entries, lambda entry: entry.row)
        for index, text in enumerate(map(as_written, header.texts)):
            if text not in subjects and is_total_row(text) and not is_mean(text):
                for head in grid.rows:
                    row = body.row(head.at)
                    beside = of_rows.get(row, [])
                    # 语文合计 is of one subject alone.
                    named = [e for e in beside if e.work.subject and e.work.subject in text]
                    value = body.columns[index][head.at]
                    yield f"{body.letter(index)}{row}", value, named or beside


def _grouped(entries: Iterable[Entry], get: Callable[[Entry], K]) -> dict[K, list[Entry]]:
    """Entries by what each of them has, in their order."""
    groups: defaultdict[K, list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[get(entry)].append(entry)
    return groups
