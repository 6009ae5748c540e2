from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homework_check.normalise.values import ClassReading, Outcome, read_class
from homework_check.settings import SchoolSystem

if TYPE_CHECKING:
    from homework_check.workbook import CellValue


@pytest.mark.parametrize(
    ("value", "grade", "classes"),
    [
        (2, None, "2"),
        (2.0, None, "2"),
        ("２", None, "2"),
        ("02", None, "2"),
        ("2班", None, "2"),
        ("2 班", None, "2"),
        ("（2）班", None, "2"),
        ("(２)班", None, "2"),
        ("第2班", None, "2"),
        ("二班", None, "2"),
        ("十二班", None, "12"),
        (11, None, "11"),
        ("Class 2", None, "2"),
        ("0302", 3, "2"),
        ("三（2）班", 3, "2"),
        ("三(2)班", 3, "2"),
        ("三 （２） 班", 3, "2"),
        ("三（2）", 3, "2"),
        ("三【2】班", 3, "2"),
        ("3（2）班", 3, "2"),
        ("三（二）班", 3, "2"),
        ("三2班", 3, "2"),
        ("三二班", 3, "2"),
        ("3二班", 3, "2"),
        ("3.2班", 3, "2"),
        ("三年级2班", 3, "2"),
        ("三年级（2）班", 3, "2"),
        ("三年级第2班", 3, "2"),
        ("小学三年级2班", 3, "2"),
        ("三年二班", 3, "2"),
        ("3年2班", 3, "2"),
        ("七年级3班", 7, "3"),
        ("初一(3)班", 7, "3"),
        ("初一（3）班", 7, "3"),
        ("初一三班", 7, "3"),
        ("高一（2）班", 10, "2"),
        ("一1班", 1, "1"),
        ("小三2班", 3, "2"),
        (302, 3, "2"),
        (302.0, 3, "2"),
        ("３０２", 3, "2"),
        ("302班", 3, "2"),
        ("（302）班", 3, "2"),
        ("312", 3, "12"),
        (1205, 12, "5"),
        ("Grade 3 Class 2", 3, "2"),
        ("grade3 class2", 3, "2"),
        ("G3C2", 3, "2"),
        ("1-3班", None, "1 2 3"),
        ("1—3班", None, "1 2 3"),
        ("1～3班", None, "1 2 3"),
        ("1班-3班", None, "1 2 3"),
        ("（1）-（3）班", None, "1 2 3"),
        ("1、2班", None, "1 2"),
        ("1，2班", None, "1 2"),
        ("1班、2班", None, "1 2"),
        ("1班 2班", None, "1 2"),
        ("五·1班", 5, "1"),
        ("三年级 2班", 3, "2"),
        ("1班和3班", None, "1 3"),
        ("1-3、5班", None, "1 2 3 5"),
        ("三年级1-3班", 3, "1 2 3"),
        ("三年级1、2班", 3, "1 2"),
        ("三（1、2）班", 3, "1 2"),
        ("三（1-3）班", 3, "1 2 3"),
        ("三（1）（2）班", 3, "1 2"),
        ("三（1）班（2）班", 3, "1 2"),
        ("三（1）班、三（2）班", 3, "1 2"),
        ("三（1）-三（3）班", 3, "1 2 3"),
        ("301-303", 3, "1 2 3"),
        ("301、303", 3, "1 3"),
        ("三年级", 3, ""),
        ("初一", 7, ""),
        ("小三", 3, ""),
        ("Grade 3", 3, ""),
        ("三年级全体", 3, ""),
        ("三年级各班", 3, ""),
        ("三年级（全体）", 3, ""),
        ("全年级", None, ""),
        ("各班", None, ""),
        ("全体", None, ""),
        ("火箭班", None, "火箭班"),
        ("火箭班、实验班", None, "火箭班 实验班"),
        ("三年级火箭班", 3, "火箭班"),
        ("火箭班（三年级）", 3, "火箭班"),
        ("2班（初一）", 7, "2"),
        ("初一火箭班", 7, "火箭班"),
        ("A班", None, "A班"),
        ("Grade 3 Class A", 3, "A"),
        ("2400班", None, "2400班"),
        ("实验班", None, "实验班"),
        ("三（火箭）班", 3, "火箭班"),
        ("三（甲）班", 3, "甲班"),
        ("4B", None, "4B"),
        ("3A", None, "3A"),
        ("Class 4B", None, "4B"),
        ("Oak", None, "Oak"),
        ("全", None, ""),
        ("全年级各班", None, ""),
        ("三年级（全）", 3, ""),
        ("三年级所有班级", 3, ""),
        ("1班2班", None, "1 2"),
        ("三年级1班2班3班", 3, "1 2 3"),
        ("三年级一班二班", 3, "1 2"),
        ("实验班1班", None, "实验班1班"),
        ("三年級1班", 3, "1"),
        ("三（2）班（45人）", 3, "2"),
        ("三（2）班（王老师）", 3, "2"),
        ("三（2）班（班主任：王小明）", 3, "2"),
        ("2班 王老师", None, "2"),
        ("三年级/2班", 3, "2"),
        ("3-2", 3, "2"),
        ("3-3班", 3, "3"),
        ("三（2）班（全体）", 3, "2"),
        ("三年级2班（全班）", 3, "2"),
    ],
)
def test_class(value: CellValue, grade: int | None, classes: str) -> None:
    expected = ClassReading(grade, tuple(classes.split()))
    assert read_class(value, SchoolSystem.SIX_THREE) == expected


@pytest.mark.parametrize(
    "value",
    [
        "2023级3班",
        "23级3班",
        "2021届1班",
        "2023級3班",
        "初2024级1班",
        "1 2",
        "三（1）班 语文",
        "2023",
        "13-2",
        "13-2班",
        "13-13班",
        3.2,
        0,
        "0班",
        -1,
        "三（1）班、四（1）班",
        "三（1）-四（3）班",
        "一年级、1班",
        "十三年级1班",
        "初四（1）班",
        "1-99999班",
        "/",
        "2班和",
        "((((2",
        "全校",
        "全班",
        "同上",
        "同左",
        "N/A",
        "三年级全班",
        "王小明",
        "走读",
        "三年级（走读）",
        "三年级（周一）",
        "三（1）班（王小明）",
        "三（1）（王老师）",
        "三（1）班（周一）",
        "三（1）班（火箭班）",
        "三年级1班（王小明）",
        "三（1）班、走读",
        True,
        date(2023, 3, 2),
    ],
)
def test_not_understood(value: CellValue) -> None:
    assert read_class(value, SchoolSystem.SIX_THREE) is Outcome.UNREAD


def test_none() -> None:
    assert read_class("无", SchoolSystem.SIX_THREE) is Outcome.NONE


def test_chuyi_depends_on_the_system() -> None:
    assert read_class("初一(3)班", SchoolSystem.FIVE_FOUR) == ClassReading(6, ("3",))


@given(
    st.integers(1, 9), st.integers(1, 60), st.sampled_from(["{}年级{}班", "{}（{}）班", "{}{:02}"])
)
def test_all_spellings_of_a_class_agree(grade: int, number: int, spelling: str) -> None:
    reading = read_class(spelling.format(grade, number), SchoolSystem.SIX_THREE)
    assert reading == ClassReading(grade, (str(number),))
