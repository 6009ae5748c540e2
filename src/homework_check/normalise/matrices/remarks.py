"""What has to be told about the heads of a matrix, as remarks at their cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.model import Location, Remark
from homework_check.normalise.fields.remarks import remark_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from homework_check.model import Entry
    from homework_check.normalise.matrices.grids import Grid
    from homework_check.table import Table


def weekday_mismatches(table: Table, grid: Grid) -> Iterator[Remark]:
    """Dates whose weekday says another day, once for each head; the date counts."""
    heads = _row_of_heads(table, grid)
    told: set[tuple[str, str]] = set()
    for column in grid.columns:
        flaw, place = column.day.weekday_flaw, (column.box.text, column.box.weekday)
        if flaw and grid.header.across == "days" and place not in told:
            told.add(place)
            index = column.box.minutes if column.box.content is None else column.box.content
            cell = f"{grid.body.letter(index or 0)}{heads}"
            where = (Location(table.source, table.sheet, cell),)
            yield Remark(flaw.rule, flaw.case, flaw.values, where, flaw.field, flaw.value)
    for row in grid.rows:
        if row.day and (flaw := row.day.weekday_flaw):
            yield remark_at(table, grid.body.row(row.at), "A", flaw)


def unknown_subjects(table: Table, grid: Grid, entries: Sequence[Entry]) -> Iterator[Remark]:
    """One remark for each row or column of a subject that is not in the list."""
    doubtful = {entry.work.subject for entry in entries if entry.work.maybe_none}
    heads = _row_of_heads(table, grid)
    letter = table.letter("subject")
    labels = [(f"{column.letter}{heads}", column.label) for column in grid.columns]
    labels += [(f"{letter}{grid.body.row(row.at)}", row.label) for row in grid.rows if letter]
    for cell, label in labels:
        if label and not label.is_subject:
            where = Location(table.source, table.sheet, cell)
            case = "maybe" if label.subject in doubtful else ""
            yield Remark("unknown-subject", case, (), (where,), "subject", label.subject)


def _row_of_heads(table: Table, grid: Grid) -> int:
    return table.header_rows[grid.header.heads - grid.header.row]
