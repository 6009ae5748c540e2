from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from made_sheets import minutes, understand

from homework_check.model import Form, Place

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
    ("first", "place"), [("课堂", Place.LESSON), ("课后服务", Place.SCHOOL), ("校内", Place.SCHOOL)]
)
def test_work_after_lessons_may_be_done_at_home_or_in_school(first: str, place: Place) -> None:
    heads = ("星期", "语文", "", "数学", "")
    log = understand(WEEK, heads, ("", *[first, "课后"] * 2), ("周一", 20, 10, 30, 5))
    assert [one.work.place for one in log.entries] == [place, Place.EITHER] * 2
    assert minutes(log) == [20, 10, 30, 5]


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ([("", "", "", "上午", "下午"), ("三1班", 20, 20, 10, 30)], [20, 20, 10, None]),
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


@pytest.mark.parametrize(
    ("names", "parts"),
    [
        (("必做", "选做"), [("required", None), ("optional", None)]),
        (("基础作业", "提高作业"), [("required", None), ("optional", None)]),
        (("A层", "B层"), [(None, "A"), (None, "B")]),
    ],
)
@pytest.mark.parametrize(
    ("title", "corner", "heads", "key"),
    [(WEEK, "学科", ("周一", "周二"), "语文"), (DAY, "班级", ("语文", "数学"), "三1班")],
)
def test_a_row_may_divide_heads_by_choice_or_layer(
    names: tuple[str, str],
    parts: list[tuple[str | None, str | None]],
    title: tuple[str],
    corner: str,
    heads: tuple[str, str],
    key: str,
) -> None:
    upper = (corner, heads[0], "", heads[1], "")
    log = understand(title, upper, ("", *names * 2), (key, 20, 10, 30, ""))
    assert [(one.work.choice, one.work.layer) for one in log.entries] == [*parts, parts[0]]
    assert minutes(log) == [20, 10, 30]


@pytest.mark.parametrize(
    ("lower", "classes"),
    [
        (("1班", "2班", "1班", "2班"), ["1", "2", "1", "2"]),
        (("1", "2", "1", "2"), ["1", "2", "1", "2"]),
        (("三（1）班", "三（2）班", "三（1）班", ""), ["1", "2", "1"]),
    ],
)
def test_a_row_may_divide_days_by_class(lower: tuple[str, ...], classes: list[str]) -> None:
    title = ("三年级书面作业时长（分钟） 2023年9月4日—9月8日",)
    cells = [20 if name else "" for name in lower]
    log = understand(title, ("学科", "周一", "", "周二", ""), ("", *lower), ("语文", *cells))
    read = [(one.grade, one.classes) for one in log.entries if one.work.reported]
    assert read == [(3, (name,)) for name in classes]


@pytest.mark.parametrize(
    ("named", "cell", "said", "rules"),
    [
        ("完成地点", "校内", (None, Place.SCHOOL, None), []),
        ("形式", "口头", (Form.OTHER, Place.HOME, None), []),
        ("必做/选做", "选做", (None, Place.HOME, "optional"), []),
        ("完成地点", "", (None, None, None), ["unread-place"]),
        ("形式", "待定", (None, Place.HOME, None), ["unread-form"]),
    ],
)
def test_columns_under_a_day_say_more_of_its_work(
    named: str, cell: str, said: tuple[Form | None, Place | None, str | None], rules: list[str]
) -> None:
    heads = ("学科", "周一", "", "", "周二", "", "")
    week = ("三（1）班家庭作业 2023年9月4日—9月8日",)
    row = ("语文", "练习册", cell, 20, "无", "", "")
    log = understand(week, heads, ("", *("内容", named, "时长") * 2), row)
    monday, tuesday = log.entries
    assert (monday.work.form, monday.work.place, monday.work.choice) == said
    assert [problem.rule for problem in monday.problems] == rules
    assert tuesday.work.none
    assert not tuesday.problems


@pytest.mark.parametrize(
    ("head", "cells", "parts"),
    [
        ("层次", ("A层", "B层"), [(None, "A"), (None, "B")]),
        ("", ("A层", "B层"), [(None, "A"), (None, "B")]),
        ("项目", ("必做", "选做"), [("required", None), ("optional", None)]),
        ("必做/选做", ("必做", "选做"), [("required", None), ("optional", None)]),
        ("作业分类", ("必做", "选做"), [("required", None), ("optional", None)]),
        ("检查等级", ("A", "B"), [(None, None), (None, None)]),
        ("完成质量", ("A级", "B级"), [(None, None), (None, None)]),
        ("教师", ("甲", "乙"), [(None, None), (None, None)]),
        ("", ("A", "B"), [(None, None), (None, None)]),
        ("展示", ("必做", "选做"), [(None, None), (None, None)]),
    ],
)
def test_a_column_before_the_days_says_choice_or_layer(
    head: str, cells: tuple[str, str], parts: list[tuple[str | None, str | None]]
) -> None:
    rows = (("语文", cells[0], 20, 30), ("", cells[1], 10, 35))
    log = understand(WEEK, ("学科", head, "周一", "周二"), *rows)
    read = [(one.subject, one.work.choice, one.work.layer) for one in log.entries]
    assert read == [("语文", *part) for part in parts for _ in range(2)]


def test_a_subject_may_have_a_layer_in_brackets() -> None:
    log = understand(
        WEEK, ("学科", "周一", "周二"), ("语文（A层）", 20, 30), ("语文（B层）", 10, 35)
    )
    assert [(one.subject, one.work.layer) for one in log.entries] == [
        ("语文", "A"), ("语文", "A"), ("语文", "B"), ("语文", "B"),
    ]  # fmt: skip


def test_each_content_under_a_day_has_the_minutes_behind_it() -> None:
    names = ("书面作业", "时长", "口头作业", "时长")
    heads = ("学科", "周一", "", "", "", "周二", "", "", "")
    cells = ("抄写", 20, "朗读", 10, "听写", 30, "", "")
    week = ("三（1）班作业 2023年9月4日—9月8日",)
    log = understand(week, heads, ("", *names * 2), ("语文", *cells))
    assert [(one.content, one.work.form) for one in log.entries] == [
        ("抄写", Form.WRITTEN),
        ("朗读", Form.OTHER),
        ("听写", Form.WRITTEN),
    ]
    assert minutes(log) == [20, 10, 30]


def test_parts_that_repeat_and_are_not_understood_leave_open_whether_they_add_up() -> None:
    heads = ("学科", "周一", "", "周二", "")
    log = understand(WEEK, heads, ("", *("计划", "落实") * 2), ("语文", 20, 25, 30, 30))
    assert minutes(log) == [None] * 4
    told = {(flaw.rule, flaw.case) for one in log.entries for flaw in one.problems}
    assert told == {("unread-minutes", "head")}


def test_contents_without_a_head_leave_open_whether_they_add_to_the_others() -> None:
    heads = ("学科", "周一", "", "周二")
    log = understand(WEEK, heads, ("语文", "抄写20分钟", "阅读15分钟", "抄写20分钟"))
    assert minutes(log) == [20, None, 20]


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
