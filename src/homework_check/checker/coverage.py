"""What a report rests on: days and classes covered, assumptions, what was not judged."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from homework_check.checker.units import reported_days
from homework_check.report import AssumptionInForce, Coverage, NotApplied, Scope
from homework_check.rules.kinds import FlagRule, TextRule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from homework_check.checker.classdays import Judged
    from homework_check.checker.units import ClassLog, Gathered
    from homework_check.log import Log
    from homework_check.model import School
    from homework_check.rules.kinds import Rule
    from homework_check.rules.pack import RulePack
    from homework_check.settings import Settings


def cover(classes: Sequence[ClassLog], settings: Settings) -> Coverage:
    """Days and classes with a report, of those in the span (the period, if one is given)."""
    reported = Counter(chain.from_iterable(days for _, days in reported_days(classes)))
    if not reported:
        return Coverage()
    first, last = settings.period or (min(reported), max(reported))
    school_days = set(settings.calendar.school_days(first, last))
    return Coverage(
        first=first,
        last=last,
        school_days=len(school_days),
        school_days_reported=len(school_days & reported.keys()),
        classes=len(classes),
        class_days=len(classes) * len(school_days),
        class_days_reported=sum(n for day, n in reported.items() if day in school_days),
    )


def describe_scope(  # noqa: PLR0913  all a reader has to know about how it was judged
    pack: RulePack,
    ignored: Sequence[str],
    settings: Settings,
    gathered: Gathered,
    judged: Judged,
    logs: Sequence[Log],
) -> Scope:
    """Settings in force and what they kept from being judged."""
    days = set(chain.from_iterable(log.days for log in gathered.classes))
    unknown = {day.year for day in days if not settings.calendar.is_known(day.year)}
    met = {outcome.rule.id for outcome in judged.outcomes}
    return Scope(
        school_system=settings.school_system,
        school_systems=tuple(_other_systems(gathered.homework, settings)),
        meets=settings.meets,
        period=settings.period,
        ignored=tuple(ignored),
        not_applied=tuple(_not_applied(pack.rules, met, logs)),
        assumptions=tuple(_assumptions(settings, gathered.classes, judged, logs)),
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


def _not_applied(rules: Iterable[Rule], met: set[str], logs: Sequence[Log]) -> Iterable[NotApplied]:
    tables = [table for log in logs for sheet in log.sheets for table in sheet.tables]
    for rule in rules:
        if rule.id in met or isinstance(rule, TextRule):
            continue
        no_column = isinstance(rule, FlagRule) and not any(t.letter(rule.field) for t in tables)
        yield NotApplied(rule.id, "no-column" if no_column else "no-unit")


def _assumptions(
    settings: Settings,
    classes: Iterable[ClassLog],
    judged: Judged,
    logs: Sequence[Log],
) -> Iterable[AssumptionInForce]:
    """The assumptions that tables needed, with the class-days whose verdicts rest on them."""
    tables = [table for log in logs for sheet in log.sheets for table in sheet.tables]
    needed = {field for table in tables for field in table.assumed}
    units: Counter[str] = Counter()
    for log in classes if needed else ():
        for field in needed:
            having = (logged for logged in log.tables if field in logged.of.table.assumed)
            days = set(chain.from_iterable(logged.days for logged in having))
            units[field] += sum((log.key, day) not in judged.not_judged for day in days)
    for field in sorted(needed):
        assumption = settings.assumed(field)
        if assumption is not None:
            yield AssumptionInForce(field, assumption.value, assumption.built_in, units[field])
