"""The commands and how they hang together."""

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from homework_check import __version__
from homework_check.cli import check, completion, inspect, merge, rules, schema, streams, template
from homework_check.cli.as_written import Command
from homework_check.cli.faults import unknown_command
from homework_check.cli.help import format_help
from homework_check.cli.options import Debug, Help
from homework_check.messages import usage


class _Commands(TyperGroup):
    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Find a command; an unknown one is told in our words."""
        command = super().get_command(ctx, cmd_name)
        if command is None:
            raise unknown_command(cmd_name)
        if ctx.resilient_parsing:
            # A shell asks; without this it would be shown the first line of a docstring.
            command.short_help = completion.summary(cmd_name, ctx.obj.lang)
        return command


# NOTE: the framework's own --help would load pydantic and rich, and cut Chinese text.
app = typer.Typer(
    cls=_Commands,
    # The framework's own options for it speak English only, and change settings of PowerShell.
    add_completion=False,
    add_help_option=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command("check", cls=Command, add_help_option=False)(check.check)
app.command("completion", cls=Command, add_help_option=False)(completion.completion)
app.command("inspect", cls=Command, add_help_option=False)(inspect.inspect)
app.command("merge", cls=Command, add_help_option=False)(merge.merge)
app.command("rules", cls=Command, add_help_option=False)(rules.rules)
app.command(
    "schema", cls=Command, add_help_option=False, context_settings={"allow_extra_args": True}
)(schema.schema)
app.command(
    "template", cls=Command, add_help_option=False, context_settings={"allow_extra_args": True}
)(template.template)


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - called by typer
    if wanted:
        streams.show(usage.VERSION.format(version=__version__).en + "\n")
        raise typer.Exit(0)


@app.callback(invoke_without_command=True)
def program(
    context: typer.Context,
    *,
    _version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_show_version)
    ] = False,
    _debug: Debug = False,
    _help: Help = False,
) -> None:
    """Say how the program is used if no command was given: exit code 2."""
    if context.invoked_subcommand is None:
        streams.tell(format_help("", context.obj.lang).rstrip())
        raise typer.Exit(2)
