"""Formulas with the values that were stored with them: openpyxl writes one or the other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from openpyxl.utils.datetime import to_excel

from homework_check.workbook import column_number, split_cell

if TYPE_CHECKING:
    from homework_check.workbook import CellValue, Sheet

_FORMULA_CELL: Final = re.compile(
    rb'<c r="(?P<cell>[A-Z]+[0-9]+)"(?P<style>[^>]*)>(?P<formula><f[^>]*?(?:/>|>[^<]*</f>))'
    rb"<v ?(?:/>|></v>)</c>"
)
_ERROR: Final = re.compile(r"#[A-Z][A-Z0-9_/]*[!?]?")


@dataclass(frozen=True, slots=True, eq=False)
class StoredValues:
    """The values of a sheet's cells, as they were read."""

    sheet: Sheet
    epoch: datetime

    def put_into(self, sheet: bytes) -> bytes:
        """Put the stored value behind every formula that has one."""
        return _FORMULA_CELL.sub(self._with_value, sheet)

    def _with_value(self, match: re.Match[bytes]) -> bytes:
        value = value_at(self.sheet, match["cell"].decode())
        if value == "" or (isinstance(value, str) and value.startswith("=")):
            return match[0]
        kind, text = _written(value, self.epoch)
        stored = f"<v>{escape(text)}</v></c>".encode()
        start = b'<c r="%b"%b%b>' % (match["cell"], match["style"], kind)
        return start + match["formula"] + stored


def value_at(sheet: Sheet, cell: str) -> CellValue:
    """Give the value of a cell; blank where the sheet has none."""
    place = split_cell(cell)
    if place is None:
        return ""
    row = place[1] - sheet.first_row
    column = column_number(place[0].encode()) - sheet.first_column
    is_inside = 0 <= row < len(sheet.rows) and 0 <= column < len(sheet.rows[row])
    return sheet.rows[row][column] if is_inside else ""


def _written(value: CellValue, epoch: datetime) -> tuple[bytes, str]:
    """The type of a cell and its value, as XML has them (ECMA-376 part 1, 18.18.11)."""
    if isinstance(value, bool):
        return b' t="b"', str(int(value))
    if isinstance(value, int | float):
        return b"", repr(value).removesuffix(".0")
    if isinstance(value, date | time | timedelta):
        return b"", repr(to_excel(value, epoch))  # type: ignore[no-untyped-call]
    return (b' t="e"' if _ERROR.fullmatch(value) else b' t="str"'), value
