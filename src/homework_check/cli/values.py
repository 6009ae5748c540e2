"""From the words of an option to its value; every function tells what it did not understand."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from homework_check.config.assumed import assumed_value
from homework_check.config.names import field_named, system_named
from homework_check.errors import UsageError
from homework_check.messages import usage
from homework_check.messages.inert import inert
from homework_check.settings import Assumption, Period, SchoolSystem
from homework_check.text import same

if TYPE_CHECKING:
    from collections.abc import Sequence

Choice = TypeVar("Choice", bound=str)

_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?", re.ASCII)
_YEARS = range(2000, 2101)


def parse_choice(option: str, text: str, known: Sequence[Choice]) -> Choice:
    """Find the one of the `known` values that `text` is. Raises `UsageError`."""
    for choice in known:
        if choice == text:
            return choice
    raise _bad_value(option, text, known)


def parse_count(option: str, text: str) -> int:
    """Read a whole number from 0 on. Raises `UsageError`."""
    if text.isascii() and text.isdecimal():
        return int(text)
    message = usage.BAD_COUNT.format(option=option, value=inert(text))
    raise UsageError(message, usage.BAD_COUNT_HINT)


def parse_date(option: str, text: str) -> date:
    """Read a date such as 2023-09-04, 2023/9/4 or 2023年9月4日. Raises `UsageError`."""
    if match := _DATE.fullmatch(text.strip()):
        year, month, day = map(int, match.groups())
        # A mistyped year; the week of the last day of all would end after it.
        if year in _YEARS:
            with suppress(ValueError):
                return date(year, month, day)
    message = usage.BAD_DATE.format(option=option, value=inert(text))
    raise UsageError(message, usage.BAD_DATE_HINT)


def parse_period(week: str | None, first: str | None, last: str | None) -> Period | None:
    """Read the days that are due from ``--week``, or from ``--from`` and ``--to``.

    None if no option was given. Raises `UsageError` for anything but a whole period.
    """
    if week is not None and (first, last) != (None, None):
        raise UsageError(usage.PERIOD_TWICE, usage.PERIOD_TWICE_HINT)
    if week is not None:
        return Period.week_of(parse_date("--week", week))
    if first is None and last is None:
        return None
    if first is None or last is None:
        hint = usage.HALF_PERIOD_HINT.format(option="--from" if first is None else "--to")
        raise UsageError(usage.HALF_PERIOD, hint)
    period = Period(parse_date("--from", first), parse_date("--to", last))
    if period.last < period.first:
        message = usage.REVERSED.format(first=str(period.first), last=str(period.last))
        raise UsageError(message, usage.REVERSED_HINT)
    return period


def parse_school_system(option: str, text: str) -> SchoolSystem:
    """Read a school system by its id or its Chinese name. Raises `UsageError`."""
    system = system_named(text)
    if system is None:
        raise _bad_value(option, text, [str(known) for known in SchoolSystem])
    return system


def parse_assumption(option: str, text: str) -> Assumption:
    """Read ``field=value``; either may be Chinese. Raises `UsageError`."""
    name, _, value = text.replace("＝", "=").partition("=")
    field = field_named(name)
    known = assumed_value(field, value.strip())
    if known is None:
        message = usage.BAD_ASSUMPTION.format(option=option, value=inert(text))
        raise UsageError(message, usage.BAD_ASSUMPTION_HINT)
    return Assumption(field, known)


def _bad_value(option: str, text: str, known: Sequence[str]) -> UsageError:
    message = usage.BAD_VALUE.format(option=option, value=inert(text))
    return UsageError(message, usage.USE_ONE_OF.format(known=same(" ".join(known))))
