"""What a report judged, so that nothing is called fixed of which it knows nothing."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from homework_check.baseline.identity import plain, subjects_of
from homework_check.changes import NotCompared
from homework_check.messages.findings import NO_LOG
from homework_check.messages.inert import inert, masked
from homework_check.model import Verdict
from homework_check.rollup import is_read

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence
    from datetime import date

    from homework_check.baseline.earlier import Baseline
    from homework_check.baseline.identity import Names
    from homework_check.log import Log
    from homework_check.report import ClassResult, Finding, Report

_OF_KEYS = frozenset({"unread-grade", "unread-class", "unread-date", "context-mismatch"})
"""Reading findings of entries that belong to no class-day."""


class _Logged(NamedTuple):
    """The subjects of some classes (none: all) on a day; `day` None: it was not understood."""

    classes: frozenset[str]
    day: date | None
    subjects: frozenset[str]

    def is_of(self, name: str) -> bool:
        """Whether it is of a class; empty: of any."""
        return not name or not self.classes or name in self.classes


class Judged:
    """What can be said of findings that an earlier report has and this one has not."""

    def __init__(self, report: Report, names: Names, baseline: Baseline) -> None:
        self._report, self._names = report, names
        self._unread = {*map(names.of, baseline.unread)}
        self._before = {
            (names.of(school), grade, plain(name)): judged
            for (school, grade, name), judged in baseline.tallies
        }
        self._logs = _same_sources(baseline.sources, report.logs)
        self._schools = {
            names.of(school.school): school
            for school in report.schools
            if is_read(school) and school.classes
        }
        coverage = {r.id for r in report.pack.rules if r.kind == "coverage"}
        self._judging = {rule.id for rule in report.pack.rules} - coverage

    def why_not(self, finding: Finding) -> NotCompared | None:
        """Why it is not known whether a finding is fixed; None: it is."""
        period, days = self._report.basis.period, days_of(finding)
        if period and not all(period[0] <= day <= period[1] for day in days):
            return NotCompared.OUTSIDE
        logs = [self._logs.get(source) for source in {at.source for at in finding.locations}]
        if any(log is not None and not any(log.parts) for log in logs):
            return NotCompared.NO_SOURCE
        if finding.school is None:
            return None if logs and all(logs) else NotCompared.NO_SOURCE
        school = self._names.of(finding.school)
        if school not in self._schools:
            return NotCompared.NO_REPORT
        if finding.grade is not None:
            return self._of_class(finding, is_complete=all(logs))
        is_sent = finding.rule in NO_LOG and school in self._unread
        return None if is_sent or all(logs) else NotCompared.NO_SOURCE

    def _of_class(self, finding: Finding, *, is_complete: bool) -> NotCompared | None:
        classes, days = self._classes(finding), days_of(finding)
        if not classes or not all(self._is_reported(one, days) for one in classes):
            return NotCompared.NO_REPORT
        if not all(self._is_judged(finding, one, days) for one in classes):
            return NotCompared.NOT_JUDGED
        if not days and any(self._has_fewer(finding, one) for one in classes):
            return NotCompared.NO_REPORT
        if not is_complete and not subjects_of(finding) <= self._subjects(finding):
            return NotCompared.NO_SOURCE
        return NotCompared.UNREAD if any(self._astray(finding)) else None

    def _is_reported(self, one: ClassResult, days: Sequence[date]) -> bool:
        """Whether a class has a report on these days; where none are named, on any."""
        if one.days and {*days} <= one.days.keys():
            return True
        # Rules that judge no class-days leave nothing but the log to tell.
        name, key = plain(one.key.name), (self._names.of(one.key.school), one.key.grade)
        logged = {entry.day for entry in self._logged[key] if entry.is_of(name)}
        return bool(logged) and {*days} <= logged

    def _is_judged(self, finding: Finding, one: ClassResult, days: Sequence[date]) -> bool:
        """Whether the finding's rule judged a class, and any rule the days."""
        if any(day in one.days and one.days[day].verdict is None for day in days):
            return False
        return finding.rule not in self._judging or _judged(one, finding.rule) > 0

    def _has_fewer(self, finding: Finding, one: ClassResult) -> bool:
        """Whether the rule judged less of a class than before: what it told of may be missing."""
        key = self._names.of(finding.school), one.key.grade, plain(one.key.name)
        return _judged(one, finding.rule) < self._before.get(key, {}).get(finding.rule, 0)

    def _classes(self, finding: Finding) -> list[ClassResult]:
        """The class that a finding is about; without a name, all of its grade."""
        name = plain(finding.class_name)
        return [
            one
            for one in self._schools[self._names.of(finding.school)].classes
            if one.key.grade == finding.grade and (not name or plain(one.key.name) == name)
        ]

    def _subjects(self, finding: Finding) -> set[str]:
        """The subjects that are logged for the class of a finding, on its days."""
        name, days = plain(finding.class_name), days_of(finding)
        logged = self._logged[self._names.of(finding.school), finding.grade]
        return {
            subject
            for entry in logged
            if (not days or entry.day in days) and entry.is_of(name)
            for subject in entry.subjects
        }

    @cached_property
    def _logged(self) -> dict[tuple[Hashable, int | None], list[_Logged]]:
        """What is logged, by school and grade."""
        found: dict[tuple[Hashable, int | None], list[_Logged]] = defaultdict(list)
        runs = (run for log in self._report.logs for part in log.parts for run in part.runs())
        for run in runs:
            school, grade, classes, day = run.unit
            if not any(work.reported for work in run.works):
                continue
            names = frozenset(map(plain, classes or ()))
            subjects = frozenset(masked(work.subject) for work in run.works if work.subject)
            found[self._names.of(school), grade].append(_Logged(names, day, subjects))
        return found

    def _astray(self, finding: Finding) -> Iterator[Finding]:
        """Blocking findings of entries whose class-day is not known and may be this one."""
        for other in self._blocking.get(self._names.of(finding.school), ()):
            days = days_of(finding)
            is_near = not days or other.date is None or other.date in days
            if is_near and other.grade in {None, finding.grade}:
                names = {plain(other.class_name), plain(finding.class_name)}
                if len(names - {""}) < 2:
                    yield other

    @cached_property
    def _blocking(self) -> dict[Hashable, list[Finding]]:
        found: dict[Hashable, list[Finding]] = defaultdict(list)
        for finding in self._report.findings:
            if finding.verdict is Verdict.UNDECIDED and _is_of_keys(finding):
                found[self._names.of(finding.school)].append(finding)
        return found


