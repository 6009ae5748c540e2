"""What a rule pack allows one class on one day, as far as a form can show it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from homework_check.rules.kinds import LimitRule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.model import Form, Place
    from homework_check.rules.kinds import Rule
    from homework_check.rules.pack import RulePack
    from homework_check.settings import SchoolSystem

_EVERY_GRADE = range(1, 10)
"""Compulsory education; above it nothing is judged."""

_WEEK, _WEEKDAYS = range(1, 8), range(1, 6)


class DayLimit(NamedTuple):
    """A limit on the homework of one class on one day, for grades in which it is the same.

    `forms`, `places` and `choices` are those that count; None: all. `weekdays` count from
    Monday = 1. A rule for school days is one for Monday to Friday: a workbook knows no
    holidays.
    """

    counted: Literal["minutes", "entries"]
    at_most: float
    grades: tuple[int, ...]
    weekdays: tuple[int, ...]
    forms: tuple[Form, ...] | None
    places: tuple[Place, ...] | None
    choices: tuple[str, ...] | None


def day_limits(pack: RulePack, system: SchoolSystem) -> tuple[DayLimit, ...]:
    """The limits of `pack` on a class-day, the lowest grades first."""
    limits = [limit for rule in pack.rules if is_day_limit(rule) for limit in _limits(rule, system)]
    return tuple(sorted(limits, key=lambda limit: limit.grades))


def is_day_limit(rule: Rule) -> bool:
    """Whether a rule limits all homework of a class-day, not only that of some subjects."""
    return isinstance(rule, LimitRule) and rule.unit == "class-day" and not rule.scope.subjects


def grades_of(pack: RulePack, system: SchoolSystem) -> tuple[int, ...]:
    """The grades that a limit of `pack` is for; all of compulsory education if it has none."""
    limited = {
        grade
        for rule in pack.rules
        if isinstance(rule, LimitRule)
        for grade in _grades(rule, system)
    }
    return tuple(sorted(limited)) or tuple(_EVERY_GRADE)


def subjects_of(pack: RulePack) -> tuple[str, ...]:
    """The subjects that rules of `pack` name, each once."""
    return tuple(dict.fromkeys(s for rule in pack.rules for s in rule.scope.subjects or ()))


def _limits(rule: Rule, system: SchoolSystem) -> Sequence[DayLimit]:
    if not isinstance(rule, LimitRule) or rule.counted == "days":
        return ()
    by_amount: dict[float, list[int]] = {}
    for grade in _grades(rule, system):
        amount = rule.limit_for(grade)
        if amount is not None:
            by_amount.setdefault(amount, []).append(grade)
    days = _WEEKDAYS if rule.scope.school_days else _WEEK
    return [
        DayLimit(
            counted=rule.counted,
            at_most=amount,
            grades=tuple(grades),
            weekdays=tuple(day for day in rule.scope.weekdays or days if day in days),
            forms=rule.select.form,
            places=rule.select.place,
            choices=rule.select.choice,
        )
        for amount, grades in by_amount.items()
    ]


def _grades(rule: LimitRule, system: SchoolSystem) -> list[int]:
    return [
        grade
        for grade in _EVERY_GRADE
        if rule.scope.stage in {None, system.stage(grade)}
        and grade in (rule.scope.grades or _EVERY_GRADE)
        and rule.limit_for(grade) is not None
    ]
