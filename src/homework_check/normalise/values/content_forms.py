"""The minutes of a content that has work of several forms, or for several places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homework_check.model import NOTHING, UNKNOWN, Amount
from homework_check.normalise.values.content_items import stated_in
from homework_check.normalise.values.content_minutes import (
    added,
    read_stated_minutes,
    without_minutes,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_OTHER: Final = frozenset({"other"})
_LESSON: Final = frozenset({"lesson"})


def divide(items: Sequence[str], whole: Amount) -> tuple[list[str], ...]:
    """The items of each form and place, the written ones first; empty if they are all alike.

    Empty too unless each states its minutes, which add up to `whole`. Items are told apart by
    what all of them state.
    """
    sum_ = NOTHING
    for item in items:
        sum_ = added(sum_, read_stated_minutes(item) or UNKNOWN)
    if sum_ != whole:
        return ()
    named = [without_minutes(item) for item in items]
    forms, places = ([_one(section, item) for item in named] for section in ("form", "place"))
    divided: dict[tuple[str | None, str | None], list[str]] = {}
    for item, form, place in zip(items, forms, places, strict=True):
        key = form if all(forms) else None, place if all(places) else None
        divided.setdefault(key, []).append(item)
    if len(divided) < 2:
        return ()
    return tuple(divided[key] for key in sorted(divided, key=lambda key: key[0] == "other"))


def _one(section: str, item: str) -> str | None:
    """What all of an item is, as it states it; None: it does not, or is of several.

    What is written in part counts as written.
    """
    stated = {meanings for _, meanings in stated_in(section, item)}
    every = {meaning for meanings in stated for meaning in meanings}
    if section == "form" and all(stated) and _OTHER not in stated:
        return "written"
    return every.pop() if len(every) == 1 and all(stated) else None


def maybe_counted(items: Sequence[str], whole: Amount, place: str | None) -> Amount:
    """The minutes that count: all of `whole`, or all but those not written, or in a lesson.

    `place` is where all of them are taken to be done.
    """
    others = NOTHING
    for item in items:
        parts = _parts_with("form", _OTHER, item)
        if place and place not in _LESSON:
            parts |= _parts_with("place", _LESSON, item)
        for part in parts:
            others = added(others, read_stated_minutes(part) or NOTHING)
    return Amount(0 if others.high is None else max(0, whole.low - others.high), whole.high)


def _parts_with(section: str, meant: frozenset[str], item: str) -> set[str]:
    """The item, or those parts of it, of which it states nothing but what is `meant`."""
    if all(stated == meant for _, stated in stated_in(section, without_minutes(item))):
        return {item}
    return {part for part, stated in stated_in(section, item) if stated == meant}
