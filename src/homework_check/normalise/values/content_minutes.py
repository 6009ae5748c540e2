"""The minutes that stand in a content, always with their unit: 100分 may be a score."""

from __future__ import annotations

import re
from typing import Final

from homework_check.model import NOTHING, UNKNOWN, Amount
from homework_check.normalise.values.cleaning import squeeze
from homework_check.normalise.values.durations import (
    AFTER,
    BEFORE,
    BETWEEN,
    NUMBER,
    PART,
    TIMES,
    Unit,
    read_duration,
)
from homework_check.normalise.values.labels import is_none
from homework_check.normalise.values.words import alternatives
from homework_check.patterns import late_pattern

_HOURS: Final = alternatives("minutes", "hours") + "(?![a-z])"
_MINUTES: Final = alternatives("minutes", "minutes") + "(?![a-z])"
_BEFORE: Final = alternatives("minutes", *BEFORE)
# A + with something behind it joins: 抄写20分钟+背诵10分钟.
_AFTER: Final = rf"(?!\+\ ?[\w(《]){alternatives('minutes', *AFTER)}"
_AT_MOST: Final = late_pattern(alternatives("minutes", "at_most_before", "at_most_after"))
_TOTAL: Final = alternatives("minutes", "total")
_SCORE: Final = alternatives("minutes", "score")
_HALF: Final = "(?<![大小多])半个?"
"""大半小时 is more than half an hour, and nobody knows how much."""

_SPAN: Final = (
    # 1/3小时 is no three hours.
    rf"(?:(?<![0-9][/⁄])(?:(?:{NUMBER}\ ?个?半?|{_HALF})\ ?{_HOURS}半?"
    rf"(?:\ ?{NUMBER}\ ?(?:{_MINUTES}|分)|\ ?[0-5][0-9](?![\w.、)]))?)"
    rf"|[一二两三1-3]刻钟|{NUMBER}\ ?{_MINUTES})"
)
_LEADING: Final = (
    rf"(?:(?:{NUMBER}\ ?(?:{_HOURS}|{_MINUTES})?\ ?\+\ ?){{1,9}}|{NUMBER}\ ?{TIMES}\ ?"
    rf"|(?:{NUMBER}|{_HALF})\ ?(?:{_HOURS}|{_MINUTES})?\ ?{BETWEEN}\ ?)"
)
STATED: Final = late_pattern(
    rf"(?P<total>{_TOTAL}|=)?[ :]?(?P<each>每[^\W\d天日人生晚]|各|分别|(?<=[^\W\d])\ ?[×*]\ ?)?"
    rf"(?P<amount>(?:{_BEFORE}[ :]?){{0,3}}(?<![0-9.])(?:(?<![a-z第]){_LEADING})?{_SPAN}"
    rf"(?:\ ?{TIMES}\ ?[0-9]{{1,2}})?(?:\ ?\+\ ?{NUMBER}(?![\w.])){{0,9}}(?:\ ?{_AFTER}){{0,3}})"
    r"(?P<of_each>\ ?/\ ?[^\W\d天日人生晚])?"
)
_PART: Final = late_pattern(rf"({_SPAN}(?:\ ?{_AFTER})?)(?:\ ?{PART}|,?\ ?其中[^;。\n]*)")
"""An amount with what is part of it: 50分钟（含订正20分钟）."""

NUMBERED_MINUTES: Final = (
    rf"(?:^|(?<=[\s,;。、)]))[0-9]{{1,2}}[.、](?={_LEADING}?{_SPAN})(?!(?<=\.)[0-9]+\ ?{_HOURS})"
)
"""The number of an item that begins with its minutes."""

_ITEM_NUMBER: Final = late_pattern(
    rf"(?:^|(?<=[\s,;。、)]))[0-9]{{1,2}}[.、](?=[0-9])(?!(?<=\.)[0-9]+\ ?{_HOURS})", re.MULTILINE
)
_SEVERAL_DAYS: Final = late_pattern(rf"(?<![第0-9]){alternatives('minutes', 'several_days')}")
_NUMBERED: Final = late_pattern(
    r"(?:^|(?<=[\s,;。、)]|[^\W\d_第]))(?:[0-9]{1,2}[.、](?![0-9])|\([0-9]{1,2}\))", re.MULTILINE
)
"""The numbers of tasks, also right behind the task before: 1.抄写2.练习."""

