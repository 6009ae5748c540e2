from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homework_check.cli import values
from homework_check.errors import UsageError
from homework_check.settings import Assumption, Period, SchoolSystem


@pytest.mark.parametrize(
    "text", ["2023-09-04", "2023/9/4", "2023.9.4", "2023年9月4日", " 2023-9-04 "]
)
def test_dates(text: str) -> None:
    assert values.parse_date("--week", text) == date(2023, 9, 4)


@pytest.mark.parametrize(
    "text", ["9月4号", "2023-02-30", "20230904", "", "2023-09-04x", "٢٠٢٣-٠٩-٠٤"]
)
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        values.parse_date("--week", text)
    assert caught.value.message.zh == f"--week的“{text}”不是日期。"
    assert caught.value.hint.zh == "请写成2023-09-04"


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_every_date_is_read_as_it_is_written(day: date) -> None:
    assert values.parse_date("--from", day.isoformat()) == day


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_a_week_goes_from_monday_to_sunday_around_its_day(day: date) -> None:
    period = values.parse_period(day.isoformat(), None, None)
    assert period is not None
    assert day in period
    assert period.first.isoweekday() == 1
    assert period.last - period.first == timedelta(days=6)


@pytest.mark.parametrize(
    ("week", "first", "last", "expected"),
    [
        (None, None, None, None),
        ("2023-09-06", None, None, Period(date(2023, 9, 4), date(2023, 9, 10))),
        (None, "2023-09-04", "2023-09-04", Period(date(2023, 9, 4), date(2023, 9, 4))),
    ],
)
def test_periods(
    week: str | None, first: str | None, last: str | None, expected: Period | None
) -> None:
    assert values.parse_period(week, first, last) == expected


@pytest.mark.parametrize(
    ("week", "first", "last", "message"),
    [
        ("2023-09-04", "2023-09-04", None, "--week不能与--from、--to同用。"),
        (None, "2023-09-04", None, "--from和--to要一起写。"),
        (None, None, "2023-09-04", "--from和--to要一起写。"),
        (None, "2023-09-08", "2023-09-04", "--from（2023-09-08）在--to（2023-09-04）之后。"),
    ],
)
def test_what_is_no_period(
    week: str | None, first: str | None, last: str | None, message: str
) -> None:
    with pytest.raises(UsageError) as caught:
        values.parse_period(week, first, last)
    assert caught.value.message.zh == message


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("form=written", "form", "written"),
        ("形式=书面", "form", "written"),
        ("作业形式＝口头", "form", "other"),
        ("form=oral", "form", "other"),
        ("place=home", "place", "home"),
        ("地点=校内", "place", "school"),
        ("完成地点=课堂", "place", "lesson"),
        ("year=2023", "year", "2023"),
        ("年份=2023年", "year", "2023"),
        ("grade=3", "grade", "3"),
        ("年级=三年级", "grade", "3"),
        ("年级=12", "grade", "12"),
        ("年级=高二", "grade", "11"),
        ("班级=2班", "class", "2"),
        ("class=火箭班", "class", "火箭班"),
        ("学校=第一小学", "school", "第一小学"),
        ("school=a=b", "school", "a=b"),
        ("县区=港北区", "county", "港北区"),
    ],
)
def test_assumptions(text: str, field: str, value: str) -> None:
    assert values.parse_assumption("--assume", text) == Assumption(field, value)


@pytest.mark.parametrize(
    "text",
    [
        "形式=全部", "form", "form=", "=written", "minutes=30", "place=月球", "year=23",
        "grade=13", "grade=0", "年级=十年级", "school=", "",
    ],
)  # fmt: skip
def test_what_cannot_be_assumed(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        values.parse_assumption("--assume", text)
    assert caught.value.message.en == f'--assume does not know "{text}".'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6-3", SchoolSystem.SIX_THREE),
        ("六三", SchoolSystem.SIX_THREE),
        ("五四学制", SchoolSystem.FIVE_FOUR),
        ("5-4", SchoolSystem.FIVE_FOUR),
        ("五四（预备）", SchoolSystem.FIVE_FOUR_PREPARATORY),
        ("5-4-preparatory", SchoolSystem.FIVE_FOUR_PREPARATORY),
    ],
)
def test_school_systems(text: str, expected: SchoolSystem) -> None:
    assert values.parse_school_system("--school-system", text) is expected


def test_an_unknown_value_is_answered_with_the_known_ones() -> None:
    with pytest.raises(UsageError) as caught:
        values.parse_school_system("--school-system", "7-2")
    assert caught.value.message.en == '--school-system does not know "7-2".'
    assert caught.value.hint.en == "Use 6-3 5-4 5-4-preparatory"


@given(st.integers(0, 10**9))
def test_counts(number: int) -> None:
    assert values.parse_count("--max-findings", str(number)) == number


@pytest.mark.parametrize("text", ["", "-1", "x", "1.5", "五十"])
def test_what_is_no_count(text: str) -> None:
    with pytest.raises(UsageError, match="is no number"):
        values.parse_count("--max-findings", text)
