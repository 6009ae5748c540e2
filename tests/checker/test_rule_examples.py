"""The examples that rules carry are judged as they say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from homework_check.checker.cases import CaseResult, run_cases
from homework_check.model import Verdict
from homework_check.rules.kinds import CoverageRule, FlagRule, LimitRule, TextRule
from homework_check.rules.load import DEFAULT_PACK, built_in_ids, load_pack

if TYPE_CHECKING:
    from homework_check.rules.kinds import Rule

PACKS = [load_pack(name) for name in built_in_ids()]
RULES = [pytest.param(rule, id=f"{pack.id}/{rule.id}") for pack in PACKS for rule in pack.rules]
RESULTS = [
    pytest.param(result, id=f"{pack.id}/{result.rule}/{result.number}")
    for pack in PACKS
    for result in run_cases(pack)
]


@pytest.mark.parametrize("result", RESULTS)
def test_a_rules_own_example_is_judged_as_it_says(result: CaseResult) -> None:
    assert (result.actual, result.ok) == (result.expected, True)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_has_an_example_of_every_verdict(rule: Rule) -> None:
    match rule:
        case LimitRule() | FlagRule() | CoverageRule():
            expected = {"kept", "broken", "undecided"}
        case TextRule():
            expected = {"hit", "no-hit"}
    assert {str(case.verdict) for case in rule.cases} == expected


def test_a_wrong_example_is_told() -> None:
    pack = load_pack(DEFAULT_PACK)
    rule = next(rule for rule in pack.rules if isinstance(rule, LimitRule))
    wrong = rule.cases[0]._replace(verdict=Verdict.UNDECIDED)
    altered = replace(pack, rules=(replace(rule, cases=(wrong,)),))
    (result,) = run_cases(altered)
    assert not result.ok
    assert (result.rule, result.number) == (rule.id, 1)
