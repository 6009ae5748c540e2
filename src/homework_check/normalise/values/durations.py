"""The grammar of durations: ``约1小时20分``, ``20-30分钟``, ``20分钟×2``, ``不少于30``.

A duration is a range of sums of products of spans; a span is hours, quarters and
minutes, or a bare number. Words that mean "about" or "at least" may surround it.
"""

from __future__ import annotations

import math
import re
from enum import Enum, auto
from fractions import Fraction
from functools import lru_cache
from typing import Final

from homework_check.model import Amount
from homework_check.normalise.values.numerals import whole
from homework_check.normalise.values.words import alternatives, sections
from homework_check.patterns import late_pattern


class Unit(Enum):
    """What a bare number counts, as the header states it.

    `NEEDED`: nothing says that numbers are minutes, so that each has to state its own unit.
    """

    UNSTATED = auto()
    NEEDED = auto()
    SECONDS = auto()
    MINUTES = auto()
    QUARTERS = auto()
    HOURS = auto()


UNIT_OF: Final = {
    word: unit
    for unit, keys in (
        (Unit.HOURS, ("hours", "cell_hours")),
        (Unit.QUARTERS, ("quarters",)),
        (Unit.MINUTES, ("minutes", "cell_minutes")),
        (Unit.SECONDS, ("seconds",)),
    )
    for key in keys
    for word in sections()["minutes"][key]
}
"""The unit that each of its words names, standing alone."""

NO_TIMES: Final = frozenset(sections()["minutes"]["no_times"])
"""What numbers may count that are no time, nor can be made any: 节, 页."""

_MINUTES_IN: Final = {
    Unit.HOURS: Fraction(60),
    Unit.QUARTERS: Fraction(15),
    Unit.SECONDS: Fraction(1, 60),
}

NUMBER: Final = r"(?:[0-9]{1,9}(?:\.[0-9]{1,20})?|[零〇一二两三四五六七八九十百]{1,7})"
BETWEEN: Final = r"(?:[-~〜—–―]{1,2}|至|到|或|to)"
TIMES: Final = r"[×*x]"
LONGEST: Final = 60
"""Characters; no duration is longer, and no text may make the patterns slow."""

_HOURS: Final = alternatives("minutes", "hours", "cell_hours")
_MINUTES: Final = alternatives("minutes", "minutes", "cell_minutes")
BEFORE: Final = ("at_least_before", "at_most_before", "about_before")
AFTER: Final = ("at_least_after", "at_most_after", "about_after")
"""Keys of the words that may stand before or behind an amount."""

_BEFORE: Final = alternatives("minutes", *BEFORE, "about_alone", "total")
_AFTER: Final = alternatives("minutes", *AFTER)
_AT_LEAST: Final = late_pattern(
    f"(?:{_BEFORE}:?){{0,3}}?{alternatives('minutes', 'at_least_before')}.*"
    f"|.*{alternatives('minutes', 'at_least_after')}(?:{_AFTER}){{0,2}}"
)
_SURROUNDED: Final = late_pattern(
    f"(?P<before>(?:{_BEFORE}:?){{0,4}})(?P<core>.+?)(?P<after>{_AFTER}{{0,3}})"
)
_SPAN: Final = late_pattern(
    rf"(?:(?:(?P<hours>{NUMBER})个?(?P<half>半)?|(?P<only_half>半)个?){_HOURS}(?P<late_half>半)?)?"
    rf"(?:(?P<quarters>[一二两三1-3])刻钟?)?"
    rf"(?:零?(?P<minutes>{NUMBER})(?:{_MINUTES}|$))?"
    rf"(?:零?(?P<seconds>{NUMBER})秒钟?)?"
)
_UNIT_IN_BRACKETS: Final = late_pattern(rf"\(({_HOURS}|{_MINUTES})\)")
PART: Final = r"\((?:其中|含|包括|包含|内含)[^()]*\)"
"""What is part of the amount before it: 20（含阅读10）."""

_PART_AT_THE_END: Final = late_pattern(f"(?<=.){PART}$")

