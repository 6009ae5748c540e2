from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from made_sheets import minutes, table, understand

from homework_check.model import Form, Place
from homework_check.normalise.headers.subject_labels import read_subject_label

if TYPE_CHECKING:
    from homework_check.workbook import CellValue

TITLE = ("三（2）班书面作业（2023年9月4日—9月8日）",)
DAYS = ("学科", "周一", "周二")
SUBJECTS = ("班级", "语文", "数学")
ONE_DAY = ("三年级书面作业 2023年9月13日",)
OF_WEEK = ("三（2）班书面作业时长（2023年9月4日—9月8日）",)
OF_MINUTES = ("三年级书面作业时长 2023年9月13日",)


def test_every_filled_box_of_a_week_is_an_entry() -> None:
    log = understand(TITLE, DAYS, ("语文", "练习册P10 20分钟", ""), ("数学", 15, "无"))
    assert table(log).layout == "week-matrix"
    assert [(e.subject, e.date, e.work.none) for e in log.entries] == [
        ("语文", date(2023, 9, 4), False),
        ("数学", date(2023, 9, 4), False),
        ("数学", date(2023, 9, 5), True),
    ]
    assert minutes(log) == [20, 15, 0]
    assert {e.work.form for e in log.entries} == {Form.WRITTEN}


@pytest.mark.parametrize(
    ("head", "rows", "counted"),
    [
        (DAYS, [("语文", 40, 30), ("其中校内", 20, 10), ("其中：家庭", 20, "")], [40, 30]),
        (DAYS, [("语文", 40, 30), ("合计", 40, 30), ("其中校内", 20, 10)], [40, 30]),
        (DAYS, [("语文", 40, ""), ("其中校内", 20, 10)], [40, 20, 10]),
        (SUBJECTS, [("三（2）班", 40, 30), ("其中校内", 20, 10)], [40, 30]),
    ],
)
def test_parts_of_the_row_above_are_left_out(
    head: tuple[str, ...], rows: list[tuple[CellValue, ...]], counted: list[float]
) -> None:
    log = understand(OF_MINUTES, ("单位：分钟",), head, *rows)
    assert minutes(log) == counted
    assert not [remark for remark in log.remarks if remark.rule == "total-mismatch"]


def test_content_and_minutes_may_have_columns_of_their_own() -> None:
    log = understand(
        TITLE,
        ("学科", "周一", "", "周五/周末", ""),
        ("", "内容", "时长", "内容", "时长"),
        ("语文", "练习册P10", 20, "日记", ""),
        ("合计", "", 20, "", ""),
    )
    assert minutes(log) == [20, None]
    assert [e.location().cell for e in log.entries] == ["C4", "E4"]
    assert [e.work.covers_days_off for e in log.entries] == [False, True]
    assert [flaw.rule for e in log.entries for flaw in e.problems] == ["blank-minutes"]
    assert [left.reason for left in table(log).left_out] == ["total"]


@pytest.mark.parametrize(
    ("names", "cells", "expected"),
    [
        (("作业", "时间"), ("抄写", 20), [20]),
        (("内容", "作业时间"), ("抄写", "20分钟"), [20]),
        (("内容", "时间（分钟）"), ("抄写", 20), [20]),
        (("内容", "时长（小时）"), ("抄写", 0.5), [30]),
        (("作业", "时间"), ("抄写20分钟", "17:30"), [20]),
        (("作业", "时间"), ("抄写20分钟", ""), [20]),
        (("作业", "时长", "时间"), ("抄写", 20, 41), [None]),
        (("作业", "时长", "附加题时长"), ("抄写", 20, 41), [None]),
        (("作业", "时长", "放学时间"), ("抄写", 20, "17:30"), [20]),
        (("作业", "校内时长", "家庭时长"), ("抄写", 20, 41), [20, 41]),
    ],
)
def test_a_row_of_names_divides_days_and_subjects(
    names: tuple[str, ...], cells: tuple[CellValue, ...], expected: list[float | None]
) -> None:
    blank = ("",) * (len(names) - 1)
    week = ("学科", "周一", *blank, "周二", *blank), ("", *names * 2), ("语文", *cells * 2)
    day = ("班级", "语文", *blank, "数学", *blank), ("", *names * 2), ("三2班", *cells * 2)
    assert minutes(understand(TITLE, *week)) == expected * 2
    assert minutes(understand(ONE_DAY, *day)) == expected * 2


