"""Workbooks whose merged ranges stand before the rows, where the reader finds them at once.

python-calamine goes through a sheet of xlsx a second time, from its beginning on, until it
comes to the merged ranges; ECMA-376 part 1, 18.3.1.99 (worksheet) has them stand behind the
rows. With a copy of them before all else, reading takes three quarters of the time.

Nothing of the sheet is packed anew. One that is kept unpacked is given as it is, so that it need
not be unpacked once more; a large one as it was packed, behind the copy: what is deflated in two
pieces is unpacked as one text. Source: RFC 1951, 3.2.3.
"""

from __future__ import annotations

import re
import struct
import zlib
from copy import copy
from typing import TYPE_CHECKING, Final
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import ZIP_DEFLATED, ZIP_STORED

from homework_check.readers.zipped import FAULTS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from zipfile import ZipInfo

    from homework_check.readers.package import Package

_SHEET: Final = re.compile(r"xl/worksheets/[^/]+\.xml")
_MOST_BYTES: Final = 128 * 1024 * 1024
"""Of all sheets together: they are in memory, unpacked, while the reader is at work."""

_NAME: Final = b"mergeCells"
_MERGES: Final = re.compile(rb"<mergeCells[\s>].*?</mergeCells>", re.DOTALL)

_LOCAL: Final = struct.Struct("<4s5H3L2H")
_ENTRY: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_VERSION, _FIRST_DAY, _NAMED_IN_UTF_8 = 20, 0x21, 0x800
"""Records of a zip file. Source: PKWARE's APPNOTE.TXT, 4.3.7, 4.3.12 and 4.3.16."""


def with_merges_first(package: Package) -> bytes:
    """Give the bytes of an xlsx in which each sheet begins with a copy of its merged ranges.

    A sheet that is damaged, or not written or packed in the usual way, stays as it is.
    """
    members = {member.filename: member for member in package.members}
    sheets = [member for name, member in members.items() if _SHEET.fullmatch(name)]
    is_doubtful = len(members) < len(package.members)
    if is_doubtful or sum(sheet.file_size for sheet in sheets) > _MOST_BYTES:
        return package.data
    pieces = [package.data]
    for sheet in sheets:
        try:
            part = package.read(sheet.filename)
        except FAULTS:
            continue
        merges = _merges_of(part)
        if merges and sheet.compress_type == ZIP_DEFLATED:
            changed = members[sheet.filename] = copy(sheet)
            start, rest = merges, part
            if package.kept(sheet.filename):
                changed.compress_type = ZIP_STORED
            else:
                start, rest = _deflated(merges), package.packed(sheet)
            changed.header_offset = sum(map(len, pieces))
            changed.CRC = zlib.crc32(part, zlib.crc32(merges))
            changed.file_size = len(merges) + len(part)
            changed.compress_size = len(start) + len(rest)
            pieces += _local_header(changed), start, rest
    if len(pieces) == 1:
        return package.data
    return b"".join((*pieces, _directory([*members.values()], sum(map(len, pieces)))))


def _merges_of(part: bytes) -> bytes | None:
    """The merged ranges of a sheet, as it writes them; None: better left alone."""
    start, end = part.find(b"<sheetData"), part.rfind(b"</sheetData>")
    # A comment, or what else begins so, may hold any of the words looked for.
    # To look for one letter alone costs next to nothing, and few sheets hold this one.
    is_usual = 0 <= start < end and not (b"!" in part and b"<!" in part)
    if not is_usual or _NAME in part[:start] or not _is_sound(part[end:]):
        return None
    at = part.find(_NAME, end)
    if at < 0:
        return b"<mergeCells></mergeCells>"
    found = _MERGES.match(part, at - 1)
    return found[0] if found else None


def _is_sound(end: bytes) -> bool:
    """Whether what stands behind the rows is well formed: the reader will not get so far."""
    parser = ParserCreate()
    try:
        parser.Parse(b"<worksheet><sheetData>" + end, True)  # noqa: FBT003 - it has no name
    except ExpatError:
        return False
    return b"<?" not in end


def _deflated(text: bytes) -> bytes:
    """A text packed so that more may follow, from a whole byte on."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(text) + packer.flush(zlib.Z_SYNC_FLUSH)


def _local_header(member: ZipInfo) -> bytes:
    name = _name(member)
    return _LOCAL.pack(b"PK\x03\x04", _VERSION, *_facts(member), len(name), 0) + name


def _directory(members: Sequence[ZipInfo], at: int) -> bytes:
    """The directory of an archive, from byte `at` on, with the record that ends it."""
    entries = b"".join(
        _ENTRY.pack(
            b"PK\x01\x02", _VERSION, _VERSION, *_facts(member), len(name), 0, 0, 0, 0, 0,
            member.header_offset,
        ) + name
        for member in members
        for name in [_name(member)]
    )  # fmt: skip
    count = len(members)
    return entries + _END.pack(b"PK\x05\x06", 0, 0, count, count, len(entries), at, 0)


def _facts(member: ZipInfo) -> tuple[int, ...]:
    """What a local header and the directory both say: flags, method, time, date, sum, sizes."""
    flags, method, sum_ = member.flag_bits, member.compress_type, member.CRC
    return flags, method, 0, _FIRST_DAY, sum_, member.compress_size, member.file_size


def _name(member: ZipInfo) -> bytes:
    is_utf_8 = member.flag_bits & _NAMED_IN_UTF_8
    return member.orig_filename.encode("utf-8" if is_utf_8 else "cp437")
