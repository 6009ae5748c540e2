"""Merged cells of a matrix: over days their work is of any of these, over classes of all."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from homework_check.normalise.body import Body
    from homework_check.normalise.heads import ColumnHead
    from homework_check.normalise.row_heads import RowHead
    from homework_check.workbook import CellRange

_Place: TypeAlias = tuple[int, int]
"""Indexes of the row and of the column in the body."""


class Span(NamedTuple):
    """The place that holds the value of a merged cell; `over_days`: it reaches over several."""

    first: _Place
    over_days: bool


def find_spans(
    body: Body,
    rows: Iterable[RowHead],
    columns: Sequence[ColumnHead],
    merged: Sequence[CellRange],
) -> Mapping[_Place, Span]:
    """The places of merged cells over several days or classes."""
    places = {
        (row.at, index): (
            (row.day or column.day).day,
            (column.key or row.key).classes,
            index == column.box.content,
        )
        for row in rows
        for column in columns
        for index in (column.box.content, column.box.minutes)
        if index is not None
    }
    spans: dict[_Place, Span] = {}
    for area in merged:
        first = area.first_row - body.first_row, area.first_column - body.first_column
        if first not in places:
            continue
        kind = places[first][2]
        covered = [at for at in _inside(area, body) if at in places and places[at][2] == kind]
        days, classes = ({places[at][n] for at in covered} for n in (0, 1))
        if len(days) > 1 or len(classes) > 1:
            spans |= dict.fromkeys(covered, Span(first, len(days) > 1))
    return spans


def _inside(area: CellRange, body: Body) -> Iterator[_Place]:
    last_row = min(area.last_row - body.first_row, body.height - 1)
    last_column = min(area.last_column - body.first_column, len(body.columns) - 1)
    for row in range(area.first_row - body.first_row, last_row + 1):
        for column in range(area.first_column - body.first_column, last_column + 1):
            yield row, column
