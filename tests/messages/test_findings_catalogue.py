from __future__ import annotations

import string
from typing import TYPE_CHECKING

import pytest

from homework_check.messages import roster
from homework_check.messages.findings import (
    BLOCKING,
    FLAG_UNDECIDED,
    READING,
    SHORT,
    UNDECIDED,
    blocks,
)

if TYPE_CHECKING:
    from homework_check.messages.wording import Wording

CATALOGUE = [
    *(
        pytest.param(wording, id=f"{rule}:{case}")
        for rule, cases in READING.items()
        for case, wording in cases.items()
    ),
    *(pytest.param(wording, id=cause) for cause, wording in UNDECIDED.items()),
    *(pytest.param(wording, id=field) for field, wording in FLAG_UNDECIDED.items()),
    pytest.param(roster.IN_DOUBT, id="unreported"),
    pytest.param(roster.MISSING, id="missing"),
    pytest.param(roster.MISSING_ALIKE, id="missing, alike"),
]


def placeholders(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name)


@pytest.mark.parametrize("wording", CATALOGUE)
def test_messages_say_the_same_in_both_languages(wording: Wording) -> None:
    assert set(placeholders(wording.message.zh)) == set(placeholders(wording.message.en))
    assert set(placeholders(wording.hint.zh)) >= set(placeholders(wording.hint.en))


@pytest.mark.parametrize("wording", CATALOGUE)
def test_texts_exist_and_fit_a_chinese_console(wording: Wording) -> None:
    for text in wording:
        assert text.zh
        assert text.en
        assert (text.zh + text.en).encode("gbk")
        assert "…" not in text.zh + text.en


def test_every_reading_rule_has_its_short_word() -> None:
    assert set(SHORT) == set(READING)
    assert set(READING) > BLOCKING


@pytest.mark.parametrize(
    ("rule", "case", "blocking"),
    [
        ("unread-date", "year", True),
        ("context-mismatch", "class", True),
        ("context-mismatch", "other", False),
        ("total-mismatch", "", False),
    ],
)
def test_what_blocks(rule: str, case: str, blocking: bool) -> None:  # noqa: FBT001
    assert blocks(rule, case) is blocking
