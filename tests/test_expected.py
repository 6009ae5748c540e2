"""Which school of a roster a name means, and which it may be meant for."""

from __future__ import annotations

import pytest

from homework_check.expected import ExpectedSchool, Roster
from homework_check.model import School

ROSTER = Roster(
    "名册.xlsx",
    (
        ExpectedSchool("港北区", "第一小学"),
        ExpectedSchool("覃塘区", "第一小学"),
        ExpectedSchool("港北区", "城北小学(东校区)"),
        ExpectedSchool(None, "向阳小学"),
        ExpectedSchool("港北区", "长岭初级中学"),
    ),
)


@pytest.mark.parametrize(
    ("county", "name", "found"),
    [
        ("港北区", "第一小学", 0),
        ("覃塘区", "第一小学", 1),
        (None, "第一小学", None),
        ("桂平市", "第一小学", None),
        (None, "城北小学（东校区）", 2),
        (None, "城北 小学（东校区）", 2),
        ("桂平市", "城北小学(东校区)", None),
        ("港北区", "向阳小学", 3),
        (None, "向阳小", None),
        (None, "长岭初中", None),
        (None, None, None),
    ],
)
def test_names_are_equal_or_not(county: str | None, name: str | None, found: int | None) -> None:
    expected = None if found is None else ROSTER.schools[found]
    assert ROSTER.find(School(county, name)) == expected


@pytest.mark.parametrize(
    ("name", "candidates"),
    [
        ("向阳小", ("向阳小学",)),
        ("青山向阳小学", ("向阳小学",)),
        ("长岭初中", ("长岭初级中学",)),
        ("第二小学", ()),
        ("实验学校", ()),
        ("小", ()),
    ],
)
def test_names_that_are_close_are_proposed(name: str, candidates: tuple[str, ...]) -> None:
    assert tuple(school.name for school in ROSTER.alike(name)) == candidates


@pytest.mark.parametrize(
    ("county", "found"),
    [
        (None, ["港北区", "覃塘区"]), ("港北区", ["港北区"]), ("港北", ["港北区"]),
        ("贵港市覃塘区", ["覃塘区"]), ("平南县", []),
    ],
)  # fmt: skip
def test_no_school_of_another_county_is_meant(county: str | None, found: list[str]) -> None:
    roster = Roster("名册.xlsx", tuple(ExpectedSchool(c, "城北小学") for c in ("港北区", "覃塘区")))
    assert [school.county for school in roster.alike("城北小学校", county)] == found
