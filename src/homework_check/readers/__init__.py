"""Sources to sheets: cells as read, where they stand, merged ranges."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from homework_check.readers.contents import kind_of
from homework_check.readers.package import Package
from homework_check.readers.submissions import read_member
from homework_check.readers.zipped import LARGEST
from homework_check.workbook import Source, Unreadable

if TYPE_CHECKING:
    from homework_check.readers.source_file import SourceFile
    from homework_check.workbook import Workbook


def read(file: SourceFile, encoding: str | None = None) -> Source:
    """Read a source by its content, whatever its name.

    `encoding` is for delimited text only; None: found out. Never raises: what cannot be
    read is an `Unreadable` in the source.
    """
    # Loaded by workers alone, as are the readers below.
    import hashlib

    data = bytes_of(file)
    if isinstance(data, Unreadable):
        return Source(file.shown, data, folders=file.folders)
    content = content_of(data, file.shown, encoding)
    return Source(file.shown, content, hashlib.sha256(data).hexdigest(), file.folders)


def bytes_of(file: SourceFile) -> bytes | Unreadable:
    """Give the bytes of a source, wherever it was found."""
    if file.refused is not None:
        return file.refused
    if file.inside and file.path is None:
        return read_member(file)
    if file.data is not None:
        return file.data if len(file.data) <= LARGEST else Unreadable("too-large")
    if file.path is None:
        return Unreadable("not-a-file")
    try:
        status = file.path.stat()
        # Opening a pipe waits for ever, and a device may never end.
        if not stat.S_ISREG(status.st_mode):
            return Unreadable("not-a-file")
        if file.inside:
            return read_member(file)
        if status.st_size > LARGEST:
            return Unreadable("too-large")
        return file.path.read_bytes()
    except FileNotFoundError:  # a link that leads nowhere
        return Unreadable("not-a-file")
    except OSError:
        return Unreadable("in-use")


def content_of(data: bytes, name: str, encoding: str | None = None) -> Workbook | Unreadable:
    """Read the bytes of a source, keeping whatever goes wrong inside it."""
    try:
        return _read(data, name, encoding)
    except (KeyboardInterrupt, SystemExit):
        raise
    except MemoryError:
        return Unreadable("too-large")
    # NOTE: a panic of the Rust reader is a BaseException, but no Exception.
    except BaseException:  # noqa: BLE001
        return Unreadable("damaged")


def _read(data: bytes, name: str, encoding: str | None) -> Workbook | Unreadable:
    if not data:
        return Unreadable("empty")
    package = Package(data)
    kind = kind_of(package, name)
    if isinstance(kind, Unreadable):
        return kind
    # Imported late: asking for help must not wait for libraries that read workbooks.
    if kind == "text":
        from homework_check.readers import delimited

        return delimited.read(data, encoding)
    if kind == "html":
        from homework_check.readers import web

        return web.read(data, encoding)
    if kind == "spreadsheetml":
        from homework_check.readers import spreadsheetml

        return spreadsheetml.read(data, encoding)
    from homework_check.readers import workbooks

    return workbooks.read(package, kind)
