"""Statements around a table that exclude each other."""

from __future__ import annotations

import operator
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, Final, TypeVar

from homework_check.model import Location, Remark
from homework_check.normalise.around.naming import classes_agree, schools_agree
from homework_check.settings import Period

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

    from homework_check.normalise.around.context import Statement
    from homework_check.normalise.parts import TableLog

T = TypeVar("T")

TO = " - "
"""Between the days of a period that a table inherits."""

_LONGEST: Final = 20  # characters of a quote


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
            ("date", other["date"], lambda s: s.period, _periods_agree),
        )
        if (remark := _mismatch(stated, field, case, get, agree, at))
    ]


def find_unit_mismatch(stated: Sequence[Statement], at: Location) -> list[Remark]:
    """Statements of two units above and below the table `at`, of which nobody knows which holds."""
    found = _mismatch(stated, "minutes", "unit", lambda s: s.unit, operator.eq, at)
    return [found] if found else []


def with_other_days(log: TableLog) -> TableLog:
    """Tell of days stated around a table if not one date in it is among them.

    A title may be of last week; a single day may be the one on which the table was made.
    """
    table = log.entries.table
    stated = next((i for i in table.inherited if i.field == "date" and TO in i.value), None)
    if stated is None:
        return log
    period = Period(*map(date.fromisoformat, stated.value.split(TO)))
    days = {day for one in log.entries.classes for day in one.days or ()}
    if not days or any(day in period for day in days):
        return log
    told = (
        ("where1", stated.where), ("from1", period.first.isoformat()),
        ("to1", period.last.isoformat()), ("from2", min(days).isoformat()),
        ("to2", max(days).isoformat()),
    )  # fmt: skip
    at = Location(table.source, table.sheet, cell_of(stated.where))
    remark = Remark("context-mismatch", "days", told, (at,), "date", stated.text)
    return log._replace(remarks=(*log.remarks, remark))


def cell_of(where: str) -> str | None:
    """The cell of a statement in a title or note; None: it is a name."""
    kind, _, cell = where.partition(" ")
    return cell if kind in {"title", "note"} else None


def _periods_agree(near: Period, far: Period) -> bool:
    """Whether two statements of days can both be true.

    A single day after a week may be the one on which the file was sent: 9月18日补报.
    """
    is_sent_later = near.first < near.last < far.first == far.last
    return is_sent_later or near.overlaps(far)


def _shown(text: str, value: object) -> str:
    """What a statement says; of a long one the name or the days: its quote may end before them."""
    if len(text) <= _LONGEST or not isinstance(value, (str, Period)):
        return text
    if isinstance(value, str):
        return value
    first, last = (f"{day.year}.{day.month}.{day.day}" for day in value)
    same_year = value.first.year == value.last.year
    return first if first == last else f"{first}-{last[5:] if same_year else last}"


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
                ("where1", near.where), ("value1", _shown(near.text, nearest)),
                ("where2", far.where), ("value2", _shown(far.text, value)),
            )  # fmt: skip
            where = (at._replace(cell=cell_of(near.where)),)
            return Remark("context-mismatch", case, told, where, field=field)
    return None
