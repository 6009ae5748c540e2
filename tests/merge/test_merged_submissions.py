"""Reports that say what was due are added up; what is missing stays so until it comes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from made_workbooks import table_rows
from office_reports import named, school

from homework_check.errors import UsageError
from homework_check.handed_in import Submission, Submitted
from homework_check.merge import MergedV1, merge, render_text
from homework_check.merge.workbook import render
from homework_check.model import Verdict
from homework_check.reporters import View
from homework_check.rollup import SchoolCounts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.merge import Named

WEEK_1, WEEK_2 = ("2023-09-04", "2023-09-08"), ("2023-09-11", "2023-09-15")
MISSING = {"state": "missing", "due": 10, "reported": 0}
RECEIVED = {"state": "received", "due": 10, "reported": 10}


def merged(*reports: Named) -> MergedV1:
    return merge(reports, "0.1.0", "2023-10-01T08:00:00+08:00")


def of(name: str, submission: dict[str, Any], counts: Sequence[int] = (5, 0, 0)) -> dict[str, Any]:
    made = school(name, "港北区", counts, submission=submission)
    if submission["state"] in {"missing", "unreadable"}:
        made |= {"verdict": "undecided", "standing": "undecided", "tallies": []}
    return made


def test_schools_are_counted_by_what_they_handed_in() -> None:
    total = merged(
        named("a.json", [
            of("第一小学", RECEIVED), of("第二小学", MISSING),
            of("第三小学", {"state": "unreadable", "due": 5, "reported": 0}),
            of("实验学校", {"state": "unexpected", "due": None, "reported": None}),
        ])
    )  # fmt: skip
    (county,) = total.counties
    assert county.schools == SchoolCounts(1, 0, 0, 1, 1, 1)
    assert county.schools.due == 3
    text = render_text(total, "zh", View())
    assert "达标学校：1/3（33.3%）。" in text
    assert "达标1，未达标0，待核0，无法读取1，未报送1；名册外1。" in text
    assert "未报送" in text.split("学校一览")[1]


def test_tables_count_schools_of_which_nothing_was_read() -> None:
    total = merged(
        named("a.json", [of("第一小学", RECEIVED), of("第二小学", MISSING)]),
        named("b.json", [school("第三小学", "覃塘区", submission=RECEIVED)]),
    )
    rows = {line.split()[0]: line.split() for line in render_text(total, "zh", View()).splitlines()
            if line}  # fmt: skip
    assert rows["县（市、区）"][1:7] == ["学校", "达标", "未达标", "待核", "没有读到", "达标率"]
    assert rows["港北区"][1:7] == ["2", "1", "0", "0", "1", "50.0%"]
    assert rows["覃塘区"][1:7] == ["1", "1", "0", "0", "0", "100.0%"]
    county, *_ = table_rows(render(total, "zh"), "各县（市、区）")
    assert (county["学校"], county["未报送"]) == (2, 1)
    assert "无法读取" not in county


def test_a_county_of_which_no_school_was_due_has_no_rate() -> None:
    beside = school("实验学校", submission={"state": "unexpected", "due": None, "reported": None})
    total = merged(named("a.json", [of("第一小学", RECEIVED), beside]))
    lines = render_text(total, "zh", View()).splitlines()
    (row,) = [line.split() for line in lines if line.startswith("  （没有写）")]
    assert row[1:6] == ["0", "0", "0", "0", "-"]
    told = [(row["Schools"], row["Rate"]) for row in table_rows(render(total, "en"), "Counties")]
    assert told == [(0, "-"), (1, 1)]


def test_a_school_of_which_nothing_was_ever_read_is_not_partly_received() -> None:
    weeks = [
        named(f"{n}.json", [of("第一小学", state)], days=days)
        for n, (state, days) in enumerate(
            ((UNREADABLE, ("2023-09-04", "2023-09-10")), (MISSING, ("2023-09-11", "2023-09-17")))
        )
    ]
    (found,) = merged(*weeks).schools
    assert found.submission == Submission(Submitted.UNREADABLE, 20, 0)


def test_a_school_that_is_missing_in_one_report_is_that_of_another() -> None:
    early, late = (
        named("a.json", [of("第一小学", MISSING)]),
        named("b.json", [of("第一小学", RECEIVED)]),
    )
    for reports in ((early, late), (late, early)):
        (found,) = merged(*reports).schools
        assert found.submission == Submission(Submitted.RECEIVED, 10, 10)
        assert [period.report for period in found.periods] == ["b.json"]
        assert found.verdict is Verdict.KEPT


UNREADABLE = {"state": "unreadable", "due": 10, "reported": 0}
READ, UNREAD = (
    {"path": "a.xlsx", "status": status, "sheets": [{"status": "read"}] * (status == "read")}
    for status in ("read", "unreadable")
)
TOLD = UNREAD | {"told_with_school": True}


@pytest.mark.parametrize(
    ("came", "sources", "others", "expected"),
    [
        pytest.param(MISSING, [READ], [], Verdict.KEPT, id="it came in the other"),
        pytest.param(UNREADABLE, [TOLD], [], Verdict.KEPT, id="read in the other"),
        pytest.param(UNREADABLE, [TOLD] * 2, [], Verdict.KEPT, id="two files of one school"),
        pytest.param(MISSING, [UNREAD], [], Verdict.UNDECIDED, id="a file of nobody"),
        pytest.param(UNREADABLE, [TOLD, UNREAD], [], Verdict.UNDECIDED, id="and a file of nobody"),
        pytest.param(
            MISSING, [READ], [of("第三小学", MISSING)], Verdict.UNDECIDED, id="another is missing"
        ),
        pytest.param(
            MISSING, [READ], [of("第三小学", RECEIVED, (5, 1, 0))], Verdict.BROKEN, id="one broken"
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize("meets", [None, 0.9])
def test_the_whole_is_undecided_only_for_what_no_report_has(
    meets: float | None,
    came: dict[str, Any],
    sources: list[Any],
    others: list[Any],
    expected: Verdict,
) -> None:
    settings: dict[str, Any] = {"meets": meets, "ignored": [], "period": {"from": None, "to": None}}
    schools = [of("第二小学", RECEIVED), of("第一小学", came), *others]
    lacking = named("a.json", schools, sources=sources, settings=settings)
    having = named("b.json", [of("第一小学", RECEIVED)], settings=settings)
    for reports in ((lacking, having), (having, lacking)):
        total = merged(*reports)
        assert (total.verdict, total.standing) == (expected, expected)
    assert merged(lacking).verdict is not Verdict.KEPT


def test_missing_twice_is_missing_once() -> None:
    (found,) = merged(*(named(f"{n}.json", [of("第一小学", MISSING)]) for n in "ab")).schools
    assert found.submission == Submission(Submitted.MISSING, 10, 0)


def test_a_school_that_two_reports_read_for_the_same_days_is_still_refused() -> None:
    with pytest.raises(UsageError):
        merged(*(named(f"{n}.json", [of("第一小学", RECEIVED)]) for n in "ab"))


def test_weeks_add_up_to_what_was_handed_in_of_a_term() -> None:
    term = merged(
        named("1.json", [of("第一小学", RECEIVED), of("第二小学", MISSING)], days=WEEK_1),
        named("2.json", [of("第一小学", MISSING), of("第二小学", MISSING)], days=WEEK_2),
    )
    assert [s.submission for s in term.schools] == [
        Submission(Submitted.PARTLY_RECEIVED, 20, 10),
        Submission(Submitted.MISSING, 20, 0),
    ]
    assert [week.schools.missing for week in term.weeks] == [1, 2]


def test_what_one_roster_lacks_another_may_name() -> None:
    term = merged(
        named("1.json", [of("第一小学", RECEIVED)], days=WEEK_1),
        named("2.json", [of("第一小学", {**RECEIVED, "state": "unexpected"})], days=WEEK_2),
    )
    assert term.schools[0].submission == Submission(Submitted.RECEIVED, 20, 20)


def test_reports_that_do_not_say_what_is_due_say_nothing_of_it() -> None:
    assert merged(named("1.json", [school("第一小学")])).schools[0].submission is None
