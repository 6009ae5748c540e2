"""Total rows: left out of every sum, but compared with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.model import Amount, Form, Location, Remark
from homework_check.normalise.values import Outcome, clean, read_minutes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from homework_check.model import Entry, Table
    from homework_check.normalise.body import Body
    from homework_check.normalise.columns import Columns
    from homework_check.normalise.headers import Header


def compare_totals(  # noqa: PLR0913  a table in all its parts
    table: Table,
    body: Body,
    columns: Columns,
    headers: Sequence[Header],
    entries: Sequence[Entry],
    left_out: Mapping[int, str],
) -> Iterator[Remark]:
    """Totals that equal neither the sum of what they span nor of its written part.

    A total spans the entries since the total before it, or all from the first row on.
    """
    totals = [row for row in sorted(left_out) if left_out[row] == "total"]
    for index in columns.minutes if totals else ():
        letter, unit = body.letter(index), headers[index].unit
        own = [entry for entry in entries if entry.work.column == letter]
        since = body.first_row
        for row in totals:
            value = body.columns[index][row]
            stated = read_minutes(value, unit) if value != "" else Outcome.UNREAD
            here = body.row(row)
            if isinstance(stated, Amount):
                spans = (
                    [e for e in own if start <= e.row < here] for start in (since, body.first_row)
                )
                sums = [total for span in spans for total in _sums(span)]
                if sums and None not in sums and stated.low not in sums:
                    values = (("value", clean(value)), ("sum", f"{sums[0]}"))
                    where = Location(table.source, table.sheet, f"{letter}{here}")
                    yield Remark("total-mismatch", "", values, (where,), "minutes", clean(value))
            since = here


def _sums(entries: Sequence[Entry]) -> Iterator[int | None]:
    """All minutes and the written ones, in tenths; None where one is not known."""
    for span in (entries, [e for e in entries if e.work.form is Form.WRITTEN]):
        exact = all(entry.minutes.low == entry.minutes.high for entry in span)
        yield sum(entry.minutes.low for entry in span) if exact else None
