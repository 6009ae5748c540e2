"""``homework-check merge``: add up reports of several offices or weeks."""

from typing import Annotated

import typer

from homework_check.cli import options
from homework_check.cli.asked import Display


def merge(  # noqa: PLR0913 - typer takes a command's options from its parameters
    context: typer.Context,
    reports: Annotated[list[str] | None, typer.Argument()] = None,
    *,
    output: Annotated[list[str] | None, typer.Option("--output", "-o")] = None,
    format_name: options.Format = "text",
    quiet: Annotated[bool, typer.Option("--quiet", "-q")] = False,
    verbose: options.Verbose = False,
    colour: options.Colour = "auto",
    _debug: options.Debug = False,
    _help: options.Help = False,
) -> None:
    """Merge JSON reports; the exit code tells the worst verdict."""
    # What reads reports is loaded only now: --help and --version do without.
    from homework_check.cli import merging

    display = Display(context.obj.lang, format_name, colour, verbose=verbose, quiet=quiet)
    raise typer.Exit(merging.run(reports or (), output or (), display))
