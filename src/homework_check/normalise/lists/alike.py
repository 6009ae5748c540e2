"""Rows whose cells are alike mean the same: they are read once, whatever their number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from homework_check.memo import Memo

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

T = TypeVar("T")


class Readings(NamedTuple, Generic[T]):
    """What all rows mean: one item a row, and each meaning once (or seldom, if equal) beside."""

    each: list[T]
    distinct: Collection[T]


def read_rows(
    columns: Sequence[Sequence[object] | None], height: int, read: Callable[[tuple[Any, ...]], T]
) -> Readings[T]:
    """What the cells of each row mean together; rows that are alike are read once.

    A column that the table lacks is None, and `read` is given None for its cells. It costs
    nothing, nor does a column of one value.
    """
    row = [column[0] if column and height else None for column in columns]
    varying = {at: column for at, column in enumerate(columns) if column and not is_one(column)}

    def read_varying(cells: tuple[object, ...]) -> T:
        for at, cell in zip(varying, cells, strict=True):
            row[at] = cell
        return read(tuple(row))

    memo = Memo(read_varying)
    each = memo.all(zip(*varying.values(), strict=True) if varying else ((),) * height)
    return Readings(each, memo.values())


def is_one(column: Sequence[object]) -> bool:
    """Whether one object stands in all rows; only that is quick to tell."""
    return column[0] is column[-1] and column.count(column[0]) == len(column)
