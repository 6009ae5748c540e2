"""What the sheets that list findings have in common: who, when, where, and in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homework_check.messages import phrases, words
from homework_check.messages.inert import masked
from homework_check.messages.report import AMOUNTS
from homework_check.messages.report_sheets import COLUMNS, UNKNOWN_FILES
from homework_check.messages.words import LIST
from homework_check.reporters.xlsx.sheet import Column
from homework_check.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from homework_check.model import Location, School
    from homework_check.report import Finding
    from homework_check.reporters.page import Page
    from homework_check.reporters.xlsx.sheet import NumberFormat, Value

_MOST_CELLS: Final = 100
"""Addresses and ranges in one cell: Excel shows no more than its height holds."""


def column(
    page: Page,
    name: str,
    number_format: NumberFormat = "text",
    *,
    group: str = "",
    widest: int = 36,
) -> Column:
    """Make the column of that name."""
    return Column(page.say(COLUMNS[name]), number_format, group, widest=widest)


def who_columns(page: Page, *, compared: bool = False) -> tuple[Column, ...]:
    """Number, county where one is known, and school: the columns that `who` fills.

    `compared`: with what has become of a row since an earlier report, if there is one.
    """
    change = (column(page, "change", widest=20),) if compared and page.report.comparison else ()
    county = (column(page, "county"),) if page.has_counties else ()
    return column(page, "number", "number"), *change, *county, column(page, "school", widest=24)


def who(
    page: Page, number: int | None, school: School | None, change: str | None = None
) -> list[Value]:
    """Say which school a row is of. `school` None: it is not known.

    `change` is what has become of the row, in sheets that tell it.
    """
    name = phrases.school_name(school)[page.lang] if school else page.say(UNKNOWN_FILES)
    first = [number] if change is None or page.report.comparison is None else [number, change]
    if not page.has_counties:
        return [*first, name]
    return [*first, masked(school.county) if school and school.county else None, name]


def when(page: Page, day: date | None) -> list[Value]:
    """Give a date and its day of the week."""
    if day is None:
        return [None, None]
    return [day, page.say(Text(*words.WEEKDAYS[day.weekday()]))]


def unit_of(page: Page, finding: Finding) -> str | None:
    """Name the unit of a finding's amounts; None: it has none."""
    return amount_name(page, finding.unit) if finding.unit else None


def amount_name(page: Page, unit: str) -> str:
    """Name a unit of amounts; one that the catalogue lacks goes by its id."""
    zh, _, en = AMOUNTS.get(unit, (unit, unit, unit))
    return page.say(Text(zh, en))


def where(page: Page, locations: Sequence[Location]) -> list[Value]:
    """Give cells, sheet and file; of several, each cell says on which sheet it is."""
    sources = list(dict.fromkeys(at.source for at in locations))
    sheets = list(dict.fromkeys(at.sheet for at in locations if at.sheet))
    cells = phrases.cells([at for at in locations if at.cell], most=_MOST_CELLS)
    return [cells[page.lang] or None, _listed(page, sheets), _listed(page, sources)]


def contributions(page: Page, finding: Finding) -> str | None:
    """List what counts, in the words that the other reports use for it; None: nothing does."""
    return page.items(finding) if finding.locations and finding.unit else None


def _listed(page: Page, names: Sequence[str]) -> str | None:
    gap = LIST[page.lang]
    return gap.join(map(phrases.inert, names)) or None
