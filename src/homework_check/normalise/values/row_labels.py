"""Labels of rows and columns that are no entries: totals, signatures, notes; and 同上."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from homework_check.normalise.values.cleaning import fold, squeeze
from homework_check.normalise.values.numerals import WHOLE
from homework_check.normalise.values.words import AFFIXES, alternatives, meanings, sections
from homework_check.patterns import late_pattern

_LONGEST_LEAD: Final = 12
_BRACKETS: Final = late_pattern(r"\([^()]*\)")


def is_total(text: str) -> bool:
    """Whether the whole label is one of a total: 合计, 本周合计, 合计（分钟）, 合计：75分钟."""
    # A long log has as many contents as rows; few have a character of such a label.
    if _total_characters().isdisjoint(text.lower()):
        return False
    label = squeeze(text)
    has_word = any(word in label for word in _total_words())
    return has_word and _total_pattern().fullmatch(label) is not None


def is_total_row(text: str) -> bool:
    """Whether the label of a row or of a column of minutes is one of a total: 全校平均.

    Other than in a content, what stands before its ending need not be understood.
    """
    return is_total(text) or _ending_pattern().fullmatch(squeeze(text)) is not None


def is_total_by_ending(text: str) -> bool:
    """Whether nothing but its ending makes a label one of a total: 口算总计, not 作业总量."""
    return is_total_row(text) and _total_pattern("ending").fullmatch(squeeze(text)) is None


def is_mean(text: str) -> bool:
    """Whether the label of a total is one of a mean: 三年级平均, 班均."""
    return "均" in text or "average" in text.lower()


def is_breakdown(text: str) -> bool:
    """Whether the label of a row is of a part of the row above: 其中校内, 其中：家庭."""
    return squeeze(text).startswith(sections()["total"]["among"])


def is_no_subject(text: str) -> bool:
    """Whether a head among those of subjects is of other numbers: 人数, 上限（分钟）, 完成率."""
    bare = _BRACKETS.sub("", squeeze(text))
    return bare in meanings("no_subject") or bare.endswith(sections()["no_subject"]["endings"])


def is_part_head(text: str) -> bool:
    """Whether a head is of the form, place or layer of rows: 作业分类, 完成地点; not 检查等级."""
    return _BRACKETS.sub("", squeeze(text)) in meanings("part_head")


def is_footer(text: str) -> bool:
    """Whether a line is for a signature, a date of filling in, or a note: 填表人：, 备注：."""
    return _footer_pattern().match(fold(text)) is not None


def is_ditto(text: str) -> bool:
    """Whether a cell says that the value above holds: 同上, 〃."""
    return squeeze(text) in sections()["ditto"]["above"]


def _total_words() -> tuple[str, ...]:
    return sections()["total"]["total"] + sections()["total"]["alone"]


@cache
def _total_characters() -> frozenset[str]:
    return frozenset(character for word in _total_words() for character in word)


@cache
def _total_pattern(*more: str) -> re.Pattern[str]:
    total, alone = alternatives("total", "total", *more), alternatives("total", "alone")
    return re.compile(rf"{_before()}{total}{_behind()}|{alone}:?")


@cache
def _ending_pattern() -> re.Pattern[str]:
    ending = alternatives("total", "ending")
    return re.compile(rf"[^,.。;:!?]{{0,{_LONGEST_LEAD}}}{ending}{_behind()}")


def _before() -> str:
    """Give the pattern of what is known to stand before the word: 三（1）班本周."""
    lead = alternatives("total", "lead")
    day = rf"{alternatives('weekday', *'1234567')}|{WHOLE}月{WHOLE}[日号]"
    class_ = rf"{WHOLE}?(?:年级)?\(?{WHOLE}\)?班|{WHOLE}年级"
    names = (key for key in sections()["subject"] if key not in AFFIXES)
    subject = rf"{alternatives('subject', *names)}|{WHOLE}[科门天]"
    return rf"(?:{lead}|{day}|{class_}|{subject}){{0,6}}"


def _behind() -> str:
    """Give the pattern of what may stand behind the word: 用时（分钟）：75分钟."""
    number = r"[0-9.]+(?:分钟|分|小时|min)?"
    return rf"{alternatives('total', 'tail')}?(?:\([^()]*\))?:?(?:{number})?"


@cache
def _footer_pattern() -> re.Pattern[str]:
    roles, marks, dates, people, alone, notes = (
        alternatives("footer", key)
        for key in ("roles", "marks", "dates", "people", "alone", "notes")
    )
    # A name or a line to sign on may follow a signature mark without a colon.
    signed = rf"{roles}{{1,3}}{marks}{{1,3}}\ ?(?:[:_ ]|$)|{alone}\ ?(?:[:_(]|$)"
    stated = rf"(?:{roles}{{1,3}}{marks}{{0,3}}{dates}|{people}|{notes}\ ?[0-9一二三]?)\ ?:"
    return re.compile(rf"[*※]?\ ?(?:{signed}|{stated})")