def test_columns_of_minutes_under_a_day_are_each_of_a_place_or_subject() -> None:
    names = ("语文用时", "数学用时", "校内书面用时")
    heads = ("班级", "周一", "", "", "周二", "", "")
    log = understand(TITLE, heads, ("", *names * 2), ("三2班", 10, 20, 30, 1, 2, 3))
    monday = [(e.subject, e.work.place, e.minutes.high) for e in log.entries[:3]]
    assert monday == [("语文", None, 100), ("数学", None, 200), (None, Place.SCHOOL, 300)]


def test_minutes_under_a_total_beside_the_days_are_of_no_day() -> None:
    heads = ("学科", "周一", "", "周二", "", "合计", "")
    names = ("", *("内容", "时长") * 3)
    log = understand(TITLE, heads, names, ("语文", "抄写", 20, "口算", 30, "", 50))
    assert minutes(log) == [20, 30]


def test_a_school_day_blank_throughout_is_not_reported() -> None:
    log = understand(TITLE, DAYS, ("语文", 20, ""), ("数学", 20, ""))
    assert [e.date for e in log.entries if not e.work.reported] == [date(2023, 9, 5)]


@pytest.mark.parametrize(
    "above",
    [
        ("年级", "班级", "书面作业时长（分钟）", "", ""),
        ("年级", "班级", "各科完成时间", "", ""),
        ("年级", "班级", "学科", "", ""),
        ("年级", "班级", "时长", "", "合计"),
        ("年级", "班级", "作业量（分钟）", "", "备注"),
    ],
)
def test_one_text_above_all_subjects_is_of_them_all(above: tuple[str, ...]) -> None:
    heads = ("", "", "语文", "数学", "")
    log = understand(ONE_DAY, above, heads, ("三年级", "2", 20, 30, ""))
    assert table(log).header_rows == (2, 3)
    assert [(e.subject, e.classes) for e in log.entries] == [("语文", ("2",)), ("数学", ("2",))]
    assert minutes(log) == [20, 30]


def test_the_text_above_all_subjects_says_form_place_and_unit() -> None:
    above = ("班级", "校内书面作业时长（小时）", "")
    log = understand(("三年级作业 2023年9月13日",), above, ("", "语文", "数学"), ("2班", 0.5, 1))
    assert minutes(log) == [30, 60]
    assert {(e.work.form, e.work.place) for e in log.entries} == {(Form.WRITTEN, Place.SCHOOL)}


def test_subjects_and_contents_in_the_first_row_of_a_list_head_nothing() -> None:
    header = ("班级", "学科", "作业内容")
    log = understand(ONE_DAY, header, ("", "语文", "阅读"), ("三2班", "数学", "口算"))
    assert table(log).layout == "list"
    assert len(log.entries) == 2


@pytest.mark.parametrize(
    ("said", "form"),
    [
        ("作业时长（书面）", Form.WRITTEN),
        ("仅含书面作业的时长", Form.WRITTEN),
        ("书面作业内容及时长", Form.WRITTEN),
        ("作业时长（不含书面作业）", None),
        ("作业时长（含书面作业）", None),
        ("除书面作业外的作业时长", None),
    ],
)
def test_a_title_that_takes_in_or_leaves_out_what_is_written_states_no_form(
    said: str, form: Form | None
) -> None:
    log = understand((f"三年级{said} 2023年9月13日",), SUBJECTS, ("三（2）班", 20, 15))
    assert {e.work.form for e in log.entries} == {form}


def test_classes_by_subjects_are_of_the_day_in_the_title() -> None:
    log = understand(ONE_DAY, SUBJECTS, ("三（1）班", 20, "/"), ("三（2）班", "", ""))
    assert table(log).layout == "class-matrix"
    assert [(e.classes, e.subject, e.work.none, e.work.reported) for e in log.entries] == [
        (("1",), "语文", False, True),
        (("1",), "数学", True, True),
        (("2",), None, False, False),
    ]
    assert {e.date for e in log.entries} == {date(2023, 9, 13)}


def test_classes_by_days_have_totals_of_no_subject() -> None:
    log = understand(TITLE, ("班级", "周一", "周二", "平均"), ("三（2）班", 45, "一小时", 52))
    assert [(e.subject, e.date) for e in log.entries] == [
        (None, date(2023, 9, 4)),
        (None, date(2023, 9, 5)),
    ]
    assert minutes(log) == [45, 60]


