"""Workbooks of Excel, WPS and LibreOffice: xlsx, xlsm, xlsb, xls and ods."""

from __future__ import annotations

import io
import re
from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING, Final
from zipfile import BadZipFile

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from homework_check.memo import Same
from homework_check.readers.day_numbers import counts_from_1904
from homework_check.readers.merges_first import with_merges_first
from homework_check.readers.uncalculated import fill_uncalculated
from homework_check.workbook import CellRange, Sheet, Unreadable, Workbook

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

    from homework_check.readers.package import Package
    from homework_check.workbook import CellValue

_MANY: Final = 2000
"""Rows whose cells fill more than the cache of a processor."""

_DURATION: Final = re.compile(r"PT([0-9]+)H([0-9]+)M([0-9]+)(?:[.,][0-9]+)?S")
"""A time of ods that no clock shows comes as it is written (ISO 8601): 26:05 as PT26H05M00S."""


def read(package: Package, format_name: str) -> Workbook | Unreadable:
    """Read the sheets of a workbook; sheets that only hold a chart are not sheets here.

    Numbers of most formats are floats, blanks the empty string; whole numbers of xlsb are
    integers, dates too. Errors such as ``#N/A`` are texts.
    One sheet that cannot be read makes the whole source unreadable: it might hold the log.
    """
    try:
        from_1904 = counts_from_1904(package, format_name)
        is_xlsx = format_name in {"xlsx", "xlsm"}
        # Bound to no name: the reader has a copy of its own, which for a long list is large.
        with CalamineWorkbook.from_filelike(
            io.BytesIO(with_merges_first(package) if is_xlsx else package.data)
        ) as workbook:
            sheets = tuple(
                _sheet(
                    workbook.get_sheet_by_index(number),
                    hidden=metadata.visible is not SheetVisibleEnum.Visible,
                    from_1904=from_1904,
                )
                for number, metadata in enumerate(workbook.sheets_metadata)
                if metadata.typ is SheetTypeEnum.WorkSheet
            )
        fill_uncalculated(sheets, package, format_name)
        if format_name == "ods":
            for sheet in sheets:
                _read_durations(sheet.rows)
    except (CalamineError, OverflowError, OSError, BadZipFile, KeyError):
        return Unreadable("damaged")
    return Workbook(format_name, sheets)


def _sheet(sheet: CalamineSheet, *, hidden: bool, from_1904: bool) -> Sheet:
    row, column = sheet.start or (0, 0)
    merged = tuple(
        CellRange(first_row + 1, first_column + 1, last_row + 1, last_column + 1)
        for (first_row, first_column), (last_row, last_column) in sheet.merged_cell_ranges or ()
    )
    rows = _rows_of_many(sheet) if sheet.height > _MANY else sheet.to_python()
    return Sheet(sheet.name, rows, row + 1, column + 1, merged, hidden, from_1904)


def _rows_of_many(sheet: CalamineSheet) -> list[list[CellValue]]:
    """Give the rows with one object for all cells that are equal.

    The others are gone before the next row is made: a long list takes two thirds of the memory.
    """
    first, _ = sheet.start or (0, 0)
    same: Same[CellValue] = Same()
    # NOTE: iter_rows() begins with the first row of the sheet, but with its first filled column.
    return list(map(same.all, islice(sheet.iter_rows(), first, None)))


def _read_durations(rows: list[list[CellValue]]) -> None:
    for row in rows:
        for at, value in enumerate(row):
            if isinstance(value, str) and (found := _DURATION.fullmatch(value)):
                hours, minutes, seconds = map(int, found.groups())
                row[at] = timedelta(hours=hours, minutes=minutes, seconds=seconds)
