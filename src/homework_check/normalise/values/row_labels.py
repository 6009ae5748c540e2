"""Labels of rows and columns that are no entries: totals, signatures, notes; and 同上."""

from __future__ import annotations

import re
from functools import cache

from homework_check.normalise.values.cleaning import fold, squeeze
from homework_check.normalise.values.words import alternatives, sections


def is_total(text: str) -> bool:
    """Whether the whole label is one of a total: 合计, 本周合计, 合计（分钟）, 合计：75分钟."""
    # A long log has as many contents as rows; few have a character of such a label.
    if _total_characters().isdisjoint(text.lower()):
        return False
    return _total_pattern().fullmatch(squeeze(text)) is not None


def is_footer(text: str) -> bool:
    """Whether a line is for a signature, a date of filling in, or a note: 填表人：, 备注：."""
    return _footer_pattern().match(fold(text)) is not None


def is_ditto(text: str) -> bool:
    """Whether a cell says that the value above holds: 同上, 〃."""
    return squeeze(text) in sections()["ditto"]["above"]


@cache
def _total_characters() -> frozenset[str]:
    return frozenset(character for label in sections()["total"]["total"] for character in label)


@cache
def _total_pattern() -> re.Pattern[str]:
    lead, total, tail = (alternatives("total", key) for key in ("lead", "total", "tail"))
    day = alternatives("weekday", *"1234567")
    number = r"[0-9.]+(?:分钟|分|小时|min)?"
    return re.compile(rf"(?:{lead}|{day}){{0,4}}{total}{tail}?(?:\([^()]*\))?:?(?:{number})?")


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
