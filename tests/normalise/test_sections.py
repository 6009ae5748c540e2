from __future__ import annotations

from datetime import date

import pytest
from made_sheets import understand

from homework_check.model import Form
from homework_check.normalise.sections.texts import read_section
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
        ("校内外作业", "place", ""),
        ("课堂作业与家庭作业", "place", "place"),
        ("城北小学", "school", ""),
        ("三（1）班、四（2）班", "class", "class"),
        ("语文", "", ""),
        ("朗读", "", ""),
        ("注：三（2）班停课", "", ""),
        ("三（2）班下午研学，无作业", "", ""),
        ("三（2）班合计", "", ""),
        ("本表由教务处填写", "", ""),
        ("三（2）班同上", "class", "class"),
        ("与三（2）班相同", "class", "class"),
        ("三（2）班同学请看下面通知", "class", "class"),
        ("三（2）班周二", "class", "class"),
        ("以上为口头作业", "form", "form"),
        ("口头", "form", "form"),
        ("社会实践", "form", "form"),
        ("二、书面类", "form", ""),
        ("4A", "class", ""),
        ("三（2）", "class", ""),
        ("梅", "", ""),
        ("口头作业：无", "", ""),
        ("三（2）班无作业", "class", "class"),
    ],
)
def test_what_a_line_says_of_the_entries_below(text: str, kinds: str, unclear: str) -> None:
    section = read_section(text, "A5", (), Settings())
    assert (section.kinds if section else set()) == {*kinds.split()}
    assert (section.unclear if section else set()) == {*unclear.split()}


@pytest.mark.parametrize("text", ["实践", "综合", "探究", "社会实践", "课堂练习"])
def test_what_may_be_a_subject_is_no_form_among_subjects(text: str) -> None:
    assert read_section(text, "A5", (), Settings(), is_subject=True) is None


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


BY_SUBJECT = ("学科", "内容", "时长")
CHINESE, MATHS = ("语文", "练习", 30), ("数学", "练习", 40)
OF_WEEK = ("三（1）班书面作业（2023年9月4日—9月8日）",)
OF_DAY = ("2023年9月4日 三（1）班书面作业公示",)


@pytest.mark.parametrize("line", ["口头作业", "课堂作业"])
def test_a_form_that_may_be_a_subject_is_left_open_and_told(line: str) -> None:
    log = understand(OF_DAY, BY_SUBJECT, CHINESE, (line,), MATHS)
    assert [entry.work.form for entry in log.entries] == [Form.WRITTEN, None]
    assert [remark.locations[0].cell for remark in log.remarks] == ["A4"]


@pytest.mark.parametrize(
    "rows",
    [
        (CHINESE, ("口头作业",), CHINESE),
        (("书面作业",), MATHS, ("口头作业",), CHINESE),
    ],
)
def test_a_form_is_sure_where_subjects_or_forms_follow_again(rows: tuple[tuple[str]]) -> None:
    log = understand(OF_DAY, BY_SUBJECT, *rows)
    assert [entry.work.form for entry in log.entries] == [Form.WRITTEN, Form.OTHER]
    assert not log.remarks


@pytest.mark.parametrize("line", ["三（2）班", "9月5日"])
def test_a_form_with_entries_of_its_own_ends_with_its_class_or_day(line: str) -> None:
    log = understand(OF_DAY, BY_SUBJECT, CHINESE, ("口头作业",), CHINESE, (line,), MATHS)
    assert log.entries[-1].work.form is Form.WRITTEN


def test_a_form_without_entries_of_its_own_holds_for_the_classes_below() -> None:
    title = ("2023年9月4日 三年级作业公示",)
    rows = ("口头作业",), ("三（1）班",), CHINESE, ("三（2）班",), CHINESE
    log = understand(title, BY_SUBJECT, *rows)
    assert {entry.work.form for entry in log.entries} == {Form.OTHER}


