"""A rule file after inheritance, and the rule pack it makes."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, field_validator, model_validator

from homework_check.errors import UsageError
from homework_check.messages import rule_errors
from homework_check.model import Form, Place
from homework_check.rules.base import Bilingual, KebabCase
from homework_check.rules.kinds import AnyRule, Rule
from homework_check.text import same
from homework_check.toml.faults import fault
from homework_check.toml.model import Frozen, Words

_ASSUMED_VALUES: dict[str, type[Form | Place]] = {"form": Form, "place": Place}

Day = Annotated[date, Field(strict=True)]


class RuleFile(Frozen):
    """What a rule file may say; its rules and dates may come from the pack it `extends`.

    Entries before `valid_from` or after `valid_to` (None: without end) are not judged.
    `assumptions` say what a field is taken for in tables that have no such field.
    """

    id: KebabCase
    title: Bilingual
    authority: Bilingual
    version: Words
    valid_from: Day
    valid_to: Day | None = None
    extends: Words | None = None
    assumptions: Annotated[dict[Literal["form", "place"], str], Field(default_factory=dict)]
    rules: Annotated[tuple[AnyRule, ...], Field(min_length=1)]

    @field_validator("assumptions")
    @classmethod
    def _can_be_assumed(cls, assumptions: dict[str, str]) -> dict[str, str]:
        for field, value in assumptions.items():
            known = [str(member) for member in _ASSUMED_VALUES[field]]
            if value not in known:
                raise fault("bad_assumption", field=field, value=value, known=" ".join(known))
        return assumptions

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> "RuleFile":
        if self.valid_to is not None and self.valid_to < self.valid_from:
            raise fault("reversed_dates")
        return self


class RulePack(RuleFile):
    """Rules to judge by. `loosened`: ids of rules laxer than in a pack it extends."""

    loosened: tuple[str, ...] = ()

    def narrowed(
        self,
        select: Sequence[str],
        ignore: Sequence[str],
        options: tuple[str, str] = ("--select", "--ignore"),
    ) -> tuple["RulePack", tuple[str, ...]]:
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
        return self.model_copy(update={"rules": kept, "loosened": loosened}), left_out


def _named(rule: Rule, prefix: str) -> bool:
    return bool(prefix) and (rule.id.startswith(prefix) or rule.aspect.text.zh.startswith(prefix))
