"""Columns of classes in which grade and class stand as two numbers: 3-1, 3.2, 3/4."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from homework_check.normalise.values import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from homework_check.normalise.body import Body
    from homework_check.normalise.columns import Columns
    from homework_check.workbook import CellValue

_Pair: TypeAlias = tuple[int, str, int]
"""Grade, the sign between them, and class."""

_PAIR = re.compile(r"(?P<grade>[1-9])(?P<sign>[-—–./])(?P<number>[1-9][0-9]?)班?")


def with_grades(body: Body, columns: Columns) -> Body:
    """The body with such classes in words, where the column tells that they are no ranges.

    1-3 may be three classes, but beside a 3-1 it is none of them. Of 3.10 a workbook keeps 3.1,
    so that neither is taken for a class where there is a 3.9.
    """
    index = columns.at.get("class")
    if index is None or "grade" in columns.at:
        return body
    values = body.distinct[index].intersection(body.columns[index])
    within = {value: pair for value in values if (pair := _pair(value))}
    if not any(map(_is_no_range, within.values())) or _lost_zero(within.values()):
        return body
    words = {value: f"{grade}年级{number}班" for value, (grade, _, number) in within.items()}
    cells, distinct = list(body.columns), list(body.distinct)
    cells[index] = tuple(words.get(value, value) for value in cells[index])
    distinct[index] = frozenset(cells[index])
    return body._replace(columns=tuple(cells), distinct=tuple(distinct))


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
