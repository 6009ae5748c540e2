"""Errors and formulas without a value in the XML of ods.

Source: OpenDocument 1.2 part 1, 9.1 and 19.614 (repeated cells and rows); LibreOffice writes
an error as a text of no characters, with ``calcext:value-type="error"``.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element, iterparse

from homework_check.readers.placed import Placed
from homework_check.readers.uncalculated.blanks import with_blanks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from homework_check.readers.package import Package
    from homework_check.workbook import Sheet

_MARKS: Final = re.compile(
    rb"""value-type=["']error["']|<[^<]*:formula="[^"<]*"(?![^<>]*value-type)"""
)
_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p"
_TYPE: Final = "value-type"
_CELLS: Final = {f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"}


def find(package: Package, sheets: Mapping[str, Sheet]) -> Iterator[tuple[Sheet, Iterable[Placed]]]:
    """The errors and open formulas of `sheets`, given by name.

    Raises what `Package.read` and `iterparse` raise.
    """
    sheets = with_blanks(sheets)
    if not sheets:
        return
    part = package.read("content.xml")
    if not _MARKS.search(part) or b"<!ENTITY" in part:
        return
    sheet: Sheet | None = None
    row = 0
    for event, element in iterparse(io.BytesIO(part), ("start", "end")):  # noqa: S314  no entities
        match event, element.tag.removeprefix(_TABLE):
            case "start", "table":
                sheet, row = sheets.get(element.get(f"{_TABLE}name", "")), 0
            case "end", "table-row":
                repeated = _times(element, "rows")
                if sheet:
                    yield sheet, _cells(element, sheet, row, repeated)
                row += repeated
                element.clear()
            case _:
                pass


def _times(element: Element, what: str) -> int:
    return int(element.get(f"{_TABLE}number-{what}-repeated", "1"))


def _cells(row: Element, sheet: Sheet, above: int, times: int) -> Iterator[Placed]:
    """The cells of a row that stands `times` times, as far as the sheet is filled."""
    last_row = min(above + times, sheet.first_row + len(sheet.rows) - 1)
    last_column = sheet.first_column + len(sheet.rows[0]) - 1
    before = 0
    for cell in row:
        if cell.tag in _CELLS:
            repeated = _times(cell, "columns")
            if text := _text(cell):
                for number in range(above + 1, last_row + 1):
                    for column in range(before + 1, min(before + repeated, last_column) + 1):
                        yield Placed(number, column, text)
            before += repeated


def _text(cell: Element) -> str:
    """What stands for the value of a cell; empty: it has one, or it is blank."""
    shown = cell.find(_TEXT)
    if any(name.endswith(_TYPE) and kind == "error" for name, kind in cell.items()):
        return "".join(shown.itertext()) if shown is not None else "#N/A"
    # LibreOffice gives a formula whose value is no characters a text without any.
    if f"{_OFFICE}{_TYPE}" in cell.attrib or shown is not None:
        return ""
    formula = cell.get(f"{_TABLE}formula", "")
    return formula and "=" + formula.partition("=")[2]
