"""Bytes of a delimited text to characters, strictly: nothing is guessed or replaced."""

from __future__ import annotations

import codecs
from contextlib import suppress
from typing import TYPE_CHECKING, Final, NamedTuple

from homework_check.errors import UsageError
from homework_check.messages import source_errors
from homework_check.messages.inert import inert
from homework_check.workbook import Unreadable

if TYPE_CHECKING:
    import re

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_BYTE_ORDER_MARK: Final = "\ufeff"

_HEADER_WORDS: Final = ("学校", "年级", "班级", "日期", "星期", "学科", "科目", "作业", "时长")
"""Words of which a log has some. 学校 in GBK is also sound UTF-8, for other letters."""

_GB18030: Final = "gb18030"
_NAMED_GB: Final = {"gb2312", "gbk"}
"""Encodings that people name when they mean their superset GB18030, which has all names."""

_SHOWN: Final = 12


class Decoded(NamedTuple):
    """A text without byte order mark, and the encoding it was in."""

    text: str
    encoding: str


def check_encoding(name: str) -> str:
    """Give the usual name of an encoding. Raises `UsageError` if there is none."""
    try:
        "a".encode(name)
        known = codecs.lookup(name).name
    except (LookupError, ValueError):
        raise UsageError(
            source_errors.UNKNOWN_ENCODING.format(name=inert(name)), source_errors.USUAL_ENCODINGS
        ) from None
    return _GB18030 if known in _NAMED_GB else known


def decode_as_stated(
    data: bytes, stated: re.Match[bytes] | None, encoding: str | None
) -> Decoded | Unreadable:
    """Decode as the text itself says (group 1), unless that is wrong; then as any text."""
    if encoding is None and stated:
        with suppress(UsageError):
            named = decode(data, check_encoding(stated[1].decode("ascii")))
            if isinstance(named, Decoded):
                return named
    return decode(data, encoding)


def decode(data: bytes, encoding: str | None = None) -> Decoded | Unreadable:
    """Decode by `encoding`, else by byte order mark, else as UTF-8 or GB18030.

    Gives ``encoding`` with the row and the text near it where the bytes do not fit.
    """
    if encoding is not None:
        return _by_name(data, encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _by_name(data, name)
    if b"\0" in data:  # UTF-16 without a mark, or no text at all
        return _misfit(data, "utf-8", data.index(b"\0"))
    utf_8, gb18030 = _by_name(data, "utf-8"), _by_name(data, _GB18030)
    if isinstance(gb18030, Unreadable):
        return utf_8 if isinstance(utf_8, Decoded) else _farther(utf_8, gb18030)
    if isinstance(utf_8, Unreadable) or _words_in(gb18030) > _words_in(utf_8):
        return gb18030
    return utf_8


def _by_name(data: bytes, encoding: str) -> Decoded | Unreadable:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        return _misfit(data, encoding, error.start)
    return Decoded(text.removeprefix(_BYTE_ORDER_MARK), encoding)


def _words_in(decoded: Decoded) -> int:
    return sum(word in decoded.text for word in _HEADER_WORDS)


def _misfit(data: bytes, encoding: str, at: int) -> Unreadable:
    sound = data[:at].decode(encoding, "ignore").removeprefix(_BYTE_ORDER_MARK)
    row = sound.count("\n") + 1
    near = sound.rpartition("\n")[2][-_SHOWN:]
    return Unreadable("encoding", (("row", str(row)), ("near", near)))


def _farther(first: Unreadable, second: Unreadable) -> Unreadable:
    """The encoding that fits for more rows is more likely the one that was meant."""
    return max(first, second, key=lambda misfit: int(dict(misfit.details)["row"]))
