from __future__ import annotations

import re
from dataclasses import is_dataclass
from datetime import date
from typing import TYPE_CHECKING

import pytest

from homework_check.model import Severity
from homework_check.rules.base import Bilingual
from homework_check.rules.kinds import LimitRule, Rule, TextRule
from homework_check.rules.load import DEFAULT_PACK, built_in_ids, load_pack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homework_check.rules.pack import RulePack

PACKS = [load_pack(name) for name in built_in_ids()]
RULES = [pytest.param(rule, id=f"{pack.id}/{rule.id}") for pack in PACKS for rule in pack.rules]


def words(value: object, path: str = "") -> Iterator[tuple[str, Bilingual]]:
    """All texts in two languages inside a value, with the path to each."""
    if isinstance(value, Bilingual):
        yield path, value
    elif is_dataclass(value):
        for key, part in vars(value).items():
            yield from words(part, f"{path}.{key}")
    elif isinstance(value, tuple):
        for place, part in enumerate(value):
            yield from words(part, f"{path}#{place}")


def test_the_default_pack_is_listed_first() -> None:
    assert built_in_ids() == (DEFAULT_PACK, "cn-2021")


@pytest.mark.parametrize("name", built_in_ids())
def test_a_pack_is_called_as_its_file(name: str) -> None:
    assert load_pack(name).id == name


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_every_text_is_in_both_languages(pack: RulePack) -> None:
    assert [path for path, text in words(pack) if text.en is None] == []


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_every_text_can_be_shown_on_a_chinese_windows_console(pack: RulePack) -> None:
    for _, text in words(pack):
        text.zh.encode("gbk")
        text.text().en.encode("gbk")


@pytest.mark.parametrize("rule", RULES)
def test_both_languages_tell_the_same(rule: Rule) -> None:
    for template in (rule.message.text(), rule.hint.text()):
        assert set(re.findall(r"{\w+}", template.zh)) == set(re.findall(r"{\w+}", template.en))


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_cites_its_source(rule: Rule) -> None:
    assert rule.reference
    assert all(reference.document.zh for reference in rule.references)


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_a_case_of_each_outcome(rule: Rule) -> None:
    judging = {"kept", "broken", "undecided"}
    needed = {"hit", "no-hit"} if isinstance(rule, TextRule) else judging
    assert {str(case.verdict) for case in rule.cases} == needed


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_is_explained(rule: Rule) -> None:
    explain = rule.explain
    assert explain.about
    assert explain.counted
    assert explain.advice
    assert bool(explain.undecided) is not isinstance(rule, TextRule)


@pytest.mark.parametrize(
    ("rule", "verdict", "measured"),
    [
        ("upper-primary-daily-minutes", "kept", 60),
        ("upper-primary-daily-minutes", "broken", 61),
        ("junior-daily-minutes", "kept", 90),
        ("junior-daily-minutes", "broken", 91),
    ],
)
def test_cases_stand_on_both_sides_of_a_limit(rule: str, verdict: str, measured: int) -> None:
    (found,) = (r for r in load_pack(DEFAULT_PACK).rules if r.id == rule)
    assert (verdict, measured) in [(case.verdict, case.measured) for case in found.cases]


@pytest.mark.parametrize("rule", [p for p in RULES if isinstance(p.values[0], TextRule)])
def test_patterns_tell_hits_from_others(rule: TextRule) -> None:
    for case in rule.cases:
        hit = any(p.search(entry.content) for p in rule.patterns for entry in case.entries)
        assert (case.verdict == "hit") is hit


@pytest.mark.parametrize(
    ("rule", "content", "hit"),
    [
        ("self-marking-hint", "小组内批阅练习册", True),
        ("self-marking-hint", "自改作文", False),
        ("self-marking-hint", "老师批改后订正", False),
        ("parent-work-hint", "家长签名", True),
        ("parent-work-hint", "需要家长签字", True),
        ("parent-work-hint", "无需家长签字", False),
        ("parent-work-hint", "和家长一起散步", False),
        ("repetitive-homework-hint", "抄写生字，每字5遍", True),
        ("repetitive-homework-hint", "抄写单词12遍", True),
        ("repetitive-homework-hint", "抄写单词十二遍", True),
        ("repetitive-homework-hint", "抄写单词１０遍", True),
        ("repetitive-homework-hint", "抄写第12课生字2遍", False),
        ("repetitive-homework-hint", "写话并朗读三遍", False),
    ],
)
def test_patterns_take_the_words_schools_use(rule: str, content: str, *, hit: bool) -> None:
    (found,) = (r for r in load_pack(DEFAULT_PACK).rules if r.id == rule)
    assert isinstance(found, TextRule)
    assert any(pattern.search(content) for pattern in found.patterns) is hit


def test_the_default_pack_is_the_one_of_the_specification() -> None:
    pack = load_pack(DEFAULT_PACK)
    assert (pack.valid_from, pack.valid_to) == (date(2021, 7, 24), None)
    assert pack.assumptions == {"place": "home"}
    assert pack.loosened == ()
    assert {rule.id: (rule.kind, rule.unit, rule.aspect, rule.severity) for rule in pack.rules} == {
        "lower-primary-written-homework": ("limit", "class-day", "setting", Severity.ERROR),
        "upper-primary-daily-minutes": ("limit", "class-day", "time", Severity.ERROR),
        "junior-daily-minutes": ("limit", "class-day", "time", Severity.ERROR),
        "unmarked-homework": ("flag", "entry", "marking", Severity.WARNING),
        "unposted-homework": ("flag", "entry", "posting", Severity.WARNING),
        "unreported-class-day": ("coverage", "class-day", "reporting", Severity.WARNING),
        "self-marking-hint": ("text", "entry", "content", Severity.INFO),
        "parent-work-hint": ("text", "entry", "content", Severity.INFO),
        "repetitive-homework-hint": ("text", "entry", "content", Severity.INFO),
    }


@pytest.mark.parametrize(
    ("rule", "counted", "grade", "limit"),
    [
        ("lower-primary-written-homework", "entries", 1, 0),
        ("upper-primary-daily-minutes", "minutes", 3, 60),
        ("junior-daily-minutes", "minutes", 7, 90),
    ],
)
def test_the_limits_are_those_of_the_law(rule: str, counted: str, grade: int, limit: int) -> None:
    (found,) = (r for r in load_pack(DEFAULT_PACK).rules if r.id == rule)
    assert isinstance(found, LimitRule)
    assert found.counted == counted
    assert found.limit_for(grade) == limit
    assert found.scope.first_grade == grade


def test_the_local_pack_keeps_the_national_sources() -> None:
    national, local = load_pack("cn-2021"), load_pack("guigang-2023")
    for own, parent in zip(local.rules, national.rules, strict=True):
        assert own.references[: len(parent.references)] == parent.references