_OF_A_SCORE: Final = late_pattern(
    rf"{_SCORE}[^,;。、+\s]{{0,12}}[,(:]?\ ?[0-9]{{1,3}}分|[0-9]{{1,3}}分[制的]?{_SCORE}"
)
_UNCLEAR: Final = late_pattern(
    r"(?<![0-9.a-z第点时])(?:[0-9]时)?[0-9]{1,3}"
    r"(?:\ ?分(?![钟之米类组层册别段数])|['′’](?![a-z0-9])|\+(?!\ ?[\w(《]))"
)

_BEHIND_A_LETTER: Final = late_pattern("[a-z]$")
_MINUTES_STOOD_HERE: Final = "\0"
_LISTED: Final = late_pattern(
    r"(?<=[^\W\d_a-z第点时])[0-9]{1,3}(?=(?:\ ?[、+]\ ?[^\W\d_]{0,8}[0-9]{1,3}){0,8}"
    rf"\ ?[、+]\ ?[^\W\d_]{{0,8}}{_MINUTES_STOOD_HERE})"
)
"""Numbers in one list with minutes, whose unit may be theirs: 口算30、练习40分钟."""


def read_stated_minutes(text: str) -> Amount | None:
    """Add up what a folded content states; None if it states no minutes.

    A total (共30分钟) stands for the items before it; if they make more, both ends
    stay possible.
    """
    numbered = text
    text = _PART.sub(r"\1", _ITEM_NUMBER.sub(" ", text))
    matches = list(STATED.finditer(text))
    if not matches:
        return None
    items, totals = _unclear(text), NOTHING
    for match in matches:
        amount = _read(match)
        if amount is None:
            return None
        if match["total"]:
            totals = added(totals, amount)
        else:
            items = added(items, amount)
    if totals == NOTHING:
        return Amount(items.low, None) if _ends_untimed(numbered) else items
    if items.low <= totals.low:
        return totals
    return Amount(totals.low, added(items, totals).high)


def _ends_untimed(text: str) -> bool:
    """Whether the last of the numbered tasks states no minutes, though one before it does.

    Minutes at the end may be those of all: 1.抄写 2.练习，20分钟.
    """
    _, *tasks = _NUMBERED.split(text)
    *others, last = tasks or [""]
    return any(map(STATED.search, others)) and not (is_none(last) or STATED.search(last))


def is_for_several_days(text: str) -> bool:
    """Whether a folded content says that its work is for several days: 分两天完成."""
    return _SEVERAL_DAYS.search(text) is not None


def states_bound(text: str) -> bool:
    """Whether all that a folded content states is what minutes may be at most: 阅读一小时以内."""
    return all(_AT_MOST.search(stated[0]) for stated in STATED.finditer(text))


def stated_alone(text: str) -> list[Amount]:
    """The amounts that a folded content states, one by one."""
    return [amount for match in STATED.finditer(text) if (amount := _read(match))]


def without_minutes(text: str) -> str:
    """Take the minutes out of a folded content; the colon of a label before them stays."""
    return STATED.sub(lambda stated: ":" * stated[0].startswith(":"), text)


def added(one: Amount, other: Amount) -> Amount:
    """The sum of two amounts."""
    high = None if one.high is None or other.high is None else one.high + other.high
    return Amount(one.low + other.low, high)


def _read(match: re.Match[str]) -> Amount | None:
    """Read a match of `STATED`; 每页20分钟, 20分钟/页 and 3页×20分钟 are at least 20.

    What is for a week is at most that on a day. Of P130分钟 nobody knows where the page ends.
    """
    amount = read_duration(squeeze(match["amount"]), Unit.MINUTES)
    if amount and _BEHIND_A_LETTER.search(match.string[: match.start("amount")]):
        return Amount(0, amount.high)
    of_each = f"{match['each'] or ''}{match['of_each'] or ''}"
    if amount and "周" in of_each:
        return Amount(0, amount.high)
    return Amount(amount.low, None) if amount and of_each else amount


def _unclear(text: str) -> Amount:
    """What may or may not be minutes beside those that have their unit: 55分, but no scores."""
    sum_ = NOTHING
    rest = _OF_A_SCORE.sub(";", STATED.sub(_MINUTES_STOOD_HERE, text))
    for number in (*_UNCLEAR.findall(rest), *_LISTED.findall(rest)):
        amount = read_duration(squeeze(number), Unit.MINUTES) or UNKNOWN
        sum_ = added(sum_, Amount(0, amount.high))
    return sum_
