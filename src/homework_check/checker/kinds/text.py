"""Rules of kind ``text``: patterns in the content that somebody should look at."""

from __future__ import annotations

from functools import lru_cache, partial
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from homework_check.checker.kinds.findings import own_words, rule_finding
from homework_check.memo import LastingMemo
from homework_check.messages import phrases

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from homework_check.checker.classdays.versions import SettledDay
    from homework_check.model import Entry
    from homework_check.report import ClassKey, Finding
    from homework_check.rules.kinds import TextRule
    from homework_check.text import Values

_CONTENT = attrgetter("content")
_LONGEST = 1000  # characters of a content that are searched: a pattern may be slow


class Hit(NamedTuple):
    """A content in which a pattern was found, and the words that match."""

    key: ClassKey
    entry: Entry
    quote: str


def search(rule: TextRule, days: Iterable[SettledDay]) -> Iterator[Hit]:
    """Every content in which `rule` finds something; each distinct text is searched once."""
    words_in = _matcher(rule.patterns)
    for day in days:
        hits = words_in.all(map(_CONTENT, day.entries))
        if any(hits):
            for entry, words in zip(day.entries, hits, strict=True):
                if words:
                    yield Hit(day.class_day.key, entry, words)


def text_finding(rule: TextRule, hit: Hit) -> Finding:
    """What a text rule found in one content; it decides nothing."""
    entry = hit.entry
    place = entry.beside("content")
    values: Values = {"quote": phrases.quote(hit.quote), "cell": place.cell or ""}
    return rule_finding(
        rule,
        None,
        own_words(rule).filled(values),
        hit.key,
        date=entry.date,
        subject=entry.subject,
        value=phrases.quote(entry.content),
        locations=(place,),
    )


def is_hit(patterns: Iterable[re.Pattern[str]], text: str) -> bool:
    """Whether any of the patterns finds something; in nearly all contents none does."""
    searched = text[:_LONGEST]
    for pattern in patterns:  # noqa: SIM110 - every content of a district comes here
        if pattern.search(searched):
            return True
    return False


@lru_cache(maxsize=64)
def _matcher(patterns: tuple[re.Pattern[str], ...]) -> LastingMemo[str, str | None]:
    """The words of a text that the first matching pattern finds; None: none does."""
    return LastingMemo(partial(_first_match, patterns))


def _first_match(patterns: Iterable[re.Pattern[str]], text: str) -> str | None:
    matches = (pattern.search(text[:_LONGEST]) for pattern in patterns)
    return next((match[0] for match in matches if match), None)
