"""Logs of one school that call it in different ways; on a roster it has one name."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from homework_check.log import ClassRuns
from homework_check.memo import Memo
from homework_check.model import School, plain_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from homework_check.expected import ExpectedSchool, Roster
    from homework_check.log import Entries, Log

Whose: TypeAlias = "tuple[School, int | None, tuple[str, ...] | None]"
"""The school, grade and classes of `ClassRuns`."""


def join_roster(
    logs: Sequence[Log], roster: Roster
) -> tuple[list[Log], dict[School, ExpectedSchool]]:
    """Call every school of the roster in the logs as it is called there.

    Entries of a whole grade count for each of its classes on the roster, too. Beside the
    logs: the schools of the roster, by what they are called.
    """
    logged = {one[:3] for log in logs for part in log.parts for one in part.classes}
    expected = _called(roster, {whose[0] for whose in logged})
    called = {own: school for school, own in expected.items()}

    def school_of(school: School) -> School:
        own = roster.find(school)
        found = called[own] if own else school
        # Of two counties that one nameless row may mean, it is neither.
        return found if _agree(found.county, school.county) else school

    schools = Memo(school_of)
    named = _named_classes((schools[whose[0]], *whose[1:]) for whose in logged)

    def join(whose: Whose) -> Whose:
        school, grade, classes = schools[whose[0]], *whose[1:]
        own = expected.get(school)
        whole = own.classes_of(grade) if own and grade and classes == () else None
        if whole is not None:
            names = named.get((school, grade or 0), ())
            classes = tuple(dict.fromkeys((*names, *whole.names)))
        return school, grade, classes

    joined = Memo(join)
    return [_joined(log, joined) for log in logs], expected


def join_counties(logs: list[Log], schools: Iterable[School]) -> list[Log]:
    """Call a school that some logs name without a county as the one of that name that has one.

    `schools` are all those of the logs. Where two counties have one of the name, it is neither.
    """
    counties: dict[str | None, set[str]] = defaultdict(set)
    without: list[School] = []
    for school in schools:
        if school.county is not None:
            counties[school.name].add(school.county)
        elif school.name is not None:
            without.append(school)
    called = {s: s._replace(county=min(counties[s.name]))
              for s in without if len(counties.get(s.name, ())) == 1}  # fmt: skip
    if not called:
        return logs
    joined: Memo[Whose, Whose] = Memo(lambda whose: (called.get(whose[0], whose[0]), *whose[1:]))
    return [
        _joined(log, joined)
        if any(one.school in called for part in log.parts for one in part.classes)
        else log
        for log in logs
    ]


def _joined(log: Log, joined: Memo[Whose, Whose]) -> Log:
    def of_part(part: Entries) -> Entries:
        return replace(part, classes=tuple(map(of_class, part.classes)))

    def of_class(one: ClassRuns) -> ClassRuns:
        return ClassRuns(*joined[one[:3]], *one[3:])

    sheets = (s._replace(parts=tuple(of_part(part) for part in s.parts)) for s in log.sheets)
    return log._replace(sheets=tuple(sheets))


def _called(roster: Roster, schools: Iterable[School]) -> dict[School, ExpectedSchool]:
    """The schools of the roster; the county is the one that logs state, if it has none."""
    stated: dict[ExpectedSchool, dict[str, str]] = defaultdict(dict)
    for school in sorted(schools, key=repr):
        own = roster.find(school)
        if own is not None and own.county is None and school.county:
            stated[own].setdefault(plain_name(school.county), school.county)
    return {School(own.county or _only(stated.get(own, {})), own.name): own
            for own in roster.schools}  # fmt: skip


def _only(counties: Mapping[str, str]) -> str | None:
    return next(iter(counties.values())) if len(counties) == 1 else None


def _agree(called: str | None, stated: str | None) -> bool:
    return stated is None or (called is not None and plain_name(called) == plain_name(stated))


def _named_classes(logged: Iterable[Whose]) -> dict[tuple[School, int], tuple[str, ...]]:
    """The classes that a school's logs name, by grade."""
    named: dict[tuple[School, int], set[str]] = defaultdict(set)
    for school, grade, classes in logged:
        if grade:
            named[school, grade].update(classes or ())
    return {key: tuple(sorted(names)) for key, names in named.items()}
