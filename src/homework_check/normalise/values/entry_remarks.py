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
    """What a remark says of its entry. `text` of one that leaves open what counts, else empty.

    `minutes`: what it says that the entry was changed to; None: it does not say. `changed`: to
    something else, rather than to nothing.
    """

    form: Form | None = None
    place: Place | None = None
    layer: str | None = None
    text: str = ""
    changed: bool = False
    minutes: Amount | None = None


def read_entry_remark(value: CellValue) -> EntryRemark | None:
    """Read a cell of remarks; None: it says nothing that matters to its entry."""
    if not isinstance(value, str) or not 0 < len(value) <= _LONGEST:
        return None
    changed = _pattern("changed").search(squeeze(value))
    if changed or _pattern("withdrawn").search(squeeze(value)):
        minutes = read_stated_minutes(fold(value)) if changed else None
        return EntryRemark(text=value.strip(), changed=bool(changed), minutes=minutes)
    form, place, layer = read_form(value), read_place(value), read_layer(value)
    remark = EntryRemark(
        None if isinstance(form, Outcome) else form,
        None if isinstance(place, Outcome) else place,
        layer,
    )
    return remark if any(remark) else None


@cache
def _pattern(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!不)(?<!无需){alternatives('remark', key)}")
