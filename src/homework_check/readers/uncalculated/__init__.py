"""Cells that python-calamine gives as blank though they are not: errors and open formulas.

``#N/A`` and a formula that was never calculated both come as the empty string. Only sheets
with blanks are looked at again, in the bytes of the format itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homework_check.readers.uncalculated import xls, xlsb, xlsx

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from homework_check.readers.package import Package
    from homework_check.readers.placed import Placed
    from homework_check.workbook import Sheet


def _find_in_ods(
    package: Package, sheets: Mapping[str, Sheet]
) -> Iterator[tuple[Sheet, Iterable[Placed]]]:
    # Few need it, and it loads a parser of XML.
    from homework_check.readers.uncalculated import ods

    return ods.find(package, sheets)


_FIND: Final = {
    "xlsx": xlsx.find,
    "xlsm": xlsx.find,
    "xls": xls.find,
    "xlsb": xlsb.find,
    "ods": _find_in_ods,
}


def fill_uncalculated(sheets: tuple[Sheet, ...], package: Package, format_name: str) -> None:
    """Put errors and open formulas as texts into the rows of `sheets`, read from `package`.

    An error is its own text, such as ``#N/A``; a formula without a value is ``=`` and what
    is known of it. Raises what the modules of the formats raise where it is damaged.
    """
    if format_name in _FIND:
        for sheet, cells in _FIND[format_name](package, {sheet.name: sheet for sheet in sheets}):
            _fill(sheet, cells)


def _fill(sheet: Sheet, cells: Iterable[Placed]) -> None:
    """Put `cells` in their places; one outside what else is filled tells nothing."""
    width = len(sheet.rows[0])
    for cell in cells:
        at, beside = cell.row - sheet.first_row, cell.column - sheet.first_column
        if 0 <= at < len(sheet.rows) and 0 <= beside < width and sheet.rows[at][beside] == "":
            sheet.rows[at][beside] = cell.value
