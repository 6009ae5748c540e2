from __future__ import annotations

from datetime import date, time

import pytest
from made_sheets import HEADER, ROW, entry, minutes, table, understand

from homework_check.model import Form, Place
from homework_check.normalise.headers.facets import Facets
from homework_check.normalise.headers.header import Header, read_header
from homework_check.normalise.values import Unit
from homework_check.workbook import CellRange, CellValue


@pytest.mark.parametrize(
    ("field", "texts"),
    [
        ("school", ["学校", "学校名称", "校名", "单位", "School", "学 校", "学校："]),
        ("campus", ["校区", "Campus"]),
        ("county", ["县区", "区县", "县（市、区）", "County"]),
        ("grade", ["年级", "级部", "Grade"]),
        ("class", ["班级", "班别", "班级名称", "任教班级", "年级(班)", "年级（班级）", "Class"]),
        ("date", ["日期", "布置日期", "公示日期", "作业日期", "开学日期", "Date"]),
        ("weekday", ["星期", "周几", "Weekday"]),
        ("subject", ["学科", "科目", "任教学科", "课程", "Subject"]),
        (
            "content",
            [
                "作业内容",
                "作业项目",
                "作业",
                "作业📝",
                "内容",
                "布置内容",
                "完成作业事项",
                "Homework",
            ],
        ),
        ("form", ["作业形式", "作业类型", "作业类别", "形式", "类型", "Type"]),
        ("place", ["完成地点", "地点", "校内/家庭", "校内/校外", "作业场所", "完成场地", "Place"]),
        ("place", ["完成位置", "在哪完成", "在哪里完成"]),
        ("choice", ["必做/选做", "基础/弹性"]),
        ("layer", ["分层", "层次"]),
        (
            "minutes",
            [
                "预计时长",
                "预计完成时间",
                "完成作业所用时间",
                "用时",
                "时长(分钟)",
                "时长/分",
                "预计用时:分钟",
                "作业量/分钟",
                "耗时",
                "时量",
                "各科用时",
                "书面作业时长",
                "语文用时",
                "分钟",
                "Minutes",
            ],
        ),
        ("actual", ["实际平均用时", "平均完成时间", "实际用时", "学生平均用时", "生均用时"]),
        ("minutes", ["计划用时", "参考时间", "参考用时", "预期时间", "预设时间", "预计分钟数"]),
        ("minutes", ["设计时长", "学生完成时间"]),
        ("actual", ["人均时长", "人均用时", "实际完成时长", "学生实际作业时长", "实测用时"]),
        ("actual", ["班级平均完成时间", "平均完成时长（分钟）"]),
        ("minutes", ["估计用时", "建议时长", "学生用时", "大约需要用时"]),
        ("time", ["预计所需时间"]),
        ("content", ["作业内容及要求", "内容与要求", "作业内容、页码", "作业具体内容", "作业题目"]),
        ("form", ["书面/实践", "书面或口头"]),
        ("grade", ["1、您任教的年级：", "请选择年级", "您所教年级是"]),
        ("class", ["2、您任教的班级：", "Q3.请选择您所在的班级"]),
        ("subject", ["请选择您的学科", "3.任教学科"]),
        ("content", ["5、作业内容（请写清练习册的页码和题号，没有作业请写无）"]),
        ("minutes", ["7、预计完成时间（分钟）：", "本次作业预计时长"]),
        ("stamp", ["上交日期", "应交日期", "交作业日期", "上交时间"]),
        ("due", ["完成日期"]),
        ("posted", ["是否公示", "公示"]),
        ("marked", ["是否批改", "批改", "批改情况"]),
        ("total", ["合计", "当日总时长", "合计（分钟）", "每日总用时", "预计总完成时间（分钟）"]),
        ("person", ["教师", "任课教师", "班主任签字", "联系电话"]),
        ("stamp", ["提交时间", "填报时间", "导出时间", "填报日期", "截止日期", "检查日期"]),
        ("note", ["备注", "序号"]),
        ("pupil", ["姓名", "学生姓名", "学号"]),
        ("unclear", ["附加题用时", "周末完成时间", "延时时间", "晚托（分钟）", "附加题（小时）"]),
        ("unclear", ["额外练习分钟", "附加题分钟数"]),
        ("minutes", ["书面分钟", "校内分钟数"]),
        ("actual", ["实际分钟数"]),
        ("other", ["考试时长", "睡眠时间", "睡眠时间（小时）"]),
        (
            None,
            [
                "餐次",
                "得分（分）",
                "作业量",
                "题量",
                "",
                "本表由各班主任于每周五下午放学前填写并上报",
            ],
        ),
    ],
)
def test_headers_name_fields(field: str | None, texts: list[str]) -> None:
    assert [read_header(text).field for text in texts] == [field] * len(texts)


