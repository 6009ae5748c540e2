"""The words of words.toml, and how a part of a cell is looked up in them."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from homework_check.normalise.values.cleaning import fold, squeeze
from homework_check.normalise.values.ticks import ticked
from homework_check.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from homework_check.workbook import CellValue

Section: TypeAlias = "Mapping[str, tuple[str, ...]]"

AFFIXES = ("prefixes", "suffixes")
BETWEEN_PARTS = late_pattern(r"[、,;/+&|·。():]|和|与|及|或|并")


@cache
def sections() -> Mapping[str, Section]:
    """Give every section of words.toml: its keys, each with its words."""
    data = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
    return {
        name: {key: tuple(words) for key, words in section.items()}
        for name, section in data.items()
    }


@cache
def meanings(section: str) -> Mapping[str, str]:
    """Give every word of a section, with its affixes or without, and the key it stands for."""
    keys = sections()[section]
    prefixes, suffixes = (("", *keys.get(affix, ())) for affix in AFFIXES)
    found = {
        prefix + word + suffix: key
        for key, words in keys.items()
        if key not in AFFIXES
        for word in words
        for prefix in prefixes
        for suffix in suffixes
    }
    # A listed word means what its list says, even if it could be made with an affix.
    return found | {word: key for key in keys if key not in AFFIXES for word in keys[key]}


def alternatives(section: str, *keys: str) -> str:
    """Give a pattern for any word under `keys`, the longest first."""
    words = [word for key in keys for word in sections()[section][key]]
    return "(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + ")"


# Typed: 1 and True are equal but read differently.
@lru_cache(maxsize=1024, typed=True)
def parts_meaning(section: str, value: CellValue, beside: str = "") -> tuple[str | None, ...]:
    """Give the key of each part of a cell; None for a part that is no word of the section.

    Blanks may stand inside a word (书 面) or between two (书面 口头). A cell without a
    single part gives the empty tuple. Words of the section `beside` are no part, nor are those
    beside others that are ticked.
    """
    known, others = meanings(section), meanings(beside) if beside else {}
    whole = squeeze(value)
    if whole in known:
        return (known[whole],)
    found: list[str | None] = []
    for part in BETWEEN_PARTS.split(ticked(fold(value))):
        word = squeeze(part)
        if word in known:
            found.append(known[word])
        elif word not in others:
            found += [known.get(piece) for piece in part.split() if piece not in others]
    return tuple(found)
