"""What the text of a homework itself states: minutes, form, place, days off."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from homework_check.model import Amount, Form, Place
from homework_check.normalise.values.cleaning import fold
from homework_check.normalise.values.content_forms import divide, maybe_counted
from homework_check.normalise.values.content_items import (
    can_state,
    common,
    cut_items,
    denies_written,
    says_none,
    states,
)
from homework_check.normalise.values.content_layers import (
    heading_words,
    mark_layers,
    read_minutes_by_layer,
)
from homework_check.normalise.values.content_minutes import (
    is_for_several_days,
    states_bound,
    without_minutes,
)
from homework_check.normalise.values.content_places import place_hinted_at, with_places_in_front
from homework_check.normalise.values.labels import ALL_LAYERS, is_none
from homework_check.normalise.values.words import alternatives, sections
from homework_check.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence


class ContentReading(NamedTuple):
    """What a content states; None where it states nothing.

    `none`: all it says is that there is no homework. `choice` is ``required`` or
    ``optional``, `layer` ``A``, ``B`` or ``C``. `in_parts`: some of the work has a place that
    is not that of all, so that nothing else says where all of it is done. `parts` are what it
    states of the work of each form or place, if it says how long that takes. `counts_in_part`: some
    of the minutes are of work that is not written, or of a lesson. `spread`: the work is for
    several days. `hint` is a place, school or lesson, of which it speaks but which it does not
    state of all its work.
    """

    none: bool = False
    form: Form | None = None
    minutes: Amount | None = None
    choice: str | None = None
    layer: str | None = None
    place: Place | None = None
    covers_days_off: bool = False
    in_parts: bool = False
    at_most: bool = False
    parts: tuple[ContentReading, ...] = ()
    counts_in_part: bool = False
    spread: bool = False
    hint: Place | None = None


SILENT: Final = ContentReading()
TITLES: Final = late_pattern(r"《[^》]*》")


def read_content(text: str) -> ContentReading:
    """Read a content as it is written, if it is not blank; see `ContentReading`.

    Form, place, choice and layer count only in brackets or before a colon. Of several
    items each has to state one; else the text states only what cannot be missed by
    that: ``written``, ``home``, ``required``. An item that says 无 adds nothing.
    """
    if _interesting().search(text) is None:
        return SILENT
    if is_none(text):
        return ContentReading(none=True)
    folded = TITLES.sub("《》", "\n".join(fold(line) for line in text.splitlines()))
    items = cut_items(mark_layers(folded)) if _divided().search(folded) else [folded]
    said = with_places_in_front(item for item in items if not says_none(item))
    if items and not said:
        return ContentReading(none=True)
    hint = place_hinted_at(folded)
    denied = Form.OTHER if denies_written(items) else None
    minutes = read_minutes_by_layer(folded, said)
    spread = is_for_several_days(folded)
    if minutes and spread:
        minutes = minutes._replace(low=0)
    covers = days_off("words").search(folded) is not None
    at_most = minutes is not None and states_bound(folded)
    if not any(map(can_state, said)):
        return ContentReading(
            form=denied,
            minutes=minutes,
            covers_days_off=covers,
            at_most=at_most,
            spread=spread,
            hint=hint,
        )
    reading = _read_items(said, minutes)._replace(
        covers_days_off=covers, at_most=at_most, spread=spread
    )
    reading = reading._replace(form=reading.form or denied, hint=None if reading.place else hint)
    if minutes is None or reading.form is Form.OTHER:
        return reading
    parts = (
        _read_items(own, read_minutes_by_layer("\n".join(own), own))
        for own in divide(said, minutes)
    )
    # A cell beside it may say that it is written: 背诵20分钟（口头），练习30分钟 is so in part.
    counted = maybe_counted(said, minutes, reading.place)
    return reading._replace(
        minutes=counted,
        counts_in_part=counted.low < minutes.low,
        parts=tuple(part._replace(covers_days_off=covers, spread=spread) for part in parts),
    )


def _read_items(items: Sequence[str], minutes: Amount | None) -> ContentReading:
    """What items with those minutes state in brackets or before a colon."""
    stating = [*map(without_minutes, items)]
    form, place = common("form", stating, "written"), common("place", stating, "home")
    layer = common("layer", stating)
    return ContentReading(
        form=Form(form) if form else None,
        minutes=minutes,
        choice=common("choice", stating, "required"),
        layer=None if layer == ALL_LAYERS else layer,
        place=Place(place) if place else None,
        in_parts=place is None and states("place", stating),
    )


@cache
def _interesting() -> re.Pattern[str]:
    """Find in a text as it stands whatever makes a closer look worth while.

    Most contents have nothing of the kind, and this is all they cost.
    """
    literals = [*"(（[［【〔〖「『{｛:：分时刻钟hHｈＨmMｍＭ"]
    of_days = sections()["minutes"]["several_days"]
    hints = (word for key in ("school", "lesson") for word in sections()["place_hint"][key])
    none, off = sections()["none"]["none"], sections()["days_off"]["words"]
    for word in (*none, *off, *of_days, *hints):
        literals += [word, word.capitalize(), word.upper()]
    return re.compile("|".join(map(re.escape, dict.fromkeys(literals))))


@cache
def _divided() -> re.Pattern[str]:
    """Find in a folded text what makes it worth while to look at each of its items."""
    return re.compile(rf"[(:层]|完成|{alternatives('none', 'none')}|{heading_words()}")


@cache
def days_off(*keys: str) -> re.Pattern[str]:
    """A pattern of days off as a folded text names them, in the words under `keys`."""
    # 第五一... is a number, 五一班 a class; but 初一国庆 is of a grade.
    number = "[一二三四五六七八九十]"
    start = rf"(?:(?<![第一二三四五六七八九十])|(?!{number}))"
    return re.compile(rf"{start}{alternatives('days_off', *keys)}(?!班)")
