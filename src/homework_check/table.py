"""How one log inside a sheet was understood, without its entries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias


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
    """One log inside a sheet: where it stands, and what was made of its columns and rows."""

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