@pytest.mark.parametrize(
    ("cell", "rule"),
    [("一节课", "unread-minutes"), ("（口头）", "blank-minutes"), ("小练笔", "unread-minutes")],
)
def test_minutes_that_are_not_understood_are_unknown(cell: CellValue, rule: str) -> None:
    log = understand(ONE_DAY, SUBJECTS, ("三（1）班", 20, cell))
    assert minutes(log) == [20, None]
    assert [flaw.rule for e in log.entries for flaw in e.problems] == [rule]


@pytest.mark.parametrize(
    ("title", "head", "boxes", "known"),
    [
        ("三（2）班书面作业", "周", (20, 25), [None, None]),
        ("三（2）班书面作业", "周", (20, "25分钟"), [20, 25]),
        ("三（2）班书面作业", "周", ("25'", "0"), [25, 0]),
        ("三（2）班书面作业用时", "周", (20, 25), [20, 25]),
        ("三（2）班书面作业，单位：分钟", "周", (20, 25), [20, 25]),
        ("三（2）班书面作业", "每天分钟", (20, 25), [20, 25]),
    ],
)
def test_a_number_in_a_week_is_minutes_where_something_says_so(
    title: str, head: str, boxes: tuple[CellValue, ...], known: list[int | None]
) -> None:
    heads = ("学科" if head == "周" else f"学科（{head}）", "周一", "周二")
    log = understand((f"{title}（2023年9月4日—9月8日）",), heads, ("语文", *boxes))
    assert minutes(log) == known


@pytest.mark.parametrize(
    ("heads", "rows", "cells"),
    [
        (DAYS, [("语文", 20, 20), ("数学", 20, 20), ("合计", 50, 40)], ["B5"]),
        (DAYS, [("语文", 20, 20), ("平均", 50, 40)], []),
        ((*SUBJECTS, "合计"), [("三（2）班", 20, 20, 40), ("三（3）班", 20, 20, 50)], ["D4"]),
        (("班级", "语文", "语文合计", "数学", "数学合计"), [("三（2）班", 20, 20, 15, 25)], ["E3"]),
        ((*SUBJECTS, "语数合计"), [("三（2）班", 20, 20, 40)], []),
    ],
)
def test_totals_are_compared(
    heads: tuple[str, ...], rows: list[tuple[CellValue, ...]], cells: list[str]
) -> None:
    timed = ("三（2）班书面作业用时（2023年9月4日—9月8日）",)
    log = understand(ONE_DAY if "班级" in heads else timed, heads, *rows)
    found = [remark for remark in log.remarks if remark.rule == "total-mismatch"]
    assert [remark.locations[0].cell for remark in found] == cells


@pytest.mark.parametrize(
    ("label", "total", "told"),
    [
        ("书面总时长", 40, None),
        ("书面总时长", 20, None),
        ("书面总时长", 55, ("written", "400")),
        ("书面和口头总时长", 55, None),
        ("口头总时长", 15, None),
        ("合计", 55, None),
        ("合计", 40, None),
        ("合计", 50, ("", "550")),
    ],
)
def test_a_total_of_written_work_is_compared_with_what_is_or_may_be_written(
    label: str, total: float, told: tuple[str, str] | None
) -> None:
    rows = (("语文", 20), ("数学（书面）", 20), ("英语（口头）", 15), (label, total))
    log = understand(("三（2）班作业用时 2023年9月4日—9月8日",), ("学科", "周一"), *rows)
    found = [(r.case, dict(r.values)["sum"]) for r in log.remarks if r.rule == "total-mismatch"]
    assert found == ([told] if told else [])


@pytest.mark.parametrize(
    ("totals", "told"),
    [
        ([("合计", 40), ("合计", 45)], []),
        ([("小计", 40), ("小计", 45), ("总计", 85)], []),
        ([("合计", 40), ("合计", 85)], []),
        ([("合计", 40), ("合计", 50)], ["C8"]),
        ([("合计", 45), ("合计", 45)], ["C5"]),
    ],
)
def test_a_total_of_each_class_is_compared_with_its_own_rows(
    totals: list[tuple[str, float]], told: list[str]
) -> None:
    first, second, *whole = (("", label, total, total) for label, total in totals)
    log = understand(
        ("三年级书面作业时长（分钟）（2023年9月4日—9月8日）",),
        ("班级", "学科", "周一", "周二"),
        ("1班", "语文", 20, 20),
        ("", "数学", 20, 20),
        first,
        ("2班", "语文", 20, 20),
        ("", "数学", 25, 25),
        second,
        *whole,
    )
    found = [remark for remark in log.remarks if remark.rule == "total-mismatch"]
    cells = [remark.locations[0].cell for remark in found]
    assert [cell for cell in cells if cell and cell.startswith("C")] == told
    assert minutes(log) == [20, 20, 20, 20, 20, 20, 25, 25]


