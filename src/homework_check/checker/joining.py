"""Logs whose schools are on a roster: there each school and its classes have one name."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from homework_check.memo import Memo
from homework_check.model import School, plain_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from homework_check.expected import ExpectedSchool, Roster
    from homework_check.log import Entries, Log
    from homework_check.model import Unit


def join_roster(
    logs: Sequence[Log], roster: Roster
) -> tuple[tuple[Log, ...], dict[School, ExpectedSchool]]:
    """Call every school of the roster in the logs as it is called there.

    Entries of a whole grade count for each of its classes on the roster, too. Beside the
    logs: the schools of the roster, by what they are called.
    """
    units = {unit for log in logs for part in log.parts for unit in set(part.units)}
    expected = _called(roster, {unit[0] for unit in units})
    called = {own: school for school, own in expected.items()}

    def school_of(school: School) -> School:
        own = roster.find(school)
        found = called[own] if own else school
        # Of two counties that one nameless row may mean, it is neither.
        return found if _agree(found.county, school.county) else school

    schools = Memo(school_of)
    named = _named_classes((schools[unit[0]], *unit[1:]) for unit in units)

    def join(unit: Unit) -> Unit:
        school, grade, classes, day = schools[unit[0]], *unit[1:]
        own = expected.get(school)
        whole = own.classes_of(grade) if own and grade and classes == () else None
        if whole is not None:
            names = named.get((school, grade or 0), ())
            classes = tuple(dict.fromkeys((*names, *whole.names)))
        return school, grade, classes, day

    joined = Memo(join)
    return tuple(_joined(log, joined) for log in logs), expected


def _joined(log: Log, joined: Memo[Unit, Unit]) -> Log:
    def of_part(part: Entries) -> Entries:
        return replace(part, units=tuple(joined.all(part.units)))

    sheets = (replace(s, parts=tuple(of_part(part) for part in s.parts)) for s in log.sheets)
    return replace(log, sheets=tuple(sheets))


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


def _named_classes(units: Iterable[Unit]) -> dict[tuple[School, int], tuple[str, ...]]:
    """The classes that a school's logs name, by grade."""
    named: dict[tuple[School, int], set[str]] = defaultdict(set)
    for school, grade, classes, _ in units:
        if grade:
            named[school, grade].update(classes or ())
    return {key: tuple(sorted(names)) for key, names in named.items()}
