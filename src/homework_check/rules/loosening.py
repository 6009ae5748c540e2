"""Whether a rule asks for less than the rule of the same id in a pack it extends."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from homework_check.model import Severity
from homework_check.rules.kinds import CoverageRule, FlagRule, LimitRule, TextRule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.rules.base import Scope, Select
    from homework_check.rules.kinds import Rule


def is_looser(own: Rule, parent: Rule) -> bool:
    """Whether some unit or entry that `parent` finds fault with may pass under `own`.

    What cannot be compared, such as another kind or unit, counts as looser: it has to be
    told rather than hidden.
    """
    ranks = list(Severity)
    return (
        ranks.index(own.severity) > ranks.index(parent.severity)
        or _judges_less(own.scope, parent.scope)
        or _counts_less(own.select, parent.select)
        or _asks_less(own, parent)
    )


def _judges_less(own: Scope, parent: Scope) -> bool:
    return (
        own.school_days > parent.school_days
        or bool(set(parent.possible_grades) - set(own.possible_grades))
        or own.stage not in {None, parent.stage}
        or _covers_less(own.subjects, parent.subjects)
        or _covers_less(own.weekdays, parent.weekdays)
    )


def _counts_less(own: Select, parent: Select) -> bool:
    return (
        _covers_less(own.form, parent.form)
        or _covers_less(own.place, parent.place)
        or _covers_less(own.choice, parent.choice)
    )


def _covers_less(own: Sequence[object] | None, parent: Sequence[object] | None) -> bool:
    return own is not None and (parent is None or bool(set(parent) - set(own)))


def _asks_less(own: Rule, parent: Rule) -> bool:
    match own, parent:
        case LimitRule(), LimitRule():
            return (own.unit, own.counted) != (parent.unit, parent.counted) or any(
                _limit(own, grade) > _limit(parent, grade) for grade in parent.scope.possible_grades
            )
        case FlagRule(), FlagRule():
            return own.field != parent.field or own.at_least < parent.at_least
        case CoverageRule(), CoverageRule():
            return False
        case TextRule(), TextRule():
            return _covers_less(own.patterns, parent.patterns)
        case _:
            return True


def _limit(rule: LimitRule, grade: int) -> float:
    limit = rule.limit_for(grade)
    return inf if limit is None else limit
