"""What the rows of a table say, as its entries."""

from __future__ import annotations

from array import array
from dataclasses import replace
from itertools import chain, repeat
from typing import TYPE_CHECKING, TypeVar

from homework_check.log import Entries, by_class
from homework_check.memo import Memo
from homework_check.normalise.fields.remarks import remark_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from homework_check.model import Work
    from homework_check.normalise.body import Body
    from homework_check.normalise.fields.keys import Flaw
    from homework_check.normalise.fields.work import Piece
    from homework_check.normalise.lists.keys import RowKeys
    from homework_check.normalise.lists.work import RowWork
    from homework_check.table import Table

T = TypeVar("T")


def make_entries(
    table: Table, body: Body, keys: RowKeys, work: RowWork, left_out: Mapping[int, str]
) -> Entries:
    """One entry for each piece of each row; rows of several pieces are rare."""
    unreported = {row for row, reason in left_out.items() if reason == "not-reported"}
    index: Sequence[int] = range(body.height)
    if dropped := left_out.keys() - unreported:
        index = [row for row in index if row not in dropped]
    said = _at(work.pieces.each, index)
    pieces = list(chain.from_iterable(said))
    is_whole = len(pieces) == body.height == len(index)
    if len(pieces) > len(said):
        index = list(chain.from_iterable(map(repeat, index, map(len, said))))
    problems = {
        at: tuple(
            remark_at(table, body.row(row), column, flaw, work.contents[row]) for flaw in flaws
        )
        for at, row, column, flaws in _flawed(keys, work, index, pieces)
        if row not in unreported
    }
    works = _works(index, pieces, unreported, keys.away.keys())
    return Entries(
        table,
        _excel_rows(body, index),
        tuple(_at(work.contents, index)),
        by_class(_at(keys.units, index), works, keys.starts if is_whole else None),
        frozenset(works),
        problems,
    )


def _excel_rows(body: Body, index: Sequence[int]) -> Sequence[int]:
    first = body.first_row
    if isinstance(index, range):
        return range(first, first + len(index))
    return array("I", map(first.__add__, index))


def _at(column: Sequence[T], index: Sequence[int]) -> Sequence[T]:
    """What stands at each of `index`."""
    whole = index == range(len(column))
    return column if whole else list(map(column.__getitem__, index))


def _works(
    index: Sequence[int],
    pieces: Sequence[Piece],
    unreported: AbstractSet[int],
    away: AbstractSet[int],
) -> list[Work]:
    works = [piece.work for piece in pieces]
    if not (unreported or away):
        return works
    silent, spread = Memo(_silent), Memo(_spread)
    for at, row in enumerate(index):
        if row in unreported:
            works[at] = silent[works[at]]
        if row in away:
            works[at] = spread[works[at]]
    return works


def _flawed(
    keys: RowKeys, work: RowWork, index: Sequence[int], pieces: Sequence[Piece]
) -> Iterator[tuple[int, int, str, tuple[Flaw, ...]]]:
    """Entries that have flaws: number, row, column and what is wrong; mostly there are none."""
    if not keys.flaws and not any(each.flaws for row in work.pieces.distinct for each in row):
        return
    for at, (row, piece) in enumerate(zip(index, pieces, strict=True)):
        if flaws := (*keys.flaws.get(row, ()), *piece.flaws):
            yield at, row, piece.work.column, flaws


def _silent(work: Work) -> Work:
    return replace(work, reported=False)


def _spread(work: Work) -> Work:
    return replace(work, covers_days_off=True)
