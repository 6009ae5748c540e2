from __future__ import annotations

from datetime import date

import pytest
from made_sheets import table, understand

TITLE = ("作业公示 2023年",)
WORK = ("作业内容", "作业形式", "时长")
ROW = ("练习册", "书面", 20)
DAY = date(2023, 9, 4)


@pytest.mark.parametrize(
    ("head", "cell"),
    [
        ("日期班级", "9月4日 三(2)班"),
        ("日期/班级", "9月4日三（2）班"),
        ("日期、班级", "2023-09-04 三年级2班"),
        ("班级日期", "三（2）班 9月4日（周一）"),
        ("班级和日期", "302 9.4"),
    ],
)
def test_day_and_class_in_one_cell(head: str, cell: str) -> None:
    log = understand(TITLE, (head, "学科", *WORK), (cell, "语文", *ROW), ("", "数学", *ROW))
    assert [(e.date, e.grade, e.classes) for e in log.entries] == [(DAY, 3, ("2",))] * 2
    assert {table(log).letter("date"), table(log).letter("class")} == {"A"}
    assert table(log).range == "A2:E4"


@pytest.mark.parametrize(
    ("head", "cell"),
    [
        ("班级学科", "三(2)班语文"),
        ("班级/学科", "三（2）班 语文"),
        ("班级、科目", "三年级2班、语文"),
        ("学科班级", "语文三（2）班"),
    ],
)
def test_class_and_subject_in_one_cell(head: str, cell: str) -> None:
    log = understand(TITLE, ("日期", head, *WORK), ("9月4日", cell, *ROW))
    assert [(e.grade, e.classes, e.subject) for e in log.entries] == [(3, ("2",), "语文")]


def test_a_header_of_two_keys_may_have_no_rows() -> None:
    assert not understand(TITLE, ("日期", "班级学科", *WORK)).entries


def test_one_key_alone_holds_and_what_is_neither_is_told() -> None:
    head = ("日期班级", "学科", *WORK)
    cells = ("9月4日 三（2）班", "9月5日", "三（3）班", "不详")
    log = understand(TITLE, head, *((cell, "语文", *ROW) for cell in cells))
    assert [(e.date, e.classes) for e in log.entries] == [
        (DAY, ("2",)),
        (date(2023, 9, 5), ("2",)),
        (date(2023, 9, 5), ("3",)),
        (None, None),
    ]
    told = {(flaw.rule, flaw.locations[0].cell) for flaw in log.entries[3].problems}
    assert told == {("unread-date", "A6"), ("unread-class", "A6")}


@pytest.mark.parametrize("day", ["2023-09-04", DAY])
def test_what_another_column_says_is_not_in_the_cell_as_well(day: str | date) -> None:
    log = understand(("三（2）班作业",), ("课程日期", "学科", *WORK), (day, "语文", *ROW))
    assert [(e.date, e.subject) for e in log.entries] == [(DAY, "语文")]
    log = understand(("三（2）班作业",), ("课程日期", *WORK), (day, *ROW))
    assert [e.date for e in log.entries] == [DAY]


def test_grade_and_class_are_one_key() -> None:
    log = understand(TITLE, ("日期", "年级/班级", "学科", *WORK), ("9月4日", 302, "语文", *ROW))
    assert [(e.grade, e.classes) for e in log.entries] == [(3, ("2",))]
