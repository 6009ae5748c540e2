"""What readers give: sources, their sheets and cells, before anything is understood."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Final, NamedTuple, TypeAlias

from homework_check.patterns import late_pattern

CellValue: TypeAlias = str | int | float | bool | date | datetime | time | timedelta
"""A cell as its reader gives it; the empty string is a blank cell."""


CELL: Final = late_pattern("([A-Z]+)([0-9]+)")
"""A cell's address: the letters of its column, and the number of its row."""

EXCEL_CELL: Final = "[A-Z]{1,3}[1-9][0-9]{0,6}"
"""The pattern of addresses that Excel may have; of a long text file it has not all."""


class CellRange(NamedTuple):
    """A rectangle of cells, counted from 1 as Excel does, ends included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


def column_number(letters: bytes) -> int:
    """The number of a column, counted from 1, from Excel's letters."""
    number = 0
    for letter in letters:
        number = 26 * number + letter - 64
    return number


def column_letter(number: int) -> str:
    """Excel's letter of a column counted from 1."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def split_cell(address: str) -> tuple[str, int] | None:
    """The letters and the row of a cell's address; None: it is none."""
    match = CELL.fullmatch(address)
    return (match[1], int(match[2])) if match else None


class Sheet(NamedTuple):
    """The filled rectangle of a sheet and where it stands.

    `rows` are of equal length; ``rows[0][0]`` stands at (`first_row`, `first_column`),
    counted from 1. `merged` is empty where the format does not tell. `from_1904`: a number that
    means a day counts from 1904 and not, as usual, from 1900.
    """

    name: str
    rows: list[list[CellValue]]
    first_row: int = 1
    first_column: int = 1
    merged: tuple[CellRange, ...] = ()
    hidden: bool = False
    from_1904: bool = False


class Workbook(NamedTuple):
    """What a reader got out of a source. `encoding` is None for binary formats."""

    format: str
    sheets: tuple[Sheet, ...]
    encoding: str | None = None


class Unreadable(NamedTuple):
    """Why a source could not be read: an id of the catalogue, and its placeholders."""

    reason: str
    details: tuple[tuple[str, str], ...] = ()


def no_table(words: str) -> Unreadable:
    """Of a source that is no table; `words` are what people call it."""
    return Unreadable("no-table", (("type", words),))


class Source(NamedTuple):
    """One file the user named or a folder held, by the path to show.

    `folders` are the names of the folders between what the user named and the file, the
    outermost first. `sha256` is None if the file cannot be opened.
    """

    path: str
    content: Workbook | Unreadable
    sha256: str | None = None
    folders: tuple[str, ...] = ()


class PassedOver(NamedTuple):
    """A file found while searching that is certainly no log."""

    path: str
    reason: str
