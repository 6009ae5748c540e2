"""What this program has made that lies among the logs, and data: known by what they hold."""

from __future__ import annotations

from contextlib import suppress
from pathlib import PurePath
from typing import IO, TYPE_CHECKING, Final

from homework_check.marks import COPY_KEYWORDS, CSV_KEYS, GENERATOR, KEYWORDS, TEST_SUITES
from homework_check.readers import zipped
from homework_check.readers.contents import TABLES_IN_MARKUP

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

_PROPERTIES: Final = "docProps/core.xml"
_LARGEST_PROPERTIES: Final = 64 * 1024
_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
_HEADER: Final = ",".join(CSV_KEYS).encode()
_HEAD: Final = 4096


def is_worth_a_look(name: str) -> bool:
    """Whether a file of this name may be a report of this program, or data."""
    return _suffix(name) in _LOOKS


def reason_inside(name: str, file: IO[bytes]) -> str | None:
    """Why a file met while searching is passed over for what it holds; None: it may be a log.

    A report that `check` wrote is known by its mark and not by its name. `name` is one that
    `is_worth_a_look`. Raises `OSError`.
    """
    return _LOOKS[_suffix(name)](file)


def is_marked_copy(path: Path) -> bool:
    """Whether a file is a marked copy of a source, which is a log like its original."""
    if not path.is_file():
        return False
    with suppress(OSError), path.open("rb") as file:
        return _has_keywords(file, COPY_KEYWORDS)
    return False


def _suffix(name: str) -> str:
    return PurePath(name).suffix.lower()


def _of_workbook(file: IO[bytes]) -> str | None:
    return "own-report" if _has_keywords(file, KEYWORDS) else None


def _has_keywords(file: IO[bytes], keywords: str) -> bool:
    """Whether the properties of a workbook hold these words; no other file has any."""
    listed = zipped.directory(file)
    for member in listed if isinstance(listed, list) else ():
        if member.filename == _PROPERTIES and member.file_size <= _LARGEST_PROPERTIES:
            content = zipped.unpack(file, member)
            return isinstance(content, bytes) and keywords.encode() in content
    return False


def _of_list(file: IO[bytes]) -> str | None:
    head = file.read(len(_BYTE_ORDER_MARK) + len(_HEADER) + 1).removeprefix(_BYTE_ORDER_MARK)
    is_own = head.startswith(_HEADER) and head[len(_HEADER) :][:1] in {b"", b"\r", b"\n"}
    return "own-report" if is_own else None


def _of_page(file: IO[bytes]) -> str | None:
    return "own-report" if GENERATOR.encode() in file.read(_HEAD) else None


def _of_xml(file: IO[bytes]) -> str | None:
    """Of XML only the formats of spreadsheets may be logs."""
    head = file.read(_HEAD)
    if TEST_SUITES.encode() in head:
        return "own-report"
    readable = head.replace(b"\0", b"").lower()
    return None if any(mark in readable for mark in TABLES_IN_MARKUP) else "data"


_LOOKS: Final[Mapping[str, Callable[[IO[bytes]], str | None]]] = {
    ".xlsx": _of_workbook,
    ".csv": _of_list,
    ".html": _of_page,
    ".htm": _of_page,
    ".xml": _of_xml,
}
