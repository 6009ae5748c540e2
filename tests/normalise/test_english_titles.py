"""What English titles state: school, class, days and form."""

from __future__ import annotations

from datetime import date

import pytest

from homework_check.model import Form
from homework_check.normalise.around.context import NO_HINT, read_statement
from homework_check.normalise.values import ClassReading, YearHint
from homework_check.settings import Period, Settings


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Week of September 11 - September 15 2023", 11, 15),
        ("September 11-15, 2023", 11, 15),
        ("11-15 September 2023", 11, 15),
        ("11 Sep to 15 Sep 2023", 11, 15),
        ("Sept. 11th 2023", 11, 11),
    ],
)
def test_days(text: str, first: int, last: int) -> None:
    period = Period(date(2023, 9, first), date(2023, 9, last))
    assert read_statement(text, "title A1", Settings()).period == period


def test_a_year_comes_from_elsewhere_or_not_at_all() -> None:
    text = "Week of September 11 - 15"
    assert read_statement(text, "title A1", Settings(), NO_HINT).period is None
    hint = YearHint(school_year=2023)
    found = read_statement(text, "title A1", Settings(), hint).period
    assert found == Period(date(2023, 9, 11), date(2023, 9, 15))


@pytest.mark.parametrize(
    ("text", "school", "grade", "classes"),
    [
        ("Maple School Grade 4 Class 1", "Maple School", 4, ("1",)),
        ("School: Maple Primary School  Class: 4(1)", "Maple Primary School", 4, ("1",)),
        ("St. Mary's Primary School, Grade 4, Class 12", "St. Mary's Primary School", 4, ("12",)),
        ("学校：St Mary School 年级：三年级", "St Mary School", 3, ()),
        ("Class 4(1) Homework", None, 4, ("1",)),
        ("Homework Log - Grade 4 Class B - Week 2", None, 4, ("B",)),
        ("Class 4A Homework", None, 4, ("A",)),
        ("Year 4B homework", None, 4, ("B",)),
        ("Homework Year 5", None, 5, ()),
        ("School year 2023", None, None, None),
        ("三年级A班作业", None, 3, ("A班",)),
        ("三（A）班作业", None, 3, ("A班",)),
        ("Homework for Grade 3", None, 3, ()),
        ("After School Homework, Primary School", None, None, None),
        ("Grades 3-6", None, None, None),
    ],
)
def test_school_and_class(
    text: str, school: str | None, grade: int | None, classes: tuple[str, ...] | None
) -> None:
    found = read_statement(text, "title A1", Settings())
    assert found.school == school
    assert found.class_ == (None if classes is None else ClassReading(grade, classes))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Week 2 - written homework", Form.WRITTEN),
        ("Oral homework", Form.OTHER),
        ("Homework minutes (written), Week 2", Form.WRITTEN),
        ("Homework (written and oral)", None),
        ("Homework", None),
    ],
)
def test_form(text: str, form: Form | None) -> None:
    assert read_statement(text, "title A1", Settings()).form is form
