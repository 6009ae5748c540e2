"""Total rows: left out of every sum, but compared with it."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from homework_check.memo import Memo
from homework_check.model import Amount, Location, Remark
from homework_check.normalise.fields.sums import Sums
from homework_check.normalise.values import (
    Outcome,
    Unit,
    clean,
    is_mean,
    is_total_row,
    read_minutes,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from homework_check.log import Entries
    from homework_check.model import Entry
    from homework_check.model import Unit as Key
    from homework_check.normalise.body import Body
    from homework_check.normalise.lists.keys import RowKeys
    from homework_check.normalise.lists.settled import SettledList
    from homework_check.workbook import CellValue


_Told: TypeAlias = tuple[object, ...]
"""The grade, classes and date of a total; None: it does not state it."""

_Named: TypeAlias = tuple[bool, ...]
"""Which of them a total states."""

_NOTHING_TOLD: Final[_Told] = (None, None, None)


class _Above(NamedTuple):
    """What stands above a row, so that a total costs the same however much that is.

    `whole` and `recent` have the sums of what totals can span by what these can state, `recent`
    those since the total before. `units` have the sums of each class and day, and `last` the one
    that came last.
    """

    whole: dict[_Told, Sums]
    recent: dict[_Told, Sums]
    units: dict[Key, Sums]
    last: dict[_Told, Key]

    def add(self, entry: Entry, told: Iterable[_Told]) -> None:
        """Let an entry be above that totals can state so."""
        for each in told:
            for sums in (self.whole, self.recent):
                sums[each] = sums.get(each, Sums()).plus(entry.work)
            self.last[each] = entry.unit
        self.units[entry.unit] = self.units.get(entry.unit, Sums()).plus(entry.work)

    def spans(self, told: _Told) -> list[int | None]:
        """The sums of what a total may span, the likeliest first; none where nothing is above."""
        told = told if told in self.whole else _NOTHING_TOLD
        if told not in self.whole:
            return []
        recent = self.recent.get(told, ())
        return [*recent, *self.whole[told], *self.units[self.last[told]]]


def compare_totals(entries: Entries, settled: SettledList, keys: RowKeys) -> Iterator[Remark]:
    """Totals that equal neither the sum of what they span nor of its written part.

    A total spans the entries above that are of the class and day it states, back to the total
    before it, to the first row, or as far as they are of one class and day.
    """
    body, left_out = settled.body, settled.left_out
    totals = [row for row in sorted(left_out) if left_out[row] == "total"]
    totals = [row for row in totals if not _is_of_means(body, row)]
    rows, told = [*map(body.row, totals)], [keys.units[row][1:] for row in totals]
    for index in settled.columns.minutes if totals else ():
        letter, unit = body.letter(index), settled.headers[index].unit_in(settled.around.unit)
        own = [entry for entry in entries if entry.work.column == letter]
        for row, sums in zip(totals, _sums_above(own, rows, told), strict=True):
            value = body.columns[index][row]
            stated = read_total(value, unit)
            if isinstance(stated, Amount) and sums and None not in sums and stated.low not in sums:
                values = (("value", clean(value)), ("sum", f"{sums[0]}"))
                cell = f"{letter}{body.row(row)}"
                where = Location(entries.table.source, entries.table.sheet, cell)
                yield Remark("total-mismatch", "", values, (where,), "minutes", clean(value))


def read_total(value: CellValue, unit: Unit) -> Amount | Outcome:
    """The amount of a total; a number whose unit nobody knows is none."""
    if value == "":
        return Outcome.UNREAD
    stated = read_minutes(value, unit)
    is_open = unit is Unit.NEEDED and read_minutes(value, Unit.HOURS) != stated
    return Outcome.UNREAD if is_open else stated


def _is_of_means(body: Body, row: int) -> bool:
    texts = (column[row] for column in body.columns if isinstance(column[row], str))
    return any(is_total_row(text) and is_mean(text) for text in map(str, texts))


def _sums_above(
    entries: Sequence[Entry], rows: Sequence[int], told: Sequence[_Told]
) -> Iterator[list[int | None]]:
    """The sums of what each of the totals in `rows` may span, by what is `told` in it."""
    named = {*map(_naming, told), _naming(_NOTHING_TOLD)}
    tellings = Memo["Key", list[_Told]](lambda unit: [*_tellings(unit, named)])
    above = _Above({}, {}, {}, {})
    first = 0
    for row, of_row in zip(rows, told, strict=True):
        end = bisect_left(entries, row, lo=first, key=lambda entry: entry.row)
        for entry in entries[first:end]:
            above.add(entry, tellings[entry.unit])
        first = end
        yield above.spans(of_row)
        above.recent.clear()


def _naming(told: _Told) -> _Named:
    return tuple(part is not None for part in told)


def _tellings(unit: Key, named: Iterable[_Named]) -> Iterator[_Told]:
    """What totals over a class and day can tell of them, each naming some of the parts."""
    for each in named:
        told = tuple(part if asked else None for part, asked in zip(unit[1:], each, strict=True))
        # What an entry leaves open itself, no total tells.
        if _naming(told) == each:
            yield told
