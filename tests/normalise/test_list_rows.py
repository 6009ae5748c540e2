from __future__ import annotations

from datetime import date, datetime

import pytest
from made_sheets import HEADER, ROW, entry, minutes, table, understand

from homework_check.model import Form, Place
from homework_check.workbook import CellRange, CellValue

DAY, CLASS = "2023-09-04", "三1班"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (("合计", "", "", "", "", 20), "total"),
        (("", "", "小计", "", "", 20), "total"),
        ((DAY, CLASS, "平均", "", "", 20), "total"),
        (("", "当日合计", "", "", "", 20), "total"),
        (("", "", "一天合计", "", "", 20), "total"),
        (("", "低段各班合计", "", "", "", 20), "total"),
        (("", "", "", "", "", "合计：20分钟"), "total"),
        (("填表人：", "张三", "", "审核人：", "李四"), "footer"),
        (("填表人：张三    审核人：李四",), "footer"),
        (("注：书面作业不超过60分钟",), "footer"),
        (("备注：周五交",), "footer"),
        (("本表由教务处负责，请于周五前上交",), "note"),
        (("", "", "以上作业均已公示过了"), "note"),
        (("",) * 6, "blank"),
        ((" ", "　", ""), "blank"),
        (("2023-09-05", CLASS), "not-reported"),
        (("2023-09-05",), "not-reported"),
        (("", "", "数学"), "not-reported"),
    ],
)
def test_rows_left_out(row: tuple[CellValue, ...], reason: str) -> None:
    log = understand(HEADER, ROW, row, (DAY, CLASS, "英语", "朗读", "口头", 5))
    assert table(log).left_out == ((3, reason),)
    reported = [e for e in log.entries if e.work.reported]
    assert [(e.row, e.minutes.high) for e in reported] == [(2, 200), (4, 50)]
    assert len(log.entries) - len(reported) == (reason == "not-reported")


@pytest.mark.parametrize("mark", ["注：", "说明：", "备注："])
def test_an_entry_behind_a_mark_of_notes_counts(mark: str) -> None:
    log = understand(("序号", *HEADER), (1, *ROW), (mark, DAY, CLASS, "数学", "口算", "书面", 30))
    assert minutes(log) == [20, 30]
    header = ("序号", "日期", "班级", "学科", "作业内容")
    log = understand(header, (mark, DAY, CLASS, "数学", "口算30分钟"))
    assert minutes(log) == [30]


def test_a_note_in_the_column_of_contents_is_no_work() -> None:
    header = ("作业内容", "日期", "班级", "学科")
    note = ("注：书面作业总量不超过60分钟",)
    log = understand(header, ("口算10分钟", DAY, CLASS, "数学"), note)
    assert minutes(log) == [10]
    assert [left.reason for left in table(log).left_out] == ["footer"]
    log = understand(header, ("注：看清题意再做，10分钟", DAY, CLASS, "数学"))
    assert minutes(log) == [10]


@pytest.mark.parametrize("class_", ["（1）班", "1班", "三（1）班", "（一）班"])
def test_a_row_that_a_class_begins_is_no_header(class_: str) -> None:
    header = ("班级", "作业形式", "日期", "作业时长")
    log = understand(header, (class_, "书面作业", DAY, 30), (class_, "书面作业", DAY, 40))
    assert minutes(log) == [30, 40]


@pytest.mark.parametrize(
    ("name", "line", "content", "is_sample"),
    [
        ("填写说明", "", "（示例）练习册", True),
        ("模板", "", "示例：练习册", True),
        ("模板", "", "例：练习册", True),
        ("三年级", "示例：", "（例）练习册", True),
        ("三年级", "", "（示例）练习册", True),
        ("三年级", "", "例：第3页", False),
        ("填写说明", "", "例题第3页", False),
        ("三年级", "示例：", "练习册", False),
    ],
)
def test_rows_that_show_how_to_fill_in_are_left_out(
    name: str, line: str, content: str, *, is_sample: bool
) -> None:
    rows = [(line,), HEADER, (*ROW[:3], content, *ROW[4:]), ROW]
    log = understand(*rows[not line :], name=name)
    assert len(log.entries) == 2 - is_sample
    assert [left.reason for left in table(log).left_out] == ["note"] * is_sample


@pytest.mark.parametrize(("name", "highs"), [("三年级", [20, 30, 20]), ("模板", [20, 20])])
def test_below_the_first_entry_a_sample_may_be_work(name: str, highs: list[int]) -> None:
    sample = (*ROW[:3], "示例：作文", "书面", 30)
    assert minutes(understand(HEADER, sample, ROW, sample, ROW, name=name)) == highs


def test_a_row_is_a_sample_where_another_cell_says_nothing_else() -> None:
    header, row = ("序号", *HEADER), ("示例", *ROW)
    log = understand(header, row, ("1", *ROW))
    assert [e.row for e in log.entries] == [3]


def test_a_content_that_ends_in_a_word_for_totals_is_work() -> None:
    log = understand(HEADER, (*ROW[:3], "求平均", "书面", 20))
    assert (table(log).left_out, minutes(log)) == ((), [20])


@pytest.mark.parametrize(
    ("subject", "content"),
    [
        ("数学", "书面作业共计25分钟"),
        ("数学", "作业合计"),
        ("口算总计", "口算20题"),
        ("语文", "书面作业共计25分钟"),
    ],
)
def test_a_word_for_totals_beside_other_words_of_an_entry(subject: str, content: str) -> None:
    log = understand(HEADER, ROW, ("", "", subject, content, "书面", 25))
    assert (table(log).left_out, minutes(log)) == ((), [20, 25])


@pytest.mark.parametrize(
    ("subject", "content"),
    [
        ("", "书面作业共计25分钟"),
        ("语文", "小计"),
        ("低段总计", "合计"),
        ("低段总计", "—"),
    ],
)
def test_a_total_of_no_subject_or_below_work_of_its_own(subject: str, content: str) -> None:
    log = understand(HEADER, ROW, ("", "", subject, content, "", 25))
    assert table(log).left_out == ((3, "total"),)


