"""The options that several commands share. Their help is in `messages.help`.

``--lang`` is none of them: the language is known before a command is (see `language`).
"""

from typing import Annotated

import typer

from homework_check.cli import streams
from homework_check.cli.help import WIDEST, format_help


def _show_help(context: typer.Context, wanted: bool) -> None:  # noqa: FBT001 - called by typer
    if wanted:
        command = "" if context.parent is None else str(context.info_name)
        streams.show(format_help(command, context.obj.lang, min(WIDEST, streams.width())))
        raise typer.Exit(0)


Help = Annotated[bool, typer.Option("--help", "-h", is_eager=True, callback=_show_help)]
Debug = Annotated[bool, typer.Option("--debug")]

Sources = Annotated[list[str] | None, typer.Argument()]
StdinFilename = Annotated[str | None, typer.Option("--stdin-filename")]
Exclude = Annotated[list[str] | None, typer.Option("--exclude")]
Encoding = Annotated[str | None, typer.Option("--encoding")]

Week = Annotated[str | None, typer.Option("--week")]
First = Annotated[str | None, typer.Option("--from")]
Last = Annotated[str | None, typer.Option("--to")]

Roster = Annotated[str | None, typer.Option("--roster")]

Config = Annotated[str | None, typer.Option("--config")]
Isolated = Annotated[bool, typer.Option("--isolated")]

Rules = Annotated[str | None, typer.Option("--rules")]
System = Annotated[str | None, typer.Option("--school-system")]
Assume = Annotated[list[str] | None, typer.Option("--assume")]

Format = Annotated[str, typer.Option("--format")]
Colour = Annotated[str, typer.Option("--color")]
Jobs = Annotated[str | None, typer.Option("--jobs", "-j")]
NoProgress = Annotated[bool, typer.Option("--no-progress")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v")]
