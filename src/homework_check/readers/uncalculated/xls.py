"""Errors and formulas without a value in the records of xls (BIFF8).

Source: [MS-XLS] 2.1.4 (records), 2.4.28 (BoundSheet8), 2.4.24 (BoolErr), 2.4.127 (Formula).
"""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING, Final

from homework_check.readers.compound import workbook_stream
from homework_check.readers.placed import Placed
from homework_check.readers.uncalculated.blanks import with_blanks
from homework_check.readers.uncalculated.codes import ERRORS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from homework_check.readers.package import Package
    from homework_check.workbook import Sheet

_MARKS: Final = re.compile(
    rb"\x05\x02\x08\x00.{7}\x01|\x06\x00..{7}[\x02\x03].{5}\xff\xff", re.DOTALL
)
"""A record of an error, and one of a formula with an error or no text as its value."""

_BOUND_SHEET, _BOUNDARY, _END = 0x85, 0x809, 0x0A
_FORMULA, _BOOLEAN_OR_ERROR = 0x06, 0x205
_ERROR_VALUE, _NO_TEXT = 2, 3
_TEXT_TOKEN: Final = b"\x17"
"""Stands before a text that a formula holds ([MS-XLS] 2.5.198.89, PtgStr)."""


def find(package: Package, sheets: Mapping[str, Sheet]) -> Iterator[tuple[Sheet, Iterable[Placed]]]:
    """The errors and open formulas of `sheets`, given by name. Raises `struct.error`."""
    sheets = with_blanks(sheets)
    if not sheets:
        return
    stream = workbook_stream(package.data)
    if _MARKS.search(stream):
        for kind, record in records(stream):
            if kind == _BOUND_SHEET and _name(record) in sheets:
                yield sheets[_name(record)], _cells(stream, *struct.unpack_from("<I", record))


def _name(record: bytes) -> str:
    length, is_wide = record[6], record[7] & 1
    raw = record[8 : 8 + length * (1 + is_wide)]
    return raw.decode("utf-16-le" if is_wide else "latin-1", "replace")


def records(stream: bytes, at: int = 0) -> Iterator[tuple[int, bytes]]:
    """The records from `at` to the end of what begins there; charts inside it are left out."""
    depth = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        if kind == _BOUNDARY:
            depth += 1
        elif kind == _END:
            depth -= 1
        elif depth == 1:
            yield kind, stream[at + 4 : at + 4 + length]
        if depth <= 0:
            return
        at += 4 + length


def _cells(stream: bytes, start: int) -> Iterator[Placed]:
    for kind, record in records(stream, start):
        if kind in {_FORMULA, _BOOLEAN_OR_ERROR}:
            text = _formula(record) if kind == _FORMULA else _error(record)
            if text:
                row, column = struct.unpack_from("<HH", record)
                yield Placed(row + 1, column + 1, text)


def _error(record: bytes) -> str:
    code, is_error = record[6:8]
    return ERRORS.get(code, "#N/A") if is_error else ""


def _formula(record: bytes) -> str:
    """What stands for the value of a formula; empty: it has one."""
    kind, code, mark = record[6], record[8], record[12:14]
    if mark != b"\xff\xff":
        return ""
    if kind == _ERROR_VALUE:
        return ERRORS.get(code, "#N/A")
    # Writers that do not calculate state the value of no characters, which is a true value
    # only of formulas with a text in them: IF(A1="","",1).
    return "=" if kind == _NO_TEXT and _TEXT_TOKEN not in record[22:] else ""
