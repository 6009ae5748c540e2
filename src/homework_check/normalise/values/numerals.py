"""Whole numbers as schools write them: 12, 十二, 两."""

from __future__ import annotations

from typing import Final

WHOLE: Final = r"(?:[0-9]{1,4}|[零〇一二两三四五六七八九十百]{1,7})"
"""A pattern for a whole number of classes, grades, days; `whole` may still refuse it."""

_ONES: Final = ("", *"一二三四五六七八九")
_TENS: Final = ("", "十", *(digit + "十" for digit in _ONES[2:]))


def _written() -> dict[str, int]:
    """Give the numbers below 1000 as they are written out, 一百零五 and 一百一十 included."""
    below_hundred = {
        tens + ones: 10 * i + k for i, tens in enumerate(_TENS) for k, ones in enumerate(_ONES)
    }
    numbers = {text or "零": number for text, number in below_hundred.items()}
    for hundreds, digit in enumerate(_ONES[1:], start=1):
        for text, number in below_hundred.items():
            link = "零" if 0 < number < 10 else "一" if 10 <= number < 20 else ""
            numbers[f"{digit}百{link}{text}"] = 100 * hundreds + number
    return numbers


_NUMBERS: Final = _written()
_SPELLINGS: Final = str.maketrans("〇两", "零二")


def whole(text: str) -> int | None:
    """Read digits or Chinese numerals below 1000; None if `text` is neither."""
    if text.isascii() and text.isdigit() and len(text) <= 9:
        return int(text)
    return _NUMBERS.get(text.translate(_SPELLINGS))
