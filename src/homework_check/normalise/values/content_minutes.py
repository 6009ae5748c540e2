"""The minutes that stand in a content, always with their unit: 100分 may be a score."""

from __future__ import annotations

import re
from typing import Final

from homework_check.model import Amount
from homework_check.normalise.values.cleaning import squeeze
from homework_check.normalise.values.durations import BETWEEN, NUMBER, TIMES, Unit, read_duration
from homework_check.normalise.values.words import alternatives

_HOURS: Final = alternatives("minutes", "hours") + "(?![a-z])"
_MINUTES: Final = alternatives("minutes", "minutes") + "(?![a-z])"
_BEFORE: Final = alternatives("minutes", "at_least_before", "about_before")
_AFTER: Final = alternatives("minutes", "at_least_after", "about_after")
_TOTAL: Final = alternatives("minutes", "total")
_SPAN: Final = (
    rf"(?:(?:(?:{NUMBER}\ ?个?半?|半个?)\ ?{_HOURS}半?(?:\ ?{NUMBER}\ ?(?:{_MINUTES}|分))?)"
    rf"|[一二两三1-3]刻钟|{NUMBER}\ ?{_MINUTES})"
)
STATED: Final = re.compile(
    rf"(?P<total>{_TOTAL})?[ :]?(?P<amount>(?:{_BEFORE}[ :]?){{0,3}}(?<![0-9.])"
    rf"(?:{NUMBER}\ ?(?:{_HOURS}|{_MINUTES})?\ ?{BETWEEN}\ ?)?{_SPAN}"
    rf"(?:\ ?{TIMES}\ ?[0-9]{{1,2}})?(?:\ ?{_AFTER}){{0,3}})"
)
_ITEM_NUMBER: Final = re.compile(
    rf"(?:^|(?<=[\s,;。、)]))[0-9]{{1,2}}[.、](?=[0-9])(?!(?<=\.)[0-9]+\ ?{_HOURS})", re.MULTILINE
)


def read_stated_minutes(text: str) -> Amount | None:
    """Add up what a folded content states; None if it states no minutes.

    A total (共30分钟) stands for the items before it; if they make more, both ends
    stay possible.
    """
    items, totals = Amount(0, 0), Amount(0, 0)
    matches = list(STATED.finditer(_ITEM_NUMBER.sub(" ", text)))
    for match in matches:
        amount = read_duration(squeeze(match["amount"]), Unit.MINUTES)
        if amount is None:
            return None
        if match["total"]:
            totals = _add(totals, amount)
        else:
            items = _add(items, amount)
    if not matches:
        return None
    if totals == (0, 0) or items.low <= totals.low:
        return totals if totals != (0, 0) else items
    return Amount(totals.low, _add(items, totals).high)


def without_minutes(text: str) -> str:
    """Take the minutes and the numbers of items before them out of a folded content."""
    return STATED.sub("", text)


def _add(one: Amount, other: Amount) -> Amount:
    high = None if one.high is None or other.high is None else one.high + other.high
    return Amount(one.low + other.low, high)
