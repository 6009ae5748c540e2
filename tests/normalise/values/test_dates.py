from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homework_check.normalise.values import (
    DateReading,
    Outcome,
    YearHint,
    is_several_days,
    read_date,
    read_weekday,
)
from homework_check.settings import Period

if TYPE_CHECKING:
    from homework_check.workbook import CellValue

DAY = date(2023, 9, 4)
NO_HINT = YearHint()
IN_2023 = YearHint(year=2023)
WEEK = YearHint(week=DAY)


@pytest.mark.parametrize(
    "value",
    [
        DAY,
        datetime.fromisoformat("2023-09-04 17:30"),
        45173,
        45173.0,
        45173.729,
        "45173",
        "2023-09-04",
        "２０２３－０９－０４",
        "2023 - 9 - 4",
        "2023/9/4",
        "2023／9／4",
        "2023.9.4",
        "2023. 9. 4",
        "2023。9。4",
        "2023、9、4",
        "2023-9-4日",
        "2023/9/4（第2周）",
        "23.9.4",
        "23年9月4日",
        "23-09-04",
        "23/9/4",
        "2023年9月4日",
        "2023 年 9 月 4 日",
        "2023年9月4号",
        "20230904",
        20230904,
        20230904.0,
        "2023-09-04 17:30",
        "2023-09-04 17:30:12.5",
        "2023/9/4 下午5:30",
        "2023-09-04T17:30:00",
        "2023-09-04T17:30:00+08:00",
    ],
)
def test_date(value: CellValue) -> None:
    assert read_date(value, NO_HINT) == DateReading(DAY)


@pytest.mark.parametrize(
    ("value", "reading"),
    [
        ("9月4日", DateReading(DAY)),
        ("９月４日", DateReading(DAY)),
        ("九月四日", DateReading(DAY)),
        ("9月4号", DateReading(DAY)),
        ("9.4", DateReading(DAY)),
        (9.4, DateReading(DAY)),
        ("9．4", DateReading(DAY)),
        ("9.1", DateReading(date(2023, 9, 1))),
        ("9.10", DateReading(date(2023, 9, 10))),
        ("9/4", DateReading(DAY)),
        ("9-4", DateReading(DAY)),
        ("9月5日（周二）", DateReading(date(2023, 9, 5), 2)),
        ("9月5日(星期二)", DateReading(date(2023, 9, 5), 2)),
        ("9月5日 星期二", DateReading(date(2023, 9, 5), 2)),
        ("星期二 9月5日", DateReading(date(2023, 9, 5), 2)),
        ("9月5日（周三）", DateReading(date(2023, 9, 5), 3)),
        ("9月8日（周五/周末）", DateReading(date(2023, 9, 8), 5, covers_days_off=True)),
        ("9月8日 周五（含周末）", DateReading(date(2023, 9, 8), 5, covers_days_off=True)),
        ("9月8日周五及双休日", DateReading(date(2023, 9, 8), 5, covers_days_off=True)),
    ],
)
def test_the_year_comes_from_outside(value: CellValue, reading: DateReading) -> None:
    assert read_date(value, IN_2023) == reading
    assert read_date(value, NO_HINT) == reading._replace(day=None, lacks="year")


