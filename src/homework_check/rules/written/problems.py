"""Pydantic's errors in the words of the people who write rule files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from homework_check.messages import rule_errors
from homework_check.messages.guesses import did_you_mean
from homework_check.messages.inert import inert
from homework_check.rules.written.base import Bilingual, Explain, Reference, Scope, Select
from homework_check.rules.written.cases import Case, CaseEntry
from homework_check.rules.written.kinds import CoverageRule, FlagRule, LimitRule, TextRule
from homework_check.rules.written.pack import RuleFile
from homework_check.text import Text, same
from homework_check.toml.problems import FaultWords, describe, key_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

_TABLES: dict[str, type[BaseModel]] = {
    "": RuleFile,
    "limit": LimitRule,
    "flag": FlagRule,
    "coverage": CoverageRule,
    "text": TextRule,
    "scope": Scope,
    "select": Select,
    "references": Reference,
    "explain": Explain,
    "cases": Case,
    "entries": CaseEntry,
}
"""The table that a key of this name, or a rule of this kind, opens; others hold words."""

_WORDS = FaultWords(rule_errors.FAULTS, rule_errors.NUMBERS)


def problems_in(data: Mapping[str, Any], own_rules: Sequence[object]) -> list[Text]:
    """One line for each fault: the rule and key, what is wrong, and what may be meant.

    `data` is what a rule file says with what it inherits; `own_rules` are the file's own, to
    say which one has no id.
    """
    try:
        RuleFile.model_validate(data)
    except ValidationError as error:
        return problems_of(error, data, own_rules)
    return []


def problems_of(
    error: ValidationError, data: Mapping[str, Any], own_rules: Sequence[object]
) -> list[Text]:
    """Put the errors into words: one line each, as `problems_in` gives them."""
    rules = [_name(rule, own_rules) for rule in _listed(data.get("rules"))]
    ids = [rule.get("id") for rule in _listed(data.get("rules")) if isinstance(rule, dict)]
    return [
        _problem(details, rules, [str(i) for i in ids])
        for details in error.errors(include_url=False)
        # Entries that are wrong themselves are missed again by the list they stand in.
        if not (details["type"] == "too_short" and details["input"])
    ]


def _listed(rules: object) -> list[object]:
    return rules if isinstance(rules, list) else []


def _name(rule: object, own_rules: Sequence[object]) -> Text:
    if isinstance(rule, dict) and isinstance(rule.get("id"), str) and rule["id"]:
        return same(inert(rule["id"]))
    places = (place for place, own in enumerate(own_rules, start=1) if own is rule)
    return rule_errors.NTH_RULE.format(n=next(places))


def _problem(details: ErrorDetails, rules: Sequence[Text], ids: Sequence[str]) -> Text:
    what = describe(details, _WORDS, _keys_beside(details["loc"]))
    return _where(details, rules) + what + _meant_rule(details, rules, ids)


def _where(details: ErrorDetails, rules: Sequence[Text]) -> Text:
    path = list(details["loc"])
    if len(path) < 2 or path[0] != "rules":
        return rule_errors.IN_PACK.format(key=key_of(path)) if path else same("")
    # Behind the place in the list stands the kind, unless that is what is wrong.
    key = "kind" if details["type"].startswith("union_tag_") else key_of(path[3:])
    name = rules[int(path[1])]
    if not key:
        return rule_errors.IN_WHOLE_RULE.format(id=name)
    return rule_errors.IN_RULE.format(id=name, key=key)


def _meant_rule(details: ErrorDetails, rules: Sequence[Text], ids: Sequence[str]) -> Text:
    """Guess which rule of the parent was to be changed where a rule has no kind."""
    if details["type"] != "union_tag_not_found":
        return same("")
    own = rules[int(details["loc"][1])].zh
    return did_you_mean(own, [name for name in ids if name != own])


def _keys_beside(path: tuple[int | str, ...]) -> list[str]:
    names = [part for part in path[:-1] if isinstance(part, str)]
    table = _TABLES.get(names[-1] if names else "", Bilingual)
    return list(table.model_fields)
