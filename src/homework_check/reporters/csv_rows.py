"""The CSV report: one row a finding, never grouped or cut, for Excel and for programs."""

from __future__ import annotations

import csv
import io
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from homework_check.messages.inert import masked_or_none
from homework_check.report import minutes
from homework_check.reporters.escaping import csv_cell

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from homework_check.model import Location
    from homework_check.report import Finding, Report
    from homework_check.reporters.view import View
    from homework_check.text import Lang

    Value: TypeAlias = str | int | float | bool | None

# NOTE: Excel takes UTF-8 without it for the system's code page.
_BOM = "\ufeff"

COLUMNS: dict[str, Callable[[Finding, Lang], Value]] = {
    "rule": lambda f, _: f.rule,
    "severity": lambda f, _: f.severity.value,
    "verdict": lambda f, _: f.verdict.value if f.verdict else None,
    "school": lambda f, _: masked_or_none(f.school.name if f.school else None),
    "county": lambda f, _: masked_or_none(f.school.county if f.school else None),
    "grade": lambda f, _: f.grade,
    "class": lambda f, _: masked_or_none(f.class_name),
    "date": lambda f, _: f.date.isoformat() if f.date else None,
    "weekday": lambda f, _: f.date.isoweekday() if f.date else None,
    "subject": lambda f, _: masked_or_none(f.subject),
    "value": lambda f, _: f.value,
    "measured": lambda f, _: f.measured,
    "at_least": lambda f, _: f.at_least,
    "limit": lambda f, _: f.limit,
    "excess": lambda f, _: f.excess,
    "unit": lambda f, _: f.unit,
    "count": lambda f, _: f.count,
    "message": lambda f, lang: f.message[lang],
    "hint": lambda f, lang: f.hint[lang],
    "reference": lambda f, _: f.reference,
    "locations": lambda f, _: _places(f.locations),
    "dates": lambda f, _: " ".join(day.isoformat() for day in f.dates),
}
"""Key of the JSON report -> what of a finding stands there."""

CHANGES: dict[str, Callable[[Finding, Lang], Value]] = {
    "change": lambda f, _: f.change.state.value if f.change else None,
}
"""The same where the report was compared with an earlier one."""


def render(report: Report, lang: Lang, _view: View) -> str:
    """Write the findings as CSV with a byte order mark, as RFC 4180 has it."""
    made = io.StringIO(newline="")
    writer = csv.writer(made)
    columns = COLUMNS | CHANGES if report.comparison else COLUMNS
    writer.writerow(columns)
    for finding in report.findings:
        writer.writerow([_cell(value_of(finding, lang)) for value_of in columns.values()])
    return _BOM + made.getvalue()


def _cell(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else csv_cell(str(value))


def _places(locations: Sequence[Location]) -> str:
    """Every cell with its subject and minutes, behind its file and sheet: ``a.csv 3!H4 数学 30``.

    Commas stand between the cells of a sheet, semicolons between sheets.
    """
    sheets = groupby(locations, key=lambda at: (at.source, at.sheet))
    return "; ".join(
        " ".join(filter(None, [source, _on_sheet(sheet, [_place(at) for at in places])]))
        for (source, sheet), places in sheets
    )


def _on_sheet(sheet: str | None, cells: Sequence[str]) -> str:
    listed = ", ".join(filter(None, cells))
    return "!".join(filter(None, [sheet, listed]))


def _place(at: Location) -> str:
    amount = None if at.minutes is None else str(minutes(at.minutes))
    return " ".join(filter(None, [at.cell, masked_or_none(at.subject), amount]))
