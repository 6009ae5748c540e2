"""Least and greatest amounts: how much of an entry counts, and how they add up."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from homework_check.memo import Memo
from homework_check.model import UNKNOWN, Amount, Form, Place

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from homework_check.model import Entry, Work
    from homework_check.rules.base import Select
    from homework_check.rules.kinds import LimitRule
    from homework_check.schooldays import Calendar

_CERTAIN: frozenset[str] = frozenset()
_OWN_DOUBTS = frozenset({"note-minutes", "shared", "spread"})
"""Cases of remarks about minutes that are doubts of the same names."""

_MAYBE_NOT_SET = "none-beside-content"
"""The case of a remark on work of no minutes, of which nobody knows whether it was set."""

ONE = 10
"""One entry or day, on the scale of amounts: tenths."""


_ONE_ENTRY = Amount(ONE, ONE)

_ANY: dict[str, frozenset[str]] = {
    "form": frozenset(Form),
    "place": frozenset({Place.HOME, Place.SCHOOL, Place.LESSON}),
    "choice": frozenset({"required", "optional"}),
}
"""What each field may be where it is unknown."""


class Contribution(NamedTuple):
    """What of an entry counts: at least `amount.low`, at most `amount.high`, and why so."""

    entry: Entry
    amount: Amount
    doubts: frozenset[str]


class Selection(NamedTuple):
    """Whether a rule counts an entry; None: it may, and `doubts` are the fields to blame."""

    certain: bool | None
    doubts: frozenset[str]


@lru_cache(maxsize=64)
def selector(select: Select) -> Memo[Work, Selection]:
    """What `select` says of any work, of which all that it may be counts or nothing does."""
    sets = select._asdict().items()
    asked = {field: frozenset(among) for field, among in sets if among is not None}

    def judge(work: Work) -> Selection:
        may_be = {field: _possible(field, getattr(work, field)) for field in asked}
        if any(may_be[field].isdisjoint(among) for field, among in asked.items()):
            return Selection(certain=False, doubts=_CERTAIN)
        doubts = frozenset(field for field, among in asked.items() if not may_be[field] <= among)
        return Selection(None if doubts else True, doubts)

    return Memo(judge)


def _possible(field: str, value: str | None) -> frozenset[str]:
    """All that a field of work may be, of which `value` is known."""
    if value is None:
        return _ANY[field]
    return frozenset({Place.HOME, Place.SCHOOL} if value is Place.EITHER else {value})


def _amount_of(work: Work, rule: LimitRule, *, certain: bool | None, spreads: bool) -> Amount:
    """How much of selected work counts; `spreads`: over the days off that follow, too."""
    if not work.reported:
        return UNKNOWN
    amount = work.minutes if rule.counted == "minutes" else _ONE_ENTRY
    if certain is None or work.doubtful or work.maybe_none or (spreads and work.covers_days_off):
        return Amount(0, amount.high)
    return amount


def find_contributions(
    entries: Sequence[Entry], rule: LimitRule, select: Memo[Work, Selection], *, spreads: bool
) -> list[Contribution]:
    """What of a class-day's entries counts for `rule`; `select` is its selector.

    `spreads`: see the function of that name.
    """
    found = []
    for entry in entries:
        work = entry.work
        certain, doubts = select[work]
        if work.none or certain is False:
            continue
        if any(other.work.none or select[other.work].certain is False for other in entry.others):
            certain, doubts = None, frozenset({"versions"})
        if not work.reported:
            doubts = frozenset({"not-reported"})
        elif rule.counted == "minutes":
            doubts |= _doubts(entry)
        elif any(problem.case == _MAYBE_NOT_SET for problem in entry.problems):
            certain, doubts = None, doubts | {_MAYBE_NOT_SET}
        if spreads and work.covers_days_off:
            doubts |= {"days-off"}
        if work.doubtful:
            doubts |= {"note"}
        if work.maybe_none:
            doubts |= {"maybe-none"}
        amount = _amount_of(work, rule, certain=certain, spreads=spreads)
        found.append(Contribution(entry, amount, doubts))
    return found


def spreads(rule: LimitRule, day: date, calendar: Calendar) -> bool:
    """Whether minutes of `day` may be meant for days off."""
    of_school_days = rule.counted == "minutes" and rule.scope.school_days
    return of_school_days and calendar.may_bear_days_off(day)


def _doubts(entry: Entry) -> frozenset[str]:
    """Why the minutes themselves are not one certain number."""
    if entry.others:
        return frozenset({"versions"})
    work = entry.work
    low, high = work.minutes
    if low == high:
        return _CERTAIN
    if any(problem.rule == "implausible-minutes" for problem in entry.problems):
        return frozenset({"implausible"})
    if high is None and low:
        return frozenset({"at-least"})
    if cases := {problem.case for problem in entry.problems} & _OWN_DOUBTS:
        return frozenset(cases)
    if work.doubtful:
        return _CERTAIN
    if high is None:
        return frozenset({"minutes"})
    # Where nothing was measured, only a content can be read as more than one amount.
    table = entry.table
    measured = table.letter("actual") or any(row.reason == "measured" for row in table.left_out)
    return frozenset({"measured" if measured else "readings"})