@pytest.mark.parametrize(
    ("value", "hint", "day"),
    [
        ("9月4日", YearHint(school_year=2023), date(2023, 9, 4)),
        ("8月31日", YearHint(school_year=2023), date(2023, 8, 31)),
        ("7月1日", YearHint(school_year=2023), date(2024, 7, 1)),
        ("1月3日", YearHint(period=Period(date(2023, 12, 28), date(2024, 1, 3))), date(2024, 1, 3)),
        (
            "12月29日",
            YearHint(period=Period(date(2023, 12, 28), date(2024, 1, 3))),
            date(2023, 12, 29),
        ),
        ("6月1日", YearHint(period=Period(date(2023, 12, 28), date(2024, 1, 3))), date(2023, 6, 1)),
        ("2022年9月4日", IN_2023, date(2022, 9, 4)),
        ("9月4日", YearHint(year=2023, school_year=2020), date(2023, 9, 4)),
        ("4 Sep", IN_2023, date(2023, 9, 4)),
        ("4-Sep", IN_2023, date(2023, 9, 4)),
        ("4th September", IN_2023, date(2023, 9, 4)),
        ("Sept. 4", IN_2023, date(2023, 9, 4)),
        ("September 4th, 2022", IN_2023, date(2022, 9, 4)),
        ("4 Sep 2022", IN_2023, date(2022, 9, 4)),
        (9.1, YearHint(period=Period(date(2024, 9, 2), date(2024, 9, 13))), date(2024, 9, 10)),
        (9.1, YearHint(period=Period(date(2023, 9, 1), date(2023, 9, 9))), date(2023, 9, 1)),
        ("9.1", YearHint(period=Period(date(2024, 9, 2), date(2024, 9, 13))), date(2024, 9, 10)),
        ("9.1", YearHint(period=Period(date(2023, 9, 1), date(2023, 9, 15))), date(2023, 9, 1)),
        ("9.1", YearHint(period=Period(date(2023, 9, 4), date(2023, 9, 8))), date(2023, 9, 1)),
        ("4日", YearHint(period=Period(DAY, date(2023, 9, 8))), DAY),
        ("四日", YearHint(period=Period(DAY, date(2023, 9, 8))), DAY),
        ("1号", YearHint(period=Period(date(2023, 12, 28), date(2024, 1, 3))), date(2024, 1, 1)),
        (1.1, YearHint(period=Period(date(2023, 12, 28), date(2024, 1, 9))), date(2024, 1, 1)),
        (2.3, IN_2023, date(2023, 2, 3)),
    ],
)
def test_which_year(value: str, hint: YearHint, day: date) -> None:
    assert read_date(value, hint) == DateReading(day)


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        (10.1, IN_2023),
        (9.3, NO_HINT),
        (9.1, YearHint(period=Period(date(2023, 9, 1), date(2023, 9, 15)))),
        (9.1, YearHint(period=Period(date(2023, 10, 1), date(2023, 10, 15)))),
        # A Sunday.
        (9.1, YearHint(period=Period(date(2023, 9, 4), date(2023, 9, 15)))),
        ("9.1", YearHint(period=Period(date(2023, 9, 4), date(2023, 9, 15)))),
    ],
)
def test_a_number_may_be_one_of_two_days(value: float | str, hint: YearHint) -> None:
    assert read_date(value, hint) == DateReading(None)


@pytest.mark.parametrize(
    ("value", "weekday", "covers"),
    [
        ("周一", 1, False),
        ("星期一", 1, False),
        ("周 一", 1, False),
        ("礼拜天", 7, False),
        ("周日", 7, False),
        ("Monday", 1, False),
        ("Mon", 1, False),
        ("周五/周末", 5, True),
        ("周五、周末", 5, True),
        ("周五（周末）", 5, True),
    ],
)
def test_weekdays_are_dates_in_a_known_week(value: str, weekday: int, covers: bool) -> None:  # noqa: FBT001 - a row of a table
    assert read_date(value, NO_HINT) == DateReading(None, weekday, covers, "week")
    day = DAY + timedelta(days=weekday - 1)
    assert read_date(value, WEEK) == DateReading(day, weekday, covers)


@pytest.mark.parametrize("value", ["周末", "周末作业", "双休日"])
def test_a_weekend_begins_on_the_saturday_of_its_week(value: str) -> None:
    assert read_date(value, NO_HINT) == DateReading(None, None, covers_days_off=True, lacks="week")
    saturday = DAY + timedelta(days=5)
    assert read_date(value, WEEK) == DateReading(saturday, None, covers_days_off=True)


