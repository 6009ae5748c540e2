"""What a report rests on: the rules, the settings and assumptions, what was not judged."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from homework_check.basis import AssumptionInForce, Basis, NotApplied, PackInfo, RuleInfo
from homework_check.rules.kinds import CoverageRule, FlagRule, TextRule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from datetime import date

    from homework_check.checker.classdays.gathered import ClassLog
    from homework_check.checker.examiner import Examined
    from homework_check.log import Log
    from homework_check.model import School
    from homework_check.report import ClassKey
    from homework_check.rules.kinds import Rule
    from homework_check.rules.pack import RulePack
    from homework_check.settings import Settings
    from homework_check.tally import Tally


def describe_basis(  # noqa: PLR0913  all a reader has to know about how it was judged
    pack: RulePack,
    ignored: Sequence[str],
    settings: Settings,
    examined: Examined,
    tallies: Iterable[Tally],
    logs: Sequence[Log],
) -> Basis:
    """Settings in force and what they kept from being judged."""
    gathered = examined.gathered
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
        assumptions=tuple(_assumptions(settings, gathered.classes, examined.not_judged, logs)),
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


def describe_pack(pack: RulePack) -> PackInfo:
    """The rules in force, as a report shows them."""
    return PackInfo(
        pack.id, pack.title.text(), tuple(map(_describe_rule, pack.rules)), pack.loosened
    )


def _describe_rule(rule: Rule) -> RuleInfo:
    limit = rule.at_most if rule.kind == "limit" else None
    return RuleInfo(
        id=rule.id,
        kind=rule.kind,
        aspect=rule.aspect,
        unit=rule.unit,
        severity=rule.severity,
        title=rule.title.text(),
        references=tuple(reference.text() for reference in rule.references),
        limit=None if isinstance(limit, dict) else limit,
        counted=tuple(point.text() for point in rule.explain.counted),
        short=rule.short.text(),
    )
