"""What was understood: entries, and what is kept of a table.

Everything is frozen. Minutes are whole tenths of a minute (``int``) between the
stages, so that sums are exact; they become minutes only where a report is made.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet


class Verdict(StrEnum):
    """The outcome for one unit, or for all of them together."""

    __hash__ = str.__hash__

    KEPT = "kept"
    BROKEN = "broken"
    UNDECIDED = "undecided"


class Severity(StrEnum):
    """How much a finding weighs. Never compare with ``<``: text sorts differently."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Form(StrEnum):
    """Whether homework is done in writing."""

    __hash__ = str.__hash__  # Enum's own is slow, and entries are grouped by it

    WRITTEN = "written"
    OTHER = "other"


class Place(StrEnum):
    """Where homework is done. `EITHER`: at home or in school, in no case inside a lesson."""

    __hash__ = str.__hash__

    HOME = "home"
    SCHOOL = "school"
    LESSON = "lesson"
    EITHER = "home-or-school"

    @classmethod
    def among(cls, places: AbstractSet[Place]) -> Place | None:
        """The place of work that is done at any of `places`; None: unknown."""
        if places <= {cls.HOME, cls.SCHOOL, cls.EITHER} and len(places) > 1:
            return cls.EITHER
        return next(iter(places)) if len(places) == 1 else None


class Amount(NamedTuple):
    """Least and greatest possible tenths: of minutes, of entries or of days, as is counted.

    `high` None: unknown, may be any.
    """

    low: int
    high: int | None


NOTHING = Amount(0, 0)
UNKNOWN = Amount(0, None)


class School(NamedTuple):
    """Who a log is of. A source that names no school is a school of its own: `source`."""

    county: str | None
    name: str | None
    source: str | None = None


def plain_name(name: str) -> str:
    """Give a name as it is compared: NFKC, without blanks."""
    return "".join(unicodedata.normalize("NFKC", name).split())


