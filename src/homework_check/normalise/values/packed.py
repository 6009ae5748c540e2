"""Minutes of several subjects in one cell: ``语20 数15 英10``."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from homework_check.normalise.values.cleaning import fold
from homework_check.normalise.values.minutes import read_minutes
from homework_check.normalise.values.outcome import Outcome
from homework_check.normalise.values.words import meanings

if TYPE_CHECKING:
    from homework_check.model import Amount


def read_packed(text: str) -> tuple[tuple[str, Amount], ...] | None:
    """Give the subjects in order, each with its minutes; None unless all is understood."""
    packed: list[tuple[str, Amount]] = []
    rest = fold(text)
    pattern, subjects = _item(), meanings("subject")
    while rest:
        item = pattern.match(rest)
        amount = read_minutes(item["amount"]) if item else Outcome.UNREAD
        if item is None or isinstance(amount, Outcome):
            return None
        packed.append((subjects[item["subject"]], amount))
        rest = rest[item.end() :]
    return tuple(packed) or None


@cache
def _item() -> re.Pattern[str]:
    """Match a subject, its minutes, and what separates it from the next."""
    names = "|".join(map(re.escape, sorted(meanings("subject"), key=len, reverse=True)))
    amount = r"约?[0-9.]+(?:[-~至到][0-9.]+)?\ ?(?:分钟|小时|分|min|'|h)?(?![0-9.])"
    return re.compile(rf"(?P<subject>{names})\ ?[:=(]?\ ?(?P<amount>{amount})\)?[\ /、,;|+。.]*")
