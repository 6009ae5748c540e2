"""What the examples of a rule may say in a file; see `rules.cases`."""

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from homework_check.model import Verdict
from homework_check.rules.written.base import Grade
from homework_check.toml.model import Frozen, Words

Minutes = Annotated[float, Field(strict=True, ge=0, le=1440)]


def _number_or_word(value: Any) -> str:
    return "[word]" if isinstance(value, str) else "[number]"


class CaseEntry(Frozen):
    """See `rules.cases.CaseEntry`."""

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
    """What the examples of all kinds have, that of a coverage rule may have no entry."""

    entries: Annotated[tuple[CaseEntry, ...], Field(min_length=1)]
    measured: Annotated[float, Field(strict=True, ge=0)] | None = None
    grade: Grade | None = None


class Case(_Example):
    """See `rules.cases.Case`."""

    verdict: Verdict


class CoverageEntry(CaseEntry):
    """See `rules.cases.CoverageEntry`."""

    date: Literal["unknown"] | None = None


class CoverageCase(_Example):
    """See `rules.cases.CoverageCase`."""

    entries: tuple[CoverageEntry, ...] = ()
    verdict: Verdict


class TextCase(_Example):
    """See `rules.cases.TextCase`."""

    verdict: Literal["hit", "no-hit"]
