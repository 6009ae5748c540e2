"""The minutes of a content that has work for several layers: alternatives, not a sum."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Final

from homework_check.model import NOTHING, Amount
from homework_check.normalise.values.content_items import layers_of
from homework_check.normalise.values.content_minutes import (
    STATED,
    added,
    read_stated_minutes,
    stated_alone,
)
from homework_check.normalise.values.labels import ALL_LAYERS
from homework_check.normalise.values.words import meanings
from homework_check.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


_BREAK: Final = late_pattern("[, ]")


def mark_layers(text: str) -> str:
    """Put the colon behind the layers that head an item without one: A层20分钟 B层30分钟.

    One layer alone is left as it is: 层 says little where there is nothing to choose from.
    """
    if len(_mentioned(text)) < 2:
        return text
    return _heading().sub(lambda head: head[0].replace("、", ",") + ":", text)


def read_minutes_by_layer(text: str, items: Sequence[str]) -> Amount | None:
    """Read the minutes of a folded content that is cut into items; None if it states none.

    The largest layer counts, and what is for all (全体：). What belongs to no layer may belong
    to the one before it or to all; and where layers are named in passing (B组题), they may be no
    alternatives.
    """
    whole = read_stated_minutes(text)
    if whole is None or len(_mentioned(text).union(*map(layers_of, items)) - {ALL_LAYERS}) < 2:
        return whole
    by_layer: dict[str, Amount] = defaultdict(lambda: NOTHING)
    last = ("", NOTHING)
    for item in items:
        layers = layers_of(item)
        if len(layers) > 1 or _mentioned(item) - layers:
            return Amount(max(amount.low for amount in stated_alone(text)), whole.high)
        layer = "".join(layers)
        by_layer[layer] = added(by_layer[layer], read_stated_minutes(item) or NOTHING)
        if layer:
            last = (layer, NOTHING if layer == ALL_LAYERS else _behind_a_comma(item))
    shared, of_all = by_layer.pop("", NOTHING), by_layer.pop(ALL_LAYERS, NOTHING)
    # Nothing but its place says that the end of the last layer is of that layer.
    layer, end = last
    high = _largest([n if own == layer else added(n, end) for own, n in by_layer.items()]).high
    low = max(amount.low for amount in by_layer.values())
    return added(of_all, Amount(low, added(shared, Amount(low, high)).high))


def _behind_a_comma(item: str) -> Amount:
    """What an item states behind its first minutes and a comma or blank, if that is no sum."""
    first = STATED.search(item)
    behind = _BREAK.search(item, first.end()) if first else None
    if behind is None or any(match["total"] for match in STATED.finditer(item)):
        return NOTHING
    return read_stated_minutes(item[behind.end() :]) or NOTHING


def _largest(amounts: Iterable[Amount]) -> Amount:
    lows, highs = zip(*amounts, strict=True)
    return Amount(max(lows), None if None in highs else max(highs))


def _mentioned(text: str) -> set[str]:
    """The layers that a text names; not those who are all."""
    layers = meanings("layer")
    return {layers[word] for word in _mention().findall(text)} - {ALL_LAYERS}


@cache
def _mention() -> re.Pattern[str]:
    """Find words for layers that are none without their suffix: A层, 乙组."""
    return re.compile(_any(word for word in meanings("layer") if len(word) > 1))


@cache
def heading_words() -> str:
    """The pattern of words that head work of their layer without a colon: A层, 学困生, 全体."""
    return _any(
        word
        for word, layer in meanings("layer").items()
        if word[-1] in "层生" or "层" in word or layer == ALL_LAYERS
    )


@cache
def _heading() -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<=[\s,;。/)])|、){heading_words()}(?! ?[:)、])", re.MULTILINE)


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + ")"
