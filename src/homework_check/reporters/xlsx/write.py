"""A sheet of plain values written into a workbook."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from homework_check.messages.report_sheets import FOOTER
from homework_check.reporters.xlsx.pen import Pen
from homework_check.reporters.xlsx.sheet import Cell, Look
from homework_check.reporters.xlsx.widths import height, widths
from homework_check.workbook_bytes import SheetBody

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from homework_check.reporters.xlsx.sheet import Column, Row, Sheet
    from homework_check.text import Lang

_A4: Final = 9
_MARGINS: Final = {"left": 0.4, "right": 0.4, "top": 0.5, "bottom": 0.75, "footer": 0.3}
"""Inches."""


def write(workbook: Workbook, sheet: Sheet, lang: Lang) -> tuple[Worksheet, SheetBody]:
    """Add a sheet to a workbook, and give what is to be put into it when it is saved."""
    made: Worksheet = workbook.create_sheet(sheet.title)
    wide = widths(sheet)
    for number, width in enumerate(wide, 1):
        made.column_dimensions[get_column_letter(number)].width = width
    _set_page(made, sheet, lang)
    pen = Pen(made, sheet.columns)
    rows = []
    all_rows = (*sheet.above, *_header(sheet), *sheet.rows, *sheet.totals)
    for number, row in enumerate(all_rows, 1):
        _merge(made, row, number)
        rows.append(pen.row(number, row, height(row, wide)))
    return made, SheetBody("".join(rows), "".join(pen.links))


def _set_page(made: Worksheet, sheet: Sheet, lang: Lang) -> None:
    made.page_setup.orientation = "landscape" if sheet.is_table else "portrait"
    made.page_setup.paperSize = _A4
    made.page_setup.fitToHeight = 0
    made.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    # NOTE: a footer without a text counts as false.
    if (footer := made.HeaderFooter.oddFooter) is not None:
        footer.center.text = FOOTER[lang]
    for side, inches in _MARGINS.items():
        setattr(made.page_margins, side, inches)
    if not sheet.is_table:
        made.sheet_view.showGridLines = False
        return
    # Empty cells are not written; the office finds boxes to fill in on paper all the same.
    made.print_options.gridLines = True
    first = sheet.header_rows + 1
    made.freeze_panes = f"{get_column_letter(sheet.frozen + 1)}{first}"
    made.print_title_rows = f"{len(sheet.above) + 1}:{first - 1}"
    last = get_column_letter(len(sheet.columns))
    made.auto_filter.ref = f"A{first - 1}:{last}{first - 1 + len(sheet.rows)}"


def _header(sheet: Sheet) -> list[Row]:
    """The titles of the columns, below those of their groups."""
    if not sheet.is_table:
        return []
    titles = [Cell(column.title, _look(column), number_format="text") for column in sheet.columns]
    if not sheet.has_groups:
        return [titles]
    groups: list[Cell] = []
    for group, columns in groupby(sheet.columns, key=lambda column: column.group):
        members = list(columns)
        if group:
            groups.append(Cell(group, Look.GROUP, span=len(members), number_format="text"))
        else:
            groups += [Cell(None, _look(column), number_format="text") for column in members]
    return [groups, titles]


def _look(column: Column) -> Look:
    return Look.BY_HAND if column.by_hand else Look.HEAD


def _merge(made: Worksheet, row: Row, number: int) -> None:
    column = 1
    for item in row:
        span = item.span if isinstance(item, Cell) else 1
        if span > 1:
            first, last = get_column_letter(column), get_column_letter(column + span - 1)
            made.merged_cells.add(f"{first}{number}:{last}{number}")
        column += span
