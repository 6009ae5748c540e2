"""``homework-check rules``: list, explain, validate and test rules."""

from typing import Annotated

import typer

from homework_check.cli import options


def rules(
    context: typer.Context,
    words: Annotated[list[str] | None, typer.Argument()] = None,
    *,
    pack: options.Rules = None,
    verbose: options.Verbose = False,
    _debug: options.Debug = False,
    _help: options.Help = False,
) -> None:
    """Run the command among `words`, ``list`` if there is none."""
    # The rules are loaded only now: --help and --version do without.
    from homework_check.cli import ruling

    code = ruling.run(words or (), pack, context.obj, verbose=verbose)
    raise typer.Exit(code)
