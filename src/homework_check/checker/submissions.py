"""What each school handed in: received, partly received, unreadable, missing, unexpected."""

from __future__ import annotations

from collections import defaultdict
from difflib import SequenceMatcher
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, NamedTuple

from homework_check.checker.due import ClassDue, beyond_roster, find_due
from homework_check.checker.sources import named_school
from homework_check.handed_in import Alike, RosterResult, Submission, Submitted
from homework_check.model import School, plain_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from homework_check.checker.units import Gathered
    from homework_check.expected import ExpectedSchool, Roster
    from homework_check.log import Log
    from homework_check.report import ClassKey
    from homework_check.rules.pack import RulePack
    from homework_check.settings import Settings

_MOST_OF_A_NAME: Final = 0.65


class _Near(NamedTuple):
    """A school or a file that the roster does not name, and schools there it may be of."""

    stranger: School
    schools: tuple[School, ...]

    @property
    def told(self) -> Alike:
        """The names, with the counties where they alone tell two schools apart."""
        name = str(self.stranger.name)
        by_county = any(school.name == name for school in self.schools)
        named = [_label(school) if by_county else str(school.name) for school in self.schools]
        return Alike(_label(self.stranger) if by_county else name, tuple(named))


def _label(school: School) -> str:
    return f"{school.county} {school.name}" if school.county else str(school.name)


class HandedIn(NamedTuple):
    """What is due and what came of it.

    `submissions` are of every school of the logs and of the roster, in reading order and then
    in that of the roster; empty without a roster and a period. `alike` says which names may
    stand for a school of which nothing came.
    """

    due: Mapping[ClassKey, ClassDue]
    submissions: Mapping[School, Submission]
    alike: Mapping[School, tuple[str, ...]]
    roster: RosterResult | None = None

    @property
    def lacking(self) -> Iterator[ClassKey]:
        """Classes with days that are due and have no report."""
        return (key for key, due in self.due.items() if due.lacking)


def hand_in(  # noqa: PLR0913  all that was expected and all that came
    logs: Sequence[Log],
    gathered: Gathered,
    roster: Roster | None,
    expected: Mapping[School, ExpectedSchool],
    pack: RulePack,
    settings: Settings,
) -> HandedIn:
    """Compare what came with what is due. `expected` are the schools of the roster."""
    schools = dict.fromkeys(gathered.homework, Submitted.RECEIVED)
    unread = [log.path for log in logs if not any(log.parts)]
    of_files = {path: named_school(path, [*schools, *expected]) for path in unread}
    if roster is not None:
        schools = _states(schools, expected, of_files.values())
    lost = [school for school, state in schools.items() if state is Submitted.MISSING]
    strangers = [s for s, state in schools.items() if state is Submitted.UNEXPECTED]
    alike = tuple(_near(roster, expected, strangers, of_files, lost)) if roster else ()
    candidates = _candidates(lost, alike)
    unsure = {*candidates, *filter(None, of_files.values())}
    due = find_due(gathered, expected, unsure, _days(pack, settings), settings)
    counted = dict(_counted(schools, due)) if roster or settings.period else {}
    result = _of_roster(roster, alike, gathered, expected) if roster else None
    return HandedIn(due, counted, candidates, result)


def _of_roster(
    roster: Roster,
    alike: tuple[_Near, ...],
    gathered: Gathered,
    expected: Mapping[School, ExpectedSchool],
) -> RosterResult:
    beyond = beyond_roster((day.key for day in gathered.class_days), expected)
    classes = tuple((str(school.name), count) for school, count in beyond.items())
    told = tuple(near.told for near in alike if near.schools)
    return RosterResult(roster.path, len(roster.schools), told, classes, roster.remarks)


def _days(pack: RulePack, settings: Settings) -> list[date]:
    """The school days that are due, as far as the pack is in force."""
    if settings.period is None:
        return []
    last = pack.valid_to or settings.period.last
    days = settings.calendar.school_days(*settings.period)
    return [day for day in days if pack.valid_from <= day <= last]


def _states(
    received: Iterable[School], expected: Iterable[School], of_files: Iterable[School | None]
) -> dict[School, Submitted]:
    unread = {*of_files}
    due = dict.fromkeys(expected)
    states = {
        school: Submitted.RECEIVED if school in due else Submitted.UNEXPECTED for school in received
    }
    for school in due:
        came = Submitted.UNREADABLE if school in unread else Submitted.MISSING
        states.setdefault(school, came)
    return states


def _counted(
    schools: Mapping[School, Submitted], due: Mapping[ClassKey, ClassDue]
) -> Iterator[tuple[School, Submission]]:
    by_school: dict[School, list[ClassDue]] = defaultdict(list)
    for key, of_class in due.items():
        by_school[key.school].append(of_class)
    for school, state in schools.items():
        classes = by_school.get(school)
        if classes is None:
            yield school, Submission(state)
            continue
        days, reported = sum(len(c.days) for c in classes), sum(c.reported for c in classes)
        partly = state is Submitted.RECEIVED and reported < days
        yield school, Submission(Submitted.PARTLY_RECEIVED if partly else state, days, reported)


def _near(
    roster: Roster,
    expected: Mapping[School, ExpectedSchool],
    strangers: Iterable[School],
    of_files: Mapping[str, School | None],
    lost: Sequence[School],
) -> Iterator[_Near]:
    """Names and files that are not joined with the school of the roster they may be meant for."""
    called = {own: school for school, own in expected.items()}
    for school in strangers:
        if school.name is not None:
            yield _Near(school, tuple(called[own] for own in roster.alike(school.name)))
    nameless = [str(school.source) for school in strangers if school.name is None]
    unread = [path for path, named in of_files.items() if named is None]
    for path in (*nameless, *unread):
        text = plain_name(PurePosixPath(path).name)
        found = [s for s in lost if _is_mostly_in(plain_name(str(s.name)), text)]
        yield _Near(School(None, path), tuple(found))


def _is_mostly_in(name: str, text: str) -> bool:
    if name[:2] not in text:
        return False
    matching = SequenceMatcher(None, name, text, autojunk=False).get_matching_blocks()
    return sum(block.size for block in matching) >= _MOST_OF_A_NAME * len(name)


def _candidates(lost: Iterable[School], alike: Iterable[_Near]) -> dict[School, tuple[str, ...]]:
    """The names that may stand for each school of which nothing came."""
    found: dict[School, list[str]] = defaultdict(list)
    for near in alike:
        for school in near.schools:
            found[school].append(near.told.name)
    return {school: tuple(found[school]) for school in lost if school in found}
