"""Class-days that are kept beyond doubt, nearly all of a long log: judged once, then counted."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from itertools import compress
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from homework_check.checker.kinds.scope import is_class_in_scope
from homework_check.checker.kinds.text import is_hit
from homework_check.memo import Memo
from homework_check.rules.kinds import LimitRule, TextRule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from collections.abc import Set as AbstractSet
    from datetime import date

    from homework_check.checker.classdays.gathered import ClassDay, ClassLog
    from homework_check.log import Entries, Run
    from homework_check.model import School, Verdict
    from homework_check.report import ClassKey, DayResult
    from homework_check.rules.kinds import Rule
    from homework_check.schooldays import Calendar
    from homework_check.settings import SchoolSystem, Settings


@dataclass(frozen=True, slots=True, eq=False)
class Outcomes:
    """Ids of rules, verdicts (None: not judged), and how many units have them.

    `of_day` is the verdict of the class-day itself, and nothing where no deciding rule met it.
    Nearly all class-days have one of a few outcomes, which are known by identity.
    """

    each: tuple[tuple[str, Verdict | None, int], ...]
    of_day: tuple[Verdict | None, ...] = ()


class PlainDay(NamedTuple):
    """What rules make of a class-day of which nothing has to be told.

    `result` is what the rules that decide make of the class-day (None: none met it); `judged`
    says whether any limit rule judged it; `by_contents` that some of its
    entries are of one part of the work, so that another with the same work may have one twice.
    """

    outcomes: Outcomes
    result: DayResult | None
    judged: bool
    by_contents: bool = False


CLOSE: Final = PlainDay(Outcomes(()), None, judged=False)
"""Stands for a class-day that is not plain."""

_Limits: TypeAlias = tuple[float | bool | None, ...]
"""What each rule asks of a class."""


class _DayKind(NamedTuple):
    """All that rules ask of a date. `weekday` None: none asks for it."""

    weekday: int | None
    is_school_day: bool
    may_bear_days_off: bool
    is_vacation: bool
    is_in_doubt: bool


class PlainDays:
    """Class-days are alike if they have the same limits, work and kind of day.

    `judge` judges one of them, by all rules but those of texts; None: it is not plain.
    """

    def __init__(
        self,
        rules: Sequence[Rule],
        settings: Settings,
        judge: Callable[[ClassDay], PlainDay | None],
    ) -> None:
        self._rules, self._settings, self._judge = rules, settings, judge
        by_weekday = any(rule.scope.weekdays for rule in rules)
        kind = partial(_kind, settings.calendar, by_weekday=by_weekday)
        numbers: dict[_DayKind, int] = {}
        kinds: Memo[date, int] = Memo(lambda day: numbers.setdefault(kind(day), len(numbers)))
        # The classes of a log mostly report the same days.
        self._kinds: Memo[tuple[date, ...], list[int]] = Memo(kinds.all)
        self._systems: Memo[School, SchoolSystem] = Memo(
            lambda school: settings.system_of(school.name, school.county)
        )
        texts = [rule for rule in rules if isinstance(rule, TextRule)]
        self._is_hit = Memo(partial(is_hit, [p for rule in texts for p in rule.patterns]))
        self._hits = Memo(self._find_hits)
        self._judged: dict[_Limits, dict[object, PlainDay]] = defaultdict(dict)
        self._by_class: dict[tuple[int, SchoolSystem], dict[object, PlainDay]] = {}

    def find(self, log: ClassLog) -> list[PlainDay]:
        """What rules make of each date of a class; `CLOSE`: it has to be looked at closely."""
        judged = self._judged_alike(log.key)
        alike = list(zip(self._kinds[log.days], log.works, strict=True))
        # NOTE: to ask first whether all are known would look each of them up twice.
        try:
            found = list(map(judged.__getitem__, alike))
        except KeyError:
            new = {kind: day for kind, day in zip(alike, log.days, strict=True)
                   if kind not in judged}  # fmt: skip
            for kind, class_day in zip(new, log.on(new.values()), strict=True):
                judged[kind] = self._judge(class_day) or CLOSE
            found = list(map(judged.__getitem__, alike))
        if asked := [day for day, plain in zip(log.days, found, strict=True) if plain.by_contents]:
            twice = {day for _, day, runs in log.on(asked) if _may_be_twice(runs)}
            found = _close_on(log.days, found, twice)
        if any(map(self._hits.__getitem__, [table.of for table in log.tables])):
            hit = {day for _, day, runs in log.on(log.days) if self._are_hit(runs)}
            found = _close_on(log.days, found, hit)
        return found

    def _are_hit(self, runs: Iterable[Run]) -> bool:
        return any(not self._hits[run.of].isdisjoint(run.span) for run in runs)

    def _judged_alike(self, key: ClassKey) -> dict[object, PlainDay]:
        """What was found of class-days of classes with the same limits."""
        alike = key.grade, self._systems[key.school]
        judged = self._by_class.get(alike)
        if judged is None:
            limits = tuple(_limit(rule, key, self._settings) for rule in self._rules)
            judged = self._by_class[alike] = self._judged[limits]
        return judged

    def _find_hits(self, entries: Entries) -> frozenset[int]:
        """The entries in whose contents a rule of texts finds something."""
        found = self._is_hit.all(entries.contents)
        return frozenset(compress(range(len(found)), found))


def _close_on(
    days: Iterable[date], found: Iterable[PlainDay], close: AbstractSet[date]
) -> list[PlainDay]:
    return [CLOSE if day in close else plain for day, plain in zip(days, found, strict=True)]


def _may_be_twice(runs: Iterable[Run]) -> bool:
    """Whether work of one part stands in several sheets, or in the same words."""
    contents = [run.of.contents[at] for run in runs for at in run.span]
    sheets = {(run.of.table.source, run.of.table.sheet) for run in runs}
    return len(sheets) > 1 or len(set(contents)) < len(contents)


def _limit(rule: Rule, key: ClassKey, settings: Settings) -> float | bool | None:
    """What a rule asks of a class. None: nothing; True: something other than an amount."""
    if not is_class_in_scope(rule.scope, key, settings):
        return None
    return rule.limit_for(key.grade) if isinstance(rule, LimitRule) else True


def _kind(calendar: Calendar, day: date, *, by_weekday: bool) -> _DayKind:
    return _DayKind(
        day.isoweekday() if by_weekday else None,
        calendar.is_school_day(day),
        calendar.may_bear_days_off(day),
        calendar.is_vacation(day),
        calendar.is_in_doubt(day),
    )
