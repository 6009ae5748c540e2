from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from homework_check.normalise.values import Outcome, read_grade
from homework_check.settings import SchoolSystem

if TYPE_CHECKING:
    from homework_check.workbook import CellValue

SIX_THREE, FIVE_FOUR, PREPARATORY = SchoolSystem


@pytest.mark.parametrize(
    ("value", "grade"),
    [
        ("三年级", 3),
        ("三 年级", 3),
        ("3年级", 3),
        ("３年级", 3),
        ("（三）年级", 3),
        (3, 3),
        (3.0, 3),
        ("3", 3),
        ("三", 3),
        ("小三", 3),
        ("小3", 3),
        ("小学三年级", 3),
        ("小学 3 年级", 3),
        ("Grade 3", 3),
        ("grade3", 3),
        ("G3", 3),
        ("Ｇ３", 3),
        ("3rd grade", 3),
        ("三年级组", 3),
        ("七年级", 7),
        ("初中七年级", 7),
        ("初一", 7),
        ("初1", 7),
        ("初三", 9),
        ("初中一年级", 7),
        ("高一", 10),
        ("高中三年级", 12),
        ("十二年级", 12),
        (12, 12),
    ],
)
def test_grade(value: CellValue, grade: int) -> None:
    assert read_grade(value, SIX_THREE) == grade


@pytest.mark.parametrize(
    ("value", "system", "grade"),
    [
        ("初一", FIVE_FOUR, 6),
        ("初四", FIVE_FOUR, 9),
        ("初中四年级", FIVE_FOUR, 9),
        ("六年级", FIVE_FOUR, 6),
        ("初一", PREPARATORY, 7),
        ("预备年级", PREPARATORY, 6),
        ("预备", PREPARATORY, 6),
        ("预初", PREPARATORY, 6),
        ("初四", SIX_THREE, Outcome.UNREAD),
        ("初四", PREPARATORY, Outcome.UNREAD),
        ("预备年级", SIX_THREE, Outcome.UNREAD),
        ("预初", FIVE_FOUR, Outcome.UNREAD),
    ],
)
def test_the_school_system_decides(value: str, system: SchoolSystem, grade: int | Outcome) -> None:
    assert read_grade(value, system) == grade


@pytest.mark.parametrize(
    "value",
    [
        0,
        13,
        -1,
        3.5,
        True,
        "三年级2班",
        "三四年级",
        "小七",
        "小学七年级",
        "2023级",
        "年级",
        "abc",
        date(2023, 3, 3),
    ],
)
def test_not_understood(value: CellValue) -> None:
    assert read_grade(value, SIX_THREE) is Outcome.UNREAD


def test_none() -> None:
    assert read_grade("无", SIX_THREE) is Outcome.NONE
