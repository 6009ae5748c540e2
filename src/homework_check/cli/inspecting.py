"""Does what ``homework-check inspect`` was asked for."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from homework_check import pipeline
from homework_check.cli import request, streams, values
from homework_check.cli.asked import Ruling
from homework_check.cli.defaults import find_defaults
from homework_check.cli.views import view_of
from homework_check.reporters import inspection

if TYPE_CHECKING:
    from homework_check.cli.asked import Display, Judging, Reading
    from homework_check.workers import Crew

_FORMATS = ("text", "json")
_UNDERSTOOD, _NO_LOG = 0, 3


def run(reading: Reading, judging: Judging, display: Display, crew: Crew) -> int:
    """Inspect and show; return the exit code. Raises `HomeworkCheckError`."""
    format_name = values.parse_choice("--format", display.format, _FORMATS)
    view = view_of(display)
    defaults = find_defaults(reading.configured, os.environ)
    asked = request.build(reading, judging, Ruling(narrows=False), defaults)
    if display.verbose:
        request.tell_configuration(defaults, display.lang)
    request.tell_passed_over(asked.passed_over, display.lang, every=display.verbose)
    logs = pipeline.inspect(asked, crew)
    shown = inspection.render(logs, format_name, display.lang, view)
    streams.show(shown, machine=format_name != "text")
    understood = any(sheet.tables for log in logs for sheet in log.sheets)
    return _UNDERSTOOD if understood else _NO_LOG
