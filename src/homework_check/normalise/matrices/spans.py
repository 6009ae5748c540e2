"""Merged cells of a matrix: over days their work is of any of these, over classes of all.

Over forms or places it is of nobody knows which.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from homework_check.normalise.fields.keys import unit_of
from homework_check.normalise.matrices.row_heads import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from homework_check.model import Unit
    from homework_check.normalise.body import Body
    from homework_check.normalise.matrices.heads import ColumnHead
    from homework_check.normalise.matrices.row_heads import RowHead
    from homework_check.workbook import CellRange

_Place: TypeAlias = tuple[int, int]
"""Indexes of the row and of the column in the body."""


Heads: TypeAlias = "tuple[RowHead, ColumnHead]"
"""What heads the row and the column of a box."""


class Span(NamedTuple):
    """What the boxes of a class and day have of a merged cell.

    `first` is the place that holds the value; `over_days`: it reaches over several; `heads` are
    those of the boxes, which are one.
    """

    first: _Place
    over_days: bool
    heads: tuple[Heads, ...]


def find_spans(
    body: Body,
    rows: Iterable[RowHead],
    columns: Sequence[ColumnHead],
    merged: Sequence[CellRange],
) -> Mapping[_Place, Span]:
    """The spans of merged cells over several boxes, each at the first place of a class and day.

    What they cover besides is blank: 40 over two subjects is not meant for each.
    """
    places: dict[_Place, tuple[Heads, bool]] = {
        (row.at, index): ((row, column), index == column.box.content)
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
        covered = [at for at in _inside(area, body) if at in places]
        units: dict[Unit, list[_Place]] = {}
        for at in covered:
            heads, is_content = places[at]
            if is_content == places[first][1]:
                units.setdefault(_unit(*heads), []).append(at)
        over_days = len({day for *_, day in units}) > 1
        for boxes in units.values():
            spans[boxes[0]] = Span(first, over_days, tuple(places[at][0] for at in boxes))
    return spans


def _unit(row: RowHead, column: ColumnHead) -> Unit:
    return unit_of(key_of(row, column), row.day or column.day)


def _inside(area: CellRange, body: Body) -> Iterator[_Place]:
    last_row = min(area.last_row - body.first_row, body.height - 1)
    last_column = min(area.last_column - body.first_column, len(body.columns) - 1)
    for row in range(area.first_row - body.first_row, last_row + 1):
        for column in range(area.first_column - body.first_column, last_column + 1):
            yield row, column
