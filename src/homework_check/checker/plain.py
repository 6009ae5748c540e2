"""Class-days that are kept beyond doubt, nearly all of a long log: judged once, then counted."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

from homework_check.checker.texts import first_match
from homework_check.memo import Memo
from homework_check.rules.kinds import TextRule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from homework_check.checker.units import ClassDay, ClassLog
    from homework_check.log import Entries
    from homework_check.model import Verdict
    from homework_check.report import DayResult
    from homework_check.rules.kinds import Rule
    from homework_check.schooldays import Calendar
    from homework_check.settings import Settings


@dataclass(frozen=True, slots=True, eq=False)
class Outcomes:
    """Ids of rules, verdicts (None: not judged), and how many units have them.

    Nearly all class-days have one of a few, which are known by identity.
    """

    each: tuple[tuple[str, Verdict | None, int], ...]


class PlainDay(NamedTuple):
    """What rules make of a class-day of which nothing has to be told.

    `result` is what the rules that decide make of the class-day (None: none met it); `judged`
    says whether any limit rule judged it.
    """

    outcomes: Outcomes
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
        self._has_words = Memo(self._search)
        self._hits = Memo(self._find_hits)
        self._judged: dict[object, dict[object, PlainDay | None]] = defaultdict(dict)

    def find(self, log: ClassLog) -> Iterator[tuple[date, PlainDay | None]]:
        """Every date of a class with what rules make of it; None: it has to be looked at."""
        school, grade, _ = log.key
        judged = self._judged[grade, self._systems[school.name]]
        hit = any(self._hits[table.of] for table in log.tables)
        for day, works in log.works.items():
            if hit and any(not self._hits[run.of].isdisjoint(run.span) for run in log.on(day).runs):
                yield day, None
                continue
            alike = self._kinds[day], works
            if alike not in judged:
                judged[alike] = self._judge(log.on(day))
            yield day, judged[alike]

    def _find_hits(self, entries: Entries) -> frozenset[int]:
        """The entries in whose contents a rule of texts finds something."""
        found = self._has_words.all(entries.contents)
        return frozenset(compress(range(len(found)), found))

    def _search(self, text: str) -> bool:
        return any(first_match(rule, text) for rule in self._texts)


def _kind(calendar: Calendar, day: date, *, by_weekday: bool) -> _DayKind:
    return _DayKind(
        day.isoweekday() if by_weekday else None,
        calendar.is_school_day(day),
        calendar.is_before_days_off(day),
        calendar.is_vacation(day),
        calendar.is_in_doubt(day),
    )
