"""A workbook made anew of the cells that were read, for formats that openpyxl does not know."""

from __future__ import annotations

import re
from datetime import date, datetime
from itertools import islice, product
from math import isfinite
from typing import TYPE_CHECKING, Final

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.properties import PageSetupProperties

from homework_check.messages.wrapping import cells
from homework_check.reporters.escaping import in_workbook

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from openpyxl.worksheet.worksheet import Worksheet

    from homework_check.workbook import CellRange as Area
    from homework_check.workbook import CellValue, Sheet
    from homework_check.workbook import Workbook as Read

_NO_TITLE: Final = re.compile(r"[\\/*?:\[\]\x00-\x1f]|^'|'$")
_LONGEST_TITLE: Final = 31
_UNNAMED: Final = "Sheet{n}"

_SMALL: Final = 1000
"""Cells of a merged range that are remembered one by one: somebody merged a column."""

_NARROWEST, _WIDEST, _LOOKED_AT = 8, 40, 200
"""Widths of columns in half-width characters, and how many rows tell them."""


def fresh(read: Read) -> tuple[Workbook, dict[str, Worksheet]]:
    """Give a workbook with the cells of `read` where they stood, and its sheets by name there."""
    made = Workbook()
    made.remove(made.worksheets[0])
    if any(sheet.from_1904 for sheet in read.sheets):
        made.epoch = CALENDAR_MAC_1904
    sheets = {}
    for number, sheet in enumerate(read.sheets, 1):
        title = unused_title(made, _NO_TITLE.sub("_", sheet.name) or _UNNAMED.format(n=number))
        sheets[sheet.name] = _write(made.create_sheet(title), sheet)
    return made, sheets


def unused_title(workbook: Workbook, title: str) -> str:
    """Give a title that no sheet has, case aside, and that is no longer than Excel allows."""
    taken = {name.casefold() for name in workbook.sheetnames}
    found, number = title[:_LONGEST_TITLE], 1
    while found.casefold() in taken:
        number += 1
        end = f" ({number})"
        found = title[: _LONGEST_TITLE - len(end)] + end
    return found


def _write(made: Worksheet, sheet: Sheet) -> Worksheet:
    for down, row in enumerate(sheet.rows):
        for across, value in enumerate(row):
            if value != "":
                _fill(made, sheet.first_row + down, sheet.first_column + across, value)
    # NOTE: its own way to add a range looks at all others each time.
    made.merged_cells.ranges.update(_apart(sheet.merged))
    for across, width in enumerate(_widths(sheet)):
        letter = get_column_letter(sheet.first_column + across)
        made.column_dimensions[letter].width = width
    made.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    made.page_setup.fitToHeight = 0
    if sheet.hidden:
        made.sheet_state = "hidden"
    return made


def _fill(made: Worksheet, row: int, column: int, value: CellValue) -> None:
    """Write a cell; text stays text, whatever it looks like."""
    if isinstance(value, float) and not isfinite(value):
        value = str(value)
    if isinstance(value, str):
        cell = made.cell(row, column, in_workbook(value))
        cell.data_type = "s"
        if "\n" in value:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        return
    cell = made.cell(row, column, value)
    if isinstance(value, date) and not isinstance(value, datetime):
        cell.number_format = "yyyy-mm-dd"


def _apart(areas: Iterable[Area]) -> Iterator[CellRange]:
    """The merged ranges without those that lie over others: Excel takes them for damage."""
    taken: set[tuple[int, int]] = set()
    for top, left, bottom, right in areas:
        corners = {(top, left), (top, right), (bottom, left), (bottom, right)}
        if corners.isdisjoint(taken):
            yield CellRange(min_row=top, min_col=left, max_row=bottom, max_col=right)
            taken |= corners
            if (bottom - top + 1) * (right - left + 1) <= _SMALL:
                taken.update(product(range(top, bottom + 1), range(left, right + 1)))


def _widths(sheet: Sheet) -> list[int]:
    """Widths by the cells; a title, alone in its row, reaches over the next columns."""
    found: list[int] = [0] * (len(sheet.rows[0]) if sheet.rows else 0)
    for row in islice(sheet.rows, _LOOKED_AT):
        filled = [(across, value) for across, value in enumerate(row) if value != ""]
        for across, value in filled if len(filled) > 1 else ():
            longest = max(map(cells, str(value).split("\n")))
            found[across] = max(found[across], longest)
    return [min(max(width + 2, _NARROWEST), _WIDEST) for width in found]
