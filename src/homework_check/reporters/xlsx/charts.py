"""The one chart of the XLSX report: what is most over the limit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.chart.series_factory import SeriesFactory

from homework_check.messages.report_sheets import CHART, CHART_OF_CLASSES, COLUMNS
from homework_check.reporters.xlsx.classes import dates
from homework_check.reporters.xlsx.told import amount_name

if TYPE_CHECKING:
    from openpyxl.chart.series import Series
    from openpyxl.worksheet.worksheet import Worksheet

    from homework_check.reporters.page import Page
    from homework_check.reporters.xlsx.sheet import Sheet

_MOST: Final = 15
"""Schools or classes: with more the names cannot be read."""


def add_chart(page: Page, sheets: dict[str, Sheet], made: dict[str, Worksheet]) -> None:
    """Put a chart below the schools: their largest excess, or the days of the only one."""
    chart = _schools(page, sheets["schools"], made) if page.several else _days(page, sheets, made)
    if chart is None:
        return
    chart.height, chart.width = 9, 24
    schools = sheets["schools"]
    below = schools.header_rows + len(schools.rows) + len(schools.totals) + 3
    made["schools"].add_chart(chart, f"B{below}")
    # It would be printed around the chart, too.
    made["schools"].print_options.gridLines = False


def _schools(page: Page, sheet: Sheet, made: dict[str, Worksheet]) -> BarChart | None:
    over = [school for school in page.report.schools if school.largest_excess]
    if not over:
        return None
    chart = BarChart()
    chart.title = page.say(CHART)
    first, last = sheet.header_rows + 1, sheet.header_rows + min(len(over), _MOST)
    values = _column(page, sheet, "most-over")
    names = _column(page, sheet, "school")
    chart.add_data(Reference(made["schools"], values, first, values, last))
    chart.set_categories(Reference(made["schools"], names, first, names, last))
    chart.legend = None
    return chart


def _days(page: Page, sheets: dict[str, Sheet], made: dict[str, Worksheet]) -> BarChart | None:
    """Minutes of the first classes by day, with the limit as a line."""
    days = dates(page)
    if not days or "classes" not in made:
        return None
    sheet, place = sheets["classes"], made["classes"]
    unit, limit, grade = (_column(page, sheet, name) for name in ("unit", "limit", "grade"))
    minutes = amount_name(page, "minutes")
    # Classes are in order of grade, so those with a limit of minutes stand together.
    rows = [n for n, row in enumerate(sheet.rows, 2) if row[unit - 1] == minutes][:_MOST]
    if not rows:
        return None
    chart, line = BarChart(), LineChart()
    chart.title = page.say(CHART_OF_CLASSES)
    end = len(sheet.columns)
    for column in range(end - len(days) + 1, end + 1):
        chart.append(_series(place, column, rows, sheet))
    line.append(_series(place, limit, rows, sheet))
    line.series[0].smooth = False
    chart.set_categories(Reference(place, grade, rows[0], grade + 1, rows[-1]))
    chart += line
    return chart


def _series(place: Worksheet, column: int, rows: list[int], sheet: Sheet) -> Series:
    values = Reference(place, column, rows[0], column, rows[-1])
    series: Series = SeriesFactory(values, title=sheet.columns[column - 1].title)
    return series


def _column(page: Page, sheet: Sheet, name: str) -> int:
    """Number of a column, from 1 on."""
    titles = [column.title for column in sheet.columns]
    return titles.index(page.say(COLUMNS[name])) + 1
