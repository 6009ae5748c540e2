"""The verdicts of a school's aspects: what was not read, or belongs to no day, leaves some open."""

from __future__ import annotations

from datetime import date

import pytest
from small_logs import USUAL, Row, judge, sheet, source, unreadable

from homework_check.model import Verdict
from homework_check.settings import Period, Settings

KEPT, BROKEN, UNDECIDED = Verdict.KEPT, Verdict.BROKEN, Verdict.UNDECIDED
TWO_DAYS = Settings(period=Period(date(2023, 9, 4), date(2023, 9, 5)))
MARKED = (*USUAL, "marked")
BOTH = (Row(marked="是"), Row(form="口头", content="读课文", grade="一年级", marked="是"))


def aspects(*rows: Row, unread: str = "", settings: Settings | None = None) -> dict[str, Verdict]:
    others = [unreadable(unread)] if unread else []
    report = judge(source(sheet(rows, columns=MARKED)), *others, settings=settings)
    (school,) = report.schools
    return school.aspects


def test_what_was_read_and_has_its_day_is_decided() -> None:
    assert aspects(*BOTH) == {"time": KEPT, "setting": KEPT, "marking": KEPT}


@pytest.mark.parametrize(
    ("unread", "verdict"), [("第一小学五年级.xlsx", UNDECIDED), ("另一所.xlsx", KEPT)]
)
def test_a_file_of_the_school_that_was_not_read_may_concern_every_aspect(
    unread: str, verdict: Verdict
) -> None:
    found = aspects(*BOTH, unread=unread)
    assert found == dict.fromkeys(("time", "setting", "marking"), verdict)


def test_what_is_broken_stays_broken_whatever_else_was_not_read() -> None:
    assert aspects(Row(minutes=70, marked="否"), unread="第一小学.doc") == {
        "time": BROKEN, "marking": BROKEN,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("row", "left_open"),
    [
        pytest.param(Row(day="昨天"), {"time"}, id="written work of a grade with a limit of time"),
        pytest.param(Row(cls="??"), {"time", "setting"}, id="class, which may say a grade"),
        pytest.param(Row(day="昨天", minutes=""), {"time"}, id="no minutes either"),
        pytest.param(Row(day="昨天", form="口头"), set(), id="work that counts for no limit"),
        pytest.param(Row(day="昨天", content="无", minutes="", form=""), set(), id="no homework"),
        pytest.param(Row(day="昨天", content="", minutes="", form=""), {"time"}, id="left blank"),
        pytest.param(Row(day="昨天", grade="一年级"), {"setting"}, id="a grade without any limit"),
        pytest.param(Row(grade="??"), {"time", "setting"}, id="grade"),
        pytest.param(Row(day="昨天", marked="否"), {"time", "marking"}, id="not marked"),
        pytest.param(Row(grade="高一", day="昨天"), set(), id="a grade of no rule"),
    ],
)
def test_an_entry_of_no_day_leaves_open_what_it_may_concern(row: Row, left_open: set[str]) -> None:
    found = aspects(*BOTH, row._replace(marked=row.marked or "是"))
    assert {aspect for aspect, verdict in found.items() if verdict is UNDECIDED} == left_open


def test_minutes_that_are_missing_leave_open_only_how_long_it_took() -> None:
    found = aspects(*BOTH, Row("数学", minutes="", marked="是"))
    assert found == {"time": UNDECIDED, "setting": KEPT, "marking": KEPT}


def test_a_day_that_is_due_and_not_reported_leaves_open_what_is_asked_of_its_class() -> None:
    rows = [row._replace(day=day) for row in BOTH for day in ("2023-09-04", "2023-09-05")]
    assert aspects(*rows, settings=TWO_DAYS)["time"] is KEPT
    found = aspects(*rows[1:], settings=TWO_DAYS)
    assert found == {
        "time": UNDECIDED, "setting": KEPT, "marking": UNDECIDED, "reporting": BROKEN,
    }  # fmt: skip


def test_a_share_of_class_days_is_not_enough_while_something_belongs_to_none() -> None:
    settings = Settings(meets=0.5)
    for row in (Row(day="昨天"), Row(cls="??")):
        report = judge(source(sheet([Row(), row])), settings=settings)
        assert report.schools[0].standing is UNDECIDED
