"""Homework that stands in a note below a table alone."""

from __future__ import annotations

import pytest
from made_sheets import understand

from homework_check.model import Amount
from homework_check.normalise.around.noted_work import read_noted_work

TITLE = ("三（2）班书面作业（2023年9月4日—9月8日，单位：分钟）",)
WEEK = (("学科", "周一", "周二"), ("语文", 20, 30), ("数学", 15, 25))


@pytest.mark.parametrize(
    ("note", "minutes", "weekdays"),
    [
        ("备注：周三另加数学试卷一张40分钟", 40, {3}),
        ("注：每天另有练字一页（约15分钟）未列入表内", 15, set()),
        ("另：每天书法作业20分钟", 20, set()),
        ("周二、周四还有小练笔20分钟", 20, {2, 4}),
    ],
)
def test_a_note_may_name_work_that_is_in_no_row(
    note: str, minutes: int, weekdays: set[int]
) -> None:
    (found,) = read_noted_work(note)
    assert found.minutes == Amount(0, minutes * 10)
    assert {*found.weekdays} == weekdays


@pytest.mark.parametrize(
    "note",
    [
        "另：每天课外阅读30分钟",
        "另外建议每天练字10分钟",
        "另加试卷40分钟（已单列）",
        "注：书面作业总量不超过60分钟",
        "周三另加试卷一张",
        "填表日期：2023年9月8日",
    ],
)
def test_what_is_no_more_written_work_adds_none(note: str) -> None:
    assert not [*read_noted_work(note)]


def test_work_in_a_note_may_count_on_its_days() -> None:
    log = understand(TITLE, *WEEK, ("注：周二另加试卷40分钟",))
    *others, noted = log.entries
    assert [entry.minutes.low for entry in others] == [200, 300, 150, 250]
    assert (str(noted.date), noted.minutes, noted.work.doubtful) == ("2023-09-05", (0, 400), True)
    assert noted.location().cell == "A5"
    assert [(flaw.rule, flaw.case) for flaw in noted.problems] == [
        ("unread-minutes", "note-minutes")
    ]


def test_remarks_on_one_subject_are_of_no_other() -> None:
    rows = (("语文", "时长", 20, 30), ("", "备注", "另加20分钟", ""))
    log = understand(TITLE, ("学科", "项目", "周一", "周二"), *rows)
    assert len(log.entries) == 2