@pytest.mark.parametrize(
    ("text", "unit", "facets"),
    [
        ("时长(小时)", Unit.HOURS, Facets()),
        ("时长（秒）", Unit.SECONDS, Facets()),
        ("时长（刻钟）", Unit.QUARTERS, Facets()),
        ("时长（单位：刻钟）", Unit.QUARTERS, Facets()),
        ("用时/秒", Unit.SECONDS, Facets()),
        ("时长（节）", Unit.NEEDED, Facets()),
        ("时长（单位：课时）", Unit.NEEDED, Facets()),
        ("优等生时长", Unit.UNSTATED, Facets(layer="A")),
        ("用时（min）", Unit.MINUTES, Facets()),
        ("用时（钟头）", Unit.HOURS, Facets()),
        ("Estimated minutes", Unit.MINUTES, Facets()),
        ("时长/小时", Unit.HOURS, Facets()),
        ("校内完成时长", Unit.UNSTATED, Facets(place=Place.SCHOOL)),
        ("家庭作业用时（分钟）", Unit.MINUTES, Facets(place=Place.HOME)),
        ("书面作业时长", Unit.UNSTATED, Facets(form=Form.WRITTEN)),
        ("时长（口头）", Unit.UNSTATED, Facets(form=Form.OTHER)),
        ("语文（分钟）", Unit.MINUTES, Facets(subject="语文")),
        ("校内书面（小时）", Unit.HOURS, Facets(form=Form.WRITTEN, place=Place.SCHOOL)),
        ("数学时长", Unit.UNSTATED, Facets(subject="数学")),
        ("时长（数学）", Unit.UNSTATED, Facets(subject="数学")),
        ("选做作业时长", Unit.UNSTATED, Facets(choice="optional")),
        ("选做书面作业时长", Unit.UNSTATED, Facets(form=Form.WRITTEN, choice="optional")),
        ("数学家庭作业用时", Unit.UNSTATED, Facets(place=Place.HOME, subject="数学")),
        ("书面作业时长（校内）", Unit.UNSTATED, Facets(form=Form.WRITTEN, place=Place.SCHOOL)),
    ],
)
def test_headers_of_minutes_say_what_they_are_of(text: str, unit: Unit, facets: Facets) -> None:
    assert read_header(text) == Header(text, "minutes", unit, facets)


@pytest.mark.parametrize(
    ("header", "value", "field", "evidence"),
    [
        ("预计时长", 20, "minutes", "values"),
        ("预计完成时间", time(0, 40), "minutes", "values"),
        ("完成时间", "20分钟", "minutes", "values"),
        ("时间", 30.0, "minutes", "values"),
        ("时长", 1.5, "minutes", "values"),
        ("时长", "1.5", "minutes", "values"),
        ("时间", "17:30", None, "clock"),
        ("预计完成时间", "18:30", None, "clock"),
        ("完成时间", "2023-09-04 18:00", None, "timestamps"),
        ("时间", 45173, None, "timestamps"),
        ("提交时间", "2023-09-04", None, "timestamps"),
    ],
)
def test_values_confirm_a_column_of_minutes(
    header: str, value: CellValue, field: str | None, evidence: str
) -> None:
    log = understand((*HEADER[:5], header), (*ROW[:5], value))
    use = table(log).columns[5]
    assert (use.field, use.evidence) == (field, evidence)
    assert ("minutes" in table(log).missing) == (field is None)


@pytest.mark.parametrize(
    ("header", "dated"),
    [
        ("时间", True),
        ("布置时间", True),
        ("提交时间", False),
        ("填报日期", False),
        ("导出时间", False),
    ],
)
def test_a_timestamp_may_be_the_date_but_not_when_a_row_was_typed(
    header: str,
    dated: bool,  # noqa: FBT001
) -> None:
    found = entry(understand((header, *HEADER[1:]), ("2023-09-04 17:03", *ROW[1:])))
    assert (found.date is not None) == dated


