"""What became of a source: its sheets, the tables in them, and their entries."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain, groupby
from typing import TYPE_CHECKING, Literal, NamedTuple, overload

from homework_check.model import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from homework_check.model import Remark, Table, Unit, Work
    from homework_check.workbook import Unreadable


@dataclass(frozen=True, slots=True, eq=False)
class Entries(Sequence[Entry]):
    """The entries of one table, in reading order.

    They are kept in columns, one item an entry, and `Entry` is made where one is looked at:
    a long log has many entries, of which few have to be. `rows` best come as an array, since
    the logs of a whole district are in memory at once. `problems` are those of the entry at
    an index; nearly all have none.
    """

    table: Table
    rows: Sequence[int] = ()
    units: tuple[Unit, ...] = ()
    works: tuple[Work, ...] = ()
    contents: tuple[str, ...] = ()
    problems: Mapping[int, tuple[Remark, ...]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.units)

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Entry, ...]: ...
    def __getitem__(self, index: int | slice) -> Entry | tuple[Entry, ...]:
        if isinstance(index, slice):
            return tuple(map(self._entry, range(len(self))[index]))
        return self._entry(range(len(self))[index])

    def __iter__(self) -> Iterator[Entry]:
        return map(self._entry, range(len(self)))

    def _entry(self, index: int) -> Entry:
        return Entry(
            self.table,
            self.rows[index],
            self.units[index],
            self.contents[index],
            self.works[index],
            self.problems.get(index, ()),
        )

    @classmethod
    def of(cls, table: Table, entries: Iterable[Entry]) -> Entries:
        """The columns of `entries`, all of them of `table`."""
        each = tuple(entries)
        return cls(
            table,
            array("I", (entry.row for entry in each)),
            tuple(entry.unit for entry in each),
            tuple(entry.work for entry in each),
            tuple(entry.content for entry in each),
            {index: entry.problems for index, entry in enumerate(each) if entry.problems},
        )

    def runs(self) -> Iterator[tuple[Unit, Run]]:
        """The entries, those of one unit that follow each other together."""
        start = 0
        for unit, same in groupby(self.units):
            stop = start + len(list(same))
            yield unit, Run(self, start, stop)
            start = stop

    def with_problems(self) -> Iterator[Entry]:
        """The entries that have problems."""
        return map(self._entry, self.problems)

    def unreported(self) -> Iterator[Entry]:
        """The entries of keys without homework."""
        silent = {work for work in set(self.works) if not work.reported}
        found = (index for index, work in enumerate(self.works) if work in silent)
        return map(self._entry, found if silent else ())


class Run(NamedTuple):
    """Entries of one unit that follow each other, from index `start` to before `stop`."""

    of: Entries
    start: int
    stop: int

    @property
    def works(self) -> tuple[Work, ...]:
        """What the entries say about the work."""
        return self.of.works[self.start : self.stop]

    @property
    def contents(self) -> tuple[str, ...]:
        """The contents of the entries."""
        return self.of.contents[self.start : self.stop]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries themselves."""
        return self.of[self.start : self.stop]


@dataclass(frozen=True, slots=True)
class SheetLog:
    """What became of a sheet. `reason` and `seen` (header texts) explain a ``no-log``."""

    name: str
    status: Literal["read", "empty", "no-log"]
    reason: str | None = None
    hidden: bool = False
    range: str | None = None
    seen: tuple[str, ...] = ()
    parts: tuple[Entries, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables found in the sheet, each with its entries in `parts`."""
        return tuple(part.table for part in self.parts)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries of all tables."""
        return tuple(chain.from_iterable(self.parts))


@dataclass(frozen=True, slots=True)
class Log:
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
