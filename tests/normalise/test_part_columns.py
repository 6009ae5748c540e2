from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from made_sheets import entry, minutes, table, understand

from homework_check.model import Form, Place

if TYPE_CHECKING:
    from homework_check.workbook import CellValue

TITLE = ("三（2）班家庭作业公示",)
WORK = ("日期", "学科", "作业内容", "时长")
ROW = ("2023-09-04", "语文", "练习册", 20)
KEYS, SAID = WORK[:2], ROW[:2]


@pytest.mark.parametrize(
    ("heads", "cells", "form"),
    [
        (("书面", "口头"), ("√", ""), Form.WRITTEN),
        (("书面", "口头"), ("", "√"), Form.OTHER),
        (("书面", "口头", "实践"), ("", "", 1), Form.OTHER),
        (("书面", "口头"), ("是", "是"), Form.WRITTEN),
        (("书面", "口头"), ("×", "√"), Form.OTHER),
        (("书面（打√）", "口头（打√）"), ("—", "√"), Form.OTHER),
        (("5、作业形式(书面)", "5、作业形式(口头)"), (1, 1), Form.WRITTEN),
        (("5、作业形式(书面)", "5、作业形式(口头)"), (0, 1), Form.OTHER),
        (("书面",), ("否",), Form.OTHER),
        (("是否书面",), ("是",), Form.WRITTEN),
        (("是否为书面作业",), ("否",), Form.OTHER),
        (("是否实践",), ("是",), Form.OTHER),
        (("是否实践",), ("否",), None),
        (("书面", "口头"), ("√", "见备注"), None),
        (("书面", "口头", "作业形式"), ("√", "", "口头"), Form.OTHER),
    ],
)
def test_ticks_state_the_form(
    heads: tuple[str, ...], cells: tuple[CellValue, ...], form: Form | None
) -> None:
    assert entry(understand((*WORK, *heads), (*ROW, *cells))).work.form is form


def test_ticks_below_a_header_of_the_form_state_it() -> None:
    log = understand((*WORK, "作业形式", ""), ("",) * 4 + ("书面", "口头"), (*ROW, "", "√"))
    assert entry(log).work.form is Form.OTHER
    assert [(use.field, use.evidence) for use in table(log).columns[4:]] == [
        ("form", "values"),
        (None, "ticks"),
    ]


@pytest.mark.parametrize(
    ("heads", "cells", "place"),
    [
        (("课后服务", "家庭"), ("√", ""), Place.SCHOOL),
        (("课后服务完成", "回家完成"), ("", "√"), Place.HOME),
        (("校内完成",), ("×",), Place.HOME),
        (("是否校内完成",), ("是",), Place.SCHOOL),
        (("是否校内完成",), ("否",), Place.HOME),
        (("是否课堂完成",), ("否",), None),
        (("课后服务", "家庭"), ("√", "√"), Place.EITHER),
        (("课堂", "家庭"), ("√", "√"), None),
    ],
)
def test_ticks_state_the_place(
    heads: tuple[str, ...], cells: tuple[CellValue, ...], place: Place | None
) -> None:
    found = entry(understand((*WORK, *heads), (*ROW, *cells)))
    assert found.work.place is place
    is_one = place in {Place.HOME, Place.SCHOOL}
    assert [p.rule for p in found.problems] == ([] if is_one else ["unread-place"])


def test_minutes_below_places_are_each_of_one() -> None:
    log = understand((*WORK[:3], "校内完成", "家庭完成"), (*ROW[:3], 10, "5分钟"))
    assert minutes(log) == [10, 5]
    assert [e.work.place for e in log.entries] == [Place.SCHOOL, Place.HOME]


def test_contents_below_places_are_each_of_one() -> None:
    log = understand(TITLE, (*KEYS, "课后服务", "家庭"), (*SAID, "写字 10分钟", "抄写 5分钟"))
    assert minutes(log) == [10, 5]
    assert [e.work.place for e in log.entries] == [Place.SCHOOL, Place.HOME]
    assert [e.content for e in log.entries] == ["写字 10分钟", "抄写 5分钟"]


def test_contents_below_layers_are_each_of_one() -> None:
    heads = (*KEYS, "A层", "B层", "C层")
    log = understand(TITLE, heads, (*SAID, "抄写 30分钟", "抄写 20分钟", "抄写 10分钟"))
    assert [one.work.layer for one in log.entries] == ["A", "B", "C"]


