"""What may be assumed where a table lacks a field: from words to the value they mean."""

from __future__ import annotations

import re

from homework_check.config.names import MEANINGS

_YEAR = re.compile(r"([12]\d{3})年?", re.ASCII)
_GRADE = re.compile(
    r"(?:高(?P<senior>[一二三])|(?P<grade>[一二三四五六七八九]|[1-9]|1[0-2])(?:年级)?)"
)
_CLASS = re.compile(r"(\d{1,2})班", re.ASCII)
_NUMERALS = "零一二三四五六七八九"


def assumed_value(field: str, text: str) -> str | None:
    """The value that `text` means for `field`; None if it means none, or none can be assumed."""
    match field:
        case "form" | "place":
            return MEANINGS[field].get(text)
        case "year":
            year = _YEAR.fullmatch(text)
            return year[1] if year else None
        case "grade":
            return _grade(text)
        case "class":
            number = _CLASS.fullmatch(text)
            return number[1] if number else text or None
        case "school" | "county":
            return text or None
        case _:
            return None


def _grade(text: str) -> str | None:
    match = _GRADE.fullmatch(text)
    if match is None:
        return None
    if senior := match["senior"]:
        return str(9 + _NUMERALS.index(senior))
    grade = match["grade"]
    return grade if grade.isascii() else str(_NUMERALS.index(grade))