@pytest.mark.parametrize("value", ["国庆", "假期作业"])
def test_other_days_off_alone_are_no_day(value: str) -> None:
    assert read_date(value, WEEK) == DateReading(None, None, covers_days_off=True, lacks="week")


@pytest.mark.parametrize(
    "value",
    [
        "6月31日",
        "2023-02-29",
        "2月30日",
        "13月1日",
        "0月5日",
        "9月0日",
        "0000-09-04",
        "1999-09-04",
        "2100-01-01",
        date(1900, 1, 4),
        datetime.fromisoformat("1899-12-31 00:40"),
        time(17, 30),
        timedelta(days=2),
        "17:30",
        "230904",
        230904,
        "2023-09",
        "2023年9月",
        4,
        True,
        19999,
        80001,
        45173.5e9,
        "45173 周一",
        "周一周二",
        "9月4日-9月8日",
        "9/4/2023",
        "第2周",
        "9月4日交",
        "百百月四日周一",
        "9" * 5000,
        float("nan"),
    ],
)
def test_not_understood(value: CellValue) -> None:
    assert read_date(value, IN_2023) is Outcome.UNREAD


@pytest.mark.parametrize("value", ["4日", "30日", "2023年4日"])
@pytest.mark.parametrize(
    "hint",
    [NO_HINT, IN_2023, YearHint(year=2023, period=Period(date(2023, 9, 4), date(2023, 11, 4)))],
)
def test_a_day_of_an_unknown_month(value: str, hint: YearHint) -> None:
    assert read_date(value, hint) is Outcome.UNREAD


@pytest.mark.parametrize(
    ("value", "several"),
    [
        ("9月4日-9月8日", True),
        ("9月4日—8日", True),
        ("9月4、5日", True),
        ("9.4-9.8", True),
        ("9/4～9/8", True),
        ("周一至周五", True),
        ("周一、三", True),
        ("每天", True),
        ("2023-13-40", False),
        ("9月4日交", False),
        ("第2周", False),
        (9.4, False),
    ],
)
def test_several_days(value: CellValue, several: bool) -> None:  # noqa: FBT001 - a row of a table
    assert is_several_days(value) is several


def test_none() -> None:
    assert read_date("无", NO_HINT) is Outcome.NONE
    assert read_weekday("无") is Outcome.NONE


def test_29_february_needs_a_leap_year() -> None:
    assert read_date("2月29日", NO_HINT) == DateReading(None, lacks="year")
    assert read_date("2月29日", YearHint(year=2024)) == DateReading(date(2024, 2, 29))
    assert read_date("2月29日", IN_2023) is Outcome.UNREAD


@given(st.dates(date(2005, 1, 1), date(2099, 12, 31)))
def test_both_systems_of_serials(day: date) -> None:
    serial = (day - date(1899, 12, 30)).days
    assert read_date(serial, NO_HINT) == DateReading(day)
    assert read_date(serial - 1462, YearHint(from_1904=True)) == DateReading(day)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_written_date_is_read_back(day: date) -> None:
    for text in (day.isoformat(), f"{day:%Y/%m/%d}", f"{day.year}年{day.month}月{day.day}日"):
        assert read_date(text, NO_HINT) == DateReading(day)


@pytest.mark.parametrize(
    ("value", "weekday"),
    [
        ("周一", 1),
        ("星期 二", 2),
        ("三", 3),
        (4, 4),
        ("５", 5),
        ("礼拜六", 6),
        ("星期天", 7),
        ("日", 7),
        ("Wed", 3),
        ("THURSDAY", 4),
        ("周五/周末", 5),
        ("9月5日（周二）", 2),
        (DAY, 1),
        ("周末", Outcome.UNREAD),
        ("9月5日", Outcome.UNREAD),
        (8, Outcome.UNREAD),
        (True, Outcome.UNREAD),
        ("周八", Outcome.UNREAD),
    ],
)
def test_weekday(value: CellValue, weekday: int | Outcome) -> None:
    assert read_weekday(value) == weekday
