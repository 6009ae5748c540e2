from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homework_check.model import Amount
from homework_check.normalise.values import Outcome, Unit, maybe_hours, read_minutes

if TYPE_CHECKING:
    from homework_check.workbook import CellValue


def exactly(minutes: float) -> Amount:
    return Amount(round(minutes * 10), round(minutes * 10))


@pytest.mark.parametrize(
    ("value", "minutes"),
    [
        (40, 40),
        (40.0, 40),
        ("40", 40),
        ("40.0", 40),
        ("４０", 40),
        (" 4０ ", 40),
        ("0", 0),
        (0, 0),
        (-0.0, 0),
        ("零", 0),
        (33.333333333333336, 33.3),
        (12.25, 12.3),
        ("0.05分钟", 0.1),
        ("0.04分钟", 0),
        ("40分钟", 40),
        ("40 分钟", 40),
        ("40（分钟）", 40),
        ("（40分钟）", 40),
        ("４０分", 40),
        ("40 min", 40),
        ("20 min.", 20),
        ("30MIN", 30),
        ("30 Minutes", 30),
        ("40'", 40),
        ("40′", 40),
        ("40＇", 40),
        ("约30分钟", 30),
        ("大约 30", 30),
        ("30分钟左右", 30),
        ("约30分钟左右", 30),
        ("30分钟以内", 30),
        ("不超过30分钟", 30),
        ("≤30", 30),
        ("用时：30", 30),
        ("预计用时约30分钟", 30),
        ("每天20分钟", 20),
        ("每生20分钟", 20),
        ("近30分钟", 30),
        ("不足30", 30),
        ("20分钟；", 20),
        ("20分钟，", 20),
        ("'20", 20),
        ("20（含阅读10）", 20),
        ("20分钟（其中阅读10分钟）", 20),
        ("20-30分钟", 30),
        ("20分钟－30分钟", 30),
        ("20～30", 30),
        ("20〜30", 30),
        ("20—30分", 30),
        ("20‐30", 30),
        ("20至30分钟", 30),
        ("15 to 30", 30),
        ("约20-30分钟左右", 30),
        ("45分钟-1小时15分", 75),
        ("半小时到1小时", 60),
        ("1-1.5小时", 90),
        ("20分钟×2", 40),
        ("20分钟x2", 40),
        ("20*2", 40),
        ("2×20分钟", 40),
        ("20分钟 × 2次", 40),
        ("10+15分钟", 25),
        ("10分钟＋半小时", 40),
        ("10+15=25分钟", 25),
        ("20分钟＋15分钟＝35分钟", 35),
        ("half an hour", 30),
        ("About half an hour", 30),
        ("Half hour", 30),
        ("an hour", 60),
        ("one hour", 60),
        ("an hour and a half", 90),
        ("1 hour and a half", 90),
        ("半小时", 30),
        ("半个小时", 30),
        ("半个钟头", 30),
        ("半个钟", 30),
        ("1个钟", 60),
        ("20分种", 20),
        ("人均约20分钟", 20),
        ("20分钟内完成", 20),
        ("最长20分钟", 20),
        ("一刻钟", 15),
        ("三刻钟", 45),
        ("1小时", 60),
        ("1个小时", 60),
        ("两小时", 120),
        ("1.5h", 90),
        ("1.5 H", 90),
        ("1.5小时", 90),
        ("1小时20分", 80),
        ("1200秒", 20),
        ("90秒钟", 1.5),
        ("5分30秒", 5.5),
        ("三十秒", 0.5),
        ("2刻钟", 30),
        ("1 小时 20 分钟", 80),
        ("１小时２０分", 80),
        ("1小时20", 80),
        ("1h20min", 80),
        ("1小时一刻钟", 75),
        ("一个半小时", 90),
        ("1个半小时", 90),
        ("一小时半", 90),
        ("四十分钟", 40),
        ("四十五分", 45),
        ("一百二十分钟", 120),
        ("一般50分钟", 50),
        ("平均约50分钟", 50),
        ("0:40", 40),
        ("0：40", 40),
        ("01:20:00", 80),
        ("0:40:30", 41),
        (time(0, 40), 40),
        (time(1, 20), 80),
        (time(0, 40, 30), 41),
        (timedelta(minutes=40), 40),
        (timedelta(minutes=40, seconds=29), 40),
        (datetime.fromisoformat("1899-12-30 00:40"), 40),
        (datetime.fromisoformat("1899-12-31 00:40"), 40),
        (datetime.fromisoformat("1900-01-01 01:00"), 25 * 60),
    ],
)
def test_minutes(value: CellValue, minutes: float) -> None:
    assert read_minutes(value) == exactly(minutes)


