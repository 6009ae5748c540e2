from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from made_sheets import minutes, table, understand

if TYPE_CHECKING:
    from homework_check.workbook import CellValue

TITLE = ("三（2）班书面作业（2023年9月4日—9月8日）",)
WEEK = [date(2023, 9, day) for day in (4, 5, 6, 7, 8)]
AMOUNTS = ("20分钟", "25分钟", "30分钟", "35分钟", "40分钟")


@pytest.mark.parametrize(
    "heads",
    [
        [("学科", "一", "二", "三", "四", "五")],
        [("", "一", "二", "三", "四", "五")],
        [("科目/星期", "一", "二", "三", "四", "五")],
        [("学科", "4日", "5日", "6日", "7日", "8日")],
        [("学科", "4号", "5号", "6号", "7号", "8号")],
        [("学科", "周一（4日）", "周二（5日）", "周三（6日）", "周四（7日）", "周五（8日）")],
        [("学科", "9.4", "9.5", "9.6", "9.7", "9.8")],
        [("日期", "9.4", "9.5", "9.6", "9.7", "9.8"), ("星期", "一", "二", "三", "四", "五")],
        [("", "4日", "5日", "6日", "7日", "8日"), ("学科", "周一", "周二", "周三", "周四", "周五")],
        [("日期", *(f"9月{n}日" for n in (4, 5, 6, 7, 8))), ("学科", "一", "二", "三", "四", "五")],
        [("学科", "一", "二", "三", "四", "五"), ("", "4日", "5日", "6日", "7日", "8日")],
    ],
)
def test_days_of_a_week(heads: list[tuple[str, ...]]) -> None:
    log = understand(TITLE, *heads, ("语文", *AMOUNTS), ("数学", *AMOUNTS))
    assert table(log).layout == "week-matrix"
    assert [entry.date for entry in log.entries] == WEEK * 2
    assert {entry.subject for entry in log.entries} == {"语文", "数学"}
    assert minutes(log) == [20, 25, 30, 35, 40] * 2


@pytest.mark.parametrize(
    ("head", "is_week"),
    [
        (("星期", "一", "二", "三"), True),
        (("学科", "一", "二", "三"), False),
        (("学科", "一", "三", "二", "四", "五"), False),
        (("学科", "三", "四", "五"), False),
        (("学科", "一", "二", "三", "四", "五", "六", "日", "合计"), True),
        *(((corner, *"一二三四五"), False)
          for corner in ("组别", "单元", "序号", "课时", "周次", "第几周")),
        (("周次", "一", "二", "三"), False),
        (("周几", "一", "二", "三"), True),
        (("序号", "学科", *"一二三四五"), True),
    ],
)  # fmt: skip
def test_bare_heads_are_days_where_nothing_else_can_be_meant(
    head: tuple[str, ...], *, is_week: bool
) -> None:
    keys = ["1"] * head.index("学科") if "学科" in head else []
    log = understand(TITLE, head, (*keys, "语文", *AMOUNTS[: len(head) - 1]))
    assert bool(log.entries) is is_week


@pytest.mark.parametrize(
    ("titles", "corner", "is_week"),
    [
        (["三（2）班书面作业 2023年9月5日"], "学科", False),
        (["三（2）班书面作业", "9月5日"], "", False),
        (["三（2）班书面作业 2023年9月5日"], "星期", True),
        (["三（2）班书面作业", "2023年9月4日-8日"], "", True),
        (["三（2）班第2周书面作业", "填表日期：2023年9月8日"], "学科", True),
        (["三（2）班书面作业（2023年9月4日—9月8日）", "填表日期：2023年9月8日"], "学科", True),
        (["三（2）班书面作业"], "学科", True),
    ],
)
def test_under_a_title_of_one_day_bare_heads_are_no_week(
    titles: list[str], corner: str, *, is_week: bool
) -> None:
    rows = [(title,) for title in titles]
    log = understand(*rows, (corner, *"一二三四五"), ("语文", *AMOUNTS), ("数学", *AMOUNTS))
    assert bool(log.entries) is is_week


def test_dates_stand_above_weekdays_and_names_of_columns() -> None:
    log = understand(
        TITLE,
        ("", "9月4日", "", "9月5日", ""),
        ("", "周一", "", "周二", ""),
        ("学科", "内容", "时长", "内容", "时长"),
        ("语文", "抄写", 20, "抄写", 25),
    )
    assert table(log).header_rows == (2, 3, 4)
    assert [entry.date for entry in log.entries] == WEEK[:2]
    assert not log.remarks


def test_days_above_some_of_the_weekdays_are_no_heads_of_theirs() -> None:
    title, dates = ("三（2）班书面作业 2023年",), ("起止", "9月4日", "9月8日")
    log = understand(title, dates, ("学科", "周一", "周二", "周三"), ("语文", *AMOUNTS[:3]))
    assert [entry.date for entry in log.entries] == [None] * 3


@pytest.mark.parametrize("title", ["三（2）班2023年9月书面作业", "三（2）班书面作业（2023.9月份）"])
@pytest.mark.parametrize("first", [("日期", "4日"), ("日", 4)])
def test_a_title_may_say_the_month_of_days(title: str, first: tuple[str, CellValue]) -> None:
    head, day = first
    log = understand((title,), (head, "学科", "作业内容", "时长"), (day, "语文", "抄写", 20))
    assert [entry.date for entry in log.entries] == WEEK[:1]


def test_a_month_gives_weekdays_no_week() -> None:
    rows = ("星期", "学科", "作业内容", "时长"), ("周一", "语文", "抄写", 20)
    log = understand(("三（2）班2023年9月书面作业",), *rows)
    assert [entry.date for entry in log.entries] == [None]


@pytest.mark.parametrize(
    ("title", "head", "reason"),
    [
        ("三（2）班作业", ("学科", "一", "二", "三"), "bare-weekdays"),
        ("三（2）班作业 2023年9月8日", ("学科", *"一二三四五"), "bare-weekdays"),
        ("三（2）班作业", ("学科", "甲", "乙", "丙"), "no-header"),
        ("三（2）班课程表", ("节次", "一", "二", "三"), "no-header"),
    ],
)
def test_heads_that_may_be_weekdays_are_told(
    title: str, head: tuple[str, ...], reason: str
) -> None:
    log = understand((title,), head, ("语文", *["20"] * (len(head) - 1)))
    assert (log.status, log.reason) == ("no-log", reason)


@pytest.mark.parametrize(("last", "is_month"), [(30, True), (16, True), (12, False)])
def test_numbers_behind_the_head_of_the_rows_are_days_of_a_month(
    last: int, *, is_month: bool
) -> None:
    title = ("三（2）班2023年11月书面作业时长（分钟）",)
    days = range(1, last + 1)
    log = understand(title, ("学科", *days), ("语文", *(20 for _ in days)))
    found = [entry.date for entry in log.entries]
    assert found == ([date(2023, 11, day) for day in days] if is_month else [])
