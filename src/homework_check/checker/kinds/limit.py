"""Rules of kind ``limit``: each unit's amount is at most so much."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from homework_check.checker.kinds.contributions import (
    ONE,
    Contribution,
    Selection,
    find_contributions,
    selector,
    spreads,
)
from homework_check.checker.kinds.layers import add
from homework_check.checker.kinds.scope import in_scope
from homework_check.model import Amount, Verdict
from homework_check.rules.base import Select
from homework_check.schooldays import Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from homework_check.checker.classdays.versions import SettledDay
    from homework_check.memo import Memo
    from homework_check.model import Work
    from homework_check.report import ClassKey
    from homework_check.rules.kinds import LimitRule
    from homework_check.schooldays import Calendar
    from homework_check.settings import Settings


class Judgement(NamedTuple):
    """One unit of a limit rule. `verdict` None: not judged. Amounts are in tenths.

    `days` are the dates that were judged, of a unit that was not those in scope: one, but for
    a class-week. `subject` is set for a subject-day only.
    """

    rule: LimitRule
    key: ClassKey
    days: tuple[date, ...]
    subject: str | None
    verdict: Verdict | None
    amount: Amount
    limit: int
    contributions: tuple[Contribution, ...]
    cause: str | None = None
    rivals: tuple[str, ...] = ()


def judge(rule: LimitRule, days: Sequence[SettledDay], settings: Settings) -> Iterator[Judgement]:
    """Judge every unit in the rule's scope."""
    select = selector(rule.select)
    within = in_scope(rule.scope, days, settings)
    if rule.unit == "class-week":
        weeks: dict[tuple[ClassKey, date], list[SettledDay]] = defaultdict(list)
        for day in within:
            monday = Period.week_of(day.class_day.day).first
            weeks[day.class_day.key, monday].append(day)
        for week in weeks.values():
            yield from _judge_unit(rule, select, week, settings.calendar)
        return
    for day in within:
        yield from _judge_unit(rule, select, [day], settings.calendar)


def _judge_unit(
    rule: LimitRule,
    select: Memo[Work, Selection],
    days: Sequence[SettledDay],
    calendar: Calendar,
) -> Iterator[Judgement]:
    limit = rule.limit_for(days[0].class_day.key.grade)
    if limit is None:
        return
    judged = [day for day in days if _is_judged(rule, day, calendar)]
    in_doubt = any(calendar.is_in_doubt(day.class_day.day) for day in judged)
    by_day = [
        find_contributions(
            day.entries, rule, select, spreads=spreads(rule, day.class_day.day, calendar)
        )
        for day in judged or days
    ]
    subjects: Iterable[str | None] = (None,)
    if rule.unit == "subject-day":
        subjects = dict.fromkeys(c.entry.subject for part in by_day for c in part)
    for subject in subjects:
        if not _subject_in_scope(rule, subject):
            continue
        parts = [[c for c in part if _counts_for(rule, c, subject)] for part in by_day]
        contributions = tuple(c for part in parts for c in part)
        amount = _days_with_homework(parts) if rule.counted == "days" else add(contributions)
        most = round(limit * ONE)
        verdict, cause = _verdict(rule, judged, contributions, amount, most)
        if in_doubt:
            verdict, cause = Verdict.UNDECIDED, "summer"
        rivals = tuple(dict.fromkeys(r for day in judged for r in day.rivals))
        key = days[0].class_day.key
        dates = tuple(day.class_day.day for day in judged or days)
        yield Judgement(
            rule, key, dates, subject, verdict, amount, most, contributions, cause, rivals
        )


def _is_judged(rule: LimitRule, day: SettledDay, calendar: Calendar) -> bool:
    """Vacations are judged by no rule, other days without school not by all."""
    date_ = day.class_day.day
    if calendar.is_vacation(date_) or any(entry.work.vacation for entry in day.entries):
        return False
    return not rule.scope.school_days or calendar.is_school_day(date_)


def _subject_in_scope(rule: LimitRule, subject: str | None) -> bool:
    wanted = rule.scope.subjects
    return wanted is None or rule.unit != "subject-day" or subject in {*wanted, None}


def _counts_for(rule: LimitRule, contribution: Contribution, subject: str | None) -> bool:
    if rule.unit == "subject-day":
        return contribution.entry.subject == subject
    return rule.scope.subjects is None or contribution.entry.subject in rule.scope.subjects


def _days_with_homework(parts: Sequence[Sequence[Contribution]]) -> Amount:
    certain = sum(any(c.amount.low for c in part) for part in parts)
    possible = sum(any(c.amount.high != 0 for c in part) for part in parts)
    return Amount(certain * ONE, possible * ONE)


def _verdict(
    rule: LimitRule,
    judged: Sequence[SettledDay],
    contributions: Sequence[Contribution],
    amount: Amount,
    most: int,
) -> tuple[Verdict | None, str | None]:
    """The verdict, and why it is undecided if it is."""
    if not judged:
        return None, None
    if amount.low > most:
        return Verdict.BROKEN, None
    if any(day.rivals for day in judged):
        return Verdict.UNDECIDED, "unnamed"
    if amount.high is not None and amount.high <= most:
        return Verdict.KEPT, None
    doubts = {doubt for c in contributions for doubt in c.doubts}
    if rule.counted == "entries" and doubts <= {*Select._fields}:
        field = next(field for field in Select._fields if field in doubts)
        return Verdict.UNDECIDED, f"entries-{field}"
    if rule.counted == "entries" and doubts == {"versions"}:
        return Verdict.UNDECIDED, "entries-versions"
    if "minutes" in doubts and amount.high is None:
        return Verdict.UNDECIDED, "minutes"
    return Verdict.UNDECIDED, doubts.pop() if len(doubts) == 1 else "mixed"
