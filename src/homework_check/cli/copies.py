"""Where marked copies go: beside no source, and over nothing but older copies."""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final, NamedTuple

from homework_check.cli import output
from homework_check.errors import UsageError
from homework_check.marks import COPY_KEYWORDS
from homework_check.messages import marked as say
from homework_check.messages import usage
from homework_check.messages.inert import inert
from homework_check.readers.own import is_marked_copy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from homework_check.readers.source_file import SourceFile

_NO_NAME: Final = re.compile(r'[<>:"/\\|?*]')
_RESERVED: Final = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")
"""What Windows takes in no name of a file. Source: learn.microsoft.com, Naming Files."""

_LONGEST: Final = 200
"""Bytes of a name; file systems take 255."""

_ENDING: Final = ".xlsx"
_PROBE: Final = f".{COPY_KEYWORDS.replace(' ', '-')}"
"""A name that no file has, to find out whether any can be written."""


class Copies(NamedTuple):
    """The folder of the copies as the user wrote it, and the place of each there may be.

    `places` go by the paths of sources; `older` are those that hold the copy of an earlier run.
    """

    folder: str
    places: dict[str, Path]
    older: frozenset[Path]


def prepare(
    folder: str, arguments: Iterable[str], files: Sequence[SourceFile], taken: Iterable[Path]
) -> Copies:
    """Find a place for the copy of every source, and make sure that it can be written.

    `taken` are the places of reports. Raises `UsageError`.
    """
    if not folder:
        raise UsageError(usage.NO_VALUE.format(option="--annotate"), say.ANOTHER_FOLDER)
    for argument in arguments:
        if _is_inside(folder, argument):
            message = say.INSIDE_SOURCE.format(folder=inert(folder), source=inert(argument))
            raise UsageError(message, say.OUTSIDE)
    places = _places(Path(folder), files, taken)
    existing = [place for place in places.values() if os.path.lexists(place)]
    sources = {*filter(None, (output.identity(file.path) for file in files if file.path))}
    for place in existing:
        file = inert(str(place))
        if output.identity(place) in sources:
            raise UsageError(usage.IS_A_SOURCE.format(file=file), say.ANOTHER_FOLDER)
        if not is_marked_copy(place):
            raise UsageError(say.NO_COPY.format(file=file), say.ANOTHER_FOLDER)
        if not output.can_be_written(place):
            raise UsageError(usage.NOT_WRITABLE.format(file=file), usage.NOT_WRITABLE_HINT)
    if not output.can_be_written(Path(folder, _PROBE)):
        raise UsageError(say.NO_FOLDER.format(folder=inert(folder)), say.ANOTHER_FOLDER)
    return Copies(folder, places, frozenset(existing))


def _is_inside(folder: str, argument: str) -> bool:
    """Whether a folder lies inside one that is searched for sources."""
    if not Path(argument).is_dir():
        return False
    inner, outer = (Path(os.path.normcase(os.path.realpath(p))) for p in (folder, argument))
    return inner.is_relative_to(outer)


def _places(folder: Path, files: Iterable[SourceFile], taken: Iterable[Path]) -> dict[str, Path]:
    """Each source's place, under the folders it was found in; no two differ by case alone."""
    used = {_folded(path) for path in taken}
    places = {}
    for file in files:
        below = folder.joinpath(*map(_safe, file.folders))
        stem = _safe(PurePath(file.shown).stem)
        place = next(p for p in _names(below, stem) if _folded(p) not in used)
        used.add(_folded(place))
        places[file.shown] = place
    return places


def _names(folder: Path, stem: str) -> Iterator[Path]:
    yield folder / f"{stem}{_ENDING}"
    number = 2
    while True:
        yield folder / f"{stem} ({number}){_ENDING}"
        number += 1


def _safe(name: str) -> str:
    """Give a name that every system takes: those in a zip file, or of another system, may not."""
    shown = _NO_NAME.sub("_", inert(name)).rstrip(" .")
    while len(shown.encode("utf-8", "replace")) > _LONGEST:
        shown = shown[:-1]
    return f"_{shown}" if not shown or _RESERVED.fullmatch(shown) else shown


def _folded(path: Path) -> str:
    return os.path.realpath(path).casefold()
