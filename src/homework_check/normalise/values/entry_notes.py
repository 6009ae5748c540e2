"""What a note beside an entry says of it: withdrawn, changed, or where it is done."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from homework_check.normalise.values.cleaning import fold, squeeze
from homework_check.normalise.values.content import days_off
from homework_check.normalise.values.content_minutes import read_stated_minutes
from homework_check.normalise.values.content_places import place_hinted_at
from homework_check.normalise.values.labels import read_form, read_layer, read_place
from homework_check.normalise.values.note_cases import (
    day_total,
    moved_to,
    read_case,
    says_other_form,
    with_own_minutes,
)
from homework_check.normalise.values.outcome import Outcome
from homework_check.normalise.values.words import BETWEEN_PARTS, alternatives, meanings, sections
from homework_check.patterns import late_pattern

if TYPE_CHECKING:
    from homework_check.model import Amount, Form, Place
    from homework_check.workbook import CellValue

_LONGEST: Final = 30
"""Characters of a note on one entry; a longer one tells of more than that."""

_BRACKETS: Final = late_pattern(r"\([^()]*\)")


class EntryNote(NamedTuple):
    """What a note says of its entry: that it was withdrawn, or of `minutes` what they are.

    `case` is ``withdrawn``, maybe in part; ``changed``, to work of that time if it says one;
    ``added``; ``measured``; ``stated``, if it is anything else; ``spread`` over several days; or
    empty. `text` is the note of those, and `total` the minutes of all work of the day, where it
    states them. `hint` is a place, school or lesson, of which it only speaks.
    `covers_days_off`: it speaks of days off. `mixed`: it says that some of the work is not written.
    """

    form: Form | None = None
    place: Place | None = None
    layer: str | None = None
    text: str = ""
    case: str = ""
    minutes: Amount | None = None
    total: Amount | None = None
    hint: Place | None = None
    covers_days_off: bool = False
    mixed: bool = False

    @property
    def is_doubtful(self) -> bool:
        """Whether the entry may not count at all."""
        return self.case in {"withdrawn", "changed"}


def read_entry_note(value: CellValue) -> EntryNote | None:
    """Read a cell of notes; None: it says nothing that matters to its entry."""
    if not isinstance(value, str) or not 0 < len(value) <= _LONGEST:
        return None
    text = fold(value)
    minutes = _minutes(text)
    total = day_total(text) if _timed().search(text) else None
    if case := read_case(text, timed=minutes is not None):
        if minutes and case == "stated":
            # 每题2分钟 says nothing of more than that.
            minutes = minutes._replace(high=minutes.low if minutes.high is None else minutes.high)
        return EntryNote(text=value.strip(), case=case, minutes=minutes, total=total)
    if total:
        return EntryNote(text=value.strip(), total=total)
    if says_other_form(text):
        return EntryNote(text=value.strip(), mixed=True)
    value = moved_to(text) or value
    if _known().isdisjoint({squeeze(value), *BETWEEN_PARTS.split(text), *text.split()}):
        hinting = EntryNote(
            hint=place_hinted_at(text),
            covers_days_off=days_off("words").search(text) is not None,
        )
        return hinting if any(hinting) else None
    form, place, layer = read_form(value), read_place(value), read_layer(value)
    note = EntryNote(
        None if isinstance(form, Outcome) else form,
        None if isinstance(place, Outcome) else place,
        # 优 and A are as often marks.
        layer if value.strip()[-1:] in {"层", "组", "生"} else None,
    )
    return note if any(note) else None


def heads_entry_notes(text: str) -> bool:
    """Whether a head of notes speaks of each entry: 备注, 检查情况; not 设计意图."""
    return _BRACKETS.sub("", squeeze(text)).endswith(sections()["note"]["heads"])


@cache
def _known() -> frozenset[str]:
    """Words of which a note has to have one as a part; to look for it is cheap."""
    return frozenset(word for name in ("form", "place", "layer") for word in meanings(name))


def _minutes(text: str) -> Amount | None:
    """The minutes that a folded note states; None too if they are of reading, sports or sleep."""
    if not _timed().search(text):
        return None
    is_written = re.search(alternatives("form", "written"), text)
    others = (alternatives("form", "other"), alternatives("unit_line", "other"))
    if not is_written and any(re.search(words, text) for words in others):
        return None
    return read_stated_minutes(with_own_minutes(text))


@cache
def _timed() -> re.Pattern[str]:
    units = alternatives("minutes", "hours", "minutes")
    return re.compile(rf"刻钟|[0-9半两零一二三四五六七八九十]\ ?个?半?{units}")