@pytest.mark.parametrize("note", ["合计", "注：晚交", "填表人：张三", "平均"])
def test_a_note_leaves_no_entry_out(note: str) -> None:
    log = understand((*HEADER, "备注"), (*ROW, note))
    assert (table(log).left_out, minutes(log)) == ((), [20])


def test_a_total_as_the_minutes_of_a_subject_is_an_amount() -> None:
    assert minutes(understand(HEADER, (*ROW[:5], "合计30分钟"))) == [30]


def test_addresses_are_those_of_excel() -> None:
    log = understand(("标题",), ("",), HEADER, ROW, ("合计", "", "", "", "", 20), at=(4, 3))
    found = table(log)
    assert (found.range, found.header_rows, found.left_out) == ("C6:H8", (6,), ((8, "total"),))
    assert (entry(log).location().cell, log.range) == ("H7", "C4:H8")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            [("三年级", "1班", DAY), ("", "", ""), ("", "2班", "")],
            [(3, ("1",)), (3, ("1",)), (3, ("2",))],
            id="blank below",
        ),
        pytest.param(
            [("三年级", "1班", DAY), ("四年级", "", ""), ("", "2班", "")],
            [(3, ("1",)), (None, None), (4, ("2",))],
            id="a new grade ends the class",
        ),
        pytest.param(
            [("三年级", "1班", DAY), ("三年级", "", "2023-09-05")],
            [(3, ("1",)), (3, ("1",))],
            id="the same grade again",
        ),
        pytest.param([("三年级", "", DAY)], [(None, None)], id="nothing above"),
        pytest.param([("三年级", "同上", DAY)], [(None, None)], id="the same as nothing"),
        pytest.param(
            [("三年级", "1班", DAY), ("同上", "〃", "々")],
            [(3, ("1",)), (3, ("1",))],
            id="the same as above",
        ),
        pytest.param([("三（2）班", "", DAY)], [(None, None)], id="class column blank"),
        pytest.param([("三年级", "四（1）班", DAY)], [(None, None)], id="two grades in a row"),
        pytest.param([("三年级", "全年级", DAY)], [(3, ())], id="whole grade"),
        pytest.param([("三", "1-2班", DAY)], [(3, ("1", "2"))], id="several classes"),
    ],
)
def test_keys_hold_for_the_rows_below(
    rows: list[tuple[CellValue, ...]], expected: list[tuple[int | None, tuple[str, ...] | None]]
) -> None:
    header = ("年级", "班级", "日期", *HEADER[2:])
    filled: list[tuple[CellValue, ...]] = [(*row, *ROW[2:]) for row in rows]
    log = understand(header, *filled)
    assert [(e.grade, e.classes) for e in log.entries] == expected


def test_a_total_between_ends_no_key() -> None:
    log = understand(HEADER, ROW, ("合计", "", "", "", "", 20), ("", "", *ROW[2:]))
    assert [(e.classes, e.date) for e in log.entries] == [(("2",), date(2023, 9, 4))] * 2


def test_a_note_between_is_no_school_of_the_rows_below() -> None:
    header = ("学校", *HEADER)
    log = understand(header, ("一小", *ROW), ("说明文字一行",), ("", *ROW))
    assert [e.school.name for e in log.entries] == ["一小", "一小"]
    assert table(log).left_out == ((3, "note"),)


def test_a_new_school_ends_the_class() -> None:
    header = ("学校", *HEADER)
    log = understand(header, ("一小", *ROW), ("二小", DAY, "", *ROW[2:]))
    assert [(e.school.name, e.grade) for e in log.entries] == [("一小", 3), ("二小", None)]


def test_a_merged_content_holds_for_its_rows() -> None:
    log = understand(
        HEADER,
        ROW,
        (DAY, "三3班", "语文", "", "", 30),
        (DAY, "三4班", "语文", "", "", 30),
        merged=(CellRange(2, 4, 3, 4), CellRange(2, 5, 3, 5)),
    )
    assert [e.content for e in log.entries] == ["练习册", "练习册", ""]
    assert [e.work.form is None for e in log.entries] == [False, False, True]


@pytest.mark.parametrize(("second", "known"), [(DAY, True), ("2023-09-05", False)])
def test_merged_minutes_count_once_for_a_day(second: str, known: bool) -> None:  # noqa: FBT001
    log = understand(
        HEADER, ROW, (second, ROW[1], "语文", "口算", "书面", ""), merged=(CellRange(2, 6, 3, 6),)
    )
    assert minutes(log) == [20, 0 if known else None]


@pytest.mark.parametrize(
    ("subjects", "forms", "high", "known"),
    [
        (("语文", "语文"), ("书面", "书面"), 20, True),
        (("语文", ""), ("书面", "书面"), 20, True),
        (("语文", "数学"), ("书面", "书面"), 40, True),
        (("语文", "数学"), ("书面", "口头"), 40, False),
        (("语文", "语文"), ("口头", "书面"), 20, False),
    ],
)
def test_merged_minutes_of_subjects_are_of_all_or_of_each(
    subjects: tuple[str, str], forms: tuple[str, str], high: int, *, known: bool
) -> None:
    first, second = (
        (DAY, CLASS, subject, "抄写", form) for subject, form in zip(subjects, forms, strict=True)
    )
    log = understand(HEADER, (*first, 20), second, merged=(CellRange(2, 6, 3, 6),))
    work, other = (entry.work for entry in log.entries)
    assert (work.minutes, other.minutes) == ((200, high * 10), (0, 0))
    assert (work.form is not None) == known


