"""A file to read, wherever it was found."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path
    from zipfile import ZipInfo

    from homework_check.workbook import Unreadable


class SourceFile(NamedTuple):
    """A file to read: `shown` as on the command line, with ``/`` below folders.

    `data` holds what came from standard input. Both `path` and `data` None: something that
    must not be opened, such as a link that leaves its folder. `folders` are the names of the
    folders between the argument and the file, the outermost first; `inside` are the members
    of zip files that lead to it from `path`. `refused`: why it is not to be read.
    """

    shown: str
    path: Path | None
    data: bytes | None = None
    folders: tuple[str, ...] = ()
    inside: tuple[ZipInfo, ...] = ()
    refused: Unreadable | None = None
