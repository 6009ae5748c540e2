"""``homework-check rules``: list, explain, validate and test rules."""

from typing import Annotated

import typer

from homework_check.cli import options
from homework_check.cli.asked import Configured


def rules(  # noqa: PLR0913 - typer takes a command's options from its parameters
    context: typer.Context,
    words: Annotated[list[str] | None, typer.Argument()] = None,
    *,
    pack: options.Rules = None,
    verbose: options.Verbose = False,
    config: options.Config = None,
    isolated: options.Isolated = False,
    _debug: options.Debug = False,
    _help: options.Help = False,
) -> None:
    """Run the command among `words`, ``list`` if there is none."""
    # The rules are loaded only now: --help and --version do without.
    from homework_check.cli import ruling

    configured = Configured(config, isolated)
    code = ruling.run(words or (), pack, configured, context.obj.lang, verbose=verbose)
    raise typer.Exit(code)
