"""What the values of a column are: the same words head durations, dates and times of day."""

from __future__ import annotations

from collections import Counter
from datetime import date, time
from typing import TYPE_CHECKING

from homework_check.memo import LastingMemo
from homework_check.model import Amount
from homework_check.normalise.values import (
    LONGEST_TASK,
    DateReading,
    Outcome,
    YearHint,
    clean,
    is_day_of_month,
    is_total,
    read_choice,
    read_date,
    read_form,
    read_layer,
    read_minute_items,
    read_minutes,
    read_packed,
    read_place,
)
from homework_check.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

    from homework_check.workbook import CellValue

_FIRST_SERIAL = 20_000  # Excel's numbers of days; nobody works for so many minutes
_MOST_WORDS = 8  # distinct, of a column that says a part of the work of each row
_ENOUGH = 200  # distinct values that show what a column holds
_IN_SECONDS = late_pattern("[0-9]+ ?秒")
"""How long somebody took to fill in a form; no homework is timed so."""


def kind_of(distinct: AbstractSet[CellValue]) -> str:
    """``durations``, ``dates``, ``clock`` or ``nothing``: what most values are."""
    kinds = Counter(_KINDS[value] for value in sorted(distinct - {""}, key=str)[:_ENOUGH])
    kinds.pop("nothing", None)
    return kinds.most_common(1)[0][0] if kinds else "nothing"


def _kind_of(value: CellValue) -> str:
    if isinstance(value, date):
        return "dates"
    if _IN_SECONDS.fullmatch(clean(value)):
        return "nothing"
    amount = read_minutes(value)
    if isinstance(amount, Amount):
        if isinstance(value, time) or ":" in clean(value):
            return "clock" if amount.low > LONGEST_TASK else "durations"
        if amount.low < _FIRST_SERIAL * 10:
            return "durations"
    if isinstance(value, str) and (read_packed(value) or read_minute_items(value)):
        return "durations"
    try:
        # NOTE: 1.5 is a number of hours before it is the fifth of January.
        return "durations" if float(clean(value)) < _FIRST_SERIAL else "dates"
    except ValueError:
        day = read_date(value, YearHint(year=2000))
    return "nothing" if isinstance(day, Outcome) else "dates"


_KINDS = LastingMemo(_kind_of)


def part_of(distinct: AbstractSet[CellValue]) -> str:
    """``form``, or what else all values of a column are that a head of forms heads as often.

    ``choice``, ``place`` or ``layer``: 类型 has 书面 and 口头 below it, or 必做 and 选做.
    """
    filled = distinct - {""}
    if not 0 < len(filled) <= _MOST_WORDS:
        return "form"
    for name, read in _PARTS.items():
        if not any(read(value) in {None, *Outcome} for value in filled):
            return name
    return "form"


_PARTS: dict[str, Callable[[CellValue], object]] = {
    "form": read_form,
    "choice": read_choice,
    "place": read_place,
    "layer": read_layer,
}


def is_day(value: CellValue) -> bool:
    """Whether a head names a day or a weekday."""
    return _DAYS[value]


def _is_day(value: CellValue) -> bool:
    if value == "" or (isinstance(value, str) and is_total(value)):
        return False
    if is_day_of_month(value):
        return True
    reading = read_date(value, YearHint())
    return isinstance(reading, DateReading) and (
        reading.lacks != "week" or reading.weekday is not None
    )


_DAYS = LastingMemo(_is_day)
