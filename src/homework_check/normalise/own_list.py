"""The list that this program puts into marked copies: no log, whatever it says of classes."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from homework_check.log import Answer
from homework_check.marks import LIST_TITLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.workbook import CellValue, Sheet

_HEADERS: Final = [[*titles] for titles in LIST_TITLES.values()]

_KEPT: Final = ("班级", "日期", "单元格", "学校说明")
_PLACES: Final = {title: place for place, title in enumerate(LIST_TITLES["zh"])}
"""In which order the columns of the list stand, in every language."""

_LOOKED_AT: Final = 20
"""Rows; the list has a few lines above its header."""


def is_own_list(sheet: Sheet) -> bool:
    """Whether a sheet is the list of a marked copy, whatever it is called.

    Known by its header, all of it and nothing else: what programs and people save again keeps
    its cells, but not always the marks of a file.
    """
    return header_of_own_list(sheet.rows) is not None


def answers_in(sheet: Sheet) -> tuple[Answer, ...]:
    """What the school wrote to the list; nothing in a sheet that is none."""
    header = header_of_own_list(sheet.rows)
    if header is None:
        return ()
    first = next(n for n, value in enumerate(sheet.rows[header]) if value != "")
    found = []
    for row in sheet.rows[header + 1 :]:
        # Readers leave out blank cells at the end of a row.
        cells = [*map(str, row[first:]), *[""] * len(LIST_TITLES["zh"])]
        class_, day, places, text = (cells[_PLACES[name]] for name in _KEPT)
        if text.strip():
            found.append(Answer(class_, day, places, text.strip()))
    return tuple(found)


def header_of_own_list(rows: Sequence[Sequence[CellValue]]) -> int | None:
    """The index of the header of the list; None: it is none."""
    for number, row in enumerate(islice(rows, _LOOKED_AT)):
        if [value for value in row if value != ""] in _HEADERS:
            return number
    return None
