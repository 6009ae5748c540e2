from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from made_sheets import table, understand

if TYPE_CHECKING:
    from homework_check.workbook import CellValue

TITLE = ("三（1）班",)
WORK = ("学科", "作业内容", "作业形式", "时长")
ROW = ("语文", "抄写", "书面", 40)
FIRST, SECOND = date(2023, 9, 4), date(2023, 9, 5)


@pytest.mark.parametrize(
    ("heads", "cells"),
    [
        (("布置时间", "提交时间"), ("2023-09-04", "2023-09-05")),
        (("布置时间", "完成时间"), ("2023-09-04", "2023-09-05")),
        (("发布时间", "截止时间"), ("2023-09-04 08:00", "2023-09-05 08:00")),
        (("布置日期", "要求完成日期"), ("2023-09-04", "2023-09-05")),
        (("日期", "星期"), ("2023-09-04", "一")),
        (("上课日期", "布置日期"), ("2023-09-01", "2023-09-04")),
        (("布置日期", "公示日期"), ("2023-09-04", "2023-09-04")),
        (("布置日期", "上交日期", "批改日期"), ("2023-09-04", "2023-09-05", "2023-09-06")),
        (("日期/星期",), ("2023-09-04 周一",)),
    ],
)
def test_of_several_days_the_one_counts_on_which_work_is_set(
    heads: tuple[str, ...], cells: tuple[str, ...]
) -> None:
    log = understand(TITLE, (*heads, *WORK), (*cells, *ROW))
    assert [entry.date for entry in log.entries] == [FIRST]
    assert not log.remarks


def test_two_days_that_both_may_be_meant_are_told() -> None:
    cells = ("2023-09-04", "2023-09-05")
    log = understand(TITLE, ("布置日期", "公示日期", *WORK), (*cells, *ROW))
    assert [remark.rule for remark in log.remarks] == ["ambiguous-column"]


@pytest.mark.parametrize("heads", [("开始日期", "结束日期"), ("起始日期", "截止日期")])
@pytest.mark.parametrize(
    ("cells", "day", "case"),
    [
        (("2023-09-04", "2023-09-04"), FIRST, ""),
        (("2023-09-04", "2023-09-05"), FIRST, ""),
        (("2023-09-04", ""), FIRST, ""),
        ((FIRST, date(2023, 9, 6)), None, "several"),
        (("9月4日", "9月8日"), None, "several"),
    ],
)
def test_work_over_several_days_is_of_none_of_them_alone(
    heads: tuple[str, str], cells: tuple[CellValue, ...], day: date | None, case: str
) -> None:
    log = understand(("三（1）班 2023年",), (*heads, *WORK), (*cells, *ROW))
    assert [entry.date for entry in log.entries] == [day]
    assert [flaw.case for flaw in log.entries[0].problems] == [case] * bool(case)
    assert not log.remarks


@pytest.mark.parametrize(
    ("heads", "rows"),
    [
        (("年", "月", "日"), [(2023, 9, 4), (2023, 9, 5)]),
        (("年", "月", "日"), [("2023年", "9月", "4日"), ("", "", "5日")]),
        (("年份", "月份", "日"), [(2023, 9, 4), ("", "", 5)]),
        (("月", "日"), [(9, 4), ("", 5)]),
        (("月", "日"), [("9月份", 4), ("9月份", 5)]),
        (("日", "月"), [(4, 9), (5, "")]),
    ],
)
def test_a_day_may_stand_in_several_columns(
    heads: tuple[str, ...], rows: list[tuple[CellValue, ...]]
) -> None:
    log = understand(("三（1）班 2023年",), (*heads, *WORK), *((*row, *ROW) for row in rows))
    assert [entry.date for entry in log.entries] == [FIRST, SECOND]
    letter = "ABC"[heads.index("日")]
    assert table(log).letter("date") == letter


def test_a_day_of_several_columns_holds_for_blank_rows_and_impossible_ones_are_told() -> None:
    heads = ("月", "日", *WORK)
    rows: list[tuple[CellValue, ...]] = [(9, 4, *ROW), ("", "", *ROW), ("", 31, *ROW)]
    log = understand(("三（1）班 2023年",), heads, *rows)
    assert [entry.date for entry in log.entries] == [FIRST, FIRST, None]
    (flaw,) = log.entries[2].problems
    assert (flaw.rule, flaw.value, flaw.locations[0].cell) == ("unread-date", "9月31日", "B5")


def test_months_alone_are_no_days() -> None:
    log = understand(("三（1）班 2023年",), ("月份", *WORK), (9, *ROW))
    assert "date" in table(log).missing
