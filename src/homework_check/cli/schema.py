"""``homework-check schema``: the JSON Schema of the JSON report."""

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
    """Print the JSON Schema of the report."""
    if context.args:
        raise extra_words(context.args, "schema")
    from homework_check.reporters import json_v1

    streams.show(json_v1.schema(), machine=True)
