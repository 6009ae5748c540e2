"""Errors in the records of xlsb (BIFF12).

A formula that was never calculated cannot be told here: its record always holds a value, and
nothing says that nobody ever reckoned it.

Source: [MS-XLSB] 2.1.4 (records), 2.4 (BrtBundleSh, BrtCellError, BrtFmlaError).
"""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING, Final

from homework_check.readers.placed import Placed
from homework_check.readers.uncalculated.blanks import with_blanks
from homework_check.readers.uncalculated.codes import ERRORS
from homework_check.readers.uncalculated.relations import targets_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from homework_check.readers.package import Package
    from homework_check.workbook import Sheet

_MARKS: Final = re.compile(
    b"\x03\x09.{8}[%(codes)b]|\x0b(?:[\x80-\xff].|.).{8}[%(codes)b]"
    % {b"codes": re.escape(bytes(ERRORS))},
    re.DOTALL,
)
"""An error, and a formula that gives one; the second has a length of one or two bytes."""

_ROW, _ERROR, _FORMULA_ERROR, _SHEET, _END_OF_ROWS = 0, 3, 11, 156, 146
_NO_RELATION: Final = 0xFFFFFFFF


def find(package: Package, sheets: Mapping[str, Sheet]) -> Iterator[tuple[Sheet, Iterable[Placed]]]:
    """The errors of `sheets`, given by name.

    Raises what `Package.read` and `struct` raise.
    """
    sheets = with_blanks(sheets)
    if not sheets:
        return
    targets = targets_of(package, "xl/workbook.bin")
    for kind, record in records(package.read("xl/workbook.bin")):
        if kind == _SHEET:
            relation, name = _names(record)
            if name in sheets and relation in targets:
                part = package.read(targets[relation])
                if _MARKS.search(part):
                    yield sheets[name], _errors(part)


def records(part: bytes) -> Iterator[tuple[int, bytes]]:
    """The records of a part, each with its kind."""
    at = 0
    while at < len(part):
        kind, at = _sevens(part, at)
        length, at = _sevens(part, at)
        yield kind, part[at : at + length]
        at += length


def _sevens(part: bytes, at: int) -> tuple[int, int]:
    """A number of seven bits a byte, the lowest first, and where it ends."""
    number = shift = 0
    while at < len(part):
        byte = part[at]
        number |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            break
    return number, at


def _names(record: bytes) -> tuple[str, str]:
    """The relationship and the name of a sheet."""
    names, at = [], 8
    for _ in range(2):
        length, at = struct.unpack_from("<I", record, at)[0], at + 4
        length = 0 if length == _NO_RELATION else length
        names.append(record[at : at + 2 * length].decode("utf-16-le", "replace"))
        at += 2 * length
    return names[0], names[1]


def _errors(part: bytes) -> Iterator[Placed]:
    row = 0
    for kind, record in records(part):
        if kind == _ROW:
            row = struct.unpack_from("<I", record)[0] + 1
        elif kind in {_ERROR, _FORMULA_ERROR}:
            column = struct.unpack_from("<I", record)[0] + 1
            yield Placed(row, column, ERRORS.get(record[8], "#N/A"))
        elif kind == _END_OF_ROWS:
            return
