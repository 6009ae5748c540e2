"""Rules of kind ``text``: patterns in the content that somebody should look at."""

from __future__ import annotations

from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from homework_check.memo import Memo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from homework_check.checker.limits import SettledDay
    from homework_check.model import Entry
    from homework_check.report import ClassKey
    from homework_check.rules.kinds import TextRule

_CONTENT = attrgetter("content")
_LONGEST = 1000  # characters of a content that are searched: a pattern may be slow


class Hit(NamedTuple):
    """A content in which a pattern was found, and the words that match."""

    key: ClassKey
    entry: Entry
    quote: str


def search(rule: TextRule, days: Iterable[SettledDay]) -> Iterator[Hit]:
    """Every content in which `rule` finds something; each distinct text is searched once."""
    found = Memo(partial(first_match, rule))
    for day in days:
        hits = found.all(map(_CONTENT, day.entries))
        if any(hits):
            for entry, words in zip(day.entries, hits, strict=True):
                if words:
                    yield Hit(day.class_day.key, entry, words)


def first_match(rule: TextRule, text: str) -> str | None:
    """The words of `text` that the rule's first matching pattern finds; None: none does."""
    matches = (pattern.search(text[:_LONGEST]) for pattern in rule.patterns)
    return next((match[0] for match in matches if match), None)
