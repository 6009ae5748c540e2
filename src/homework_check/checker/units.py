"""Entries gathered into class-days, over all sheets and sources of a school."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import groupby
from operator import attrgetter
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from homework_check.memo import Memo
from homework_check.report import ClassKey

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from homework_check.model import Entry, School, Unit, Work
    from homework_check.settings import Period


_UNIT: Callable[[Entry], Unit] = attrgetter("unit")
_WORK: Callable[[Entry], Work] = attrgetter("work")
_IS_HOMEWORK: Callable[[Work], bool] = attrgetter("is_homework")


Rivals: TypeAlias = "Mapping[tuple[ClassKey, date], tuple[str, ...]]"
"""Class-days that several sources without a school's name report in one folder, with the others."""


class ClassDay(NamedTuple):
    """One class on one date, with all entries that count for it, in reading order."""

    key: ClassKey
    day: date
    entries: tuple[Entry, ...]


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
    entries: Iterable[Entry], period: Period | None, valid: tuple[date, date | None]
) -> Gathered:
    """Sort entries into class-days. Entries of a whole grade count for each of its classes."""
    grouped: dict[Unit, list[Entry]] = defaultdict(list)
    homework: Counter[School] = Counter()
    is_homework = Memo(_IS_HOMEWORK)
    for unit, together in groupby(entries, _UNIT):
        group = list(together)
        grouped[unit] += group
        homework[unit[0]] += sum(map(is_homework.__getitem__, map(_WORK, group)))
    homeless: list[Entry] = []
    aside: dict[str, list[Entry]] = defaultdict(list)
    named = _named_classes(grouped)
    days: dict[tuple[ClassKey, date], list[Entry]] = defaultdict(list)
    for (school, grade, classes, day), group in grouped.items():
        if grade is None or classes is None or day is None:
            homeless += group
            continue
        if why := _why_aside(grade, day, period, valid):
            aside[why] += group
            continue
        names: tuple[str | None, ...] = classes or named.get((school, grade)) or (None,)
        for name in names:
            days[ClassKey(school, grade, name), day] += group
    return Gathered(
        class_days=tuple(ClassDay(key, day, tuple(group)) for (key, day), group in days.items()),
        homeless=tuple(homeless),
        outside=tuple(aside["outside"]),
        before_pack=tuple(aside["before_pack"]),
        senior=tuple(aside["senior"]),
        homework=homework,
    )


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
