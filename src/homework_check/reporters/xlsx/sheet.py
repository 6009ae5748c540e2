"""A sheet of the XLSX report as plain values, before any library writes it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Literal, NamedTuple, TypeAlias

from homework_check.messages.wrapping import cells

Value: TypeAlias = str | int | float | date | None
NumberFormat: TypeAlias = Literal["text", "number", "share", "date"]


class Look(StrEnum):
    """What a cell is shown as, beyond what its column says."""

    PLAIN = "plain"
    HEAD = "head"
    GROUP = "group"
    BY_HAND = "by-hand"
    TITLE = "title"
    NOTE = "note"
    LABEL = "label"
    TOTAL = "total"
    BROKEN = "broken"
    UNDECIDED = "undecided"
    MUTED = "muted"
    UNREPORTED = "unreported"
    LINK = "link"


class Cell(NamedTuple):
    """A cell that is not like all others of its column.

    `link` is a place in the workbook (``'规则'!A5``); `span` how many columns it takes.
    `number_format` None: that of its column.
    """

    value: Value
    look: Look = Look.PLAIN
    link: str | None = None
    span: int = 1
    number_format: NumberFormat | None = None


Row: TypeAlias = Sequence[Cell | Value]
"""Cells from the first column on; a bare value looks like its column."""


class Column(NamedTuple):
    """A column. `group` stands above its title and those of its neighbours of that group.

    `width` is in characters of half width; None: as its cells need, up to `widest`.
    `by_hand`: empty, for the office to fill in.
    """

    title: str
    number_format: NumberFormat = "text"
    group: str = ""
    width: int | None = None
    widest: int = 36
    by_hand: bool = False


class Sheet(NamedTuple):
    """A sheet. Without `is_table` it is a page to read: no header, no filter, upright.

    `frozen` is how many columns stay when the others are scrolled; `above` stands over the header,
    and `totals` below the rows, outside the filter.
    """

    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    totals: Sequence[Row] = ()
    frozen: int = 0
    is_table: bool = True
    above: Sequence[Row] = ()

    @property
    def has_groups(self) -> bool:
        """Whether the titles of columns stand below those of their groups."""
        return any(column.group for column in self.columns)

    @property
    def header_rows(self) -> int:
        """How many rows stand above the first of `rows`."""
        if not self.is_table:
            return 0
        return len(self.above) + (2 if self.has_groups else 1)


def link_to(title: str, row: int = 1) -> str:
    """The place of a row in a sheet of the workbook."""
    return link_to_cell(title, f"A{row}")


def link_to_cell(title: str, cell: str) -> str:
    """The place of a cell in a sheet of the workbook."""
    quoted = title.replace("'", "''")
    return f"'{quoted}'!{cell}"


def by_hand(*titles: str) -> tuple[Column, ...]:
    """Columns for the office."""
    # Wide enough for a few words of handwriting, and for half of the title.
    return tuple(
        Column(title, width=max(11, cells(title) // 2 + 3), by_hand=True) for title in titles
    )
