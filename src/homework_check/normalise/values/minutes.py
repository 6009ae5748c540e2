"""The minutes of one cell."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from homework_check.model import Amount
from homework_check.normalise.values.cleaning import squeeze
from homework_check.normalise.values.durations import Unit, read_duration, round_half_up
from homework_check.normalise.values.labels import is_none
from homework_check.normalise.values.outcome import Outcome
from homework_check.normalise.values.words import sections
from homework_check.patterns import late_pattern

if TYPE_CHECKING:
    from homework_check.workbook import CellValue

CLOCK: Final = late_pattern(r"([0-9]{1,3}):([0-5][0-9])(?::([0-5][0-9])(?:\.0*)?)?")
DAY_ZERO: Final = date(1899, 12, 31)
CLOCK_DAYS: Final = (date(1899, 12, 30), date(1899, 12, 31))
"""The days that readers put before a time without a date."""
LAST_DURATION_DAY: Final = date(1900, 1, 9)
LONGEST_TASK: Final = 240 * 10
"""Tenths of minutes; one task of more than four hours is a slip of the pen, or a time of day."""


def read_minutes(value: CellValue, unit: Unit = Unit.UNSTATED) -> Amount | Outcome:
    """Read a cell of minutes. `unit` is what the header says that bare numbers are.

    A range gives its upper end, "at least" an amount without `high`. `Outcome.NONE`
    stands for 无, ``/`` or ``—``; a written 0 is an amount. Rounded half up to tenths,
    Excel times to whole minutes.
    """
    match value:
        case bool():
            return Outcome.UNREAD
        case datetime():
            return _of_moment(value)
        case date():
            return Outcome.UNREAD
        case time():
            return _of_time(timedelta(hours=value.hour, minutes=value.minute, seconds=value.second))
        case timedelta():
            return _of_time(value)
        case _:
            return _of_text(squeeze(value), unit)


def maybe_hours(value: CellValue) -> bool:
    """Whether `value` is not understood only because its bare number may be hours (1.5)."""
    return read_minutes(value) is Outcome.UNREAD and isinstance(
        read_minutes(value, Unit.MINUTES), Amount
    )


def _of_text(text: str, unit: Unit) -> Amount | Outcome:
    if is_none(text) or text in sections()["minutes"]["none"]:
        return Outcome.NONE
    if clock := CLOCK.fullmatch(text):
        hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        return _of_time(timedelta(hours=hours, minutes=minutes, seconds=seconds))
    return read_duration(text, unit) or Outcome.UNREAD


def _of_time(duration: timedelta) -> Amount | Outcome:
    if duration < timedelta(0):
        return Outcome.UNREAD
    tenths = 10 * round_half_up(Fraction(duration // timedelta(microseconds=1), 60_000_000))
    return Amount(tenths, tenths)


def _of_moment(moment: datetime) -> Amount | Outcome:
    """Read what a reader made of a time: a moment of Excel's first days.

    Without a clock time it is a number in a cell formatted as a date.
    """
    day, clock = moment.date(), timedelta(hours=moment.hour, minutes=moment.minute)
    clock += timedelta(seconds=moment.second)
    if day in CLOCK_DAYS:
        return _of_time(clock)
    if clock and DAY_ZERO < day <= LAST_DURATION_DAY:
        return _of_time(clock + (day - DAY_ZERO))
    return Outcome.UNREAD
