"""What the text of a homework itself states: minutes, form, place, days off."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from homework_check.model import Amount, Form, Place
from homework_check.normalise.values.cleaning import fold
from homework_check.normalise.values.content_minutes import read_stated_minutes, without_minutes
from homework_check.normalise.values.labels import is_none
from homework_check.normalise.values.words import alternatives, parts_meaning, sections


class ContentReading(NamedTuple):
    """What a content states; None where it states nothing.

    `none`: all it says is that there is no homework. `choice` is ``required`` or
    ``optional``, `layer` ``A``, ``B`` or ``C``.
    """

    none: bool = False
    form: Form | None = None
    minutes: Amount | None = None
    choice: str | None = None
    layer: str | None = None
    place: Place | None = None
    covers_days_off: bool = False


SILENT: Final = ContentReading()
TITLES: Final = re.compile(r"《[^》]*》")
ITEM: Final = re.compile(r"[;\n]|(?:^|(?<=[ ,。、)]))\(?[0-9]{1,2}[.、)](?![0-9])")
CLAUSE: Final = re.compile(r"[,。](?![^()]*\))")
HEAD: Final = re.compile(r" ?(?:\([^()]*\) ?)+|[^:()]{1,12}:")
BRACKETED: Final = re.compile(r"\(([^()]*)\)")
WORDS: Final = re.compile(r"\w")


def read_content(text: str) -> ContentReading:
    """Read a content that is not blank; see `ContentReading`.

    Form, place, choice and layer count only in brackets or before a colon. Of several
    items each has to state one; else the text states only what cannot be missed by
    that: ``written``, ``home``, ``required``.
    """
    if _interesting().search(text) is None:
        return SILENT
    if is_none(text):
        return ContentReading(none=True)
    folded = TITLES.sub("", "\n".join(fold(line) for line in text.splitlines()))
    stating = "(" in folded or ":" in folded
    items = ITEM.split(without_minutes(folded)) if stating else []
    form, place = _common("form", items, "written"), _common("place", items, "home")
    return ContentReading(
        form=Form(form) if form else None,
        minutes=read_stated_minutes(folded),
        choice=_common("choice", items, "required"),
        layer=_common("layer", items),
        place=Place(place) if place else None,
        covers_days_off=_days_off().search(folded) is not None,
    )


@cache
def _interesting() -> re.Pattern[str]:
    """Find in a text as it stands whatever makes a closer look worth while.

    Most contents have nothing of the kind, and this is all they cost.
    """
    literals = [*"(（[［【〔〖「『{｛:：分时刻钟hHｈＨmMｍＭ"]
    for word in (*sections()["none"]["none"], *sections()["days_off"]["words"]):
        literals += [word, word.capitalize(), word.upper()]
    return re.compile("|".join(map(re.escape, dict.fromkeys(literals))))


@cache
def _days_off() -> re.Pattern[str]:
    # 第五一... is a number, 五一班 a class.
    return re.compile(rf"(?<![第一二三四五六七八九十]){alternatives('days_off', 'words')}(?!班)")


def _common(section: str, items: list[str], weightiest: str = "") -> str | None:
    """Give the one word that all items state, or the weightiest if any item states it."""
    found = [stated for item in items for stated in _stated_by_clause(section, item)]
    every = set().union(*found)
    if weightiest in every:
        return weightiest
    return every.pop() if len(every) == 1 and all(found) else None


def _stated_by_clause(section: str, item: str) -> list[set[str]]:
    """Give what each clause states; what the head states holds for the whole item."""
    head = HEAD.match(item)
    if head and _stated(section, head[0]):
        return [_stated(section, item)]
    return [_stated(section, part) for part in CLAUSE.split(item) if WORDS.search(part)]


def _stated(section: str, clause: str) -> set[str]:
    """Give the meanings of what stands in brackets or before the colon at the head."""
    head = HEAD.match(clause)
    places = BRACKETED.findall(clause)
    if head and head[0].endswith(":"):
        places.append(head[0][:-1])
    return {meaning for text in places for meaning in parts_meaning(section, text) if meaning}
