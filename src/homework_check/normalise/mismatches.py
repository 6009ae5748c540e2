"""Statements around a table that exclude each other."""

from __future__ import annotations

import operator
from itertools import combinations
from typing import TYPE_CHECKING, TypeVar

from homework_check.model import Remark
from homework_check.normalise.naming import classes_agree, schools_agree
from homework_check.settings import Period

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

    from homework_check.model import Location
    from homework_check.normalise.context import Statement

T = TypeVar("T")


def find_mismatches(
    stated: Sequence[Statement], at: Location, in_rows: Container[str]
) -> list[Remark]:
    """Statements around the table `at` that exclude each other; those of grade and class block.

    Of the fields `in_rows` what each row says counts.
    """
    other = {field: "rows" if field in in_rows else "other" for field in ("school", "date")}
    return [
        remark
        for field, case, get, agree in (
            ("school", other["school"], lambda s: s.school, schools_agree),
            ("class", "class", lambda s: s.class_, classes_agree),
            ("date", other["date"], lambda s: s.period, Period.overlaps),
        )
        if (remark := _mismatch(stated, field, case, get, agree, at))
    ]


def find_unit_mismatch(stated: Sequence[Statement], at: Location) -> list[Remark]:
    """Statements of two units above and below the table `at`, of which nobody knows which holds."""
    found = _mismatch(stated, "minutes", "unit", lambda s: s.unit, operator.eq, at)
    return [found] if found else []


def _mismatch(  # noqa: PLR0913  one field and how to compare it
    stated: Sequence[Statement],
    field: str,
    case: str,
    get: Callable[[Statement], T | None],
    agree: Callable[[T, T], bool],
    at: Location,
) -> Remark | None:
    values = [(s, value) for s in stated if (value := get(s)) is not None]
    for (near, nearest), (far, value) in combinations(values, 2):
        if not agree(nearest, value):
            told = (
                ("where1", near.where), ("value1", near.text),
                ("where2", far.where), ("value2", far.text),
            )  # fmt: skip
            kind, _, cell = near.where.partition(" ")
            where = at._replace(cell=cell if kind in {"title", "note"} else None)
            return Remark("context-mismatch", case, told, (where,), field=field)
    return None