class Location(NamedTuple):
    """Where something stands: `cell` is Excel's own address, or None for the whole source.

    `minutes` are tenths and stand for what this cell contributes; None if unknown or
    not a matter of minutes. `content` is what the entry says, where that is what counts.
    """

    source: str
    sheet: str | None = None
    cell: str | None = None
    subject: str | None = None
    minutes: int | None = None
    content: str | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about the reading that has to be told: a finding in the making.

    `rule` is an id of the reading findings, `case` the variant of its message, `values`
    the placeholders. A remark of an entry stands at the entry; others at their table.
    """

    rule: str
    case: str = ""
    values: tuple[tuple[str, str], ...] = ()
    locations: tuple[Location, ...] = ()
    field: str | None = None
    value: str | None = None


class LeftOut(NamedTuple):
    """A row (of a transposed table a column) that is no entry, and why: an id of the catalogue."""

    row: int
    reason: str


class ColumnUse(NamedTuple):
    """How one column was understood. `field` None: not used; `evidence` an id with counts.

    `works` are the letters of the columns of work that it is of, if it is not of all.
    """

    letter: str
    header: str
    field: str | None
    evidence: str
    counts: tuple[tuple[str, int], ...] = ()
    works: tuple[str, ...] = ()


class Inherited(NamedTuple):
    """A value taken from outside the rows: what, where it is stated, and in which words."""

    field: str
    value: str
    where: str
    text: str = ""


Role: TypeAlias = Literal["sums", "version", "revision"]
"""What a table is beside others: their sums, a version of one, or in a file that is one (更正)."""


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """One log inside a sheet: how it was understood, without its entries."""

    source: str
    sheet: str | None
    range: str
    layout: Literal["list", "week-matrix", "class-matrix"]
    header_rows: tuple[int, ...]
    columns: tuple[ColumnUse, ...]
    inherited: tuple[Inherited, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    missing: frozenset[str] = frozenset()
    """Fields that nothing in the table or around it states."""
    assumed: frozenset[str] = frozenset()
    """Fields that an assumption in force filled for the whole table."""
    transposed: bool = False
    """Each entry is a column, and the letters of its `columns` are the numbers of rows."""
    roles: frozenset[Role] = frozenset()
    """What its titles and names call it."""

    @property
    def holds_sums(self) -> bool:
        """Whether it is said to hold sums, in a title, a name or a column of totals."""
        return "sums" in self.roles or any(use.evidence == "total" for use in self.columns)

    def letter(self, field: str, work: str | None = None) -> str | None:
        """The letter of the column that gives `field`; None where the table has none.

        `work` is the column of the work that it is asked for, as several may have their own.
        """
        uses = [use for use in self.columns if use.field == field]
        own = (use.letter for use in uses if work in use.works)
        return next(own, uses[0].letter if uses else None)


Unit: TypeAlias = tuple[School, int | None, tuple[str, ...] | None, date | None]
"""School, grade, classes and date of an entry."""


@dataclass(frozen=True, slots=True, eq=False)
class Work:
    """What alike rows say about the work; they share one value, which is known by identity.

    `form` and `place` None: unknown. `none`: the log says there was no homework; `reported` False:
    keys without homework. `subject` None: of no subject, or not stated. `column` is the letter of
    the cell to look at: minutes where there is a column, else content. `marked` and `posted` are
    ``yes``, ``no``, ``38/40`` or the text that was not understood (empty: blank), None without such
    a column. Whether it counts is open if `doubtful`, by a note, or `maybe_none`, by its head.
    """

    column: str
    minutes: Amount
    subject: str | None = None
    form: Form | None = None
    place: Place | None = None
    choice: str | None = None
    layer: str | None = None
    marked: str | None = None
    posted: str | None = None
    none: bool = False
    reported: bool = True
    covers_days_off: bool = False
    vacation: bool = False
    doubtful: bool = False
    maybe_none: bool = False

    @property
    def is_homework(self) -> bool:
        """Whether homework was set: neither "none" nor a row that reports nothing."""
        return self.reported and not self.none

    def __reduce__(self) -> tuple[Any, ...]:
        return _same_work, _SAID(self)


_SAID = attrgetter(*(field.name for field in fields(Work)))


@cache
def _same_work(*said: Any) -> Work:
    """Work that comes from a worker: what rows of several sources say alike is one value."""
    return Work(*said)


class Entry(NamedTuple):
    """One piece of homework as logged, or the statement that there was none.

    `grade`, `classes` and `date` of the `unit` are None if not understood; empty `classes`
    stand for the whole grade.
    """

    table: Table
    row: int
    unit: Unit
    content: str
    work: Work
    problems: tuple[Remark, ...] = ()
    others: tuple[Entry, ...] = ()
    """Further versions of the same homework, from other sheets; `minutes` spans them all."""

    @property
    def school(self) -> School:
        """Whose homework it is."""
        return self.unit[0]

    @property
    def grade(self) -> int | None:
        """The grade, 1 to 12."""
        return self.unit[1]

    @property
    def classes(self) -> tuple[str, ...] | None:
        """The classes it counts for."""
        return self.unit[2]

    @property
    def date(self) -> date | None:
        """The day it was set."""
        return self.unit[3]

    @property
    def subject(self) -> str | None:
        """The subject; None: of no subject, or not stated."""
        return self.work.subject

    @property
    def minutes(self) -> Amount:
        """Least and greatest tenths of minutes."""
        return self.work.minutes

    def location(self, column: str | None = None) -> Location:
        """The entry's cell, with its subject and its least minutes if they are known."""
        low, high = self.work.minutes
        known = None if high is None and not low else low
        across = self.work.column, column or self.row
        letter, row = across if self.table.transposed else (column or self.work.column, self.row)
        cell = f"{letter}{row}"
        return Location(self.table.source, self.table.sheet, cell, self.subject, known)

    def beside(self, field: str) -> Location:
        """The cell that gives `field` of the entry, or the entry's own, without its minutes."""
        return self.location(self.table.letter(field, self.work.column))._replace(minutes=None)
