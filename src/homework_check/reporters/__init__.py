"""Reports in every format: pure functions from a `Report` to text or bytes."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, cast

from homework_check.reporters.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable

    from homework_check.report import Report
    from homework_check.text import Lang

__all__ = ["ENDINGS", "FORMATS", "Format", "Reporter", "View", "load", "render"]


class Reporter(Protocol):
    """What every module of a format calls `render`. Text ends with a line break."""

    def __call__(self, report: Report, lang: Lang, view: View, /) -> str | bytes:
        """Write the report."""


class Format(NamedTuple):
    """The `module` that renders a format, and the `endings` of names that ask for it.

    `is_text`: it may be shown by a terminal; the others are bytes.
    """

    module: str
    endings: tuple[str, ...] = ()
    is_text: bool = True


FORMATS: Final = {
    "text": Format("text.report", (".txt",)),
    "json": Format("json_v1.report", (".json",)),
    "csv": Format("csv_rows", (".csv",)),
    "markdown": Format("markdown", (".md",)),
    "junit": Format("junit", (".xml",)),
    "sarif": Format("sarif", (".sarif",)),
    "github": Format("github"),
    "html": Format("html", (".html", ".htm")),
    "xlsx": Format("xlsx", (".xlsx",), is_text=False),
}
"""A new format is one module and one line here."""

ENDINGS: Final = {ending: name for name, known in FORMATS.items() for ending in known.endings}
"""Ending of an output's name -> format."""


def load(formats: Iterable[str]) -> None:
    """Load what reports of these formats will need, while there is nothing else to do."""
    for name in formats:
        _reporter(name)


def render(report: Report, format_name: str, lang: Lang, view: View) -> str | bytes:
    """Write a report in one of `FORMATS`."""
    return _reporter(format_name)(report, lang, view)


def _reporter(format_name: str) -> Reporter:
    # NOTE: pydantic, openpyxl and jinja2 each take longer to import than a small check.
    module = import_module(f"{__name__}.{FORMATS[format_name].module}")
    return cast("Reporter", module.render)
