from __future__ import annotations

from collections import Counter

import pytest

from homework_check.normalise.values.cleaning import squeeze
from homework_check.normalise.values.numerals import whole
from homework_check.normalise.values.words import AFFIXES, sections


@pytest.mark.parametrize("section", sections())
def test_words_are_written_as_they_are_looked_up(section: str) -> None:
    for words in sections()[section].values():
        assert [squeeze(word) for word in words] == list(words)


@pytest.mark.parametrize(
    "section", ["form", "place", "choice", "layer", "yes_no", "weekday", "weekday_alone"]
)
def test_a_word_has_one_meaning(section: str) -> None:
    keys = sections()[section].items()
    counts = Counter(word for key, words in keys if key not in AFFIXES for word in words)
    assert not [word for word, count in counts.items() if count > 1]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("零", 0),
        ("两", 2),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("四十五", 45),
        ("一百", 100),
        ("一百零五", 105),
        ("一百一十", 110),
        ("一百二十", 120),
        ("007", 7),
        ("", None),
        ("二三", None),
        ("十十", None),
        ("²", None),
        ("9" * 5000, None),
    ],
)
def test_whole(text: str, number: int | None) -> None:
    assert whole(text) == number
