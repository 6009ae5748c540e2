"""A source as its bytes, and the zipped parts of a workbook in them."""

from __future__ import annotations

import io
import struct
import zipfile
from functools import cached_property
from typing import Final

LOCAL_HEADER: Final = struct.Struct("<4s22xHH")
"""The header of a member: its mark, and how long the name and the extra field behind it are.

Source: PKWARE's APPNOTE.TXT, 4.3.7.
"""

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
            part = self.archive.read(name)
            if len(part) <= _MOST_KEPT:
                self._parts[name] = part
        return part

    def kept(self, name: str) -> bytes | None:
        """Give the bytes of a part that has been unpacked and kept; None: it has not."""
        return self._parts.get(name)

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
