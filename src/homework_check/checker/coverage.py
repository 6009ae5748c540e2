"""What a report rests on: days and classes covered, assumptions, what was not judged."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain, groupby
from typing import TYPE_CHECKING, NamedTuple

from homework_check.basis import AssumptionInForce, Basis, NotApplied
from homework_check.checker.units import reported_days
from homework_check.report import Coverage
from homework_check.rules.kinds import CoverageRule, FlagRule, TextRule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from datetime import date

    from homework_check.checker.due import ClassDue
    from homework_check.checker.units import ClassLog, Gathered
    from homework_check.log import Log
    from homework_check.model import School
    from homework_check.report import ClassKey
    from homework_check.rules.kinds import Rule
    from homework_check.rules.pack import RulePack
    from homework_check.settings import Settings
    from homework_check.tally import Tally


class SchoolCover(NamedTuple):
    """What the logs of a school cover: its own span of days, and its reports in that.

    `reported` are the dates of its reports, with how many classes have one. `class_days` are
    its classes times the school days of the span, `class_days_reported` those with a report.
    """

    first: date
    last: date
    reported: Mapping[date, int]
    class_days: int
    class_days_reported: int


def cover_schools(
    classes: Sequence[ClassLog], school_days: Mapping[tuple[date, date], AbstractSet[date]]
) -> dict[School, SchoolCover]:
    """Find what each school covers. `school_days` are those from a first to a last date.

    Of two schools that report different weeks, neither lacks those of the other. A day that a
    log has, but without homework, is of its span all the same.
    """
    class_counts: Counter[School] = Counter()
    reported: dict[School, Counter[date]] = defaultdict(Counter)
    logged: dict[School, set[date]] = defaultdict(set)
    days = ((log.key.school, log.days, dates)
            for log, (_, dates) in zip(classes, reported_days(classes), strict=True))  # fmt: skip
    # Classes that follow each other mostly have the same days.
    for (school, all_days, dates), alike in groupby(days):
        times = sum(1 for _ in alike)
        class_counts[school] += times
        logged[school].update(all_days)
        for day in dates:
            reported[school][day] += times
    found: dict[School, SchoolCover] = {}
    for school, all_logged in logged.items():
        span = min(all_logged), max(all_logged)
        within, counts = school_days[span], reported[school]
        with_report = sum(n for day, n in counts.items() if day in within)
        found[school] = SchoolCover(*span, counts, class_counts[school] * len(within), with_report)
    return found


def cover(
    schools: Collection[SchoolCover],
    classes: Sequence[ClassLog],
    due: Mapping[ClassKey, ClassDue],
    settings: Settings,
) -> Coverage:
    """Days and classes with a report, of those `due` in a period, else of those in the spans."""
    if not schools and settings.period is None:
        return Coverage()
    span = settings.period or (
        min(school.first for school in schools), max(school.last for school in schools)
    )  # fmt: skip
    first, last = span
    school_days = settings.calendar.school_days(first, last)
    days = set(chain.from_iterable(school.reported for school in schools))
    all_days = len(school_days), len(days.intersection(school_days))
    if settings.period is not None:
        owed = sum(len(of_class.days) for of_class in due.values())
        kept = sum(of_class.reported for of_class in due.values())
        return Coverage(first, last, *all_days, len(due), owed, kept)
    owed = sum(school.class_days for school in schools)
    kept = sum(school.class_days_reported for school in schools)
    return Coverage(first, last, *all_days, len(classes), owed, kept)


def describe_basis(  # noqa: PLR0913  all a reader has to know about how it was judged
    pack: RulePack,
    ignored: Sequence[str],
    settings: Settings,
    gathered: Gathered,
    not_judged: Collection[tuple[ClassKey, date]],
    tallies: Iterable[Tally],
    logs: Sequence[Log],
) -> Basis:
    """Settings in force and what they kept from being judged."""
    # The classes of a table share their days, and a set is slow to tell that of long ones.
    spans = {id(table.days): table.days for log in gathered.classes for table in log.tables}
    days = set(chain.from_iterable(spans.values()))
    years = {day.year for day in (*days, *(settings.period or ()))}
    unknown = {year for year in years if not settings.calendar.is_known(year)}
    met = {tally.rule for tally in tallies}
    return Basis(
        school_system=settings.school_system,
        school_systems=tuple(_other_systems(gathered.homework, settings)),
        meets=settings.meets,
        period=settings.period,
        ignored=tuple(ignored),
        not_applied=tuple(_not_applied(pack.rules, met, logs, settings)),
        assumptions=tuple(_assumptions(settings, gathered.classes, not_judged, logs)),
        unknown_years=tuple(sorted(unknown)),
        senior_entries=len(gathered.senior),
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
