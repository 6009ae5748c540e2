"""A text in the two languages of every report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Lang: TypeAlias = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in Chinese and in English; may hold ``{placeholders}``."""

    zh: str
    en: str

    def __getitem__(self, lang: Lang) -> str:
        return self.zh if lang == "zh" else self.en

    def format(self, **values: Text | str | float) -> Text:
        """Fill the placeholders; a `Text` value gives each language its own words."""
        (filled,) = fill([self], values)
        return filled


def fill(texts: Iterable[Text], values: Mapping[str, Text | str | float]) -> list[Text]:
    """Fill the placeholders of several texts with the same values."""
    zh: dict[str, str | float] = {}
    en: dict[str, str | float] = {}
    for name, value in values.items():
        zh[name], en[name] = (value.zh, value.en) if isinstance(value, Text) else (value, value)
    return [Text(text.zh.format_map(zh), text.en.format_map(en)) for text in texts]


def same(words: str) -> Text:
    """Text that reads alike in both languages, such as a file name or a cell."""
    return Text(words, words)
