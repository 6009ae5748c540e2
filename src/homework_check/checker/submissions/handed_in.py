"""What each school handed in: received, partly received, unreadable, not filled in, missing ..."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from homework_check.checker.submissions.alike import candidates_of, find_near
from homework_check.checker.submissions.due import ClassDue, beyond_roster, find_due
from homework_check.checker.submissions.without_log import is_not_filled, schools_of_unread
from homework_check.handed_in import RosterResult, Submission, Submitted

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from homework_check.checker.classdays.gathered import Gathered
    from homework_check.checker.submissions.alike import Near
    from homework_check.expected import ExpectedSchool, Roster
    from homework_check.log import Log
    from homework_check.model import School
    from homework_check.report import ClassKey
    from homework_check.rules.pack import RulePack
    from homework_check.settings import Settings


class HandedIn(NamedTuple):
    """What is due and what came of it.

    `submissions` are of every school of the logs and of the roster, in reading order and then
    in that of the roster; empty without a roster and a period. `alike` says which names may
    stand for a school of which nothing came, `of_files` whose the sources are that hold no log.
    """

    due: Mapping[ClassKey, ClassDue]
    submissions: Mapping[School, Submission]
    alike: Mapping[School, tuple[str, ...]]
    of_files: Mapping[str, School | None]
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
    of_files = schools_of_unread(logs, dict.fromkeys((*schools, *expected)))
    if roster is not None:
        blank = {log.path for log in logs if log.path in of_files and is_not_filled(log)}
        schools = _states(schools, expected, of_files, blank)
    lost = [school for school, state in schools.items() if state is Submitted.MISSING]
    strangers = [s for s, state in schools.items() if state is Submitted.UNEXPECTED]
    alike = tuple(find_near(roster, expected, strangers, of_files, lost)) if roster else ()
    candidates = candidates_of(lost, alike)
    # What a school lacks may have come under a name that is only close to its own.
    near = chain.from_iterable(one.schools for one in alike)
    unsure = {*near, *filter(None, of_files.values())}
    days = _days(pack, settings)
    due = find_due(gathered, expected, unsure, lambda _: days, settings) if days else {}
    counted = dict(_counted(schools, due)) if roster or settings.period else {}
    result = _of_roster(roster, alike, gathered, expected) if roster else None
    return HandedIn(due, counted, candidates, of_files, result)


def _of_roster(
    roster: Roster,
    alike: tuple[Near, ...],
    gathered: Gathered,
    expected: Mapping[School, ExpectedSchool],
) -> RosterResult:
    beyond = beyond_roster((log.key for log in gathered.classes), expected)
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
    received: Iterable[School],
    expected: Iterable[School],
    of_files: Mapping[str, School | None],
    blank: Container[str],
) -> dict[School, Submitted]:
    """What is known of each school. Of the files without a log `blank` ones are not filled in."""
    sent = {*of_files.values()}
    unread = {school for path, school in of_files.items() if path not in blank}
    due = dict.fromkeys(expected)
    states = {
        school: Submitted.RECEIVED if school in due else Submitted.UNEXPECTED for school in received
    }
    for school in due:
        came = (
            Submitted.UNREADABLE if school in unread
            else Submitted.NOT_FILLED if school in sent
            else Submitted.MISSING
        )  # fmt: skip
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
