"""A rule file after inheritance."""

from datetime import date
from typing import Annotated, Literal, get_args

from pydantic import Field, field_validator, model_validator

from homework_check.model import Form
from homework_check.rules.written.base import Bilingual, KebabCase, OnePlace
from homework_check.rules.written.kinds import AnyRule
from homework_check.toml.faults import fault
from homework_check.toml.model import Frozen, Words

_ASSUMED_VALUES = {"form": tuple(map(str, Form)), "place": get_args(OnePlace)}

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
            known = _ASSUMED_VALUES[field]
            if value not in known:
                raise fault("bad_assumption", field=field, value=value, known=" ".join(known))
        return assumptions

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> "RuleFile":
        if self.valid_to is not None and self.valid_to < self.valid_from:
            raise fault("reversed_dates")
        return self
