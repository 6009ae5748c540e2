"""Days that a class may have left out: others of its school have a report."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from homework_check.checker.reading import About, reading_finding
from homework_check.messages import phrases
from homework_check.model import Location

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from homework_check.checker.reading import Values
    from homework_check.checker.units import ClassLog
    from homework_check.model import School
    from homework_check.report import Finding
    from homework_check.settings import Calendar


def find_gaps(classes: Sequence[ClassLog], calendar: Calendar) -> Iterator[Finding]:
    """One finding for each class that lacks school days on which others of its school have one.

    For logs of which nothing says what is due; where a period does, a rule judges that.
    """
    of_schools: dict[School, set[date]] = defaultdict(set)
    for log in classes:
        # Rows with keys but no homework have a finding of their own.
        of_schools[log.key.school].update(log.days)
    for log in classes:
        key = log.key
        others = of_schools[key.school].difference(log.days)
        lacking = sorted(filter(calendar.is_school_day, others))
        if lacking:
            values: Values = {
                "cls": phrases.class_name(key.grade, key.name),
                "days": phrases.days(lacking),
            }
            about = About(key.school, key.grade, key.name)
            where = (Location(log.tables[0].of.table.source),)
            yield reading_finding("possible-gap", "", values, about, where, count=len(lacking))