def days_of(finding: Finding) -> tuple[date, ...]:
    """The days that a finding is about; none where it is about a class or a source."""
    return (finding.date,) if finding.date else finding.dates


def _judged(one: ClassResult, rule: str) -> int:
    return sum(tally.judged for tally in one.tallies if tally.rule == rule)


def _is_of_keys(finding: Finding) -> bool:
    if finding.rule == "missing-field":
        return finding.field in {"grade", "date"}
    return finding.rule in _OF_KEYS


def _same_sources(earlier: Sequence[str], logs: Sequence[Log]) -> dict[str, Log]:
    """Which source each of the earlier ones is now, as far as that is certain.

    The folder that a path begins with may be another, as long as the rest of it names one file
    then and now. One source alone that takes the place of one other alone is it.
    """
    if len(earlier) == len(logs) == 1:
        return {earlier[0]: logs[0]}
    now = {inert(log.path): log for log in logs}
    then_by_end, now_by_end = _by_end(earlier), _by_end(now)
    found = {}
    for path in earlier:
        ends = (now_by_end.get(end) for end in _ends(path) if then_by_end[end] == path)
        if (same := next(filter(None, ends), None)) is not None:
            found[path] = now[same]
    return found


def _by_end(paths: Iterable[str]) -> dict[str, str | None]:
    """Paths by what they end with; None: several do."""
    found: dict[str, str | None] = {}
    for path in paths:
        for end in _ends(path):
            found[end] = None if end in found else path
    return found


def _ends(path: str) -> Iterator[str]:
    """The whole path, then it without its first folders, down to the name."""
    yield path
    while "/" in path:
        path = path.partition("/")[2]
        yield path
