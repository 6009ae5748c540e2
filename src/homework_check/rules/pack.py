"""The rule pack that rule files make."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from homework_check.errors import UsageError
from homework_check.messages import rule_errors
from homework_check.messages.report import aspect_name
from homework_check.text import same

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from homework_check.rules.base import Bilingual
    from homework_check.rules.kinds import Rule


@dataclass(frozen=True, kw_only=True)
class RulePack:
    """Rules to judge by, of one rule file and of those that it extends.

    Entries before `valid_from` or after `valid_to` (None: without end) are not judged.
    `assumptions` say what a field is taken for in tables that have no such field.
    `loosened`: ids of rules laxer than in a pack it extends.
    """

    id: str
    title: Bilingual
    authority: Bilingual
    version: str
    valid_from: date
    valid_to: date | None = None
    extends: str | None = None
    assumptions: Mapping[str, str]
    rules: tuple[Rule, ...]
    loosened: tuple[str, ...] = ()

    def narrowed(
        self,
        select: Sequence[str],
        ignore: Sequence[str],
        options: tuple[str, str] = ("--select", "--ignore"),
    ) -> tuple[RulePack, tuple[str, ...]]:
        """Keep only the rules asked for; give the ids of all others beside.

        Both take beginnings of rule ids or of Chinese aspect names; an empty `select` asks
        for every rule, and `ignore` goes before it. `options` name the two in errors.

        Raises `UsageError` if a beginning fits no rule, or no rule is left.
        """
        for option, prefixes in zip(options, (select, ignore), strict=True):
            for prefix in prefixes:
                if not any(_named(rule, prefix) for rule in self.rules):
                    message = rule_errors.UNKNOWN_RULE.format(option=option, prefix=same(prefix))
                    raise UsageError(message, rule_errors.LIST_THE_RULES)
        kept = tuple(
            rule
            for rule in self.rules
            if (not select or any(_named(rule, prefix) for prefix in select))
            and not any(_named(rule, prefix) for prefix in ignore)
        )
        if not kept:
            raise UsageError(rule_errors.NO_RULE_LEFT, rule_errors.IGNORE_FEWER)
        left_out = tuple(rule.id for rule in self.rules if rule not in kept)
        loosened = tuple(rule.id for rule in kept if rule.id in self.loosened)
        return replace(self, rules=kept, loosened=loosened), left_out


def _named(rule: Rule, prefix: str) -> bool:
    return bool(prefix) and (
        rule.id.startswith(prefix) or aspect_name(rule.aspect).zh.startswith(prefix)
    )
