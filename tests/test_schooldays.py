from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homework_check import schooldays

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
    assert schooldays.is_school_day(day) is is_on, why


@pytest.mark.parametrize(("year", "known"), [(1999, False), (2023, True), (2027, False)])
def test_known_years(year: int, known: bool) -> None:  # noqa: FBT001  a column of the table
    assert schooldays.is_known(year) is known


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
    assert schooldays.is_before_days_off(day) is is_before


@pytest.mark.parametrize(
    ("month", "day", "is_in"),
    [(7, 9, False), (7, 10, True), (7, 31, True), (8, 1, True), (8, 31, True), (9, 1, False)],
)
def test_summer(month: int, day: int, is_in: bool) -> None:  # noqa: FBT001  a column of the table
    assert schooldays.is_in_summer(date(2023, month, day)) is is_in


@given(days)
def test_no_day_is_too_far_for_the_calendar(day: date) -> None:
    if not schooldays.is_known(day.year):
        assert schooldays.is_school_day(day) is (day.weekday() < 5)
    assert schooldays.is_makeup_day(day) <= schooldays.is_school_day(day)
    assert schooldays.is_before_days_off(day) <= schooldays.is_school_day(day)


@given(days, days)
def test_a_span_holds_its_school_days_in_order(one: date, other: date) -> None:
    first, last = min(one, other), min(max(one, other), date(min(one, other).year + 1, 1, 1))
    found = schooldays.school_days(first, last)
    assert list(found) == sorted(set(found))
    assert all(first <= day <= last and schooldays.is_school_day(day) for day in found)
    assert (first in found) is schooldays.is_school_day(first)
    assert (last in found) is schooldays.is_school_day(last)
