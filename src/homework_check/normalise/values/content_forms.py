"""The minutes of a content that has work of several forms: not all of them are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homework_check.model import NOTHING, UNKNOWN, Amount
from homework_check.normalise.values.content_items import forms_of
from homework_check.normalise.values.content_minutes import (
    added,
    read_stated_minutes,
    without_minutes,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_OTHER: Final = frozenset({"other"})


def divide_by_form(items: Sequence[str], whole: Amount) -> tuple[list[str], list[str]] | None:
    """The items that are written, and those that are not; None if they are all alike.

    None too unless each states its form and minutes, which add up to `whole`.
    """
    divided: tuple[list[str], list[str]] = [], []
    sum_ = NOTHING
    for item in items:
        forms = {form for _, form in forms_of(without_minutes(item))}
        sum_ = added(sum_, read_stated_minutes(item) or UNKNOWN)
        if not all(forms) or (_OTHER in forms and len(forms) > 1):
            return None
        divided[_OTHER in forms].append(item)
    return divided if all(divided) and sum_ == whole else None


def maybe_written(items: Sequence[str], whole: Amount) -> Amount:
    """The minutes that are written: all of `whole`, or all but those of another form."""
    others = NOTHING
    for item in items:
        whole_item = all(form == _OTHER for _, form in forms_of(without_minutes(item)))
        parts = [item] if whole_item else [part for part, form in forms_of(item) if form == _OTHER]
        for part in parts:
            others = added(others, read_stated_minutes(part) or NOTHING)
    return Amount(0 if others.high is None else max(0, whole.low - others.high), whole.high)
