"""How wide columns and how high rows have to be: a Chinese character takes two cells."""

from __future__ import annotations

from datetime import date
from itertools import islice
from math import ceil
from typing import TYPE_CHECKING, Final

from homework_check.messages.wrapping import cells
from homework_check.reporters.xlsx.sheet import Cell, Look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.reporters.xlsx.sheet import Row, Sheet, Value

_LEAST: Final = 5
_MARGIN: Final = 2
_LINE: Final = 15.0
_TITLE: Final = 28.0
"""Points of a line of usual text, and of a title."""

_HIGHEST: Final = 409.0
"""Points; Excel takes a workbook with a higher row for damaged."""

_ARROW: Final = 3
"""What the arrow of a filter takes beside a title."""

_UNEVEN: Final = 1.1
"""Lines break at words and before no full stop, so that a text takes more than it is long."""

_LOOKED_AT: Final = 2000
"""Rows; in longer lists the first, the worst, tell how wide the others are."""


def widths(sheet: Sheet) -> list[int]:
    """Give the width of every column, in characters of half width."""
    found = [_LEAST] * len(sheet.columns)
    for row in (*islice(sheet.rows, _LOOKED_AT), *sheet.totals):
        for index, item in enumerate(row):
            if not (isinstance(item, Cell) and item.span > 1):
                value = item.value if isinstance(item, Cell) else item
                found[index] = max(found[index], _width(value))
    made = []
    for column, width in zip(sheet.columns, found, strict=True):
        # A title may take two lines, a long one three.
        title = -(-cells(column.title) // 2) + _ARROW
        made.append(column.width or min(max(width, title), column.widest) + _MARGIN)
    return made


def height(row: Row, widths_: Sequence[int]) -> float | None:
    """Give the height of a row in points; None: one line, as programs have it anyway.

    Most programs find the height of a row by themselves, but not with merged cells, and
    LibreOffice not at all.
    """
    lines, column = 1, 0
    for item in row:
        cell = item if isinstance(item, Cell) else Cell(item)
        if cell.look is Look.TITLE:
            return _TITLE
        if isinstance(cell.value, str):
            room = max(sum(widths_[column : column + cell.span]) - _MARGIN, 1)
            if (needed := cells(cell.value)) > room:
                lines = max(lines, ceil(needed * _UNEVEN / room))
        column += cell.span
    return min(lines * _LINE + 2, _HIGHEST) if lines > 1 else None


def _width(value: Value) -> int:
    if isinstance(value, date):
        return 10
    return 0 if value is None else cells(str(value))