@pytest.mark.parametrize(
    ("head", "cell", "expected"),
    [
        ("围棋", "打谱 30分钟", [20, 15, None]),
        ("温馨提示", "请在30分钟内完成", [20, 15, None]),
        ("围棋", "打谱", [20, 15]),
        ("备注", "打谱 30分钟", [50, 15]),
        ("语文", "打谱 30分钟", [20, 15, 30]),
    ],
)
def test_texts_with_minutes_beside_the_subjects_are_not_passed_over(
    head: str, cell: str, expected: list[float | None]
) -> None:
    row = ("三（2）班", "练习册 20分钟", "口算 15分钟", cell)
    log = understand(ONE_DAY, (*SUBJECTS, head), row)
    assert minutes(log) == expected


@pytest.mark.parametrize(
    ("head", "amounts", "known", "told"),
    [
        ("口算总计", (25, 15), [20, 25, 20, 15, 15, 10], []),
        ("王老师合计", (40, 25), [20, 20, 15, 10], []),
        ("王老师合计", ("", 25), [20, 20, 15, 10], []),
        ("低段平均", (20, 12.5), [20, 20, 15, 10], []),
        ("口算总计", (20, 12.5), [20, 20, 20, 15, 12.5, 10], []),
        ("作业总量", (3, 3), [20, 20, 15, 10], ["total-mismatch"] * 2),
    ],
)
def test_a_head_that_only_ends_like_a_total_has_to_add_up(
    head: str, amounts: tuple[CellValue, CellValue], known: list[float | None], told: list[str]
) -> None:
    first, second = amounts
    rows = [("302", 20, first, 20), ("303", 15, second, 10)]
    log = understand(OF_MINUTES, ("班级", "语文", head, "数学"), *rows)
    assert minutes(log) == known
    assert [remark.rule for remark in log.remarks if remark.rule == "total-mismatch"] == told


@pytest.mark.parametrize(
    "rows",
    [
        [("第2周菜单",), ("餐次", "周一", "周二", "周三"), ("早餐", "面", "粥", "无")],
        [
            ("三（1）班课程表",),
            ("节次", "周一", "周二", "周三"),
            ("第一节", "语文", "数学", "语文"),
        ],
        [("期中测试各班平均分 2023-11-09",), SUBJECTS, ("五（1）班", 86, 79)],
        [("作业检查次数 2023-11-09",), SUBJECTS, ("五（1）班", 8, 7)],
        [("书面作业评分 2023-11-09",), SUBJECTS, ("五（1）班", "8分", "7分")],
        [("值日安排表",), ("岗位", "周一", "周二", "周三"), ("校门", "李", "王", "张")],
    ],
)
def test_other_tables_of_that_shape_are_no_logs(rows: list[tuple[CellValue, ...]]) -> None:
    assert understand(*rows).status == "no-log"


def test_a_subject_without_homework_is_no_title_of_the_table_below() -> None:
    log = understand(
        TITLE, DAYS, ("语文", 20, 20), ("音乐", "", ""), ONE_DAY, SUBJECTS, ("三（2）班", 15, 10)
    )
    first, second = log.tables
    assert first.range == "A2:C4"
    assert [stated.field for stated in second.inherited if stated.field == "subject"] == []
    assert len(log.entries) == 4


@pytest.mark.parametrize("label", ["三年级平均", "全校平均", "班均", "三年级合计", "低段合计"])
def test_totals_and_means_of_classes_are_no_class(label: str) -> None:
    log = understand(ONE_DAY, SUBJECTS, ("三（1）班", 20, 20), (label, 20, 20))
    assert {e.classes for e in log.entries} == {("1",)}
    assert [left.reason for left in table(log).left_out] == ["total"]


@pytest.mark.parametrize(
    ("head", "counted"), [("围棋", 60), ("人数", 20), ("上限", 20), ("三科合计", 20), ("班均", 20)]
)
def test_numbers_that_are_no_minutes_stand_beside_subjects(head: str, counted: int) -> None:
    log = understand(OF_MINUTES, (*SUBJECTS[:2], "数学", head), ("三（1）班", 10, 10, 40))
    assert sum(filter(None, minutes(log))) == counted