@pytest.mark.parametrize(
    ("headers", "values", "expected"),
    [
        (("校内完成时长", "家庭完成时长"), (10, 20), [10, 20]),
        (("书面作业时长", "口头作业时长"), (10, 20), [10, 20]),
        (("语文时长", "数学用时"), (10, ""), [10]),
        (("小时", "分钟"), (1, 20), [80]),
        (("小时", "分钟"), ("", 20), [20]),
        (("小时", "分钟"), (1, ""), [60]),
        (("预计用时", "实际平均用时"), (20, 30), [30]),
        (("预计用时", "实际平均用时"), ("", 30), [30]),
        (("时长", "实际总时长"), (20, 40), [40]),
        (("时长", "实际合计"), (20, 40), [40]),
        (("时长(小时)", "备注"), (0.5, ""), [30]),
        (("时长", "合计"), (20, 50), [20]),
        (("时长", "用时"), (20, 30), [None]),
        (("时长", "用时"), (20, ""), [None]),
        (("各科用时", "备注"), ("语20 数15 英10", ""), [20, 15, 10]),
        (("校内完成时间", "家庭完成时间"), ("20分钟", "41分钟"), [20, 41]),
        (("校内作业时间（分钟）", "家庭作业时间（分钟）"), (20, 41), [20, 41]),
        (("校内时长", "校外完成时间"), (20, 41), [20, 41]),
        (("语文作业时间", "数学作业时间"), (20, 41), [20, 41]),
        (("书面作业时长", "选做书面作业时长"), (20, 41), [20, 41]),
        (("必做作业时长", "弹性作业用时"), (20, 41), [20, 41]),
        (("作业时长", "作业时间"), (20, 41), [None]),
        (("完成时间", "预计完成时间"), ("20分钟", "41分钟"), [None]),
        (("时间", "时长"), (20, 41), [None]),
        (("时长", "作业时间"), (20, "17:30"), [20]),
        (("时长", "附加题时长"), (20, 41), [None]),
        (("时长", "延时时间"), (20, 41), [None]),
        (("时长", "放学时间"), (20, "16:40"), [20]),
        (("时长", "睡眠时间"), (20, "9小时"), [20]),
        (("时长", "附加题（分钟）"), (20, 41), [None]),
        (("必做（分钟）", "选做（分钟）"), (20, 41), [20, 41]),
        (("时长", "附加题时长"), (20, ""), [20]),
        (("时长", "附加题时长（节）"), (20, "一节"), [20]),
        (("书面时长", "口头时长", "实践时长"), (20, 10, 5), [20, 10, 5]),
        (("时长", "书面时长", "口头时长"), (30, 20, 10), [20, 10]),
        (("书面时长", "校内书面时长", "家庭书面时长"), (30, "", 30), [30]),
        (("时长", "书面时长", "口头时长"), (31, 20, 10), [None]),
        (("时长", "书面时长"), (30, 20), [None]),
        (("书面时长", "家庭书面时长"), (20, 20), [None]),
    ],
)
def test_two_columns_of_minutes(
    headers: tuple[str, ...], values: tuple[CellValue, ...], expected: list[float | None]
) -> None:
    assert minutes(understand((*HEADER[:5], *headers), (*ROW[:5], *values))) == expected


@pytest.mark.parametrize(
    ("headers", "cells"),
    [
        (("附加题时长", "时长"), (41, 20)),
        (("附加题时长", "实际用时"), (41, 20)),
        (("选做时长", "预计时长", "周末时长"), (10, 20, 30)),
    ],
)
def test_minutes_of_nobody_knows_what_are_told_with_all_others(
    headers: tuple[str, ...], cells: tuple[int, ...]
) -> None:
    (remark,) = understand((*HEADER[:5], *headers), (*ROW[:5], *cells)).remarks
    assert (remark.rule, remark.field) == ("ambiguous-column", "minutes")
    assert [location.cell for location in remark.locations] == ["F1", "G1", "H1"][: len(headers)]


def test_minutes_of_nobody_knows_what_are_told_with_those_of_the_contents() -> None:
    log = understand((*HEADER[:5], "附加题时长"), (*ROW[:3], "抄写20分钟", *ROW[4:5], 41))
    (remark,) = log.remarks
    assert [location.cell for location in remark.locations] == ["D1", "F1"]


