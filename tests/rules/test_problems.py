from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from homework_check.rules.files import built_in_ids, find, read_toml
from homework_check.rules.load import inherit
from homework_check.rules.written.pack import RuleFile
from homework_check.rules.written.problems import problems_in, problems_of

if TYPE_CHECKING:
    from homework_check.text import Text

UPPER = 'id = "upper-primary-daily-minutes"\n'


def pack_data() -> dict[str, Any]:
    path = find("cn-2021", Path())
    assert path is not None
    return read_toml(path)


PARENT = pack_data()
OWN = {"id": "county", "title": "本县", "authority": "本县", "version": "1"}


def problems(own: dict[str, Any]) -> list[Text]:
    data = inherit(PARENT, OWN | own)
    rules = own.get("rules")
    return problems_in(data, rules if isinstance(rules, list) else [])


@pytest.mark.parametrize(
    ("changed", "zh", "en"),
    [
        (
            'at_most = "45分钟"',
            "at_most：应为不小于0的数，写的是“45分钟”",
            'at_most: must be a number >= 0, is "45分钟"',
        ),
        ("at_most = -1", "at_most：应为不小于0的数，写的是“-1”", None),
        ("at_most = inf", "at_most：应为不小于0的数，写的是“inf”", None),
        ("at_most = true", "at_most：应为不小于0的数，写的是“true”", None),
        ("at_most = {}", "at_most：不能是空的", "at_most: must not be empty"),
        ("at_most = { 13 = 5 }", "at_most.13：应为1至12的整数，写的是“13”", None),
        ("at_most = { 3 = 'x' }", "at_most.3：应为不小于0的数，写的是“x”", None),
        (
            "at_mots = 45",
            "at_mots：不认识这一项，是不是at_most？",
            "at_mots: unknown key, did you mean at_most?",
        ),
        (
            'kind = "limt"',
            "kind：应为limit、flag、coverage、text之一，写的是“limt”，是不是limit？",
            'kind: must be one of limit, flag, coverage, text, is "limt", did you mean limit?',
        ),
        (
            'severity = "erorr"',
            "severity：应为error、warning、info之一，写的是“erorr”，是不是error？",
            None,
        ),
        (
            'select = { form = ["writen"] }',
            "select.form#1：应为written、other之一，写的是“writen”，是不是written？",
            None,
        ),
        (
            'select = { place = ["home-or-school"] }',
            "select.place#1：应为home、school、lesson之一，写的是“home-or-school”",
            None,
        ),
        (
            "scope = { school_day = true }",
            "scope.school_day：不认识这一项，是不是school_days？",
            None,
        ),
        (
            'scope = { stage = "junior", grades = [1] }',
            "scope：grades与stage没有共同的年级，什么也判断不了",
            None,
        ),
        ("scope = { grades = [] }", "scope.grades：不能是空的", None),
        ('scope = { grades = ["3"] }', "scope.grades#1：应为1至12的整数，写的是“3”", None),
        ("scope = { weekdays = [0] }", "scope.weekdays#1：应为1（周一）至7（周日）的整数", None),
        ('scope = { school_days = "no" }', "scope.school_days：应为true或false，写的是“no”", None),
        ("title = 5", "title：应为文字，或{zh, en}两种文字，写的是“5”", None),
        ('title = ""', "title.zh：不能是空的", None),
        ("references = []", "references：不能是空的", "references: must not be empty"),
        ("references = 5", "references：应为方括号中的一列值，写的是“5”", None),
        ("select = 5", "select：应为一组“项 = 值”，写的是“5”", None),
        ('counted = "days"', 'counted = "days"只能与unit = "class-week"同用', None),
        (
            'message = "{cls}有{foo}"',
            "message：不能用占位符{foo}，可用：",
            "message: cannot fill {foo}; known: ",
        ),
        ('hint = "{sum.real}"', "hint：不能用占位符{sum.real}", None),
        ('hint = "{sum!r:>9}"', "hint：不能用占位符{sum!r:>9}", None),
        ('hint = { zh = "减", en = "{"}', "hint：花括号不成对", None),
        (
            'cases = [{ verdict = "kept", entries = [{ subject = "a", minutes = "blnk" }] }]',
            'cases#1.entries#1.minutes：应为0至1440的数，或"blank"，写的是“blnk”，是不是blank？',
            None,
        ),
        (
            'cases = [{ verdict = "kept", entries = [{ subject = 5, minutes = 9999 }] }]',
            "cases#1.entries#1.subject：应为文字，写的是“5”",
            None,
        ),
    ],
)
def test_a_problem_names_rule_key_and_what_is_wanted(changed: str, zh: str, en: str | None) -> None:
    found = problems(tomllib.loads("[[rules]]\n" + UPPER + changed))
    where = "规则upper-primary-daily-minutes"
    assert found[0].zh.removeprefix(where).lstrip("，：").startswith(zh)
    assert found[0].en.startswith(f"rule upper-primary-daily-minutes{', ' if en else ''}{en or ''}")


