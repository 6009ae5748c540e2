"""Schools counted by what they handed in and what came of it, county by county."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from homework_check.handed_in import Submitted
from homework_check.model import Verdict
from homework_check.tally import add_up

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from homework_check.report import Report, SchoolResult
    from homework_check.tally import Tally


class SchoolCounts(NamedTuple):
    """Numbers of schools.

    `due` are those of the roster, without one those received: the denominator of every share
    of schools. `kept`, `broken` and `undecided` are of them by what they are called, where a
    log was read; `unreadable`, `not_filled` and `missing` are the others. `received` is how many
    sent something, `read` how many sent a log. `unexpected` ones are not due, and not in the rest.
    """

    due: int
    received: int
    read: int
    kept: int
    broken: int
    undecided: int
    unreadable: int = 0
    missing: int = 0
    unexpected: int = 0
    not_filled: int = 0


class CountyResult(NamedTuple):
    """The schools of a county. `county` None: of those that state none.

    `due` and `reported` are class-days; None: no period is due.
    """

    county: str | None
    schools: SchoolCounts
    due: int | None
    reported: int | None
    tallies: tuple[Tally, ...]


def count_schools(schools: Iterable[SchoolResult]) -> SchoolCounts:
    """Count schools that are due by their standing, and the others."""
    everything = list(schools)
    due = [school for school in everything if is_due(school)]
    states = [school.submission.state for school in due if school.submission]
    standings = [school.standing for school in due if is_read(school)]
    missing = states.count(Submitted.MISSING)
    return SchoolCounts(
        due=len(due),
        received=len(due) - missing,
        read=len(standings),
        kept=standings.count(Verdict.KEPT),
        broken=standings.count(Verdict.BROKEN),
        undecided=standings.count(Verdict.UNDECIDED),
        unreadable=states.count(Submitted.UNREADABLE),
        missing=missing,
        unexpected=len(everything) - len(due),
        not_filled=states.count(Submitted.NOT_FILLED),
    )


def is_due(school: SchoolResult) -> bool:
    """Whether a school counts among those due: without a roster every one does."""
    return school.submission is None or school.submission.is_expected


def is_read(school: SchoolResult) -> bool:
    """Whether a log of the school was read."""
    return school.submission is None or school.submission.is_read


def counties_of(report: Report) -> tuple[CountyResult, ...]:
    """Each county with its schools, in the order of their names; none if no school states one."""
    by_county: dict[str | None, list[SchoolResult]] = {}
    for school in report.schools:
        by_county.setdefault(school.school.county, []).append(school)
    if set(by_county) <= {None}:
        return ()
    return tuple(
        _county(county, by_county[county])
        for county in sorted(by_county, key=lambda county: (county is None, county or ""))
    )


def several_counties(report: Report) -> tuple[CountyResult, ...]:
    """The counties where they are worth a table: schools state at least two."""
    counties = counties_of(report)
    return counties if sum(county.county is not None for county in counties) > 1 else ()


def class_days_of(schools: Sequence[SchoolResult]) -> tuple[int, int] | None:
    """Class-days due and reported; None: nothing says how many are due."""
    known = [s.submission for s in schools if s.submission and s.submission.due is not None]
    if not known:
        return None
    return sum(s.due or 0 for s in known), sum(s.reported or 0 for s in known)


def _county(county: str | None, schools: Sequence[SchoolResult]) -> CountyResult:
    due, reported = class_days_of(schools) or (None, None)
    tallies = add_up(chain.from_iterable(school.tallies for school in schools))
    return CountyResult(county, count_schools(schools), due, reported, tallies)
