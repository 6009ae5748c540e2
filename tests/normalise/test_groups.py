from __future__ import annotations

import pytest
from made_sheets import minutes, table, understand

from homework_check.model import Form, Place
from homework_check.workbook import CellRange, CellValue

WEEK = ("三年级书面作业时长（分钟） 2023年9月4日—9月8日",)
ONE_DAY = ("书面作业时长（分钟） 2023年9月4日",)
TWICE = ("", "语文", "数学", "语文", "数学")


@pytest.mark.parametrize("total", ["周合计", "平均", "总量", "全校平均", "Total"])
def test_columns_under_a_total_are_not_used(total: str) -> None:
    heads = ("班级", "周一", "", "周二", "", total, "")
    log = understand(WEEK, heads, (*TWICE, "语文", "数学"), ("三1班", 20, 10, 5, 15, 25, 25))
    assert minutes(log) == [20, 10, 5, 15]
    unused = [(use.letter, use.header) for use in table(log).columns if use.field is None]
    assert unused == [("F", total), ("G", total)]


def test_columns_under_a_total_may_stand_first_or_beside_one_group() -> None:
    first = ("班级", "合计", "", "周一", "")
    one = ("班级", "周一", "", "合计", "")
    assert minutes(understand(WEEK, first, TWICE, ("三1班", 9, 9, 20, 10))) == [20, 10]
    assert minutes(understand(ONE_DAY, one, TWICE, ("三1班", 20, 10, 9, 9))) == [20, 10]


@pytest.mark.parametrize(
    ("names", "classes"),
    [
        (("4A", "4B"), ["4A", "4B"]),
        (("1", "2"), ["1", "2"]),
        (("梅", "兰"), [None, None]),
        (("上午", "下午"), [None, None]),
    ],
)
def test_heads_that_repeat_are_of_classes_or_of_nobody_knows_which(
    names: tuple[str, str], classes: list[str | None]
) -> None:
    heads = ("日期", names[0], "", names[1], "")
    log = understand(WEEK, heads, TWICE, ("周一", 20, 10, 5, 15))
    read = [one.classes[0] if one.classes else None for one in log.entries]
    assert read == [name for name in classes for _ in range(2)]
    told = [(flaw.rule, flaw.value) for one in log.entries for flaw in one.problems]
    unread = [name for name, class_ in zip(names, classes, strict=True) if class_ is None]
    assert told == [("unread-class", name) for name in unread for _ in range(2)]


def test_heads_that_repeat_are_not_added_up_for_a_class() -> None:
    heads = ("班级", "计划", "", "实际", "")
    log = understand(ONE_DAY, heads, TWICE, ("三1班", 20, 10, 5, 0))
    assert minutes(log) == [None, None, None, 0]
    told = [(flaw.rule, flaw.case) for one in log.entries for flaw in one.problems]
    assert told == [("unread-minutes", "head")] * 3


def test_days_that_could_be_amounts_are_days_above_heads_that_repeat() -> None:
    heads = ("班级", "9.4", "", "9.5", "")
    log = understand(WEEK, heads, TWICE, ("三1班", 20, 10, 5, 15))
    assert [one.date.day for one in log.entries if one.date] == [4, 4, 5, 5]


@pytest.mark.parametrize(
    ("above", "below", "form", "place"),
    [
        (("口头", "", "书面", ""), TWICE, None, None),
        (("家庭", "", "校内", ""), TWICE, Form.WRITTEN, None),
        (("家庭书面", "", "家庭口头", ""), TWICE, None, Place.HOME),
        (("语文", "", "数学", ""), ("", *["课堂时长", "家庭时长"] * 2), Form.WRITTEN, None),
    ],
)
def test_a_merged_cell_is_of_no_form_or_place_that_differs(
    above: tuple[str, ...], below: tuple[str, ...], form: Form | None, place: Place | None
) -> None:
    over_all = (CellRange(4, 2, 4, 5),)
    log = understand(ONE_DAY, ("班级", *above), below, ("三1班", 90), merged=over_all)
    assert [one.minutes for one in log.entries] == [(900, 1800)]
    assert [(one.work.form, one.work.place) for one in log.entries] == [(form, place)]


def test_a_merged_cell_over_classes_and_subjects_counts_for_each_class() -> None:
    rows = ("三1班", 35, "", 10), ("三2班", "", "", 20)
    merged = (CellRange(3, 2, 4, 3),)
    log = understand(ONE_DAY, ("班级", "语文", "数学", "英语"), *rows, merged=merged)
    assert [one.minutes for one in log.entries][::2] == [(350, 700)] * 2
    heads = ("日期", "1班", "", "2班", "")
    over_all = (CellRange(4, 2, 4, 5),)
    log = understand(WEEK, heads, TWICE, ("周一", 40), merged=over_all)
    assert [(one.classes, one.location().cell) for one in log.entries] == [
        (("1",), "B4"),
        (("2",), "D4"),
    ]
    assert [one.minutes for one in log.entries] == [(400, 800)] * 2


@pytest.mark.parametrize(
    "heads",
    [
        [("班级", "三年级", "", "四年级", ""), ("", "1班", "2班", "1班", "2班")],
        [("年级", "三年级", "", "四年级", ""), ("班级", "1班", "2班", "1班", "2班")],
        [
            ("学科", "三年级", "", "四年级", ""),
            ("", "三（1）班", "三（2）班", "四（1）班", "四（2）班"),
        ],
    ],
)
def test_grades_over_classes_are_theirs(heads: list[tuple[CellValue, ...]]) -> None:
    title = ("书面作业时长（分钟） 2023年9月12日",)
    log = understand(title, *heads, ("语文", 20, 21, 30, 31), ("数学", 22, 23, 32, 33))
    assert {(e.grade, e.classes, e.minutes.high) for e in log.entries} == {
        (3, ("1",), 200), (3, ("2",), 210), (4, ("1",), 300), (4, ("2",), 310),
        (3, ("1",), 220), (3, ("2",), 230), (4, ("1",), 320), (4, ("2",), 330),
    }  # fmt: skip


def test_grades_over_subjects_are_of_whole_grades() -> None:
    title = ("书面作业时长（分钟） 2023年9月",)
    heads = (("日期", "三年级", "", "四年级", ""), ("", "语文", "数学", "语文", "数学"))
    log = understand(title, *heads, ("9月12日", 20, 21, 30, 31), ("9月13日", 22, 23, 32, 33))
    assert {(e.grade, e.classes) for e in log.entries} == {(3, ()), (4, ())}
