"""Dates and weekdays, with the year from around the cell, never from the clock."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from homework_check.normalise.values.cleaning import squeeze
from homework_check.normalise.values.date_parts import (
    DateParts,
    names_several_days,
    read_date_parts,
)
from homework_check.normalise.values.labels import is_none
from homework_check.normalise.values.outcome import Outcome
from homework_check.normalise.values.words import meanings
from homework_check.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.settings import Period
    from homework_check.workbook import CellValue


class YearHint(NamedTuple):
    """What is stated outside the cell; the first that is not None gives the year.

    `school_year` is the first year a of a school year a-b: months 8-12 are of a.
    `period` gives the year that puts the date into it, else its first day's; one over New
    Year's Day comes before the others, since no one year holds for it. `week` is the Monday
    that weekdays without a date refer to. `from_1904` says how the workbook counts days.
    """

    year: int | None = None
    school_year: int | None = None
    period: Period | None = None
    week: date | None = None
    from_1904: bool = False


class DateReading(NamedTuple):
    """What a cell says of the day. `day` None: `lacks` (``year`` or ``week``) would tell.

    Of a number that may be one of two days nothing would tell: 9.1 may be 9.10.

    `weekday` (1 is Monday) and `covers_days_off` only if the cell states them.
    """

    day: date | None
    weekday: int | None = None
    covers_days_off: bool = False
    lacks: str = ""


YEARS: Final = range(2000, 2100)
SERIALS: Final = range(20_000, 80_001)
DAYS_BETWEEN_SYSTEMS: Final = 1462
"""From 1900-based to 1904-based serials."""
SERIAL_ZERO: Final = date(1899, 12, 30)
LEAP_YEAR: Final = 2000
"""Stands in for an unknown year: has every date that exists."""
_LAST_OF_WORK: Final = 5
_FIRST_OF_WEEKEND: Final = 6
_SHORTENED: Final = late_pattern(r"(?:[1-9]|1[0-2])\.[123]")


def read_date(value: CellValue, hint: YearHint) -> DateReading | Outcome:
    """Read a date, a weekday, or both; impossible dates and years are not understood."""
    if isinstance(value, bool):
        return Outcome.UNREAD
    if isinstance(value, date):
        return _plausible(DateReading(value.date() if isinstance(value, datetime) else value))
    text = squeeze(value)
    if is_none(text):
        return Outcome.NONE
    if _SHORTENED.fullmatch(text):
        days = _lengthened(text, hint.period)
        if len(days) != 1 and (isinstance(value, float) or not days):
            return DateReading(None)
        text = days[0]
    parts = read_date_parts(text)
    if parts is None:
        return Outcome.UNREAD
    if parts.serial is not None:
        return _of_serial(parts.serial, from_1904=hint.from_1904)
    return _of_parts(parts, hint)


def read_weekday(value: CellValue) -> int | Outcome:
    """Read a weekday, 1 for Monday to 7: 周一, 星期天, Mon, 3, or the one of a date."""
    if isinstance(value, bool):
        return Outcome.UNREAD
    if isinstance(value, date):
        return value.isoweekday()
    text = squeeze(value)
    if is_none(text):
        return Outcome.NONE
    if alone := meanings("weekday_alone").get(text):
        return int(alone)
    parts = read_date_parts(text)
    return (parts.weekday if parts else None) or Outcome.UNREAD


def _lengthened(text: str, period: Period | None) -> Sequence[str]:
    """The days that a number may stand for: of 9.10 a workbook keeps 9.1, and csv made of it.

    Only what else is known can rule one out: that there is no such day, or the period if
    exactly one lies in it. None of them, if that one is of a weekend: few work on it.
    """
    both = text, f"{text}0"
    within = {day: found for day in both if (found := _within(day, period))}
    if len(within) != 1:
        return [day for day in both if _in(day, None)]
    ((day, found),) = within.items()
    is_likely = day == text or found.isoweekday() <= _LAST_OF_WORK
    return [day] if is_likely else []


def _within(text: str, period: Period | None) -> date | None:
    """The day of the period that a text names."""
    return next((day for day in _in(text, period) if period and day in period), None)


def _in(text: str, period: Period | None) -> list[date]:
    """A day given as 9.4 in each of the years of `period`, or in any year; none if impossible."""
    month, day = map(int, text.split("."))
    years = {period.first.year, period.last.year} if period else {LEAP_YEAR}
    return [found for year in years if (found := _date(year, month, day))]


def is_several_days(value: CellValue) -> bool:
    """Whether a cell that is not understood as a date names more than one: 9月4日-9月5日."""
    return isinstance(value, str) and names_several_days(squeeze(value))


def is_day_of_month(value: CellValue) -> bool:
    """Whether a text says the number of a day, and not the month: 4日, 周一（4日）."""
    parts = read_date_parts(squeeze(value)) if isinstance(value, str) else None
    return parts is not None and parts.day is not None and parts.month is None


def is_weekday(value: CellValue) -> bool:
    """Whether all that a text says is a weekday, in words that need no column to be one."""
    return isinstance(value, str) and squeeze(value) in meanings("weekday")


def _of_serial(serial: int, *, from_1904: bool) -> DateReading | Outcome:
    if serial not in SERIALS:
        return Outcome.UNREAD
    days = serial + (DAYS_BETWEEN_SYSTEMS if from_1904 else 0)
    return _plausible(DateReading(SERIAL_ZERO + timedelta(days=days)))


def _of_parts(parts: DateParts, hint: YearHint) -> DateReading | Outcome:
    if parts.day is not None and parts.month is None:
        return _of_day(parts, hint.period)
    if parts.month is None or parts.day is None:
        return _of_weekday(parts, hint)
    year = year_of(parts.month, parts.day, hint) if parts.year is None else parts.year
    found = _date(LEAP_YEAR if year is None else year, parts.month, parts.day)
    stated = DateReading(found, parts.weekday, parts.days_off)
    if found is None or year is not None:
        return _plausible(stated)
    return stated._replace(day=None, lacks="year")


def _of_day(parts: DateParts, period: Period | None) -> DateReading | Outcome:
    """Read 4日, if the period has only one day of that number."""
    if parts.day is None or parts.year is not None or period is None:
        return Outcome.UNREAD
    first, last = (12 * end.year + end.month - 1 for end in period)
    days = [_date(month // 12, month % 12 + 1, parts.day) for month in range(first, last + 1)]
    inside = [day for day in days if day and day in period]
    return (
        DateReading(inside[0], parts.weekday, parts.days_off)
        if len(inside) == 1
        else Outcome.UNREAD
    )


def _of_weekday(parts: DateParts, hint: YearHint) -> DateReading:
    stated = DateReading(None, parts.weekday, parts.days_off, "week")
    weekday = parts.weekday or (_FIRST_OF_WEEKEND if parts.weekend else None)
    if hint.week is None or weekday is None:
        return stated
    return stated._replace(day=hint.week + timedelta(days=weekday - 1), lacks="")


def year_of(month: int, day: int, hint: YearHint) -> int | None:
    """The year of a day that states none; None: nothing gives it."""
    years = range(hint.period.first.year, hint.period.last.year + 1) if hint.period else ()
    inside = [y for y in years if hint.period and _date(y, month, day) in hint.period]
    if inside and len(years) > 1:
        return inside[0]
    if hint.year is not None:
        return hint.year
    if hint.school_year is not None:
        return hint.school_year if month >= 8 else hint.school_year + 1
    return next(iter((*inside, *years)), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _plausible(reading: DateReading) -> DateReading | Outcome:
    return reading if reading.day and reading.day.year in YEARS else Outcome.UNREAD
