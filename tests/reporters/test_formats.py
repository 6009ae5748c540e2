"""The table of formats: all modules have one signature, and load only when asked for."""

from __future__ import annotations

from typing import Final

from homework_check.reporters import (
    FORMATS,
    Reporter,
    csv_rows,
    github,
    html,
    junit,
    markdown,
    sarif,
    xlsx,
)
from homework_check.reporters.json_v1 import report as json_v1
from homework_check.reporters.text import report as text

# The table names modules in words; here the types of what they are called by are checked.
RENDERS: Final[dict[str, Reporter]] = {
    module.__name__: render
    for module, render in (
        (text, text.render),
        (json_v1, json_v1.render),
        (csv_rows, csv_rows.render),
        (markdown, markdown.render),
        (junit, junit.render),
        (sarif, sarif.render),
        (github, github.render),
        (html, html.render),
        (xlsx, xlsx.render),
    )
}


def test_every_format_has_a_module() -> None:
    named = {f"homework_check.reporters.{known.module}" for known in FORMATS.values()}
    assert named == set(RENDERS)


def test_endings_are_of_one_format_each() -> None:
    endings = [ending for known in FORMATS.values() for ending in known.endings]
    assert len(endings) == len(set(endings))
    assert {name for name, known in FORMATS.items() if not known.endings} == {"github"}
