"""The days of each class as values for an inline SVG, a map a school and week."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from homework_check.messages import phrases
from homework_check.messages.report import amount
from homework_check.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from homework_check.report import ClassResult, DayResult, SchoolResult
    from homework_check.text import Lang

HEAD, WIDTH, HEIGHT = 130, 48, 24
"""Of the rows' heads and of a cell, in SVG units."""

_MOST_ROWS = 40
"""Rows of one map: what fits on a printed page."""


class Cell(NamedTuple):
    """A class on one day; `x` is its left edge, `look` the class of its style."""

    x: int
    look: str
    text: str


class Row(NamedTuple):
    """A class; `y` is its upper edge."""

    y: int
    name: str
    cells: tuple[Cell, ...]


class HeatMap(NamedTuple):
    """Up to 40 classes over the dates of a week."""

    width: int
    height: int
    days: tuple[tuple[int, str], ...]
    rows: tuple[Row, ...]


def heat_maps(school: SchoolResult, lang: Lang) -> Iterator[HeatMap]:
    """Draw what came of the classes of `school`; nothing where no day was judged."""
    classes = [result for result in school.classes if result.days]
    dates = sorted({day for result in classes for day in result.days})
    for _, week in groupby(dates, key=lambda day: day.isocalendar()[:2]):
        days = tuple(week)
        for start in range(0, len(classes), _MOST_ROWS):
            yield _map(classes[start : start + _MOST_ROWS], days, lang)


def _map(classes: list[ClassResult], days: tuple[date, ...], lang: Lang) -> HeatMap:
    heads = tuple((HEAD + n * WIDTH, f"{day.month}-{day.day}") for n, day in enumerate(days))
    rows = tuple(_row(result, n, days, lang) for n, result in enumerate(classes, 1))
    return HeatMap(HEAD + len(days) * WIDTH, HEIGHT * (len(rows) + 1), heads, rows)


def _row(result: ClassResult, number: int, days: tuple[date, ...], lang: Lang) -> Row:
    limits = [day.limit for day in result.days.values()]
    name = phrases.class_name(result.key.grade, result.key.name)[lang]
    cells = (
        Cell(HEAD + n * WIDTH, *_look(result.days.get(day), lang)) for n, day in enumerate(days)
    )
    return Row(number * HEIGHT, f"{name} ≤{phrases.number(max(limits))}", tuple(cells))


def _look(day: DayResult | None, lang: Lang) -> tuple[str, str]:
    """The style of a cell, and its text: colours alone tell nothing."""
    if day is None:
        return "missing", ""
    if day.verdict is None:
        return "grey", "-"
    if day.verdict is Verdict.UNDECIDED:
        return "undecided", f"{phrases.number(day.least)}?" if day.least else "?"
    least = phrases.number(day.least)
    text = least if day.unit == "minutes" else amount(least, day.unit)[lang]
    if day.greatest == day.least:
        return day.verdict.value, text
    if day.verdict is Verdict.BROKEN:
        return "broken", f"≥{text}"
    return "kept", f"≤{phrases.number(day.greatest or 0)}"
