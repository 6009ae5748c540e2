"""``homework-check schema``: the JSON Schemas of the JSON reports."""

import typer

from homework_check.cli import streams
from homework_check.cli.faults import extra_words
from homework_check.cli.options import Debug, Help


def schema(
    context: typer.Context,
    *,
    _debug: Debug = False,
    _help: Help = False,
) -> None:
    """Print the JSON Schema of what a command reports, of ``check`` if none is named."""
    command, *more = context.args or ["check"]
    if more or command not in {"check", "merge"}:
        raise extra_words(more or context.args, "schema")
    if command == "merge":
        from homework_check.merge import schema as schema_of_merged

        streams.show(schema_of_merged(), machine=True)
        return
    from homework_check.reporters.json_v1.report import schema as schema_of_report

    streams.show(schema_of_report(), machine=True)