@pytest.mark.parametrize(
    ("note", "high", "doubtful"),
    [
        ("取消", 20, True),
        ("已作废", 20, True),
        ("因运动会未布置", 20, True),
        ("改为试卷40分钟", 40, True),
        ("改为试卷10分钟", 20, True),
        ("改为试卷", None, True),
        ("不取消", 20, False),
        ("另加作文40分钟", 60, False),
        ("实际用时50分钟", 50, False),
        ("约10分钟", 20, False),
        ("每天运动1小时", 20, False),
        ("另有课外阅读40分钟", 20, False),
        ("另有阅读理解练习40分钟", 60, False),
        ("周五交", 20, False),
    ],
)
def test_what_a_note_withdraws_may_count(note: str, high: int | None, *, doubtful: bool) -> None:
    log = understand((*HEADER, "备注"), (*ROW, note))
    assert (minutes(log), entry(log).work.doubtful) == ([high], doubtful)


@pytest.mark.parametrize(
    ("header", "note", "doubtful"),
    [
        ("备注", "取消", True),
        ("备注（必填）", "改为单元卷", True),
        ("检查情况", "未布置", True),
        ("设计意图", "把除法改为乘法", False),
        ("作业评价", "优秀免做", False),
        ("完成要求", "第4题不用做", False),
    ],
)
def test_only_notes_on_entries_withdraw_them(header: str, note: str, *, doubtful: bool) -> None:
    assert entry(understand((*HEADER, header), (*ROW, note))).work.doubtful is doubtful


def test_of_two_notes_the_weightier_counts() -> None:
    log = understand((*HEADER, "完成情况", "备注"), (*ROW, "15分钟完成", "取消"))
    assert entry(log).work.doubtful


@pytest.mark.parametrize("note", ["A", "优等", "B"])
def test_a_mark_in_a_note_is_no_layer(note: str) -> None:
    assert entry(understand((*HEADER, "备注"), (*ROW, note))).work.layer is None
    assert entry(understand((*HEADER, "备注"), (*ROW, "A层"))).work.layer == "A"


@pytest.mark.parametrize(
    ("number", "unit", "high"),
    [(40, "分钟", 40), (1, "小时", 60), (2, "节", None), (40, "", 40), (40, "见附件", None)],
)
def test_a_column_of_units_is_of_the_numbers_beside_it(
    number: int, unit: str, high: float | None
) -> None:
    log = understand((*HEADER, "单位"), (*ROW[:5], number, unit), (*ROW, "分钟"))
    assert minutes(log)[0] == high
    assert {e.school.name for e in log.entries} == {None}
    schools = understand((*HEADER, "单位"), (*ROW, "第一小学"))
    assert entry(schools).school.name == "第一小学"


@pytest.mark.parametrize("head", ["时长(分钟)", "时长"])
def test_a_unit_that_is_no_time_is_of_the_number_before_it(head: str) -> None:
    header = (*HEADER[:5], "数量", "单位", head)
    rows = [(*ROW[:5], 3, "页", 20), (*ROW[:5], 20, "题", 35)]
    assert minutes(understand(header, *rows)) == [20, 35]


@pytest.mark.parametrize(
    ("head", "subject", "content", "amount", "amounts"),
    [
        ("时长(分钟)", "语文、数学", "练习册", 20, (200, 400)),
        ("时长(分钟)", "语数英", "练习册", 20, (200, 600)),
        ("时长（每科）", "语文/数学", "练习册", 20, (400, 400)),
        ("每科时长", "语数英", "练习册", "20分钟", (600, 600)),
        ("时长(分钟)", "语文、数学", "练习册", "共20分钟", (200, 200)),
        ("时长(分钟)", "语文、数学", "抄写10分钟，口算10分钟", 20, (200, 200)),
        ("时长（每科）", "语文", "练习册", 20, (200, 200)),
        ("时长", "语文、数学", "练习册", "各科15分钟", (300, 300)),
        ("时长", "语数英", "练习册", "每科约15分钟", (450, 450)),
        ("时长", "语文、数学", "练习册", "15-20分钟/科", (400, 400)),
        ("时长(分钟)", "语文阅读", "练习册", 20, (200, 200)),
    ],
)
def test_minutes_of_several_subjects_in_a_cell_are_of_all_or_of_each(
    head: str, subject: str, content: str, amount: CellValue, amounts: tuple[int, int]
) -> None:
    one = entry(understand((*HEADER[:5], head), (DAY, CLASS, subject, content, "书面", amount)))
    assert one.minutes == amounts
    assert [flaw.case for flaw in one.problems] == ["shared"] * (amounts[0] < amounts[1])


def test_a_merged_unit_holds_for_all_its_rows() -> None:
    header = (*HEADER[:5], "时长", "单位")
    rows = [(*ROW[:5], number, unit) for number, unit in [(1, "小时"), (3, ""), (4, "")]]
    log = understand(header, *rows, merged=(CellRange(2, 7, 4, 7),))
    assert minutes(log) == [60, 180, 240]


@pytest.mark.parametrize(
    ("head", "cells", "expected"),
    [
        ("时长", [(1, "小时"), (3, ""), (4, "")], [60, None, None]),
        ("时长", [(1, "小时"), (3, "同上")], [60, None]),
        ("时长", [(40, "分钟"), (3, ""), ("20分钟", "")], [40, None, 20]),
        ("时长（分钟）", [(40, "分钟"), (30, "")], [40, 30]),
        ("时长（分钟）", [(1, "小时"), (3, "")], [60, None]),
        ("时长", [("1-2", "小时"), ("约1", "小时"), ("半小时", "小时")], [120, 60, 30]),
        ("时长", [("无", "小时"), (1, "小时")], [None, 60]),
    ],
)
def test_a_number_without_a_unit_beside_others_that_have_one_is_open(
    head: str, cells: list[tuple[str | int, str]], expected: list[float | None]
) -> None:
    rows = [(*ROW[:5], number, unit) for number, unit in cells]
    assert minutes(understand((*HEADER[:5], head, "单位"), *rows)) == expected


def test_a_total_without_a_unit_is_not_held_against_a_sum_of_those_with_one() -> None:
    rows = [(*ROW[:5], 1, "小时"), (*ROW[:5], 0.5, "小时"), ("合计", "", "", "", "", 1.5, "")]
    assert not understand((*HEADER[:5], "时长", "单位"), *rows).remarks


