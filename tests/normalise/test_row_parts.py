from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from made_sheets import minutes, table, understand

from homework_check.model import Form, Place

if TYPE_CHECKING:
    from homework_check.workbook import CellValue

TITLE = ("三（2）班书面作业（2023年9月4日—9月8日）",)
PLAIN = ("三（2）班作业（2023年9月4日—9月8日）",)
DAYS = ("学科", "周一", "周二")
PARTED = ("学科", "", "周一", "周二")


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        (PARTED, [("语文", "内容", "抄写", "写话"), ("", "时长", 20, 30)]),
        (PARTED, [("语文", "内容", "抄写", "写话"), ("语文", "时长", "20分钟", "30分")]),
        (("学科", "项目", "周一", "周二"),
         [("语文", "作业内容", "抄写", "写话"), ("", "预计时长（分钟）", 20, 30)]),
        (PARTED, [("语文", "作业", "抄写", "写话"), ("", "用时（小时）", "20分钟", 0.5)]),
        (DAYS, [("语文 内容", "抄写", "写话"), ("语文 时长", 20, 30)]),
        (DAYS, [("语文作业内容", "抄写", "写话"), ("语文预计时长（分钟）", 20, 30)]),
        (DAYS, [("语文（内容）", "抄写", "写话"), ("语文（时长）", 20, 30)]),
        (DAYS, [("语文", "抄写", "写话"), ("", "20分钟", "30分钟")]),
        (("日期", "", "语文", "数学"), [("周一", "内容", "抄写", "口算"), ("", "时长", 20, 30)]),
    ],
)  # fmt: skip
def test_a_row_may_hold_the_minutes_of_the_one_above(
    head: tuple[str, ...], rows: list[tuple[CellValue, ...]]
) -> None:
    log = understand(TITLE, head, *rows)
    assert minutes(log) == [20, 30]
    assert [(entry.row, bool(entry.content)) for entry in log.entries] == [(4, True)] * 2
    assert not [flaw for entry in log.entries for flaw in entry.problems]


def test_totals_of_two_rows_are_left_out_and_compared() -> None:
    log = understand(
        TITLE,
        PARTED,
        ("语文", "内容", "抄写", "写话"),
        ("", "时长", 20, 30),
        ("数学", "内容", "口算", ""),
        ("", "时长", 20, ""),
        ("合计", "内容", "", ""),
        ("", "时长", 40, 35),
    )
    assert minutes(log) == [20, 30, 20]
    assert table(log).left_out == ((7, "total"), (8, "total"))
    (remark,) = log.remarks
    assert (remark.rule, remark.locations[0].cell) == ("total-mismatch", "D8")


def test_further_rows_may_say_form_and_place() -> None:
    log = understand(
        PLAIN,
        PARTED,
        ("语文", "内容", "抄写", "朗读"),
        ("", "形式", "书面", "口头"),
        ("", "地点", "校内", ""),
        ("", "时长", 20, 30),
        ("", "备注", "", "周三交"),
    )
    works = [entry.work for entry in log.entries]
    assert [(work.form, work.place) for work in works] == [
        (Form.WRITTEN, Place.SCHOOL),
        (Form.OTHER, None),
    ]
    flaws = [flaw for entry in log.entries for flaw in entry.problems]
    assert [(flaw.rule, flaw.locations[0].cell) for flaw in flaws] == [("unread-place", "D5")]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("语文", "内容", "抄写", "写话"), ("", "时长", 20, "")], [20, None]),
        ([("语文", "内容", "抄写", ""), ("", "时长", 20, 30)], [20, 30]),
        ([("语文", "内容", "抄写", ""), ("数学", "时长", 20, 30)], [None, 20, 30]),
    ],
)
def test_minutes_that_are_missing_or_of_another_subject(
    rows: list[tuple[CellValue, ...]], expected: list[float | None]
) -> None:
    assert minutes(understand(TITLE, PARTED, *rows)) == expected


@pytest.mark.parametrize(
    "rows",
    [
        [("语文", "抄写", "写话"), ("数学", "口算", "练习"), ("", "40分钟", "35分钟")],
        [("语文", "抄写20分钟", "写话"), ("", "40分钟", "35分钟")],
        [("语文", "抄写", "写话"), ("数学", "20分钟", "35分钟")],
    ],
)
def test_amounts_below_texts_are_not_always_theirs(rows: list[tuple[str, ...]]) -> None:
    log = understand(TITLE, DAYS, *rows)
    assert len(log.entries) == 2 * len(rows)


