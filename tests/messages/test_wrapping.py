from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homework_check.messages.wrapping import cells, pad, wrap

TEXTS = st.text(st.sampled_from("ab 15分钟，。（）“”(H12)三年级语文、%-"), max_size=120)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("H12", 3),
        ("三年级2班", 9),
        ("ＡＢ", 4),  # full-width letters
        ("“→”", 6),  # ambiguous: counted as a Chinese console draws them
        ("e\u0301", 1),  # a combining accent
    ],
)
def test_cells(text: str, expected: int) -> None:
    assert cells(text) == expected


@pytest.mark.parametrize(
    ("text", "width", "right", "expected"),
    [
        ("达标", 6, False, "达标  "),
        ("达标", 6, True, "  达标"),
        ("第一实验小学", 6, False, "第一实验小学"),
    ],
)
def test_pad(text: str, width: int, right: bool, expected: str) -> None:  # noqa: FBT001
    assert pad(text, width, right=right) == expected


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 10, [""]),
        ("至少减15分钟", 10, ["至少减", "15分钟"]),
        ("合计45分钟，上限60分钟", 12, ["合计45分钟，", "上限60分钟"]),
        ("语文（H11）和", 8, ["语文", "（H11）", "和"]),
        ("at most 60 minutes", 10, ["at most 60", "minutes"]),
        ("don't (18/20) cut", 8, ["don't", "(18/20)", "cut"]),
        ("看upper-primary-daily-minutes吧", 10, ["看", "upper-primary-daily-minutes", "吧"]),
        ("三(中)文", 4, ["三", "(中)", "文"]),
        ("文（", 2, ["文", "（"]),
        ('no "适量" at', 5, ["no", '"适', '量"', "at"]),
        ('J31 ("适量")', 8, ['J31 ("适', '量")']),
    ],
)
def test_wrap_breaks_between_tokens_only(text: str, width: int, expected: list[str]) -> None:
    assert wrap(text, width) == expected


def test_following_lines_stand_under_the_text() -> None:
    assert wrap("减少一科就够", 12, indent="      ", first="建议：") == [
        "建议：减少一",
        "      科就够",
    ]


@given(TEXTS, st.integers(1, 40))
def test_wrapping_loses_nothing_but_blanks(text: str, width: int) -> None:
    assert "".join("".join(wrap(text, width)).split()) == "".join(text.split())


@given(TEXTS, st.integers(1, 40))
def test_only_a_line_of_one_token_is_too_wide(text: str, width: int) -> None:
    for line in wrap(text, width):
        assert cells(line) <= width or wrap(line, 1) == [line]


@given(TEXTS, st.integers(1, 40))
def test_no_line_ends_in_blanks(text: str, width: int) -> None:
    assert all(line == line.rstrip() for line in wrap(text, width, indent="  "))
