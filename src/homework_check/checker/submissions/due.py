"""Which class-days are due in a period, and which of them have a report."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from homework_check.checker.classdays.gathered import reported_days
from homework_check.patterns import late_pattern
from homework_check.report import ClassKey

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from homework_check.checker.classdays.gathered import Gathered
    from homework_check.expected import ExpectedGrade, ExpectedSchool
    from homework_check.model import Entry, School, Unit
    from homework_check.settings import Settings

_OF_CAMPUS: Final = late_pattern(r".+[区校部点]\d+班")
_LAST_GRADE: Final = 9
"""Of the grades that rules are for."""


class ClassDue(NamedTuple):
    """The school days on which a class owes a report.

    `lacking` have none; of these, `in_doubt` are days that may have one which was not
    understood, or on which school may be off.
    """

    key: ClassKey
    days: tuple[date, ...]
    lacking: tuple[date, ...]
    in_doubt: frozenset[date]

    @property
    def reported(self) -> int:
        """On how many of the days there is a report."""
        return len(self.days) - len(self.lacking)


def find_due(
    gathered: Gathered,
    expected: Mapping[School, ExpectedSchool],
    unsure: Collection[School],
    days_of: Callable[[School], Sequence[date]],
    settings: Settings,
) -> dict[ClassKey, ClassDue]:
    """The classes that owe reports: those of the roster, else those of the logs.

    With a roster, schools that it does not name owe nothing. `unsure` are schools of which
    something came that was not read; `days_of` gives the school days due of a school.
    """
    reported = _reported(gathered)
    homeless: dict[School, set[Unit]] = defaultdict(set)
    for entry in gathered.homeless:
        homeless[entry.school].add(entry.unit)
    found: dict[ClassKey, ClassDue] = {}
    for key in _classes(reported, expected):
        days = days_of(key.school)
        lacking = tuple(day for day in days if day not in reported.get(key, ()))
        doubts = homeless[key.school]
        in_doubt = frozenset(
            day for day in lacking
            if key.school in unsure or settings.calendar.is_in_doubt(day)
            or any(_may_be(unit, key, day) for unit in doubts)
        )  # fmt: skip
        if days:
            found[key] = ClassDue(key, tuple(days), lacking, in_doubt)
    return found


def beyond_roster(
    keys: Iterable[ClassKey], expected: Mapping[School, ExpectedSchool]
) -> dict[School, int]:
    """How many classes logs have that the roster has not, by school."""
    classes = dict.fromkeys(key for key in keys if key.school in expected)
    due = {*_classes(classes, expected)}
    counts: dict[School, int] = defaultdict(int)
    for key in classes:
        counts[key.school] += key not in due
    return {school: count for school, count in counts.items() if count}


def _reported(gathered: Gathered) -> dict[ClassKey, set[date]]:
    """The days on which each class of the logs has a report; also those that have none now."""
    reported = {key: set(days) for key, days in reported_days(gathered.classes)}
    named = {key[:2] for key in reported}
    for entry in gathered.outside:
        for name in _names_of(entry, named):
            reported.setdefault(ClassKey(entry.school, entry.grade or 0, name), set())
    return reported


def _names_of(entry: Entry, named: Collection[tuple[object, ...]]) -> tuple[str | None, ...]:
    """The classes of an entry; of a whole grade whose classes are known, none has to be added."""
    if not entry.grade or entry.grade > _LAST_GRADE or entry.classes is None:
        return ()
    return entry.classes or (() if (entry.school, entry.grade) in named else (None,))


def _classes(
    logged: Iterable[ClassKey], expected: Mapping[School, ExpectedSchool]
) -> Iterator[ClassKey]:
    names: dict[tuple[School, int], list[str | None]] = defaultdict(list)
    for key in logged:
        own = expected.get(key.school)
        if own is not None and own.grades:
            names[key.school, key.grade].append(key.name)
        elif own is not None or not expected:
            yield key
    for school, own in expected.items():
        for grade in own.grades:
            if grade.grade <= _LAST_GRADE:
                for name in _expected_names(grade, names[school, grade.grade]):
                    yield ClassKey(school, grade.grade, name)


def _expected_names(grade: ExpectedGrade, logged: Sequence[str | None]) -> Iterator[str]:
    """Names of the classes as logs have them, as far as those can be told.

    Where the roster gives but a number of classes, names that are no numbers count as well;
    where it numbers them and logs count them by campus, the classes of campuses do.
    """
    others = [name for name in logged if name and not name.isdecimal()]
    if not grade.counted:
        are_numbers = all(name.isdecimal() for name in grade.names)
        others = [name for name in others if are_numbers and _OF_CAMPUS.fullmatch(name)]
    numbered = [name for name in grade.names if name in logged]
    missing = [name for name in grade.names if name not in logged]
    room = len(grade.names) - len(numbered)
    yield from (*numbered, *others[:room], *missing[: max(room - len(others), 0)])


def _may_be(unit: Unit, key: ClassKey, day: date) -> bool:
    """Whether an entry that has no class-day may be of this one."""
    _, grade, classes, stated = unit
    return (
        grade in {None, key.grade}
        and (not classes or key.name is None or key.name in classes)
        and stated in {None, day}
    )
