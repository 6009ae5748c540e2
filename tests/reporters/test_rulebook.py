from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from homework_check.messages.wrapping import cells
from homework_check.reporters.rulebook import explained, listed, validated
from homework_check.rules.data import rule_of
from homework_check.rules.load import built_in_ids, load_pack

if TYPE_CHECKING:
    from homework_check.text import Lang

PACK = load_pack("guigang-2023")
RULES = {rule.id: rule for rule in PACK.rules}
LANGUAGES: tuple[Lang, ...] = ("zh", "en")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("pack_id", built_in_ids())
def test_every_text_fits_and_can_be_shown_on_a_chinese_console(pack_id: str, lang: Lang) -> None:
    pack = load_pack(pack_id)
    texts = [listed(pack, lang), *(explained(r, pack, lang, verbose=False) for r in pack.rules)]
    for line in "".join(texts).splitlines():
        assert max(cells(line), cell_len(line)) <= 80
        assert line == line.rstrip()
        line.encode("gbk")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_rule_is_listed_once(lang: Lang) -> None:
    shown = listed(PACK, lang)
    assert [shown.count(f"  {rule_id} ") for rule_id in RULES] == [1] * len(RULES)


def test_the_list_in_english() -> None:
    assert listed(PACK, "en").splitlines()[:6] == [
        "Rule pack guigang-2023  Guigang homework rules 2023 (extends cn-2021)",
        "",
        "Time",
        "  upper-primary-daily-minutes     must    grades 3-6: at most 60 min a day",
        "  junior-daily-minutes            must    junior high: at most 90 min a day",
        "Setting",
    ]


@pytest.mark.parametrize(
    ("rule_id", "lang", "lines"),
    [
        (
            "upper-primary-daily-minutes",
            "zh",
            [
                "  超时，超出15分钟      合计75  语文25、数学30、英语20",
                "  待核                  至少25  语文25、数学没有填",
                "  超时，至少超出10分钟  至少70  语文40、数学30、英语没有填",
            ],
        ),
        (
            "upper-primary-daily-minutes",
            "en",
            [
                "  over by 15 min           75 min       Chinese 25, Maths 30, English 20",
                "  undecided                at least 25  Chinese 25, Maths empty",
            ],
        ),
        (
            "lower-primary-written-homework",
            "zh",
            ["  达标          语文“朗读课文”（口头）、数学“口算练习”（在校）"],
        ),
        ("unmarked-homework", "en", ['  met         Maths: "36/40"']),
        ("self-marking-hint", "zh", ["  有提示    语文“听写后自批自改”"]),
    ],
)
def test_examples_are_the_cases_of_the_rule(rule_id: str, lang: Lang, lines: list[str]) -> None:
    shown = explained(RULES[rule_id], PACK, lang, verbose=False).splitlines()
    assert [line for line in lines if line not in shown] == []


@pytest.mark.parametrize("rule_id", RULES)
def test_the_rule_as_toml_is_the_rule(rule_id: str) -> None:
    rule = RULES[rule_id]
    shown = explained(rule, PACK, "zh", verbose=True)
    data = tomllib.loads(shown[shown.index("[[rules]]") :])["rules"][0]
    assert rule_of(data) == rule


def test_validated() -> None:
    assert validated(PACK, "en") == "Can be used: rule pack guigang-2023, rules: 9.\n"
