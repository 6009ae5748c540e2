"""Does what ``homework-check check`` was asked for."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from homework_check import pipeline
from homework_check.cli import output, progress, request, streams, values
from homework_check.cli.baselines import ComparedWith
from homework_check.cli.defaults import find_defaults
from homework_check.cli.views import view_of
from homework_check.errors import UsageError
from homework_check.messages import usage
from homework_check.messages.inert import inert
from homework_check.reporters import ENDINGS, FORMATS, View, load, render

if TYPE_CHECKING:
    from collections.abc import Callable

    from homework_check.cli.asked import Display, Judging, Reading, Result, Ruling, Working
    from homework_check.cli.copies import Copies
    from homework_check.cli.defaults import Defaults
    from homework_check.report import Report
    from homework_check.text import Lang

_FAIL_ON = ("error", "warning", "never")


class _Plan(NamedTuple):
    """What is to be done with the report, known to be possible before there is one."""

    lang: Lang
    format: str
    view: View
    targets: tuple[output.Target, ...]
    fail_on: str


def run(  # noqa: PLR0913  one parameter a group of options
    reading: Reading,
    judging: Judging,
    ruling: Ruling,
    display: Display,
    result: Result,
    working: Working,
) -> int:
    """Check, show, save; return the exit code. Raises `HomeworkCheckError`."""
    defaults = find_defaults(reading.configured, os.environ)
    plan = _plan(display, result, defaults)
    asked = request.build(reading, judging, ruling, defaults)
    earlier = ComparedWith(result.baseline, asked)
    output.prepare(plan.targets, [*_paths(asked), *earlier.paths])
    copies = _copies(result, reading, asked, plan)
    if display.verbose and not display.quiet:
        request.tell_configuration(defaults, plan.lang)
    if not display.quiet:
        request.tell_passed_over(asked.passed_over, plan.lang, every=display.verbose)
    asked = replace(asked, jobs=_jobs(working, defaults))
    report = earlier.compared(_check(asked, working, plan, earlier.load))
    streams.keep(report)
    shown = render(report, plan.format, plan.lang, plan.view)
    streams.show(shown, machine=plan.format != "text")
    for target in plan.targets:
        _save(report, target, plan)
    if copies:
        from homework_check.cli import annotating

        watched = working.progress and streams.is_watched()
        telling = annotating.Telling(plan.lang, plan.view.quiet, watched)
        annotating.save(report, asked, copies, telling)
    return report.exit_code(plan.fail_on)


def _copies(
    result: Result, reading: Reading, asked: pipeline.Request, plan: _Plan
) -> Copies | None:
    if result.annotate is None:
        return None
    from homework_check.cli.copies import prepare

    arguments = [path for source in reading.sources for path in request.expanded(source)]
    targets = [target.path for target in plan.targets]
    return prepare(result.annotate, arguments, asked.files, targets)


def _check(
    asked: pipeline.Request, working: Working, plan: _Plan, load_more: Callable[[], None]
) -> Report:
    def meanwhile() -> None:
        load([plan.format, *(target.format for target in plan.targets)])
        load_more()

    if not (working.progress and streams.is_watched()):
        return pipeline.check(asked, None, working.crew, meanwhile)
    with progress.shown(len(asked.files), plan.lang) as watch:
        return pipeline.check(asked, watch, working.crew, meanwhile)


def _jobs(working: Working, defaults: Defaults) -> int | None:
    given = defaults.one("--jobs", working.jobs)
    return values.parse_count(given.origin, given.values[0]) if given else None


def _plan(display: Display, result: Result, defaults: Defaults) -> _Plan:
    fail_on = defaults.text("--fail-on", result.fail_on, "error")
    return _Plan(
        lang=display.lang,
        format=_format(display.format),
        view=view_of(display)._replace(
            max_findings=values.parse_count("--max-findings", result.max_findings)
        ),
        targets=tuple(output.parse_target(text, ENDINGS) for text in result.output),
        fail_on=values.parse_choice(*fail_on, _FAIL_ON),
    )


def _format(text: str) -> str:
    """Read the format for standard output; a terminal is not shown what is no text."""
    name = values.parse_choice("--format", text, tuple(FORMATS))
    if not FORMATS[name].is_text and streams.shows_text():
        message = usage.NO_TEXT.format(format=name)
        raise UsageError(message, usage.NO_TEXT_HINT.format(format=name))
    return name


def _paths(asked: pipeline.Request) -> list[Path]:
    roster = [Path(asked.roster.path)] if asked.roster else []
    return [*roster, *(file.path for file in asked.files if file.path is not None)]


def _save(report: Report, target: output.Target, plan: _Plan) -> None:
    everything = View(verbose=plan.view.verbose, max_findings=sys.maxsize)
    output.save(target.path, render(report, target.format, plan.lang, everything))
    if not plan.view.quiet:
        streams.tell(usage.SAVED.format(file=inert(str(target.path)))[plan.lang])
