"""Runs a command line from its words to the exit code; nothing gets out as a traceback."""

from __future__ import annotations

import os
import traceback
from typing import TYPE_CHECKING

from typer.exceptions import TyperException

from homework_check.cli import completion, streams
from homework_check.cli.app import app
from homework_check.cli.faults import PROGRAM, usage_error
from homework_check.cli.language import (
    find_language,
    system_language,
    take_language,
    wanted_language,
)
from homework_check.errors import HomeworkCheckError
from homework_check.messages import usage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.text import Lang

_WRONG_USAGE, _FAULT, _INTERRUPTED = 2, 4, 130


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code; what went wrong is told on standard error."""
    lang = find_language(os.environ, system_language())
    completing = completion.is_asked(os.environ)
    try:
        rest, wanted = take_language(arguments)
        lang = wanted or wanted_language(rest, os.environ) or lang
        code = _call(rest, lang)
    except HomeworkCheckError as error:
        if completing:
            return 0
        _tell_error(error, lang)
        return _WRONG_USAGE
    except KeyboardInterrupt:
        code = _INTERRUPTED
    except Exception as error:  # noqa: BLE001 - whatever it is, it is no verdict
        if "--debug" in arguments:
            streams.tell(traceback.format_exc().rstrip())
        streams.tell(usage.FAULT.format(what=type(error).__name__)[lang])
        streams.tell(usage.FAULT_HINT[lang])
        return _FAULT
    if code == _INTERRUPTED:
        streams.tell(usage.INTERRUPTED[lang])
    return code


def _call(arguments: Sequence[str], lang: Lang) -> int:
    try:
        code = app(args=list(arguments), prog_name=PROGRAM, standalone_mode=False, obj=lang)
    except TyperException as error:
        raise usage_error(error, arguments) from None
    # NOTE: the framework gives back the code of a `typer.Exit`, else what the command returned.
    return code if isinstance(code, int) else 0


def _tell_error(error: HomeworkCheckError, lang: Lang) -> None:
    streams.tell(usage.ERROR.format(message=error.message)[lang])
    if error.hint[lang]:
        streams.tell(error.hint[lang])
