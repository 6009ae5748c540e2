"""What has to be told about the reading of a list, as remarks at its cells."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from homework_check.model import Location, Remark
from homework_check.normalise.fields.remarks import remark_at
from homework_check.normalise.values import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homework_check.normalise.lists.keys import RowKeys
    from homework_check.normalise.lists.settled import SettledList
    from homework_check.normalise.lists.work import RowWork
    from homework_check.table import Table


def ambiguous_columns(table: Table, settled: SettledList) -> Iterator[Remark]:
    """One remark for each field that several columns could be."""
    for name, indexes in settled.columns.ambiguous.items():
        texts = "、".join(settled.headers[i].text for i in indexes)
        values = (("n", str(len(indexes))), ("headers", texts))
        row = table.header_rows[0]
        cells = (f"{settled.body.letter(i)}{row}" for i in indexes)
        where = tuple(Location(table.source, table.sheet, cell) for cell in cells)
        yield Remark("ambiguous-column", "", values, where, field=name)


def weekday_mismatches(table: Table, settled: SettledList, keys: RowKeys) -> Iterator[Remark]:
    """Dates whose weekday says another day; the date counts."""
    for row, flaw in keys.weekday_flaws.items():
        if row not in settled.left_out:
            yield remark_at(table, settled.body.row(row), "A", flaw)


def unknown_subjects(table: Table, settled: SettledList, work: RowWork) -> Iterator[Remark]:
    """One remark for each subject that is not in the list, with all its cells."""
    body, columns, left_out = settled.body, settled.columns, settled.left_out
    if "subject" not in columns.at:
        return
    index = columns.at["subject"]
    values = {clean(value) for value in work.unknown_subjects}
    rows: defaultdict[str, list[int]] = defaultdict(list)
    for row, subject in enumerate(body.columns[index] if values else ()):
        if (value := clean(subject)) in values and row not in left_out:
            rows[value].append(row)
    letter = body.letter(index)
    for value in sorted(rows):
        cells = (f"{letter}{body.row(row)}" for row in rows[value])
        where = tuple(Location(table.source, table.sheet, cell) for cell in cells)
        yield Remark("unknown-subject", "", (), where, "subject", value)
