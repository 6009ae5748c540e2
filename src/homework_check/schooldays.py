"""Which days are school days, by China's public calendar and by what a place adds to it.

Holidays and makeup workdays come from the chinesecalendar package (notices of the
State Council). A year it does not know is treated as Monday to Friday.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import zip_longest
from typing import NamedTuple


class Period(NamedTuple):
    """The days from `first` to `last`, ends included."""

    first: date
    last: date

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last

    @classmethod
    def week_of(cls, day: date) -> Period:
        """Monday to Sunday around `day`."""
        monday = day - timedelta(days=day.weekday())
        return cls(monday, monday + timedelta(days=6))

    def overlaps(self, other: Period) -> bool:
        """Whether the two have a day in common."""
        return self.first <= other.last and other.first <= self.last


@cache
def _is_published(year: int) -> bool:
    """Whether the holidays of `year` have been published and are in the package."""
    # Loaded only here: --help knows periods, but asks for no holiday.
    import chinese_calendar

    try:
        chinese_calendar.is_workday(date(year, 1, 1))
    except NotImplementedError:
        return False
    return True


@cache
def _is_working_day(day: date) -> bool:
    """Whether school is on: working days and makeup Saturdays or Sundays."""
    if not _is_published(day.year):
        return day.weekday() < 5
    import chinese_calendar

    return bool(chinese_calendar.is_workday(day))


@dataclass(frozen=True, slots=True)
class Calendar:
    """The public calendar with a place's own days on top of it.

    `days_on` are school days whatever else is said of them; `days_off` and the days of
    `vacations` are not. `term_starts` are any days of the first teaching weeks, oldest first.
    """

    days_off: frozenset[date] = frozenset()
    days_on: frozenset[date] = frozenset()
    vacations: tuple[Period, ...] = ()
    term_starts: tuple[date, ...] = ()

    def is_known(self, year: int) -> bool:
        """Whether the days off of `year` are known: published, or stated by the place."""
        own = self.days_off | self.days_on
        return _is_published(year) or any(day.year == year for day in own)

    def is_vacation(self, day: date) -> bool:
        """Whether `day` lies in a vacation that was stated."""
        return day not in self.days_on and any(day in period for period in self.vacations)

    def is_in_doubt(self, day: date) -> bool:
        """Whether `day` lies in the weeks in which schools may or may not be on vacation.

        It does not if the place states that school is on, or that a term has begun by then.
        """
        begun = any(_is_in_summer(start) and start <= day for start in self.term_starts
                    if start.year == day.year)  # fmt: skip
        return _is_in_summer(day) and day not in self.days_on and not begun

    def is_school_day(self, day: date) -> bool:
        """Whether school is on."""
        if day in self.days_on:
            return True
        return day not in self.days_off and not self.is_vacation(day) and _is_working_day(day)

    def is_makeup_day(self, day: date) -> bool:
        """Whether a Saturday or Sunday is a school day."""
        return day.weekday() >= 5 and self.is_school_day(day)

    def school_days(self, first: date, last: date) -> tuple[date, ...]:
        """The school days from `first` to `last`, ends included."""
        span = (first + timedelta(days=n) for n in range((last - first).days + 1))
        return tuple(day for day in span if self.is_school_day(day))

    def is_before_days_off(self, day: date) -> bool:
        """Whether `day` is the last school day before two or more days off."""
        following = (day + timedelta(days=n) for n in (1, 2))
        return self.is_school_day(day) and not any(map(self.is_school_day, following))

    def may_bear_days_off(self, day: date) -> bool:
        """Whether work given under a school day may be meant for days off.

        It is so on the last one before them, and on one of a weekend, for which 周末 may stand.
        """
        return self.is_before_days_off(day) or self.is_makeup_day(day)

    def teaching_week(self, number: int, within: Period | None = None) -> Period | None:
        """Monday to Sunday of a term's week `number`, counted from 1 as in 第5周.

        A week counts to the term before the next one starts. None: no term has that week in
        the days `within` (None: any days), or more than one has, and nothing tells which.
        """
        mondays = [Period.week_of(day).first for day in self.term_starts]
        found = [
            week
            for start, end in zip_longest(mondays, mondays[1:], fillvalue=date.max)
            if (week := _week_after(start, number)) is not None
            and week.first < end
            and (within is None or week.overlaps(within))
        ]
        return found[0] if len(found) == 1 else None


PUBLIC = Calendar()
"""The public calendar alone."""


def _week_after(monday: date, number: int) -> Period | None:
    # Longer than any term; far beyond it there are no dates.
    if not 1 <= number <= 60:
        return None
    return Period.week_of(monday + timedelta(weeks=number - 1))


def _is_in_summer(day: date) -> bool:
    return (7, 10) <= (day.month, day.day) <= (8, 31)
