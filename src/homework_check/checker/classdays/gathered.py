"""Entries gathered into classes and class-days, over all sheets and sources of a school."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain, compress
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from homework_check.log import Run
from homework_check.memo import Memo
from homework_check.report import ClassKey

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from homework_check.log import Entries
    from homework_check.model import Entry, School, Unit, Work
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


class Logged(NamedTuple):
    """Runs of one class in a table, as in `ClassRuns`: those that count for it.

    `number` is the place of the table among all, from 0.
    """

    number: int
    of: Entries
    whose: tuple[School, int, tuple[str, ...]]
    days: tuple[date, ...]
    starts: Sequence[int]
    works: tuple[tuple[Work, ...], ...]


class ClassLog(NamedTuple):
    """All that is logged of one class: what each table has, in reading order.

    `days` are its dates, each once, in reading order; `works` is what the entries of each of them
    say about the work. A district has a million class-days, and nearly all of them are only
    counted: a `ClassDay` is made where one is looked at.
    """

    key: ClassKey
    tables: tuple[Logged, ...]
    days: tuple[date, ...]
    works: tuple[tuple[Work, ...], ...]

    def on(self, days: Iterable[date]) -> list[ClassDay]:
        """The class-days of some of its dates."""
        found: dict[date, list[Run]] = {day: [] for day in days}
        for table in self.tables:
            for day, start, works in zip(table.days, table.starts, table.works, strict=True):
                if day in found:
                    found[day].append(Run(table.of, (*table.whose, day), start, works))
        return [ClassDay(self.key, day, tuple(_in_order(runs))) for day, runs in found.items()]


class Gathered(NamedTuple):
    """All entries, sorted into what can be judged and what not.

    `homeless` have no class or date; `outside` lie outside the period due, `outside_pack`
    outside the pack's dates, `senior` in grades without any limit. `homework` counts each
    school's pieces of homework, wherever they were sorted.
    """

    classes: tuple[ClassLog, ...]
    homeless: tuple[Entry, ...]
    outside: tuple[Entry, ...]
    outside_pack: tuple[Entry, ...]
    senior: tuple[Entry, ...]
    homework: Mapping[School, int]

    @property
    def class_days(self) -> Iterator[ClassDay]:
        """Every class-day of every class."""
        return chain.from_iterable(log.on(log.days) for log in self.classes)


def gather(
    parts: Sequence[Entries], period: Period | None, valid: tuple[date, date | None]
) -> Gathered:
    """Sort entries into classes. Those of a whole grade count for each of its classes."""
    classes: dict[ClassKey, list[Logged]] = defaultdict(list)
    aside: dict[str, list[Run]] = defaultdict(list)
    named = _named_classes(parts)
    # The classes of a table mostly report the same days.
    reasons: Memo[tuple[int, tuple[date, ...]], list[str | None]] = Memo(
        lambda unit: [_why_aside(unit[0], day, period, valid) for day in unit[1]]
    )
    for number, part in enumerate(parts):
        for one in part.classes:
            school, grade, names, days, starts, works = one
            if grade is None or names is None or days is None:
                aside["homeless"] += part.runs_of(one)
                continue
            logged = Logged(number, part, (school, grade, names), days, starts, works)
            why = reasons[grade, days]
            if any(why):
                for reason, run in zip(why, part.runs_of(one), strict=True):
                    if reason:
                        aside[reason].append(run)
                logged = _only(logged, [n for n, reason in enumerate(why) if not reason])
            if logged.days:
                for name in names or named.get((school, grade)) or (None,):
                    classes[ClassKey(school, grade, name)].append(logged)
    return Gathered(
        classes=tuple(_class_log(key, tables) for key, tables in classes.items()),
        homeless=_entries(aside["homeless"]),
        outside=_entries(aside["outside"]),
        outside_pack=_entries(aside["outside_pack"]),
        senior=_entries(aside["senior"]),
        homework=_count_homework(parts),
    )


def _class_log(key: ClassKey, tables: Sequence[Logged]) -> ClassLog:
    first, *others = tables
    if not others and len({*first.days}) == len(first.days):
        return ClassLog(key, (first,), first.days, first.works)
    runs: dict[date, list[tuple[Work, ...]]] = defaultdict(list)
    for table in tables:
        for day, of_run in zip(table.days, table.works, strict=True):
            runs[day].append(of_run)
    works = tuple(tuple(chain.from_iterable(of_day)) for of_day in runs.values())
    return ClassLog(key, tuple(tables), tuple(runs), works)


def _only(logged: Logged, numbers: Sequence[int]) -> Logged:
    return logged._replace(
        days=tuple(logged.days[n] for n in numbers),
        starts=[logged.starts[n] for n in numbers],
        works=tuple(logged.works[n] for n in numbers),
    )


def _entries(runs: Sequence[Run]) -> tuple[Entry, ...]:
    return tuple(entry for run in _in_order(runs) for entry in run.entries)


def _in_order(runs: Sequence[Run]) -> Sequence[Run]:
    """Runs in reading order, but those of one unit together; of `runs` the tables are in order."""
    if len(runs) < 2:
        return runs
    tables = {of: number for number, of in enumerate(dict.fromkeys(run.of for run in runs))}
    by_unit: dict[Unit, list[Run]] = defaultdict(list)
    for run in sorted(runs, key=lambda run: (tables[run.of], run.start)):
        by_unit[run.unit].append(run)
    return [*chain.from_iterable(by_unit.values())]


def _why_aside(
    grade: int, day: date, period: Period | None, valid: tuple[date, date | None]
) -> str | None:
    if period is not None and day not in period:
        return "outside"
    first, last = valid
    if day < first or (last is not None and day > last):
        return "outside_pack"
    return "senior" if grade > 9 else None


def _count_homework(parts: Iterable[Entries]) -> dict[School, int]:
    homework: Counter[School] = Counter()
    for part in parts:
        silent = {work for work in part.works if not work.is_homework}
        for one in part.classes:
            homework[one.school] += sum(map(len, one.works))
            if silent:
                homework[one.school] -= sum(work in silent for run in one.works for work in run)
    return homework


def _named_classes(parts: Iterable[Entries]) -> dict[tuple[School, int | None], tuple[str, ...]]:
    """The classes that a school's log names, by grade, in reading order."""
    named: dict[tuple[School, int | None], dict[str, None]] = defaultdict(dict)
    for part in parts:
        for one in part.classes:
            for name in one.classes or ():
                named[one.school, one.grade][name] = None
    return {key: tuple(names) for key, names in named.items()}


