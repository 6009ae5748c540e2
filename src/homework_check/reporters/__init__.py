"""Reports in every format: pure functions from a `Report` to text or bytes."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias

from homework_check.reporters.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable

    from homework_check.report import Report
    from homework_check.text import Lang

__all__ = [
    "BINARY_FORMATS",
    "ENDINGS",
    "FORMATS",
    "KNOWN_FORMATS",
    "View",
    "load",
    "make",
    "render",
]

Reporter: TypeAlias = Callable[["Report", "Lang", View], str]
BinaryReporter: TypeAlias = Callable[["Report", "Lang", View], bytes]


def _text(report: Report, lang: Lang, view: View) -> str:
    from homework_check.reporters.text import render as render_text

    return render_text(report, lang, view)


def _json(report: Report, _lang: Lang, _view: View) -> str:
    # NOTE: pydantic costs more to import than a small check takes; only JSON needs it.
    from homework_check.reporters.json_v1 import render as render_json

    return render_json(report)


def _csv(report: Report, lang: Lang, view: View) -> str:
    from homework_check.reporters.csv_rows import render as render_csv

    return render_csv(report, lang, view)


def _markdown(report: Report, lang: Lang, view: View) -> str:
    from homework_check.reporters.markdown import render as render_markdown

    return render_markdown(report, lang, view)


def _junit(report: Report, lang: Lang, view: View) -> str:
    from homework_check.reporters.junit import render as render_junit

    return render_junit(report, lang, view)


def _sarif(report: Report, lang: Lang, view: View) -> str:
    from homework_check.reporters.sarif import render as render_sarif

    return render_sarif(report, lang, view)


def _github(report: Report, lang: Lang, view: View) -> str:
    from homework_check.reporters.github import render as render_github

    return render_github(report, lang, view)


def _xlsx(report: Report, lang: Lang, view: View) -> bytes:
    # NOTE: openpyxl costs as much to import as a small check takes.
    from homework_check.reporters.xlsx import render as render_xlsx

    return render_xlsx(report, lang, view)


def _html(report: Report, lang: Lang, view: View) -> str:
    from homework_check.reporters.html import render as render_html

    return render_html(report, lang, view)


FORMATS: dict[str, Reporter] = {
    "text": _text,
    "json": _json,
    "csv": _csv,
    "markdown": _markdown,
    "junit": _junit,
    "sarif": _sarif,
    "github": _github,
    "html": _html,
}
"""Format -> its reporter. A new format is one module and one line here."""

BINARY_FORMATS: dict[str, BinaryReporter] = {"xlsx": _xlsx}
"""The same for formats that are no text, and so nothing for a terminal."""

KNOWN_FORMATS = (*FORMATS, *BINARY_FORMATS)

ENDINGS = {
    ".json": "json",
    ".txt": "text",
    ".csv": "csv",
    ".md": "markdown",
    ".xml": "junit",
    ".sarif": "sarif",
    ".xlsx": "xlsx",
    ".html": "html",
    ".htm": "html",
}
"""Ending of an output's name -> format."""


_LARGE = {"text": "text", "json": "json_v1", "html": "html", "xlsx": "xlsx"}
"""Formats whose modules take longer to load than a small report to render."""


def load(formats: Iterable[str]) -> None:
    """Load what reports of these formats will need, while there is nothing else to do."""
    for name in formats:
        if module := _LARGE.get(name):
            import_module(f"{__name__}.{module}")


def render(report: Report, format_name: str, lang: Lang, view: View) -> str:
    """Write a report. `format_name` is a key of `FORMATS`; the text ends with a line break."""
    return FORMATS[format_name](report, lang, view)


def make(report: Report, format_name: str, lang: Lang, view: View) -> str | bytes:
    """Write a report in any of `KNOWN_FORMATS`: bytes where the format is no text."""
    if reporter := BINARY_FORMATS.get(format_name):
        return reporter(report, lang, view)
    return render(report, format_name, lang, view)
