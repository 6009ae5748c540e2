"""The list that this program puts into marked copies: no log, whatever it says of classes."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from homework_check.marks import LIST_TITLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.workbook import CellValue, Sheet

_HEADERS: Final = [[*titles] for titles in LIST_TITLES.values()]

_LOOKED_AT: Final = 20
"""Rows; the list has a few lines above its header."""


def is_own_list(sheet: Sheet) -> bool:
    """Whether a sheet is the list of a marked copy, whatever it is called.

    Known by its header, all of it and nothing else: what programs and people save again keeps
    its cells, but not always the marks of a file.
    """
    return header_of_own_list(sheet.rows) is not None


def header_of_own_list(rows: Sequence[Sequence[CellValue]]) -> int | None:
    """The index of the header of the list; None: it is none."""
    for number, row in enumerate(islice(rows, _LOOKED_AT)):
        if [value for value in row if value != ""] in _HEADERS:
            return number
    return None
