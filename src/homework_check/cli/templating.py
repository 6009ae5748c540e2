"""Does what ``homework-check template`` was asked for."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from homework_check.cli import output, streams, values
from homework_check.cli.defaults import find_defaults
from homework_check.cli.packs import load_rules
from homework_check.errors import UsageError
from homework_check.messages import template_errors as errors
from homework_check.messages import usage
from homework_check.messages.inert import inert
from homework_check.template import render

if TYPE_CHECKING:
    from homework_check.cli.asked import Configured
    from homework_check.text import Lang

_ENDINGS = {".xlsx": "xlsx"}


def run(
    path: str | None,
    pack_name: str | None,
    school_system: str | None,
    configured: Configured,
    lang: Lang,
) -> None:
    """Make the form and save it. Raises `HomeworkCheckError`, also rather than overwrite."""
    if path is None:
        raise UsageError(errors.NO_OUTPUT, errors.NO_OUTPUT_HINT)
    target = output.parse_target(path, _ENDINGS)
    defaults = find_defaults(configured, os.environ)
    system = values.parse_school_system(*defaults.text("--school-system", school_system, "6-3"))
    pack = load_rules(defaults, pack_name)
    # A report can be made again; what teachers have typed into a form cannot.
    if target.path.is_file():
        message = errors.EXISTS.format(file=inert(path))
        raise UsageError(message, usage.ANOTHER_NAME)
    output.prepare([target], [])
    output.save(target.path, render(pack, system, lang))
    streams.tell(usage.SAVED.format(file=inert(path))[lang])
