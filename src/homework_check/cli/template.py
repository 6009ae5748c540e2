"""``homework-check template``: make a blank log from a rule pack."""

from typing import Annotated

import typer

from homework_check.cli import options
from homework_check.cli.asked import Configured
from homework_check.cli.faults import extra_words


def template(  # noqa: PLR0913 - typer takes a command's options from its parameters
    context: typer.Context,
    *,
    output: Annotated[str | None, typer.Option("--output", "-o")] = None,
    rules: options.Rules = None,
    school_system: options.System = None,
    config: options.Config = None,
    isolated: options.Isolated = False,
    _debug: options.Debug = False,
    _help: options.Help = False,
) -> None:
    """Save the form and say where."""
    if context.args:
        raise extra_words(context.args, "template")
    # Workbooks and rules are loaded only now: --help and --version do without.
    from homework_check.cli import templating

    configured = Configured(config, isolated)
    templating.run(output, rules, school_system, configured, context.obj.lang)
