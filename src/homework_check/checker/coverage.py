"""What a report rests on: days and classes covered, assumptions, what was not judged."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from homework_check.report import AssumptionInForce, Coverage, NotApplied, Scope
from homework_check.rules.kinds import CoverageRule, FlagRule, TextRule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from homework_check.checker.classdays import Judged
    from homework_check.checker.due import ClassDue
    from homework_check.checker.tallies import Outcome
    from homework_check.checker.units import ClassDay, Gathered
    from homework_check.log import Log
    from homework_check.model import School
    from homework_check.report import ClassKey
    from homework_check.rules.kinds import Rule
    from homework_check.rules.pack import RulePack
    from homework_check.settings import Settings


def cover(
    class_days: Sequence[ClassDay], due: Mapping[ClassKey, ClassDue], settings: Settings
) -> Coverage:
    """Days and classes with a report, of those in the span; of those `due` in a period."""
    reported = [class_day for class_day in class_days if class_day.is_reported]
    if not reported and settings.period is None:
        return Coverage()
    days = {class_day.day for class_day in reported}
    first, last = settings.period or (min(days), max(days))
    school_days = set(settings.calendar.school_days(first, last))
    classes = {class_day.key for class_day in class_days}
    if settings.period is not None:
        return Coverage(
            first=first,
            last=last,
            school_days=len(school_days),
            school_days_reported=len(school_days & days),
            classes=len(due),
            class_days=sum(len(of_class.days) for of_class in due.values()),
            class_days_reported=sum(of_class.reported for of_class in due.values()),
        )
    return Coverage(
        first=first,
        last=last,
        school_days=len(school_days),
        school_days_reported=len(school_days & days),
        classes=len(classes),
        class_days=len(classes) * len(school_days),
        class_days_reported=sum(class_day.day in school_days for class_day in reported),
    )


def describe_scope(  # noqa: PLR0913  all a reader has to know about how it was judged
    pack: RulePack,
    ignored: Sequence[str],
    settings: Settings,
    gathered: Gathered,
    judged: Judged,
    outcomes: Iterable[Outcome],
    logs: Sequence[Log],
) -> Scope:
    """Settings in force and what they kept from being judged."""
    days = {class_day.day for class_day in gathered.class_days}
    unknown = {day.year for day in days if not settings.calendar.is_known(day.year)}
    met = {outcome.rule.id for outcome in outcomes}
    return Scope(
        school_system=settings.school_system,
        school_systems=tuple(_other_systems(gathered.homework, settings)),
        meets=settings.meets,
        period=settings.period,
        ignored=tuple(ignored),
        not_applied=tuple(_not_applied(pack.rules, met, logs, settings)),
        assumptions=tuple(_assumptions(settings, gathered.class_days, judged, logs)),
        unknown_years=tuple(sorted(unknown)),
        senior_entries=len(gathered.senior),
        outside_pack=len(gathered.before_pack),
        makeup_days=tuple(sorted(day for day in days if settings.calendar.is_makeup_day(day))),
    )


def _other_systems(schools: Iterable[School], settings: Settings) -> Iterator[tuple[str, str]]:
    for name in dict.fromkeys(school.name for school in schools):
        system = settings.system_of(name)
        if name and system is not settings.school_system:
            yield name, system


def _not_applied(
    rules: Iterable[Rule], met: set[str], logs: Sequence[Log], settings: Settings
) -> Iterable[NotApplied]:
    tables = [table for log in logs for sheet in log.sheets for table in sheet.tables]
    for rule in rules:
        if rule.id in met or isinstance(rule, TextRule):
            continue
        reason = "no-unit"
        if isinstance(rule, FlagRule) and not any(t.letter(rule.field) for t in tables):
            reason = "no-column"
        elif isinstance(rule, CoverageRule) and settings.period is None:
            reason = "no-period"
        yield NotApplied(rule.id, reason)


def _assumptions(
    settings: Settings,
    class_days: Iterable[ClassDay],
    judged: Judged,
    logs: Sequence[Log],
) -> Iterable[AssumptionInForce]:
    """The assumptions that tables needed, with the class-days whose verdicts rest on them."""
    tables = [table for log in logs for sheet in log.sheets for table in sheet.tables]
    needed = {field for table in tables for field in table.assumed}
    units: dict[str, set[object]] = defaultdict(set)
    for class_day in class_days if needed else ():
        if (class_day.key, class_day.day) not in judged.not_judged:
            for field in {f for table in class_day.tables for f in table.assumed}:
                units[field].add((class_day.key, class_day.day))
    for field in sorted(needed):
        assumption = settings.assumed(field)
        if assumption is not None:
            yield AssumptionInForce(field, assumption.value, assumption.built_in, len(units[field]))