@pytest.mark.parametrize(
    ("head", "maybe_none"),
    [("积分", True), ("劳技园课", True), ("语文积累", True), ("其他学科", False), ("劳技课", False),
     ("课后作业", False), ("家务", False)],
)  # fmt: skip
@pytest.mark.parametrize("total", [None, 50, 60])
def test_minutes_of_what_may_be_no_subject_may_be_none(
    head: str, total: int | None, *, maybe_none: bool
) -> None:
    """A total that has them in says that they are."""
    across = ((*SUBJECTS[:2], "数学", head, "合计"), ("三（1）班", 20, 20, 10, total or ""))
    down = (("学科", "周一"), ("语文", 20), ("数学", 20), (head, 10), ("合计", total or ""))
    for rows in (across, down):
        log = understand(OF_MINUTES, *rows)
        assert [e.work.maybe_none for e in log.entries] == [
            False,
            False,
            maybe_none and total != 50,
        ]
        cases = [r.case for r in log.remarks if r.rule == "unknown-subject"]
        assert ("maybe" in cases) == (maybe_none and total != 50)


@pytest.mark.parametrize(
    ("head", "cells", "expected"),
    [
        ("学生平均用时", (20, 20, 70), [(20, 50), (20, 20)]),
        ("实际用时", (20, 20, 30), [(10, 20), (20, 20)]),
        ("实际总用时", (40, 30, 70), [(40, 40), (30, 30)]),
        ("学生实际用时", (20, 20, ""), [(20, 20), (20, 20)]),
        ("实际用时", (20, 20, "待定"), [(0, None), (0, None)]),
        ("平均用时", (20, 40, 30), [(20, 20), (40, 40)]),
    ],
)
def test_what_was_measured_is_of_all_subjects_beside_it(
    head: str, cells: tuple[CellValue, ...], expected: list[tuple[float, float | None]]
) -> None:
    log = understand(OF_MINUTES, ("班级", "语文", "数学", head), ("三（1）班", *cells))
    amounts = [one.work.minutes for one in log.entries]
    assert [(a.low / 10, a.high and a.high / 10) for a in amounts] == expected
    fields = [use.field for use in table(log).columns]
    assert fields[-1] == ("actual" if head != "平均用时" else None)


@pytest.mark.parametrize(
    "head", ["其他学科", "其余学科", "其它学科", "其他科目", "综合学科", "小学科", "课后作业"]
)
def test_what_other_subjects_take_counts(head: str) -> None:
    days = ("三（2）班书面作业时长（2023年9月4日—9月8日）",)
    row = (20, 20, 21)
    for title, key, first in ((OF_MINUTES, "班级", "三（1）班"), (days, "日期", "周一")):
        log = understand(title, (key, "语文", "数学", head), (first, *row))
        assert minutes(log) == [*row]


@pytest.mark.parametrize(
    ("head", "cells", "known"),
    [
        ("书面作业", (40, 50), True),
        ("作业时长", (40, 50), True),
        ("作业时长", (45, 50), False),
        ("书面作业", (45, 55), False),
        ("家庭练习", (30, 30), False),
        ("备注", (45, 55), True),
    ],
)
def test_minutes_beside_subjects_are_their_sum_or_leave_the_day_open(
    head: str, cells: tuple[int, int], *, known: bool
) -> None:
    rows = [("301", 20, 20, cells[0]), ("302", 25, 25, cells[1])]
    log = understand(OF_MINUTES, (*SUBJECTS[:2], "数学", head), *rows)
    assert (None not in minutes(log)) is known


def test_a_column_of_other_numbers_is_told() -> None:
    log = understand(OF_MINUTES, (*SUBJECTS, "人数"), ("三（1）班", 10, 10, 40))
    assert [(use.letter, use.field) for use in table(log).columns][-1] == ("D", None)


def test_a_number_over_a_column_may_be_one_of_two_days() -> None:
    log = understand(
        ("三（2）班书面作业时长 2023年10月",), ("学科", 10.9, 10.1, "10.11"), ("语文", 20, 25, 30)
    )
    assert [(e.date, minutes(log)[at]) for at, e in enumerate(log.entries)] == [
        (date(2023, 10, 9), 20),
        (None, 25),
        (date(2023, 10, 11), 30),
    ]
    assert [flaw.rule for e in log.entries for flaw in e.problems] == ["unread-date"]


def test_the_class_above_holds_where_a_row_says_so() -> None:
    log = understand(
        ("三年级书面作业时长（2023年9月4日—9月8日）",),
        ("班级", "学科", "周一", "周二"),
        ("三（1）班", "语文", 40, 20),
        ("同上", "数学", 30, 20),
    )
    assert {e.classes for e in log.entries} == {("1",)}