def test_a_cell_that_sums_up_its_content_counts_in_part_as_well() -> None:
    content = "练习40分钟（课堂完成），抄写30分钟（回家完成）"
    log = understand((*HEADER[:5], "时长"), (*ROW[:3], content, "书面", 70))
    assert entry(log).minutes == (300, 700)


def test_what_is_asked_of_the_work_is_no_second_content() -> None:
    log = understand((*HEADER, "作业要求"), (*ROW, "书写工整"))
    assert (entry(log).content, log.remarks) == (ROW[3], ())


def test_a_merged_note_is_of_all_its_rows() -> None:
    second = (DAY, CLASS, "数学", "口算", "书面", 10, "")
    merged = (CellRange(2, 7, 3, 7),)
    log = understand((*HEADER, "备注"), (*ROW, "校内完成"), second, merged=merged)
    assert {e.work.place for e in log.entries} == {Place.SCHOOL}


@pytest.mark.parametrize(
    ("header", "cell", "amount"),
    [
        ("附加题", "30分钟", (200, 500)),
        ("附加题", "作文30分钟", (200, 500)),
        ("附加题", "3题", (200, 200)),
        ("要求", "限时15分钟", (200, 200)),
        ("要求", "书写工整，用时30分钟", (200, 300)),
        ("要求", "把小数改为分数", (200, 200)),
        ("设计意图", "不做了", (200, 200)),
        ("完成情况", "约20分钟完成", (200, 200)),
        ("检查情况", "15分钟完成", (200, 200)),
        ("学生反馈", "30分钟完成", (200, 300)),
        ("反馈", "实际40分钟", (200, 400)),
        ("作业总量", "30分钟", (200, 200)),
        ("任课教师", "30分钟", (200, 200)),
        ("睡眠时长", "30分钟", (200, 200)),
    ],
)
def test_minutes_under_a_head_that_is_not_understood_may_be_more(
    header: str, cell: str, amount: tuple[int, int]
) -> None:
    assert entry(understand((*HEADER, header), (*ROW, cell))).minutes == amount


@pytest.mark.parametrize(
    ("header", "cell", "note", "place"),
    [
        ("地点", "", "校内完成", Place.SCHOOL),
        ("地点", "家庭", "校内完成", Place.EITHER),
        ("地点", "家庭", "课堂完成", None),
        ("地点", "校内", "课堂完成", Place.LESSON),
        ("地点", "校内", "校内完成", Place.SCHOOL),
        ("页码", "5", "校内完成", Place.SCHOOL),
        ("页码", "5", "回家完成", Place.HOME),
        ("页码", "5", "家长陪同", None),
    ],
)
def test_a_note_says_the_place_of_its_entry(
    header: str, cell: str, note: str, place: Place | None
) -> None:
    log = understand((*HEADER, header, "备注"), (*ROW, cell, note))
    assert entry(log).work.place is place
    torn = place is Place.EITHER or (cell, place) == ("家庭", None)
    assert [p.case for p in entry(log).problems] == ["contradiction"] * torn


@pytest.mark.parametrize(
    ("content", "remark", "low"),
    [("手抄报（分两天完成）", "", 0), ("手抄报", "三天内交", 0), ("手抄报", "请假两天", 200)],
)
def test_work_for_several_days_may_take_nothing_on_the_first(
    content: str, remark: str, low: int
) -> None:
    one = entry(understand((*HEADER, "备注"), (*ROW[:3], content, *ROW[4:], remark)))
    assert one.minutes == (low, 200)


@pytest.mark.parametrize("cell", ["课后", "课余时间", "家庭/校内"])
def test_a_place_that_is_in_no_lesson_is_told_and_one_of_two(cell: str) -> None:
    log = understand((*HEADER, "完成地点"), (*ROW, cell))
    assert entry(log).work.place is Place.EITHER
    assert [p.rule for p in entry(log).problems] == ["unread-place"]


@pytest.mark.parametrize(
    ("content", "value", "high", "none", "rule"),
    [
        ("练习", 20, 20, False, None),
        ("练习", "约30分钟", 30, False, None),
        ("无", 20, 0, True, None),
        ("今日无作业", "", 0, True, None),
        ("", "无", 0, True, None),
        ("练习", "", None, False, "blank-minutes"),
        ("练习", "/", None, False, "unread-minutes"),
        ("练习", "无", None, False, "unread-minutes"),
        ("练习", 0, None, False, "unread-minutes"),
        ("练习", 1.5, None, False, "unread-minutes"),
        ("练习", "#N/A", None, False, "unread-minutes"),
        ("练习", True, None, False, "unread-minutes"),
        ("练习15分钟", "", 15, False, None),
        ("练习", 300, 300, False, "implausible-minutes"),
        ("", 20, 20, False, None),
    ],
)
def test_content_and_minutes_together(
    content: str,
    value: CellValue,
    high: float | None,
    none: bool,  # noqa: FBT001
    rule: str | None,
) -> None:
    header = (*HEADER[:5], "时长")
    log = understand(header, (*ROW[:3], content, "书面", value))
    assert (minutes(log), entry(log).work.none) == ([high], none)
    assert [p.rule for p in entry(log).problems] == ([rule] if rule else [])


@pytest.mark.parametrize(
    "value",
    [
        "2023-09-04",
        "2023/9/4",
        "2023年9月4日",
        "20230904",
        45173,
        45173.0,
        "45173",
        date(2023, 9, 4),
        datetime(2023, 9, 4, 8),  # noqa: DTZ001
    ],
)
def test_dates_as_text_date_or_serial(value: CellValue) -> None:
    assert entry(understand(HEADER, (value, *ROW[1:]))).date == date(2023, 9, 4)


@pytest.mark.parametrize(
    ("value", "case"), [("9月4日", "year"), ("周一", "week"), ("2023-02-30", ""), ("", "blank")]
)
def test_dates_that_belong_to_no_day(value: str, case: str) -> None:
    (problem,) = entry(understand(HEADER, (value, *ROW[1:]))).problems
    assert (problem.rule, problem.case) == ("unread-date", case)


