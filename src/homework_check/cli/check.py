"""``homework-check check``: read logs, judge them, show and save the report."""

from typing import Annotated

import typer

from homework_check.cli import options
from homework_check.cli.asked import (
    Configured,
    Display,
    Judging,
    Reading,
    Result,
    Ruling,
    Working,
)


def check(  # noqa: PLR0913 - typer takes a command's options from its parameters
    context: typer.Context,
    sources: options.Sources = None,
    *,
    stdin_filename: options.StdinFilename = None,
    exclude: options.Exclude = None,
    encoding: options.Encoding = None,
    week: options.Week = None,
    first: options.First = None,
    last: options.Last = None,
    roster: options.Roster = None,
    rules: options.Rules = None,
    select: Annotated[list[str] | None, typer.Option("--select")] = None,
    ignore: Annotated[list[str] | None, typer.Option("--ignore")] = None,
    school_system: options.System = None,
    assume: options.Assume = None,
    output: Annotated[list[str] | None, typer.Option("--output", "-o")] = None,
    format_name: options.Format = "text",
    baseline: Annotated[str | None, typer.Option("--baseline")] = None,
    annotate: Annotated[str | None, typer.Option("--annotate")] = None,
    max_findings: Annotated[str, typer.Option("--max-findings")] = "50",
    fail_on: Annotated[str | None, typer.Option("--fail-on")] = None,
    jobs: options.Jobs = None,
    no_progress: options.NoProgress = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q")] = False,
    verbose: options.Verbose = False,
    config: options.Config = None,
    isolated: options.Isolated = False,
    colour: options.Colour = "auto",
    _debug: options.Debug = False,
    _help: options.Help = False,
) -> None:
    """Check sources; the exit code tells the verdict."""
    from homework_check.one_source import usual_crew

    configured = Configured(config, isolated)
    # The first worker gets ready while this process does: reading and judging are loaded only
    # now, since --help and --version need neither.
    with context.obj.crew or usual_crew() as crew:
        from homework_check.cli import checking

        code = checking.run(
            Reading("check", sources or (), stdin_filename, exclude or (), encoding, configured),
            Judging(week, first, last, school_system, assume or (), roster),
            Ruling(rules, select or (), ignore or ()),
            Display(context.obj.lang, format_name, colour, verbose=verbose, quiet=quiet),
            Result(output or (), max_findings, fail_on, baseline, annotate),
            Working(crew, jobs, progress=not (no_progress or quiet)),
        )
    raise typer.Exit(code)
