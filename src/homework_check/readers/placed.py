"""A sheet from cells that say where they stand and how far they reach."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from homework_check.memo import Same
from homework_check.workbook import CellRange, Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.workbook import CellValue

LAST_ROW: Final = 1_048_576
LAST_COLUMN: Final = 16_384
"""Of a sheet of Excel, counted from 1."""

_MOST_CELLS: Final = 20_000_000


class Placed(NamedTuple):
    """A cell counted from 1; it reaches `across` columns and `down` rows beyond its own."""

    row: int
    column: int
    value: CellValue
    across: int = 0
    down: int = 0


class TooLarge(Exception):  # noqa: N818  a sheet that is too large
    """The cells of a sheet lie too far apart to be laid out."""


def make_sheet(name: str, cells: Sequence[Placed], *, hidden: bool = False) -> Sheet:
    """Lay out the filled cells; blank ones are as if they were not there. Raises `TooLarge`."""
    filled = [cell for cell in cells if cell.value != ""]
    if not filled:
        return Sheet(name, [], hidden=hidden)
    first_row, last_row = (limit(cell.row for cell in filled) for limit in (min, max))
    first, last = (limit(cell.column for cell in filled) for limit in (min, max))
    height, width = last_row - first_row + 1, last - first + 1
    if last_row > LAST_ROW or last > LAST_COLUMN or height * width > _MOST_CELLS:
        raise TooLarge
    same: Same[CellValue] = Same()
    rows: list[list[CellValue]] = [[""] * width for _ in range(height)]
    for cell in filled:
        rows[cell.row - first_row][cell.column - first] = same[cell.value]
    merged = tuple(
        CellRange(cell.row, cell.column, cell.row + cell.down, cell.column + cell.across)
        for cell in cells
        if cell.across or cell.down
    )
    return Sheet(name, rows, first_row, first, merged, hidden)
