"""The sheet of classes: a row a class, a column a date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homework_check.messages import phrases
from homework_check.messages.report import VERDICTS
from homework_check.messages.report_sheets import NONE, SHEETS, UNDECIDED_SUM
from homework_check.model import Verdict
from homework_check.reporters.parts import worst_first
from homework_check.reporters.xlsx.sheet import Cell, Column, Look, Sheet
from homework_check.reporters.xlsx.told import amount_name, column, who, who_columns

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from homework_check.report import ClassResult, DayResult
    from homework_check.reporters.page import Page
    from homework_check.reporters.parts import Parts
    from homework_check.reporters.xlsx.sheet import Row, Value

_MOST_DATES: Final = 10
_COUNTS: Final = ("kept", "broken", "undecided", "not-judged")
_LOOKS: Final = {
    Verdict.KEPT: Look.PLAIN,
    Verdict.BROKEN: Look.BROKEN,
    Verdict.UNDECIDED: Look.UNDECIDED,
    None: Look.MUTED,
}


def classes_sheet(page: Page, _parts: Parts) -> Sheet:
    """Every class with days that were judged; the days themselves where there are few."""
    shown = dates(page)
    results = _judged_classes(page)
    has_free = any(result.days_not_judged for result in results)
    columns = (
        *who_columns(page), column(page, "grade"), column(page, "class"),
        column(page, "verdict"), column(page, "days", "number"),
        *(column(page, name, "number") for name in _COUNTS),
        *([column(page, "not-judged-on", widest=18)] if has_free else ()), column(page, "unit"),
        *(column(page, name, "number") for name in ("limit", "most")),
        column(page, "most-on", "date"), column(page, "mean", "number"),
        *(Column(_title(page, day), "number", widest=12) for day in shown),
    )  # fmt: skip
    rows = [
        _row(page, number, result, shown, has_free=has_free)
        for number, result in enumerate(results, 1)
    ]
    frozen = len(who_columns(page)) + 2
    return Sheet(page.say(SHEETS["classes"]), columns, rows, frozen=frozen)


def dates(page: Page) -> list[date]:
    """The dates that have a column: all, or none where there are too many."""
    found = {day for result in _judged_classes(page) for day in result.days}
    return sorted(found) if len(found) <= _MOST_DATES else []


def _judged_classes(page: Page) -> list[ClassResult]:
    schools = worst_first(page.report.schools)
    return [result for school in schools for result in school.classes if result.days]


def _row(page: Page, number: int, result: ClassResult, shown: list[date], *, has_free: bool) -> Row:
    """`has_free`: with a column of the days that are not judged."""
    free = page.say(phrases.joined([phrases.day(day) for day in result.days_not_judged]))
    days, key, counts = result.days, result.key, result.class_days
    unit = next((day.unit for day in days.values()), "")
    same_unit = {date_: day for date_, day in days.items() if day.unit == unit}
    judged = {date_: day for date_, day in same_unit.items() if day.verdict} or same_unit
    most = max(day.least for day in judged.values())
    most_on = next(date_ for date_, day in judged.items() if day.least == most)
    # Zero is no most where it only means that nothing is known.
    is_known = most or all(day.least == day.greatest for day in judged.values())
    verdict_look = _LOOKS[result.verdict]
    name = phrases.class_name(None, key.name) if key.name else phrases.class_name(key.grade, None)
    return [
        *who(page, number, key.school), phrases.grade_name(key.grade)[page.lang],
        name[page.lang], Cell(page.say(VERDICTS[result.verdict]), verdict_look),
        len(days), counts.kept, counts.broken, counts.undecided, counts.not_judged,
        *([free or None] if has_free else ()), amount_name(page, unit),
        max(day.limit for day in same_unit.values()),
        most if is_known else page.say(NONE), most_on if is_known else None,
        _mean(page, [day for day in days.values() if day.verdict]),
        *(_day(page, days.get(date_)) for date_ in shown),
    ]  # fmt: skip


def _day(page: Page, day: DayResult | None) -> Cell:
    if day is None:
        return Cell(None, Look.UNREPORTED)
    value: Value = day.least
    if day.verdict is Verdict.UNDECIDED:
        value = page.say(UNDECIDED_SUM, low=phrases.number(day.least))
    elif day.verdict is Verdict.KEPT and day.greatest not in {None, day.least}:
        value = f"≤{phrases.number(day.greatest or 0)}"
    return Cell(value, _LOOKS[day.verdict])


def _mean(page: Page, days: Collection[DayResult]) -> Value:
    """Minutes a judged day on average; none where those of a day are not known exactly."""
    exact = days and all(day.unit == "minutes" and day.least == day.greatest for day in days)
    return round(sum(day.least for day in days) / len(days), 1) if exact else page.say(NONE)


def _title(page: Page, day: date) -> str:
    # A blank where the line may be broken.
    text = phrases.day(day)
    return text.en if page.lang == "en" else text.zh.replace("日周", "日 周")
