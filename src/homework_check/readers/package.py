"""A source as its bytes, and the zipped parts of a workbook in them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from functools import cached_property
from typing import Final

LOCAL_HEADER: Final = struct.Struct("<4s22xHH")
"""The header of a member: its mark, and how long the name and the extra field behind it are.

Source: PKWARE's APPNOTE.TXT, 4.3.7.
"""

ENCRYPTED: Final = 0x1
"""The flag of a part that asks for a password. Source: APPNOTE.TXT, 4.4.4."""

_MOST_KEPT: Final = 8 * 1024 * 1024
"""Bytes of a part that is unpacked only once. Larger ones would double the memory it takes to
read them, and to unpack them again takes a tenth of the time."""


class Package:
    """The bytes of a source, and of its parts if it is a workbook that has any.

    What asks for parts raises what `zipfile` raises where there are none or the archive is
    damaged (see `zipped.FAULTS`), and `KeyError` for a part that is not there.
    Source: ECMA-376 part 2 (Open Packaging Conventions); OpenDocument 1.2 part 3.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._parts: dict[str, bytes] = {}

    @cached_property
    def members(self) -> tuple[zipfile.ZipInfo, ...]:
        """All parts, in the order of the archive's directory."""
        return tuple(self.archive.infolist())

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of all parts."""
        return frozenset(member.filename for member in self.members)

    def read(self, name: str) -> bytes:
        """Give the bytes of a part."""
        part = self._parts.get(name)
        if part is None:
            part = self._unpacked(self.archive.getinfo(name))
            if len(part) <= _MOST_KEPT:
                self._parts[name] = part
        return part

    def kept(self, name: str) -> bytes | None:
        """Give the bytes of a part that has been unpacked and kept; None: it has not."""
        return self._parts.get(name)

    def head(self, member: zipfile.ZipInfo, length: int) -> bytes:
        """Give the first bytes of a part."""
        if _is_usual(member):
            return self._beginning(member, length)
        with self.archive.open(member) as part:
            return part.read(length)

    def _unpacked(self, member: zipfile.ZipInfo) -> bytes:
        """Give the bytes of a part, and of a usual one no more than it declares.

        `zipfile` takes half as long again, and unpacks all there is before it looks at that.
        """
        if not _is_usual(member):
            return self.archive.read(member)
        part = self._beginning(member, member.file_size)
        if zlib.crc32(part) != member.CRC:
            raise zipfile.BadZipFile
        return part

    def _beginning(self, member: zipfile.ZipInfo, length: int) -> bytes:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(self.packed(member), length)

    def packed(self, member: zipfile.ZipInfo) -> bytes:
        """Give the bytes of a part as they are packed."""
        at = member.header_offset
        _, name, extra = LOCAL_HEADER.unpack_from(self.data, at)
        start = at + LOCAL_HEADER.size + name + extra
        return self.data[start : start + member.compress_size]

    @cached_property
    def archive(self) -> zipfile.ZipFile:
        """The directory of the parts."""
        return zipfile.ZipFile(io.BytesIO(self.data))


def _is_usual(member: zipfile.ZipInfo) -> bool:
    """Whether a part is deflated, as nearly all are; one that is empty need not be unpacked."""
    is_deflated = member.compress_type == zipfile.ZIP_DEFLATED
    return is_deflated and member.file_size > 0 and not member.flag_bits & ENCRYPTED
