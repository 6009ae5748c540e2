"""The options of a command as they were written, in groups that belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.text import Lang
    from homework_check.workers import Crew


class Call(NamedTuple):
    """What a command is called with besides its words. `crew` None: no worker was started."""

    lang: Lang
    crew: Crew | None = None


class Configured(NamedTuple):
    """Which configuration file counts. `file` None: the nearest one, unless `isolated`."""

    file: str | None = None
    isolated: bool = False


class Reading(NamedTuple):
    """What to read, for which command, and which configuration file counts."""

    command: str
    sources: Sequence[str]
    stdin_filename: str | None
    exclude: Sequence[str]
    encoding: str | None
    configured: Configured


class Judging(NamedTuple):
    """How entries are understood, and which days and schools are due. None: not stated."""

    week: str | None
    first: str | None
    last: str | None
    school_system: str | None
    assume: Sequence[str]
    roster: str | None = None


class Ruling(NamedTuple):
    """By which rules to judge. `pack` None: not stated; `select` empty: all its rules.

    `narrows` False: nothing is judged, so that it does not matter which rules are left out.
    """

    pack: str | None = None
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    narrows: bool = True


class Display(NamedTuple):
    """How a result is shown."""

    lang: Lang
    format: str
    colour: str
    verbose: bool = False
    quiet: bool = False


class Working(NamedTuple):
    """How a check is done: by whom, how many sources at a time, and whether it is told how far.

    `jobs` None: not stated.
    """

    crew: Crew
    jobs: str | None = None
    progress: bool = True


class Result(NamedTuple):
    """What becomes of a report: where it is saved, how much is shown, when it fails.

    `fail_on` None: not stated. `baseline` is the earlier report that it is compared with, if any;
    `annotate` the folder of marked copies, None: there are none.
    """

    output: Sequence[str]
    max_findings: str
    fail_on: str | None
    baseline: str | None = None
    annotate: str | None = None
