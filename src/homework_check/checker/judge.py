"""All rules over all class-days: what was found, and the verdict of every unit."""

from __future__ import annotations

from collections import defaultdict
from operator import attrgetter
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from homework_check.checker.entry_findings import flag_findings, text_finding
from homework_check.checker.flags import ask
from homework_check.checker.limit_findings import limit_finding
from homework_check.checker.limits import Judgement, SettledDay, in_scope, judge
from homework_check.checker.tallies import Outcome
from homework_check.checker.texts import search
from homework_check.checker.versions import settle
from homework_check.model import Verdict
from homework_check.rules.kinds import FlagRule, LimitRule, TextRule
from homework_check.schooldays import is_school_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from homework_check.checker.flags import Answers
    from homework_check.checker.units import ClassDay
    from homework_check.checker.versions import Settled
    from homework_check.model import Entry
    from homework_check.report import ClassKey, Finding
    from homework_check.rules.base import Scope
    from homework_check.rules.kinds import Rule
    from homework_check.settings import SchoolSystem


_WORK = attrgetter("work")


class Judged(NamedTuple):
    """The outcome of all rules. `judgements` are the units of limit rules alone."""

    outcomes: tuple[Outcome, ...]
    findings: tuple[Finding, ...]
    judgements: tuple[Judgement, ...]


def judge_all(rules: Iterable[Rule], days: Sequence[SettledDay], system: SchoolSystem) -> Judged:
    """Apply every rule of the pack."""
    outcomes: list[Outcome] = []
    findings: list[Finding] = []
    judgements: list[Judgement] = []
    for rule in rules:
        match rule:
            case LimitRule():
                units = list(judge(rule, days, system))
                judgements += units
                of_day = rule.unit == "class-day"
                outcomes += [
                    Outcome(rule, u.key, u.day if of_day else None, u.verdict) for u in units
                ]
                findings += [limit_finding(u) for u in units if _is_told(u.verdict)]
            case FlagRule():
                answers = ask(rule, entries_in_scope(rule.scope, days, system))
                outcomes += _outcomes(rule, answers)
                findings += flag_findings(rule, answers)
            case TextRule():
                hits = search(rule, entries_in_scope(rule.scope, days, system))
                findings += [text_finding(rule, hit) for hit in hits]
    return Judged(tuple(outcomes), tuple(findings), tuple(judgements))


def entries_in_scope(
    scope: Scope, days: Sequence[SettledDay], system: SchoolSystem
) -> list[SettledDay]:
    """What rules that judge entry by entry look at: class-days, and the subjects in them."""
    within = in_scope(scope, days, system)
    if scope.school_days:
        within = [day for day in within if is_school_day(day.class_day.day)]
    if scope.subjects is None:
        return within
    subjects = {*scope.subjects}
    return [_only(day, [e for e in day.entries if e.subject in subjects]) for day in within]


def _only(day: SettledDay, entries: Sequence[Entry]) -> SettledDay:
    return day._replace(entries=tuple(entries), works=tuple(map(_WORK, entries)))


def _outcomes(rule: FlagRule, answers: Iterable[Answers]) -> Iterator[Outcome]:
    for key, kept, broken, undecided in answers:
        yield Outcome(rule, key, None, Verdict.KEPT, kept)
        yield Outcome(rule, key, None, Verdict.BROKEN, len(broken))
        yield Outcome(rule, key, None, Verdict.UNDECIDED, len(undecided))


def _is_told(verdict: Verdict | None) -> bool:
    return verdict in {Verdict.BROKEN, Verdict.UNDECIDED}


def settle_days(class_days: Sequence[ClassDay]) -> tuple[list[SettledDay], list[Settled]]:
    """Settle what was reported twice, day by day, and find sources nobody can tell apart."""
    rivals = _rivals(class_days)
    settled = [settle(class_day.entries) for class_day in class_days]
    days = [
        SettledDay(
            class_day,
            found.entries,
            tuple(map(_WORK, found.entries)),
            rivals.get((class_day.key, class_day.day), ()),
        )
        for class_day, found in zip(class_days, settled, strict=True)
    ]
    return days, settled


def _rivals(class_days: Iterable[ClassDay]) -> dict[tuple[ClassKey, date], tuple[str, ...]]:
    """Class-days that several sources without a school's name report in one folder."""
    groups: dict[tuple[object, ...], list[tuple[ClassKey, date]]] = defaultdict(list)
    for class_day in class_days:
        key = class_day.key
        if key.school.name is None:
            folder = PurePosixPath(key.school.source or "").parent
            groups[folder, key.grade, key.name, class_day.day].append((key, class_day.day))
    return {
        unit: tuple(str(other.school.source) for other, _ in units if other != unit[0])
        for units in groups.values()
        if len(units) > 1
        for unit in units
    }
