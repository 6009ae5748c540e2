"""Workbooks in the binary format of Excel (xlsb), which openpyxl does not write.

Source: [MS-XLSB] 2.1.4 (records) and 2.4 (what they hold).
"""

from __future__ import annotations

import io
import struct
import zipfile
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = f"""<Types xmlns="{_PACKAGE}/content-types">\
<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
</Types>"""


class Failed(NamedTuple):
    """An error by its code; `calculated`: a formula gives it, of so many bytes."""

    code: int
    calculated: bool = False
    formula_length: int = 0


class Shown(NamedTuple):
    """A number in the number format of this id."""

    number: float
    format_id: int


class Calculated(NamedTuple):
    """A number or text that a formula gives."""

    value: float | str


Value: TypeAlias = "str | float | Failed | Shown | Calculated"


def as_xlsb(
    sheets: Mapping[str, Sequence[Sequence[Value]]], *, counted_from_1904: bool = False
) -> bytes:
    """A workbook with these sheets, by name; the empty string is a blank cell."""
    cells = (cell for rows in sheets.values() for row in rows for cell in row)
    formats = (0, *sorted({cell.format_id for cell in cells if isinstance(cell, Shown)}))
    paths = [f"worksheets/sheet{number}.bin" for number in range(1, len(sheets) + 1)]
    related = [*(("worksheet", path) for path in paths), ("styles", "styles.bin")]
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _relations([("officeDocument", "xl/workbook.bin")]))
        archive.writestr("xl/workbook.bin", _workbook(sheets, counted_from_1904=counted_from_1904))
        archive.writestr("xl/_rels/workbook.bin.rels", _relations(related))
        archive.writestr("xl/styles.bin", _styles(formats))
        for path, rows in zip(paths, sheets.values(), strict=True):
            archive.writestr(f"xl/{path}", _sheet(rows, formats))
    return made.getvalue()


def _relations(parts: Iterable[tuple[str, str]]) -> str:
    each = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{path}"/>'
        for number, (kind, path) in enumerate(parts, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'


def _record(kind: int, content: bytes = b"") -> bytes:
    """Kind and length take seven bits a byte; the eighth says that another byte follows."""
    return _sevens(kind) + _sevens(len(content)) + content


def _sevens(number: int) -> bytes:
    made = bytearray()
    while number > 0x7F:
        made.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*made, number])


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _workbook(names: Iterable[str], *, counted_from_1904: bool) -> bytes:
    sheets = (
        _record(156, struct.pack("<II", 0, number) + _wide(f"rId{number}") + _wide(name))
        for number, name in enumerate(names, 1)
    )
    properties = _record(153, struct.pack("<II", counted_from_1904, 0) + _wide(""))
    return b"".join([_record(131), properties, _record(143), *sheets, _record(144), _record(132)])


def _styles(formats: Sequence[int]) -> bytes:
    styles = (_record(47, struct.pack("<HHHHHHI", 0, each, 0, 0, 0, 0, 0)) for each in formats)
    return b"".join(
        [_record(278), _record(617, struct.pack("<I", len(formats))), *styles, _record(618)]
    )


def _sheet(rows: Sequence[Sequence[Value]], formats: Sequence[int]) -> bytes:
    size = struct.pack("<IIII", 0, len(rows) - 1, 0, max(map(len, rows)) - 1)
    cells = (
        _record(0, struct.pack("<IIHHB", at, 0, 0, 0, 0) + struct.pack("<I", 0))
        + b"".join(_cell(column, value, formats) for column, value in enumerate(row))
        for at, row in enumerate(rows)
    )
    return b"".join(
        [_record(129), _record(148, size), _record(145), *cells, _record(146), _record(130)]
    )


def _cell(column: int, value: Value, formats: Sequence[int]) -> bytes:
    style = formats.index(value.format_id) if isinstance(value, Shown) else 0
    head = struct.pack("<II", column, style)
    match value:
        case "":
            return _record(1, head)
        case str():
            return _record(6, head + _wide(value))
        case Failed(code, calculated=False):
            return _record(3, head + bytes([code]))
        case Failed(code, _, length):
            return _record(11, head + bytes([code]) + _formula(length))
        case Calculated(given) if isinstance(given, str):
            return _record(8, head + _wide(given) + _formula())
        case Calculated(given):
            return _record(9, head + struct.pack("<d", given) + _formula())
        case Shown(number):
            return _number(head, number)
        case number:
            return _number(head, number)


def _number(head: bytes, number: float) -> bytes:
    # Excel writes whole numbers as RkNumber, those of dates too.
    if number == int(number):
        return _record(2, head + struct.pack("<i", int(number) << 2 | 2))
    return _record(5, head + struct.pack("<d", number))


def _formula(length: int = 0) -> bytes:
    return struct.pack("<HI", 0, length) + bytes(length) + struct.pack("<I", 0)
