"""What became of a source: its sheets, the tables in them, and their entries."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain, compress, pairwise
from operator import attrgetter, ne
from sys import intern
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, overload

from homework_check.model import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from homework_check.model import Remark, School, Unit, Work
    from homework_check.table import Table
    from homework_check.workbook import Unreadable

_START = attrgetter("start")


class ClassRuns(NamedTuple):
    """What a table logs of one class: on each of `days` a run of entries.

    A run are entries of one unit that follow each other. The run from the index in `starts` on
    has one entry for each of its `works`. A day that other entries interrupt has several runs.
    `school`, `grade` and `classes` are the unit's; `days` None: no date was understood.
    """

    school: School
    grade: int | None
    classes: tuple[str, ...] | None
    days: tuple[date, ...] | None
    starts: Sequence[int]
    works: tuple[tuple[Work, ...], ...]


class Run(NamedTuple):
    """Entries of one unit that follow each other from index `start` on: one for each work."""

    of: Entries
    unit: Unit
    start: int
    works: tuple[Work, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries themselves."""
        return tuple(map(self.entry, range(len(self.works))))

    @property
    def span(self) -> range:
        """The indexes of the entries."""
        return range(self.start, self.start + len(self.works))

    @property
    def cells(self) -> list[str]:
        """The cells of the entries, as in their locations."""
        rows = (self.of.rows[index] for index in self.span)
        return [f"{work.column}{row}" for work, row in zip(self.works, rows, strict=True)]

    def entry(self, number: int) -> Entry:
        """Make one of the entries, counted from 0."""
        of, index = self.of, self.start + number
        problems = of.problems.get(index, ())
        content, work = of.contents[index], self.works[number]
        return Entry(of.table, of.rows[index], self.unit, content, work, problems)


@dataclass(frozen=True, slots=True, eq=False)
class Entries(Sequence[Entry]):
    """The entries of one table, in reading order.

    They are kept in columns, and `Entry` is made where one is looked at: the logs of a whole
    district are in memory at once, and few of their entries have to be. `rows` and `contents`
    have one item an entry; what else an entry says stands once for each run, by class, and of the
    whole table in `works`. `problems` are those of the entry at an index; nearly all have none.
    """

    table: Table
    rows: Sequence[int] = ()
    contents: tuple[str, ...] = ()
    classes: tuple[ClassRuns, ...] = ()
    works: frozenset[Work] = frozenset()
    problems: Mapping[int, tuple[Remark, ...]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.contents)

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Entry, ...]: ...
    def __getitem__(self, index: int | slice) -> Entry | tuple[Entry, ...]:
        if isinstance(index, slice):
            return tuple(self._at(range(len(self))[index]))
        return next(self._at([range(len(self))[index]]))

    def __iter__(self) -> Iterator[Entry]:
        return chain.from_iterable(run.entries for run in self.runs())

    def __reduce__(self) -> tuple[Any, ...]:
        kept = self.table, self.rows, self.contents, self.classes, self.works, self.problems
        return _received, kept

    def _at(self, indexes: Iterable[int]) -> Iterator[Entry]:
        runs = self.runs()
        for index in indexes:
            run = runs[bisect_right(runs, index, key=_START) - 1]
            yield run.entry(index - run.start)

    @classmethod
    def of(cls, table: Table, entries: Iterable[Entry]) -> Entries:
        """Keep `entries`, all of them of `table`."""
        each = tuple(entries)
        return cls(
            table,
            array("I", (entry.row for entry in each)),
            tuple(entry.content for entry in each),
            by_class([entry.unit for entry in each], [entry.work for entry in each]),
            frozenset(entry.work for entry in each),
            {index: entry.problems for index, entry in enumerate(each) if entry.problems},
        )

    def runs(self) -> list[Run]:
        """All runs, in reading order."""
        return sorted(chain.from_iterable(map(self.runs_of, self.classes)), key=_START)

    def runs_of(self, one: ClassRuns) -> Iterator[Run]:
        """The runs of one of `classes`, in reading order."""
        days = one.days or (None,) * len(one.starts)
        for day, start, works in zip(days, one.starts, one.works, strict=True):
            yield Run(self, (one.school, one.grade, one.classes, day), start, works)

    def count_homework(self) -> int:
        """How many entries are homework, and not only the statement that there was none."""
        if all(work.is_homework for work in self.works):
            return len(self)
        return sum(entry.work.is_homework for entry in self)

    def with_problems(self) -> Iterator[Entry]:
        """The entries that have problems."""
        return self._at(self.problems) if self.problems else iter(())

    def unreported(self) -> Iterator[Entry]:
        """The entries of keys without homework."""
        if all(work.reported for work in self.works):
            return iter(())
        return (entry for entry in self if not entry.work.reported)


