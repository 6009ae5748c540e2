"""The forms of a cell's text that words and patterns are held against."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from homework_check.workbook import CellValue

INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
ONE_SIGN = str.maketrans("[【〔〖「『{]】〕〗」』}‐−", "(((((((" + ")))))))" + "--")
"""Of signs that mean the same, the one that patterns know."""
BLANK_BESIDE_OTHER = re.compile(r"(?<![0-9.]) | (?![0-9.])")


def clean(value: CellValue) -> str:
    """Give a cell as text: NFKC, trimmed, inner runs of blanks as one blank.

    Whole floats lose their point (3.0 is ``3``), dates and times are ISO 8601.
    """
    if isinstance(value, str):
        text = unicodedata.normalize("NFKC", value).translate(INVISIBLE)
        return " ".join(text.split())
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


def fold(value: CellValue) -> str:
    """Clean, in lower case, every kind of bracket as ``()``."""
    return clean(value).casefold().translate(ONE_SIGN)


def squeeze(value: CellValue) -> str:
    """Fold, without blanks; but a blank between two numbers stays: ``20 30`` is not 2030."""
    return BLANK_BESIDE_OTHER.sub("", fold(value))
