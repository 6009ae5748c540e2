"""Reports in a format of text, by the name of the format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.reporters import View, render

if TYPE_CHECKING:
    from homework_check.report import Report
    from homework_check.text import Lang


def as_text(report: Report, format_name: str, lang: Lang, view: View) -> str:
    made = render(report, format_name, lang, view)
    assert isinstance(made, str)
    return made
