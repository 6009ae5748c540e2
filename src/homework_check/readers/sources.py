"""Arguments of the command line to the files they stand for."""

from __future__ import annotations

import os
from contextlib import suppress
from difflib import get_close_matches
from functools import cache
from itertools import chain
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

from homework_check.errors import UsageError
from homework_check.messages import source_errors
from homework_check.messages.inert import inert
from homework_check.readers.names import is_excluded, reason_to_pass_over
from homework_check.readers.own import is_worth_a_look, reason_inside
from homework_check.readers.source_file import SourceFile
from homework_check.readers.submissions import members
from homework_check.text import natural
from homework_check.workbook import PassedOver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from homework_check.text import Natural


class Found(NamedTuple):
    """The files to read, and what was met while searching but is certainly no log."""

    files: tuple[SourceFile, ...]
    passed_over: tuple[PassedOver, ...]


def find(
    arguments: Sequence[str],
    *,
    exclude: Sequence[str] = (),
    stdin: bytes | None = None,
    stdin_filename: str | None = None,
) -> Found:
    """Find the files of `arguments`: files, folders to be searched through, zips, or ``-``.

    What is named is never passed over; the globs of `exclude` match the name or the whole
    path of what is found in folders. Both are in the order of their names, whatever that of the
    arguments. Two ways to one file are one source; the one through most folders counts.
    Raises `UsageError` for a name that does not exist and for ``-`` without a name.
    """
    real_folder: Callable[[Path], str] = cache(os.path.realpath)
    files: dict[tuple[str, ...], SourceFile] = {}
    passed: dict[str, PassedOver] = {}
    for argument in arguments:
        if argument == "-":
            place: list[SourceFile | PassedOver] = [_standard_input(stdin, stdin_filename)]
        else:
            place = [*_at(argument, exclude)]
        for found in chain.from_iterable(_opened(found, exclude) for found in place):
            if isinstance(found, PassedOver):
                passed.setdefault(found.path, found)
            else:
                key = _key(found, real_folder)
                files[key] = min(files.get(key, found), found, key=_way)
    named = {file.shown for file in files.values()}
    left = (p for p in passed.values() if p.path not in named)
    return Found(tuple(sorted(files.values(), key=_shown)), tuple(sorted(left, key=_shown)))


def _at(argument: str, exclude: Sequence[str]) -> Iterator[SourceFile | PassedOver]:
    """The file that is named, or everything below the folder that is."""
    if not os.path.lexists(argument):
        raise _not_found(argument)
    path = Path(argument)
    return _search(path, exclude) if path.is_dir() else iter([SourceFile(argument, path)])


def _opened(
    found: SourceFile | PassedOver, exclude: Sequence[str]
) -> Iterable[SourceFile | PassedOver]:
    return (found,) if isinstance(found, PassedOver) else members(found, exclude)


def _standard_input(stdin: bytes | None, name: str | None) -> SourceFile:
    if not name:
        raise UsageError(source_errors.NO_STDIN_NAME, source_errors.ADD_STDIN_NAME)
    return SourceFile(name, None, stdin or b"")


def _search(root: Path, exclude: Sequence[str]) -> Iterator[SourceFile | PassedOver]:
    """Everything below `root`, in no order. Links are not followed out of it."""
    home = Path(os.path.realpath(root))
    closed: list[SourceFile] = []

    def keep(error: OSError) -> None:
        closed.append(SourceFile(PurePath(error.filename).as_posix(), None))

    for folder, folders, names in os.walk(root, onerror=keep):
        inside = []
        below = Path(folder).relative_to(root).parts
        for name in [*folders, *names]:
            path = Path(folder, name)
            shown = path.as_posix()
            if is_excluded(name, shown, exclude):
                continue
            if reason := reason_to_pass_over(name):
                yield PassedOver(shown, reason)
            elif path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(home):
                yield SourceFile(shown, None)
            elif name in folders:
                inside.append(name)
            elif reason := _reason_inside(path):
                yield PassedOver(shown, reason)
            else:
                yield SourceFile(shown, path, folders=below)
        folders[:] = inside
    yield from closed


def _reason_inside(path: Path) -> str | None:
    """Why a file is passed over for what it holds. One that cannot be opened is read, and told."""
    # Opening a pipe waits for ever.
    if is_worth_a_look(path.name) and path.is_file():
        with suppress(OSError), path.open("rb") as file:
            return reason_inside(path.name, file)
    return None


def _way(file: SourceFile) -> tuple[int, Natural]:
    """The best way to a file first: folders may say whose it is."""
    return -len(file.folders), _shown(file)


def _shown(found: SourceFile | PassedOver) -> Natural:
    return natural(found.shown if isinstance(found, SourceFile) else found.path)


def _key(file: SourceFile, real_folder: Callable[[Path], str]) -> tuple[str, ...]:
    """What two ways to one file have in common. Most files share their folder with others."""
    path, place = file.path, file.shown
    if path is not None:
        is_link = path.is_symlink()
        real = os.path.realpath(path) if is_link else Path(real_folder(path.parent), path.name)
        place = os.path.normcase(real)
    return place, *(str(member.header_offset) for member in file.inside)


def _not_found(argument: str) -> UsageError:
    path = Path(argument)
    try:
        beside = [entry.name for entry in path.parent.iterdir()]
    except (OSError, ValueError):
        beside = []
    message = source_errors.NO_FILE.format(file=inert(argument))
    for guess in get_close_matches(path.name, sorted(beside), n=1):
        hint = source_errors.IN_THE_SAME_FOLDER.format(guess=inert(guess))
        return UsageError(message, hint)
    return UsageError(message, source_errors.LOOK_AT_THE_NAME)
