"""A text in the two languages of every report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

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
        return Text(
            self.zh.format(**{k: _in(v, "zh") for k, v in values.items()}),
            self.en.format(**{k: _in(v, "en") for k, v in values.items()}),
        )


def same(words: str) -> Text:
    """Text that reads alike in both languages, such as a file name or a cell."""
    return Text(words, words)


def _in(value: Text | str | float, lang: Lang) -> str | float:
    return value[lang] if isinstance(value, Text) else value
