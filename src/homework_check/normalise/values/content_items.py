"""The items of a content, and what they state in brackets or before a colon."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from homework_check.memo import LastingMemo
from homework_check.normalise.values.content_minutes import NUMBERED_MINUTES, without_minutes
from homework_check.normalise.values.labels import is_none
from homework_check.normalise.values.words import BETWEEN_PARTS, parts_meaning, sections
from homework_check.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

STATING: Final = ("form", "place", "choice", "layer", "subject")
"""The sections of words.toml whose words may head an item."""

_NOT_IN_BRACKETS: Final = r"(?![^()]*\))"
_NUMERAL: Final = "[0-9一二三四五六七八九十]"
_NO_NUMERAL: Final = r"(?=[^\W\da-z_第一二三四五六七八九十两])"
ITEM: Final = late_pattern(
    rf"[;\n]|[。+](?![0-9]){_NOT_IN_BRACKETS}"
    rf"|(?<![0-9a-z第.])(?:[0-9]{{1,2}}[.、)](?![0-9])|\([0-9]{{1,2}}\))"
    rf"|(?:^|(?<=[ ,)]))\(?[一二三四五六七八九十]{{1,3}}(?:、|\)、?)(?![一二三四五六七八九十])"
)
_NUMBERED_MINUTES: Final = late_pattern(NUMBERED_MINUTES, re.MULTILINE)
CLAUSE: Final = late_pattern(
    rf"(?:[,&\n和与及或并]|(?<!{_NUMERAL})[、/]|[、/](?!{_NUMERAL})| {_NO_NUMERAL})"
    rf"{_NOT_IN_BRACKETS}"
)
HEAD: Final = late_pattern(r"(?: ?\([^()]*\) ?| ?[^:()]{1,12}:)*")
INNER_HEAD: Final = late_pattern(r"(?<=[ ,)])(?:[^ :(),]{1,12}:|\([^()]*\) ?(?=[\w《]))")
LABEL: Final = late_pattern(r"([^:()]+):")
BRACKETED: Final = late_pattern(r"\(([^()]*)\)")
BRACKETS: Final = late_pattern(r"(?: ?\([^()]*\))+")
_LAST_BRACKETS: Final = late_pattern(r" ?\(([^()]+)\)$")
WORDS: Final = late_pattern(r"[\w《]")
AFTER_NONE: Final = late_pattern(rf"[,、(]| {_NO_NUMERAL}")


def cut_items(text: str) -> list[str]:
    """Cut a folded content at its line breaks, signs, numbers, and at heads inside a line.

    A head with nothing behind it (口头： on a line of its own) is put before the items
    below, up to the next head that speaks of the same.
    """
    items: list[str] = []
    heading, used = "", True
    for item in _parts(_NUMBERED_MINUTES.sub("\n", text)):
        head = _head(item)
        if not _SAID[heading].keys().isdisjoint(_SAID[head]):
            heading = ""
        if _SAID[head] and not WORDS.search(item, len(head)) and item == without_minutes(item):
            heading, used = heading + item, False
        else:
            items.append(heading + item)
            used = True
    return items if used else [*items, heading]


def can_state(text: str) -> bool:
    """Whether a text has brackets or a colon, so that it may state anything."""
    return "(" in text or ":" in text


def says_none(item: str) -> bool:
    """Whether an item only says that there is nothing: 无书面作业, 书面：无, 无（书面）."""
    if is_none(item) or not can_state(item):
        return is_none(item)
    head, tail = _head(item), _LAST_BRACKETS.search(item)
    if tail and all_known(tail[1]):
        item = item[: tail.start()]
    return is_none(item) or bool(_SAID[head] and is_none(item[len(head) :]))


def denies_written(items: Sequence[str]) -> bool:
    """Whether one of the items says that nothing is written, and none of the others names such.

    无书面作业，读课文 does; of which subject 语文：无书面作业 says so is another question.
    """
    denying = [item for item in items if is_none(item) and _written().search(item)]
    return bool(denying) and not any(_written().search(i) for i in items if i not in denying)


@cache
def _written() -> re.Pattern[str]:
    words = (word for word in sections()["form"]["written"] if word[1:])
    return re.compile("|".join(map(re.escape, words)))


def common(section: str, items: Sequence[str], weightiest: str = "") -> str | None:
    """Give the one word that all items state, or the weightiest if any item states it.

    None if they state nothing, differ, or one of them says nothing about it. The items
    come without their minutes.
    """
    clauses = [(clause, _stated(section, clause)) for i in items for clause in _clauses(section, i)]
    every = {meaning for _, stated in clauses for meaning in stated}
    if weightiest in every:
        return weightiest
    if len(every) != 1:
        return None
    # 朗读、背诵课文（口头）: the bare word may agree with what is stated, but states nothing.
    agreed = all(stated or every.issuperset(parts_meaning(section, c)) for c, stated in clauses)
    return every.pop() if agreed else None


def states(section: str, items: Sequence[str]) -> bool:
    """Whether any item states something; the items come without their minutes."""
    return any(_stated(section, clause) for item in items for clause in _clauses(section, item))


def layers_of(item: str) -> frozenset[str]:
    """The layers that an item is for, as its head or its brackets state them."""
    return _stated("layer", item)


def stated_in(section: str, item: str) -> list[tuple[str, frozenset[str]]]:
    """The parts of an item, each with the forms, or the places, that it states."""
    return [(clause, _stated(section, clause)) for clause in _clauses(section, item)]


def _parts(text: str) -> Iterator[str]:
    """The parts with words in them, cut before inner heads and behind 无."""
    for line in ITEM.split(text):
        cuts = [match.start() for match in INNER_HEAD.finditer(line) if _SAID[match[0]]]
        for start, end in zip([0, *cuts], [*cuts, len(line)], strict=True):
            yield from filter(WORDS.search, _cut_behind_none(line[start:end].strip()))


def _cut_behind_none(item: str) -> list[str]:
    """书面：无，朗读课文 is two items: the head holds for 无 alone."""
    start = len(_head(item))
    end = AFTER_NONE.search(item, start)
    if end is None or says_none(item) or not says_none(item[: end.start()]):
        return [item]
    return [item[: end.start()], item[end.end() :]]


def _clauses(section: str, item: str) -> list[str]:
    """What is stated at the head holds for the whole item, else only for what it stands behind."""
    if not can_state(item) or section in _SAID[_head(item)]:
        return [item]

    def with_end(brackets: re.Match[str]) -> str:
        return brackets[0] + "\n" * (section in _SAID[brackets[0]])

    return [part for part in CLAUSE.split(BRACKETS.sub(with_end, item)) if WORDS.search(part)]


def _stated(section: str, text: str) -> frozenset[str]:
    if not can_state(text):
        return frozenset()
    head = _head(text)
    return _SAID[head + "".join(BRACKETS.findall(text, len(head)))].get(section, frozenset())


def _head(item: str) -> str:
    """The brackets and labels with colons at the beginning of an item."""
    head = HEAD.match(item)
    return head[0] if head else ""


def _said(head: str) -> Mapping[str, frozenset[str]]:
    """Give the meanings of brackets, and of labels that are made of known words alone.

    By section; those that state nothing are left out.
    """
    places = [label for label in LABEL.findall(head) if all_known(label)]
    places += BRACKETED.findall(head)
    found = {
        section: frozenset(
            meaning for place in places for meaning in parts_meaning(section, place) if meaning
        )
        for section in STATING
    }
    return {section: meanings for section, meanings in found.items() if meanings}


_SAID = LastingMemo(_said)


def all_known(label: str) -> bool:
    """Whether each part of a label is a word; 抄写生字、口头： says nothing about 抄写生字."""
    parts = filter(str.strip, BETWEEN_PARTS.split(label))
    return all(
        any(None not in parts_meaning(section, part) for section in STATING) for part in parts
    )
