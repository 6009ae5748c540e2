"""The result of a check: findings, tallies and verdicts, before any format.

Amounts are minutes (a number with at most one decimal) or counts, as `unit` says.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from homework_check.model import Severity, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from homework_check.basis import Basis, PackInfo
    from homework_check.changes import Change, Comparison
    from homework_check.handed_in import RosterResult, Submission
    from homework_check.log import Log
    from homework_check.model import Location, School
    from homework_check.tally import Tally
    from homework_check.text import Text
    from homework_check.workbook import PassedOver


WORST_FIRST: Final = (Verdict.BROKEN, Verdict.UNDECIDED, Verdict.KEPT)
"""A whole is called by the first of these that stands in it."""

Day: TypeAlias = "date"
Dates: TypeAlias = "tuple[date, ...]"


def minutes(tenths: int) -> int | float:
    """Tenths of minutes as minutes, whole where they are."""
    whole, rest = divmod(tenths, 10)
    return tenths / 10 if rest else whole


class ClassKey(NamedTuple):
    """A class of a school. `name` None: the whole grade, or a log without classes."""

    school: School
    grade: int
    name: str | None


def told_apart(schools: Iterable[School]) -> dict[School, str]:
    """The names of schools, with the county where the name alone is that of several.

    Those without a name are left out.
    """
    named = {school: school.name for school in schools if school.name}
    times = Counter(named.values())
    return {
        school: f"{school.county} {name}" if times[name] > 1 and school.county else name
        for school, name in named.items()
    }


def class_order(grade: int | None, name: str | None) -> tuple[int, bool, int, str]:
    """Sort classes as people do: the whole grade, 1, 2, 10, 火箭班; those of no grade last."""
    number = int(name) if name and name.isdecimal() else 10_000
    return grade or 99, name is not None, number, name or ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to tell, with the cells where it stands.

    `verdict` None: it decides nothing. `cause` says why a unit is undecided and lets
    readers group findings: an id of the catalogue. `measured` is the least amount that
    is certain, `greatest` the greatest possible (None: unknown), `at_least` whether
    the two differ.
    """

    rule: str
    severity: Severity
    verdict: Verdict | None
    message: Text
    hint: Text
    short: Text
    aspect: str | None = None
    school: School | None = None
    grade: int | None = None
    class_name: str | None = None
    date: date | None = None
    subject: str | None = None
    value: str | None = None
    measured: int | float | None = None
    greatest: int | float | None = None
    at_least: bool = False
    limit: int | float | None = None
    excess: int | float | None = None
    unit: str | None = None
    count: int = 1
    reference: str | None = None
    locations: tuple[Location, ...] = ()
    cause: str | None = None
    field: str | None = None
    """The field a reading finding is about."""
    dates: Dates = ()
    """The days it is about, if it is about several."""
    optional: frozenset[str] = frozenset()
    """Cells of contributions that are optional homework: the first to give way."""
    change: Change | None = None
    """What it is to an earlier report; None: it was compared with none."""
    doubtful: tuple[Location, ...] = ()
    """Of an undecided unit, the cells that would settle it."""

    @property
    def week(self) -> Day | None:
        """The first day judged of a class-week; None: it is about something else."""
        return self.dates[0] if self.limit is not None and self.dates else None


class DayResult(NamedTuple):
    """A class on one date: the worst that the deciding rules make of it.

    `verdict` None: not judged. `least` and `greatest` (None: unknown) are the amount of the rule
    that says so, `limit` its limit; `unit` is ``minutes``, ``entries`` or ``days``.
    """

    verdict: Verdict | None
    unit: str
    least: int | float
    greatest: int | float | None
    limit: int | float


class ClassResult(NamedTuple):
    """A class, its verdict, its tallies by rule, and its class-days over all deciding rules.

    `days` are the dates in reading order that a deciding rule for class-days met.
    """

    key: ClassKey
    verdict: Verdict
    tallies: tuple[Tally, ...]
    class_days: Tally
    days: Mapping[date, DayResult]

    @property
    def days_not_judged(self) -> list[date]:
        """The dates that no deciding rule judges, such as those of a weekend."""
        if not self.class_days.not_judged:
            return []
        return sorted(day for day, result in self.days.items() if result.verdict is None)


class SchoolResult(NamedTuple):
    """A school, its verdict, the verdict of each aspect that was judged, and its classes.

    `standing` is what the school is called: kept as well where the share of its class-days that
    are kept reaches the share in force (`Basis.meets`), else as `verdict`. `class_days` counts
    each class-day once over all deciding rules, `reported` those on school days with a report;
    `largest_excess` is in minutes, None where no limit of minutes is broken.
    """

    school: School
    verdict: Verdict
    standing: Verdict
    aspects: dict[str, Verdict]
    entry_count: int
    reported: int
    tallies: tuple[Tally, ...]
    class_days: Tally
    classes: tuple[ClassResult, ...]
    largest_excess: int | float | None = None
    submission: Submission | None = None
    """None: nothing says what is due, neither a roster nor a period."""


class Coverage(NamedTuple):
    """What the log covers. Dates are None where not one entry has a date.

    `class_days` are those that are due in a period, else the sum over schools of its classes
    times the school days in its own span: schools may report different weeks.
    `class_days_reported` is how many of them have a report. `due` are the school days on which
    reports are due; none without a period.
    """

    first: date | None = None
    last: date | None = None
    school_days: int = 0
    school_days_reported: int = 0
    classes: int = 0
    class_days: int = 0
    class_days_reported: int = 0
    due: Dates = ()


class Report(NamedTuple):
    """The whole result. `generated_at` is ISO 8601 with offset."""

    version: str
    generated_at: str
    pack: PackInfo
    basis: Basis
    verdict: Verdict
    coverage: Coverage
    class_days: Tally
    tallies: tuple[Tally, ...]
    schools: tuple[SchoolResult, ...]
    logs: tuple[Log, ...]
    findings: tuple[Finding, ...]
    passed_over: tuple[PassedOver, ...] = ()
    roster: RosterResult | None = None
    copies: tuple[str, ...] = ()
    """Paths of sources left out because an identical one counts."""
    comparison: Comparison[Finding] | None = None
    """None: it was compared with no earlier report."""

    @property
    def standing(self) -> Verdict:
        """What all schools together are called; see `SchoolResult.standing`."""
        if self.basis.meets is None:
            return self.verdict
        found = {school.standing for school in self.schools}
        if Verdict.BROKEN in found:
            return Verdict.BROKEN
        blocked = any(f.verdict is Verdict.UNDECIDED and f.school is None for f in self.findings)
        return Verdict.UNDECIDED if blocked or found != {Verdict.KEPT} else Verdict.KEPT

    @property
    def nothing_read(self) -> bool:
        """Whether not one sheet of any source holds a log, and no roster says what is missing."""
        return self.roster is None and not any(s.tables for log in self.logs for s in log.sheets)

    def exit_code(self, fail_on: str) -> int:
        """0, 1 or 3, as the specification's section 8 lays down."""
        if fail_on == "never":
            return 0
        failing = {Severity.ERROR} if fail_on == "error" else {Severity.ERROR, Severity.WARNING}
        if any(f.verdict is Verdict.BROKEN and f.severity in failing for f in self.findings):
            return 1
        return 3 if self.verdict is Verdict.UNDECIDED else 0
