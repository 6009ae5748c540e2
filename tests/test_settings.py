from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homework_check.settings import Assumption, FrozenMap, Period, SchoolSystem, Settings


@pytest.mark.parametrize(
    ("system", "stages", "chuyi"),
    [
        ("6-3", {5: "primary", 6: "primary", 7: "junior", 9: "junior", 10: "senior"}, 7),
        ("5-4", {5: "primary", 6: "junior", 7: "junior", 9: "junior", 10: "senior"}, 6),
        ("5-4-preparatory", {5: "primary", 6: "junior", 9: "junior", 12: "senior"}, 7),
    ],
)
def test_school_systems(system: str, stages: dict[int, str], chuyi: int) -> None:
    found = SchoolSystem(system)
    assert {grade: found.stage(grade) for grade in stages} == stages
    assert found.first_chuyi_grade == chuyi


@given(st.dates(date(1000, 1, 1), date(9000, 1, 1)))
def test_a_week_runs_from_monday_to_sunday(day: date) -> None:
    week = Period.week_of(day)
    assert (week.first.isoweekday(), week.last.isoweekday()) == (1, 7)
    assert (week.last - week.first).days == 6
    assert day in week


@pytest.mark.parametrize(
    ("day", "inside"),
    [
        (date(2023, 9, 3), False),
        (date(2023, 9, 4), True),
        (date(2023, 9, 8), True),
        (date(2023, 9, 9), False),
        ("2023-09-05", False),
        (None, False),
    ],
)
def test_a_period_includes_its_ends(day: object, inside: bool) -> None:  # noqa: FBT001  a column of the table
    assert (day in Period(date(2023, 9, 4), date(2023, 9, 8))) is inside


@pytest.mark.parametrize(
    ("assumptions", "value"),
    [
        ((), None),
        ((Assumption("form", "written"),), None),
        ((Assumption("place", "home", built_in=True),), "home"),
        ((Assumption("place", "home", built_in=True), Assumption("place", "school")), "school"),
        ((Assumption("place", "school"), Assumption("place", "home", built_in=True)), "school"),
    ],
)
def test_the_users_own_assumption_comes_before_the_packs(
    assumptions: tuple[Assumption, ...], value: str | None
) -> None:
    found = Settings(assumptions=assumptions).assumed("place")
    assert (found.value if found else None) == value


@given(st.dictionaries(st.text(), st.integers() | st.none()))
def test_a_frozen_map_is_a_value(items: dict[str, int | None]) -> None:
    one, other = FrozenMap(items), FrozenMap(reversed(items.items()))
    assert (one, hash(one)) == (other, hash(other))
    assert dict(one) == items
    assert {one: "found"}[other] == "found"
    assert eval(repr(one), {"FrozenMap": FrozenMap}) == one  # noqa: S307 - what it says it is