def in_order(class_days: Iterable[ClassDay], classes: Iterable[ClassLog]) -> list[ClassDay]:
    """Class-days of `classes` in reading order of their first entries."""
    numbers = {logged.of: logged.number for log in classes for logged in log.tables}

    def place(class_day: ClassDay) -> tuple[int, int]:
        first = class_day.runs[0]
        return numbers[first.of], first.start

    return sorted(class_days, key=place)


def reported_days(classes: Iterable[ClassLog]) -> Iterator[tuple[ClassKey, tuple[date, ...]]]:
    """The dates of each class on which anything but keys without homework is logged."""
    is_whole: Memo[Entries, bool] = Memo(lambda entries: all(w.reported for w in entries.works))
    for log in classes:
        if all(is_whole[table.of] for table in log.tables):
            yield log.key, log.days
        else:
            has_any = [any(work.reported for work in works) for works in log.works]
            yield log.key, tuple(compress(log.days, has_any))


def find_rivals(classes: Iterable[ClassLog]) -> Rivals:
    """Find the class-days of which nobody can tell whether they are of one class or several."""
    groups: dict[tuple[object, ...], list[tuple[ClassKey, date]]] = defaultdict(list)
    for log in classes:
        key = log.key
        if key.school.name is None:
            folder = PurePosixPath(key.school.source or "").parent
            for day in log.days:
                groups[folder, key.grade, key.name, day].append((key, day))
    return {
        unit: tuple(str(other.school.source) for other, _ in units if other != unit[0])
        for units in groups.values()
        if len(units) > 1
        for unit in units
    }
