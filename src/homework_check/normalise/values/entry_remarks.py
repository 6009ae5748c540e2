"""What a remark beside an entry says of it: withdrawn, changed, or where it is done."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from homework_check.normalise.values.cleaning import fold, squeeze
from homework_check.normalise.values.content_minutes import read_stated_minutes
from homework_check.normalise.values.labels import read_form, read_layer, read_place
from homework_check.normalise.values.outcome import Outcome
from homework_check.normalise.values.words import alternatives

if TYPE_CHECKING:
    from homework_check.model import Amount, Form, Place
    from homework_check.workbook import CellValue

_LONGEST: Final = 30
"""Characters of a remark on one entry; a longer one tells of more than that."""


class EntryRemark(NamedTuple):
    """What a remark says of its entry: that it was withdrawn, or of `minutes` what they are.

    `case` is ``withdrawn``; ``changed``, to work of that time if it says one; ``added``;
    ``measured``; ``stated``, if it is anything else; or empty. `text` is the remark of those.
    """

    form: Form | None = None
    place: Place | None = None
    layer: str | None = None
    text: str = ""
    case: str = ""
    minutes: Amount | None = None

    @property
    def is_doubtful(self) -> bool:
        """Whether the entry may not count at all."""
        return self.case in {"withdrawn", "changed"}


def read_entry_remark(value: CellValue) -> EntryRemark | None:
    """Read a cell of remarks; None: it says nothing that matters to its entry."""
    if not isinstance(value, str) or not 0 < len(value) <= _LONGEST:
        return None
    minutes = None if _is_of_no_written_work(squeeze(value)) else read_stated_minutes(fold(value))
    if case := _case(squeeze(value), timed=minutes is not None):
        if minutes and case == "stated":
            # 每题2分钟 says nothing of more than that.
            minutes = minutes._replace(high=minutes.low if minutes.high is None else minutes.high)
        return EntryRemark(text=value.strip(), case=case, minutes=minutes)
    form, place, layer = read_form(value), read_place(value), read_layer(value)
    remark = EntryRemark(
        None if isinstance(form, Outcome) else form,
        None if isinstance(place, Outcome) else place,
        layer,
    )
    return remark if any(remark) else None


def _is_of_no_written_work(text: str) -> bool:
    """Whether a remark speaks of reading, sports or sleep, and of nothing that is written."""
    if re.search(alternatives("form", "written"), text):
        return False
    others = (alternatives("form", "other"), alternatives("unit_line", "other"))
    return any(re.search(words, text) for words in others)


def _case(text: str, *, timed: bool) -> str:
    """What a remark does to its entry; `timed`: it states minutes."""
    cases = ("changed", "withdrawn", "added", "measured") if timed else ("changed", "withdrawn")
    found = (case for case in cases if _pattern(case).search(text))
    return next(found, "stated" if timed else "")


@cache
def _pattern(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!不)(?<!无需){alternatives('remark', key)}")
