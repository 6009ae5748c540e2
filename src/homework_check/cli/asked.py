"""The options of a command as they were written, in groups that belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.text import Lang


class Reading(NamedTuple):
    """What to read, and for which command."""

    command: str
    sources: Sequence[str]
    stdin_filename: str | None
    exclude: Sequence[str]
    encoding: str | None


class Judging(NamedTuple):
    """How entries are understood, and which days are due."""

    week: str | None
    first: str | None
    last: str | None
    school_system: str
    assume: Sequence[str]


class Ruling(NamedTuple):
    """By which rules to judge. `pack` None: the default one; `select` empty: all its rules."""

    pack: str | None = None
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()


class Display(NamedTuple):
    """How a result is shown."""

    lang: Lang
    format: str
    colour: str
    verbose: bool = False
    quiet: bool = False


class Result(NamedTuple):
    """What becomes of a report: where it is saved, how much is shown, when it fails."""

    output: Sequence[str]
    max_findings: str
    fail_on: str
