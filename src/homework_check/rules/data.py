"""From the data of a rule file without faults to the rules it states, and back."""

from __future__ import annotations

import re
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from homework_check.model import Form, Place, Severity, Verdict
from homework_check.rules.base import Aspect, Bilingual, Explain, Reference, Scope, Select
from homework_check.rules.cases import Case, CaseEntry, CoverageCase, CoverageEntry, TextCase
from homework_check.rules.kinds import CoverageRule, FlagRule, LimitRule, TextRule
from homework_check.rules.pack import RulePack

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from homework_check.rules.cases import AnyCase
    from homework_check.rules.kinds import Rule

_KINDS: Final[dict[str, type[Rule]]] = {
    "limit": LimitRule,
    "flag": FlagRule,
    "coverage": CoverageRule,
    "text": TextRule,
}


def pack_of(data: Mapping[str, Any]) -> RulePack:
    """Make the pack of a rule file, with what it inherits."""
    return RulePack(
        id=data["id"],
        title=_words(data["title"]),
        authority=_words(data["authority"]),
        version=data["version"],
        valid_from=data["valid_from"],
        valid_to=data.get("valid_to"),
        extends=data.get("extends"),
        assumptions=data.get("assumptions", {}),
        rules=tuple(map(rule_of, data["rules"])),
    )


def rule_of(data: Mapping[str, Any]) -> Rule:
    """Make the rule that a table of a rule file states."""
    stated = {key: _PARTS[key](value) if key in _PARTS else value for key, value in data.items()}
    if "cases" in data:
        stated["cases"] = tuple(map(_CASES.get(data["kind"], _case), data["cases"]))
    return _KINDS[data["kind"]](**stated)


def data_of(value: Any) -> Any:
    """Give what a rule file would have to say for `value`, without what need not be said."""
    if isinstance(value, StrEnum):
        return str(value)
    if isinstance(value, re.Pattern):
        return value.pattern
    if isinstance(value, dict):
        return {str(key): data_of(part) for key, part in value.items()}
    if is_dataclass(value):
        parts = ((f.name, getattr(value, f.name), f.default) for f in fields(value))
    elif hasattr(value, "_fields"):
        usual = value._field_defaults
        parts = ((key, part, usual.get(key, MISSING)) for key, part in value._asdict().items())
    else:
        return [data_of(part) for part in value] if isinstance(value, tuple) else value
    return {key: data_of(part) for key, part, usual in parts if part != usual}


def _words(data: str | Mapping[str, str]) -> Bilingual:
    return Bilingual(data) if isinstance(data, str) else Bilingual(**data)


def _reference(data: Mapping[str, Any]) -> Reference:
    return Reference(**{key: _words(words) for key, words in data.items()})


def _scope(data: Mapping[str, Any]) -> Scope:
    stated: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in data.items()
    }
    return Scope(**stated)


def _select(data: Mapping[str, Any]) -> Select:
    members: dict[str, Callable[[str], Any]] = {"form": Form, "place": Place, "choice": str}
    return Select(**{key: tuple(map(members[key], values)) for key, values in data.items()})


def _explain(data: Mapping[str, Any]) -> Explain:
    return Explain(**{key: tuple(map(_words, points)) for key, points in data.items()})


def _case(data: Mapping[str, Any]) -> Case:
    return Case(**{**data, "entries": _entries(data), "verdict": Verdict(data["verdict"])})


def _coverage_case(data: Mapping[str, Any]) -> CoverageCase:
    entries = tuple(CoverageEntry(**entry) for entry in data.get("entries", ()))
    return CoverageCase(**{**data, "entries": entries, "verdict": Verdict(data["verdict"])})


def _text_case(data: Mapping[str, Any]) -> TextCase:
    return TextCase(**{**data, "entries": _entries(data)})


def _entries(data: Mapping[str, Any]) -> tuple[CaseEntry, ...]:
    return tuple(CaseEntry(**entry) for entry in data["entries"])


def _limit(data: float | Mapping[str, float]) -> float | dict[int, float]:
    if isinstance(data, int | float):
        return float(data)
    return {int(grade): float(limit) for grade, limit in data.items()}


_CASES: Final[dict[str, Callable[[Mapping[str, Any]], AnyCase]]] = {
    "coverage": _coverage_case,
    "text": _text_case,
}
"""How the examples of these kinds are made; those of the others are judged alike."""

_PARTS: Final[dict[str, Callable[[Any], Any]]] = {
    "aspect": Aspect,
    "severity": Severity,
    "title": _words,
    "short": _words,
    "message": _words,
    "hint": _words,
    "references": lambda listed: tuple(map(_reference, listed)),
    "scope": _scope,
    "select": _select,
    "explain": _explain,
    "at_most": _limit,
    "at_least": float,
    "patterns": lambda listed: tuple(map(re.compile, listed)),
}
"""How the values of these keys are made; what others say is the value itself."""
