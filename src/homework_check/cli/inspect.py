"""``homework-check inspect``: show how sources were understood."""

import typer

from homework_check.cli import options
from homework_check.cli.asked import Configured, Display, Judging, Reading


def inspect(  # noqa: PLR0913 - typer takes a command's options from its parameters
    context: typer.Context,
    sources: options.Sources = None,
    *,
    stdin_filename: options.StdinFilename = None,
    exclude: options.Exclude = None,
    encoding: options.Encoding = None,
    school_system: options.System = None,
    assume: options.Assume = None,
    week: options.Week = None,
    first: options.First = None,
    last: options.Last = None,
    format_name: options.Format = "text",
    verbose: options.Verbose = False,
    config: options.Config = None,
    isolated: options.Isolated = False,
    colour: options.Colour = "auto",
    _debug: options.Debug = False,
    _help: options.Help = False,
) -> None:
    """Inspect sources; the exit code tells whether there is a log among them."""
    from homework_check.one_source import usual_crew

    configured = Configured(config, isolated)
    # The worker gets ready while this process does, which --help and --version need not.
    with context.obj.crew or usual_crew() as crew:
        from homework_check.cli import inspecting

        code = inspecting.run(
            Reading("inspect", sources or (), stdin_filename, exclude or (), encoding, configured),
            Judging(week, first, last, school_system, assume or ()),
            Display(context.obj.lang, format_name, colour, verbose=verbose),
            crew,
        )
    raise typer.Exit(code)
