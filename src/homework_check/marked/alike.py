"""Whether a copy of a workbook reads as its original does."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, TypeAlias

from homework_check.normalise.own_list import is_own_list
from homework_check.readers import content_of
from homework_check.workbook import Unreadable

if TYPE_CHECKING:
    from homework_check.workbook import CellValue, Sheet, Workbook

_Cells: TypeAlias = "dict[tuple[int, int], CellValue]"


def reads_alike(original: Workbook, copy: bytes) -> bool:
    """Whether the sheets of a copy, but for its list, hold what those of the original do."""
    read = content_of(copy, "copy.xlsx")
    if isinstance(read, Unreadable):
        return False
    sheets = [sheet for sheet in read.sheets if not is_own_list(sheet)]
    return len(sheets) == len(original.sheets) and all(map(_is_alike, original.sheets, sheets))


def _is_alike(one: Sheet, other: Sheet) -> bool:
    return (
        (one.name, one.hidden, one.from_1904) == (other.name, other.hidden, other.from_1904)
        and {*one.merged} == {*other.merged}
        and _cells(one) == _cells(other)
    )


def _cells(sheet: Sheet) -> _Cells:
    """The cells that hold something, by row and column."""
    return {
        (sheet.first_row + down, sheet.first_column + across): _rough(value)
        for down, row in enumerate(sheet.rows)
        for across, value in enumerate(row)
        if value != ""
    }


def _rough(value: CellValue) -> CellValue:
    """A value without what no reader looks at: blanks around it, and what rounding changes.

    A formula that was never calculated is one, however it is written.
    """
    match value:
        case str():
            text = value.strip()
            return "=" if text.startswith("=") else text
        case bool():
            return value
        case float() | int():
            return float(f"{value:.12g}")
        case datetime():
            return (value + timedelta(milliseconds=500)).replace(microsecond=0)
        case time():
            return value.replace(microsecond=0)
        case timedelta():
            return timedelta(seconds=round(value.total_seconds()))
        case _:
            return value