@pytest.mark.parametrize(
    ("own", "zh"),
    [
        ('id = "My Pack"', "id：应为小写字母、数字和连字符，如daily-45，写的是“My Pack”"),
        ('valid_from = "2024"', "valid_from：应为不带引号的日期，如2021-07-24，写的是“2024”"),
        ("valid_to = 2020-01-01", "valid_to在valid_from之前"),
        ("titel = 1", "titel：不认识这一项，是不是title？"),
        ("rules = 5", "rules：应为方括号中的一列值，写的是“5”"),
        ("loosened = []", "loosened：不认识这一项"),
        ('assumptions = { place = "hme" }', "assumptions：place不能假定为“hme”，可用：home school"),
        (
            'assumptions = { plase = "home" }',
            "assumptions.plase：应为form、place之一，写的是“plase”，是不是place？",
        ),
        ('[[rules]]\nid = "parent-work-hint"\nseverity = "error"', "severity：应为info之一"),
        (
            '[[rules]]\nid = "parent-work-hint"\npatterns = ["("]',
            "patterns#1：不是可用的正则表达式（missing ), unterminated subpattern at position 0）",
        ),
        ('[[rules]]\nid = "parent-work-hint"\npatterns = ["a{99999999999}"]', "不是可用的正则"),
        ('[[rules]]\nid = "parent-work-hint"\npatterns = ["[[a]"]', "不是可用的正则表达式"),
        ('[[rules]]\nid = "parent-work-hint"\npatterns = [""]', "patterns#1：应为1至500个字"),
        ('[[rules]]\nid = "parent-work-hint"\npatterns = []', "patterns：不能是空的"),
        (
            '[[rules]]\nid = "junior-daily-minute"\nat_most = 80',
            "规则junior-daily-minute，kind：缺少这一项，是不是junior-daily-minutes？",
        ),
        ("[[rules]]\nat_most = 80", "规则第1条（没有编号），kind：缺少这一项"),
        ("rules = [5]", "规则第1条（没有编号）：应为一组“项 = 值”，写的是“5”"),
    ],
)
def test_a_problem_of_a_pack_is_told(own: str, zh: str) -> None:
    assert zh in problems(tomllib.loads(own))[0].zh


def test_all_problems_are_told_at_once() -> None:
    found = problems(
        tomllib.loads(
            "valid_form = 1\n"
            f"[[rules]]\n{UPPER}at_most = 'x'\nunits = 1\n"
            "[[rules]]\nid = 'unmarked-homework'\nat_least = 0\n"
        )
    )
    assert [problem.en for problem in found] == [
        'rule upper-primary-daily-minutes, at_most: must be a number >= 0, is "x"',
        "rule upper-primary-daily-minutes, units: unknown key, did you mean unit?",
        'rule unmarked-homework, at_least: must be a number > 0 and <= 1, is "0"',
        "valid_form: unknown key, did you mean valid_from?",
    ]


def test_an_error_of_an_unknown_type_is_told_in_its_own_words() -> None:
    error = ValidationError.from_exception_data(
        "RuleFile", [{"type": "bytes_type", "loc": ("id",), "input": 5}]
    )
    (problem,) = problems_of(error, {}, [])
    assert problem.en == 'id: cannot be used (Input should be a valid bytes), is "5"'


def test_words_of_the_file_are_made_harmless() -> None:
    rules = [{"id": "a\x1b[31m", "kind": "x\u202e", "k\x07": 1}]
    assert all(problem.zh.isprintable() for problem in problems({"rules": rules}))


scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.dates()
    | st.datetimes()
    | st.times()
    | st.text(max_size=5)
    | st.sampled_from(["limit", "flag", "text", "{", "{n}", "(", "written", "3", 10**400])
)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "kind", "zh", "en", "grades", "entries", "minutes", "3", "x"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)
keys = st.sampled_from(sorted({key for rule in PARENT["rules"] for key in rule} | {"unknown"}))


@given(st.sampled_from([rule["id"] for rule in PARENT["rules"]]), keys, values)
def test_whatever_a_rule_says_it_loads_or_is_told(rule: str, key: str, value: object) -> None:
    for problem in problems({"rules": [{"id": rule, key: value}]}):
        assert problem.zh
        assert problem.en


@given(st.sampled_from([*RuleFile.model_fields, "unknown"]), values)
def test_whatever_a_pack_says_it_loads_or_is_told(key: str, value: object) -> None:
    for problem in problems({key: value}):
        assert problem.zh
        assert problem.en


def test_the_built_in_packs_have_no_problem() -> None:
    assert "cn-2021" in built_in_ids()
    assert problems({}) == []
