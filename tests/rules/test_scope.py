from __future__ import annotations

from typing import Any

import pytest

from homework_check.rules.base import Bilingual, Reference, Scope
from homework_check.rules.data import data_of, rule_of
from homework_check.rules.load import load_pack
from homework_check.text import Text

RULE = load_pack("cn-2021").rules[0]


@pytest.mark.parametrize(
    ("scope", "possible", "first"),
    [
        (Scope(), tuple(range(1, 13)), 1),
        (Scope(stage="primary"), (1, 2, 3, 4, 5, 6), 1),
        (Scope(stage="primary", grades=(3, 4, 5, 6)), (3, 4, 5, 6), 3),
        (Scope(stage="junior"), (6, 7, 8, 9), 7),
        (Scope(stage="junior", grades=(6,)), (6,), 6),
        (Scope(stage="senior"), (10, 11, 12), 10),
        (Scope(grades=(9, 8)), (9, 8), 9),
    ],
)
def test_the_grades_of_a_scope(scope: Scope, possible: tuple[int, ...], first: int) -> None:
    assert scope.possible_grades == possible
    assert scope.first_grade == first


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("中文", Text("中文", "中文")),
        ({"zh": "中文"}, Text("中文", "中文")),
        ({"zh": "中文", "en": "Chinese"}, Text("中文", "Chinese")),
    ],
)
def test_english_falls_back_to_chinese(words: Any, text: Text) -> None:
    data = data_of(RULE) | {"title": words}
    assert rule_of(data).title.text() == text


@pytest.mark.parametrize(
    ("clause", "text"),
    [
        (None, Text("通知", "Notice")),
        (Bilingual(zh="第二条", en="item 2"), Text("通知第二条", "Notice, item 2")),
    ],
)
def test_a_reference_is_one_line(clause: Bilingual | None, text: Text) -> None:
    assert Reference(document=Bilingual(zh="通知", en="Notice"), clause=clause).text() == text
