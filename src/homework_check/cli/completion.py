"""``homework-check completion``: scripts for shells, which ask this program what may follow."""

from collections.abc import Mapping
from typing import Annotated

# NOTE: It names these two nowhere as its own, but has no other way to a script for a shell.
import typer
import typer.completion

from homework_check.cli import options, streams
from homework_check.cli.faults import PROGRAM, extra_words
from homework_check.messages.help import PAGES
from homework_check.text import Lang

SHELLS = ("bash", "zsh", "fish", "powershell")

_VARIABLE = "_HOMEWORK_CHECK_COMPLETE"
"""What the framework tells by that it is a shell that asks."""


def completion(
    words: Annotated[list[str] | None, typer.Argument()] = None,
    *,
    _debug: options.Debug = False,
    _help: options.Help = False,
) -> None:
    """Show the script for the shell that `words` names, bash if they name none."""
    # What reads values is loaded only now: --help does without.
    from homework_check.cli.values import parse_choice

    shell, *more = words or SHELLS[:1]
    if more:
        raise extra_words(more, "completion")
    streams.show(script(parse_choice("completion", shell, SHELLS)))
    raise typer.Exit(0)


def script(shell: str) -> str:
    """Give what a shell of `SHELLS` has to run so that it completes our words."""
    made = typer.completion.get_completion_script(  # type: ignore[attr-defined]
        prog_name=PROGRAM, complete_var=_VARIABLE, shell=shell
    )
    return f"{made}\n"


def is_asked(environment: Mapping[str, str]) -> bool:
    """Whether a shell asks."""
    return bool(environment.get(_VARIABLE))


def get_ready() -> None:
    """Let the framework answer a shell that asks."""
    typer.completion.completion_init()  # type: ignore[attr-defined]


def summary(command: str, lang: Lang) -> str:
    """Say in a line what `command` does: the first sentences of its help."""
    return PAGES[command][lang].splitlines()[2]
