"""Which days are school days, by China's public calendar.

Holidays and makeup workdays come from the chinesecalendar package (notices of the
State Council). A year it does not know is treated as Monday to Friday.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import chinese_calendar


@cache
def is_known(year: int) -> bool:
    """Whether the holidays of `year` have been published and are in the package."""
    try:
        chinese_calendar.is_workday(date(year, 1, 1))
    except NotImplementedError:
        return False
    return True


@cache
def is_school_day(day: date) -> bool:
    """Whether school is on: working days and makeup Saturdays or Sundays."""
    if not is_known(day.year):
        return day.weekday() < 5
    return bool(chinese_calendar.is_workday(day))


def is_makeup_day(day: date) -> bool:
    """Whether a Saturday or Sunday is a school day that makes up for a day off."""
    return day.weekday() >= 5 and is_school_day(day)


def school_days(first: date, last: date) -> tuple[date, ...]:
    """The school days from `first` to `last`, ends included."""
    span = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return tuple(day for day in span if is_school_day(day))


@cache
def is_before_days_off(day: date) -> bool:
    """Whether `day` is the last school day before two or more days off."""
    following = (day + timedelta(days=n) for n in (1, 2))
    return is_school_day(day) and not any(is_school_day(next_day) for next_day in following)


def is_in_summer(day: date) -> bool:
    """Whether `day` lies in the weeks in which schools may or may not be on vacation."""
    return (7, 10) <= (day.month, day.day) <= (8, 31)
