"""A text in the two languages of every report."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

Lang: TypeAlias = Literal["zh", "en"]

Natural: TypeAlias = "tuple[tuple[tuple[str, int, str], ...], str]"
"""What orders names; see `natural`."""

_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in Chinese and in English; may hold ``{placeholders}``."""

    zh: str
    en: str

    def __getitem__(self, lang: Lang) -> str:
        return self.zh if lang == "zh" else self.en

    def __add__(self, other: Text) -> Text:
        return Text(self.zh + other.zh, self.en + other.en)

    def join(self, texts: Iterable[Text]) -> Text:
        """Put texts in a row with this one between them, as `str.join` does."""
        listed = list(texts)
        return Text(self.zh.join(t.zh for t in listed), self.en.join(t.en for t in listed))

    def format(self, **values: Text | str | float) -> Text:
        """Fill the placeholders; a `Text` value gives each language its own words."""
        (filled,) = fill([self], values)
        return filled


Values: TypeAlias = "Mapping[str, Text | str | float]"
"""What to fill placeholders with, by their names."""


class LateText(Text):
    """A text that is put into words when it is looked at, by a function that is then called.

    Of the thousands of findings of a district a terminal shows fifty. Reads and compares like
    any other text.
    """

    __slots__ = ("_words",)
    _words: Callable[[], Text]

    def __init__(self, words: Callable[[], Text]) -> None:
        object.__setattr__(self, "_words", words)

    @property
    def zh(self) -> str:
        """The Chinese words."""
        return self._words().zh

    @property
    def en(self) -> str:
        """The English words."""
        return self._words().en

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Text) and (self.zh, self.en) == (other.zh, other.en)

    def __hash__(self) -> int:
        return hash((self.zh, self.en))


def fill(texts: Iterable[Text], values: Values) -> list[Text]:
    """Fill the placeholders of several texts with the same values."""
    zh: dict[str, str | float] = {}
    en: dict[str, str | float] = {}
    for name, value in values.items():
        zh[name], en[name] = (value.zh, value.en) if isinstance(value, Text) else (value, value)
    return [Text(text.zh.format_map(zh), text.en.format_map(en)) for text in texts]


def natural(name: str) -> Natural:
    """Sort names as people number them: 第9周 before 第10周."""
    *pairs, last = re.findall(r"(\D*)(\d*)", name)
    # A longer number is a larger one; int() would refuse one of thousands of digits.
    numbers = [(text, digits.lstrip("0")) for text, digits in (*pairs, last)]
    return tuple((text, len(digits), digits) for text, digits in numbers), name


def same(words: str) -> Text:
    """Text that reads alike in both languages, such as a file name or a cell."""
    return Text(words, words)
