"""``homework-check template``: make a blank log from a rule pack."""

from typing import Annotated

import typer

from homework_check.cli import options
from homework_check.cli.faults import extra_words


def template(
    context: typer.Context,
    *,
    output: Annotated[str | None, typer.Option("--output", "-o")] = None,
    rules: options.Rules = None,
    school_system: options.System = "6-3",
    _debug: options.Debug = False,
    _help: options.Help = False,
) -> None:
    """Save the form and say where."""
    if context.args:
        raise extra_words(context.args, "template")
    # Workbooks and rules are loaded only now: --help and --version do without.
    from homework_check.cli import templating

    templating.run(output, rules, school_system, context.obj)
