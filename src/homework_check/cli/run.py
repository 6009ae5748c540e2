"""Runs a command line from its words to the exit code; nothing gets out as a traceback."""

from __future__ import annotations

import os
import signal
import traceback
from typing import TYPE_CHECKING, NoReturn

from homework_check.cli import INTERRUPTED, ahead, streams
from homework_check.errors import HomeworkCheckError
from homework_check.messages import usage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.cli.asked import Call
    from homework_check.text import Lang

_WRONG_USAGE, _FAULT = 2, 4


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code; what went wrong is told on standard error."""
    interrupts = _noted_interrupts()
    lang: Lang = "zh"
    try:
        with ahead.crew(arguments) as crew:
            # A worker gets ready while this and all that follows is loaded.
            from homework_check.cli import language
            from homework_check.cli.asked import Call

            lang = language.find_language(os.environ, language.system_language())
            rest, wanted = language.take_language(arguments)
            lang = wanted or language.wanted_language(rest, os.environ) or lang
            code = _call(rest, Call(lang, crew))
    except HomeworkCheckError as error:
        if _is_completing():
            return 0
        _tell_error(error, lang)
        return _WRONG_USAGE
    except KeyboardInterrupt:
        code = INTERRUPTED
    except Exception as error:  # noqa: BLE001 - whatever it is, it is no verdict
        if not interrupts:
            _tell_fault(error, lang, debug="--debug" in arguments)
            return _FAULT
        code = INTERRUPTED
    if code == INTERRUPTED:
        _tell_interrupt(lang)
    return code


def _noted_interrupts() -> list[int]:
    """Note interrupts before they are raised: a library may make an error of its own of one.

    Pydantic does where it builds a model.
    """
    noted: list[int] = []

    def interrupt(number: int, _frame: object) -> NoReturn:
        noted.append(number)
        raise KeyboardInterrupt

    # Whoever starts a program in the background may have told it to ignore them.
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, interrupt)
    return noted


def _call(arguments: Sequence[str], call: Call) -> int:
    from typer.exceptions import TyperException

    from homework_check.cli import completion
    from homework_check.cli.app import app
    from homework_check.cli.faults import PROGRAM, usage_error

    if completion.is_asked(os.environ):
        completion.get_ready()
    try:
        code = app(args=list(arguments), prog_name=PROGRAM, standalone_mode=False, obj=call)
    except TyperException as error:
        raise usage_error(error, arguments) from None
    # NOTE: the framework gives back the code of a `typer.Exit`, else what the command returned.
    return code if isinstance(code, int) else 0


def _tell_interrupt(lang: Lang) -> None:
    from homework_check.cli import output

    message = usage.INTERRUPTED_LATER if output.has_saved() else usage.INTERRUPTED
    streams.tell(message[lang])


def _tell_fault(error: Exception, lang: Lang, *, debug: bool) -> None:
    if debug:
        streams.tell("".join(traceback.format_exception(error)).rstrip())
    streams.tell(usage.FAULT.format(what=type(error).__name__)[lang])
    streams.tell(usage.FAULT_HINT[lang])


def _tell_error(error: HomeworkCheckError, lang: Lang) -> None:
    streams.tell(usage.ERROR.format(message=error.message)[lang])
    if error.hint[lang]:
        streams.tell(error.hint[lang])


def _is_completing() -> bool:
    from homework_check.cli import completion

    return completion.is_asked(os.environ)
