"""The whole program in one place: read, normalise, check."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from homework_check import __version__
from homework_check.log import Log
from homework_check.one_source import cores, understand, usual_crew, usual_jobs
from homework_check.settings import Assumption, Settings
from homework_check.workbook import Unreadable
from homework_check.workers import USUAL, Lost, each, small_context

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from homework_check.expected import Roster
    from homework_check.marked.markings import Marking
    from homework_check.marked.tasks import Marked, Task, Unmarked
    from homework_check.readers.source_file import SourceFile
    from homework_check.report import Report
    from homework_check.rules.pack import RulePack
    from homework_check.text import Lang
    from homework_check.workbook import PassedOver
    from homework_check.workers import Crew, Limits

    Watch: TypeAlias = Callable[[Log], None]
    Copied: TypeAlias = tuple[SourceFile, Marked | Unmarked]


@dataclass(frozen=True, slots=True)
class Request:
    """What to check and by what. `ignored` are ids of the pack's rules that were left out.

    `jobs` is how many sources are read at a time, 0 as many as there are processor cores;
    None: as their size makes worth while. `roster` None: nobody says which schools are due.
    """

    files: tuple[SourceFile, ...]
    pack: RulePack
    settings: Settings
    passed_over: tuple[PassedOver, ...] = ()
    ignored: tuple[str, ...] = ()
    jobs: int | None = None
    roster: Roster | None = None


def check(
    request: Request,
    watch: Watch | None = None,
    crew: Crew | None = None,
    meanwhile: Callable[[], None] | None = None,
) -> Report:
    """Read every source, understand it, and hold all of them against the rules.

    `watch` is given the log of every source as soon as those before it are understood.
    `crew` None: there are no workers yet. `meanwhile` is called while the first sources are read.
    """
    settings = _with_assumptions(request.settings, request.pack)
    with crew or usual_crew() as workers:
        logs = _begin(request, settings, workers)
        # Loaded while the first sources are read, with what the checker would load later.
        import chinese_calendar  # noqa: F401

        from homework_check.checker import Occasion
        from homework_check.checker import check as check_logs

        if meanwhile:
            meanwhile()
        occasion = Occasion(__version__, now(), request.passed_over, request.ignored)
        watched = _watched(logs, watch) if watch else logs
        return check_logs(watched, request.pack, settings, occasion, request.roster)


def annotate(
    request: Request,
    wanted: Mapping[str, Marking],
    generated_at: str,
    lang: Lang,
    limits: Limits = USUAL,
) -> Iterator[Copied]:
    """Give the marked copies of the sources that are `wanted`, as the report of them says.

    A source that kills its worker, or takes too long, is tried once more without its looks.
    """
    from homework_check.marked.tasks import Task, Unmarked

    encoding = request.settings.encoding
    tasks = [
        Task(file, wanted[file.shown], lang, encoding, generated_at)
        for file in request.files
        if file.shown in wanted
    ]
    lost = []
    jobs = min(request.jobs or cores(), len(tasks))
    for task, outcome in _outcomes(tasks, jobs, limits):
        if isinstance(outcome, Lost) and task.keeps_looks:
            lost.append(task._replace(anew=True))
        else:
            yield task.file, Unmarked("failed") if isinstance(outcome, Lost) else outcome
    for task, outcome in _outcomes(lost, 1, limits):
        yield task.file, Unmarked("failed") if isinstance(outcome, Lost) else outcome


def _outcomes(
    tasks: Sequence[Task], jobs: int, limits: Limits
) -> Iterator[tuple[Task, Marked | Unmarked | Lost]]:
    # Loaded by those alone who ask for copies: openpyxl takes as long as a small check.
    from homework_check.marked.copying import mark

    # The logs of a whole city are in memory by now.
    outcomes = each(mark, tasks, jobs, limits, small_context()) if tasks else ()
    return zip(tasks, outcomes, strict=True)


def inspect(request: Request, crew: Crew | None = None) -> tuple[Log, ...]:
    """Read and understand every source without judging it."""
    settings = replace(_with_assumptions(request.settings, request.pack), evidence=True)
    with crew or usual_crew() as workers:
        return tuple(_begin(request, settings, workers))


def _begin(request: Request, settings: Settings, crew: Crew) -> Iterator[Log]:
    """Let workers read the sources from now on, so that none can do any harm but to itself."""
    work = partial(understand, settings=settings)
    jobs = usual_jobs(request.files) if request.jobs is None else request.jobs
    outcomes = crew.each(work, request.files, jobs or cores())
    return (
        _unread(file, outcome) if isinstance(outcome, Lost) else outcome
        for file, outcome in zip(request.files, outcomes, strict=True)
    )


def _watched(logs: Iterable[Log], watch: Watch) -> Iterator[Log]:
    for log in logs:
        watch(log)
        yield log


def _unread(file: SourceFile, lost: Lost) -> Log:
    return Log(file.shown, None, None, None, unreadable=Unreadable(lost.reason, lost.details))


def _with_assumptions(settings: Settings, pack: RulePack) -> Settings:
    """The pack's assumptions stand behind the user's own."""
    built_in = (
        Assumption(field, value, built_in=True) for field, value in pack.assumptions.items()
    )
    return replace(settings, assumptions=(*settings.assumptions, *built_in))


def now() -> str:
    """Local time with offset; SOURCE_DATE_EPOCH fixes it, for reproducible reports."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch and epoch.isdecimal():
        return datetime.fromtimestamp(int(epoch), UTC).isoformat()
    return datetime.now().astimezone().isoformat(timespec="seconds")
