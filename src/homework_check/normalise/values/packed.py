"""Minutes of several subjects in one cell: ``语20 数15 英10``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homework_check.model import Amount
from homework_check.normalise.values.cleaning import fold
from homework_check.normalise.values.minutes import read_minutes
from homework_check.normalise.values.outcome import Outcome
from homework_check.normalise.values.words import meanings
from homework_check.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence


_AMOUNT: Final = r"约?[0-9][0-9.]*(?:[-~至到][0-9.]+)?\ ?(?:分钟|小时|分|min|'|h)?(?![0-9.])"
_ITEM: Final = late_pattern(
    rf"(?P<subject>[^0-9]+?)\ ?[:=(]?\ ?(?P<amount>{_AMOUNT})\)?[\ /、,;|+。.]*"
)
"""A subject, its minutes, and what separates it from the next."""

_TOTAL: Final = late_pattern(rf"\(?(?:=|共计?|[合总]计)\ ?:?\ ?(?P<amount>{_AMOUNT})\)?[。.]?")


def read_packed(text: str) -> tuple[tuple[str, Amount], ...] | None:
    """Give the subjects in order, each with its minutes; None unless all is understood.

    A sum behind them has to be right.
    """
    packed: list[tuple[str, Amount]] = []
    rest = fold(text)
    subjects = meanings("subject")
    while rest and not (packed and _is_sum(rest, packed)):
        item = _ITEM.match(rest)
        subject = subjects.get(item["subject"]) if item else None
        amount = read_minutes(item["amount"]) if item and subject else Outcome.UNREAD
        if item is None or subject is None or isinstance(amount, Outcome):
            return None
        packed.append((subject, amount))
        rest = rest[item.end() :]
    return tuple(packed) or None


def _is_sum(text: str, packed: Sequence[tuple[str, Amount]]) -> bool:
    total = _TOTAL.fullmatch(text)
    amount = read_minutes(total["amount"]) if total else Outcome.UNREAD
    return not isinstance(amount, Outcome) and amount == _added(packed)


def _added(packed: Sequence[tuple[str, Amount]]) -> Amount:
    high = [amount.high for _, amount in packed if amount.high is not None]
    low = sum(amount.low for _, amount in packed)
    return Amount(low, sum(high) if len(high) == len(packed) else None)
