"""The result of every school: its classes, tallies, and what it comes to."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from homework_check.checker.tallies import (
    NOTHING_COUNTED,
    add_class_days,
    overall,
    settled,
)
from homework_check.model import Verdict
from homework_check.report import ClassKey, ClassResult, SchoolResult, class_order
from homework_check.tally import Tally, add_up

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from homework_check.checker.examiner import Examined
    from homework_check.checker.submissions.handed_in import HandedIn
    from homework_check.model import School
    from homework_check.report import Finding
    from homework_check.rules.base import Aspect


def school_results(
    examined: Examined,
    came: HandedIn,
    findings: Sequence[Finding],
    unsettled: Mapping[School, AbstractSet[Aspect]],
    meets: float | None,
) -> tuple[SchoolResult, ...]:
    """Every school with its classes; schools in reading order, classes by grade and name.

    Schools of the roster that are in no log stand behind the others. `unsettled` are schools of
    which something is in no class-day, with the aspects that this leaves open. `meets` is the
    share of class-days with which a school is called kept; None: all.
    """
    homework = examined.gathered.homework
    logged = (log.key for log in examined.gathered.classes)
    by_school = _by_school({*logged, *came.due}, (*homework, *came.submissions))
    blocked = {*_blocked(findings), *came.lacking}
    in_doubt = {unit[0] for unit in blocked}
    excess = _largest_excess(findings)
    results: list[SchoolResult] = []
    for school, own in by_school.items():
        classes = tuple(_class_result(key, examined, blocked=key in blocked) for key in own)
        tallies = add_up(chain.from_iterable(c.tallies for c in classes))
        verdict = overall((c.verdict for c in classes), blocked=school in in_doubt)
        class_days = add_class_days(c.class_days for c in classes)
        cover = examined.covered.get(school)
        enough = school not in unsettled and _reaches(class_days, meets)
        result = SchoolResult(
            school=school,
            verdict=verdict,
            standing=Verdict.KEPT if enough else verdict,
            aspects=_aspects(tallies, unsettled.get(school, ())),
            entry_count=homework.get(school, 0),
            reported=cover.class_days_reported if cover else 0,
            tallies=tallies,
            class_days=class_days,
            classes=classes,
            largest_excess=excess.get(school),
            submission=came.submissions.get(school),
        )
        results.append(result)
    return tuple(results)


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


def _class_result(key: ClassKey, examined: Examined, *, blocked: bool) -> ClassResult:
    of_class = examined.counts.get(key, NOTHING_COUNTED)
    return ClassResult(
        key=key,
        verdict=settled(of_class.verdict, blocked=blocked),
        tallies=of_class.tallies,
        class_days=of_class.class_days,
        days=examined.days.get(key, {}),
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
