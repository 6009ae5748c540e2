"""Zip files of submissions, opened like folders: their members are sources of their own."""

from __future__ import annotations

import io
import stat
from collections import Counter
from contextlib import closing
from itertools import repeat
from pathlib import PurePath
from typing import IO, TYPE_CHECKING, Final

from homework_check.readers import zipped
from homework_check.readers.archives import is_document
from homework_check.readers.names import is_excluded, reason_to_pass_over
from homework_check.readers.own import is_worth_a_look, reason_inside
from homework_check.workbook import PassedOver, Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from zipfile import ZipInfo

    from homework_check.readers.source_file import SourceFile

_DEEPEST: Final = 2
"""A zip file in a zip file: the county packs what its schools have packed."""


def members(file: SourceFile, exclude: Sequence[str] = ()) -> Iterator[SourceFile | PassedOver]:
    """Everything in a zip file of submissions, in no order; any other file as it is.

    The zip file's own name counts as the name of a folder. Two members of one name are two
    sources, the later with its number behind the name. One without any source is as it is:
    nobody may take an empty submission for a sound one.
    """
    listed = _listed(file)
    if listed is None:
        yield file
        return
    if isinstance(listed, Unreadable):
        yield file._replace(refused=listed)
        return
    shown_as = _Names()
    passed: set[str] = set()
    is_empty = True
    for member in listed:
        parts = [p for p in zipped.name_of(member).split("/") if p not in {"", ".", ".."}]
        paths = ["/".join((file.shown, *parts[:n])) for n in range(1, len(parts) + 1)]
        if not _is_file(member, parts) or any(map(is_excluded, parts, paths, repeat(exclude))):
            continue
        if reason := _passed_over(parts, paths):
            if reason.path not in passed:
                passed.add(reason.path)
                yield reason
            continue
        found = file._replace(
            shown=shown_as.name(paths[-1]),
            folders=(*file.folders, PurePath(file.shown).stem, *parts[:-1]),
            inside=(*file.inside, member),
        )
        if inside := _reason_inside(parts[-1], found):
            yield PassedOver(found.shown, inside)
            continue
        is_empty = False
        yield from members(found, exclude) if len(found.inside) < _DEEPEST else (found,)
    if is_empty:
        yield file


class _Names:
    """What members are shown as: the later of one name with its number behind."""

    def __init__(self) -> None:
        self._times: Counter[str] = Counter()
        self._taken: set[str] = set()

    def name(self, path: str) -> str:
        """Give a name that no member before has been given."""
        shown = path
        while not self._times[path] or shown in self._taken:
            self._times[path] += 1
            shown = path if self._times[path] == 1 else f"{path} ({self._times[path]})"
        self._taken.add(shown)
        return shown


def _is_file(member: ZipInfo, parts: Sequence[str]) -> bool:
    return bool(parts) and not member.is_dir()


def read_member(file: SourceFile) -> bytes | Unreadable:
    """Give the bytes of a member, through every zip file around it. Raises `OSError`."""
    with closing(_open(file)) as outer:
        data = zipped.unpack(outer, file.inside[0])
    for member in file.inside[1:]:
        if isinstance(data, Unreadable):
            break
        data = zipped.unpack(io.BytesIO(data), member)
    return data


def _reason_inside(name: str, file: SourceFile) -> str | None:
    """Why a member is passed over for what it holds. One that is damaged is read, and told."""
    if not is_worth_a_look(name):
        return None
    try:
        data = read_member(file)
        return None if isinstance(data, Unreadable) else reason_inside(name, io.BytesIO(data))
    except OSError:
        return None


def _listed(file: SourceFile) -> list[ZipInfo] | Unreadable | None:
    """What a zip file lists; None: it is none, or a workbook, or cannot be opened."""
    if not file.shown.lower().endswith(".zip") or _is_special(file):
        return None
    try:
        if file.inside:
            data = read_member(file)
            return data if isinstance(data, Unreadable) else _directory(io.BytesIO(data))
        with closing(_open(file)) as archive:
            return _directory(archive)
    except OSError:
        return None


def _directory(archive: IO[bytes]) -> list[ZipInfo] | Unreadable | None:
    if archive.read(2) != b"PK":
        return None
    listed = zipped.directory(archive)
    if isinstance(listed, Unreadable):
        return listed
    names = {zipped.name_of(member) for member in listed}
    return None if is_document(names) else listed


def _open(file: SourceFile) -> IO[bytes]:
    return file.path.open("rb") if file.path else io.BytesIO(file.data or b"")


def _is_special(file: SourceFile) -> bool:
    """Whether opening the file may wait for ever, or is not allowed."""
    if file.path is None:
        return file.data is None
    try:
        return not stat.S_ISREG(file.path.stat().st_mode)
    except OSError:
        return True


def _passed_over(parts: Sequence[str], paths: Sequence[str]) -> PassedOver | None:
    """The outermost part of a member's path that is certainly no log."""
    for part, path in zip(parts, paths, strict=True):
        if reason := reason_to_pass_over(part):
            return PassedOver(path, reason)
    return None
