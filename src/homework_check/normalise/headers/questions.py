"""Headers that are questions, as in the exports of forms that are filled in on a phone."""

from __future__ import annotations

import re
from functools import cache

from homework_check.normalise.headers.field_words import field_words


def topic_of(plain: str) -> str:
    """What a plain header asks for, 班级 of 2、您任教的班级是; the whole text if it asks none."""
    question = _question().fullmatch(plain)
    return question["topic"] if question and question["asking"] else plain


@cache
def _question() -> re.Pattern[str]:
    words = "|".join(sorted(field_words().question, key=len, reverse=True))
    number = r"q?[0-9]{1,2}(?:[、)]|\.(?![0-9]))"
    return re.compile(rf"(?P<asking>(?:{number})?(?:{words})*)(?P<topic>.+?)(?:是(?:什么)?)?[?？]?")
