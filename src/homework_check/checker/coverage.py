"""What a report rests on: days and classes covered, assumptions, what was not judged."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from homework_check.checker.units import reported_days
from homework_check.memo import Memo
from homework_check.report import AssumptionInForce, Coverage, NotApplied, Scope
from homework_check.rules.kinds import CoverageRule, FlagRule, TextRule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from homework_check.checker.due import ClassDue
    from homework_check.checker.units import ClassLog, Gathered
    from homework_check.log import Log
    from homework_check.model import School
    from homework_check.report import ClassKey
    from homework_check.rules.kinds import Rule
    from homework_check.rules.pack import RulePack
    from homework_check.settings import Calendar, Settings
    from homework_check.tally import Tally


def cover(
    classes: Sequence[ClassLog], due: Mapping[ClassKey, ClassDue], settings: Settings
) -> Coverage:
    """Days and classes with a report, of those `due` in a period, else of those in the span.

    Class-days are counted in each school's own span: of two schools that report different
    weeks, neither lacks those of the other.
    """
    reported: dict[School, Counter[date]] = defaultdict(Counter)
    for key, dates in reported_days(classes):
        reported[key.school].update(dates)
    days = set(chain.from_iterable(reported.values()))
    # A day that a log has, but without homework, is of its span all the same.
    logged: dict[School, set[date]] = defaultdict(set)
    for log in classes:
        logged[log.key.school].update(log.works)
    if not logged and settings.period is None:
        return Coverage()
    all_logged = set(chain.from_iterable(logged.values()))
    first, last = settings.period or (min(all_logged), max(all_logged))
    school_days = settings.calendar.school_days(first, last)
    all_days = len(school_days), len(days.intersection(school_days))
    if settings.period is not None:
        owed = sum(len(of_class.days) for of_class in due.values())
        kept = sum(of_class.reported for of_class in due.values())
        return Coverage(first, last, *all_days, len(due), owed, kept)
    spans = {school: (min(of_school), max(of_school)) for school, of_school in logged.items()}
    class_days = _in_own_spans(classes, spans, reported, settings.calendar)
    return Coverage(first, last, *all_days, len(classes), *class_days)


def _in_own_spans(
    classes: Iterable[ClassLog],
    spans: Mapping[School, tuple[date, date]],
    reported: Mapping[School, Counter[date]],
    calendar: Calendar,
) -> tuple[int, int]:
    """Class-days on school days of each school's span, and how many of them have a report."""
    school_days: Memo[tuple[date, date], frozenset[date]] = Memo(
        lambda span: frozenset(calendar.school_days(*span))
    )
    class_counts = Counter(log.key.school for log in classes)
    total = with_report = 0
    for school, span in spans.items():
        within = school_days[span]
        total += class_counts[school] * len(within)
        with_report += sum(n for day, n in reported[school].items() if day in within)
    return total, with_report


def describe_scope(  # noqa: PLR0913  all a reader has to know about how it was judged
    pack: RulePack,
    ignored: Sequence[str],
    settings: Settings,
    gathered: Gathered,
    not_judged: Collection[tuple[ClassKey, date]],
    tallies: Iterable[Tally],
    logs: Sequence[Log],
) -> Scope:
    """Settings in force and what they kept from being judged."""
    spans = {table.days for log in gathered.classes for table in log.tables}
    days = set(chain.from_iterable(spans))
    years = {day.year for day in (*days, *(settings.period or ()))}
    unknown = {year for year in years if not settings.calendar.is_known(year)}
    met = {tally.rule for tally in tallies}
    return Scope(
        school_system=settings.school_system,
        school_systems=tuple(_other_systems(gathered.homework, settings)),
        meets=settings.meets,
        period=settings.period,
        ignored=tuple(ignored),
        not_applied=tuple(_not_applied(pack.rules, met, logs, settings)),
        assumptions=tuple(_assumptions(settings, gathered.classes, not_judged, logs)),
        unknown_years=tuple(sorted(unknown)),
        senior_entries=len(gathered.senior),
        outside_pack=len(gathered.before_pack),
        makeup_days=tuple(sorted(day for day in days if settings.calendar.is_makeup_day(day))),
    )


def _other_systems(schools: Iterable[School], settings: Settings) -> Iterator[tuple[School, str]]:
    for school in schools:
        system = settings.system_of(school.name, school.county)
        if system is not settings.school_system:
            yield school, system


def _not_applied(
    rules: Iterable[Rule], met: set[str], logs: Sequence[Log], settings: Settings
) -> Iterable[NotApplied]:
    tables = [table for log in logs for sheet in log.sheets for table in sheet.tables]
    for rule in rules:
        if rule.id in met or isinstance(rule, TextRule):
            continue
        reason = "no-unit"
        if tables and isinstance(rule, FlagRule) and not any(t.letter(rule.field) for t in tables):
            reason = "no-column"
        elif isinstance(rule, CoverageRule) and settings.period is None:
            reason = "no-period"
        yield NotApplied(rule.id, reason)


def _assumptions(
    settings: Settings,
    classes: Iterable[ClassLog],
    not_judged: Collection[tuple[ClassKey, date]],
    logs: Sequence[Log],
) -> Iterable[AssumptionInForce]:
    """The assumptions that tables needed, with the class-days whose verdicts rest on them."""
    tables = [table for log in logs for sheet in log.sheets for table in sheet.tables]
    needed = {field for table in tables for field in table.assumed}
    units: Counter[str] = Counter()
    unmet: dict[ClassKey, set[date]] = defaultdict(set)
    for key, day in not_judged:
        unmet[key].add(day)
    for log in classes if needed else ():
        for field in needed:
            having = (logged for logged in log.tables if field in logged.of.table.assumed)
            days = set(chain.from_iterable(logged.days for logged in having))
            units[field] += len(days - unmet.get(log.key, set()))
    for field in sorted(needed):
        assumption = settings.assumed(field)
        if assumption is not None:
            yield AssumptionInForce(field, assumption.value, assumption.built_in, units[field])
