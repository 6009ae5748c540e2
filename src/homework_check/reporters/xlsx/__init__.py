"""The XLSX report: a workbook for the office, with everything to sort, filter and print."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from openpyxl import Workbook

from homework_check.marks import KEYWORDS, PROGRAM
from homework_check.messages.report_cover import TITLE
from homework_check.reporters.page import Page
from homework_check.reporters.parts import divide
from homework_check.reporters.xlsx.charts import add_chart
from homework_check.reporters.xlsx.classes import classes_sheet
from homework_check.reporters.xlsx.cover import cover_sheet
from homework_check.reporters.xlsx.findings import data_sheet, open_sheet, todo_sheet
from homework_check.reporters.xlsx.missing import missing_sheet
from homework_check.reporters.xlsx.rules import rules_sheet
from homework_check.reporters.xlsx.schools import schools_sheet
from homework_check.reporters.xlsx.summary import summary_sheet
from homework_check.reporters.xlsx.write import write
from homework_check.workbook_bytes import saved

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from homework_check.report import Report
    from homework_check.reporters.parts import Parts
    from homework_check.reporters.view import View
    from homework_check.reporters.xlsx.sheet import Sheet
    from homework_check.text import Lang
    from homework_check.workbook_bytes import SheetBody

__all__ = ["render", "saved_report", "sheets_of"]

_MAKERS: Final[dict[str, Callable[[Page, Parts], Sheet]]] = {
    "summary": summary_sheet,
    "schools": schools_sheet,
    "classes": classes_sheet,
    "todo": todo_sheet,
    "open": open_sheet,
    "missing": missing_sheet,
    "data": data_sheet,
    "rules": rules_sheet,
}
"""Sheets behind the first, in order. A new sheet is one function and one line here."""


def render(report: Report, lang: Lang, view: View) -> bytes:
    """Write the report as a workbook. Two reports made at one time are the same bytes."""
    page = Page(report, lang, view)
    sheets = sheets_of(page)
    workbook = Workbook(write_only=True)
    made, bodies = {}, []
    for name, sheet in sheets.items():
        made[name], body = write(workbook, sheet, lang)
        bodies.append(body)
    if "schools" in made:
        add_chart(page, sheets, made)
    return _saved(workbook, bodies, page.say(TITLE), report.generated_at)


def saved_report(sheets: Sequence[Sheet], lang: Lang, generated_at: str) -> bytes:
    """Write a workbook of these sheets, marked as a report of this program."""
    workbook = Workbook(write_only=True)
    bodies = [write(workbook, sheet, lang)[1] for sheet in sheets]
    return _saved(workbook, bodies, TITLE[lang], generated_at)


def _saved(workbook: Workbook, bodies: Sequence[SheetBody], title: str, generated_at: str) -> bytes:
    properties = workbook.properties
    properties.creator, properties.keywords = PROGRAM, KEYWORDS
    properties.title = title
    # NOTE: openpyxl takes a time without a zone for UTC.
    when = datetime.fromisoformat(generated_at).astimezone(UTC).replace(tzinfo=None)
    properties.created = properties.modified = when
    return saved(workbook, bodies)


def sheets_of(page: Page) -> dict[str, Sheet]:
    """Give the sheets by id, in order; one without rows is left out and named on the first."""
    parts = divide(page.report)
    sheets = {name: make(page, parts) for name, make in _MAKERS.items()}
    shown = {name: sheet for name, sheet in sheets.items() if sheet.rows}
    return {"verdict": cover_sheet(page, sheets), **shown}
