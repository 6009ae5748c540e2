"""Days that a class may have left out: others of its school have a report."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from homework_check.checker.reading import About, reading_finding
from homework_check.messages import phrases
from homework_check.model import Location

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from homework_check.checker.reading import Values
    from homework_check.checker.units import ClassDay
    from homework_check.model import School
    from homework_check.report import ClassKey, Finding
    from homework_check.settings import Calendar


def find_gaps(class_days: Iterable[ClassDay], calendar: Calendar) -> Iterator[Finding]:
    """One finding for each class that lacks school days on which others of its school have one.

    For logs of which nothing says what is due; where a period does, a rule judges that.
    """
    logged: dict[ClassKey, set[date]] = defaultdict(set)
    sources: dict[ClassKey, str] = {}
    of_schools: dict[School, set[date]] = defaultdict(set)
    for class_day in class_days:
        # Rows with keys but no homework have a finding of their own.
        logged[class_day.key].add(class_day.day)
        sources.setdefault(class_day.key, class_day.runs[0].of.table.source)
        if calendar.is_school_day(class_day.day):
            of_schools[class_day.key.school].add(class_day.day)
    for key, days in logged.items():
        lacking = sorted(of_schools[key.school] - days)
        if lacking:
            values: Values = {
                "cls": phrases.class_name(key.grade, key.name),
                "days": phrases.days(lacking),
            }
            about = About(key.school, key.grade, key.name)
            where = (Location(sources[key]),)
            yield reading_finding("possible-gap", "", values, about, where, count=len(lacking))
