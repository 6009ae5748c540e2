"""The rows under one header, turned into columns: reading goes column by column.

A log has few distinct grades, dates or forms; each distinct value of a column is read
once, and 100,000 rows cost little more than reading them from the file.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from homework_check.memo import LastingMemo
from homework_check.normalise.values import clean
from homework_check.workbook import column_letter

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from homework_check.workbook import CellRange, CellValue, Sheet

T = TypeVar("T")

Column = tuple["CellValue", ...]

TOP: Final = 50
"""Rows in which a sheet nearly always has all its headers."""

MOST_PLACES: Final = 200
"""Tables of one sheet. A word of their headers that is written more often, as 学校 where it is
the place of the work, is a value."""


class Body(NamedTuple):
    """Columns of equal length; index 0 of each stands in Excel row `first_row`.

    `distinct` holds, for each column, its values and perhaps some of the rows around; `below`,
    for a whole sheet, those from row `TOP` on. The last columns may be parts of others: `origins`
    are the indexes of these.
    """

    columns: tuple[Column, ...]
    distinct: tuple[frozenset[CellValue], ...]
    first_row: int
    first_column: int
    below: tuple[frozenset[CellValue], ...] = ()
    origins: tuple[int, ...] = ()

    @property
    def height(self) -> int:
        """How many rows there are."""
        return len(self.columns[0]) if self.columns else 0

    def has_blanks(self, index: int) -> bool:
        """Whether a cell of the column at `index` is blank."""
        return "" in self.distinct[index] and "" in self.columns[index]

    def is_full(self, index: int, left_out: Collection[int]) -> bool:
        """Whether no cell of the column at `index` is blank but in rows that are left out."""
        column = self.columns[index]
        blanks = column.count("") if "" in self.distinct[index] else 0
        return not blanks or blanks == sum(column[row] == "" for row in left_out)

    def values_but(self, index: int, left_out: Collection[int]) -> Iterable[CellValue]:
        """The values of the column at `index` in rows that are not left out, some perhaps twice."""
        if not left_out:
            return self.distinct[index]
        return (value for row, value in enumerate(self.columns[index]) if row not in left_out)

    def letter(self, index: int) -> str:
        """Excel's letter of the column at `index`."""
        own = len(self.columns) - len(self.origins)
        index = index if index < own else self.origins[index - own]
        return column_letter(self.first_column + index)

    def row(self, index: int) -> int:
        """Excel's number of the row at `index`."""
        return self.first_row + index

    def with_columns(self, changed: Mapping[int, Iterable[CellValue]]) -> Body:
        """The body with other cells in the columns at some indexes."""
        columns, distinct = list(self.columns), list(self.distinct)
        for index, cells in changed.items():
            columns[index] = tuple(cells)
            distinct[index] = frozenset(columns[index])
        return self._replace(columns=tuple(columns), distinct=tuple(distinct))

    def part(self, start: int, end: int) -> Body:
        """The rows from index `start` to before `end`."""
        columns = tuple(column[start:end] for column in self.columns)
        return Body(columns, self.distinct, self.first_row + start, self.first_column)


def with_merges(body: Body, merged: Sequence[CellRange], indexes: Iterable[int]) -> Body:
    """The body with merged cells of the columns at `indexes` filled as far as they reach."""
    columns = list(body.columns)
    for index in indexes:
        covered = merged_rows(merged, body, index)
        if covered:
            column = columns[index]
            columns[index] = tuple(column[covered.get(row, row)] for row in range(body.height))
    return body._replace(columns=tuple(columns))


def make_body(sheet: Sheet) -> Body:
    """Transpose a sheet; cells of blanks alone count as blank, logical values become words."""
    columns, distinct, below = zip(*map(_tidy, zip(*sheet.rows, strict=True)), strict=True)
    return Body(columns, distinct, sheet.first_row, sheet.first_column, below)


def _tidy(column: Column) -> tuple[Column, frozenset[CellValue], frozenset[CellValue]]:
    """A column with its distinct values, and those from row `TOP` on."""
    tidy = _values(column)
    # NOTE: True equals 1, so that either may stand for the other among the distinct values.
    if not tidy[1].isdisjoint((0, 1)) or any(map(_IS_BLANK.__getitem__, tidy[1])):
        return _values(tuple(map(_tidied, column)))
    return tidy


def _values(column: Column) -> tuple[Column, frozenset[CellValue], frozenset[CellValue]]:
    """Equal cells become one object: that is told much sooner to be equal than another."""
    rows = column[TOP:]
    # Many columns say one thing, and to compare it takes half as long as to look each cell up.
    if rows and rows[0] == rows[-1] and rows.count(rows[0]) == len(rows):
        below = frozenset(rows[:1])
        return (*column[:TOP], *rows[:1] * len(rows)), below.union(column[:TOP]), below
    same: dict[CellValue, CellValue] = {}
    rows = tuple(map(same.setdefault, rows, rows))
    below = frozenset(same)
    top = map(same.setdefault, column[:TOP], column)
    return (*top, *rows), frozenset(same), below


def _tidied(value: CellValue) -> CellValue:
    if isinstance(value, bool):
        return str(value).upper()
    return "" if _IS_BLANK[value] else value


_IS_BLANK = LastingMemo["CellValue", bool](lambda value: isinstance(value, str) and value.isspace())


def places_of(word: CellValue, column: Column, end: int) -> list[int]:
    """Where a word of headers stands before index `end`; nowhere if it is a value there."""
    if end > TOP and column.count(word) > MOST_PLACES:
        return []
    found: list[int] = []
    with suppress(ValueError):
        while True:
            found.append(column.index(word, found[-1] + 1 if found else 0, end))
    return found


def read_values(
    distinct: Iterable[CellValue], read: Callable[[CellValue], T]
) -> dict[CellValue, T]:
    """What each of the `distinct` values means; blanks are not among them."""
    return {value: read(value) for value in distinct if value != ""}


def as_written(value: CellValue) -> str:
    """A cell's text as the school wrote it; numbers and dates in plain form."""
    return value.strip() if isinstance(value, str) else clean(value)


def merged_rows(merged: Sequence[CellRange], body: Body, index: int) -> dict[int, int]:
    """Rows of the column at `index` that a merge covers, each with the row it begins in."""
    column = body.first_column + index
    return {
        row - body.first_row: span.first_row - body.first_row
        for span in merged
        if span.first_column <= column <= span.last_column and span.last_row > span.first_row
        for row in range(
            max(span.first_row + 1, body.first_row),
            min(span.last_row, body.first_row + body.height - 1) + 1,
        )
        if span.first_row >= body.first_row
    }
