"""What logs cover: the days and classes of each school that have a report."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain, groupby
from typing import TYPE_CHECKING, NamedTuple

from homework_check.checker.classdays.gathered import reported_days
from homework_check.report import Coverage

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from datetime import date

    from homework_check.checker.classdays.gathered import ClassLog
    from homework_check.checker.submissions.due import ClassDue
    from homework_check.model import School
    from homework_check.report import ClassKey
    from homework_check.settings import Settings


class SchoolCover(NamedTuple):
    """What the logs of a school cover: its own span of days, and its reports in that.

    `reported` are the dates of its reports, with how many classes have one. `class_days` are
    its classes times the school days of the span, `class_days_reported` those with a report.
    """

    first: date
    last: date
    reported: Mapping[date, int]
    class_days: int
    class_days_reported: int


def cover_schools(
    classes: Sequence[ClassLog], school_days: Mapping[tuple[date, date], AbstractSet[date]]
) -> dict[School, SchoolCover]:
    """Find what each school covers. `school_days` are those from a first to a last date.

    Of two schools that report different weeks, neither lacks those of the other. A day that a
    log has, but without homework, is of its span all the same.
    """
    class_counts: Counter[School] = Counter()
    reported: dict[School, Counter[date]] = defaultdict(Counter)
    logged: dict[School, set[date]] = defaultdict(set)
    days = ((log.key.school, log.days, dates)
            for log, (_, dates) in zip(classes, reported_days(classes), strict=True))  # fmt: skip
    # Classes that follow each other mostly have the same days.
    for (school, all_days, dates), alike in groupby(days):
        times = sum(1 for _ in alike)
        class_counts[school] += times
        logged[school].update(all_days)
        for day in dates:
            reported[school][day] += times
    found: dict[School, SchoolCover] = {}
    for school, all_logged in logged.items():
        span = min(all_logged), max(all_logged)
        within, counts = school_days[span], reported[school]
        with_report = sum(n for day, n in counts.items() if day in within)
        found[school] = SchoolCover(*span, counts, class_counts[school] * len(within), with_report)
    return found


def cover(
    schools: Collection[SchoolCover],
    classes: Sequence[ClassLog],
    due: Mapping[ClassKey, ClassDue],
    settings: Settings,
) -> Coverage:
    """Days and classes with a report, of those `due` in a period, else of those in the spans."""
    if not schools and settings.period is None:
        return Coverage()
    span = settings.period or (
        min(school.first for school in schools), max(school.last for school in schools)
    )  # fmt: skip
    first, last = span
    school_days = settings.calendar.school_days(first, last)
    days = set(chain.from_iterable(school.reported for school in schools))
    all_days = len(school_days), len(days.intersection(school_days))
    if settings.period is not None:
        owed = sum(len(of_class.days) for of_class in due.values())
        kept = sum(of_class.reported for of_class in due.values())
        asked = {*chain.from_iterable({of_class.days for of_class in due.values()})}
        days_due = tuple(sorted(asked or school_days))
        return Coverage(first, last, *all_days, len(due), owed, kept, days_due)
    owed = sum(school.class_days for school in schools)
    kept = sum(school.class_days_reported for school in schools)
    return Coverage(first, last, *all_days, len(classes), owed, kept)