@pytest.mark.parametrize("names", [("书面", "口头"), ("书面作业", "口头作业")])
def test_parts_above_content_and_minutes_are_each_of_one(names: tuple[str, str]) -> None:
    heads = (*KEYS, names[0], "", names[1], "")
    below = ("", "", *("内容", "时长") * 2)
    log = understand(TITLE, heads, below, (*SAID, "抄写", 30, "朗读", 10))
    assert [(one.content, one.work.form) for one in log.entries] == [
        ("抄写", Form.WRITTEN),
        ("朗读", Form.OTHER),
    ]


def test_texts_beside_contents_are_no_contents() -> None:
    log = understand((*WORK, "课后服务"), (*ROW, "王老师"))
    assert minutes(log) == [20]
    assert table(log).columns[4].field is None


def test_scores_of_what_was_written_and_spoken_are_no_log() -> None:
    assert understand((*KEYS, "书面", "口头"), (*SAID, 45, 38)).status == "no-log"


def test_what_is_of_a_form_beside_subjects_counts() -> None:
    days = (("三（2）班书面作业时长 2023年9月4日",), ("日期", "语文", "数学", "实践"))
    log = understand(*days, ("2023-09-04", 20, 10, 15))
    assert minutes(log) == [20, 10, 15]


@pytest.mark.parametrize(
    ("heads", "cells", "place"),
    [
        (("完成时段",), ("课后服务",), Place.SCHOOL),
        (("时段",), ("课后服务",), Place.SCHOOL),
        (("完成时间段",), ("课堂",), Place.LESSON),
        (("完成方式",), ("校内完成",), Place.SCHOOL),
        (("完成方式",), ("独立完成",), None),
        (("完成时间",), ("家里",), Place.HOME),
        (("完成时段", "完成地点"), ("课后服务", "家里"), Place.HOME),
        (("完成时段", "完成方式"), ("课后服务", "家里"), Place.SCHOOL),
        (("完成时段", "完成方式"), ("课后服务", "校内"), None),
        (("批改地点",), ("课堂",), None),
    ],
)
def test_values_that_are_places_make_a_column_one_of_the_place(
    heads: tuple[str, ...], cells: tuple[CellValue, ...], place: Place | None
) -> None:
    assert entry(understand((*WORK, *heads), (*ROW, *cells))).work.place is place


@pytest.mark.parametrize(
    ("head", "value", "form"),
    [
        ("作业种类", "书面", Form.WRITTEN),
        ("作业分类", "口头作业", Form.OTHER),
        ("完成方式", "实践", Form.OTHER),
        ("作业方式", "小组", None),
    ],
)
def test_values_that_are_forms_make_a_column_one_of_the_form(
    head: str, value: str, form: Form | None
) -> None:
    assert entry(understand((*WORK, head), (*ROW, value))).work.form is form


def test_of_two_columns_of_the_form_one_may_be_of_the_choice() -> None:
    rows = [(*ROW, choice, "书面") for choice in ("基础性作业", "弹性作业", "拓展性作业")]
    log = understand((*WORK, "作业类型", "形式"), *rows)
    said = [(one.work.choice, one.work.form) for one in log.entries]
    assert said == [(choice, Form.WRITTEN) for choice in ("required", "optional", "optional")]


def test_beside_a_place_in_school_other_times_of_day_are_unknown_places() -> None:
    rows = [(*ROW, "课后服务"), (*ROW, "晚上")]
    log = understand((*WORK, "完成时段"), *rows)
    assert [e.work.place for e in log.entries] == [Place.SCHOOL, None]
    assert "place" not in table(log).missing


@pytest.mark.parametrize(
    ("title", "heads", "cells", "expected"),
    [
        ("作业等级 2023-09-04", ("基础", "提高"), (8, 9), [None, None]),
        ("作业评价表 2023-09-04", ("书面", "口头"), (85, 90), [None, None]),
        ("作业抽查 2023-09-04", ("书面", "口头"), (85, "20分钟"), [85, 20]),
        ("作业用时公示 2023-09-04", ("书面", "口头"), (20, 10), [20, 10]),
        ("作业公示（单位：分钟） 2023-09-04", ("书面", "口头"), (20, 10), [20, 10]),
        ("作业公示 2023-09-04", ("书面（分钟）", "口头（分钟）"), (20, 10), [20, 10]),
        ("作业公示 2023-09-04", ("作业内容", "书面", "口头"), ("抄写", 8, 9), [None, None]),
    ],
)
def test_numbers_below_parts_are_minutes_where_something_says_so(
    title: str,
    heads: tuple[str, ...],
    cells: tuple[CellValue, ...],
    expected: list[float | None],
) -> None:
    log = understand((title,), ("班级", "学科", *heads), ("三（1）班", "语文", *cells))
    assert minutes(log) == expected
    told = {problem.case for one in log.entries for problem in one.problems}
    assert ("no-unit" in told) == (None in expected)


