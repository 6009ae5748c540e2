from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homework_check.model import Form, Place
from homework_check.rules.base import Scope, Select
from homework_check.rules.data import data_of, rule_of
from homework_check.rules.kinds import LimitRule, Rule
from homework_check.rules.load import load_pack
from homework_check.rules.loosening import is_looser

RULES: dict[str, Rule] = {rule.id: rule for rule in load_pack("cn-2021").rules}
UPPER, MARKED, HINT = "upper-primary-daily-minutes", "unmarked-homework", "parent-work-hint"
SCHOOL_DAYS = Scope(stage="primary", grades=(3, 4, 5, 6), school_days=True)


def changed(rule: str, change: dict[str, object]) -> Rule:
    return rule_of(data_of(RULES[rule]) | {key: data_of(value) for key, value in change.items()})


@pytest.mark.parametrize(
    ("rule", "change", "looser"),
    [
        (UPPER, {}, False),
        (UPPER, {"at_most": 45}, False),
        (UPPER, {"at_most": 61}, True),
        (UPPER, {"at_most": {"3": 45, "4": 45, "5": 60, "6": 60}}, False),
        (UPPER, {"at_most": {"3": 45, "4": 45, "5": 60, "6": 61}}, True),
        (UPPER, {"at_most": {"3": 45, "4": 45, "5": 60}}, True),
        (UPPER, {"severity": "warning"}, True),
        (UPPER, {"unit": "class-week", "at_most": 60}, True),
        (UPPER, {"scope": SCHOOL_DAYS._replace(school_days=False)}, False),
        (UPPER, {"scope": SCHOOL_DAYS._replace(grades=(4, 5, 6))}, True),
        (UPPER, {"scope": SCHOOL_DAYS._replace(weekdays=(1, 2))}, True),
        (UPPER, {"scope": SCHOOL_DAYS._replace(subjects=("语文",))}, True),
        (UPPER, {"scope": Scope(school_days=True)}, False),
        (UPPER, {"select": Select()}, False),
        (UPPER, {"select": Select(form=(Form.WRITTEN,), place=(Place.HOME,))}, True),
        (UPPER, {"title": "别的标题"}, False),
        (MARKED, {"at_least": 1.0}, False),
        (MARKED, {"at_least": 0.8}, True),
        (MARKED, {"field": "posted"}, True),
        (MARKED, {"severity": "error"}, False),
        (HINT, {"patterns": ["家长"]}, True),
        (HINT, {"title": "别的标题"}, False),
    ],
)
def test_a_rule_that_asks_for_less_is_looser(
    rule: str, change: dict[str, object], *, looser: bool
) -> None:
    assert is_looser(changed(rule, change), RULES[rule]) is looser


def test_another_kind_counts_as_looser() -> None:
    assert is_looser(changed(MARKED, {"severity": "error"}), RULES[UPPER])


@given(st.floats(0, 1e6), st.floats(0, 1e6))
def test_of_two_limits_only_the_higher_is_looser(first: float, second: float) -> None:
    parent = RULES[UPPER]
    assert isinstance(parent, LimitRule)
    one, other = (replace(parent, at_most=n) for n in (first, second))
    assert is_looser(one, other) is (first > second)
