"""Days that a class may have left out: others of its school have a report."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from homework_check.checker.reading.wording import About, reading_finding
from homework_check.checker.submissions.due import find_due
from homework_check.messages import phrases
from homework_check.model import Location

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from homework_check.checker.classdays.gathered import ClassLog, Gathered
    from homework_check.expected import ExpectedSchool
    from homework_check.model import School
    from homework_check.report import ClassKey, Finding
    from homework_check.settings import Calendar, Settings
    from homework_check.text import Values


def find_gaps(classes: Sequence[ClassLog], calendar: Calendar) -> Iterator[Finding]:
    """One finding for each class that lacks school days on which others of its school have one.

    For logs of which nothing says what is due; where a period does, a rule judges that.
    """
    of_schools = _days_of_schools(classes)
    for log in classes:
        others = of_schools[log.key.school].difference(log.days)
        lacking = sorted(filter(calendar.is_school_day, others))
        if lacking:
            yield _gap(log.key, lacking, log.tables[0].of.table.source)


def find_classes_without_log(
    gathered: Gathered, expected: Mapping[School, ExpectedSchool], settings: Settings
) -> Iterator[Finding]:
    """One finding for each class of the roster of which nothing came, where others' days tell.

    What was not understood may be of it, and what is of a whole grade is.
    """
    if settings.period is not None or not expected:
        return
    on = {
        school: sorted(filter(settings.calendar.is_school_day, days))
        for school, days in _days_of_schools(gathered.classes).items()
    }
    logged = {log.key for log in gathered.classes}
    sources = {log.key.school: log.tables[0].of.table.source for log in gathered.classes}
    due = find_due(gathered, expected, (), lambda school: on.get(school, ()), settings)
    for key, of_class in due.items():
        lacking = [day for day in of_class.lacking if day not in of_class.in_doubt]
        whole = key._replace(name=None)
        if lacking and key not in logged and whole not in logged:
            yield _gap(key, lacking, sources[key.school])


def _days_of_schools(classes: Iterable[ClassLog]) -> Mapping[School, set[date]]:
    """The days on which any class has a row; one without homework has a finding of its own."""
    of_schools: dict[School, set[date]] = defaultdict(set)
    for log in classes:
        of_schools[log.key.school].update(log.days)
    return of_schools


def _gap(key: ClassKey, lacking: Sequence[date], source: str) -> Finding:
    values: Values = {
        "cls": phrases.class_name(key.grade, key.name),
        "days": phrases.days(lacking),
    }
    about = About(key.school, key.grade, key.name)
    where = (Location(source),)
    return reading_finding("possible-gap", "", values, about, where, count=len(lacking))
