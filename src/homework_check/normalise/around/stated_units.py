"""Which unit a line states for all numbers that have none: 单位：小时, 时长均以分钟计.

And whether texts speak of minutes at all, as scores and grades do not.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from homework_check.model import Amount
from homework_check.normalise.values import LONGEST_TASK, UNIT_OF, Unit, read_minutes
from homework_check.normalise.values.words import alternatives
from homework_check.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

    from homework_check.workbook import CellValue

_WORD: Final = rf"{alternatives('minutes', 'hours', 'minutes')}(?![a-z])"
_UNIT: Final = rf"({_WORD}|分(?!\w)|{alternatives('minutes', 'quarters', 'seconds')})"
_STATED: Final = late_pattern(
    rf"单位(?:统一|一律|均|都|皆|[是为:(\s])*{_UNIT}"
    rf"|[以按]{_UNIT}(?:为单位|计|填[写报])"
    rf"|(?:时间|时长|用时|数[字值])(?:统一|一律|均|都|皆)?[是为]{_UNIT}"
    rf"|\(\s*{_UNIT}\s*\)"
    rf"|\bunits?\b[\s:=(]*{_UNIT}"
    rf"|\b(?:times?|durations?|numbers|figures)\b[\w\s]{{0,20}}\bin {_UNIT}",
    re.IGNORECASE,
)
_OF_NO_TIME: Final = late_pattern(rf"单位[是为:(\s]*{alternatives('minutes', 'no_times')}(?!\w)")
_NEAR: Final = 120  # characters of a clause on either side that tell what it is about
_STOP: Final = late_pattern("[,。;\\n]")
_OTHER: Final = late_pattern(rf"\s*(?:[、,/或和与]|\bor\b|\band\b)\s*{_UNIT}", re.IGNORECASE)

_MINUTES: Final = late_pattern(r"时长|用时|分钟|(?:作业|完成)时间|\bminutes?\b", re.IGNORECASE)
_UNITS: Final = late_pattern(rf"秒|分|半时|刻钟|['′’]|(?<![a-z]){_WORD}", re.IGNORECASE)


def says_minutes(texts: Iterable[str]) -> bool:
    """Whether titles or heads speak of minutes: a 作业时间检查表 holds them all the same."""
    return any(map(_MINUTES.search, texts))


def has_unit(value: CellValue) -> bool:
    """Whether a cell says how long something takes."""
    return isinstance(value, str) and _UNITS.search(value) is not None


def stated_unit(text: str) -> Unit | None:
    """Give the unit of 单位：小时; None: no unit is stated.

    Where two are, as in 单位：小时、分钟, each number needs its own.
    """
    text = unicodedata.normalize("NFKC", text)
    if re.search(alternatives("unit_line", "aside"), text):
        return None
    found = [match for match in _STATED.finditer(text) if _is_of_work(_clause_of(match))]
    units = {_meant(match) for match in found}
    others = (_OTHER.match(text, match.end()) for match in found)
    units |= {_meant(match) for match in others if match}
    if len(units) > 1 or (not units and _OF_NO_TIME.search(text)):
        return Unit.NEEDED
    return units.pop() if units else None


def believed_unit(unit: Unit, values: Iterable[CellValue]) -> Unit:
    """The unit that a note states, if it may be that of `values`: 45 is no number of hours."""
    if unit is not Unit.HOURS:
        return unit
    amounts = (read_minutes(value, unit) for value in values if value != "")
    longest = max((amount.low for amount in amounts if isinstance(amount, Amount)), default=0)
    return Unit.NEEDED if longest > LONGEST_TASK else unit


def _clause_of(match: re.Match[str]) -> str:
    """What stands around a statement, as far as the next comma or stop on either side."""
    near = match.string[max(0, match.start() - _NEAR) : match.start()]
    behind = match.string[match.end() : match.end() + _NEAR]
    return _STOP.split(near)[-1] + match[0] + _STOP.split(behind)[0]


def _is_of_work(clause: str) -> bool:
    about, other = (alternatives("unit_line", key) for key in ("about", "other"))
    return bool(re.search(about, clause, re.IGNORECASE)) and not re.search(other, clause)


def _meant(match: re.Match[str]) -> Unit:
    return UNIT_OF[match[match.lastindex or 0].lower()]
