"""The forms of a cell's text that words and patterns are held against."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from homework_check.memo import LastingMemo
from homework_check.patterns import late_pattern

if TYPE_CHECKING:
    from homework_check.workbook import CellValue

INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
ONE_SIGN = str.maketrans("[【〔〖「『{]】〕〗」』}‐−級屆┋", "(((((((" + ")))))))" + "--级届、")
"""Of signs that mean the same, the one that patterns know; ┋ stands between answers to a form."""
CIRCLED = {
    first + n: f"({n + 1})" for first, most in ((0x2460, 20), (0x2776, 10)) for n in range(most)
}
"""① is a number of its own; NFKC would make ①20分钟 a hundred and twenty."""
_CIRCLED_SIGNS = frozenset(map(chr, CIRCLED))
_INVISIBLE_SIGNS = frozenset(map(chr, INVISIBLE))
_SIGNS = frozenset(map(chr, ONE_SIGN))
_LOOSE_BLANK = late_pattern("(?<![!-~]) | (?![!-~])")
BLANK_BESIDE_OTHER = late_pattern(r"(?<![0-9.]) | (?![0-9.])")


def clean(value: CellValue) -> str:
    """Give a cell as text: NFKC, ① as (1), trimmed, inner runs of blanks as one blank.

    Whole floats lose their point (3.0 is ``3``), dates and times are ISO 8601.
    """
    if isinstance(value, str):
        return _CLEAN[value]
    match value:
        case datetime():
            return value.isoformat(sep=" ")
        case date() | time():
            return value.isoformat()
        case bool() | timedelta():
            return str(value).upper()
        case float() if not value.is_integer():
            return repr(value)
    # Not str(): it refuses integers of more than 4300 digits.
    return f"{Decimal(int(value)):f}"


def _clean(text: str) -> str:
    if not _CIRCLED_SIGNS.isdisjoint(text):
        text = text.translate(CIRCLED)
    normal = unicodedata.normalize("NFKC", text)
    if not _INVISIBLE_SIGNS.isdisjoint(normal):
        normal = normal.translate(INVISIBLE)
    return " ".join(normal.split())


def clean_name(value: CellValue) -> str:
    """Clean, and without blanks but between two words of ASCII: 第一 小学, but Hill School."""
    return _LOOSE_BLANK.sub("", clean(value))


def fold(value: CellValue) -> str:
    """Clean, in lower case, every kind of bracket as ``()``."""
    return _FOLDED[value] if isinstance(value, str) else _fold(clean(value))


def _fold(text: str) -> str:
    folded = text.casefold()
    return folded if _SIGNS.isdisjoint(folded) else folded.translate(ONE_SIGN)


def squeeze(value: CellValue) -> str:
    """Fold, without blanks; but a blank between two numbers stays: ``20 30`` is not 2030."""
    folded = fold(value)
    return BLANK_BESIDE_OTHER.sub("", folded) if " " in folded else folded


# A text is held against half a dozen lists of words, each of which asks for its plain form.
_CLEAN = LastingMemo(_clean)
_FOLDED: LastingMemo[str, str] = LastingMemo(lambda text: _fold(_CLEAN[text]))
