"""Does what ``homework-check rules`` was asked for."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from homework_check.cli import streams, values
from homework_check.cli.defaults import find_defaults
from homework_check.cli.faults import extra_words
from homework_check.cli.packs import load_rules
from homework_check.errors import UsageError
from homework_check.messages import rulebook as say
from homework_check.messages import usage
from homework_check.messages.guesses import BEFORE, did_you_mean
from homework_check.messages.inert import inert
from homework_check.reporters import rulebook
from homework_check.rules.load import load_pack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.cli.asked import Configured
    from homework_check.rules.kinds import Rule
    from homework_check.rules.pack import RulePack
    from homework_check.text import Lang

_COMMANDS = ("list", "show", "validate", "test")
_TAKES_A_NAME = ("show", "validate", "test")


def run(
    words: Sequence[str],
    pack_name: str | None,
    configured: Configured,
    lang: Lang,
    *,
    verbose: bool,
) -> int:
    """Run one of the commands and return the exit code. Raises `HomeworkCheckError`."""
    command, name = _understood(words)
    defaults = find_defaults(configured, os.environ)
    match command:
        case "show":
            pack = load_rules(defaults, pack_name)
            rule = _find(pack, name)
            streams.show(rulebook.explained(rule, pack, lang, verbose=verbose))
        case "validate":
            if name is None:
                raise UsageError(usage.NO_RULE_FILE, usage.VALIDATE_EXAMPLE)
            streams.show(rulebook.validated(load_pack(name), lang))
        case "test":
            pack = load_pack(name) if name else load_rules(defaults, pack_name)
            return _test(pack, lang, verbose=verbose)
        case _:
            streams.show(rulebook.listed(load_rules(defaults, pack_name), lang))
    return 0


def _understood(words: Sequence[str]) -> tuple[str, str | None]:
    if not words:
        return "list", None
    command = values.parse_choice("rules", words[0], _COMMANDS)
    most = 2 if command in _TAKES_A_NAME else 1
    if len(words) > most:
        raise extra_words(words[most:], "rules")
    return command, words[1] if len(words) == 2 else None


def _find(pack: RulePack, name: str | None) -> Rule:
    if name is None:
        raise UsageError(usage.NO_RULE_NAMED, usage.LIST_THE_RULES)
    by_id = {rule.id: rule for rule in pack.rules}
    if name not in by_id:
        guess = did_you_mean(name, by_id, BEFORE)
        message = usage.UNKNOWN_RULE.format(name=inert(name))
        raise UsageError(message, guess + usage.LIST_THE_RULES)
    return by_id[name]


def _test(pack: RulePack, lang: Lang, *, verbose: bool) -> int:
    # Only testing needs the checker, and with it everything that reads logs.
    from homework_check.checker.cases import run_cases

    results = run_cases(pack)
    for result in results:
        if verbose or not result.ok:
            line = say.RIGHT if result.ok else say.WRONG
            streams.show(line.format(**result._asdict())[lang] + "\n")
    wrong = sum(not result.ok for result in results)
    counts = {"n": len(results), "fine": len(results) - wrong, "wrong": wrong}
    streams.show(say.TESTED.format(id=pack.id, **counts)[lang] + "\n")
    return 1 if wrong else 0