_ENDS_IN_HOURS: Final = late_pattern(rf".*{_HOURS}半?")
_ENDS_IN_MINUTES: Final = late_pattern(rf".*(?:{_MINUTES}|刻钟?)")
_PLAIN: Final = late_pattern(NUMBER)
_IN_WORDS: Final = (
    ("halfanhour", "半小时"), ("halfhour", "半小时"), ("anhour", "1小时"), ("onehour", "1小时"),
    ("andahalf", "半"),
)  # fmt: skip
"""English numerals of hours, and what says the same in figures."""


def read_duration(text: str, unit: Unit) -> Amount | None:
    """Read a squeezed text; None if not all of it is understood.

    A range gives its upper end, "at least" an open amount. `unit` is for bare numbers. What
    stands behind ``=`` has to be the sum of what stands before it.
    """
    return _read(text, unit) if len(text) <= LONGEST else None


def round_half_up(number: Fraction) -> int:
    """Round to a whole number; not `round`, which goes to the even one."""
    return math.floor(number + Fraction(1, 2))


@lru_cache(maxsize=4096)
def _read(text: str, unit: Unit) -> Amount | None:
    text = _UNIT_IN_BRACKETS.sub(r"\1", text).rstrip(".。,;、")
    text = _PART_AT_THE_END.sub("", text).removeprefix("'")
    for words, figures in _IN_WORDS:
        text = text.replace(words, figures)
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1]
    surrounded = _SURROUNDED.fullmatch(text)
    if surrounded is None:
        return None
    core = surrounded["core"]
    ends = [_sum(end, _last_unit(core, unit)) for end in re.split(BETWEEN, core)]
    known = [end for end in ends if end is not None]
    if len(known) < len(ends) or len(ends) > 2 or known[0] > known[-1]:
        return None
    tenths = round_half_up(known[-1] * 10)
    return Amount(tenths, None if _AT_LEAST.fullmatch(text) else tenths)


def _last_unit(core: str, unit: Unit) -> Unit:
    """In ``1-1.5小时`` and ``10+15分钟`` the unit at the end is everybody's."""
    if _ENDS_IN_MINUTES.fullmatch(core):
        return Unit.MINUTES
    return Unit.HOURS if _ENDS_IN_HOURS.fullmatch(core) else unit


def _sum(text: str, unit: Unit) -> Fraction | None:
    text, *totals = text.split("=")
    terms = [_product(term, unit) for term in text.split("+")]
    known = [term for term in terms if term is not None]
    total = sum(known, Fraction(0)) if len(known) == len(terms) else None
    return total if all(_product(stated, unit) == total for stated in totals) else None


def _product(text: str, unit: Unit) -> Fraction | None:
    """Read ``20分钟×2``, ``2×20分钟`` or, without ×, one span."""
    first, *others = re.split(TIMES, text)
    if not others:
        return _span(first, unit)
    if len(others) > 1:
        return None
    span, count = (others[0], first) if _PLAIN.fullmatch(first) else (first, others[0])
    if _PLAIN.fullmatch(span):
        span, count = first, others[0]
    minutes, times = _span(span, unit), _number(count.removesuffix("次"))
    return None if minutes is None or times is None else minutes * times


def _span(text: str, unit: Unit) -> Fraction | None:
    """Give minutes; None if `text` is no span, or a bare number that may as well be hours."""
    match = _SPAN.fullmatch(text)
    if not text or match is None:
        return None
    if _PLAIN.fullmatch(text):
        return _bare(text, unit)
    hours = _number(match["hours"] or "0")
    minutes, seconds = (_number(match[name] or "0") for name in ("minutes", "seconds"))
    if hours is None or minutes is None or seconds is None:
        return None
    halves = sum(match[name] is not None for name in ("half", "only_half", "late_half"))
    quarters = whole(match["quarters"] or "0") or 0
    return 60 * hours + 30 * halves + 15 * quarters + minutes + seconds / 60


def _bare(text: str, unit: Unit) -> Fraction | None:
    number = _number(text)
    if number is None:
        return None
    if unit is Unit.UNSTATED and number < 3 and number.denominator > 1:
        return None
    return number * _MINUTES_IN.get(unit, Fraction(1))


def _number(text: str) -> Fraction | None:
    if _PLAIN.fullmatch(text) is None:
        return None
    if text[0] in "0123456789":
        return Fraction(text)
    number = whole(text)
    return None if number is None else Fraction(number)
