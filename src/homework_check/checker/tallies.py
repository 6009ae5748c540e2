"""Counting units by rule and class, and the verdict that many of them come to."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from homework_check.model import Severity, Verdict
from homework_check.report import WORST_FIRST
from homework_check.tally import Tally, total

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from homework_check.report import ClassKey
    from homework_check.rules.kinds import Rule

CLASS_DAYS = "class-days"


class Outcome(NamedTuple):
    """The verdict of `times` units of one rule in a class; None: not judged."""

    rule: Rule
    key: ClassKey
    verdict: Verdict | None
    times: int = 1


class ClassCount(NamedTuple):
    """The worst that deciding rules make of a class (None: none met it), and its tallies.

    `class_days` are those that a deciding rule met.
    """

    verdict: Verdict | None
    tallies: tuple[Tally, ...]
    class_days: Tally


NOTHING_COUNTED: Final = ClassCount(None, (), Tally(CLASS_DAYS, "", "class-day"))


def count(
    units: Sequence[tuple[Rule, Verdict | None, int]],
    days: Iterable[tuple[Verdict | None, int]] = (),
) -> ClassCount:
    """Count units and class-days of a class: each item is so many of one verdict.

    Units go by their rules.
    """
    deciding = (v for rule, v, times in units if times and rule.severity is Severity.ERROR)
    return ClassCount(worst(deciding), tally(units), _tally_class_days(days))


def tally(units: Iterable[tuple[Rule, Verdict | None, int]]) -> tuple[Tally, ...]:
    """One tally for each rule that met a unit, in the order in which rules occur."""
    counts: dict[str, dict[Verdict | None, int]] = {}
    rules: dict[str, Rule] = {}
    for rule, verdict, times in units:
        of_rule = counts.get(rule.id)
        if of_rule is None:
            of_rule = counts[rule.id] = defaultdict(int)
            rules[rule.id] = rule
        of_rule[verdict] += times
    return tuple(
        Tally(
            rule_id,
            rules[rule_id].aspect,
            rules[rule_id].unit,
            of_rule[Verdict.KEPT],
            of_rule[Verdict.BROKEN],
            of_rule[Verdict.UNDECIDED],
            of_rule[None],
        )
        for rule_id, of_rule in counts.items()
    )


def with_unreported(
    counts: Mapping[ClassKey, ClassCount], unreported: Iterable[Outcome]
) -> Mapping[ClassKey, ClassCount]:
    """What was counted of each class, and what the rules add that ask for reports."""
    by_class: dict[ClassKey, list[tuple[Rule, Verdict | None, int]]] = defaultdict(list)
    for rule, key, verdict, times in unreported:
        by_class[key].append((rule, verdict, times))
    found = dict(counts)
    for key, units in by_class.items():
        before, more = found.get(key, NOTHING_COUNTED), count(units)
        verdict = worst([before.verdict, more.verdict])
        tallies = (*before.tallies, *more.tallies)
        found[key] = ClassCount(verdict, tallies, before.class_days)
    return found


def add_class_days(tallies: Iterable[Tally]) -> Tally:
    """Class-days of several schools together."""
    return total([Tally(CLASS_DAYS, "", "class-day"), *tallies])


def _tally_class_days(days: Iterable[tuple[Verdict | None, int]]) -> Tally:
    times: dict[Verdict | None, int] = defaultdict(int)
    for verdict, many in days:
        times[verdict] += many
    order = (Verdict.KEPT, Verdict.BROKEN, Verdict.UNDECIDED, None)
    return Tally(CLASS_DAYS, "", "class-day", *(times[verdict] for verdict in order))


def worst(verdicts: Iterable[Verdict | None]) -> Verdict | None:
    """Broken before undecided before kept; None if nothing was judged."""
    found = set(verdicts)
    return next((verdict for verdict in WORST_FIRST if verdict in found), None)


def overall(verdicts: Iterable[Verdict | None], *, blocked: bool) -> Verdict:
    """The verdict of many: undecided if something blocks, or not one unit was kept."""
    return settled(worst(verdicts), blocked=blocked)


def settled(verdict: Verdict | None, *, blocked: bool) -> Verdict:
    """The verdict of what comes to `verdict`, if nothing blocks it; see `overall`."""
    if verdict is None or (blocked and verdict is Verdict.KEPT):
        return Verdict.UNDECIDED
    return verdict