def test_a_wrong_weekday_is_told_and_the_date_counts() -> None:
    log = understand(("星期", *HEADER), ("星期日", "2023-04-01", *ROW[1:]))
    assert entry(log).date == date(2023, 4, 1)
    assert [(r.rule, r.value) for r in log.remarks] == [("weekday-mismatch", "星期日")]


@pytest.mark.parametrize(
    ("weekdays", "days", "told"),
    [
        (["一", "二", "五"], [4, 5, 8], []),
        (["周二", "", "周三"], [5, 5, 6], []),
        (["一", "", "一"], [4, 4, 4], []),
        (["二", "二", "二"], [4, 4, 4], ["weekday-mismatch"] * 3),
    ],
)
def test_rows_of_several_weekdays_are_of_the_week_of_a_title(
    weekdays: list[str], days: list[int], told: list[str]
) -> None:
    header = ("星期", "班级", "学科", "作业内容", "作业形式", "时长(分钟)")
    log = understand(("作业公示2023年9月4日",), header, *((day, *ROW[1:]) for day in weekdays))
    assert [e.date for e in log.entries] == [date(2023, 9, day) for day in days]
    assert [remark.rule for remark in log.remarks] == told


@pytest.mark.parametrize(
    ("rows", "highs"),
    [
        ([("1", "15"), ("", "40"), ("0.5", "0")], [750, 400, 300]),
        ([("0.5", "30"), ("1", "60")], [None, None]),
    ],
    ids=["two parts of one time", "one time in both units"],
)
def test_hours_beside_minutes(rows: list[tuple[str, str]], highs: list[int | None]) -> None:
    header = ("年级", "班级", "日期", "学科", "用时（小时）", "用时（分钟）")
    log = understand(header, *(("三年级", "2", "2023-09-04", "数学", *row) for row in rows))
    assert [e.minutes.high for e in log.entries] == highs


def test_a_name_signed_in_the_next_cell_is_no_entry() -> None:
    log = understand(HEADER, ROW, ("填表人：", *("李老师" for _ in ROW[1:])))
    assert len(log.entries) == 1
    assert [left.reason for left in log.tables[0].left_out] == ["footer"]


def test_a_bare_weekday_counts_in_its_own_column() -> None:
    header = ("年级", "班级", "星期", "学科", "用时")
    row = ("三年级", "2", "二", "数学", "20")
    log = understand(("2023年9月4日至9月8日",), header, row)
    assert entry(log).date == date(2023, 9, 5)


@pytest.mark.parametrize(
    ("total", "told"), [(50, False), (20, False), ("50分钟", False), (45, True), ("很多", False)]
)
def test_a_total_agrees_with_all_or_with_what_is_written(
    total: CellValue,
    told: bool,  # noqa: FBT001
) -> None:
    oral = (*ROW[:3], "朗读", "口头", 30)
    log = understand(HEADER, ROW, oral, ("合计", "", "", "", "", total))
    assert [r.rule for r in log.remarks] == (["total-mismatch"] if told else [])


@pytest.mark.parametrize(
    ("total", "told"),
    [
        (("2023-09-05", "", "合计", "", "", 25), False),
        (("2023-09-05", "", "合计", "", "", 45), True),
        (("", "", "合计", "", "", 25), False),
        (("", "", "合计", "", "", 45), False),
        (("", "三（2）班", "合计", "", "", 45), False),
        (("", "", "平均", "", "", 22), False),
        (("", "", "合计", "", "", 30), True),
    ],
)
def test_a_total_is_compared_with_the_day_and_class_that_it_states(
    total: tuple[CellValue, ...],
    told: bool,  # noqa: FBT001
) -> None:
    log = understand(HEADER, ROW, ("2023-09-05", "", *ROW[2:5], 25), total)
    assert [r.rule for r in log.remarks] == (["total-mismatch"] if told else [])


@pytest.mark.parametrize(("total", "told"), [(3, False), (2, True)])
def test_a_total_is_in_the_unit_of_the_title(
    total: CellValue,
    told: bool,  # noqa: FBT001
) -> None:
    header = (*HEADER[:5], "时长")
    rows = ((*ROW[:5], 2), (*ROW[:5], 1), ("合计", "", "", "", "", total))
    log = understand(("书面作业（单位：小时）",), header, *rows)
    assert [r.rule for r in log.remarks] == (["total-mismatch"] if told else [])


def test_tables_one_below_the_other_have_titles_of_their_own() -> None:
    header = (HEADER[0], *HEADER[2:])
    row = (DAY, *ROW[2:])
    log = understand(
        ("城北小学作业",),
        ("三（1）班",),
        header,
        row,
        ("合计", "", "", "", 20),
        ("",),
        ("三（2）班",),
        header,
        row,
    )
    assert [(e.school.name, e.grade, e.classes) for e in log.entries] == [
        ("城北小学", 3, ("1",)),
        ("城北小学", 3, ("2",)),
    ]
    assert [t.range for t in log.tables] == ["A3:E5", "A8:E9"]
    assert log.remarks == ()


