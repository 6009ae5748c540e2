"""What this program has made: reports that lie among the logs, and marked copies."""

from __future__ import annotations

from contextlib import suppress
from typing import IO, TYPE_CHECKING, Final

from homework_check.marks import COPY_KEYWORDS, CSV_KEYS, KEYWORDS
from homework_check.readers import zipped

if TYPE_CHECKING:
    from pathlib import Path

_PROPERTIES: Final = "docProps/core.xml"
_LARGEST_PROPERTIES: Final = 64 * 1024
_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
_HEADER: Final = ",".join(CSV_KEYS).encode()


def is_own_report(path: Path) -> bool:
    """Whether a file is a report that `check` wrote, known by its mark and not by its name.

    What cannot be opened is no report: reading it tells what is wrong with it.
    """
    known = {".xlsx": _is_own_workbook, ".csv": _is_own_list}.get(path.suffix.lower())
    # Opening a pipe waits for ever.
    if known is None or not path.is_file():
        return False
    with suppress(OSError), path.open("rb") as file:
        return known(file)
    return False


def is_marked_copy(path: Path) -> bool:
    """Whether a file is a marked copy of a source, which is a log like its original."""
    if not path.is_file():
        return False
    with suppress(OSError), path.open("rb") as file:
        return _has_keywords(file, COPY_KEYWORDS)
    return False


def _is_own_workbook(file: IO[bytes]) -> bool:
    return _has_keywords(file, KEYWORDS)


def _has_keywords(file: IO[bytes], keywords: str) -> bool:
    """Whether the properties of a workbook hold these words; no other file has any."""
    listed = zipped.directory(file)
    for member in listed if isinstance(listed, list) else ():
        if member.filename == _PROPERTIES and member.file_size <= _LARGEST_PROPERTIES:
            content = zipped.unpack(file, member)
            return isinstance(content, bytes) and keywords.encode() in content
    return False


def _is_own_list(file: IO[bytes]) -> bool:
    head = file.read(len(_BYTE_ORDER_MARK) + len(_HEADER) + 1).removeprefix(_BYTE_ORDER_MARK)
    return head.startswith(_HEADER) and head[len(_HEADER) :][:1] in {b"", b"\r", b"\n"}
