"""Which class-days, and which entries of them, a rule looks at."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.checker.classdays.versions import SettledDay
    from homework_check.model import Entry
    from homework_check.report import ClassKey
    from homework_check.rules.base import Scope
    from homework_check.settings import Settings


def in_scope(scope: Scope, days: Sequence[SettledDay], settings: Settings) -> list[SettledDay]:
    """The class-days of the grades and weekdays that `scope` names."""
    within = [day for day in days if is_class_in_scope(scope, day.class_day.key, settings)]
    if scope.weekdays is None:
        return within
    weekdays = {*scope.weekdays}
    return [day for day in within if day.class_day.day.isoweekday() in weekdays]


def is_class_in_scope(scope: Scope, key: ClassKey, settings: Settings) -> bool:
    """Whether `scope` names the grade and the stage of a class."""
    if scope.grades is not None and key.grade not in scope.grades:
        return False
    if scope.stage is None:
        return True
    system = settings.system_of(key.school.name, key.school.county)
    return scope.stage == system.stage(key.grade)


def entries_in_scope(
    scope: Scope, days: Sequence[SettledDay], settings: Settings
) -> list[SettledDay]:
    """What rules that judge entry by entry look at: class-days, and the subjects in them."""
    within = in_scope(scope, days, settings)
    if scope.school_days:
        within = [day for day in within if settings.calendar.is_school_day(day.class_day.day)]
    if scope.subjects is None:
        return within
    subjects = {*scope.subjects}
    return [_only(day, [e for e in day.entries if e.subject in subjects]) for day in within]


def _only(day: SettledDay, entries: Sequence[Entry]) -> SettledDay:
    return day._replace(entries=tuple(entries))
