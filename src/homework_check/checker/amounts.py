"""Least and greatest amounts: how much of an entry counts, and how they add up."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from homework_check.memo import ByFields
from homework_check.model import NOTHING, UNKNOWN, Amount, Entry, School, Table
from homework_check.schooldays import is_before_days_off

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from homework_check.rules.base import Select
    from homework_check.rules.kinds import LimitRule

_CERTAIN: frozenset[str] = frozenset()

ONE = 10
"""One entry or day, on the scale of amounts: tenths."""


_ONE_ENTRY = Amount(ONE, ONE)


LIKE = Entry(
    Table("", None, "", "list", (), ()), 0, "", School(None, None), None, None, None, None, "",
    None, None, None, None, NOTHING, None, None,
)  # fmt: skip
"""An entry to fill in the fields that matter."""


class Counted(NamedTuple):
    """What of an entry counts: at least `amount.low`, at most `amount.high`, and why so."""

    entry: Entry
    amount: Amount
    doubts: frozenset[str]


class Selection(NamedTuple):
    """Whether a rule counts an entry; None: it may, and `doubts` are the fields to blame."""

    certain: bool | None
    doubts: frozenset[str]


def selector(select: Select) -> ByFields[Selection]:
    """What `select` says of entries, one by one."""
    sets = {"form": select.form, "place": select.place, "choice": select.choice}
    asked = {field: among for field, among in sets.items() if among is not None}

    def judge(**values: str | None) -> Selection:
        unknown = frozenset(field for field in asked if values[field] is None)
        if any(values[field] not in asked[field] for field in asked.keys() - unknown):
            return Selection(certain=False, doubts=_CERTAIN)
        return Selection(None if unknown else True, unknown)

    return ByFields(Entry, tuple(sets), judge)


def _amount_of(entry: Entry, rule: LimitRule, *, certain: bool | None, spreads: bool) -> Amount:
    """How much of a selected entry counts; `spreads`: over the days off that follow, too."""
    if not entry.reported:
        return UNKNOWN
    amount = entry.minutes if rule.counted == "minutes" else _ONE_ENTRY
    if certain is None or (spreads and entry.covers_days_off):
        return Amount(0, amount.high)
    return amount


def count(
    entries: Sequence[Entry], rule: LimitRule, select: ByFields[Selection], day: date
) -> list[Counted]:
    """What of a class-day's entries counts for `rule`; `select` is its selector."""
    spreads = _spreads(rule, day)
    counted = []
    for entry, (certain, doubted) in zip(entries, select(entries), strict=True):
        if entry.none or certain is False:
            continue
        doubts = doubted if entry.reported else frozenset({"not-reported"})
        if entry.reported and rule.counted == "minutes":
            doubts |= _doubts(entry)
        if spreads and entry.covers_days_off:
            doubts |= {"days-off"}
        amount = _amount_of(entry, rule, certain=certain, spreads=spreads)
        counted.append(Counted(entry, amount, doubts))
    return counted


class Adder:
    """Adds up class-days, where it takes no more than adding up: nearly all of a long log.

    Entries alike in all that matters are weighed once.
    """

    _FIELDS = (
        "minutes", "form", "place", "choice", "layer", "none", "reported", "covers_days_off",
    )  # fmt: skip

    def __init__(self, rule: LimitRule) -> None:
        self._rule = rule
        self._select = selector(rule.select)
        self._plain = ByFields(Entry, self._FIELDS, partial(self._weigh, spreads=False))
        self._spread = ByFields(Entry, self._FIELDS, partial(self._weigh, spreads=True))

    def __call__(self, entries: Sequence[Entry], day: date) -> Amount | None:
        """The sum; None if an amount is unknown or there are layers, see `count` and `add`."""
        weights = (self._spread if _spreads(self._rule, day) else self._plain)(entries)
        low = high = 0
        for amount in weights:
            if amount is None or amount.high is None:
                return None
            low += amount.low
            high += amount.high
        return Amount(low, high)

    def _weigh(self, *, spreads: bool, **facets: Any) -> Amount | None:
        entry = LIKE._replace(**facets)
        certain = self._select([entry])[0].certain
        if entry.none or certain is False:
            return NOTHING
        amount = _amount_of(entry, self._rule, certain=certain, spreads=spreads)
        return None if entry.layer is not None else amount


def _spreads(rule: LimitRule, day: date) -> bool:
    """Whether minutes of `day` may be meant for the days off that follow."""
    return rule.counted == "minutes" and rule.scope.school_days and is_before_days_off(day)


def _doubts(entry: Entry) -> frozenset[str]:
    """Why the minutes themselves are not one certain number."""
    if entry.others:
        return frozenset({"versions"})
    low, high = entry.minutes
    if low == high:
        return _CERTAIN
    if any(problem.rule == "implausible-minutes" for problem in entry.problems):
        return frozenset({"implausible"})
    if high is None and low:
        return frozenset({"at-least"})
    return frozenset({"minutes" if high is None else "measured"})
