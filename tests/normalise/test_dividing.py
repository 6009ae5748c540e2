from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from made_sheets import minutes, understand

from homework_check.model import Place

if TYPE_CHECKING:
    from homework_check.workbook import CellValue

DAY = ("三年级书面作业时长（分钟） 2023年9月4日",)
WEEK = ("三（1）班书面作业时长（分钟） 2023年9月4日—9月8日",)


@pytest.mark.parametrize(
    "names", [("家庭", "校内"), ("家庭时长", "校内时长"), ("家庭", "校内时长")]
)
def test_a_row_may_divide_one_of_the_subjects_by_place(names: tuple[str, str]) -> None:
    heads = ("班级", "语文", "英语", "", "数学")
    log = understand(DAY, heads, ("", "", *names, ""), ("三1班", 20, 10, 30, 5))
    read = [(one.subject, one.work.place, one.minutes.high) for one in log.entries]
    assert read == [
        ("语文", None, 200),
        ("英语", Place.HOME, 100),
        ("英语", Place.SCHOOL, 300),
        ("数学", None, 50),
    ]


def test_a_row_may_divide_all_subjects_by_place() -> None:
    heads = ("班级", "语文", "", "数学", "")
    log = understand(DAY, heads, ("", *["家庭", "校内"] * 2), ("三1班", 20, 10, 30, 5))
    assert [one.work.place for one in log.entries] == [Place.HOME, Place.SCHOOL] * 2
    assert minutes(log) == [20, 10, 30, 5]


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ([("", "", "", "必做", "选做"), ("三1班", 20, 20, 10, 30)], [20, 20, 10, None]),
        ([("三1班", 20, 20, 10, 30)], [20, 20, 10, None]),
        ([("三1班", 20, 20, 10, "不超过30分钟")], [20, 20, 10, None]),
        ([("三1班", 20, 20, 10, "")], [20, 20, 10]),
        ([("三1班", 20, 20, 10, "已检查")], [20, 20, 10]),
        ([("三1班", 20, 20, 10, 50), ("三2班", 20, "", "", 20)], [20, 20, 10, 20]),
    ],
)
def test_amounts_without_a_head_leave_open_whether_they_add_to_the_others(
    below: list[tuple[CellValue, ...]], expected: list[float | None]
) -> None:
    log = understand(DAY, ("班级", "语文", "数学", "英语", ""), *below)
    assert minutes(log) == expected
    told = [(flaw.case, flaw.locations[0].cell) for one in log.entries for flaw in one.problems]
    assert told == ([("head", f"E{2 + len(below)}")] if None in expected else [])


@pytest.mark.parametrize("second", ["时长", "时间", "附加题时长"])
def test_several_minutes_under_a_subject_are_of_nobody_knows_what(second: str) -> None:
    names = ("", *["时长", second] * 2)
    heads = ("班级", "语文", "", "数学", "")
    log = understand(DAY, heads, names, ("三1班", 10, 20, 30, 40))
    told = [(flaw.case, flaw.locations[0].cell) for one in log.entries for flaw in one.problems]
    assert minutes(log) == [None, None]
    assert told == [("head", "B4"), ("head", "D4")]


def test_amounts_behind_a_day_are_of_this_day() -> None:
    heads = ("学科", "周一", "", "周二", "")
    log = understand(WEEK, heads, ("语文", 20, 10, 5, ""), ("数学", 20, 10, 5, 7))
    assert [(one.date.day, one.minutes.high) for one in log.entries if one.date] == [
        (4, 200),
        (4, None),
        (5, 50),
        (4, 200),
        (4, None),
        (5, 50),
        (5, None),
    ]
