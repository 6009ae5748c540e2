from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from made_sheets import entry, minutes, table, understand

from homework_check.model import Place
from homework_check.workbook import CellRange

if TYPE_CHECKING:
    from homework_check.workbook import CellValue

TITLE = ("银桥小学三（1）班作业（2023年）",)
ROWS: list[tuple[CellValue, ...]] = [
    ("日期", "9月4日", "", "9月5日"),
    ("学科", "语文", "数学", "语文"),
    ("作业内容", "抄写", "口算", "写话"),
    ("作业形式", "书面", "书面", "口头"),
    ("预计时长（分钟）", 20, 15, 30),
]


def test_each_column_is_an_entry_and_cells_are_those_of_the_sheet() -> None:
    log = understand(TITLE, *ROWS, at=(3, 2))
    assert [(e.date, e.subject) for e in log.entries] == [
        (date(2023, 9, 4), "语文"),
        (date(2023, 9, 4), "数学"),
        (date(2023, 9, 5), "语文"),
    ]
    assert minutes(log) == [20, 15, 30]
    assert [e.location().cell for e in log.entries] == ["C8", "D8", "E8"]
    assert log.entries[1].beside("form").cell == "D7"
    found = table(log)
    assert (found.range, found.header_rows, log.range) == ("B4:E8", (4, 5, 6, 7, 8), "B3:E8")
    assert found.letter("minutes") == "8"
    assert {one.where for one in found.inherited} >= {"title B3"}


def test_what_is_not_understood_is_told_at_its_cell() -> None:
    rows: list[tuple[CellValue, ...]] = [*ROWS[:4], ("预计时长（分钟）", 20, "很久", "")]
    log = understand(TITLE, *rows)
    told = [(p.rule, p.locations[0].cell) for e in log.entries for p in e.problems]
    assert told == [("unread-minutes", "C6"), ("blank-minutes", "D6")]


def test_merged_keys_hold_for_the_columns_they_span() -> None:
    rows: list[tuple[CellValue, ...]] = [("班级", "三（1）班", "", "三（2）班"), *ROWS]
    merged = (CellRange(2, 2, 2, 3), CellRange(3, 2, 3, 3))
    log = understand(("银桥小学作业（2023年）",), *rows, merged=merged)
    assert [e.classes for e in log.entries] == [("1",), ("1",), ("2",)]


def test_totals_and_signatures_are_left_out() -> None:
    last: tuple[CellValue, ...] = ("合计", "", "", "", 65)
    rows = [(*row, total) for row, total in zip(ROWS, last, strict=True)]
    log = understand(TITLE, *rows, ("班主任签字：", "", "教务处审核："))
    assert minutes(log) == [20, 15, 30]
    assert table(log).left_out == ((5, "total"),)


@pytest.mark.parametrize(
    ("note", "minutes", "place", "inherited"),
    [
        ("注：时长单位为小时", [180, 240], None, ("unit", "note B8")),
        ("注：作业均在校内完成", [3, 4], Place.SCHOOL, ("place", "note B8")),
        ("注：请家长签字", [3, 4], None, ()),
    ],
)
def test_notes_below_say_what_they_do_below_a_list(
    note: str, minutes: list[int], place: Place | None, inherited: tuple[str, ...]
) -> None:
    rows: list[tuple[CellValue, ...]] = [
        *(row[:3] for row in ROWS[:4]),
        ("预计时长", 3, 4),
        (note, "", ""),
    ]
    log = understand(TITLE, *rows, at=(2, 2))
    assert [e.minutes.high for e in log.entries] == [10 * each for each in minutes]
    assert {e.work.place for e in log.entries} == {place}
    told = {(each.field, each.where) for each in table(log).inherited}
    assert {inherited} - {()} == {each for each in told if each[1].startswith("note")}


def test_units_that_contradict_are_told_at_their_cells() -> None:
    title = ("银桥小学三（1）班作业（2023年，单位：分钟）",)
    log = understand(title, *ROWS[:4], ("预计时长", 3, 4, 5), ("注：时长单位为小时",), at=(2, 2))
    remark = next(r for r in log.remarks if r.case == "unit")
    assert {"title B2", "note B8"} <= {value for _, value in remark.values}


def test_one_entry_alone_is_a_list_as_well() -> None:
    keys = [("学校", "银桥小学"), ("班级", "三（1）班"), ("日期", "2023-09-04")]
    log = understand(*keys, ("学科", "语文"), ("作业内容", "抄写"), ("时长", "20分钟"))
    assert (entry(log).school.name, entry(log).grade) == ("银桥小学", 3)


def test_pupils_records_are_no_log() -> None:
    log = understand(("姓名", "王小明"), *ROWS)
    assert (log.status, log.reason) == ("no-log", "pupil-records")


@pytest.mark.parametrize(
    "rows",
    [
        [("日期", "填布置当天"), ("班级", "如实填写"), ("作业内容", "逐项填写"), ("时长", "分钟")],
        [("字段", "说明", "示例"), ("日期", "当天", "9月4日"), ("学科", "全称", "语文"),
         ("作业内容", "", "抄写"), ("时长", "", 20)],
        [("学科", "语文"), ("教师", "王某"), ("作业内容", "抄写")],
        [("作业名称", "作业123"), ("有效时间", "11:11-12:12")],
        [("日期", "9月4日"), ("学科", "语文"), ("时长", 20), ("日期", "9月5日"), ("时长", 20)],
    ],
)  # fmt: skip
def test_explanations_and_other_forms_are_no_list(rows: list[tuple[CellValue, ...]]) -> None:
    assert understand(*rows).status == "no-log"
