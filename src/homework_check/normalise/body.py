"""The rows under one header, turned into columns: reading goes column by column.

A log has few distinct grades, dates or forms; each distinct value of a column is read
once, and 100,000 rows cost little more than reading them from the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from homework_check.memo import Memo
from homework_check.normalise.values import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from homework_check.workbook import CellRange, CellValue, Sheet

K = TypeVar("K")
T = TypeVar("T")

Column = tuple["CellValue", ...]


@dataclass(frozen=True, slots=True)
class Body:
    """Columns of equal length; index 0 of each stands in Excel row `first_row`.

    `distinct` holds, for each column, its values and perhaps some of the rows around.
    """

    columns: tuple[Column, ...]
    distinct: tuple[frozenset[CellValue], ...]
    first_row: int
    first_column: int

    @property
    def height(self) -> int:
        """How many rows there are."""
        return len(self.columns[0]) if self.columns else 0

    def letter(self, index: int) -> str:
        """Excel's letter of the column at `index`."""
        return column_letter(self.first_column + index)

    def row(self, index: int) -> int:
        """Excel's number of the row at `index`."""
        return self.first_row + index

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
    return Body(tuple(columns), body.distinct, body.first_row, body.first_column)


def make_body(sheet: Sheet) -> Body:
    """Transpose a sheet; cells of blanks alone count as blank, logical values become words."""
    tidied = [_tidy(column) for column in zip(*sheet.rows, strict=True)]
    columns = tuple(column for column, _ in tidied)
    distinct = tuple(values for _, values in tidied)
    return Body(columns, distinct, sheet.first_row, sheet.first_column)


def _tidy(column: Column) -> tuple[Column, frozenset[CellValue]]:
    distinct = frozenset(column)
    blanks = {v for v in distinct if isinstance(v, str) and v and not v.strip()}
    # NOTE: True equals 1 as a key, so one of them would be read as the other.
    logical = bool(distinct & {True, False}) and bool in set(map(type, column))
    if blanks or logical:
        column = tuple(
            "" if v in blanks else str(v).upper() if isinstance(v, bool) else v for v in column
        )
        distinct = frozenset(column)
    return column, distinct


def read_all(values: Iterable[K], read: Callable[[K], T]) -> list[T]:
    """What each of `values` means, in their order."""
    return Memo(read).all(values)


def read_values(
    distinct: Iterable[CellValue], read: Callable[[CellValue], T]
) -> dict[CellValue, T]:
    """What each of the `distinct` values means; blanks are not among them."""
    return {value: read(value) for value in distinct if value != ""}


def as_written(value: CellValue) -> str:
    """A cell's text as the school wrote it; numbers and dates in plain form."""
    return value.strip() if isinstance(value, str) else clean(value)


def column_letter(number: int) -> str:
    """Excel's letter of a column counted from 1."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


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
