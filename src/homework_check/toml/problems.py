"""Pydantic's errors in the words of the people who write the files."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from homework_check.messages import toml_errors
from homework_check.messages.guesses import did_you_mean
from homework_check.messages.inert import inert, quote
from homework_check.text import Text, same

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pydantic_core import ErrorDetails

_NUMERIC = re.compile("int_|float_|finite_number|greater_than|less_than")
_FAMILIES = {
    "union_tag_not_found": "missing",
    "union_tag_invalid": "one_of",
    "literal_error": "one_of",
    "enum": "one_of",
    "tuple_type": "list",
    "model_type": "table",
    "model_attributes_type": "table",
    "dict_type": "table",
}
_TOLD = {
    *("extra_forbidden", "bad_placeholder", "bad_braces", "bad_assumption"),
}
"""Errors whose input is a value of a key nobody knows, or is told by the error itself."""


class FaultWords(NamedTuple):
    """How one sort of file is spoken of.

    `faults` are by the ids of pydantic and of `toml.faults`. `numbers` say by key what its
    number has to be, and under ``[key]`` what a key that is a number has to be.
    """

    faults: Mapping[str, Text]
    numbers: Mapping[str, Text]


def describe(details: ErrorDetails, words: FaultWords, keys_beside: Iterable[str]) -> Text:
    """Say what is wrong, with the value that stands there and the one that may be meant.

    `keys_beside` are all that the table knows in which the error stands.
    """
    return _what(details, words) + _is(details) + _guess(details, keys_beside)


def key_of(path: Sequence[int | str]) -> str:
    """Write a path as ``cases#2.entries#1.minutes``: places in lists are counted from 1.

    Parts in brackets are tags of unions, and stand in no file.
    """
    key = ""
    for part in path:
        if isinstance(part, int):
            key += f"#{part + 1}"
        elif not part.startswith("["):
            key += f".{inert(part)}" if key else inert(part)
    return key


def _what(details: ErrorDetails, words: FaultWords) -> Text:
    kind, path = details["type"], details["loc"]
    if _NUMERIC.match(kind) or "[word]" in path:
        keys = (str(key) for key in reversed(path) if key in words.numbers)
        return words.numbers[next(keys)]
    family = _FAMILIES.get(kind, kind)
    if family == "one_of":
        known = _known_values(details)
        return words.faults[family].format(known=Text("、".join(known), ", ".join(known)))
    if family not in words.faults:
        return words.faults["other"].format(reason=inert(details["msg"]))
    values = {name: inert(str(value)) for name, value in details.get("ctx", {}).items()}
    return words.faults[family].format(**values)


def _is(details: ErrorDetails) -> Text:
    """Quote the value that is wrong, unless it is no single value or told already."""
    value = details["input"]
    if details["type"] == "union_tag_invalid":
        value = details["ctx"]["tag"]
    if details["type"] in _TOLD or not isinstance(value, str | int | float | date):
        return same("")
    return toml_errors.IS.format(value=quote(_as_toml(value)))


def _as_toml(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _known_values(details: ErrorDetails) -> list[str]:
    context = details.get("ctx", {})
    return re.findall("'([^']*)'", str(context.get("expected") or context.get("expected_tags")))


def _guess(details: ErrorDetails, keys_beside: Iterable[str]) -> Text:
    match details["type"]:
        case "extra_forbidden":
            return did_you_mean(str(details["loc"][-1]), keys_beside)
        case "union_tag_invalid":
            return did_you_mean(str(details["ctx"]["tag"]), _known_values(details))
        case "literal_error" | "enum":
            return did_you_mean(str(details["input"]), _known_values(details))
        case "unknown_name":
            names = f"{details['ctx']['zh']}、{details['ctx']['en']}".replace(", ", "、")
            return did_you_mean(str(details["input"]), names.split("、"))
        case _:
            return same("")