@pytest.mark.parametrize(
    ("cells", "highs"),
    [
        (("20分钟", "30分钟"), [20, 30]),
        (("", "30分钟"), [20, 30]),
        (("20分钟", "10分钟"), [40, 40]),
    ],
)
def test_minutes_under_a_head_that_is_not_understood_may_be_of_more_work(
    cells: tuple[str, ...], highs: list[int]
) -> None:
    rows = ((*ROW[:5], amount, cell) for amount, cell in zip((20, 30), cells, strict=True))
    assert minutes(understand((*HEADER, "大概要多久"), *rows)) == highs


def test_a_header_of_minutes_says_that_they_are_optional() -> None:
    log = understand((*HEADER[:5], "必做时长", "选做时长"), (*ROW[:5], 10, 20))
    assert [e.work.choice for e in log.entries] == ["required", "optional"]


def test_blank_minutes_of_several_places_are_of_no_place() -> None:
    log = understand((*HEADER[:5], "校内完成时长", "家庭完成时长"), (*ROW[:5], "", ""))
    assert (entry(log).work.place, entry(log).minutes.high) == (None, None)


@pytest.mark.parametrize(("name", "letters"), [("作业内容", "DG"), ("学科", "CG"), ("日期", "AG")])
def test_two_filled_columns_of_one_field_are_told(name: str, letters: str) -> None:
    log = understand((*HEADER, name), (*ROW, "2023-09-05"))
    (remark,) = log.remarks
    assert remark.rule == "ambiguous-column"
    assert [location.cell for location in remark.locations] == [f"{c}1" for c in letters]


def test_only_the_columns_that_could_be_the_field_are_told() -> None:
    header = ("布置日期", "公示日期", *HEADER[1:], "公示")
    (remark,) = understand(header, ("2023-09-04", "2023-09-05", *ROW[1:], "是")).remarks
    assert [location.cell for location in remark.locations] == ["A1", "B1"]


@pytest.mark.parametrize(
    ("head", "day"),
    [("布置日期", date(2023, 9, 5)), ("提交日期", date(2023, 9, 4)), ("备注", date(2023, 9, 4))],
)
def test_the_day_of_completing_is_the_date_only_where_no_other_is(head: str, day: date) -> None:
    log = understand(("完成日期", head, *HEADER[1:]), ("2023-09-04", "2023-09-05", *ROW[1:]))
    assert (entry(log).date, log.remarks) == (day, ())


def test_a_header_of_the_content_states_the_form() -> None:
    header, row = ("日期", "班级", "学科", "作业内容（书面）"), ROW[:4]
    log = understand(("口头作业登记表",), header, row)
    assert entry(log).work.form is Form.WRITTEN


@pytest.mark.parametrize(
    ("text", "facets"),
    [
        ("书面作业", Facets(form=Form.WRITTEN)),
        ("口头作业", Facets(form=Form.OTHER)),
        ("家庭作业", Facets(place=Place.HOME)),
        ("书面家庭作业", Facets(form=Form.WRITTEN, place=Place.HOME)),
        ("家庭书面作业", Facets(form=Form.WRITTEN, place=Place.HOME)),
        ("书面作业布置情况", Facets(form=Form.WRITTEN)),
        ("选做作业", Facets(choice="optional")),
        ("课后作业", Facets(task="课后")),
        ("课后书面作业", Facets(form=Form.WRITTEN, task="课后")),
        ("其他作业", Facets(task="其他")),
        ("家庭练习", Facets(place=Place.HOME)),
        ("课后任务", Facets(task="课后")),
        ("书面作业（校内）", Facets(form=Form.WRITTEN, place=Place.SCHOOL)),
        ("Written homework", Facets(form=Form.WRITTEN)),
    ],
)
def test_headers_of_contents_say_what_they_are_of(text: str, facets: Facets) -> None:
    assert read_header(text) == Header(text, "content", Unit.UNSTATED, facets)


@pytest.mark.parametrize(
    "text",
    [
        "语文作业",
        "特色作业",
        "书面特色作业",
        "批改作业",
        "检查作业",
        "未交作业",
        "上交作业",
        "完成作业",
        "完成任务",
    ],
)
def test_other_homework_names_no_field(text: str) -> None:
    assert read_header(text).field is None


