"""Small examples inside a rule file, which prove that a rule judges as it is meant to."""

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from homework_check.model import Verdict
from homework_check.rules.written.base import Grade
from homework_check.toml.model import Frozen, Words

Minutes = Annotated[float, Field(strict=True, ge=0, le=1440)]


def _number_or_word(value: Any) -> str:
    return "[word]" if isinstance(value, str) else "[number]"


class CaseEntry(Frozen):
    """One entry of an example, as a class would log it.

    `form` and `place` ``unknown``: the cell says nothing that is understood; `minutes`
    ``blank``: the cell is empty. `marked` and `posted` are ``yes``, ``no``, ``38/40`` or words
    that are not understood; None: the cell is empty.
    """

    subject: Words
    content: str = ""
    form: Literal["written", "oral", "reading", "practice", "unknown"] = "written"
    place: Literal["home", "school", "lesson", "unknown"] = "home"
    minutes: Annotated[
        Annotated[Minutes, Tag("[number]")] | Annotated[Literal["blank"], Tag("[word]")],
        Discriminator(_number_or_word),
    ] = "blank"
    layer: Words | None = None
    choice: Literal["required", "optional"] | None = None
    marked: Words | None = None
    posted: Words | None = None


class _Example(Frozen):
    """One unit with its entries.

    `measured` is the least amount that is certain, in what the rule counts; None: not
    compared. `grade` None: the first grade of the rule's scope.
    """

    entries: Annotated[tuple[CaseEntry, ...], Field(min_length=1)]
    measured: Annotated[float, Field(strict=True, ge=0)] | None = None
    grade: Grade | None = None


class Case(_Example):
    """An example of a judging rule, with the verdict it has to give."""

    verdict: Verdict


class CoverageEntry(CaseEntry):
    """A row of a class that a report is due from; blank in content and minutes it is none.

    `date` ``unknown``: the cell is not understood, so the row may be of the day that is due.
    """

    date: Literal["unknown"] | None = None


class CoverageCase(_Example):
    """An example of a coverage rule: a class on one school day, with the rows it logged."""

    entries: tuple[CoverageEntry, ...] = ()
    verdict: Verdict


class TextCase(_Example):
    """An example of a text rule: whether a pattern is found in it."""

    verdict: Literal["hit", "no-hit"]
