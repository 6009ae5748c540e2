"""Counting: tallies by rule, and the verdicts of classes, schools and all of them."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from homework_check.model import Severity, Verdict
from homework_check.report import ClassKey, ClassResult, SchoolResult, class_order
from homework_check.tally import Tally, add_up, total

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from datetime import date

    from homework_check.checker.coverage import SchoolCover
    from homework_check.checker.submissions import HandedIn
    from homework_check.model import School
    from homework_check.report import DayResult, Finding
    from homework_check.rules.base import Aspect
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


_NOTHING: Final = ClassCount(None, (), Tally(CLASS_DAYS, "", "class-day"))


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
    order = (Verdict.BROKEN, Verdict.UNDECIDED, Verdict.KEPT)
    return next((verdict for verdict in order if verdict in found), None)


def overall(verdicts: Iterable[Verdict | None], *, blocked: bool) -> Verdict:
    """The verdict of many: undecided if something blocks, or not one unit was kept."""
    return _decided(worst(verdicts), blocked=blocked)


def _decided(verdict: Verdict | None, *, blocked: bool) -> Verdict:
    """What the worst verdict comes to; None: nothing was judged."""
    if verdict is None or (blocked and verdict is Verdict.KEPT):
        return Verdict.UNDECIDED
    return verdict


def school_results(  # noqa: PLR0913  all that a school's result is made of
    counts: Mapping[ClassKey, ClassCount],
    unreported: Iterable[Outcome],
    days: Mapping[ClassKey, Mapping[date, DayResult]],
    keys: Iterable[ClassKey],
    entry_counts: Mapping[School, int],
    findings: Sequence[Finding],
    came: HandedIn,
    covered: Mapping[School, SchoolCover],
    unsettled: Mapping[School, AbstractSet[Aspect]],
    meets: float | None,
) -> tuple[SchoolResult, ...]:
    """Every school with its classes; schools in reading order, classes by grade and name.

    Schools of the roster that are in no log stand behind the others. `unreported` are the
    outcomes of the rules that ask for reports; `unsettled` are schools of which something is in
    no class-day, with the aspects that this leaves open. `meets` is the share of class-days with
    which a school is called kept; None: all.
    """
    found = _with_unreported(counts, unreported)
    by_school = _by_school({*keys, *came.due}, (*entry_counts, *came.submissions))
    blocked = {*_blocked(findings), *came.lacking}
    in_doubt = {unit[0] for unit in blocked}
    excess = _largest_excess(findings)
    results: list[SchoolResult] = []
    for school, own in by_school.items():
        classes = tuple(
            _class_result(key, found.get(key, _NOTHING), days.get(key, {}), blocked=key in blocked)
            for key in own
        )
        tallies = add_up(chain.from_iterable(c.tallies for c in classes))
        verdict = overall((c.verdict for c in classes), blocked=school in in_doubt)
        class_days = add_class_days(c.class_days for c in classes)
        enough = school not in unsettled and _reaches(class_days, meets)
        result = SchoolResult(
            school=school,
            verdict=verdict,
            standing=Verdict.KEPT if enough else verdict,
            aspects=_aspects(tallies, unsettled.get(school, ())),
            entry_count=entry_counts.get(school, 0),
            reported=covered[school].class_days_reported if school in covered else 0,
            tallies=tallies,
            class_days=class_days,
            classes=classes,
            largest_excess=excess.get(school),
            submission=came.submissions.get(school),
        )
        results.append(result)
    return tuple(results)


def _with_unreported(
    counts: Mapping[ClassKey, ClassCount], unreported: Iterable[Outcome]
) -> Mapping[ClassKey, ClassCount]:
    """What was counted of each class, and what the rules add that ask for reports."""
    by_class: dict[ClassKey, list[tuple[Rule, Verdict | None, int]]] = defaultdict(list)
    for rule, key, verdict, times in unreported:
        by_class[key].append((rule, verdict, times))
    found = dict(counts)
    for key, units in by_class.items():
        before, more = found.get(key, _NOTHING), count(units)
        verdict = worst([before.verdict, more.verdict])
        tallies = (*before.tallies, *more.tallies)
        found[key] = ClassCount(verdict, tallies, before.class_days)
    return found


def _blocked(
    findings: Iterable[Finding],
) -> Iterator[tuple[School | None, int | None, str | None]]:
    """Schools, grades and classes about which something was not understood."""
    for finding in findings:
        # Rules of warning severity decide nothing; findings about the reading name no aspect.
        if finding.verdict is Verdict.UNDECIDED and finding.aspect is None:
            yield finding.school, finding.grade, finding.class_name


def _by_school(keys: Iterable[ClassKey], schools: Iterable[School]) -> dict[School, list[ClassKey]]:
    """The classes of each school, by grade and name."""
    by_school: dict[School, list[ClassKey]] = {school: [] for school in schools}
    for key in sorted(keys, key=lambda key: class_order(key.grade, key.name)):
        by_school[key.school].append(key)
    return by_school


def _reaches(class_days: Tally, share: float | None) -> bool:
    """Whether so many class-days are kept; undecided ones are not."""
    return share is not None and 0 < class_days.judged * share <= class_days.kept


def _class_result(
    key: ClassKey,
    of_class: ClassCount,
    days: Mapping[date, DayResult],
    *,
    blocked: bool,
) -> ClassResult:
    return ClassResult(
        key=key,
        verdict=_decided(of_class.verdict, blocked=blocked),
        tallies=of_class.tallies,
        class_days=of_class.class_days,
        days=days,
    )


def _aspects(tallies: Iterable[Tally], unsettled: Iterable[Aspect]) -> dict[str, Verdict]:
    """The verdict of each aspect of which something was judged."""
    by_aspect: dict[str, set[Verdict]] = defaultdict(set)
    for one in tallies:
        counts = ((Verdict.KEPT, one.kept), (Verdict.BROKEN, one.broken),
                  (Verdict.UNDECIDED, one.undecided))  # fmt: skip
        by_aspect[one.aspect] |= {verdict for verdict, times in counts if times}
    open_ = {*unsettled}
    return {
        aspect: overall(verdicts, blocked=aspect in open_)
        for aspect, verdicts in by_aspect.items()
        if verdicts
    }


def _largest_excess(findings: Iterable[Finding]) -> dict[School | None, float]:
    excess: dict[School | None, float] = {}
    for finding in findings:
        if finding.unit == "minutes" and finding.excess:
            excess[finding.school] = max(finding.excess, excess.get(finding.school, 0))
    return excess
