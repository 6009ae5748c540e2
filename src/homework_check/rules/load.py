"""From the name of a rule pack to the pack, through all the packs it extends."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from homework_check.errors import UsageError
from homework_check.messages import rule_errors
from homework_check.messages.guesses import BEFORE, did_you_mean
from homework_check.messages.inert import inert
from homework_check.rules.data import pack_of
from homework_check.rules.files import (
    DEFAULT_PACK,
    built_in_ids,
    failure,
    find,
    is_built_in,
    read_toml,
)
from homework_check.rules.loosening import is_looser
from homework_check.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.rules.pack import RulePack

__all__ = ["DEFAULT_PACK", "built_in_ids", "load_pack"]

_OWN_KEYS = {"id", "title", "authority", "version", "extends"}
"""Keys that say what a file is itself, and are never taken over from its parent."""


class _Lineage(NamedTuple):
    """A file's data after inheritance, and its pack with all it extends, oldest first."""

    data: dict[str, Any]
    packs: tuple[RulePack, ...]


def load_pack(name: str) -> RulePack:
    """Load a built-in pack by its id, or a rule file by its path.

    Raises `UsageError` if there is neither, and `RuleFileError` with every problem of the
    first file, parents before children, that has any.
    """
    path = find(name, Path())
    if path is None:
        built_in = built_in_ids()
        ids = rule_errors.BUILT_IN.format(ids=Text("、".join(built_in), ", ".join(built_in)))
        guess = did_you_mean(name, built_in, BEFORE)
        raise UsageError(rule_errors.UNKNOWN_PACK.format(name=inert(name)), guess + ids)
    *ancestors, pack = _load(path, ()).packs
    loosened = tuple(
        rule.id
        for rule in pack.rules
        if any(
            is_looser(rule, other)
            for ancestor in ancestors
            for other in ancestor.rules
            if other.id == rule.id
        )
    )
    return replace(pack, loosened=loosened)


def _load(path: Path, children: tuple[Path, ...]) -> _Lineage:
    own = read_toml(path)
    problems = _duplicates(own)
    line = (*children, path.resolve())
    parent = _Lineage({"rules": []}, ())
    if isinstance(extends := own.get("extends"), str) and extends:
        found = _find_parent(extends, path.parent, line)
        if isinstance(found, Text):
            # Without its parent, most of what the file leaves out would be told as missing.
            raise failure(path, [*problems, found])
        parent = _load(found, line)
    data = inherit(parent.data, own)
    if not is_built_in(path):
        problems += _faults(data, own)
    if problems:
        raise failure(path, problems)
    return _Lineage(data, (*parent.packs, pack_of(data)))


def _faults(data: dict[str, Any], own: dict[str, Any]) -> list[Text]:
    """Find what is wrong with `data`: what a file says `own` and inherits.

    The built-in packs are without faults, which our tests see to: looking for any takes
    longer than to read a school's log, most of it for loading the models.
    """
    from homework_check.rules.written.problems import problems_in

    return problems_in(data, _rules_of(own))


def _find_parent(extends: str, folder: Path, line: tuple[Path, ...]) -> Path | Text:
    """Find the file that is extended, or say what is wrong. `line`: the files on the way."""
    where = rule_errors.IN_PACK.format(key="extends")
    path = find(extends, folder)
    if path is None:
        problem = rule_errors.UNKNOWN_PARENT.format(name=inert(extends))
        return where + problem + did_you_mean(extends, built_in_ids())
    if path.resolve() in line:
        return where + rule_errors.CIRCLE.format(name=inert(extends))
    return path


def inherit(parent: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """Lay the file's own keys over its parent's, which are valid.

    Assumptions are laid over each other by field, rules by id and then by key; the
    parent's rules come first. What is not shaped like a rule file is passed on as it is,
    for the models to find fault with.
    """
    data = {key: value for key, value in parent.items() if key not in _OWN_KEYS} | own
    if isinstance(assumptions := own.get("assumptions"), dict):
        data["assumptions"] = parent.get("assumptions", {}) | assumptions
    if isinstance(rules := own.get("rules", []), list):
        data["rules"] = _inherit_rules(parent["rules"], rules)
    return data


def _inherit_rules(parent: Sequence[dict[str, Any]], own: Sequence[Any]) -> list[Any]:
    rules: list[Any] = list(parent)
    places = {rule["id"]: place for place, rule in enumerate(parent)}
    for rule in own:
        place = places.get(rule["id"]) if _has_id(rule) else None
        if place is None:
            rules.append(rule)
        else:
            rules[place] = rules[place] | rule
    return rules


def _rules_of(own: dict[str, Any]) -> list[Any]:
    rules = own.get("rules")
    return rules if isinstance(rules, list) else []


def _has_id(rule: object) -> bool:
    return isinstance(rule, dict) and isinstance(rule.get("id"), str)


def _duplicates(own: dict[str, Any]) -> list[Text]:
    ids = Counter(rule["id"] for rule in _rules_of(own) if _has_id(rule))
    return [
        rule_errors.IN_WHOLE_RULE.format(id=inert(name))
        + rule_errors.DUPLICATE_RULE.format(n=count)
        for name, count in ids.items()
        if count > 1
    ]
