"""Pydantic's errors in the words of the people who write rule files."""

from __future__ import annotations

import re
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from homework_check.messages import rule_errors
from homework_check.messages.inert import inert, quote
from homework_check.rules.base import Bilingual, Explain, Reference, Scope, Select
from homework_check.rules.cases import Case, CaseEntry
from homework_check.rules.kinds import FlagRule, LimitRule, TextRule
from homework_check.rules.pack import RuleFile
from homework_check.text import Text, same

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pydantic import BaseModel, ValidationError
    from pydantic_core import ErrorDetails

_TABLES: dict[str, type[BaseModel]] = {
    "": RuleFile,
    "limit": LimitRule,
    "flag": FlagRule,
    "text": TextRule,
    "scope": Scope,
    "select": Select,
    "references": Reference,
    "explain": Explain,
    "cases": Case,
    "entries": CaseEntry,
}
"""The table that a key of this name, or a rule of this kind, opens; others hold words."""

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


def problems_of(
    error: ValidationError, data: Mapping[str, Any], own_rules: Sequence[object]
) -> list[Text]:
    """One line for each error: the rule and key, what is wrong, and what may be meant.

    `data` is what was validated, with what is inherited; `own_rules` are the file's own, to
    say which one has no id.
    """
    rules = [_name(rule, own_rules) for rule in _listed(data.get("rules"))]
    ids = [rule.get("id") for rule in _listed(data.get("rules")) if isinstance(rule, dict)]
    return [
        _problem(details, rules, [str(i) for i in ids])
        for details in error.errors(include_url=False)
        # Entries that are wrong themselves are missed again by the list they stand in.
        if not (details["type"] == "too_short" and details["input"])
    ]


def did_you_mean(word: object, known: Iterable[str], question: Text = rule_errors.GUESS) -> Text:
    """Ask for the closest of `known`; empty if none is close."""
    close = get_close_matches(str(word), list(known), n=1)
    return question.format(guess=close[0]) if close else same("")


def _listed(rules: object) -> list[object]:
    return rules if isinstance(rules, list) else []


def _name(rule: object, own_rules: Sequence[object]) -> Text:
    if isinstance(rule, dict) and isinstance(rule.get("id"), str) and rule["id"]:
        return same(inert(rule["id"]))
    places = (place for place, own in enumerate(own_rules, start=1) if own is rule)
    return rule_errors.NTH_RULE.format(n=next(places))


def _problem(details: ErrorDetails, rules: Sequence[Text], ids: Sequence[str]) -> Text:
    parts = (_where(details, rules), _what(details), _is(details), _guess(details, rules, ids))
    return Text("".join(part.zh for part in parts), "".join(part.en for part in parts))


def _where(details: ErrorDetails, rules: Sequence[Text]) -> Text:
    path = list(details["loc"])
    if len(path) < 2 or path[0] != "rules":
        return rule_errors.IN_PACK.format(key=_key(path)) if path else same("")
    # Behind the place in the list stands the kind, unless that is what is wrong.
    key = "kind" if details["type"].startswith("union_tag_") else _key(path[3:])
    name = rules[int(path[1])]
    if not key:
        return rule_errors.IN_WHOLE_RULE.format(id=name)
    return rule_errors.IN_RULE.format(id=name, key=key)


def _key(path: list[int | str]) -> str:
    """Write a path as ``cases#2.entries#1.minutes``: places in lists are counted from 1.

    Parts in brackets are tags of unions, and stand in no file.
    """
    words = ""
    for part in path:
        if isinstance(part, int):
            words += f"#{part + 1}"
        elif not part.startswith("["):
            words += f".{inert(part)}" if words else inert(part)
    return words


def _what(details: ErrorDetails) -> Text:
    kind, path = details["type"], details["loc"]
    if path[-1:] == ("[key]",) and _NUMERIC.match(kind):
        return rule_errors.NUMBERS["grade"]
    if _NUMERIC.match(kind) or "[word]" in path:
        keys = (str(key) for key in reversed(path) if key in rule_errors.NUMBERS)
        return rule_errors.NUMBERS[next(keys)]
    family = _FAMILIES.get(kind, kind)
    if family == "one_of":
        known = _known_values(details)
        return rule_errors.FAULTS[family].format(known=Text("、".join(known), ", ".join(known)))
    if family not in rule_errors.FAULTS:
        return rule_errors.FAULTS["other"].format(reason=inert(details["msg"]))
    values = {name: inert(str(value)) for name, value in details.get("ctx", {}).items()}
    return rule_errors.FAULTS[family].format(**values)


def _is(details: ErrorDetails) -> Text:
    """Quote the value that is wrong, unless it is no single value or told already."""
    value = details["input"]
    if details["type"] == "union_tag_invalid":
        value = details["ctx"]["tag"]
    if details["type"] in _TOLD or not isinstance(value, str | int | float | date):
        return same("")
    return rule_errors.IS.format(value=quote(_as_toml(value)))


def _as_toml(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _known_values(details: ErrorDetails) -> list[str]:
    context = details.get("ctx", {})
    return re.findall("'([^']*)'", str(context.get("expected") or context.get("expected_tags")))


def _guess(details: ErrorDetails, rules: Sequence[Text], ids: Sequence[str]) -> Text:
    kind, path = details["type"], details["loc"]
    if kind == "extra_forbidden":
        return did_you_mean(path[-1], _keys_beside(path))
    if kind == "union_tag_invalid":
        return did_you_mean(details["ctx"]["tag"], _known_values(details))
    if kind in {"literal_error", "enum"}:
        return did_you_mean(details["input"], _known_values(details))
    if kind == "union_tag_not_found":
        # Most likely meant to change a rule of the parent, whose id is mistyped.
        own = rules[int(path[1])].zh
        return did_you_mean(own, [name for name in ids if name != own])
    return same("")


def _keys_beside(path: tuple[int | str, ...]) -> list[str]:
    names = [part for part in path[:-1] if isinstance(part, str)]
    table = _TABLES.get(names[-1] if names else "", Bilingual)
    return list(table.model_fields)
