"""Reports are added up and never judged again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from office_reports import named, school

from homework_check.errors import UsageError
from homework_check.merge import MergedV1, Named, merge
from homework_check.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

WEEK_1, WEEK_2 = ("2023-09-04", "2023-09-08"), ("2023-09-11", "2023-09-15")
COUNTS = st.tuples(*[st.integers(0, 9)] * 3)
OFFICES = st.lists(st.lists(COUNTS, max_size=4), min_size=1, max_size=4)


def merged(reports: Sequence[Named]) -> MergedV1:
    return merge(reports, "0.1.0", "2023-10-01T08:00:00+08:00")


def numbers(tallies: Sequence[Any]) -> tuple[int, int, int]:
    return (
        sum(t.kept for t in tallies),
        sum(t.broken for t in tallies),
        sum(t.undecided for t in tallies),
    )


@given(OFFICES, st.randoms())
def test_every_table_adds_up_to_the_same(offices: list[list[Any]], chance: Any) -> None:
    reports = [
        named(f"{n}.json", [school(f"第{s}小学", f"{n}县", counts) for s, counts in enumerate(of)])
        for n, of in enumerate(offices)
    ]
    total = merged(reports)
    expected = tuple(sum(c[i] for of in offices for c in of) for i in range(3))
    for part in (total.counties, total.weeks, total.schools):
        assert numbers([t for group in part for t in group.tallies]) == expected
    assert numbers(total.tallies) == expected
    assert sum(county.schools.due for county in total.counties) == len(total.schools)
    chance.shuffle(reports)
    assert replace(merged(reports), reports=total.reports) == total


def test_weeks_make_a_term() -> None:
    reports = [
        named("1.json", [school("第一小学", counts=(5, 0, 0))], days=WEEK_1),
        named("2.json", [school("第一小学", counts=(3, 1, 1))], days=WEEK_2),
    ]
    term = merged(reports)
    (of_school,) = term.schools
    assert [str(p.first) for p in of_school.periods] == [WEEK_1[0], WEEK_2[0]]
    assert (of_school.verdict, of_school.entry_count, of_school.class_count) == ("broken", 18, 2)
    assert [(str(w.first), str(w.last), w.schools.kept) for w in term.weeks] == [
        ("2023-09-04", "2023-09-10", 1),
        ("2023-09-11", "2023-09-17", 0),
    ]
    assert numbers(term.tallies) == (8, 1, 1)


def test_a_school_in_two_reports_of_a_week_is_one_school_of_that_week() -> None:
    reports = [
        named("a.json", [school("第一小学")], days=("2023-09-04", "2023-09-05")),
        named("b.json", [school("第一小学", counts=(0, 1, 0))], days=("2023-09-06", "2023-09-08")),
    ]
    (week,) = merged(reports).weeks
    assert (week.schools.kept, week.schools.broken) == (0, 1)


def test_sources_without_a_school_stay_apart() -> None:
    reports = [named(f"{n}.json", [school(None, source="第2周.xlsx")]) for n in (1, 2)]
    assert [s.source for s in merged(reports).schools] == [
        "1.json: 第2周.xlsx",
        "2.json: 第2周.xlsx",
    ]


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (("2023-09-08", "2023-09-15"), "2023年9月8日至9月15日"),
        ((None, None), "2023年9月4日至9月8日"),
    ],
)
def test_a_school_twice_for_the_same_days_is_refused(
    days: tuple[str | None, str | None], told: str
) -> None:
    reports = [
        named("a.json", [school("第一小学", "覃塘区")]),
        named("b.json", [school("第一小学", "覃塘区")], days=days),
    ]
    with pytest.raises(UsageError) as error:
        merged(reports)
    assert error.value.message.zh == (f"覃塘区第一小学（{told}）在“a.json”和“b.json”里都有。")


def test_the_same_name_in_two_counties_is_two_schools() -> None:
    reports = [named(f"{c}.json", [school("第一小学", c)]) for c in ("港北区", "覃塘区")]
    assert [s.county for s in merged(reports).schools] == ["港北区", "覃塘区"]


PACK = {"id": "county", "title": {"zh": "县", "en": "county"}, "rules": ["x"]}
NO_PERIOD = {"period": {"from": None, "to": None}}


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ({"rule_pack": PACK}, "different rule packs"),
        ({"tool": {"name": "homework-check", "version": "0.2.0"}}, "different versions"),
        ({"settings": {"meets": 0.95, "ignored": [], **NO_PERIOD}}, "different standards"),
        ({"settings": {"meets": None, "ignored": ["x"], **NO_PERIOD}}, "different ignored rules"),
    ],
)
def test_reports_that_judged_differently_are_refused(other: dict[str, Any], told: str) -> None:
    reports = [named("a.json", [school("一")]), named("b.json", [school("二")], **other)]
    with pytest.raises(UsageError) as error:
        merged(reports)
    assert error.value.message.en.startswith(told)
    assert '"a.json"' in error.value.message.en
    assert '"b.json"' in error.value.message.en


def test_a_later_version_that_judges_alike_is_added() -> None:
    later = {"name": "homework-check", "version": "0.1.7"}
    reports = [named("a.json", [school("一")]), named("b.json", [school("二")], tool=later)]
    assert len(merged(reports).schools) == 2


def source(status: str, *sheets: str) -> dict[str, Any]:
    return {"path": "x", "status": status, "sheets": [{"status": sheet} for sheet in sheets]}


@pytest.mark.parametrize(
    ("found", "unread"),
    [
        (source("read", "no-log", "read"), 0),
        (source("read", "no-log"), 1),
        (source("unreadable"), 1),
        (source("duplicate", "read"), 0),
        (source("duplicate"), 0),
    ],
)
def test_sources_without_a_log_are_counted(found: dict[str, Any], unread: int) -> None:
    (report,) = merged([named("a.json", [school("一")], sources=[found])]).reports
    assert report.unread == unread


def test_what_keeps_a_report_open_keeps_the_whole_open() -> None:
    reports = [
        named("a.json", [school("一")]),
        named("b.json", [school("二")], verdict="undecided", sources=[source("unreadable")]),
    ]
    total = merged(reports)
    assert (total.verdict, total.standing) == (Verdict.UNDECIDED, Verdict.UNDECIDED)


@pytest.mark.parametrize(
    ("standing", "sources", "expected"),
    [
        ("kept", [source("read", "read")], Verdict.KEPT),
        ("kept", [source("unreadable")], Verdict.UNDECIDED),
        ("undecided", [source("read", "read")], Verdict.UNDECIDED),
        ("broken", [source("unreadable")], Verdict.BROKEN),
    ],
)
def test_with_a_standard_for_schools_their_standing_counts(
    standing: str, sources: list[Any], expected: Verdict
) -> None:
    settings = {"meets": 0.9, "ignored": [], **NO_PERIOD}
    part = school("一", counts=(19, 1, 0), standing=standing)
    total = merged([named("a.json", [part], settings=settings, sources=sources)])
    assert (total.verdict, total.standing) == (Verdict.BROKEN, expected)


def test_nothing_to_merge_is_a_fault_of_the_caller() -> None:
    with pytest.raises(ValueError, match="nothing"):
        merged([])