def test_english_headers() -> None:
    header = ("School", "Grade", "Class", "Date", "Subject", "Type", "Homework", "Minutes")
    found = entry(
        understand(header, ("No 1", "Grade 3", "2", "2023-09-04", "Maths", "Written", "P10", 20))
    )
    assert (found.grade, found.classes, found.subject) == (3, ("2",), "数学")
    assert (found.work.form, found.minutes, found.work.column) == (Form.WRITTEN, (200, 200), "H")


def test_a_header_of_two_rows() -> None:
    log = understand(
        ("班级", "日期", "学科", "作业", "", "时长", ""),
        ("", "", "", "内容", "形式", "校内", "家庭"),
        ("三1班", "2023-9-4", "数学", "练习", "书面", 10, 20),
        merged=(CellRange(1, 4, 1, 5), CellRange(1, 6, 1, 7)),
    )
    assert table(log).header_rows == (1, 2)
    assert [(e.work.place, e.minutes.high) for e in log.entries] == [
        (Place.SCHOOL, 100),
        (Place.HOME, 200),
    ]


def test_a_row_under_a_column_without_header_is_no_second_header() -> None:
    log = understand(("日期", "班级", "学科", "作业", ""), ("9-4", "三1班", "", "抄写", "晚交"))
    assert table(log).header_rows == (1,)
    assert entry(log).content == "抄写"


def test_evidence_counts_the_values_of_the_entries() -> None:
    log = understand(
        HEADER,
        ROW,
        (*ROW[:4], "口头", "很久"),
        (*ROW[:2], "劳技课", "练习", "探究", ""),
        ("合计", "", "", "", "", 20),
    )
    counts = {use.field: dict(use.counts) for use in table(log).columns}
    assert counts["subject"] == {"read": 3}
    assert counts["form"] == {"written": 1, "other": 1, "unread": 1}
    assert counts["minutes"] == {"read": 1, "unread": 1, "blank": 1}


@pytest.mark.parametrize(
    "text",
    ["时长（每题）", "用时（分钟/题）", "预计用时（每项作业）", "实际用时（每遍）"],
)
def test_minutes_of_one_of_many_are_not_of_the_whole(text: str) -> None:
    header = (*HEADER[:5], "题数", text)
    assert minutes(understand(header, (*ROW[:5], 20, 3))) == [None]


@pytest.mark.parametrize("text", ["时长（时间：分钟）", "用时（课时/分钟）", "时长(时长分钟)"])
def test_a_word_with_a_unit_in_it_is_none(text: str) -> None:
    assert read_header(text).unit is not Unit.NEEDED


@pytest.mark.parametrize("text", ["时长（小时、分钟）", "预计时长（小时/分钟）", "用时(分、时)"])
def test_where_a_header_names_two_units_each_number_needs_its_own(text: str) -> None:
    assert read_header(text).unit is Unit.NEEDED
    log = understand((*HEADER[:5], text), (*ROW[:5], "2"), (*ROW[:5], "1小时10分"))
    assert minutes(log) == [None, 70]


@pytest.mark.parametrize(
    ("head", "cells", "field"),
    [
        ("类别", ("必做", "选做"), "choice"),
        ("作业类型", ("基础性作业", "拓展性作业"), "choice"),
        ("类型", ("校内", "家庭"), "place"),
        ("形式", ("A层", "B层"), "layer"),
        ("类型", ("书面", "必做"), "form"),
        ("类型", ("预习", "必做"), "form"),
        ("形式", ("必做（书面）", "选做（口头）"), "form"),
        ("类型", ("", ""), "form"),
    ],
)
def test_a_column_of_forms_is_of_what_its_values_are(
    head: str, cells: tuple[str, str], field: str
) -> None:
    rows = [(*ROW[:4], cell, 20) for cell in cells]
    log = understand(("三（2）班书面作业",), (*HEADER[:4], head, HEADER[5]), *rows)
    assert table(log).letter(field) == "E"
    week = [(name, cell, 20, 30) for name, cell in zip(("语文", "数学"), cells, strict=True)]
    log = understand(("三（2）班书面作业 2023年9月4日—8日",), ("学科", head, "周一", "周二"), *week)
    assert table(log).letter(field) == "B"
    flaws = {flaw.rule for entry in log.entries for flaw in entry.problems}
    assert field == "form" or "unread-form" not in flaws
