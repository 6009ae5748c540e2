"""Compound files (xls, doc, encrypted xlsx): what they hold, and whether they are sound.

Format: [MS-CFB], Compound File Binary File Format. A sector chain that runs in a circle
makes the reader fill the memory until the system ends it, so chains are walked here first.
"""

from __future__ import annotations

import struct
from typing import Final, NamedTuple

from homework_check.workbook import Unreadable, no_table

SIGNATURE: Final = bytes.fromhex("D0CF11E0A1B11AE1")

_LAST_SECTOR: Final = 0xFFFFFFFA
_STORED_SMALL: Final = 4096
_SMALL: Final = 64
"""Streams shorter than the one stand in small sectors, which are as long as the other."""

_FILE_PASS: Final = 0x2F
_STREAM: Final = 2
_ROOT: Final = 5
_NO_ENTRY: Final = 0xFFFFFFFF
_NO_TABLES: Final = (("worddocument", "Word"), ("powerpoint document", "PowerPoint"))


class _Entry(NamedTuple):
    name: str
    type: int
    left: int
    right: int
    child: int
    start: int
    size: int

    @property
    def is_small(self) -> bool:
        """Whether the stream stands in the small sectors."""
        return self.type == _STREAM and self.size < _STORED_SMALL


class _Opened(NamedTuple):
    """A file with its directory and the successor of every sector, large and small."""

    data: bytes
    size: int
    entries: list[_Entry]
    table: list[int]
    small_table: list[int]


class _UnsoundError(Exception):
    """The file contradicts itself."""


def kind_of(data: bytes) -> str | Unreadable:
    """Tell whether the file is a workbook, ``xls``, and safe to hand to its reader."""
    try:
        streams = _top_streams(data)
    except (_UnsoundError, struct.error):
        return Unreadable("damaged")
    if "encryptedpackage" in streams:
        return Unreadable("password")
    for name in ("workbook", "book"):
        if name in streams:
            return Unreadable("password") if _is_locked(streams[name]) else "xls"
    for stream, words in _NO_TABLES:
        if stream in streams:
            return no_table(words)
    return Unreadable("damaged")


def _is_locked(head: bytes) -> bool:
    """Whether a record FILEPASS stands among the first ([MS-XLS] 2.4.117)."""
    at = 0
    while at + 4 <= len(head):
        record, length = struct.unpack_from("<HH", head, at)
        if record == _FILE_PASS:
            return True
        at += 4 + length
    return False


def workbook_stream(data: bytes) -> bytes:
    """The records of a workbook that `kind_of` calls ``xls``."""
    opened = _open(data)
    streams = {entry.name.lower(): entry for entry in _top(opened.entries)}
    return _stream(opened, streams.get("workbook") or streams["book"])


def _top_streams(data: bytes) -> dict[str, bytes]:
    """The streams at the top, by name in lower case: those of embedded files stand below.

    With the bytes of their first sector; none for streams in the small sectors.
    """
    opened = _open(data)
    return {
        entry.name.lower(): b"" if entry.is_small else _sector(data, opened.size, entry.start)
        for entry in _top(opened.entries)
        if entry.type == _STREAM
    }


def _open(data: bytes) -> _Opened:
    """Read the directory and follow every chain once."""
    size = _sector_size(data)
    table = _sector_table(data, size)
    (directory_start,) = struct.unpack_from("<I", data, 48)
    small_start, small_count = struct.unpack_from("<II", data, 60)
    entries = [
        _entry(raw, at)
        for raw in (_sector(data, size, s) for s in _chain(table, directory_start))
        for at in range(0, len(raw) - 127, 128)
    ]
    if not entries or entries[0].type != _ROOT or small_count > len(table):
        raise _UnsoundError
    small_table = [
        number
        for sector in _chain(table, small_start)
        for number in _numbers(_sector(data, size, sector))
    ]
    _walk_streams(entries, table, small_table)
    return _Opened(data, size, entries, table, small_table)


def _stream(opened: _Opened, entry: _Entry) -> bytes:
    """The bytes of a stream; small sectors lie in the stream of the root."""
    if entry.is_small:
        small = _stream(opened, opened.entries[0])
        numbers = _chain(opened.small_table, entry.start)
        pieces = [small[_SMALL * n : _SMALL * (n + 1)] for n in numbers]
    else:
        numbers = _chain(opened.table, entry.start)
        pieces = [_sector(opened.data, opened.size, n) for n in numbers]
    return b"".join(pieces)[: entry.size]


def _sector_size(data: bytes) -> int:
    (shift,) = struct.unpack_from("<H", data, 30)
    if shift not in {9, 12} or len(data) < 512:
        raise _UnsoundError
    return int(2**shift)


def _sector_table(data: bytes, size: int) -> list[int]:
    """The successor of every sector, gathered from the sectors that the header lists."""
    count = len(data) // size
    (table_sectors,) = struct.unpack_from("<I", data, 44)
    (listing,) = struct.unpack_from("<I", data, 68)
    if table_sectors > count:
        raise _UnsoundError
    listed = list(struct.unpack_from("<109I", data, 76))
    for _ in range(count):
        if listing >= _LAST_SECTOR:
            break
        *more, listing = _numbers(_sector(data, size, listing)) or [_LAST_SECTOR]
        listed += more
    else:
        raise _UnsoundError
    used = [sector for sector in listed if sector < _LAST_SECTOR]
    if len(used) > count or len(set(used)) < len(used):
        raise _UnsoundError
    return [number for sector in used for number in _numbers(_sector(data, size, sector))]


def _chain(table: list[int], start: int) -> list[int]:
    """The sectors that follow each other from `start`. Raises if they run in a circle."""
    sectors: list[int] = []
    while start < len(table):
        sectors.append(start)
        if len(sectors) > len(table):
            raise _UnsoundError
        start = table[start]
    return sectors


def _walk_streams(entries: list[_Entry], table: list[int], small_table: list[int]) -> None:
    """Follow the chain of every stream. Together they cannot be longer than the file."""
    steps = 0
    for entry in entries:
        if entry.type not in {_STREAM, _ROOT} or not entry.size:
            continue
        steps += len(_chain(small_table if entry.is_small else table, entry.start))
        if steps > len(table) + len(small_table):
            raise _UnsoundError


def _top(entries: list[_Entry]) -> list[_Entry]:
    """The children of the root, which form a binary tree."""
    waiting, seen, found = [entries[0].child], set[int](), list[_Entry]()
    while waiting:
        number = waiting.pop()
        if number == _NO_ENTRY or number in seen or number >= len(entries):
            continue
        seen.add(number)
        found.append(entries[number])
        waiting += [entries[number].left, entries[number].right]
    return found


def _sector(data: bytes, size: int, number: int) -> bytes:
    return data[(number + 1) * size : (number + 2) * size]


def _numbers(raw: bytes) -> list[int]:
    whole = len(raw) // 4
    return list(struct.unpack_from(f"<{whole}I", raw))


def _entry(raw: bytes, at: int) -> _Entry:
    length, kind = struct.unpack_from("<HB", raw, at + 64)
    name = raw[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
    left, right, child = struct.unpack_from("<III", raw, at + 68)
    start, size = struct.unpack_from("<II", raw, at + 116)
    return _Entry(name, kind, left, right, child, start, size)
