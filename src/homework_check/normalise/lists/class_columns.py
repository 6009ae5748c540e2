"""Columns of classes that name the grade by a number or a year: 3-1, 3.2, 3/4, 2021级4班."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from homework_check.normalise.around.intakes import (
    Stages,
    hinted_school_year,
    in_grades,
    school_year_of,
)
from homework_check.normalise.values import DateReading, clean, read_date
from homework_check.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from homework_check.normalise.around.surroundings import Surroundings
    from homework_check.normalise.body import Body
    from homework_check.normalise.headers.columns import Columns
    from homework_check.settings import Settings
    from homework_check.workbook import CellValue

_Pair: TypeAlias = tuple[int, str, int]
"""Grade, the sign between them, and class."""

_PAIR = late_pattern(r"(?P<grade>[1-9])(?P<sign>[-—–./])(?P<number>[1-9][0-9]?)班?")


def with_grades(body: Body, columns: Columns, around: Surroundings, settings: Settings) -> Body:
    """The body with the grade of such classes in words."""
    index = columns.at.get("class")
    if index is None or "grade" in columns.at:
        return body
    values = body.distinct[index].intersection(body.columns[index])
    words = _numbered(values) | _entered(values, body, columns, around, settings)
    if not words:
        return body
    return body.with_columns({index: [words.get(v, v) for v in body.columns[index]]})


def _entered(
    values: AbstractSet[CellValue],
    body: Body,
    columns: Columns,
    around: Surroundings,
    settings: Settings,
) -> dict[CellValue, str]:
    """The classes named by the year they entered, with their grades in the year of the days."""
    named = [value for value in values if isinstance(value, str) and "级" in value]
    if all("年级" in value for value in named):
        return {}
    year = hinted_school_year(around.hint)
    if year is None and "date" in columns.at:
        read = [read_date(value, around.hint) for value in body.distinct[columns.at["date"]] - {""}]
        days = [one.day for one in read if isinstance(one, DateReading) and one.day]
        years = set(map(school_year_of, days))
        year = years.pop() if len(years) == 1 else None
    stages = Stages(around.school, settings.system_of(around.school, around.county))
    words = {value: in_grades(value, year, stages) for value in named}
    return {value: word for value, word in words.items() if word != value}


def _numbered(values: AbstractSet[CellValue]) -> dict[CellValue, str]:
    """The classes of two numbers, where the others tell that they are no ranges.

    1-3 may be three classes, but beside a 3-1 it is none of them. Of 3.10 a workbook keeps 3.1,
    so that neither is taken for a class where there is a 3.9.
    """
    within = {value: pair for value in values if (pair := _pair(value))}
    if not any(map(_is_no_range, within.values())) or _lost_zero(within.values()):
        return {}
    return {value: f"{grade}年级{number}班" for value, (grade, _, number) in within.items()}


def _pair(value: CellValue) -> _Pair | None:
    """The two numbers of a cell; Excel makes a day of 3-1."""
    if isinstance(value, date):
        return value.month, "-", value.day
    pair = _PAIR.fullmatch(clean(value).replace(" ", ""))
    return (int(pair["grade"]), pair["sign"], int(pair["number"])) if pair else None


def _is_no_range(pair: _Pair) -> bool:
    grade, sign, number = pair
    return sign == "." or number <= grade


def _lost_zero(pairs: Iterable[_Pair]) -> bool:
    """Whether the first class of a grade may be its tenth."""
    named = {(grade, number) for grade, sign, number in pairs if sign == "."}
    return any({(grade, 1), (grade, 9)} <= named and (grade, 10) not in named for grade, _ in named)