@pytest.mark.parametrize(
    ("value", "least"),
    [
        ("30分钟以上", 30),
        ("不少于30", 30),
        ("不少于 30 分钟", 30),
        ("至少半小时", 30),
        ("≥40", 40),
        ("＞40", 40),
        ("30+", 30),
        ("20-30分钟以上", 30),
    ],
)
def test_at_least_is_open(value: str, least: int) -> None:
    assert read_minutes(value) == Amount(least * 10, None)


@pytest.mark.parametrize(
    "value", ["/", "／", "—", "——", "-", "无", " 无 ", "（无）", "没有", "无作业"]
)
def test_a_statement_of_nothing(value: str) -> None:
    assert read_minutes(value) is Outcome.NONE


@pytest.mark.parametrize(
    "value",
    [
        True,
        -5,
        "-5",
        "－5分钟",
        float("nan"),
        float("inf"),
        1e300,
        pytest.param(10**5000, id="huge"),
        "9" * 5000,
        "约" * 5000,
        "20 30",
        "10+15=20",
        "=20",
        "half a page",
        "30-20",
        "10-20-30",
        "2×3×4",
        "20分钟×2天",
        "小时",
        "半天",
        "练习册20分钟",
        "40分钟，可选",
        "+",
        "×",
        "约",
        "二三分钟",
        "×2",
        timedelta(minutes=-1),
        date(2023, 9, 4),
        datetime.fromisoformat("2023-09-04 00:40"),
        datetime.fromisoformat("1900-01-30 00:00"),
        datetime.fromisoformat("1900-01-03 00:00"),
    ],
)
def test_not_understood(value: CellValue) -> None:
    assert read_minutes(value) is Outcome.UNREAD


@pytest.mark.parametrize(
    ("value", "unit", "minutes"),
    [
        (1.5, Unit.HOURS, 90),
        ("2", Unit.HOURS, 120),
        ("0.5-1", Unit.HOURS, 60),
        ("40分钟", Unit.HOURS, 40),
        ("0:40", Unit.HOURS, 40),
        (1.5, Unit.MINUTES, 1.5),
        ("1小时", Unit.MINUTES, 60),
    ],
)
def test_the_header_says_what_bare_numbers_are(
    value: CellValue, unit: Unit, minutes: float
) -> None:
    assert read_minutes(value, unit) == exactly(minutes)


@pytest.mark.parametrize("value", [1.5, "1.5", "0.5", "约1.5", "1-1.5", "１．５", "1.5×2"])
def test_hours_typed_as_minutes_are_not_understood(value: CellValue) -> None:
    assert read_minutes(value) is Outcome.UNREAD
    assert maybe_hours(value)


@pytest.mark.parametrize("value", [1, "2", 3.5, "1.5小时", "1.5分钟", "无", "半天", -0.5, 0])
def test_other_values_cannot_be_mistaken_for_hours(value: CellValue) -> None:
    assert not maybe_hours(value)


@given(st.integers(0, 10**6))
def test_tenths_are_exact(tenths: int) -> None:
    assert read_minutes(tenths / 10, Unit.MINUTES) == Amount(tenths, tenths)


@given(st.integers(0, 600), st.integers(0, 600))
def test_a_range_gives_its_upper_end(one: int, other: int) -> None:
    low, high = sorted((one, other))
    assert read_minutes(f"{low}-{high}分钟") == read_minutes(high)
