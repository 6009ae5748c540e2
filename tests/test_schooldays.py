from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homework_check.schooldays import PUBLIC, Calendar, Period

days = st.dates(date(1990, 1, 1), date(2100, 12, 29))


@pytest.mark.parametrize(
    ("day", "is_on", "why"),
    [
        (date(2023, 9, 5), True, "a Tuesday"),
        (date(2023, 9, 9), False, "a Saturday"),
        (date(2023, 9, 29), False, "Mid-Autumn Festival, a Friday"),
        (date(2023, 10, 7), True, "a makeup Saturday"),
        (date(2026, 10, 10), True, "a makeup Saturday"),
        (date(2026, 10, 11), False, "a Sunday"),
        (date(2027, 10, 1), True, "a Friday; nobody knows the holidays yet"),
        (date(1999, 10, 1), True, "a Friday; before the calendar begins"),
    ],
)
def test_school_days(day: date, is_on: bool, why: str) -> None:  # noqa: FBT001  a column of the table
    assert PUBLIC.is_school_day(day) is is_on, why


@pytest.mark.parametrize(("year", "known"), [(1999, False), (2023, True), (2027, False)])
def test_known_years(year: int, known: bool) -> None:  # noqa: FBT001  a column of the table
    assert PUBLIC.is_known(year) is known


@pytest.mark.parametrize(
    ("day", "is_before"),
    [
        (date(2023, 9, 8), True),  # Friday
        (date(2023, 9, 7), False),  # Thursday
        (date(2023, 9, 9), False),  # itself a day off
        (date(2023, 9, 28), True),  # Thursday before eight days off
        (date(2026, 10, 9), False),  # Friday before a makeup Saturday
        (date(2026, 10, 10), False),  # makeup Saturday before one day off
        (date(2022, 12, 30), True),  # Friday before New Year
    ],
)
def test_the_day_before_days_off(day: date, is_before: bool) -> None:  # noqa: FBT001  a column of the table
    assert PUBLIC.is_before_days_off(day) is is_before


def test_work_for_days_off_may_stand_under_a_makeup_day_of_the_weekend() -> None:
    days = (date(2023, 9, 7), date(2023, 9, 8), date(2023, 9, 9), date(2023, 10, 7))
    assert [*map(PUBLIC.may_bear_days_off, days)] == [False, True, False, True]


@pytest.mark.parametrize(
    ("month", "day", "is_in"),
    [(7, 9, False), (7, 10, True), (7, 31, True), (8, 1, True), (8, 31, True), (9, 1, False)],
)
def test_summer(month: int, day: int, is_in: bool) -> None:  # noqa: FBT001  a column of the table
    assert PUBLIC.is_in_doubt(date(2023, month, day)) is is_in


@given(days)
def test_no_day_is_too_far_for_the_calendar(day: date) -> None:
    if not PUBLIC.is_known(day.year):
        assert PUBLIC.is_school_day(day) is (day.weekday() < 5)
    assert PUBLIC.is_makeup_day(day) <= PUBLIC.is_school_day(day)
    assert PUBLIC.is_before_days_off(day) <= PUBLIC.is_school_day(day)


@given(days, days)
def test_a_span_holds_its_school_days_in_order(one: date, other: date) -> None:
    first, last = min(one, other), min(max(one, other), date(min(one, other).year + 1, 1, 1))
    found = PUBLIC.school_days(first, last)
    assert list(found) == sorted(set(found))
    assert all(first <= day <= last and PUBLIC.is_school_day(day) for day in found)
    assert (first in found) is PUBLIC.is_school_day(first)
    assert (last in found) is PUBLIC.is_school_day(last)


OWN = Calendar(
    days_off=frozenset([date(2023, 9, 7), date(2023, 9, 8), date(2027, 10, 1)]),
    days_on=frozenset([date(2023, 9, 9), date(2023, 7, 20)]),
    vacations=(Period(date(2023, 7, 3), date(2023, 8, 31)),),
    term_starts=(date(2023, 2, 13), date(2023, 9, 4)),
)


@pytest.mark.parametrize(
    ("day", "on", "makeup", "vacation"),
    [
        (date(2023, 9, 6), True, False, False),
        (date(2023, 9, 7), False, False, False),
        (date(2023, 9, 9), True, True, False),
        (date(2023, 9, 10), False, False, False),
        (date(2023, 7, 3), False, False, True),
        (date(2023, 7, 20), True, False, False),  # lessons in the vacation
        (date(2023, 9, 29), False, False, False),  # public holidays stay
        (date(2023, 10, 7), True, True, False),  # and makeup days
    ],
)
def test_own_days_stand_on_top(day: date, on: bool, makeup: bool, vacation: bool) -> None:  # noqa: FBT001
    assert OWN.is_school_day(day) is on
    assert OWN.is_makeup_day(day) is makeup
    assert OWN.is_vacation(day) is vacation


def test_own_days_count_in_spans_and_before_days_off() -> None:
    week = OWN.school_days(date(2023, 9, 4), date(2023, 9, 10))
    assert [day.day for day in week] == [4, 5, 6, 9]
    assert OWN.is_before_days_off(date(2023, 9, 6))
    assert not OWN.is_before_days_off(date(2023, 9, 9))  # one day off follows


def test_a_year_is_known_once_its_days_are_stated() -> None:
    assert OWN.is_known(2027)
    assert not OWN.is_known(2028)


AUTUMN = Period(date(2023, 8, 1), date(2024, 1, 31))


@pytest.mark.parametrize(
    ("number", "within", "monday"),
    [
        (5, AUTUMN, date(2023, 10, 2)),
        (1, AUTUMN, date(2023, 9, 4)),
        (5, Period(date(2023, 3, 15), date(2023, 3, 15)), date(2023, 3, 13)),
        (5, None, None),  # of which term?
        (30, None, date(2024, 3, 25)),  # the spring term is over by then
        (29, Period(date(2023, 8, 20), date(2023, 9, 3)), date(2023, 8, 28)),
        (0, AUTUMN, None),
        (10**9, None, None),
        (5, Period(date(2020, 1, 1), date(2020, 12, 31)), None),
    ],
)
def test_teaching_weeks(number: int, within: Period | None, monday: date | None) -> None:
    expected = None if monday is None else Period.week_of(monday)
    assert OWN.teaching_week(number, within) == expected
    assert PUBLIC.teaching_week(number, within) is None
