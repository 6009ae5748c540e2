"""The closed set of rule kinds. A new kind is one class, and its model among `written.kinds`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeAlias

from homework_check.model import Severity
from homework_check.rules.base import Explain, Scope, Select

if TYPE_CHECKING:
    import re

    from homework_check.rules.base import Aspect, Bilingual, Reference
    from homework_check.rules.cases import Case, CoverageCase, TextCase

_ANY_UNIT, _ANY_ENTRY, _UNEXPLAINED = Scope(), Select(), Explain()


@dataclass(frozen=True, kw_only=True)
class RuleBase:
    """What every rule says.

    `short` is the word in a table's problem column; `message` and `hint` are templates for
    a unit that is not kept.
    """

    id: str
    aspect: Aspect
    title: Bilingual
    short: Bilingual
    message: Bilingual
    hint: Bilingual
    severity: Severity
    references: tuple[Reference, ...]
    scope: Scope = _ANY_UNIT
    select: Select = _ANY_ENTRY
    explain: Explain = _UNEXPLAINED

    @cached_property
    def reference(self) -> str:
        """All references in one line, in the language of the law: Chinese."""
        return "；".join(reference.text().zh for reference in self.references)


@dataclass(frozen=True, kw_only=True)
class LimitRule(RuleBase):
    """At most so many minutes, entries, or days with homework, in each unit.

    `at_most` is a number, or a table by grade; it is inclusive: 60 of at most 60 is kept.
    """

    kind: Literal["limit"]
    unit: Literal["class-day", "subject-day", "class-week"]
    counted: Literal["minutes", "entries", "days"]
    at_most: float | dict[int, float]
    cases: tuple[Case, ...] = ()

    def limit_for(self, grade: int) -> float | None:
        """Look up the limit of a grade; None: a table without it, the grade is not judged."""
        return self.at_most.get(grade) if isinstance(self.at_most, dict) else self.at_most


@dataclass(frozen=True, kw_only=True)
class FlagRule(RuleBase):
    """Each selected entry has to say yes in a field; n of m pupils from `at_least` on."""

    kind: Literal["flag"]
    unit: Literal["entry"] = "entry"
    field: Literal["marked", "posted"]
    at_least: float = 1.0
    cases: tuple[Case, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CoverageRule(RuleBase):
    """Every class that is expected has a report for every school day of the period due.

    A statement that there was no homework is a report, a blank is none. Without a period
    nothing is due, and nothing is judged.
    """

    kind: Literal["coverage"]
    unit: Literal["class-day"] = "class-day"
    cases: tuple[CoverageCase, ...] = ()


@dataclass(frozen=True, kw_only=True)
class TextRule(RuleBase):
    """Patterns searched in the content. A hit is told and quoted, and decides nothing."""

    severity: Severity = Severity.INFO
    kind: Literal["text"]
    unit: Literal["entry"] = "entry"
    patterns: tuple[re.Pattern[str], ...]
    cases: tuple[TextCase, ...] = ()


Rule: TypeAlias = LimitRule | FlagRule | CoverageRule | TextRule
