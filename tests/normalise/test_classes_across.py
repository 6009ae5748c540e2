from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from made_sheets import minutes, table, understand

if TYPE_CHECKING:
    from homework_check.workbook import CellValue

GRADE = ("三年级书面作业总时长（分钟） 2023年9月4日—9月8日",)
DAY = ("书面作业总时长（分钟） 2023年9月4日",)


@pytest.mark.parametrize(
    ("corner", "first"),
    [("日期", "2023-09-04"), ("星期", "周一"), ("日期/班级", "周一"), ("", "周一")],
)
def test_days_down_and_classes_across_are_totals_of_the_classes(corner: str, first: str) -> None:
    log = understand(GRADE, (corner, "1班", "2班", "平均", "备注"), (first, 45, 65, 55, "抽查"))
    assert table(log).layout == "class-matrix"
    read = [(one.grade, one.classes, one.date, one.subject) for one in log.entries]
    monday = date(2023, 9, 4)
    assert read == [(3, ("1",), monday, None), (3, ("2",), monday, None)]
    assert minutes(log) == [45, 65]


def test_grades_down_and_classes_across() -> None:
    rows = (("三年级", 45, 50), ("四年级", 60, 65))
    log = understand(DAY, ("年级", "1班", "2班"), *rows)
    read = [(one.grade, *one.classes) for one in log.entries if one.classes]
    assert read == [(3, "1"), (3, "2"), (4, "1"), (4, "2")]
    assert minutes(log) == [45, 50, 60, 65]


def test_schools_beside_classes_across_stay_apart() -> None:
    heads = ("学校", "年级", "1班", "2班")
    log = understand(DAY, heads, ("第一小学", "三年级", 45, 50), ("第二小学", "三年级", 60, ""))
    filled = [one for one in log.entries if one.work.reported]
    assert [one.school.name for one in filled] == ["第一小学", "第一小学", "第二小学"]


@pytest.mark.parametrize(
    ("below", "cells"),
    [
        ((), ("练习册 20分钟", "抄写 10分钟")),
        ((("", "内容", "时长", "内容", "时长"),), ("练习册", 20, "抄写", 10)),
    ],
)
def test_subjects_down_and_classes_across(
    below: tuple[tuple[str, ...], ...], cells: tuple[CellValue, ...]
) -> None:
    first, second = "三（1）班", "三（2）班"
    heads = ("学科", first, "", second, "") if below else ("学科", first, second)
    log = understand(DAY, heads, *below, ("语文", *cells))
    read = [(one.subject, one.grade, one.classes) for one in log.entries]
    assert read == [("语文", 3, ("1",)), ("语文", 3, ("2",))]
    assert minutes(log) == [20, 10]


def test_numbers_below_classes_may_be_of_pupils() -> None:
    log = understand(("三年级作业完成情况",), ("日期", "1班", "2班"), ("2023-09-04", 45, 38))
    assert minutes(log) == [None, None]
    assert (
        understand(("三年级未交作业人数",), ("日期", "1班", "2班"), ("周一", 4, 3)).status
        == "no-log"
    )


@pytest.mark.parametrize(
    ("heads", "rows", "expected"),
    [
        (("学科", "周五"), [("语文", "练习册 20分钟")], [20]),
        (("学科", "9月8日", "备注"), [("语文", "练习册 20分钟", ""), ("数学", "无", "")], [20, 0]),
        (("学科", "周五", ""), [("", "内容", "时长"), ("语文", "练习册", 20)], [20]),
        (("班级", "9月8日"), [("三（1）班", "45分钟")], [45]),
        (("班级", "9月8日"), [("三（1）班", 45)], [None]),
    ],
)
def test_one_day_alone_heads_a_matrix(
    heads: tuple[str, ...], rows: list[tuple[CellValue, ...]], expected: list[float | None]
) -> None:
    log = understand(("三（1）班书面作业 2023年9月4日—9月8日",), heads, *rows)
    assert {one.date for one in log.entries} == {date(2023, 9, 8)}
    assert minutes(log) == expected


def test_a_day_in_a_line_above_a_list_heads_nothing() -> None:
    lines = (("作业登记表",), ("班级：", "", "日期：", "2023-09-08"))
    log = understand(*lines, ("学科", "作业内容", "时长"), ("语文", "练习册", 20))
    assert table(log).layout == "list"
    assert [one.date for one in log.entries] == [date(2023, 9, 8)]
