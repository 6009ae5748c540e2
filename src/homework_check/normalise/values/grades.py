"""Grades, by every name they go by, as numbers 1 to 12."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from homework_check.normalise.values.cleaning import squeeze
from homework_check.normalise.values.labels import is_none
from homework_check.normalise.values.numerals import WHOLE, whole
from homework_check.normalise.values.outcome import Outcome
from homework_check.normalise.values.words import alternatives
from homework_check.patterns import late_pattern
from homework_check.settings import SchoolSystem

if TYPE_CHECKING:
    from homework_check.workbook import CellValue

PREPARATORY_GRADE: Final = 6
FIRST_SENIOR_GRADE: Final = 10
LAST_JUNIOR_GRADE: Final = 9
ORDINAL: Final = late_pattern(r"([0-9]{1,2})(?:st|nd|rd|th)grade")


def read_grade(value: CellValue, system: SchoolSystem) -> int | Outcome:
    """Read 三年级, 3, 小三, 初一, Grade 3; which grade 初一 is depends on `system`."""
    text = squeeze(value)
    if is_none(text):
        return Outcome.NONE
    if ordinal := ORDINAL.fullmatch(text):
        text = ordinal[1]
    if (named := grade_name().fullmatch(text)) is not None:
        return named_grade(named, system) or Outcome.UNREAD
    number = whole(text)
    return number if number is not None and 1 <= number <= 12 else Outcome.UNREAD


@cache
def grade_name() -> re.Pattern[str]:
    """Give the pattern of a grade that cannot be a class: not 3, but 三年级 or 小三."""
    primary, junior, senior, preparatory = (
        alternatives("grade", key) for key in ("primary", "junior", "senior", "preparatory")
    )
    return re.compile(
        rf"(?P<preparatory>{preparatory})"
        rf"|(?:(?P<primary>{primary})|(?P<junior>{junior})|(?P<senior>{senior}))?"
        rf"\(?(?P<full>{WHOLE})\)?(?:年级[部组]?|级部|年(?!级))"
        r"|(?P<stage>[小初高])(?P<short>[1-6一二三四五六])(?:年级)?"
        r"|(?:grade|gr|g|year)[.:]?(?P<english>[0-9]{1,2})"
    )


def named_grade(named: re.Match[str], system: SchoolSystem) -> int | None:
    """Give the grade of a match of `grade_name`; None if there is no such grade."""
    if named["preparatory"]:
        with_preparatory = system is SchoolSystem.FIVE_FOUR_PREPARATORY
        return PREPARATORY_GRADE if with_preparatory else None
    number = whole(named["full"] or named["short"] or named["english"])
    if number is None or not 1 <= number <= 12:
        return None
    if named["primary"] or named["stage"] == "小":
        return number if number <= 6 else None
    if named["senior"] or named["stage"] == "高":
        grade = number if number >= FIRST_SENIOR_GRADE else number + FIRST_SENIOR_GRADE - 1
        return grade if grade <= 12 else None
    if named["junior"] or named["stage"] == "初":
        # 初中七年级 counts from grade 1, 初中一年级 from the first year of junior school.
        counted = number if number >= 6 else number + system.first_chuyi_grade - 1
        return counted if counted <= LAST_JUNIOR_GRADE else None
    return number
