"""All rules over class-days: what was found, and the verdict of every unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from homework_check.checker.kinds.flag import ask, flag_findings
from homework_check.checker.kinds.limit import judge
from homework_check.checker.kinds.limit_findings import limit_finding
from homework_check.checker.kinds.scope import entries_in_scope
from homework_check.checker.kinds.text import search, text_finding
from homework_check.checker.tallies import Outcome
from homework_check.model import Verdict
from homework_check.rules.kinds import CoverageRule, FlagRule, LimitRule, TextRule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from homework_check.checker.classdays.versions import SettledDay
    from homework_check.checker.kinds.flag import Answers
    from homework_check.checker.kinds.limit import Judgement
    from homework_check.checker.kinds.text import Hit
    from homework_check.report import Finding
    from homework_check.rules.kinds import Rule
    from homework_check.settings import Settings


class Applied(NamedTuple):
    """What rules make of class-days, not yet in words.

    `judgements` are the units of limit rules, `answers` and `hits` what rules that judge
    entry by entry found.
    """

    outcomes: tuple[Outcome, ...]
    judgements: tuple[Judgement, ...]
    answers: tuple[tuple[FlagRule, Answers], ...]
    hits: tuple[tuple[TextRule, Hit], ...]

    @property
    def is_silent(self) -> bool:
        """Whether nothing has to be told."""
        return not (
            self.hits
            or any(_is_told(judgement) for judgement in self.judgements)
            or any(answers.broken or answers.undecided for _, answers in self.answers)
        )


def apply(rules: Iterable[Rule], days: Sequence[SettledDay], settings: Settings) -> Applied:
    """Hold class-days against every rule, rule by rule."""
    outcomes: list[Outcome] = []
    judgements: list[Judgement] = []
    answers: list[tuple[FlagRule, Answers]] = []
    hits: list[tuple[TextRule, Hit]] = []
    for rule in rules:
        match rule:
            case LimitRule():
                units = list(judge(rule, days, settings))
                judgements += units
                outcomes += [Outcome(rule, unit.key, unit.verdict) for unit in units]
            case FlagRule():
                found = ask(rule, entries_in_scope(rule.scope, days, settings))
                answers += [(rule, of_class) for of_class in found]
                outcomes += _outcomes(rule, found)
            case CoverageRule():
                pass  # of what is not there, no class-day can tell: see `coverage`
            case TextRule():
                found_words = search(rule, entries_in_scope(rule.scope, days, settings))
                hits += [(rule, hit) for hit in found_words]
    return Applied(tuple(outcomes), tuple(judgements), tuple(answers), tuple(hits))


def tell(applied: Applied) -> Iterator[Finding]:
    """Everything that has to be told, in words."""
    yield from (limit_finding(unit) for unit in applied.judgements if _is_told(unit))
    for rule, answers in applied.answers:
        yield from flag_findings(rule, answers)
    yield from (text_finding(rule, hit) for rule, hit in applied.hits)


def _outcomes(rule: FlagRule, answers: Iterable[Answers]) -> Iterator[Outcome]:
    for key, kept, broken, undecided in answers:
        yield Outcome(rule, key, Verdict.KEPT, kept)
        yield Outcome(rule, key, Verdict.BROKEN, len(broken))
        yield Outcome(rule, key, Verdict.UNDECIDED, len(undecided))


def _is_told(judgement: Judgement) -> bool:
    return judgement.verdict in {Verdict.BROKEN, Verdict.UNDECIDED}