def test_a_box_that_says_how_long_each_form_takes() -> None:
    log = understand(TITLE, DAYS, ("语文", "口头：朗读20分钟；书面：练习50分钟", "口算10分钟"))
    assert [e.work.form for e in log.entries] == [Form.WRITTEN, Form.OTHER, Form.WRITTEN]
    assert minutes(log) == [50, 20, 10]


@pytest.mark.parametrize(
    ("heads", "cells"),
    [
        (("语文", "语文时长", "数学", "数学时长"), ["C3", "E3"]),
        (("语文作业", "语文用时（分钟）", "数学作业", "数学用时（分钟）"), ["C3", "E3"]),
        (("语文", "时长", "数学", "时长"), ["C3", "E3"]),
        (("语文", "分钟", "数学", "分钟"), ["C3", "E3"]),
    ],
)
def test_minutes_beside_each_subject_are_its_own(heads: tuple[str, ...], cells: list[str]) -> None:
    title = ("三（1）班书面家庭作业",)
    log = understand(title, ("日期", *heads), ("2023-9-4", "练习册", 40, "口算", 30))
    assert [e.location().cell for e in log.entries] == cells
    assert [(e.subject, e.content) for e in log.entries] == [("语文", "练习册"), ("数学", "口算")]
    assert minutes(log) == [40, 30]
    assert not log.remarks


TWO_DAYS = ("学科", "2023-9-4", "2023-9-5")


