"""The days of each class as values for an inline SVG, a map a school and week."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from homework_check.messages import phrases, words
from homework_check.messages.report import amount
from homework_check.messages.wrapping import cells
from homework_check.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from homework_check.report import ClassKey, ClassResult, DayResult, SchoolResult
    from homework_check.reporters.html.anchors import ClassDay
    from homework_check.text import Lang

LETTER, WIDTH, HEIGHT = 7, 52, 24
"""Of a cell of a terminal, which is half a Chinese character, and of a class-day, in SVG units."""

_MOST_ROWS = 40
"""Rows of one map: what fits on a printed page."""

_GAP = 20
"""Between two maps side by side."""

_HEAD_ROWS = 2
"""Date and weekday."""

_SHADES = 4
"""Kept days get darker with every quarter of the limit."""


class Cell(NamedTuple):
    """A class on one day; `x` is its left edge, `look` the class of its style or blank.

    `anchor` is the item that tells of the day, or blank.
    """

    x: int
    look: str
    text: str
    anchor: str


class Row(NamedTuple):
    """A class; `y` is its upper edge."""

    y: int
    name: str
    cells: tuple[Cell, ...]


class HeatMap(NamedTuple):
    """Up to 40 classes over the dates of a week; a day is its left edge, date and weekday."""

    width: int
    height: int
    days: tuple[tuple[int, str, str], ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Drawing:
    """What all maps of a page share: the language, and the items to link to by class-day.

    `lacking` are the days due of a class on which it has no report.
    """

    lang: Lang
    anchors: Mapping[ClassDay, str]
    lacking: Mapping[ClassKey, Sequence[date]]

    def maps(self, school: SchoolResult) -> Iterator[HeatMap]:
        """Draw what came of the classes of `school`, for every week in which anything did."""
        classes = [result for result in school.classes if result.days]
        judged = {day for result in classes for day in result.days}
        lacking = {day for result in classes for day in self.lacking.get(result.key, ())}
        for _, week in groupby(sorted(judged | lacking), key=lambda day: day.isocalendar()[:2]):
            days = tuple(week)
            if judged.isdisjoint(days):
                continue
            for start in range(0, len(classes), _MOST_ROWS):
                yield self._map(classes[start : start + _MOST_ROWS], days)

    def _map(self, classes: list[ClassResult], days: tuple[date, ...]) -> HeatMap:
        lang = 0 if self.lang == "zh" else 1
        names = [self._name(result) for result in classes]
        left = LETTER * (max(map(cells, names)) + 2)
        edges = dict(zip(days, range(left, left + len(days) * WIDTH, WIDTH), strict=True))
        heads = tuple(
            (x, f"{day.month}-{day.day}", words.WEEKDAYS[day.weekday()][lang])
            for day, x in edges.items()
        )
        rows = tuple(
            Row(number * HEIGHT, name, self._cells(result, edges))
            for number, (name, result) in enumerate(zip(names, classes, strict=True), _HEAD_ROWS)
        )
        width = left + len(days) * WIDTH + _GAP
        return HeatMap(width, (_HEAD_ROWS + len(rows)) * HEIGHT, heads, rows)

    def _name(self, result: ClassResult) -> str:
        name = phrases.class_name(result.key.grade, result.key.name)[self.lang]
        return f"{name} ≤{phrases.number(max(day.limit for day in result.days.values()))}"

    def _cells(self, result: ClassResult, edges: Mapping[date, int]) -> tuple[Cell, ...]:
        return tuple(
            Cell(x, *_look(result.days.get(day), self.lang), self._anchor(result.key, day))
            for day, x in edges.items()
        )

    def _anchor(self, key: ClassKey, day: date) -> str:
        return self.anchors.get((key.school, key.grade, key.name, day), "")


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
    if day.verdict is Verdict.BROKEN:
        return "broken", text if day.greatest == day.least else f"≥{text}"
    most = day.greatest or 0
    shade = int(-(-_SHADES * most // day.limit)) if day.limit else 0
    look = f"near-{shade}" if shade else ""
    return look, text if most == day.least else f"≤{phrases.number(most)}"
