"""Total rows: left out of every sum, but compared with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.model import Amount, Form, Location, Remark
from homework_check.normalise.values import Outcome, clean, is_mean, is_total_row, read_minutes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from homework_check.log import Entries
    from homework_check.model import Entry
    from homework_check.model import Unit as Key
    from homework_check.normalise.body import Body
    from homework_check.normalise.lists.keys import RowKeys
    from homework_check.normalise.values import Unit


def compare_totals(
    entries: Entries,
    body: Body,
    units: Mapping[int, Unit],
    keys: RowKeys,
    left_out: Mapping[int, str],
) -> Iterator[Remark]:
    """Totals that equal neither the sum of what they span nor of its written part.

    `units` has the unit of each column of minutes, by index. A total spans the entries above
    that are of the class and day it states, back to the total before it, to the first row, or
    as far as they are of one class and day.
    """
    totals = [row for row in sorted(left_out) if left_out[row] == "total"]
    totals = [row for row in totals if not _is_of_means(body, row)]
    for index, unit in units.items() if totals else ():
        letter = body.letter(index)
        own = [entry for entry in entries if entry.work.column == letter]
        since = body.first_row
        for row in totals:
            value = body.columns[index][row]
            stated = read_minutes(value, unit) if value != "" else Outcome.UNREAD
            here = body.row(row)
            if isinstance(stated, Amount):
                above = [entry for entry in own if entry.row < here]
                spans = _spans(_of(above, keys.units[row]) or above, since)
                sums = [total for span in spans for total in _sums(span)]
                if sums and None not in sums and stated.low not in sums:
                    values = (("value", clean(value)), ("sum", f"{sums[0]}"))
                    where = Location(entries.table.source, entries.table.sheet, f"{letter}{here}")
                    yield Remark("total-mismatch", "", values, (where,), "minutes", clean(value))
            since = here


def _is_of_means(body: Body, row: int) -> bool:
    texts = (column[row] for column in body.columns if isinstance(column[row], str))
    return any(is_total_row(text) and is_mean(text) for text in map(str, texts))


def _of(entries: Sequence[Entry], stated: Key) -> list[Entry]:
    """The entries of the class and day that a row states; what is None there, it does not."""
    _, *told = stated
    return [
        entry
        for entry in entries
        if all(part in {None, own} for part, own in zip(told, entry.unit[1:], strict=True))
    ]


def _spans(entries: Sequence[Entry], since: int) -> Iterator[Sequence[Entry]]:
    """What a total may span, the likeliest first; nothing where there are no entries."""
    last = [entry for entry in entries if entry.unit == entries[-1].unit]
    spans = ([entry for entry in entries if entry.row >= since], entries, last)
    return (span for span in spans if span)


def _sums(entries: Sequence[Entry]) -> Iterator[int | None]:
    """All minutes and the written ones, in tenths; None where one is not known."""
    for span in (entries, [e for e in entries if e.work.form is Form.WRITTEN]):
        exact = all(entry.minutes.low == entry.minutes.high for entry in span)
        yield sum(entry.minutes.low for entry in span) if exact else None
