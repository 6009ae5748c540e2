"""What schools handed in, over several reports: nothing is judged, states are put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.handed_in import NOT_READ, Submission, Submitted
from homework_check.rollup import count_by_state

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from homework_check.merge.model import MergedSchoolV1
    from homework_check.rollup import SchoolCounts


def submission_of(parts: Sequence[Submission]) -> Submission | None:
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
        return Submission(state)
    return Submission(state, sum(p.due or 0 for p in known), sum(p.reported or 0 for p in known))


def count_merged(schools: Iterable[MergedSchoolV1]) -> SchoolCounts:
    """Count schools by what they are called and what they handed in."""
    return count_by_state(
        (s.standing, s.submission.state if s.submission else None) for s in schools
    )
