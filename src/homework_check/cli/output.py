"""Saves reports: whole or not at all, and never over a source."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from homework_check.errors import HomeworkCheckError, UsageError
from homework_check.messages import usage
from homework_check.messages.inert import inert
from homework_check.text import same

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_PATIENCE = 1.0
"""Seconds: on Windows a virus scanner may hold a new file for a moment."""

_TEMPORARY = ".homework-check-*.tmp"
"""What a report is called, beside its place, before it is moved there."""

_STALE = 3600
"""Seconds: no report takes as long to write."""

_SAVED: list[Path] = []
"""What this run has saved so far, and what is just being moved to its place."""


class Target(NamedTuple):
    """Where a report goes, as the user wrote it, and its format."""

    path: Path
    format: str


def parse_target(text: str, endings: Mapping[str, str]) -> Target:
    """Take the format from the name's ending. Raises `UsageError` for one that is not known."""
    path = Path(text)
    format_name = endings.get(path.suffix.lower())
    if format_name is None:
        raise UsageError(
            usage.UNKNOWN_ENDING.format(file=inert(text)),
            usage.USE_ONE_OF.format(known=" ".join(endings)),
        )
    return Target(path, format_name)


def prepare(targets: Iterable[Target], sources: Iterable[Path]) -> None:
    """Make missing folders, and make sure that every target can be written.

    Raises `UsageError` if one cannot, or is one of the `sources`.
    """
    places = {*filter(None, map(identity, sources))}
    for path in (target.path for target in targets):
        if identity(path) in places:
            message = usage.IS_A_SOURCE.format(file=inert(str(path)))
            raise UsageError(message, usage.ANOTHER_NAME)
        if not can_be_written(path):
            message = usage.NOT_WRITABLE.format(file=inert(str(path)))
            raise UsageError(message, usage.NOT_WRITABLE_HINT)


def identity(path: Path) -> tuple[int, int] | None:
    """What two ways to one file have in common; None: there is none."""
    with suppress(OSError, ValueError):
        status = path.stat()
        return status.st_dev, status.st_ino
    return None


def can_be_written(path: Path) -> bool:
    """Whether a file can be saved there; its folder is made if it is missing."""
    try:
        _try_out(Path(os.path.realpath(path)))
    except (OSError, ValueError):
        return False
    return True


def save(path: Path, content: str | bytes) -> None:
    """Write bytes as they are, text as UTF-8; an older file is replaced at once, or left as it was.

    Raises `HomeworkCheckError` if it cannot be saved after all.
    """
    data = content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace")
    # A link stays a link: what it points to is replaced.
    place = Path(os.path.realpath(path))
    new = place.with_name(_TEMPORARY.replace("*", os.urandom(4).hex()))
    try:
        new.parent.mkdir(parents=True, exist_ok=True)
        try:
            _write(new, data)
            # An interrupt may come as soon as it is there.
            _SAVED.append(path)
            _replace(new, place)
        finally:
            new.unlink(missing_ok=True)
    except OSError as error:
        reason = same(error.strerror or type(error).__name__)
        message = usage.NOT_SAVED.format(file=inert(str(path)), reason=reason)
        raise HomeworkCheckError(message, usage.NOT_SAVED_HINT) from None


def has_saved() -> bool:
    """Whether this run has saved anything, as far as an interrupt can tell."""
    return bool(_SAVED)


def _write(new: Path, data: bytes) -> None:
    """Write a file that has its name only when it is whole, where the system can do that."""
    if sys.platform == "linux":
        # NOTE: a file without a name is gone with its process, even after kill -9. What stands
        # in the way (a network's folder, no /proc) is told by the usual way, if at all.
        with suppress(OSError), open(_nameless(new.parent), "wb") as file:
            _fill(file, data)
            os.link(f"/proc/self/fd/{file.fileno()}", new, src_dir_fd=file.fileno())
            return
    with new.open("xb") as file:
        _fill(file, data)


def _nameless(folder: Path) -> int:
    return os.open(folder, os.O_TMPFILE | os.O_WRONLY, 0o666)


def _fill(file: BinaryIO, data: bytes) -> None:
    file.write(data)
    # A full disk may tell only here.
    file.flush()
    os.fsync(file.fileno())


def _try_out(place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    if place.exists():
        if not stat.S_ISREG(place.stat().st_mode):
            raise OSError
        # Appending nothing changes nothing, but Excel's lock on an open file shows.
        with place.open("ab"):
            pass
    with tempfile.TemporaryFile(dir=place.parent):
        pass
    _clear(place.parent)


def _clear(folder: Path) -> None:
    """Take away what a run left that was killed; a run of the same moment needs its own."""
    for left in folder.glob(_TEMPORARY):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _STALE:
                left.unlink()


def _replace(new: Path, place: Path) -> None:
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            new.replace(place)
        except PermissionError:
            if time.monotonic() > end:
                raise
            time.sleep(_PATIENCE / 10)
        else:
            return