@pytest.mark.parametrize(
    ("label", "measured", "expected"),
    [
        ("实际用时", (70, 50), [(20, 50), (20, 20), (20, 20), (30, 30)]),
        ("学生平均用时", (30, ""), [(10, 20), (20, 20), (20, 20), (30, 30)]),
        ("平均用时", (70, 80), [(20, 50), (20, 50), (20, 20), (30, 30)]),
        ("平均用时", (20, 25), [(20, 20), (20, 20), (20, 20), (30, 30)]),
    ],
)
def test_a_row_that_was_measured_is_of_all_subjects_above_it(
    label: str, measured: tuple[CellValue, ...], expected: list[tuple[int, int]]
) -> None:
    title = ("三（1）班书面家庭作业（分钟）",)
    log = understand(title, TWO_DAYS, ("语文", 20, 20), ("数学", 20, 30), (label, *measured))
    found = [(e.minutes.low // 10, (e.minutes.high or 0) // 10) for e in log.entries]
    assert sorted(found) == sorted(expected)


def test_what_was_measured_under_each_head_is_of_its_box() -> None:
    title = ("三（1）班书面家庭作业（分钟）",)
    named = ("", *("预计用时", "实际用时") * 2)
    log = understand(title, ("日期", "语文", "", "数学", ""), named, ("2023-9-4", 30, 50, 20, 10))
    assert [e.minutes for e in log.entries] == [(300, 500), (100, 200)]


def test_what_was_measured_in_a_group_is_of_the_group() -> None:
    heads = ("", *("语文", "数学", "实际用时") * 2)
    above = ("日期", "三（1）班", "", "", "三（2）班", "", "")
    title = ("书面家庭作业（分钟）",)
    log = understand(title, above, heads, ("2023-9-4", 30, 20, 80, 20, 20, 30))
    assert [e.minutes for e in log.entries] == [(300, 600), (200, 200), (100, 200), (200, 200)]


@pytest.mark.parametrize(
    ("note", "amounts", "doubtful"),
    [
        ("", [(200, 200), (100, 100)], False),
        ("家长签字", [(200, 200), (100, 100)], False),
        ("另有书法20分钟", [(200, 400), (100, 100)], False),
        ("数学取消", [(200, 200), (100, 100)], True),
        ("每题约2分钟", [(200, 220), (100, 100)], False),
    ],
)
def test_a_note_on_a_row_may_add_to_it_or_take_from_it(
    note: str, amounts: list[tuple[int, int]], *, doubtful: bool
) -> None:
    title = ("三（1）班书面家庭作业时长",)
    log = understand(title, ("日期", "语文", "数学", "备注"), ("2023-9-4", 20, 10, note))
    assert [e.minutes for e in log.entries] == amounts
    assert {e.work.doubtful for e in log.entries} == {doubtful}
    said = "remarks" if note not in {"", "家长签字"} else "note"
    assert table(log).columns[-1].evidence == said


@pytest.mark.parametrize(
    ("note", "highs"),
    [
        ("每天20分钟", [20, 20]),
        ("数学作业每天约20分钟", [20, 20]),
        ("每天25分钟", [25, 25]),
        ("共35分钟", [20, 15]),
        ("每天口算20分钟", [40, 35]),
        ("另加20分钟", [40, 35]),
    ],
)
def test_a_note_on_a_week_says_what_its_days_take(note: str, highs: list[float]) -> None:
    log = understand(TITLE, (*DAYS, "备注"), ("数学", 20, 15, note))
    assert minutes(log) == highs
    assert [e.minutes.low for e in log.entries] == [200, 150]


@pytest.mark.parametrize(("note", "high"), [("共30分钟", 20), ("约30分钟", 20), ("20分钟", 40)])
def test_a_note_on_a_day_may_be_its_sum(note: str, high: float) -> None:
    title = ("三（1）班书面家庭作业时长",)
    log = understand(title, ("日期", "语文", "数学", "备注"), ("2023-9-4", 20, 10, note))
    assert minutes(log) == [high, 10]


def test_a_note_on_a_row_says_where_its_work_is_done() -> None:
    title = ("二年级书面作业时长",)
    heads = ("班级", "2023-9-4", "备注")
    log = understand(title, heads, ("二（1）班", 10, "校内完成"), ("二（2）班", 10, ""))
    assert [e.work.place for e in log.entries] == [Place.SCHOOL, None]


@pytest.mark.parametrize(
    "rows",
    [
        [
            ("三（1）班", "周一", "周二"),
            ("语文", 20, 30),
            ("三（2）班", "周一", "周二"),
            ("语文", 40, 50),
        ],
        [("三1班", "语文", "数学"), ("周一", 20, 30), ("三2班", "语文", "数学"), ("周一", 40, 50)],
    ],
)
def test_a_class_in_the_corner_is_that_of_the_matrix(rows: list[tuple[CellValue, ...]]) -> None:
    title = ("三年级书面作业时长（分钟） 2023年9月4日—9月8日",)
    log = understand(title, *rows)
    assert [(e.classes, e.minutes.high) for e in log.entries] == [
        (("1",), 200), (("1",), 300), (("2",), 400), (("2",), 500),
    ]  # fmt: skip


def test_brackets_behind_a_subject_may_say_what_stands_below() -> None:
    heads = ("班级", "语文（内容/时长）", "数学（内容/时长）")
    log = understand(("三年级书面作业 2023年9月4日",), heads, ("1班", "写字/15分钟", "口算/10分钟"))
    assert [(e.subject, e.minutes.high) for e in log.entries] == [("语文", 150), ("数学", 100)]


@pytest.mark.parametrize(
    ("cell", "amounts"),
    [
        ("书面20分钟", [(Form.WRITTEN, 20)]),
        ("口头10分钟", [(Form.OTHER, 10)]),
        ("书面作业20分钟", [(Form.WRITTEN, 20)]),
        ("书面20分钟，口头10分钟", [(Form.WRITTEN, 20), (Form.OTHER, 10)]),
        ("阅读20分钟", [(None, 20)]),
    ],
)
def test_a_form_before_the_minutes_of_a_box_is_theirs(
    cell: str, amounts: list[tuple[Form | None, float]]
) -> None:
    log = understand(("三（2）班作业（2023年9月4日—9月8日）",), DAYS, ("语文", cell, cell))
    assert [(entry.work.form, entry.minutes.low / 10) for entry in log.entries] == amounts * 2
    assert minutes(log) == [amount for _, amount in amounts * 2]


@pytest.mark.parametrize(
    "name", ["语文\n（王老师）", "语文王老师", "语文 欧阳老师", "语文（任课教师：王芳）"]
)
def test_the_teacher_beside_a_subject_is_no_part_of_its_name(name: str) -> None:
    log = understand(TITLE, DAYS, (name, 20, 30))
    assert {e.subject for e in log.entries} == {"语文"}


@pytest.mark.parametrize("name", ["语文老师", "语文（任课教师）", "语文任课老师", "语文（老师）"])
def test_a_head_of_teachers_is_no_subject(name: str) -> None:
    assert not read_subject_label(name).known


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        (
            [
                ("日期", "星期", "语文", "数学"),
                ("9月4日", "周一", 20, 20),
                ("9月5日", "周三", 20, 20),
            ],
            ["B4"],
        ),
        (
            [("日期", "星期", "语文", "数学"), ("9月4日", "周一", 20, 20), ("9月5日", "", 20, 20)],
            [],
        ),
        (
            [
                ("日期", "星期", "学科", "1班", "2班"),
                ("9月4日", "周二", "语文", 20, 20),
                ("", "", "数学", 20, 20),
            ],
            ["B3"],
        ),
        ([("学科", "9月4日（周一）", "9月5日（周三）"), ("语文", 20, 20)], ["C2"]),
        ([("学科", "9月4日", "9月5日"), ("", "周一", "周三"), ("语文", 20, 20)], ["C2"]),
        (
            [
                ("学科", "9月4日（周一）", "", "9月5日（周三）", ""),
                ("", "内容", "时长", "内容", "时长"),
                ("语文", "写字", 20, "写字", 20),
                ("数学", "口算", 20, "口算", 20),
            ],
            ["D2"],
        ),
    ],
)
def test_a_date_whose_weekday_is_of_another_is_told_once(
    rows: list[tuple[CellValue, ...]], cells: list[str]
) -> None:
    log = understand(("三（2）班书面作业时长（分钟） 2023年",), *rows)
    found = [remark for remark in log.remarks if remark.rule == "weekday-mismatch"]
    assert [remark.locations[0].cell for remark in found] == cells


