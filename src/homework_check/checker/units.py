"""Entries gathered into class-days, over all sheets and sources of a school."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from homework_check.report import ClassKey

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from homework_check.log import Entries, Run
    from homework_check.model import Entry, School, Table, Unit
    from homework_check.settings import Period


Rivals: TypeAlias = "Mapping[tuple[ClassKey, date], tuple[str, ...]]"
"""Class-days that several sources without a school's name report in one folder, with the others."""


class ClassDay(NamedTuple):
    """One class on one date, with all entries that count for it, in reading order."""

    key: ClassKey
    day: date
    runs: tuple[Run, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries themselves."""
        return tuple(entry for run in self.runs for entry in run.entries)

    @property
    def tables(self) -> frozenset[Table]:
        """The tables that the entries stand in."""
        return frozenset(run.of.table for run in self.runs)

    @property
    def is_reported(self) -> bool:
        """Whether anything but keys without homework is logged."""
        return any(work.reported for run in self.runs for work in run.works)


class Gathered(NamedTuple):
    """All entries, sorted into what can be judged and what not.

    `homeless` have no class or date; `outside` lie outside the period due, `before_pack`
    outside the pack's dates, `senior` in grades without any limit. `homework` counts each
    school's pieces of homework, wherever they were sorted.
    """

    class_days: tuple[ClassDay, ...]
    homeless: tuple[Entry, ...]
    outside: tuple[Entry, ...]
    before_pack: tuple[Entry, ...]
    senior: tuple[Entry, ...]
    homework: Mapping[School, int]


def gather(
    parts: Iterable[Entries], period: Period | None, valid: tuple[date, date | None]
) -> Gathered:
    """Sort entries into class-days. Entries of a whole grade count for each of its classes."""
    grouped: dict[Unit, list[Run]] = defaultdict(list)
    homework: Counter[School] = Counter()
    for part in parts:
        silent = {work for work in set(part.works) if not work.is_homework}
        for unit, run in part.runs():
            grouped[unit].append(run)
            homework[unit[0]] += len(run.works)
            if silent:
                homework[unit[0]] -= sum(work in silent for work in run.works)
    homeless: list[Run] = []
    aside: dict[str, list[Run]] = defaultdict(list)
    named = _named_classes(grouped)
    days: dict[tuple[ClassKey, date], list[Run]] = defaultdict(list)
    for (school, grade, classes, day), runs in grouped.items():
        if grade is None or classes is None or day is None:
            homeless += runs
            continue
        if why := _why_aside(grade, day, period, valid):
            aside[why] += runs
            continue
        names: tuple[str | None, ...] = classes or named.get((school, grade)) or (None,)
        for name in names:
            days[ClassKey(school, grade, name), day] += runs
    return Gathered(
        class_days=tuple(ClassDay(key, day, tuple(runs)) for (key, day), runs in days.items()),
        homeless=_entries(homeless),
        outside=_entries(aside["outside"]),
        before_pack=_entries(aside["before_pack"]),
        senior=_entries(aside["senior"]),
        homework=homework,
    )


def _entries(runs: Iterable[Run]) -> tuple[Entry, ...]:
    return tuple(entry for run in runs for entry in run.entries)


def _why_aside(
    grade: int, day: date, period: Period | None, valid: tuple[date, date | None]
) -> str | None:
    if period is not None and day not in period:
        return "outside"
    first, last = valid
    if day < first or (last is not None and day > last):
        return "before_pack"
    return "senior" if grade > 9 else None


def _named_classes(units: Iterable[Unit]) -> dict[tuple[School, int | None], tuple[str, ...]]:
    """The classes that a school's log names, by grade, in reading order."""
    named: dict[tuple[School, int | None], dict[str, None]] = defaultdict(dict)
    for school, grade, classes, _ in units:
        for name in classes or ():
            named[school, grade][name] = None
    return {key: tuple(names) for key, names in named.items() if names}


def find_rivals(class_days: Iterable[ClassDay]) -> Rivals:
    """Find the class-days of which nobody can tell whether they are of one class or several."""
    groups: dict[tuple[object, ...], list[tuple[ClassKey, date]]] = defaultdict(list)
    for class_day in class_days:
        key = class_day.key
        if key.school.name is None:
            folder = PurePosixPath(key.school.source or "").parent
            groups[folder, key.grade, key.name, class_day.day].append((key, class_day.day))
    return {
        unit: tuple(str(other.school.source) for other, _ in units if other != unit[0])
        for units in groups.values()
        if len(units) > 1
        for unit in units
    }
