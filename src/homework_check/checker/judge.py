"""All rules over all class-days: the plain ones are counted, the others looked at closely."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from homework_check.checker.classdays.gathered import find_rivals, in_order
from homework_check.checker.classdays.reports_of_a_day import part_of
from homework_check.checker.classdays.versions import SettledDay, settle
from homework_check.checker.kinds.applied import apply, tell
from homework_check.checker.plain import CLOSE, Outcomes, PlainDay, PlainDays
from homework_check.checker.tallies import count, worst
from homework_check.memo import Memo
from homework_check.model import Severity
from homework_check.report import DayResult, minutes
from homework_check.rules.kinds import LimitRule, TextRule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from homework_check.checker.classdays.gathered import ClassDay, ClassLog, Rivals
    from homework_check.checker.classdays.versions import Settled
    from homework_check.checker.kinds.limit import Judgement
    from homework_check.checker.tallies import ClassCount, Outcome
    from homework_check.model import Verdict
    from homework_check.report import ClassKey, Finding
    from homework_check.rules.kinds import Rule
    from homework_check.settings import Settings

_Said: TypeAlias = "tuple[tuple[tuple[str, Verdict | None, int], ...], tuple[Verdict | None, ...]]"
"""What `Outcomes` are made of."""

_OUTCOMES: attrgetter[Outcomes] = attrgetter("outcomes")
_RESULT: attrgetter[DayResult | None] = attrgetter("result")
_IS_JUDGED: attrgetter[bool] = attrgetter("judged")


class Judged(NamedTuple):
    """The outcome of all rules.

    `counts` are of all classes. `judgements` and `settled` are of the class-days that are not
    plain. `days` are the class-days of each class that a deciding rule met; `not_judged` are
    those that no limit rule judged.
    """

    counts: Mapping[ClassKey, ClassCount]
    findings: tuple[Finding, ...]
    judgements: tuple[Judgement, ...]
    settled: tuple[tuple[ClassDay, Settled], ...]
    days: Mapping[ClassKey, Mapping[date, DayResult]]
    not_judged: frozenset[tuple[ClassKey, date]]


class _Divided(NamedTuple):
    """What comes of the plain class-days, how often in each class, and which are not plain."""

    plain: Sequence[tuple[ClassKey, Mapping[Outcomes, int]]]
    days: dict[ClassKey, dict[date, DayResult]]
    close: Sequence[ClassDay]
    not_judged: Sequence[tuple[ClassKey, date]]


class Judge:
    """Applies rules to classes; what it has found of a class-day holds for all that are alike."""

    def __init__(self, rules: Sequence[Rule], settings: Settings) -> None:
        self._rules, self._settings = rules, settings
        self._is_by_week = any(isinstance(r, LimitRule) and r.unit == "class-week" for r in rules)
        judge = partial(_judge_plainly, rules, settings, Memo(_outcomes))
        self._plain_days = PlainDays(rules, settings, judge)
        self._by_id = {rule.id: rule for rule in rules}
        self._order = {rule: number for number, rule in enumerate(self._by_id)}
        # Most classes have what many others have.
        self._counts = Memo(self._count)

    def judge(self, classes: Sequence[ClassLog]) -> Judged:
        """Apply every rule. `classes` are all those of their schools."""
        rivals = find_rivals(classes)
        plain, of_plain, close, not_judged = self._divide(classes, rivals)
        settled = [(class_day, settle(class_day.entries)) for class_day in close]
        applied = apply(self._rules, _settled_days(settled, rivals), self._settings)
        met = {(j.key, day) for j in applied.judgements if j.verdict is not None for day in j.days}
        of_close = _results(applied.judgements)
        days = {
            key: found | of_close[key] if key in of_close else found
            for key, found in of_plain.items()
        }
        unmet = [(c.key, c.day) for c in close if (c.key, c.day) not in met]
        return Judged(
            counts=self._count_all(plain, applied.outcomes, of_close),
            findings=tuple(tell(applied)),
            judgements=applied.judgements,
            settled=tuple(settled),
            days=days,
            not_judged=frozenset((*not_judged, *unmet)),
        )

    def _divide(self, classes: Sequence[ClassLog], rivals: Rivals) -> _Divided:
        plain: list[tuple[ClassKey, Mapping[Outcomes, int]]] = []
        days: dict[ClassKey, dict[date, DayResult]] = {}
        close: list[ClassDay] = []
        not_judged: list[tuple[ClassKey, date]] = []
        for log in classes:
            key = log.key
            found = [CLOSE] * len(log.works) if self._is_by_week else self._plain_days.find(log)
            if rivals:
                found = [CLOSE if (key, day) in rivals else one
                         for day, one in zip(log.days, found, strict=True)]  # fmt: skip
            # Outcomes are known by identity, and those of `CLOSE` are no others'.
            times = Counter(map(_OUTCOMES, found))
            if times.pop(CLOSE.outcomes, 0):
                close += log.on(_days_with(log, found, lambda one: one is CLOSE))
            plain.append((key, times))
            results = zip(log.days, map(_RESULT, found), strict=True)
            days[key] = {day: result for day, result in results if result is not None}
            if not all(map(_IS_JUDGED, found)):
                of_none = _days_with(log, found, lambda one: not one.judged and one is not CLOSE)
                not_judged += [(key, day) for day in of_none]
        return _Divided(plain, days, in_order(close, classes), not_judged)

    def _count_all(
        self,
        plain: Iterable[tuple[ClassKey, Mapping[Outcomes, int]]],
        others: Iterable[Outcome],
        results: Mapping[ClassKey, Mapping[date, DayResult]],
    ) -> dict[ClassKey, ClassCount]:
        """Count the plain class-days and the others of each class."""
        close: dict[ClassKey, list[tuple[Rule, Verdict | None, int]]] = defaultdict(list)
        for rule, key, verdict, times in others:
            close[key].append((rule, verdict, times))
        counts: dict[ClassKey, ClassCount] = {}
        for key, found in plain:
            days = frozenset(found.items())
            if key not in close and key not in results:
                counts[key] = self._counts[days]
            else:
                verdicts = [result.verdict for result in results.get(key, {}).values()]
                counts[key] = self._count(days, close[key], verdicts)
        return counts

    def _count(
        self,
        days: Iterable[tuple[Outcomes, int]],
        others: Iterable[tuple[Rule, Verdict | None, int]] = (),
        verdicts: Iterable[Verdict | None] = (),
    ) -> ClassCount:
        """Count so many plain days of each outcome, and other units, in the order of the rules.

        `verdicts` are of the class-days that are not plain.
        """
        of_days = (
            (self._by_id[rule], verdict, times * many)
            for outcomes, many in days
            for rule, verdict, times in outcomes.each
        )
        units = sorted((*of_days, *others), key=lambda unit: self._order[unit[0].id])
        of_day = ((verdict, many) for outcomes, many in days for verdict in outcomes.of_day)
        return count(units, (*of_day, *((verdict, 1) for verdict in verdicts)))


def _days_with(
    log: ClassLog, found: Iterable[PlainDay], wanted: Callable[[PlainDay], bool]
) -> list[date]:
    return [day for day, one in zip(log.days, found, strict=True) if wanted(one)]


def _outcomes(said: _Said) -> Outcomes:
    return Outcomes(*said)


def _judge_plainly(
    rules: Sequence[Rule],
    settings: Settings,
    shared: Memo[_Said, Outcomes],
    class_day: ClassDay,
) -> PlainDay | None:
    """Judge a class-day by all rules but those of texts; None if something has to be told."""
    settled = settle(class_day.entries)
    if not settled.is_single:
        return None
    day = SettledDay(class_day, settled.entries)
    applied = apply([r for r in rules if not isinstance(r, TextRule)], [day], settings)
    if not applied.is_silent:
        return None
    result = _results(applied.judgements).get(class_day.key, {}).get(class_day.day)
    works = [entry.work for entry in class_day.entries]
    each = tuple((o.rule.id, o.verdict, o.times) for o in applied.outcomes if o.times)
    return PlainDay(
        shared[each, () if result is None else (result.verdict,)],
        result,
        any(judgement.verdict is not None for judgement in applied.judgements),
        by_contents=len({*map(part_of, works)}) < len(works),
    )


def _settled_days(settled: Iterable[tuple[ClassDay, Settled]], rivals: Rivals) -> list[SettledDay]:
    return [
        SettledDay(class_day, found.entries, rivals.get((class_day.key, class_day.day), ()))
        for class_day, found in settled
    ]


def _results(judgements: Iterable[Judgement]) -> dict[ClassKey, dict[date, DayResult]]:
    """The class-days of each class that a deciding rule met: the worst that such make of each."""
    met: dict[tuple[ClassKey, date], list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        rule = judgement.rule
        if rule.unit == "class-day" and rule.severity is Severity.ERROR:
            met[judgement.key, judgement.days[0]].append(judgement)
    results: dict[ClassKey, dict[date, DayResult]] = defaultdict(dict)
    for (key, day), of_day in met.items():
        verdict = worst(judgement.verdict for judgement in of_day)
        deciding = next(judgement for judgement in of_day if judgement.verdict is verdict)
        amount = deciding.amount
        results[key][day] = DayResult(
            verdict,
            deciding.rule.counted,
            minutes(amount.low),
            None if amount.high is None else minutes(amount.high),
            minutes(deciding.limit),
        )
    return results
