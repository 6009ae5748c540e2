"""What the rules of each kind may say in a file; see `rules.kinds`."""

from typing import Annotated, Any, ClassVar, Literal, TypeAlias

from pydantic import Discriminator, Field, Tag, field_validator, model_validator

from homework_check.model import Severity
from homework_check.rules.base import Aspect
from homework_check.rules.written.base import (
    Bilingual,
    Explain,
    KebabCase,
    Reference,
    Scope,
    Select,
)
from homework_check.rules.written.cases import Case, CoverageCase, TextCase
from homework_check.rules.written.patterns import Pattern
from homework_check.rules.written.templates import check_template
from homework_check.toml.faults import fault
from homework_check.toml.model import Frozen

AtMost = Annotated[float, Field(strict=True, ge=0)]


def _number_or_table(value: Any) -> str:
    return "[by grade]" if isinstance(value, dict) else "[number]"


class RuleBase(Frozen):
    """See `rules.kinds.RuleBase`; messages are filled with the `placeholders` of the kind."""

    placeholders: ClassVar[tuple[str, ...]] = ()

    id: KebabCase
    aspect: Aspect
    title: Bilingual
    short: Bilingual
    message: Bilingual
    hint: Bilingual
    severity: Severity
    references: Annotated[tuple[Reference, ...], Field(min_length=1)]
    scope: Scope = Scope()
    select: Select = Select()
    explain: Explain = Explain()

    @field_validator("message", "hint")
    @classmethod
    def _can_be_filled(cls, words: Bilingual) -> Bilingual:
        check_template(words, cls.placeholders)
        return words


class LimitRule(RuleBase):
    """See `rules.kinds.LimitRule`."""

    placeholders: ClassVar[tuple[str, ...]] = (
        *("cls", "day", "sum", "limit", "over"),
        *("n", "items", "atleast", "cut"),
    )

    kind: Literal["limit"]
    unit: Literal["class-day", "subject-day", "class-week"]
    counted: Literal["minutes", "entries", "days"]
    at_most: Annotated[
        Annotated[AtMost, Tag("[number]")]
        | Annotated[
            dict[Annotated[int, Field(ge=1, le=12)], AtMost],
            Field(min_length=1),
            Tag("[by grade]"),
        ],
        Discriminator(_number_or_table),
    ]
    cases: tuple[Case, ...] = ()

    @model_validator(mode="after")
    def _days_need_a_week(self) -> "LimitRule":
        if self.counted == "days" and self.unit != "class-week":
            raise fault("days_need_a_week")
        return self


class FlagRule(RuleBase):
    """See `rules.kinds.FlagRule`."""

    placeholders: ClassVar[tuple[str, ...]] = ("cls", "n", "cells")

    kind: Literal["flag"]
    unit: Literal["entry"] = "entry"
    field: Literal["marked", "posted"]
    at_least: Annotated[float, Field(strict=True, gt=0, le=1)] = 1.0
    cases: tuple[Case, ...] = ()


class CoverageRule(RuleBase):
    """See `rules.kinds.CoverageRule`."""

    placeholders: ClassVar[tuple[str, ...]] = ("cls", "n", "days", "due")

    kind: Literal["coverage"]
    unit: Literal["class-day"] = "class-day"
    cases: tuple[CoverageCase, ...] = ()


class TextRule(RuleBase):
    """See `rules.kinds.TextRule`."""

    placeholders: ClassVar[tuple[str, ...]] = ("quote", "cell")

    kind: Literal["text"]
    unit: Literal["entry"] = "entry"
    severity: Literal[Severity.INFO] = Severity.INFO
    patterns: Annotated[tuple[Pattern, ...], Field(min_length=1)]
    cases: tuple[TextCase, ...] = ()


Rule: TypeAlias = LimitRule | FlagRule | CoverageRule | TextRule
AnyRule = Annotated[Rule, Field(discriminator="kind")]
