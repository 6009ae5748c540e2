from __future__ import annotations

from dataclasses import replace

import pytest

from homework_check.errors import UsageError
from homework_check.rules.load import load_pack

PACK = load_pack("guigang-2023")
IDS = tuple(rule.id for rule in PACK.rules)
TIME = ("upper-primary-daily-minutes", "junior-daily-minutes")


@pytest.mark.parametrize(
    ("select", "ignore", "kept"),
    [
        ((), (), IDS),
        (("upper",), (), TIME[:1]),
        (("作业时间",), (), TIME),
        (("upper", "作业批改"), (), (TIME[0], "unmarked-homework")),
        (("un",), ("unposted-homework",), ("unmarked-homework", "unreported-class-day")),
        ((), ("作业时间", "un", "lower"), IDS[6:]),
    ],
)
def test_rules_are_chosen_by_the_beginning_of_a_name(
    select: tuple[str, ...], ignore: tuple[str, ...], kept: tuple[str, ...]
) -> None:
    pack, left_out = PACK.narrowed(select, ignore)
    assert tuple(rule.id for rule in pack.rules) == kept
    assert left_out == tuple(name for name in IDS if name not in kept)


@pytest.mark.parametrize(
    ("select", "ignore", "message", "hint"),
    [
        (
            ["primary"],
            [],
            "--select中的“primary”不是任何规则编号的开头。",
            "看全部规则：homework-check rules",
        ),
        ([], [""], "--ignore中的“”不是任何规则编号的开头。", "看全部规则：homework-check rules"),
        (
            ["upper"],
            ["作业时间"],
            "按--select和--ignore，一条规则也不剩。",
            "请减少--ignore。",
        ),
    ],
)
def test_a_choice_that_leaves_nothing_is_wrong_usage(
    select: list[str], ignore: list[str], message: str, hint: str
) -> None:
    with pytest.raises(UsageError) as caught:
        PACK.narrowed(select, ignore)
    assert (caught.value.message.zh, caught.value.hint.zh) == (message, hint)


def test_loosened_rules_are_told_only_of_rules_that_are_left() -> None:
    pack = replace(PACK, loosened=TIME)
    assert pack.narrowed(["upper"], [])[0].loosened == TIME[:1]