def test_the_last_entries_of_a_table_are_no_titles_of_the_next() -> None:
    header = ("班级", "学科", "作业内容")
    log = understand(
        header, ("三1班", "语文", "抄写"), ("", "数学", "口算"), header, ("三2班", "英语", "朗读")
    )
    assert [e.content for e in log.entries] == ["抄写", "口算", "朗读"]


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([("食堂一周食谱",), ("日期", "餐次", "内容"), ("9月4日", "午餐", "鱼")], "no-header"),
        ([("星期", "早餐", "午餐"), ("周一", "包子", "米饭")], "no-header"),
        ([("节次", "星期一", "星期二"), ("1", "语文", "数学")], "no-header"),
        ([("日期", "值班教师", "地点"), ("9月4日", "张", "大门")], "no-header"),
        ([("日期", "班级", "值日内容", "时间"), ("9月4日", "三1班", "扫地", "7:30")], "no-header"),
        ([("日期", "时间", "科目"), ("9月4日", "8:00", "语文")], "no-header"),
        ([("日期", "时间", "内容", "地点"), ("9月4日", "8:00", "会议", "礼堂")], "no-header"),
        ([("班级", "学科", "平均分", "合格率"), ("三1班", "语文", 90, 0.9)], "no-header"),
        ([("班级", "学科", "平均"), ("三1班", "语文", 90)], "no-header"),
        ([("教师名称", "次数"), ("张", 3)], "no-header"),
        ([("填写说明",), ("请各班每日填写作业内容和时长",)], "no-header"),
        ([("班级", "姓名", "性别"), ("三1班", "张三", "男")], "pupil-records"),
        ([("学生姓名", "作业内容", "时间"), ("张三", "a", "2023-9-4")], "pupil-records"),
        ([("学号", "学科", "作业时长"), ("1", "语文", 20)], "pupil-records"),
    ],
)
def test_sheets_that_are_no_log(rows: list[tuple[CellValue, ...]], reason: str) -> None:
    log = understand(*rows)
    assert (log.status, log.reason, log.entries) == ("no-log", reason, ())
    assert log.seen


def test_a_blank_sheet_is_empty_and_a_blank_form_is_not_filled() -> None:
    assert understand(("", " "[:0])).status == "empty"
    assert understand(HEADER).reason == "not-filled"


def test_none_in_the_place_of_the_subject_is_a_report() -> None:
    log = understand(HEADER, ("2023-09-04", "三（2）班", "今日无作业", "", "", ""))
    assert (entry(log).subject, entry(log).work.none) == (None, True)
    understand(HEADER, HEADER, ("2023-09-04", "三（2）班", "今日无作业", "", "", ""))


@pytest.mark.parametrize("value", [0.5, "0.5", 0.0278])
def test_a_part_of_a_minute_is_no_amount(value: CellValue) -> None:
    log = understand(HEADER, ("2023-09-04", "三（2）班", "语文", "练习册", "书面", value))
    assert minutes(log) == [None]
    assert [problem.rule for problem in entry(log).problems] == ["unread-minutes"]


@pytest.mark.parametrize(
    ("headers", "cells", "expected"),
    [
        (("书面作业", "口头作业"), ("抄写", "朗读"), [("抄写", None), ("朗读", None)]),
        (("书面作业", "口头作业"), ("", "朗读"), [("朗读", None)]),
        (
            ("书面作业", "书面时长", "口头作业", "口头时长"),
            ("抄写", 20, "朗读", 5),
            [("抄写", 20), ("朗读", 5)],
        ),
        (
            ("书面作业", "口头作业", "口头时长", "书面时长"),
            ("抄写", "朗读", 5, 20),
            [("抄写", 20), ("朗读", 5)],
        ),
        (
            ("书面作业", "用时", "口头作业", "用时"),
            ("抄写", 20, "朗读", ""),
            [("抄写", 20), ("朗读", None)],
        ),
        (
            ("书面作业", "校内书面时长", "家庭书面时长", "口头作业", "口头时长"),
            ("抄写", 20, 10, "无", ""),
            [("抄写", 20), ("抄写", 10), ("无", 0)],
        ),
        (("书面作业", "口头作业", "时长"), ("抄写", "朗读", 30), [("", 30)]),
        (("书面作业", "时长", "口头作业"), ("抄写", 30, "朗读"), [("", 30)]),
        (("作业内容", "口头作业"), ("抄写", "朗读"), [("", None)]),
    ],
)
def test_columns_of_contents_are_each_of_a_part_of_the_homework(
    headers: tuple[str, ...],
    cells: tuple[CellValue, ...],
    expected: list[tuple[str, float | None]],
) -> None:
    log = understand((*HEADER[:3], *headers), (*ROW[:3], *cells))
    assert list(zip([e.content for e in log.entries], minutes(log), strict=True)) == expected
    assert any(remark.field == "content" for remark in log.remarks) == (expected[0][0] == "")


def test_contents_of_several_parts_say_form_place_and_choice() -> None:
    headers = (*HEADER[:3], "校内书面作业", "选做作业")
    log = understand(headers, (*ROW[:3], "抄写", "朗读"), (*ROW[:3], "", ""), ROW[:3])
    works = [(e.row, e.work.form, e.work.place, e.work.choice) for e in log.entries[:2]]
    assert works == [(2, Form.WRITTEN, Place.SCHOOL, None), (2, None, None, "optional")]
    assert [(e.row, e.work.reported) for e in log.entries[2:]] == [(3, False), (4, False)]


@pytest.mark.parametrize(
    ("form", "given", "expected"),
    [
        ("", "", [(Form.WRITTEN, 50), (Form.OTHER, 20)]),
        ("", 70, [(Form.WRITTEN, 50), (Form.OTHER, 20)]),
        ("", 60, [(Form.WRITTEN, 60)]),
        ("", 0, [(Form.WRITTEN, None)]),
        ("书面", 70, [(Form.WRITTEN, 70)]),
        ("口头", 70, [(None, 70)]),
    ],
)
def test_a_content_that_says_how_long_each_form_takes(
    form: str, given: CellValue, expected: list[tuple[Form | None, float | None]]
) -> None:
    log = understand(HEADER, (*ROW[:3], "口头：朗读20分钟\n书面：练习50分钟", form, given))
    assert [e.work.form for e in log.entries] == [form for form, _ in expected]
    assert minutes(log) == [amount for _, amount in expected]


@pytest.mark.parametrize(
    ("content", "given", "expected"),
    [
        ("作文（70分钟）", 10, (100, 700)),
        ("作文（10分钟）", 70, (700, 700)),
        ("作文（70分钟）", "至少10分钟", (100, None)),
        ("阅读一小时以内，写批注", 25, (250, 250)),
        ("阅读不超过40分钟", 25, (250, 250)),
    ],
)
def test_a_content_that_says_more_minutes_than_their_cell(
    content: str, given: CellValue, expected: tuple[int, int | None]
) -> None:
    log = understand(HEADER, (*ROW[:3], content, "书面", given))
    assert [e.minutes for e in log.entries] == [expected]