def test_a_bare_subject_beside_minutes_of_subjects_has_its_own() -> None:
    heads = ("语文作业时长", "数学", "英语作业时长")
    log = understand(("三（1）班书面作业 2023年9月",), ("日期", *heads), ("2023-09-04", 20, 75, 20))
    assert [e.work.subject for e in log.entries] == ["语文", "数学", "英语"]
    assert minutes(log) == [20, 75, 20]


@pytest.mark.parametrize(
    ("heads", "cells", "form", "place"),
    [
        (("是否书面",), ("是",), Form.WRITTEN, Place.HOME),
        (("是否为书面作业",), ("×",), Form.OTHER, Place.HOME),
        (("是否书面",), (0,), Form.OTHER, Place.HOME),
        (("是否书面",), ("口头",), Form.OTHER, Place.HOME),
        (("是否书面",), ("见备注",), None, Place.HOME),
        (("是否书面",), ("",), None, Place.HOME),
        (("是否书面", "是否在校完成"), ("是", "是"), Form.WRITTEN, Place.SCHOOL),
        (("是否书面", "是否在校完成"), ("是", "否"), Form.WRITTEN, Place.HOME),
        (("是否书面作业", "是否家庭作业"), ("√", "×"), Form.WRITTEN, Place.SCHOOL),
        (("作业形式", "是否书面"), ("书面", "否"), Form.WRITTEN, Place.HOME),
        (("是否开放", "作业形式"), ("否", "书面"), Form.WRITTEN, Place.HOME),
    ],
)
def test_a_header_may_ask_whether_work_is_of_a_part(
    heads: tuple[str, ...], cells: tuple[CellValue, ...], form: Form | None, place: Place
) -> None:
    work = entry(understand(TITLE, (*WORK, *heads), (*ROW, *cells))).work
    assert (work.form, work.place) == (form, place)


@pytest.mark.parametrize(
    ("heads", "cells", "form", "place"),
    [
        (("作业形式",), ("书面家庭作业",), Form.WRITTEN, Place.HOME),
        (("作业形式",), ("校内书面作业",), Form.WRITTEN, Place.SCHOOL),
        (("作业形式",), ("书面（校内）",), Form.WRITTEN, Place.SCHOOL),
        (("作业形式",), ("口头、家庭",), Form.OTHER, Place.HOME),
        (("作业形式",), ("书面综合作业",), None, Place.HOME),
        (("作业形式",), ("基础性书面作业",), Form.WRITTEN, Place.HOME),
        (("作业形式",), ("科学实践",), Form.OTHER, Place.HOME),
        (("作业形式",), ("数学书面作业",), Form.WRITTEN, Place.HOME),
        (("作业形式",), ("体育练习",), None, Place.HOME),
        (("作业形式", "完成地点"), ("书面校内作业", "校内"), Form.WRITTEN, Place.SCHOOL),
        (("作业形式", "完成地点"), ("书面家庭作业", "校内"), Form.WRITTEN, Place.EITHER),
    ],
)
def test_a_form_may_say_the_place_as_well(
    heads: tuple[str, ...], cells: tuple[str, ...], form: Form | None, place: Place | None
) -> None:
    work = entry(understand(TITLE, (*WORK, *heads), (*ROW, *cells))).work
    assert (work.form, work.place) == (form, place)


@pytest.mark.parametrize(
    "text", ["抄写课文并且背诵给家长听，第二天签字带来检查" * 5, "书面家庭" * 30]
)
def test_long_texts_are_no_forms(text: str) -> None:
    head, cells = (*WORK, "作业形式"), (*ROW, text)
    assert entry(understand(TITLE, head, cells)).work.form is None


@pytest.mark.parametrize(
    ("content", "cell", "place"),
    [
        ("写字", "校内完成", Place.SCHOOL),
        ("写字（书面）", "10（学校）", Place.SCHOOL),
        ("写字（家庭）", "10（学校）", Place.HOME),
        ("写字", "放学前在教室里写完", Place.EITHER),
        ("写字", "差不多10分钟", Place.HOME),
    ],
)
def test_a_cell_of_minutes_may_say_the_place_as_well(content: str, cell: str, place: Place) -> None:
    log = understand(TITLE, WORK, (*SAID, content, cell))
    assert entry(log).work.place is place
