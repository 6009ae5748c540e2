"""Rules of kind ``coverage``: every class-day that is due has a report."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from homework_check.checker.kinds.findings import own_words, rule_finding
from homework_check.checker.kinds.scope import is_class_in_scope
from homework_check.checker.submissions.due import ClassDue
from homework_check.checker.tallies import Outcome
from homework_check.handed_in import Submitted
from homework_check.messages import phrases
from homework_check.messages import roster as say
from homework_check.model import Location, Verdict
from homework_check.rules.kinds import CoverageRule
from homework_check.text import Values, same

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from homework_check.checker.classdays.gathered import Gathered
    from homework_check.checker.submissions.handed_in import HandedIn
    from homework_check.model import School
    from homework_check.report import ClassKey, Finding
    from homework_check.rules.base import Scope
    from homework_check.rules.kinds import Rule
    from homework_check.settings import Settings


def apply_coverage(
    rules: Iterable[Rule], came: HandedIn, gathered: Gathered, settings: Settings
) -> tuple[tuple[Outcome, ...], tuple[Finding, ...]]:
    """Hold what came against the rules of this kind: verdicts by class, and what to tell."""
    coverage = [rule for rule in rules if isinstance(rule, CoverageRule)]
    return (
        tuple(chain.from_iterable(outcomes_of(rule, came.due, settings) for rule in coverage)),
        tuple(chain.from_iterable(_findings(r, came, gathered, settings) for r in coverage)),
    )


def outcomes_of(
    rule: CoverageRule, due: Mapping[ClassKey, ClassDue], settings: Settings
) -> Iterator[Outcome]:
    """The verdicts of the class-days that are due, counted by class."""
    for key, days, lacking, in_doubt in _in_scope(rule, due, settings):
        counts = (
            (Verdict.KEPT, len(days) - len(lacking)),
            (Verdict.BROKEN, len(lacking) - len(in_doubt)),
            (Verdict.UNDECIDED, len(in_doubt)),
        )
        yield from (Outcome(rule, key, verdict, times) for verdict, times in counts if times)


def _findings(
    rule: CoverageRule, came: HandedIn, gathered: Gathered, settings: Settings
) -> Iterator[Finding]:
    """One finding a class with its days, and one for a school of which nothing came."""
    sources = _sources(gathered) if came.due else {}
    for due in _in_scope(rule, came.due, settings):
        submission = came.submissions[due.key.school]
        if due.lacking and submission.is_read:
            where = sources.get(due.key) or sources.get(due.key.school)
            yield from _of_class(rule, due, (Location(where),) if where else ())
    for school, submission in came.submissions.items():
        if submission.state is Submitted.MISSING:
            yield _missing(rule, school, submission.due, came.alike.get(school, ()))


def _sources(gathered: Gathered) -> dict[ClassKey | School, str]:
    """The first source of each class and of each school."""
    sources: dict[ClassKey | School, str] = {}
    for log in gathered.classes:
        source = log.tables[0].of.table.source
        sources[log.key] = source
        sources.setdefault(log.key.school, source)
    for entry in gathered.outside:
        sources.setdefault(entry.school, entry.table.source)
    return sources


def _in_scope(
    rule: CoverageRule, due: Mapping[ClassKey, ClassDue], settings: Settings
) -> Iterator[ClassDue]:
    for of_class in due.values():
        if is_class_in_scope(rule.scope, of_class.key, settings):
            days, lacking = (_on_weekdays(rule.scope, d) for d in of_class[1:3])
            yield ClassDue(of_class.key, days, lacking, of_class.in_doubt & {*lacking})


def _on_weekdays(scope: Scope, days: Sequence[date]) -> tuple[date, ...]:
    if scope.weekdays is None:
        return tuple(days)
    return tuple(day for day in days if day.isoweekday() in scope.weekdays)


def _of_class(rule: CoverageRule, due: ClassDue, where: tuple[Location, ...]) -> Iterator[Finding]:
    certain = [day for day in due.lacking if day not in due.in_doubt]
    if certain:
        yield _class_finding(rule, due, certain, Verdict.BROKEN, where)
    if due.in_doubt:
        yield _class_finding(rule, due, sorted(due.in_doubt), Verdict.UNDECIDED, where)


def _class_finding(
    rule: CoverageRule,
    due: ClassDue,
    days: Sequence[date],
    verdict: Verdict,
    where: tuple[Location, ...],
) -> Finding:
    values: Values = {
        "cls": phrases.class_name(due.key.grade, due.key.name),
        "n": len(days),
        "days": phrases.days(days),
        "due": len(due.days),
    }
    words = own_words(rule) if verdict is Verdict.BROKEN else say.IN_DOUBT
    return rule_finding(
        rule,
        verdict,
        words.filled(values),
        due.key,
        measured=len(days),
        unit="days",
        count=len(days),
        locations=where,
        cause="unreported",
        dates=tuple(days),
    )


def _missing(rule: CoverageRule, school: School, due: int | None, alike: Sequence[str]) -> Finding:
    class_days = say.DUE.format(n=due) if due else same("")
    values: Values = {
        "school": phrases.school_name(school),
        "due": class_days,
        "alike": phrases.joined([same(phrases.quote(name)) for name in alike]),
    }
    verdict = Verdict.UNDECIDED if alike else Verdict.BROKEN
    words = say.MISSING_ALIKE if alike else say.MISSING
    return replace(
        rule_finding(rule, verdict, words.filled(values), None),
        short=say.STATES[Submitted.MISSING],
        school=school,
        count=due or 1,
        cause="missing",
    )