def test_a_content_of_several_columns_of_minutes_is_of_all_of_them() -> None:
    log = understand(
        (*HEADER[:4], "书面时长", "口头时长"), (*ROW[:3], "抄写和朗读共30分钟", 20, 10)
    )
    assert minutes(log) == [20, 10]


@pytest.mark.parametrize(
    ("said", "amounts"),
    [
        ("共30分钟", [(200, 200), (100, 100)]),
        ("共90分钟", [(200, 800), (100, 700)]),
        ("90分钟以内", [(200, 200), (100, 100)]),
    ],
)
def test_a_content_that_has_a_larger_whole_than_its_columns(
    said: str, amounts: list[tuple[int, int]]
) -> None:
    header = (*HEADER[:4], "书面时长", "口头时长")
    log = understand(header, (*ROW[:3], f"抄写和朗读{said}", 20, 10))
    assert [e.minutes for e in log.entries] == amounts


@pytest.mark.parametrize(
    ("content", "form", "place", "said", "flawed"),
    [
        ("抄写（书面）", "书面", "家里", (Form.WRITTEN, Place.HOME), []),
        ("朗读（口头）", "书面", "家里", (None, Place.HOME), ["form"]),
        ("抄写（书面）", "口头", "家里", (None, Place.HOME), ["form"]),
        ("抄写（回家完成）", "书面", "学校", (Form.WRITTEN, Place.EITHER), ["place"]),
        ("抄写（课堂完成）", "书面", "家里", (Form.WRITTEN, None), ["place"]),
        ("抄写（校内完成）", "书面", "家里", (Form.WRITTEN, Place.EITHER), ["place"]),
        ("抄写（校内完成）", "书面", "课堂", (Form.WRITTEN, Place.LESSON), []),
        ("抄写（课堂完成）", "书面（校内）", "学校", (Form.WRITTEN, Place.LESSON), []),
    ],
)
def test_a_content_that_contradicts_the_cells_beside_it(
    content: str, form: str, place: str, said: tuple[Form | None, Place | None], flawed: list[str]
) -> None:
    log = understand((*HEADER, "完成地点"), (*ROW[:3], content, form, 20, place))
    (work,) = [e.work for e in log.entries]
    assert (work.form, work.place) == said
    (remarks,) = [e.problems for e in log.entries]
    assert [(r.field, r.case) for r in remarks] == [(f, "contradiction") for f in flawed]


def test_a_ditto_in_any_column_is_the_cell_above() -> None:
    header = (*HEADER, "完成地点", "批改")
    log = understand(
        header,
        (DAY, CLASS, "语文", "抄写", "书面", "20分钟", "家里", "是"),
        ("同上", "同上", "〃", "同上", "同上", "同上", "同上", "同上"),
        ("同上", "同上", "数学", "口算", "〃", "〃", "〃", "〃"),
    )
    first, second, third = [e.work for e in log.entries]
    assert first == second
    assert [e.content for e in log.entries] == ["抄写", "抄写", "口算"]
    assert (third.form, third.minutes, third.place, third.marked) == (
        *(Form.WRITTEN, (200, 200), Place.HOME),
        "yes",
    )


def test_a_cell_of_minutes_may_say_how_long_each_form_takes() -> None:
    cells = (*ROW[:3], "抄写、朗读")
    log = understand((*HEADER[:4], "时长"), (*cells, "书面20分钟，口头10分钟"))
    assert [(e.work.form, e.minutes.high) for e in log.entries] == [
        (Form.WRITTEN, 200),
        (Form.OTHER, 100),
    ]
    both = understand(HEADER, (*cells, "书面", "课堂20分钟 家庭10分钟")).entries
    assert [(e.work.place, e.minutes.high) for e in both] == [
        (Place.LESSON, 200),
        (Place.HOME, 100),
    ]
    (entry_,) = understand(HEADER, (*cells, "书面", "书面20分钟，口头10分钟")).entries
    assert (entry_.work.form, entry_.minutes) == (Form.WRITTEN, (200, 300))


@pytest.mark.parametrize(
    ("header", "given", "understood"),
    [
        ("用时", [1, 2, 1], False),
        ("用时", [1, 2, "20分钟"], False),
        ("用时", ["1", "2.5", "无"], False),
        ("用时(小时、分钟)", [40, "20-30", "20分钟"], False),
        ("用时", [1, 2, 3], True),
        ("用时(分钟)", [1, 2, 1], True),
        ("用时(小时)", [1, 2, 1], True),
    ],
)
def test_numbers_without_a_unit_that_are_all_small_may_be_hours(
    header: str, given: list[CellValue], *, understood: bool
) -> None:
    rows = [(*ROW[:2], subject, "", "书面", n) for subject, n in zip("语数英", given, strict=True)]
    log = understand((*HEADER[:5], header), *rows)
    asked = [e.problems[0].case for e in log.entries if e.problems]
    assert asked == (
        [] if understood else ["no-unit"] * sum(n not in {"20分钟", "无"} for n in given)
    )


def test_a_subject_may_name_the_part_of_its_work() -> None:
    header = (*HEADER[:4], HEADER[5])
    log = understand(
        header,
        (DAY, CLASS, "语文（书面）", "抄写", 20),
        (DAY, CLASS, "语文（口头）", "读课文", 10),
        (DAY, CLASS, "语文（B层）", "背", 10),
        (DAY, CLASS, "语文（选做）", "背", 10),
        (DAY, CLASS, "语文（下册）", "背", 10),
    )
    works = [(w.subject, w.form, w.layer, w.choice) for w in (e.work for e in log.entries)]
    assert works == [
        ("语文", Form.WRITTEN, None, None),
        ("语文", Form.OTHER, None, None),
        ("语文", None, "B", None),
        ("语文", None, None, "optional"),
        ("语文(下册)", None, None, None),
    ]


