"""The minutes of a content that has work for several layers: alternatives, not a sum."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from homework_check.model import NOTHING, Amount
from homework_check.normalise.values.content_items import layers_of
from homework_check.normalise.values.content_minutes import added, read_stated_minutes, stated_alone
from homework_check.normalise.values.words import meanings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def mark_layers(text: str) -> str:
    """Put the colon behind the layers that head an item without one: A层20分钟 B层30分钟.

    One layer alone is left as it is: 层 says little where there is nothing to choose from.
    """
    return _heading().sub(r"\g<0>:", text) if len(_mentioned(text)) > 1 else text


def read_minutes_by_layer(text: str, items: Sequence[str]) -> Amount | None:
    """Read the minutes of a folded content that is cut into items; None if it states none.

    The largest layer counts. What belongs to no layer may belong to the one before it or
    to all; and where layers are named in passing (B组题), they may be no alternatives.
    """
    whole = read_stated_minutes(text)
    if whole is None or len(_mentioned(text).union(*map(layers_of, items))) < 2:
        return whole
    by_layer: dict[str, Amount] = defaultdict(lambda: NOTHING)
    for item in items:
        layers = layers_of(item)
        if len(layers) > 1 or _mentioned(item) - layers:
            return Amount(max(amount.low for amount in stated_alone(text)), whole.high)
        layer = "".join(layers)
        by_layer[layer] = added(by_layer[layer], read_stated_minutes(item) or NOTHING)
    shared = by_layer.pop("", NOTHING)
    low, high = _largest(by_layer.values())
    return Amount(low, added(shared, Amount(low, high)).high)


def _largest(amounts: Iterable[Amount]) -> Amount:
    lows, highs = zip(*amounts, strict=True)
    return Amount(max(lows), None if None in highs else max(highs))


def _mentioned(text: str) -> set[str]:
    layers = meanings("layer")
    return {layers[word] for word in _mention().findall(text)}


@cache
def _mention() -> re.Pattern[str]:
    """Find words for layers that are none without their suffix: A层, 乙组."""
    return re.compile(_any(word for word in meanings("layer") if len(word) > 1))


@cache
def _heading() -> re.Pattern[str]:
    words = _any(word for word in meanings("layer") if "层" in word)
    return re.compile(rf"(?:^|(?<=[\s,;。、/)])){words}(?! ?[:)、])", re.MULTILINE)


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + ")"
