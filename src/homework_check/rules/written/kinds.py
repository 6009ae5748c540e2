"""The closed set of rule kinds. A new kind is one class and one line in `Rule`."""

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
    """What every rule says.

    `short` is the word in a table's problem column; `message` and `hint` are templates for
    a unit that is not kept, filled with the kind's `placeholders`.
    """

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
    """At most so many minutes, entries, or days with homework, in each unit.

    `at_most` is a number, or a table by grade; it is inclusive: 60 of at most 60 is kept.
    """

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
    """Each selected entry has to say yes in a field; n of m pupils from `at_least` on."""

    placeholders: ClassVar[tuple[str, ...]] = ("cls", "n", "cells")

    kind: Literal["flag"]
    unit: Literal["entry"] = "entry"
    field: Literal["marked", "posted"]
    at_least: Annotated[float, Field(strict=True, gt=0, le=1)] = 1.0
    cases: tuple[Case, ...] = ()


class CoverageRule(RuleBase):
    """Every class that is expected has a report for every school day of the period due.

    A statement that there was no homework is a report, a blank is none. Without a period
    nothing is due, and nothing is judged.
    """

    placeholders: ClassVar[tuple[str, ...]] = ("cls", "n", "days", "due")

    kind: Literal["coverage"]
    unit: Literal["class-day"] = "class-day"
    cases: tuple[CoverageCase, ...] = ()


class TextRule(RuleBase):
    """Patterns searched in the content. A hit is told and quoted, and decides nothing."""

    placeholders: ClassVar[tuple[str, ...]] = ("quote", "cell")

    kind: Literal["text"]
    unit: Literal["entry"] = "entry"
    severity: Literal[Severity.INFO] = Severity.INFO
    patterns: Annotated[tuple[Pattern, ...], Field(min_length=1)]
    cases: tuple[TextCase, ...] = ()


Rule: TypeAlias = LimitRule | FlagRule | CoverageRule | TextRule
AnyRule = Annotated[Rule, Field(discriminator="kind")]
