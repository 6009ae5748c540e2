"""Workbooks of Excel, WPS and LibreOffice: xlsx, xlsm, xlsb, xls and ods."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from homework_check.readers.uncalculated import with_uncalculated
from homework_check.workbook import CellRange, Sheet, Unreadable, Workbook

if TYPE_CHECKING:
    from python_calamine import CalamineSheet


def read(data: bytes, format_name: str) -> Workbook | Unreadable:
    """Read the sheets of a workbook; sheets that only hold a chart are not sheets here.

    Numbers of most formats are floats, blanks the empty string. So are errors such as ``#N/A``
    in formats other than xlsx and xlsm, where they are texts.
    One sheet that cannot be read makes the whole source unreadable: it might hold the log.
    """
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            sheets = tuple(
                _sheet(
                    workbook.get_sheet_by_index(number),
                    hidden=metadata.visible is not SheetVisibleEnum.Visible,
                )
                for number, metadata in enumerate(workbook.sheets_metadata)
                if metadata.typ is SheetTypeEnum.WorkSheet
            )
        if format_name in {"xlsx", "xlsm"}:
            sheets = with_uncalculated(sheets, data)
    except (CalamineError, OverflowError, OSError, BadZipFile, KeyError):
        return Unreadable("damaged")
    return Workbook(format_name, sheets)


def _sheet(sheet: CalamineSheet, *, hidden: bool) -> Sheet:
    row, column = sheet.start or (0, 0)
    merged = tuple(
        CellRange(first_row + 1, first_column + 1, last_row + 1, last_column + 1)
        for (first_row, first_column), (last_row, last_column) in sheet.merged_cell_ranges or ()
    )
    # NOTE: iter_rows() fills in blank rows above but no blank columns, so addresses shift.
    return Sheet(sheet.name, sheet.to_python(), row + 1, column + 1, merged, hidden)
