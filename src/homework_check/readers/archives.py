"""Files made of zipped parts: which kind they are, and whether it is safe to unpack them.

The limits fit 1,948 workbooks from the test data of other projects: at most 1,033 parts,
114 MB unpacked, and a ratio over 200 in attacks alone. What is declared is an upper
bound for what is unpacked, since the reader stops there.
"""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING, Final

from homework_check.readers.package import ENCRYPTED
from homework_check.workbook import Unreadable, column_number, no_table

if TYPE_CHECKING:
    from collections.abc import Collection

    from homework_check.readers.package import Package

SIGNATURES: Final = (b"PK\x03\x04", b"PK\x05\x06")
"""How a zip file begins: with its first member, or with its end if it has none."""

_MOST_PARTS: Final = 2000
_MOST_BYTES: Final = 512 * 1024 * 1024
_HARMLESS_BYTES: Final = 1024 * 1024
_HIGHEST_RATIO: Final = 200

_SMALL_PART: Final = 4 * 1024
"""Packed bytes. Checking large sheets too would add half the time that reading takes; one
that claims a large rectangle is checked nevertheless, and the rest is held by the memory
that a worker may use."""

_HEAD: Final = 4096

_MOST_CELLS: Final = 5_000_000
"""The reader makes room for every cell between the first and the last: a lone cell in the
last corner of a sheet of 2 KB asks for 550 GB."""

_CELL: Final = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"(?:[^>]*[^/>])?>')
_RECTANGLE: Final = re.compile(rb'<dimension ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_UNIQUE: Final = re.compile(rb'uniqueCount="(\d+)"')
_SPREADSHEET: Final = b"application/vnd.oasis.opendocument.spreadsheet"


def kind_of(package: Package) -> str | Unreadable:
    """Tell the format of the workbook in a zip file: ``xlsx``, ``xlsm``, ``xlsb`` or ``ods``."""
    try:
        archive = package.archive
    except zipfile.BadZipFile:
        return Unreadable("damaged")
    if is_cut_off(archive.infolist()):
        return Unreadable("damaged")
    # Some programs write backslashes between the folders of an archive.
    parts = {part.filename.replace("\\", "/"): part for part in archive.infolist()}
    kind = _by_parts(archive, parts)
    if isinstance(kind, Unreadable):
        return kind
    return _obstacle(package, parts) or kind


def is_cut_off(members: Collection[zipfile.ZipInfo]) -> bool:
    """Whether a zip file, which begins with a member, does not list that one.

    What is left of one whose end is missing may end with a whole one, which was a member.
    """
    return bool(members) and all(member.header_offset for member in members)


def is_document(names: Collection[str]) -> bool:
    """Whether members of these names are the parts of one document, not files of their own."""
    return "[Content_Types].xml" in names or {"mimetype", "content.xml"} <= {*names}


def _by_parts(archive: zipfile.ZipFile, parts: dict[str, zipfile.ZipInfo]) -> str | Unreadable:
    if "xl/workbook.bin" in parts:
        return "xlsb"
    if any(name.startswith("xl/") for name in parts):
        return "xlsm" if "xl/vbaProject.bin" in parts else "xlsx"
    if "mimetype" in parts and "content.xml" in parts:
        with archive.open(parts["mimetype"]) as part:
            found = part.read(len(_SPREADSHEET))
        return "ods" if found == _SPREADSHEET else no_table("OpenDocument")
    if any(name.startswith("word/") for name in parts):
        return no_table("Word")
    if any(name.startswith("ppt/") for name in parts):
        return no_table("PowerPoint")
    if all(part.is_dir() for part in parts.values()):
        return Unreadable("empty-archive")
    return no_table("zip压缩包")


def _obstacle(package: Package, parts: dict[str, zipfile.ZipInfo]) -> Unreadable | None:
    """Why the parts must not be unpacked; None: they may."""
    # Pictures are never unpacked, so their size is of no account.
    opened = {name: part for name, part in parts.items() if "/media/" not in name}
    if (
        len(package.members) > _MOST_PARTS
        or sum(part.file_size for part in opened.values()) > _MOST_BYTES
        or any(map(is_bomb, opened.values()))
    ):
        return Unreadable("too-large")
    if _is_locked(package.archive, parts):
        return Unreadable("password")
    strings = parts.get("xl/sharedStrings.xml")
    if strings is not None and _lies_about_strings(package, strings):
        return Unreadable("damaged")
    if any(_is_sparse(package, name, part) for name, part in opened.items()):
        return Unreadable("too-large")
    return None


def _is_locked(archive: zipfile.ZipFile, parts: dict[str, zipfile.ZipInfo]) -> bool:
    """Whether a part is encrypted, by zip or as the manifest of an OpenDocument tells."""
    if any(part.flag_bits & ENCRYPTED for part in parts.values()):
        return True
    manifest = parts.get("META-INF/manifest.xml")
    return manifest is not None and b"encryption-data" in archive.read(manifest)


def is_bomb(part: zipfile.ZipInfo) -> bool:
    """Whether a part or member unpacks to far more than what is in it can be worth."""
    return part.file_size > _HARMLESS_BYTES and part.file_size > part.compress_size * _HIGHEST_RATIO


def _is_sparse(package: Package, name: str, part: zipfile.ZipInfo) -> bool:
    """Whether the filled cells of a sheet lie too far apart."""
    if not name.startswith("xl/worksheets/sheet"):
        return False
    if part.compress_size > _SMALL_PART and not _claims_much(package, part):
        return False
    cells = _CELL.findall(package.archive.read(part))
    rows = [int(row) for _, row in cells] or [0]
    columns = [column_number(letters) for letters in {letters for letters, _ in cells}] or [0]
    box = (max(rows) - min(rows) + 1) * (max(columns) - min(columns) + 1)
    return box > _MOST_CELLS


def _claims_much(package: Package, part: zipfile.ZipInfo) -> bool:
    """Whether a sheet says that it is very large: Excel tells the truth, others need not."""
    claimed = _RECTANGLE.search(package.head(part, _HEAD))
    if claimed is None:
        return False
    left, top, right, bottom = claimed.groups()
    rows, columns = int(bottom) - int(top) + 1, column_number(right) - column_number(left) + 1
    return rows * columns > _MOST_CELLS


def _lies_about_strings(package: Package, part: zipfile.ZipInfo) -> bool:
    """Whether the table of texts claims more texts than it has bytes: all would get room."""
    claimed = _UNIQUE.search(package.head(part, _HEAD))
    return claimed is not None and int(claimed[1]) > part.file_size
