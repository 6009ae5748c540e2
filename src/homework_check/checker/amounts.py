"""Least and greatest amounts: how much of an entry counts, and how they add up."""

from __future__ import annotations

from collections import defaultdict
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from homework_check.model import NOTHING, UNKNOWN, Amount
from homework_check.schooldays import is_before_days_off

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from homework_check.model import Entry
    from homework_check.rules.base import Select
    from homework_check.rules.kinds import LimitRule

_CERTAIN: frozenset[str] = frozenset()

ONE = 10
"""One entry or day, on the scale of amounts: tenths."""


_ONE_ENTRY = Amount(ONE, ONE)


class Counted(NamedTuple):
    """What of an entry counts: at least `amount.low`, at most `amount.high`, and why so."""

    entry: Entry
    amount: Amount
    doubts: frozenset[str]


class Selection(NamedTuple):
    """Whether a rule counts an entry; None: it may, and `doubts` are the fields to blame."""

    certain: bool | None
    doubts: frozenset[str]


Selector: TypeAlias = "Callable[[Entry], Selection]"


def selector(wanted: Select) -> Selector:
    """What `wanted` says of an entry; entries of one form, place and choice are alike."""
    sets = (wanted.form, wanted.place, wanted.choice)

    facets = attrgetter("form", "place", "choice")

    def judge(values: tuple[str | None, ...]) -> Selection:
        named = zip(("form", "place", "choice"), values, sets, strict=True)
        asked = [(field, value, among) for field, value, among in named if among is not None]
        if any(value is not None and value not in among for _, value, among in asked):
            return Selection(certain=False, doubts=_CERTAIN)
        doubts = frozenset(field for field, value, _ in asked if value is None)
        return Selection(None if doubts else True, doubts)

    known: dict[object, Selection] = {}

    def select(entry: Entry) -> Selection:
        values = facets(entry)
        if values not in known:
            known[values] = judge(values)
        return known[values]

    return select


def _amount_of(entry: Entry, rule: LimitRule, *, certain: bool | None, spreads: bool) -> Amount:
    """How much of a selected entry counts; `spreads`: over the days off that follow, too."""
    if not entry.reported:
        return UNKNOWN
    amount = entry.minutes if rule.counted == "minutes" else _ONE_ENTRY
    if certain is None or (spreads and entry.covers_days_off):
        return Amount(0, amount.high)
    return amount


def adder(rule: LimitRule, select: Selector) -> Callable[[Iterable[Entry], date], Amount | None]:
    """Add up class-days; None where it takes more than adding up, see `count` and `add`.

    Entries alike in all that matters are weighed once: nearly all class-days of a long
    log are settled here.
    """
    facets = attrgetter(
        "minutes", "form", "place", "choice", "layer", "none", "reported", "covers_days_off"
    )
    known: dict[bool, dict[object, Amount | None]] = {True: {}, False: {}}

    def weigh(entry: Entry, *, spreads: bool) -> Amount | None:
        certain = select(entry).certain
        if entry.none or certain is False:
            return NOTHING
        amount = _amount_of(entry, rule, certain=certain, spreads=spreads)
        return None if amount.high is None or entry.layer is not None else amount

    def add_up(entries: Iterable[Entry], day: date) -> Amount | None:
        spreads = _spreads(rule, day)
        weights = known[spreads]
        low = high = 0
        for entry in entries:
            alike = facets(entry)
            if alike not in weights:
                weights[alike] = weigh(entry, spreads=spreads)
            amount = weights[alike]
            if amount is None or amount.high is None:
                return None
            low += amount.low
            high += amount.high
        return Amount(low, high)

    return add_up


def count(entries: Iterable[Entry], rule: LimitRule, select: Selector, day: date) -> list[Counted]:
    """What of a class-day's entries counts for `rule`; `select` is its selector."""
    spreads = _spreads(rule, day)
    counted = []
    for entry in entries:
        certain, doubts = select(entry)
        if entry.none or certain is False:
            continue
        if not entry.reported:
            doubts = frozenset({"not-reported"})
        elif rule.counted == "minutes":
            doubts |= _doubts(entry)
        if spreads and entry.covers_days_off:
            doubts |= {"days-off"}
        amount = _amount_of(entry, rule, certain=certain, spreads=spreads)
        counted.append(Counted(entry, amount, doubts))
    return counted


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


def add(counted: Sequence[Counted]) -> Amount:
    """The sum. Layers of one subject are alternatives: the largest of them counts."""
    sum_ = _sum(c.amount for c in counted if c.entry.layer is None)
    layers: dict[str | None, dict[str, list[Amount]]] = defaultdict(lambda: defaultdict(list))
    for c in counted:
        if c.entry.layer is not None:
            layers[c.entry.subject][c.entry.layer].append(c.amount)
    for by_layer in layers.values():
        sum_ = _sum((sum_, _largest([_sum(amounts) for amounts in by_layer.values()])))
    return sum_


def _sum(amounts: Iterable[Amount]) -> Amount:
    low, high = NOTHING
    for amount in amounts:
        low += amount.low
        high = None if high is None or amount.high is None else high + amount.high
    return Amount(low, high)


def _largest(sums: Sequence[Amount]) -> Amount:
    highs = [amount.high for amount in sums]
    known = [high for high in highs if high is not None]
    return Amount(
        max(amount.low for amount in sums), max(known) if len(known) == len(highs) else None
    )
