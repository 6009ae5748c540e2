"""Saves reports: whole or not at all, and never over a source."""

from __future__ import annotations

import os
import stat
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from homework_check.errors import HomeworkCheckError, UsageError
from homework_check.messages import usage
from homework_check.messages.inert import inert
from homework_check.text import same

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_PATIENCE = 1.0
"""Seconds: on Windows a virus scanner may hold a new file for a moment."""


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
    sources = tuple(sources)
    for path in (target.path for target in targets):
        file = inert(str(path))
        if any(_is_same(path, source) for source in sources):
            raise UsageError(usage.IS_A_SOURCE.format(file=file), usage.ANOTHER_NAME)
        try:
            _try_out(Path(os.path.realpath(path)))
        except (OSError, ValueError):
            message = usage.NOT_WRITABLE.format(file=file)
            raise UsageError(message, usage.NOT_WRITABLE_HINT) from None


def save(path: Path, content: str | bytes) -> None:
    """Write bytes as they are, text as UTF-8; an older file is replaced at once, or left as it was.

    Raises `HomeworkCheckError` if it cannot be saved after all.
    """
    # A link stays a link: what it points to is replaced.
    place = Path(os.path.realpath(path))
    try:
        handle, name = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}.", suffix=".tmp")
        os.close(handle)
        try:
            _write(Path(name), content)
            Path(name).chmod(0o666 & ~_umask())
            _replace(Path(name), place)
        finally:
            Path(name).unlink(missing_ok=True)
    except OSError as error:
        reason = same(error.strerror or type(error).__name__)
        message = usage.NOT_SAVED.format(file=inert(str(path)), reason=reason)
        raise HomeworkCheckError(message, usage.NOT_SAVED_HINT) from None


def _write(path: Path, content: str | bytes) -> None:
    data = content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace")
    with path.open("wb") as file:
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


def _is_same(path: Path, source: Path) -> bool:
    with suppress(OSError):
        return path.samefile(source)
    return False


def _umask() -> int:
    # The only way to ask for it is to set it.
    current = os.umask(0)
    os.umask(current)
    return current