def by_class(
    units: Sequence[Unit], works: Sequence[Work], starts: Iterable[int] | None = None
) -> tuple[ClassRuns, ...]:
    """The runs of each class; `units` and `works` have one item an entry.

    No run begins but at one of `starts`; None: anywhere. Alike runs share their works and
    classes their days, so that each crosses a pipe once.
    """
    found: dict[Any, list[tuple[date | None, int, tuple[Work, ...]]]] = defaultdict(list)
    shared: dict[Any, Any] = {}
    places = range(len(units)) if starts is None else list(starts)
    met = list(map(units.__getitem__, places))
    changes = compress(places, map(ne, met, (None, *met)))
    for start, stop in pairwise((*changes, len(units))):
        school, grade, classes, day = units[start]
        run = tuple(works[start:stop])
        whose = school, grade, classes, day is None
        found[whose].append((day, start, shared.setdefault(run, run)))
    each = []
    for (school, grade, classes, undated), runs in found.items():
        days, begins, said = zip(*runs, strict=True)
        dated = None if undated else shared.setdefault(days, days)
        each.append(ClassRuns(school, grade, classes, dated, array("I", begins), said))
    return tuple(each)


def _received(table: Table, rows: Any, contents: tuple[str, ...], *others: Any) -> Entries:
    """Entries that come from a worker: sources have many contents in common."""
    return Entries(table, rows, tuple(map(intern, contents)), *others)


class Answer(NamedTuple):
    """What a school wrote to a row of the list of its marked copy: class, ISO day and cells there.

    Each is as the list shows it, blank where it shows none.
    """

    class_: str
    day: str
    cells: str
    text: str


class SheetLog(NamedTuple):
    """What became of a sheet. `reason` and `seen` (header texts) explain a ``no-log``.

    `answers` are those of the list of a marked copy. `remarks_of_parts` are about each of the
    `parts` as a whole; one may be about several.
    """

    name: str
    status: Literal["read", "empty", "no-log"]
    reason: str | None = None
    hidden: bool = False
    range: str | None = None
    seen: tuple[str, ...] = ()
    parts: tuple[Entries, ...] = ()
    remarks_of_parts: tuple[tuple[Remark, ...], ...] = ()
    answers: tuple[Answer, ...] = ()

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables found in the sheet, each with its entries in `parts`."""
        return tuple(part.table for part in self.parts)

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """The remarks about tables as a whole, each once."""
        return tuple(dict.fromkeys(chain.from_iterable(self.remarks_of_parts)))

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries of all tables."""
        return tuple(chain.from_iterable(self.parts))


class Log(NamedTuple):
    """A source as understood. `unreadable` None: its sheets were read."""

    path: str
    sha256: str | None
    format: str | None
    encoding: str | None
    sheets: tuple[SheetLog, ...] = ()
    unreadable: Unreadable | None = None

    @property
    def parts(self) -> tuple[Entries, ...]:
        """The entries of every table of the source."""
        return tuple(part for sheet in self.sheets for part in sheet.parts)
