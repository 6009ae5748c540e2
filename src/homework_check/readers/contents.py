"""What a source is, judged by its first bytes and not by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homework_check.readers import archives, compound
from homework_check.workbook import Unreadable, no_table

if TYPE_CHECKING:
    from homework_check.readers.package import Package

_HEAD: Final = 4096

_SIGNATURES: Final = (
    (b"%PDF", "PDF"),
    (b"{\\rtf", "Word"),
    (b"Rar!", "rar压缩包"),
    (b"7z\xbc\xaf\x27\x1c", "7z压缩包"),
    (b"\x1f\x8b", "gz压缩包"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"GIF8", "图片"),
    (b"II*\0", "图片"),
    (b"MM\0*", "图片"),
)
"""How files begin that are no tables, and what people call them.

Source: https://www.iana.org/assignments/media-types and the formats' own specifications.
"""

_MARKUP: Final = (
    (b"urn:schemas-microsoft-com:office:spreadsheet", "spreadsheetml"),
    (b"<!doctype html", "html"),
    (b"<html", "html"),
    (b"<table", "html"),
)
"""What tells the formats that are written in tags."""

TABLES_IN_MARKUP: Final = tuple(mark for mark, _ in _MARKUP)


def kind_of(package: Package, name: str) -> str | Unreadable:
    """Tell the format of a source: ``text``, ``html``, or that of a workbook such as ``xlsx``.

    `name` is asked only where the content is no help: for a file of WPS that looks
    damaged because it is in a format of its own.
    """
    data = package.data
    if data.startswith(archives.SIGNATURES):
        return archives.kind_of(package)
    if data.startswith(compound.SIGNATURE):
        kind = compound.kind_of(data)
        own = kind == Unreadable("damaged") and name.lower().endswith(".et")
        return no_table("WPS表格（et）") if own else kind
    for signature, words in _SIGNATURES:
        if data.startswith(signature):
            return no_table(words)
    if _is_picture(data):
        return no_table("图片")
    return _text_kind(data)


def _text_kind(data: bytes) -> str | Unreadable:
    # Without the zero bytes, the markup of UTF-16 reads like ASCII.
    head = data[:_HEAD].replace(b"\0", b"").lower()
    if head.startswith(b"mime-version:"):
        return no_table("网页表格（MHTML）")
    if head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<"):
        # Pages that Excel saves name its schemas in their own tag.
        page = any(mark in head for mark in (b"<!doctype html", b"<html"))
        for mark, kind in _MARKUP[1:] if page else _MARKUP:
            if mark in head:
                return kind
    return "text"


def _is_picture(data: bytes) -> bool:
    """WebP, HEIC and bitmaps, whose marks stand behind a length."""
    if data.startswith(b"BM"):
        return len(data) >= 26 and data[6:10] == b"\0\0\0\0"
    return (data.startswith(b"RIFF") and data[8:12] == b"WEBP") or data[4:12] in {
        b"ftypheic",
        b"ftypheix",
        b"ftypmif1",
    }