def test_a_blank_form_below_entries_leaves_open_whether_it_holds_for_the_next_class() -> None:
    log = understand(OF_DAY, BY_SUBJECT, CHINESE, ("口头作业",), ("三（2）班",), MATHS)
    assert log.entries[-1].work.form is None
    assert [remark.rule for remark in log.remarks] == ["unread-form"]


def test_the_class_of_a_line_with_a_form_holds_on_below_another_form() -> None:
    log = understand(OF_DAY, BY_SUBJECT, ("三（2）班书面作业",), CHINESE, ("口头作业",), CHINESE)
    assert [(e.classes, e.work.form) for e in log.entries] == [
        (("2",), Form.WRITTEN),
        (("2",), Form.OTHER),
    ]


@pytest.mark.parametrize(
    ("rows", "forms"),
    [
        (
            (MONDAY, ("口头作业",), MONDAY, ("9月5日", *MONDAY[1:])),
            [Form.WRITTEN, Form.OTHER, None],
        ),
        (
            (MONDAY, ("9月5日", *MONDAY[1:]), ("口头作业",), MONDAY, ("9月5日", *MONDAY[1:])),
            [Form.WRITTEN, Form.WRITTEN, Form.OTHER, Form.OTHER],
        ),
    ],
)
def test_a_form_is_unknown_from_the_next_day_on_unless_it_has_all_days(
    rows: tuple[tuple[str]], forms: list[Form | None]
) -> None:
    log = understand(TITLE, HEADER, *rows)
    assert [entry.work.form for entry in log.entries] == forms


def test_below_a_line_of_several_places_home_is_not_assumed() -> None:
    log = understand(HEADER, ("课堂与家庭作业",), MONDAY)
    assert [part.missing & {"place"} for part in log.tables] == [set()]
    assert [remark.rule for remark in log.remarks] == ["unread-place"]


def test_lines_without_entries_are_left_out() -> None:
    log = understand(
        OF_DAY, BY_SUBJECT, CHINESE, ("口头作业：无",), MATHS, ("三（2）班无作业",),
        ("三（3）班",), CHINESE, ("三（4）班同上",),
    )  # fmt: skip
    assert [(e.classes, e.work.form) for e in log.entries] == [
        (("1",), Form.WRITTEN),
        (("1",), Form.WRITTEN),
        (("3",), Form.WRITTEN),
    ]
    assert [tuple(each) for table in log.tables for each in table.left_out] == [
        (4, "note"), (6, "note"), (9, "note"),
    ]  # fmt: skip


def test_names_with_the_same_subjects_below_leave_the_class_open() -> None:
    log = understand(
        ("三年级书面作业 2023年9月4日",), BY_SUBJECT, ("梅",), CHINESE, ("兰",), CHINESE
    )
    assert [entry.classes for entry in log.entries] == [None, None]
    assert [remark.rule for remark in log.remarks] == ["unread-class"] * 2


def test_a_name_among_subjects_that_stand_once_is_a_subject() -> None:
    log = understand(OF_DAY, BY_SUBJECT, CHINESE, ("书法",), MATHS)
    assert [e.classes for e in log.entries if e.work.reported] == [("1",)] * 2
    assert not [remark for remark in log.remarks if remark.rule == "unread-class"]


def test_a_weekday_is_of_the_week_of_the_title() -> None:
    log = understand(OF_WEEK, BY_SUBJECT, ("周一",), CHINESE, ("星期二",), CHINESE)
    assert [entry.date for entry in log.entries] == [date(2023, 9, 4), date(2023, 9, 5)]
    assert not log.remarks


def test_a_day_holds_on_below_a_line_of_something_else() -> None:
    log = understand(
        OF_WEEK,
        HEADER,
        MONDAY,
        ("", "口头作业"),
        ("", *MONDAY[1:]),
        ("三（2）班",),
        ("", *MONDAY[1:]),
    )
    assert {entry.date for entry in log.entries} == {date(2023, 9, 4)}
