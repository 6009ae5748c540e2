"""Where work is done, in words that state it of an item, or only speak of it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from homework_check.model import Place
from homework_check.normalise.values.words import alternatives, meanings
from homework_check.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

_LAST_CLAUSE: Final = late_pattern(r"(?P<work>[^\s].*?)[,。 —-]+(?P<place>\w{3,10})[。.!]?")


def with_places_in_front(items: Iterable[str]) -> list[str]:
    """The items, with a last clause that says where they are done as their head: 写字，校内完成."""
    return [_with_place_in_front(item) for item in items]


def _with_place_in_front(item: str) -> str:
    if not item.rstrip("。.!").endswith("完成"):
        return item
    said = _LAST_CLAUSE.fullmatch(item)
    is_place = said is not None and said["place"] in meanings("place")
    return f"({said['place']}){said['work']}" if said and is_place else item


def place_hinted_at(text: str) -> Place | None:
    """School or lesson, if a folded text speaks of it, though it does not state it of all its work.

    Nobody knows then whether it is homework: 在校写一半, 课堂上完成第1题.
    """
    for place, pattern in ((Place.LESSON, _of_lessons()), (Place.SCHOOL, _of_school())):
        if pattern.search(text):
            return place
    return None


@cache
def _of_school() -> re.Pattern[str]:
    return re.compile(alternatives("place_hint", "school"))


@cache
def _of_lessons() -> re.Pattern[str]:
    where, done = alternatives("place_hint", "lesson"), alternatives("place_hint", "done")
    return re.compile(rf"{where}{done}")
