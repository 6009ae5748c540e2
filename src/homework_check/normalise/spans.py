"""Merged cells that reach over the days of a matrix: their work is of any of these days."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from homework_check.normalise.body import Body
    from homework_check.normalise.heads import ColumnHead
    from homework_check.normalise.keys import Day
    from homework_check.normalise.row_heads import RowHead
    from homework_check.workbook import CellRange

_Place: TypeAlias = tuple[int, int]
"""Indexes of the row and of the column in the body."""


def find_spans(
    body: Body,
    rows: Iterable[RowHead],
    columns: Sequence[ColumnHead],
    merged: Sequence[CellRange],
) -> Mapping[_Place, _Place]:
    """The places of merged cells over several days, each with the one that holds the value."""
    places = {
        (row.at, index): (row.day or column.day, index == column.box.content)
        for row in rows
        for column in columns
        for index in (column.box.content, column.box.minutes)
        if index is not None
    }
    spans: dict[_Place, _Place] = {}
    for area in merged:
        first = area.first_row - body.first_row, area.first_column - body.first_column
        if first not in places:
            continue
        covered = {at: places[at] for at in _inside(area, body) if at in places}
        of_its_kind = {at: day for at, (day, kind) in covered.items() if kind == places[first][1]}
        if _several(of_its_kind.values()):
            spans |= dict.fromkeys(of_its_kind, first)
    return spans


def _inside(area: CellRange, body: Body) -> Iterator[_Place]:
    last_row = min(area.last_row - body.first_row, body.height - 1)
    last_column = min(area.last_column - body.first_column, len(body.columns) - 1)
    for row in range(area.first_row - body.first_row, last_row + 1):
        for column in range(area.first_column - body.first_column, last_column + 1):
            yield row, column


def _several(days: Iterable[Day]) -> bool:
    return len({day.day for day in days}) > 1
