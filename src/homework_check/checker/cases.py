"""A rule's own examples, judged by the same code as a school's log."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from homework_check.checker.classdays.gathered import gather
from homework_check.checker.classdays.versions import SettledDay, settle
from homework_check.checker.kinds.coverage import outcomes_of
from homework_check.checker.kinds.flag import ask
from homework_check.checker.kinds.limit import judge
from homework_check.checker.kinds.scope import entries_in_scope
from homework_check.checker.kinds.text import search
from homework_check.checker.submissions.due import find_due
from homework_check.checker.tallies import worst
from homework_check.expected import ExpectedGrade, ExpectedSchool
from homework_check.log import Entries
from homework_check.model import UNKNOWN, Amount, Entry, Form, Place, School, Verdict, Work
from homework_check.report import minutes
from homework_check.rules.cases import CoverageEntry
from homework_check.rules.kinds import CoverageRule, FlagRule, LimitRule, TextRule
from homework_check.settings import SchoolSystem, Settings
from homework_check.table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.rules.cases import AnyCase, CaseEntry
    from homework_check.rules.kinds import Rule
    from homework_check.rules.pack import RulePack

_SCHOOL_DAY = date(2023, 9, 5)  # a Tuesday
_SCHOOL, _CLASS = "case", "1"
_TABLE = Table("case", None, "A1:A1", "list", (1,), ())
_FORMS = {"written": Form.WRITTEN, "unknown": None}


class CaseResult(NamedTuple):
    """What came of one of a rule's own examples; `number` counts from 1."""

    rule: str
    number: int
    expected: str
    actual: str
    ok: bool


class _Outcome(NamedTuple):
    """What a rule says of an example; `measured` is ``-`` where nothing is counted."""

    verdict: str
    measured: str


def run_cases(pack: RulePack) -> tuple[CaseResult, ...]:
    """Judge the examples of every rule of `pack` with that rule alone."""
    results: list[CaseResult] = []
    for rule in pack.rules:
        cases: Sequence[AnyCase] = rule.cases
        results += [_result(rule, number, case) for number, case in enumerate(cases, start=1)]
    return tuple(results)


def _result(rule: Rule, number: int, case: AnyCase) -> CaseResult:
    outcome = _run(rule, case)
    expected, actual = str(case.verdict), outcome.verdict
    if case.measured is not None:
        expected, actual = f"{expected} {case.measured:g}", f"{actual} {outcome.measured}"
    return CaseResult(rule.id, number, expected, actual, expected == actual)


def _run(rule: Rule, case: AnyCase) -> _Outcome:
    """Judge one example: a class-day of the rule's first grade, or of the case's own."""
    if isinstance(rule, CoverageRule):
        return _Outcome(str(_reported(rule, case)), "-")
    grade = case.grade or _first_grade(rule)
    entries = [_entry(entry, grade, row) for row, entry in enumerate(case.entries, start=2)]
    settings = Settings(school_system=_system(rule, grade))
    gathered = gather([Entries.of(_TABLE, entries)], None, (date.min, None))
    days = [SettledDay(day, settle(day.entries).entries) for day in gathered.class_days]
    match rule:
        case LimitRule():
            units = list(judge(rule, days, settings))
            least = max((unit.amount.low for unit in units), default=0)
            verdict = worst(unit.verdict for unit in units)
            return _Outcome(str(verdict or "not judged"), f"{minutes(least):g}")
        case FlagRule():
            answers = ask(rule, entries_in_scope(rule.scope, days, settings))
            if not answers:
                return _Outcome("not judged", "-")
            (answer,) = answers
            found = {Verdict.BROKEN: answer.broken, Verdict.UNDECIDED: answer.undecided}
            verdict = worst([v for v, entries in found.items() if entries] or [Verdict.KEPT])
            return _Outcome(str(verdict), "-")
        case TextRule():
            is_hit = any(search(rule, entries_in_scope(rule.scope, days, settings)))
            return _Outcome("hit" if is_hit else "no-hit", "-")


def _reported(rule: CoverageRule, case: AnyCase) -> Verdict | None:
    """Whether a class has a report for the one school day that is due."""
    grade = case.grade or _first_grade(rule)
    entries = [_row(entry, grade, row) for row, entry in enumerate(case.entries, start=2)]
    settings = Settings(school_system=_system(rule, grade))
    gathered = gather([Entries.of(_TABLE, entries)], None, (date.min, None))
    school = ExpectedSchool(None, _SCHOOL, None, (ExpectedGrade(grade, (_CLASS,)),))
    due = find_due(gathered, {School(None, _SCHOOL): school}, (), lambda _: [_SCHOOL_DAY], settings)
    return worst(outcome.verdict for outcome in outcomes_of(rule, due, settings))


def _row(case: CaseEntry, grade: int, row: int) -> Entry:
    """A row as a log has it: blank, with 无, or of a day that is not understood."""
    entry = _entry(case, grade, row)
    work = replace(entry.work, none=case.content == "无", reported=bool(case.content))
    is_dated = not (isinstance(case, CoverageEntry) and case.date)
    day = _SCHOOL_DAY if is_dated else None
    return entry._replace(work=work, unit=(*entry.unit[:3], day))


def _first_grade(rule: Rule) -> int:
    """The first grade of the rule's scope; of a table by grade, the first with a limit."""
    if isinstance(rule, LimitRule) and isinstance(rule.at_most, dict):
        limited = (g for g in rule.scope.possible_grades if g in rule.at_most)
        return next(limited, rule.scope.first_grade)
    return rule.scope.first_grade


def _system(rule: Rule, grade: int) -> SchoolSystem:
    """The first school system under which the rule judges the grade."""
    fitting = (s for s in SchoolSystem if rule.scope.stage in {None, s.stage(grade)})
    return next(fitting, SchoolSystem.SIX_THREE)


def _entry(case: CaseEntry, grade: int, row: int) -> Entry:
    amount = UNKNOWN
    if not isinstance(case.minutes, str):
        tenths = round(case.minutes * 10)
        amount = Amount(tenths, tenths)
    work = Work(
        column="A",
        subject=case.subject,
        form=_FORMS.get(case.form, Form.OTHER),
        place=None if case.place == "unknown" else Place(case.place),
        choice=case.choice,
        layer=case.layer,
        minutes=amount,
        marked=_answer(case.marked),
        posted=_answer(case.posted),
    )
    unit = (School(None, _SCHOOL), grade, (_CLASS,), _SCHOOL_DAY)
    return Entry(_TABLE, row, unit, case.content, work)


def _answer(said: str | None) -> str:
    return said or ""
