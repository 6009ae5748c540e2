from __future__ import annotations

import pytest

from homework_check.normalise.values import clean_name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("第一 小学", "第一小学"),
        (" 第 1 小学 ", "第1小学"),
        ("第一\n小学", "第一小学"),
        ("育才 A 校区", "育才A校区"),
        ("St.  Mary School", "St. Mary School"),
        ("Ｈill　School", "Hill School"),
        ("No. 1 School", "No. 1 School"),
        (1, "1"),
    ],
)
def test_blanks_of_a_name_are_those_between_english_words(written: str | int, name: str) -> None:
    assert clean_name(written) == name
