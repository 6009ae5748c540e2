"""Schools counted by what they handed in and what came of it, county by county."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from homework_check.handed_in import NOT_READ, Submitted
from homework_check.model import Verdict
from homework_check.tally import add_up

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from homework_check.report import Report, SchoolResult
    from homework_check.tally import Tally

_UNCOUNTED: Final = frozenset({*NOT_READ, Submitted.UNEXPECTED})
"""States that say more of a school than what it is called."""


@dataclass(frozen=True, slots=True)
class SchoolCounts:
    """Numbers of schools.

    `kept`, `broken` and `undecided` are those of which a log was read, by what they are called;
    `unreadable`, `not_filled` and `missing` are the others that are due. `unexpected` ones, which
    no roster names, are not due, and not in the rest.
    """

    kept: int
    broken: int
    undecided: int
    unreadable: int = 0
    missing: int = 0
    unexpected: int = 0
    not_filled: int = 0

    @property
    def read(self) -> int:
        """Those due that sent a log."""
        return self.kept + self.broken + self.undecided

    @property
    def not_read(self) -> int:
        """Those due of which nothing was read."""
        return self.unreadable + self.not_filled + self.missing

    @property
    def received(self) -> int:
        """Those due that sent something."""
        return self.due - self.missing

    @property
    def due(self) -> int:
        """Those of the roster, else those received: the denominator of every share of schools."""
        return self.read + self.not_read


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
    """Count schools by their standing, and by what they handed in."""
    return count_by_state(
        (school.standing, school.submission.state if school.submission else None)
        for school in schools
    )


def count_by_state(schools: Iterable[tuple[Verdict, Submitted | None]]) -> SchoolCounts:
    """The same of standings and states. State None: nothing says what was due."""
    found = Counter(state if state in _UNCOUNTED else standing for standing, state in schools)
    return SchoolCounts(
        kept=found[Verdict.KEPT],
        broken=found[Verdict.BROKEN],
        undecided=found[Verdict.UNDECIDED],
        unreadable=found[Submitted.UNREADABLE],
        missing=found[Submitted.MISSING],
        unexpected=found[Submitted.UNEXPECTED],
        not_filled=found[Submitted.NOT_FILLED],
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
