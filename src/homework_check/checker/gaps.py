"""Days of the period due on which a class of the log has no report.

A class that reports nothing on a day must not come out as kept for that day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.checker.reading import About, reading_finding
from homework_check.messages import phrases
from homework_check.model import Location

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from homework_check.checker.reading import Values
    from homework_check.checker.units import ClassLog
    from homework_check.report import Finding

_MOST_DAYS = 10


def find_gaps(classes: Iterable[ClassLog], due: Sequence[date]) -> Iterator[Finding]:
    """One finding for each class with school days of those `due` that nobody logged."""
    for log in classes:
        # Rows with keys but no homework have a finding of their own.
        logged = {*log.days}
        lacking = [day for day in due if day not in logged]
        if lacking:
            key = log.key
            values: Values = {
                "cls": phrases.class_name(key.grade, key.name),
                "n": len(lacking),
                "due": len(due),
                "days": phrases.joined([phrases.day(day) for day in lacking[:_MOST_DAYS]]),
            }
            about = About(key.school, key.grade, key.name)
            where = (Location(log.tables[0].of.table.source),)
            yield reading_finding(
                "not-reported", "period", values, about, where, count=len(lacking)
            )
