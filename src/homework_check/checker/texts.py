"""Rules of kind ``text``: patterns in the content that somebody should look at."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from homework_check.checker.limits import SettledDay
    from homework_check.model import Entry
    from homework_check.report import ClassKey
    from homework_check.rules.kinds import TextRule

_LONGEST = 1000  # characters of a content that are searched: a pattern may be slow


class Hit(NamedTuple):
    """A content in which a pattern was found, and the words that match."""

    key: ClassKey
    entry: Entry
    quote: str


def search(rules: Iterable[TextRule], days: Iterable[SettledDay]) -> Iterator[tuple[TextRule, Hit]]:
    """Every content in which a rule finds something; each distinct text is searched once."""
    patterns = [(rule, pattern) for rule in rules for pattern in rule.patterns]
    if not patterns:
        return
    known: dict[str, list[tuple[TextRule, str]]] = {}
    for day in days:
        for entry in day.entries:
            text = entry.content
            if text not in known:
                found = ((rule, pattern.search(text[:_LONGEST])) for rule, pattern in patterns)
                first = {rule.id: (rule, match[0]) for rule, match in found if match}
                known[text] = list(first.values())
            for rule, words in known[text]:
                yield rule, Hit(day.class_day.key, entry, words)
