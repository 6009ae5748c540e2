"""Turns what the command-line framework says in English into our own two lines."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from homework_check.errors import UsageError
from homework_check.messages import usage
from homework_check.messages.guesses import BEFORE, ask_for, did_you_mean
from homework_check.messages.help import PAGES
from homework_check.messages.inert import inert

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from typer.exceptions import TyperException

PROGRAM = "homework-check"
COMMANDS = tuple(filter(None, PAGES))


def usage_error(error: TyperException, arguments: Sequence[str]) -> UsageError:
    """Say an error of the framework in our words.

    The framework keeps its classes to itself, so they are told apart by what they carry.
    """
    option = getattr(error, "option_name", None)
    command = next((a for a in arguments if a in COMMANDS), "")
    help_line = help_of(command)
    if option is None:
        message = usage.OTHER.format(reason=inert(error.format_message()))
        return UsageError(message, usage.SEE_HELP.format(help=help_line))
    if hasattr(error, "possibilities"):
        return UsageError(
            usage.UNKNOWN_OPTION.format(option=inert(option)),
            ask_for(error.possibilities or (), BEFORE) + usage.ALL_OPTIONS.format(help=help_line),
        )
    given = any(argument.startswith(f"{option}=") for argument in arguments)
    message = (usage.TAKES_NO_VALUE if given else usage.NO_VALUE).format(option=inert(option))
    return UsageError(message, usage.SEE_HELP.format(help=help_line))


def unknown_command(name: str) -> UsageError:
    """Answer a word that is no command: a file without the word check, or a typing error."""
    if Path(name).exists() or Path(name).suffix or "/" in name or "\\" in name:
        return UsageError(usage.NO_COMMAND, usage.NO_COMMAND_HINT.format(source=inert(name)))
    guess = did_you_mean(name, COMMANDS, BEFORE)
    hint = guess + usage.ALL_COMMANDS.format(help=help_of(""))
    return UsageError(usage.UNKNOWN_COMMAND.format(name=inert(name)), hint)


@contextmanager
def stated_at(origin: str) -> Iterator[None]:
    """Name the variable or the key of a file in a `UsageError` that speaks of an option's value."""
    try:
        yield
    except UsageError as error:
        if origin.startswith("-"):
            raise
        message = usage.STATED_AT.format(origin=origin, message=error.message)
        raise UsageError(message, error.hint) from None


def extra_words(words: Sequence[str], command: str) -> UsageError:
    """Answer words that a command has no use for."""
    message = usage.EXTRA.format(words=inert(" ".join(words)))
    return UsageError(message, usage.SEE_HELP.format(help=help_of(command)))


def help_of(command: str) -> str:
    """Give the command line that shows the help of `command`; empty: of the program."""
    return " ".join(filter(None, (PROGRAM, command, "--help")))
