"""Class-days that are kept beyond doubt, nearly all of a long log: judged once, then counted."""

from __future__ import annotations

from dataclasses import fields
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from homework_check.checker.texts import first_match
from homework_check.memo import Memo
from homework_check.model import Work
from homework_check.rules.kinds import TextRule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from homework_check.checker.units import ClassDay
    from homework_check.model import Verdict
    from homework_check.report import DayResult
    from homework_check.rules.kinds import Rule
    from homework_check.schooldays import Calendar
    from homework_check.settings import Settings

_SAID = attrgetter(*(field.name for field in fields(Work) if field.name != "column"))


class PlainDay(NamedTuple):
    """What rules make of a class-day of which nothing has to be told.

    `outcomes` are ids of rules, verdicts (None: not judged), and how many units have them.
    `result` is what the rules that decide make of the class-day (None: none met it); `judged`
    says whether any limit rule judged it.
    """

    outcomes: tuple[tuple[str, Verdict | None, int], ...]
    result: DayResult | None
    judged: bool


class _DayKind(NamedTuple):
    """All that rules ask of a date. `weekday` None: none asks for it."""

    weekday: int | None
    is_school_day: bool
    is_before_days_off: bool
    is_vacation: bool
    is_in_doubt: bool


class PlainDays:
    """Class-days are alike if a grade has the same work on the same kind of day.

    `judge` judges one of them, by all rules but those of texts; None: it is not plain.
    """

    def __init__(
        self,
        rules: Sequence[Rule],
        settings: Settings,
        judge: Callable[[ClassDay], PlainDay | None],
    ) -> None:
        self._judge = judge
        by_weekday = any(rule.scope.weekdays for rule in rules)
        self._kinds = Memo(partial(_kind, settings.calendar, by_weekday=by_weekday))
        self._systems = Memo(settings.system_of)
        self._texts = [rule for rule in rules if isinstance(rule, TextRule)]
        self._quiet: set[str] = set()
        # Work is known by identity within its table; here it is the same in all of them.
        same: dict[object, Work] = {}
        self._same: Memo[tuple[Work, ...], tuple[Work, ...]] = Memo(
            lambda works: tuple(same.setdefault(_SAID(work), work) for work in works)
        )
        self._judged: dict[object, PlainDay | None] = {}

    def find(self, class_day: ClassDay) -> PlainDay | None:
        """What rules make of a class-day like this; None: it has to be looked at closely."""
        works: tuple[Work, ...] = ()
        for run in class_day.runs:
            if not self._quiet.issuperset(run.contents) and self._find_words(run.contents):
                return None
            works += self._same[run.works]
        (school, grade, _), day, _ = class_day
        alike = grade, self._systems[school.name], self._kinds[day], works
        try:
            return self._judged[alike]
        except KeyError:
            found = self._judged[alike] = self._judge(class_day)
            return found

    def _find_words(self, contents: Iterable[str]) -> bool:
        """Whether a rule of texts finds something in a content; each text is searched once."""
        for text in {*contents} - self._quiet:
            if any(first_match(rule, text) for rule in self._texts):
                return True
            self._quiet.add(text)
        return False


def _kind(calendar: Calendar, day: date, *, by_weekday: bool) -> _DayKind:
    return _DayKind(
        day.isoweekday() if by_weekday else None,
        calendar.is_school_day(day),
        calendar.is_before_days_off(day),
        calendar.is_vacation(day),
        calendar.is_in_doubt(day),
    )
