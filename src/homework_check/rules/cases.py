"""Small examples inside a rule file, which prove that a rule judges as it is meant to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from homework_check.model import Verdict


@dataclass(frozen=True)
class CaseEntry:
    """One entry of an example, as a class would log it.

    `form` and `place` ``unknown``: the cell says nothing that is understood; `minutes`
    ``blank``: the cell is empty. `marked` and `posted` are ``yes``, ``no``, ``38/40`` or words
    that are not understood; None: the cell is empty.
    """

    subject: str
    content: str = ""
    form: Literal["written", "oral", "reading", "practice", "unknown"] = "written"
    place: Literal["home", "school", "lesson", "unknown"] = "home"
    minutes: float | Literal["blank"] = "blank"
    layer: str | None = None
    choice: Literal["required", "optional"] | None = None
    marked: str | None = None
    posted: str | None = None


class Case(NamedTuple):
    """An example of a judging rule: one unit with its entries, and its verdict.

    `measured` is the least amount that is certain, in what the rule counts; None: not
    compared. `grade` None: the first grade of the rule's scope.
    """

    entries: tuple[CaseEntry, ...]
    verdict: Verdict
    measured: float | None = None
    grade: int | None = None


@dataclass(frozen=True)
class CoverageEntry(CaseEntry):
    """A row of a class that a report is due from; blank in content and minutes it is none.

    `date` ``unknown``: the cell is not understood, so the row may be of the day that is due.
    """

    date: Literal["unknown"] | None = None


class CoverageCase(NamedTuple):
    """An example of a coverage rule: a class on one school day, with the rows it logged."""

    verdict: Verdict
    entries: tuple[CoverageEntry, ...] = ()
    measured: float | None = None
    grade: int | None = None


class TextCase(NamedTuple):
    """An example of a text rule: whether a pattern is found in it. All else as in a `Case`."""

    entries: tuple[CaseEntry, ...]
    verdict: Literal["hit", "no-hit"]
    measured: float | None = None
    grade: int | None = None


AnyCase: TypeAlias = Case | CoverageCase | TextCase
