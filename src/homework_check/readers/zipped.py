"""The directory of a zip file, and the bytes of one member; nothing is written to disk."""

from __future__ import annotations

import os
import struct
import zipfile
import zlib
from typing import IO, Final

from homework_check.readers.archives import is_bomb, is_cut_off
from homework_check.readers.package import ENCRYPTED, LOCAL_HEADER
from homework_check.workbook import Unreadable

LARGEST: Final = 100 * 1024 * 1024
"""Bytes of a file; a million rows of ten columns take about 20 MB."""

_MOST_MEMBERS: Final = 5000
_MOST_BYTES: Final = 4 * 1024 * 1024 * 1024
_LARGEST_DIRECTORY: Final = 4 * 1024 * 1024

_NAMED_IN_UTF_8: Final = 0x800
_NAME_FIELD: Final = 0x7075

_END: Final = struct.Struct("<4s8xLLH")
_END_64: Final = struct.Struct("<4s36xQQ")
_LOCATOR_64: Final = 20
_LONGEST_END: Final = _END.size + 0xFFFF + _LOCATOR_64 + _END_64.size
"""Records at the end of a zip file. Source: PKWARE's APPNOTE.TXT, 4.3.14 to 4.3.16."""

FAULTS: Final = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError,
    ValueError,
)  # fmt: skip
"""What unpacking a damaged or unusual member raises; RuntimeError: it is encrypted."""


def directory(file: IO[bytes]) -> list[zipfile.ZipInfo] | Unreadable:
    """List the members of a zip file, without loading a directory that is too large.

    Members may not lie on top of each other: 46 MB made so unpack to 4.5 PB. Source:
    https://www.bamsoftware.com/hacks/zipbomb
    """
    try:
        size = _directory_size(file)
        if size > _LARGEST_DIRECTORY:
            return Unreadable("too-large")
        with zipfile.ZipFile(file) as archive:
            members = archive.infolist()
    except FAULTS:
        return Unreadable("damaged")
    if len(members) > _MOST_MEMBERS or sum(m.file_size for m in members) > _MOST_BYTES:
        return Unreadable("too-large")
    is_longer = sum(m.compress_size for m in members) > file.seek(0, os.SEEK_END)
    if is_longer or is_cut_off(members):
        return Unreadable("damaged")
    return members


def _directory_size(file: IO[bytes]) -> int:
    """Bytes of the directory, as its end tells. Raises `zipfile.BadZipFile` if there is none."""
    file.seek(max(0, file.seek(0, os.SEEK_END) - _LONGEST_END))
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0:
        raise zipfile.BadZipFile
    size: int = _END.unpack_from(tail, at)[1]
    if tail[max(0, at - _LOCATOR_64) :].startswith(b"PK\x06\x07"):
        mark, size, _ = _END_64.unpack_from(tail, at - _LOCATOR_64 - _END_64.size)
        if mark != b"PK\x06\x06":
            raise zipfile.BadZipFile
    return size


def unpack(file: IO[bytes], member: zipfile.ZipInfo) -> bytes | Unreadable:
    """Give the bytes of a member. No more are unpacked than the directory declares."""
    if member.flag_bits & ENCRYPTED:
        return Unreadable("password")
    if member.file_size > LARGEST or is_bomb(member):
        return Unreadable("too-large")
    try:
        file.seek(member.header_offset)
        mark, name, extra = LOCAL_HEADER.unpack(file.read(LOCAL_HEADER.size))
        if mark != b"PK\x03\x04":
            return Unreadable("damaged")
        file.seek(name + extra, os.SEEK_CUR)
        # NOTE: without a number read() unpacks all there is, and looks at the declaration then.
        with zipfile.ZipExtFile(file, "r", member) as content:
            return content.read(member.file_size)
    except FAULTS:
        return Unreadable("damaged")


def name_of(member: zipfile.ZipInfo) -> str:
    """Give the name of a member, with ``/`` between folders.

    The flag for UTF-8 is missing where Windows packed in Chinese (GBK) and where a Mac
    packed (UTF-8); some programs write the name a second time, in UTF-8, beside it.
    """
    name = _second_name(member.extra) or member.orig_filename
    if not member.flag_bits & _NAMED_IN_UTF_8 and name == member.orig_filename:
        name = _decode(name.encode("cp437", "replace"))
    return name.partition("\0")[0].replace("\\", "/")


def _decode(name: bytes) -> str:
    for encoding in ("utf-8", "gb18030"):
        try:
            text = name.decode(encoding)
        except UnicodeDecodeError:
            continue
        # 学校 in GBK is sound UTF-8 as well, for letters of other scripts.
        if text.isascii() or any(character >= "\u2e80" for character in text):
            return text
    return name.decode("cp437")


def _second_name(extra: bytes) -> str | None:
    """Give the name in the field for Unicode paths. Source: APPNOTE.TXT, 4.6.9."""
    while len(extra) >= 4:
        kind, size = struct.unpack_from("<HH", extra)
        if kind == _NAME_FIELD:
            return extra[4 + 5 : 4 + size].decode("utf-8", "replace") or None
        extra = extra[4 + size :]
    return None
