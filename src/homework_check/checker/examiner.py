"""Logs judged as they come: a school of one source need not wait for the other sources.

A district's sources are read for minutes; what each says by itself is found out meanwhile.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from homework_check.checker.classdays.gathered import Gathered, gather
from homework_check.checker.cover import cover_schools
from homework_check.checker.judge import Judge
from homework_check.checker.reading.findings import reading_findings
from homework_check.memo import Memo

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from datetime import date

    from homework_check.checker.cover import SchoolCover
    from homework_check.checker.tallies import ClassCount
    from homework_check.log import Log
    from homework_check.model import School
    from homework_check.report import ClassKey, DayResult, Finding
    from homework_check.rules.pack import RulePack
    from homework_check.settings import Settings

T = TypeVar("T")


class Examined(NamedTuple):
    """What a report needs of logs that were judged by themselves.

    `counts`, `days` and `not_judged` as in `Judged`; `findings` are by rules and about the
    reading. `covered` says what the logs of each school cover.
    """

    gathered: Gathered
    counts: Mapping[ClassKey, ClassCount]
    days: Mapping[ClassKey, Mapping[date, DayResult]]
    not_judged: frozenset[tuple[ClassKey, date]]
    findings: tuple[Finding, ...]
    covered: Mapping[School, SchoolCover]


class Examiner:
    """Examines logs one by one, and again together those that are about the same schools.

    Whoever calls keeps the logs: they are known by identity, since two may have one path.
    """

    def __init__(self, pack: RulePack, settings: Settings) -> None:
        self._settings = settings
        self._valid = pack.valid_from, pack.valid_to
        self._judge = Judge(pack.rules, settings)
        self._school_days: Memo[tuple[date, date], frozenset[date]] = Memo(
            lambda span: frozenset(settings.calendar.school_days(*span))
        )
        self._seen: set[School] = set()
        self._alone: dict[int, Examined] = {}

    @property
    def schools(self) -> AbstractSet[School]:
        """The schools of all logs that were looked at."""
        return self._seen

    def look_at(self, log: Log) -> None:
        """Examine a log by itself, unless one about its schools was there before."""
        schools = _schools(log)
        if self._seen.isdisjoint(schools):
            self._alone[id(log)] = self._examine([log])
        self._seen.update(schools)

    def examine(self, logs: Sequence[Log]) -> Examined:
        """What comes of all logs that count, in reading order."""
        sources = Counter(chain.from_iterable(map(_schools, logs)))
        alone, others = [], []
        for log in logs:
            known = self._alone.get(id(log))
            # Of logs that name no school, several may be of one class, as those of one school.
            if known and all(sources[s] == 1 and s.name for s in known.gathered.homework):
                alone.append(known)
            else:
                others.append(log)
        return _together([*alone, self._examine(others)] if others else alone, sources)

    def _examine(self, logs: Sequence[Log]) -> Examined:
        parts = [part for log in logs for part in log.parts]
        gathered = gather(parts, self._settings.period, self._valid)
        judged = self._judge.judge(gathered.classes)
        told = reading_findings(logs, gathered, judged, self._settings, self._valid)
        return Examined(
            gathered,
            judged.counts,
            judged.days,
            judged.not_judged,
            findings=(*judged.findings, *told),
            covered=cover_schools(gathered.classes, self._school_days),
        )


def _schools(log: Log) -> list[School]:
    """The schools of a log, each once, in reading order."""
    return list(dict.fromkeys(one.school for part in log.parts for one in part.classes))


def _together(parts: Sequence[Examined], schools: Iterable[School]) -> Examined:
    """What comes of several logs, or groups of logs, that have no school in common.

    `schools` are all of them, in reading order.
    """
    gathered = [part.gathered for part in parts]
    homework = {school: count for one in gathered for school, count in one.homework.items()}
    return Examined(
        Gathered(
            classes=_chain(one.classes for one in gathered),
            homeless=_chain(one.homeless for one in gathered),
            outside=_chain(one.outside for one in gathered),
            outside_pack=_chain(one.outside_pack for one in gathered),
            senior=_chain(one.senior for one in gathered),
            homework={school: homework[school] for school in schools},
        ),
        counts={key: count for part in parts for key, count in part.counts.items()},
        days={key: days for part in parts for key, days in part.days.items()},
        not_judged=frozenset(chain.from_iterable(part.not_judged for part in parts)),
        findings=_chain(part.findings for part in parts),
        covered={school: cover for part in parts for school, cover in part.covered.items()},
    )


def _chain(parts: Iterable[tuple[T, ...]]) -> tuple[T, ...]:
    return tuple(chain.from_iterable(parts))