def test_a_ditto_skips_totals_and_repeats_no_none() -> None:
    log = understand(
        HEADER,
        (DAY, CLASS, "语文", "抄写", "书面", 50),
        ("合计", "", "", "", "", 10),
        ("2023-09-06", CLASS, "语文", "默写", "书面", "同上"),
        (DAY, CLASS, "英语", "无", "", ""),
        (DAY, CLASS, "数学", "同上", "书面", 70),
    )
    assert minutes(log) == [50, 50, 0, 70]


@pytest.mark.parametrize("total", ["合计", "小计", "平均"])
def test_a_total_says_nothing_about_the_unit_of_its_parts(total: str) -> None:
    header = (*HEADER[:5], "用时")
    rows = [(*ROW[:2], subject, "", "书面", 1) for subject in "语数英"]
    log = understand(header, *rows, ("", "", total, "", "", 3))
    assert [e.problems[0].case for e in log.entries] == ["no-unit"] * 3


@pytest.mark.parametrize("subject", ["全科", "各科"])
def test_minutes_of_all_subjects_are_of_none(subject: str) -> None:
    log = understand(HEADER, (*ROW[:2], subject, "", "书面", 60))
    assert [(e.work.subject, e.minutes.high) for e in log.entries] == [(None, 600)]
    assert "unknown-subject" not in {remark.rule for remark in log.remarks}


def test_what_a_content_calls_oral_may_be_left_out_of_a_written_entry() -> None:
    log = understand(HEADER, (*ROW[:3], "背诵20分钟（口头），练习30分钟", "书面", ""))
    assert [(e.work.form, e.minutes) for e in log.entries] == [(Form.WRITTEN, (300, 500))]


def test_a_row_of_work_in_school_is_no_header() -> None:
    row = (DAY, CLASS, "语文", "周末作业", "书面", 20, "学校")
    log = understand((*HEADER, "完成地点"), row, (*row[:3], "家庭作业", *row[4:]))
    assert [(e.row, e.content) for e in log.entries] == [(2, "周末作业"), (3, "家庭作业")]


def test_what_was_measured_alone_is_found_at_its_cell() -> None:
    log = understand((*HEADER[:5], "人均用时"), ROW)
    assert (minutes(log), entry(log).location().cell) == ([20], "F2")


@pytest.mark.parametrize("said", ["语30、数31", "语文30分钟，数学31分钟，共61分钟", "书面61分钟"])
def test_times_of_several_are_minutes_below_a_word_for_any_time(said: str) -> None:
    title = ("三（1）班书面家庭作业",)
    log = understand(title, ("日期", "作业", "时间"), (DAY, "练习册；口算", said))
    assert sum(filter(None, minutes(log))) == 61


@pytest.mark.parametrize("head", ["超时（分钟）", "规定时长", "上限（分钟）", "限时（分钟）"])
def test_limits_and_what_is_over_them_are_no_minutes(head: str) -> None:
    assert minutes(understand((*HEADER, head), (*ROW, 10))) == [20]


@pytest.mark.parametrize(
    ("header", "last", "title"),
    [
        (("学科", "作业内容", "用时"), ("数学", "口算10分钟"), ("三（2）班 2023年9月4日",)),
        (("作业内容", "学科", "用时"), ("口算10分钟", "数学"), ("三（2）班 2023年9月4日",)),
        (
            ("日期", "作业内容", "用时"),
            ("2023年9月4日", "口算10分钟"),
            ("三（2）班", "2023年9月4日"),
        ),
        (("班级", "作业内容", "用时"), ("三1班", "口算10分钟"), ("三2班", "9月4日作业公示")),
        (("班级", "作业内容", "用时"), ("三1班", "口算10分钟"), ("班级：三2班", "2023年9月4日")),
        (("日期", "作业内容", "用时"), ("9月4日", "口算10分钟"), ("2023年9月4日", "星期一")),
    ],
)
def test_the_last_rows_of_a_table_are_no_titles_of_the_one_below(
    header: tuple[str, ...], last: tuple[str, ...], title: tuple[str, ...]
) -> None:
    first = {"学科": "数学", "日期": "9月4日", "班级": "三1班", "作业内容": "抄写", "用时": "20"}
    row = [first[name] for name in header]
    log = understand(("2023年 三（1）班",), header, row, last, title, header, row)
    assert minutes(log) == [20, 10, 20]


def test_classes_of_several_campuses_are_told_apart() -> None:
    header = ("学校", "校区", "年级", "班级", "日期", "学科", "作业内容", "时长")
    rows = [
        ("城西小学", "东校区", "三年级", "1", DAY, "语文", "抄写", 40),
        ("", "", "", "2", DAY, "语文", "抄写", 40),
        ("", "西校区", "三年级", "1", DAY, "语文", "抄写", 40),
    ]
    found = [(e.school.name, e.classes) for e in understand(header, *rows).entries]
    names = ["东校区1班", "东校区2班", "西校区1班"]
    assert found == [("城西小学", (name,)) for name in names]


@pytest.mark.parametrize(
    ("form", "read"),
    [
        ("预习（口头）", Form.OTHER),
        ("预习（书面）", Form.WRITTEN),
        ("书面预习", Form.WRITTEN),
        ("书面+预习（口头）", None),
        ("综合 预习（口头）", None),
        ("书面预习（口头）", None),
        ("预习（第3课）", None),
    ],
)
def test_a_word_that_is_not_understood_may_say_its_form_in_brackets(
    form: str, read: Form | None
) -> None:
    row = ("2023-09-04", "三（2）班", "语文", "第3课", form, 20)
    assert entry(understand(HEADER, row)).work.form is read


def test_a_subject_that_is_not_in_the_list_may_say_of_which_it_is() -> None:
    row = ("2023-09-04", "三（2）班", "国学（语文）", "第3课", "书面", 20)
    log = understand(HEADER, row)
    assert entry(log).work.subject == "国学(语文)"
    assert not log.remarks
