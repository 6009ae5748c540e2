"""What an expected school handed in, and what became of a roster."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from homework_check.model import School


class Submitted(StrEnum):
    """The state of a school's submission.

    ``partly-received``: class-days that are due have no report; ``unreadable``: a file came,
    but no log was read from it; ``not-filled``: a form came, and nothing is filled in;
    ``unexpected``: the roster does not name the school.
    """

    __hash__ = str.__hash__

    RECEIVED = "received"
    PARTLY_RECEIVED = "partly-received"
    UNREADABLE = "unreadable"
    NOT_FILLED = "not-filled"
    MISSING = "missing"
    UNEXPECTED = "unexpected"


NOT_READ: Final = (Submitted.UNREADABLE, Submitted.NOT_FILLED, Submitted.MISSING)
"""Of which there is no log; where several hold in several weeks, the first is told."""


@dataclass(frozen=True, slots=True)
class Submission:
    """A school's submission, in class-days; None: no period is due, or no class is known."""

    state: Submitted
    due: int | None = None
    reported: int | None = None

    @property
    def is_expected(self) -> bool:
        """Whether the school counts among those due."""
        return self.state is not Submitted.UNEXPECTED

    @property
    def is_read(self) -> bool:
        """Whether a log was read from it."""
        return self.state not in NOT_READ


def with_county(school: School) -> str:
    """A school's name as `Alike` has it where the names alone do not tell schools apart."""
    return f"{school.county} {school.name}" if school.county else str(school.name)


class Alike(NamedTuple):
    """A school or file that the roster does not name, and names there it may be meant for."""

    name: str
    candidates: tuple[str, ...]


class RosterResult(NamedTuple):
    """What has to be told of a roster beside the schools.

    `alike` are names that were not joined; `beyond` counts classes, by school, that logs have
    and the roster has not; `remarks` are an id, a row of the roster and the text there.
    """

    path: str
    schools: int
    alike: tuple[Alike, ...] = ()
    beyond: tuple[tuple[str, int], ...] = ()
    remarks: tuple[tuple[str, int, str], ...] = ()