@pytest.mark.parametrize("heads", [("学校", "语文", "数学"), ("学校", "周一", "周二")])
def test_rows_may_be_of_schools(heads: tuple[str, ...]) -> None:
    title = ("六年级书面作业时长（分钟） 2023年9月4日—9月8日",)
    log = understand(title, heads, ("第一小学", 20, 30), ("第二小学", 15, 25), ("全县平均", 18, 28))
    assert [e.school.name for e in log.entries] == ["第一小学"] * 2 + ["第二小学"] * 2
    assert minutes(log) == [20, 30, 15, 25]
    exam = ("六年级成绩 2023年9月4日",)
    assert not understand(exam, heads, ("第一小学", 80, 90), ("第二小学", 85, 95)).tables


@pytest.mark.parametrize(
    ("heads", "rows"),
    [
        (("月", "日", "语文", "数学"), [(9, 4, 20, 30), ("", 5, 25, 35), ("合计", "", 45, 65)]),
        (("月", "日", "星期", "语文"), [(9, 4, "一", 20), (9, 5, "二", 25)]),
        (("日期", "语文", "数学"), [(4, 20, 30), (5, 25, 35), ("合计", 45, 65)]),
        (("日", "语文", "数学"), [(4, 20, 30), (5, 25, 35)]),
        (("日期", "星期", "语文", "数学"), [("4", "一", 20, 30), ("5", "二", 25, 35)]),
    ],
)
def test_numbers_of_days_beside_subjects_are_days(
    heads: tuple[str, ...], rows: list[tuple[CellValue, ...]]
) -> None:
    title = ("三（2）班书面作业时长（分钟） 2023年9月",)
    log = understand(title, (*heads, "英语"), *((*row, 15) for row in rows))
    assert {str(e.date) for e in log.entries} == {"2023-09-04", "2023-09-05"}
    assert "日语" not in {e.subject for e in log.entries}
    assert not [remark for remark in log.remarks if remark.rule == "total-mismatch"]


def test_japanese_may_be_one_character_as_well() -> None:
    heads = ("班级", "语", "数", "日")
    log = understand(OF_MINUTES, heads, ("三（1）班", 20, 30, 10), ("三（2）班", 25, 35, 20))
    assert [e.subject for e in log.entries].count("日语") == 2


@pytest.mark.parametrize("label", ["班主任", "班主任审核", "家长签字", "批改情况", "审核人"])
@pytest.mark.parametrize("cell", ["√", "王老师"])
def test_a_row_of_signatures_is_no_subject(label: str, cell: str) -> None:
    log = understand(OF_WEEK, DAYS, ("语文", 20, 30), (label, cell, cell))
    assert minutes(log) == [20, 30]
    assert [left.reason for left in table(log).left_out] == ["footer"]
    assert not log.remarks


@pytest.mark.parametrize(("total", "doubted"), [(35, True), (65, False), (50, False), ("", False)])
def test_a_total_without_the_minutes_of_no_known_subject_leaves_them_open(
    total: CellValue, *, doubted: bool
) -> None:
    rows = (("语文", 20), ("数学", 15), ("课后服务作业", 30), ("合计", total))
    log = understand(OF_WEEK, ("学科", "周一", "周二"), *((*row, row[1]) for row in rows))
    assert {e.subject for e in log.entries if e.work.maybe_none} == (
        {"课后服务作业"} if doubted else set()
    )
