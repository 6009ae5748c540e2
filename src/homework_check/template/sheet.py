"""The sheet that is filled in: title lines, header, and what helps with the rows below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

from homework_check.messages import template as say
from homework_check.template.columns import (
    COLUMNS,
    FIRST_ROW,
    LAST_ROW,
    LETTERS,
    prompt,
    validations,
)
from homework_check.template.limits import day_limits
from homework_check.template.over import formula

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from homework_check.rules.pack import RulePack
    from homework_check.settings import SchoolSystem
    from homework_check.text import Lang

_HEADER_ROW = FIRST_ROW - 1
_LAST = LETTERS["marked"]
_FONT = "Calibri"
_GREY = PatternFill("solid", "FFE7E6E6")
_RED = DifferentialStyle(font=Font(color="FF9C0006"), fill=PatternFill(bgColor="FFFFC7CE"))
_THIN = Side("thin", "FF999999")
_BOX = Border(_THIN, _THIN, _THIN, _THIN)


def write_log(sheet: Worksheet, pack: RulePack, system: SchoolSystem, lang: Lang) -> None:
    """Write the empty log. No cell holds a formula: without a value it could not be read."""
    sheet.title = say.SHEET[lang]
    _write_titles(sheet, lang)
    _write_columns(sheet, lang)
    for validation in validations(pack, system, lang):
        sheet.add_data_validation(validation)
    for limit in day_limits(pack, system):
        red = Rule("expression", dxf=_RED, formula=[formula(limit, lang)])
        sheet.conditional_formatting.add(f"A{FIRST_ROW}:{_LAST}{LAST_ROW}", red)
    _set_page(sheet)


def _write_titles(sheet: Worksheet, lang: Lang) -> None:
    for cells in (f"A1:{_LAST}1", "B2:E2", f"G2:{_LAST}2", f"A3:{_LAST}3"):
        sheet.merge_cells(cells)
    sheet["A1"] = say.TITLE[lang]
    sheet["A1"].font = Font(_FONT, 16, bold=True)
    sheet["A1"].alignment = Alignment("center", "center")
    sheet["A3"] = say.NOTE[lang]
    sheet["A3"].font = Font(_FONT, 9)
    sheet["A3"].alignment = Alignment(vertical="center", wrap_text=True)
    for label, entry, field in (("A2", "B2", "school"), ("F2", "G2", "week")):
        sheet[label] = {"school": say.SCHOOL, "week": say.WEEK}[field][lang]
        sheet[label].alignment = Alignment("right", "center", shrink_to_fit=True)
        sheet[entry].number_format = "@"
        sheet[entry].alignment = Alignment(vertical="center")
        validation = DataValidation()
        prompt(validation, field, lang)
        validation.add(entry)
        sheet.add_data_validation(validation)
    for cells in sheet["B2:E2"] + sheet[f"G2:{_LAST}2"]:
        for cell in cells:
            cell.border = Border(bottom=_THIN)
    for row, height in ((1, 30), (2, 22), (3, 18), (_HEADER_ROW, 34)):
        sheet.row_dimensions[row].height = height


def _write_columns(sheet: Worksheet, lang: Lang) -> None:
    for field, letter in LETTERS.items():
        column = COLUMNS[field]
        header = sheet[f"{letter}{_HEADER_ROW}"]
        header.value = say.HEADERS[field][lang]
        header.font, header.fill, header.border = Font(_FONT, bold=True), _GREY, _BOX
        header.alignment = Alignment("center", "center", wrap_text=True)
        # The cells themselves are left out: a form of three hundred printed rows is ten pages.
        empty = sheet.column_dimensions[letter]
        empty.width, empty.number_format = column.width, column.number_format
        empty.alignment = Alignment(
            "center" if column.centred else "left", "center", wrap_text=True
        )


def _set_page(sheet: Worksheet) -> None:
    sheet.freeze_panes = f"A{FIRST_ROW}"
    sheet.print_title_rows = f"{_HEADER_ROW}:{_HEADER_ROW}"
    sheet.print_options.gridLines = True
    sheet.page_setup.orientation = sheet.ORIENTATION_LANDSCAPE
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0
