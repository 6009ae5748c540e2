from __future__ import annotations

from datetime import date

import pytest
from made_sheets import understand

from homework_check.model import Form
from homework_check.normalise.section_texts import read_section
from homework_check.settings import Settings

TITLE = ("三年级书面作业（2023年9月4日—9月8日）",)
HEADER = ("日期", "学科", "内容", "时长")
MONDAY = ("9月4日", "语文", "练习", 30)


@pytest.mark.parametrize(
    ("text", "kinds", "unclear"),
    [
        ("三（1）班", "class", ""),
        ("火箭班", "class", ""),
        ("1班", "class", ""),
        ("三（1）班书面作业", "class form", ""),
        ("三年级", "grade", ""),
        ("第二周（2023年9月11日—9月15日）", "day", ""),
        ("第二周", "day", "day"),
        ("9月4日", "day", ""),
        ("9月4日（周一）作业", "day", ""),
        ("9月4日运动会", "day", "day"),
        ("周二", "day", "day"),
        ("书面作业", "form", ""),
        ("一、口头作业", "form", ""),
        ("【口头】", "form", ""),
        ("朗读作业", "form", ""),
        ("综合作业", "form", "form"),
        ("书面与口头作业", "form", ""),
        ("校内作业", "place", ""),
        ("城北小学", "school", ""),
        ("三（1）班、四（2）班", "class", "class"),
        ("语文", "", ""),
        ("朗读", "", ""),
        ("注：三（2）班停课", "", ""),
        ("三（2）班下午研学，无作业", "", ""),
        ("三（2）班合计", "", ""),
        ("本表由教务处填写", "", ""),
    ],
)
def test_what_a_line_says_of_the_entries_below(text: str, kinds: str, unclear: str) -> None:
    section = read_section(text, "A5", (), Settings())
    assert (section.kinds if section else set()) == {*kinds.split()}
    assert (section.unclear if section else set()) == {*unclear.split()}


@pytest.mark.parametrize(
    ("text", "known"),
    [("三（1）班", "class"), ("9月4日", "date"), ("书面作业", "form"), ("三年级", "grade")],
)
def test_a_line_says_nothing_that_the_entries_have_cells_for(text: str, known: str) -> None:
    assert read_section(text, "A5", (known,), Settings()) is None


def test_a_line_holds_until_the_next_of_its_kind() -> None:
    log = understand(
        TITLE, HEADER, ("三（1）班",), MONDAY, ("口头作业",), MONDAY, ("三（2）班",), MONDAY
    )
    assert [(e.classes, e.work.form) for e in log.entries] == [
        (("1",), Form.WRITTEN),
        (("1",), Form.OTHER),
        (("2",), Form.WRITTEN),
    ]
    assert [table.range for table in log.tables] == ["A4:D4", "A6:D6", "A8:D8"]
    assert {table.header_rows for table in log.tables} == {(2,)}


def test_the_class_of_a_line_is_of_the_grade_above_it() -> None:
    log = understand(TITLE, HEADER, ("四年级",), ("1班",), MONDAY, ("2班",), MONDAY)
    assert [(e.grade, e.classes) for e in log.entries] == [(4, ("1",)), (4, ("2",))]


def test_entries_above_the_first_line_are_of_the_title() -> None:
    log = understand(TITLE, HEADER, MONDAY, ("三（2）班",), MONDAY)
    assert [(e.grade, e.classes) for e in log.entries] == [(3, ()), (3, ("2",))]


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("第二周", "unread-date"),
        ("三（1）班、四（1）班", "unread-class"),
        ("探究作业", "unread-form"),
    ],
)
def test_below_a_line_not_understood_nothing_is_taken_from_above(line: str, rule: str) -> None:
    header, row = ("星期", *HEADER[1:]), ("周一", *MONDAY[1:])
    log = understand(("三（1）班书面作业（2023年9月4日—9月8日）",), header, row, (line,), row)
    first, last = log.entries
    assert (first.classes, first.date, first.work.form) == (("1",), date(2023, 9, 4), Form.WRITTEN)
    assert not (last.classes and last.date and last.work.form)
    assert [(r.rule, r.locations[0].cell) for r in log.remarks] == [(rule, "A4")]


def test_a_value_of_its_column_holds_on_in_blank_cells_and_is_no_line() -> None:
    header = ("班级", "日期", "学科", "内容", "时长")
    log = understand(header, ("三（1）班",), ("", "2023-09-04", *MONDAY[1:]))
    assert [table.range for table in log.tables] == ["A1:E3"]
    assert [e.classes for e in log.entries if e.work.reported] == [("1",)]


def test_a_grade_above_classes_that_are_named_is_a_line() -> None:
    header = ("班级", "日期", "学科", "内容", "时长")
    row = ("1班", "2023-09-04", *MONDAY[1:])
    log = understand(header, ("三年级",), row, ("四年级",), row)
    assert [(e.grade, e.classes) for e in log.entries] == [(3, ("1",)), (4, ("1",))]
