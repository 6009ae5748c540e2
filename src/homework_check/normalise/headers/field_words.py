"""The words of headers.toml, and how a header is compared with them."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from homework_check.normalise.values import clean
from homework_check.patterns import late_pattern

# Pictures among them: 作业📝.
_BETWEEN = late_pattern("[\\s*:\u2300-\u23ff\u2600-\u27bf\u2b50\ufe0f\U0001f000-\U0001faff]+")


class FieldWords(NamedTuple):
    """The fields of whole texts and of endings: any, those with a unit, those of a part.

    `ends` are all endings, to be looked for at once. `leads` are what totals begin with that
    are measured; `singles` say that minutes are of one task of many; `asking` ones ask for yes or
    no: 是否. `units` head units. `spans` begin the two heads of a span of days. `took` words
    tell that minutes are measured ones, maybe among `beside` ones; `question` words stand before
    what a form asks for.
    """

    exact: dict[str, str]
    endings: dict[str, str]
    measured: dict[str, str]
    parts: dict[str, str]
    ends: tuple[str, ...]
    leads: tuple[str, ...]
    singles: tuple[str, ...]
    asking: tuple[str, ...]
    units: tuple[str, ...]
    spans: tuple[tuple[str, ...], tuple[str, ...]]
    took: tuple[str, ...]
    beside: tuple[str, ...]
    question: tuple[str, ...]


@cache
def field_words() -> FieldWords:
    """Read headers.toml, once."""
    text = Path(__file__).with_name("headers.toml").read_text("utf-8")
    data = tomllib.loads(text)
    exact = {plain_text(word): name for name, words in data["fields"].items() for word in words}
    endings, measured, parts = (
        {word: name for name, words in data[section].items() for word in words}
        for section in ("endings", "measured", "parts")
    )
    ends, leads = (*endings, *measured, *parts), tuple(data["leads"]["actual"])
    singles, asking, units, took, question = (
        tuple(data[section]["words"])
        for section in ("singles", "asking", "units", "took", "question")
    )
    spans = tuple(data["spans"]["first"]), tuple(data["spans"]["last"])
    return FieldWords(
        exact,
        endings,
        measured,
        parts,
        ends,
        leads,
        singles,
        asking,
        units,
        spans,
        took,
        tuple(data["took"]["fillers"]),
        question,
    )


def plain_text(text: str) -> str:
    """A header as its words are compared: without blanks and marks, in lower case."""
    return _BETWEEN.sub("", clean(text)).lower()