OF_NUMBERS = ("三（2）班书面作业（分钟）（2023年9月4日—9月8日）",)


@pytest.mark.parametrize("word", ["题量", "页数", "次数", "人数", "交作业人数", "限时"])
@pytest.mark.parametrize("content", [(), ("抄写", "写话")])
def test_rows_of_other_numbers_are_left_out(word: str, content: tuple[CellValue, ...]) -> None:
    labelled = [("语文内容", *content)] * bool(content)
    labelled += [(f"语文{word}", 8, 9), ("语文时长", 20, 30), (f"数学{word}", 8, 9)]
    parted = [("语文", "内容", *content)] * bool(content)
    parted += [("", word, 8, 9), ("语文", "时长", 20, 30), ("", word, 8, 9)]
    for head, rows in ((DAYS, labelled), (PARTED, parted)):
        log = understand(OF_NUMBERS, head, *rows)
        assert minutes(log) == [20, 30]
        assert [reason for _, reason in table(log).left_out] == ["note", "note"]
        assert [bool(entry.content) for entry in log.entries] == [bool(content)] * 2


@pytest.mark.parametrize("word", ["完成", "实际"])
def test_of_a_row_that_is_not_understood_nobody_knows(word: str) -> None:
    labelled = (DAYS, ("语文时长", 20, 30), (f"语文{word}", 8, 9))
    parted = (PARTED, ("语文", "时长", 20, 30), ("", word, 8, 9), ("", "题型", "选择", "填空"))
    for rows in (labelled, parted):
        log = understand(OF_NUMBERS, *rows)
        assert minutes(log) == [20, 30, 8, 9]
        assert [entry.work.maybe_none for entry in log.entries] == [False, False, True, True]


def test_hours_of_a_row_that_is_not_understood() -> None:
    log = understand(OF_NUMBERS, PARTED, ("语文", "内容", "抄写", ""), ("", "小时", 0.5, ""))
    assert [e.minutes.high for e in log.entries if e.work.maybe_none] == [300]


@pytest.mark.parametrize(("word", "cell"), [("实际用时", 25), ("实际用时（小时）", 0.5)])
def test_a_row_may_hold_what_was_measured(word: str, cell: CellValue) -> None:
    top = 300 if "小时" in word else 250
    labelled = (DAYS, ("语文内容", "抄写"), ("语文时长", 20), (f"语文{word}", cell))
    parted = (PARTED, ("语文", "时长", 20), ("", word, cell), ("数学", "时长", 10))
    for rows in (labelled, parted):
        first = understand(OF_NUMBERS, *rows).entries[0]
        assert first.minutes == (200, top)


def test_a_row_of_notes_is_of_each_box_above_it() -> None:
    log = understand(
        OF_NUMBERS,
        PARTED,
        ("语文", "内容", "抄写", "写话"),
        ("", "备注", "", ""),
        ("", "时长", 20, 30),
        ("数学", "时长", 10, 10),
        ("", "说明", "另加20分钟", "口头"),
        ("合计", "内容", "", ""),
        ("", "题量", 1, 1),
        ("", "时长", 30, 40),
    )
    assert [entry.minutes for entry in log.entries] == [
        (200, 200),
        (300, 300),
        (100, 300),
        (100, 100),
    ]
    assert log.entries[3].work.form is Form.OTHER
    assert [told.reason for told in table(log).left_out] == ["note", "total", "total", "total"]


def test_a_note_of_a_row_may_withdraw_one_box() -> None:
    rows = ("语文", "时长", 20, 30), ("", "备注", "取消", "")
    log = understand(OF_NUMBERS, PARTED, *rows)
    assert [entry.work.doubtful for entry in log.entries] == [True, False]


def test_second_minutes_of_a_content_may_be_more() -> None:
    rows = ("语文", "内容", "抄写", ""), ("", "书面时长", 20, ""), ("", "口头时长", 10, "")
    log = understand(OF_NUMBERS, PARTED, *rows)
    counted = [(e.minutes.high, e.work.maybe_none) for e in log.entries if e.work.reported]
    assert counted == [(200, False), (100, True)]
