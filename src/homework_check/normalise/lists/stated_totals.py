"""Totals of a class's day that stand beside its entries: in a column of totals, or in a note."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import partial
from itertools import zip_longest
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from homework_check.memo import Memo
from homework_check.model import Amount, Location, Remark
from homework_check.normalise.body import as_written
from homework_check.normalise.fields.sums import Sums
from homework_check.normalise.lists.totals import read_total
from homework_check.normalise.values import clean, is_mean, is_of_more
from homework_check.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import (
        Callable,
        Collection,
        Container,
        Iterable,
        Iterator,
        Mapping,
        Sequence,
    )

    from homework_check.log import Entries
    from homework_check.model import Unit as Key
    from homework_check.normalise.body import Body
    from homework_check.normalise.lists.keys import RowKeys
    from homework_check.normalise.lists.note_columns import Noted
    from homework_check.normalise.lists.settled import SettledList
    from homework_check.normalise.lists.work import RowWork
    from homework_check.normalise.values import Unit

_OF_TIME = late_pattern("时长|用时|时间|分钟|time|minutes")
"""What heads totals of minutes; 合计 alone may head those of pupils or tasks."""


class Stated(NamedTuple):
    """A total in the row and column at two indexes, as it is written.

    `sure` if it is of time; else only where others in its column are the sums of minutes.
    """

    row: int
    column: int
    amount: Amount
    text: str
    sure: bool


def find_stated(settled: SettledList, noted: Noted, noting: Collection[int]) -> Iterator[Stated]:
    """Every total of a day that stands in a column of totals or in one of those `noting`."""
    body, outer = settled.body, settled.around.unit
    for index, header in enumerate(settled.headers):
        if header.field != "total" or index in settled.columns.minutes:
            continue
        if not (is_mean(header.text) or is_of_more(header.text)):
            sure = _OF_TIME.search(header.text.lower()) is not None
            yield from _in_column(body, index, header.unit_in(outer), sure=sure)
    for row, note in enumerate(noted or ()):
        if note and note.total and not note.case:
            cells = ((index, as_written(body.columns[index][row])) for index in noting)
            for index in (index for index, text in cells if text == note.text):
                yield Stated(row, index, note.total, note.text, sure=True)


def compare_beside(
    entries: Entries, settled: SettledList, totals: Iterator[Stated], keys: RowKeys
) -> Iterator[Remark]:
    """Totals that equal none of the sums they may be, nor what is written of it.

    One may be of its day, of its row, or of the rows down to the next, as most in its column are.
    What stands in each row of a day is told once.
    """
    body, left_out = settled.body, settled.left_out
    stated = [one for one in totals if one.row not in left_out and keys.units[one.row][3]]
    if not stated:
        return
    of_days, of_rows = _sums(entries)
    spans = {
        one: (of_days[keys.units[one.row]], of_rows[body.row(one.row)], of_rows_below)
        for one, of_rows_below in _with_blocks(stated, body, keys, of_rows)
    }
    agreeing: defaultdict[int, Counter[int]] = defaultdict(Counter)
    wrong: dict[tuple[int, Key, str], Stated] = {}
    for one, sums in spans.items():
        agreed = [at for at, each in enumerate(sums) if one.amount.low in each]
        if agreed:
            agreeing[one.column].update(agreed)
        elif not any(None in each for each in sums):
            wrong.setdefault((one.column, keys.units[one.row], one.text), one)
    for one in wrong.values():
        if one.sure or agreeing[one.column]:
            most, _ = max(agreeing[one.column].items(), key=itemgetter(1), default=(0, 0))
            cell = f"{body.letter(one.column)}{body.row(one.row)}"
            where = Location(entries.table.source, entries.table.sheet, cell)
            values = (("value", one.text), ("sum", f"{spans[one][most].all}"))
            yield Remark("total-mismatch", "", values, (where,), "minutes", one.text)


def _with_blocks(
    stated: Iterable[Stated], body: Body, keys: RowKeys, of_rows: Mapping[int, Sums]
) -> Iterator[tuple[Stated, Sums]]:
    """Each total with the sums of its row and of those of its day below that have none."""
    by_place = sorted(stated, key=lambda one: (one.column, one.row))
    for one, following in zip_longest(by_place, by_place[1:]):
        alone = following is None or following.column != one.column
        block = Sums()
        for row in range(one.row, body.height if alone else following.row):
            if keys.units[row] != keys.units[one.row]:
                break
            block = block.joined(of_rows[body.row(row)])
        yield one, block


def read_noted(
    read: Callable[[Noted], list[RowWork]],
    noted: Noted,
    owners: Sequence[RowKeys],
    left_out: Container[int],
) -> tuple[list[RowWork], Noted]:
    """What the rows say, and the notes on them.

    A bare 合计55分钟 is of its entry unless the entries of its day take as long together.
    """
    works = read(noted)
    if not any(note and note.total and note.case for note in noted or ()):
        return works, noted
    sums: defaultdict[Key, int] = defaultdict(int)
    for keys, work in zip(owners, works, strict=True):
        for row, pieces in enumerate(work.pieces.each):
            if row not in left_out:
                sums[keys.units[row]] += sum(piece.work.minutes.low for piece in pieces)
    settled = [
        note._replace(case="", minutes=None)
        if note and note.case and note.total and note.total.low == sums[unit]
        else note
        for note, unit in zip(noted or (), owners[0].units, strict=True)
    ]
    return read(settled), settled


def _in_column(body: Body, index: int, unit: Unit, *, sure: bool) -> Iterator[Stated]:
    read = Memo(partial(read_total, unit=unit))
    for row, value in enumerate(body.columns[index]):
        if isinstance(amount := read[value], Amount):
            yield Stated(row, index, amount, clean(value), sure)


def _sums(entries: Entries) -> tuple[Mapping[Key, Sums], Mapping[int, Sums]]:
    """The sums of each class's day, and of each row by Excel's number."""
    of_days: defaultdict[Key, Sums] = defaultdict(Sums)
    of_rows: defaultdict[int, Sums] = defaultdict(Sums)
    for run in entries.runs():
        for index, work in zip(run.span, run.works, strict=True):
            of_days[run.unit] = of_days[run.unit].plus(work)
            row = entries.rows[index]
            of_rows[row] = of_rows[row].plus(work)
    return of_days, of_rows
