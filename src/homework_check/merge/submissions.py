"""What schools handed in, over several reports: nothing is judged, states are put together."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from homework_check.handed_in import NOT_READ, Submitted
from homework_check.merge.model import SchoolCounts, SubmittedV1
from homework_check.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from homework_check.merge.model import MergedSchoolV1

_UNCOUNTED: Final = frozenset({*NOT_READ, Submitted.UNEXPECTED})


def submission_of(parts: Sequence[SubmittedV1]) -> SubmittedV1 | None:
    """What a school handed in over several periods; None: no report says what was due."""
    if not parts:
        return None
    states = {part.state for part in parts}
    # A report whose roster lacks the school does not make it unexpected to the others.
    states = states - {Submitted.UNEXPECTED} or states
    if states <= {*NOT_READ}:
        states = {next(state for state in NOT_READ if state in states)}
    state = states.pop() if len(states) == 1 else Submitted.PARTLY_RECEIVED
    known = [part for part in parts if part.due is not None]
    if not known:
        return SubmittedV1(state)
    return SubmittedV1(state, sum(p.due or 0 for p in known), sum(p.reported or 0 for p in known))


def count_merged(schools: Iterable[MergedSchoolV1]) -> SchoolCounts:
    """Count schools by what they are called and what they handed in."""
    return count_by_state(
        (s.standing, s.submission.state if s.submission else None) for s in schools
    )


def count_by_state(schools: Iterable[tuple[Verdict, Submitted | None]]) -> SchoolCounts:
    """The same of standings and states. State None: no report says what was due."""
    found = Counter(state if state in _UNCOUNTED else standing for standing, state in schools)
    return SchoolCounts(
        found[Verdict.KEPT],
        found[Verdict.BROKEN],
        found[Verdict.UNDECIDED],
        found[Submitted.UNREADABLE],
        found[Submitted.MISSING],
        found[Submitted.UNEXPECTED],
        found[Submitted.NOT_FILLED],
    )
