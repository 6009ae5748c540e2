"""How the findings of a report compare with those of an earlier one."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from datetime import date

    from homework_check.model import Verdict

FindingT = TypeVar("FindingT")


class State(StrEnum):
    """Whether the earlier report tells of a finding, too."""

    __hash__ = str.__hash__

    NEW = "new"
    LEFT = "left"


class NotCompared(StrEnum):
    """Why it is not known whether something is fixed.

    ``no-report``: its class-day, class or school has no report now; ``no-source``: its source is
    not there or was not read; ``outside-period``: its days are not judged now; ``not-judged``:
    its rule judged nothing there; ``unread``: entries of no known class-day may be of it.
    """

    __hash__ = str.__hash__

    NO_REPORT = "no-report"
    NO_SOURCE = "no-source"
    OUTSIDE = "outside-period"
    NOT_JUDGED = "not-judged"
    UNREAD = "unread"


class Change(NamedTuple):
    """What a finding is to the earlier report, with the verdict and the amount it had there."""

    state: State
    verdict: Verdict | None = None
    measured: int | float | None = None


class Comparison(NamedTuple, Generic[FindingT]):
    """What became of the earlier report at `path`; it is of `findings` to act on or to check.

    `new` and `left` are how many of this report are so. `fixed` are those of the earlier report
    that are gone, `not_compared` those of which nobody knows. `apart` are the days of the earlier
    report where none of them is among those of this one; `assumed` the assumptions that are in
    force in one of the two only, first those of the earlier one.
    """

    path: str
    generated_at: str
    new: int
    left: int
    fixed: tuple[FindingT, ...] = ()
    not_compared: tuple[tuple[FindingT, NotCompared], ...] = ()
    apart: tuple[date, date] | None = None
    assumed: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
