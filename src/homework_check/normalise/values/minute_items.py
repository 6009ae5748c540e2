"""Minutes of several tasks in one cell: ``口算5分钟，练习15分钟``, ``书面20 口头10``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from homework_check.normalise.values.cleaning import fold
from homework_check.normalise.values.content import ContentReading, read_content
from homework_check.normalise.values.content_items import all_known
from homework_check.normalise.values.content_minutes import STATED
from homework_check.normalise.values.durations import Unit
from homework_check.normalise.values.row_labels import is_mean, is_no_subject, is_total
from homework_check.normalise.values.words import alternatives

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST: Final = 120
"""Characters of a cell; a longer one is a text."""

_LABEL: Final = r"(?P<label>[^\W\d_]{1,10}?)"
_END: Final = r"(?:[ 、,;/+。\n]+|$|(?<=\)))"
_WITH_UNIT: Final = re.compile(
    rf"{_LABEL}??[ :]{{0,2}}\(?{STATED.pattern}\)?(?P<remark>\([^()0-9]{{1,10}}\))?{_END}"
)
_BARE: Final = re.compile(rf"{_LABEL}[ :]{{0,2}}(?P<amount>[3-9]|[1-9][0-9]{{1,2}}){_END}")
_NO_TASK: Final = re.compile(alternatives("minutes", "no_task"))


def read_minute_items(text: str, unit: Unit = Unit.UNSTATED) -> ContentReading | None:
    """Read a cell of minutes that names what they are for; None unless it holds nothing else.

    It states what a content of these words would: minutes, and maybe form, place or layer.
    Numbers have their unit, or none has: then they are minutes, unless `unit` says otherwise.
    """
    folded = fold(text)
    if len(folded) > _LONGEST:
        return None
    items = _cut(folded, _WITH_UNIT)
    if items is None and unit in {Unit.UNSTATED, Unit.MINUTES}:
        items = _cut(folded, _BARE)
    named = [name for item in items or () for name in _names(item)]
    if not items or any(map(_is_no_task, named)):
        return None
    # One task of an unknown form among others leaves the form of all open.
    states = all(item["label"] and all_known(item["label"]) for item in items)
    reading = read_content("\n".join(_as_content(item, ":" * states) for item in items))
    return reading if reading.minutes else None


def _cut(text: str, pattern: re.Pattern[str]) -> list[re.Match[str]] | None:
    """Give the items of a text in order; None if anything is left over."""
    items: list[re.Match[str]] = []
    position = 0
    while position < len(text):
        item = pattern.match(text, position)
        if item is None:
            return None
        items.append(item)
        position = item.end()
    return items


def _names(item: re.Match[str]) -> Iterator[str]:
    """What stands before the minutes and behind them, if anything does."""
    parts = item.groupdict()
    return filter(None, (parts["label"], parts.get("remark")))


def _is_no_task(label: str) -> bool:
    return bool(_NO_TASK.search(label)) or is_no_subject(label) or is_total(label) or is_mean(label)


def _as_content(item: re.Match[str], colon: str) -> str:
    """The item as a teacher would write it among contents; behind a colon a label states."""
    label = item["label"] or ""
    if item.re is _BARE:
        return f"{label}{colon}{item['amount']}分钟"
    return f"{label}{colon}{item[0][len(label) :].lstrip(' :')}"
