"""The list layout: one entry a row under a header row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.log import Entries
from homework_check.normalise.fields.evidence import describe_columns
from homework_check.normalise.lists.entries import make_entries
from homework_check.normalise.lists.keys import RowKeys, read_keys
from homework_check.normalise.lists.note_columns import find_notes
from homework_check.normalise.lists.remarks import (
    ambiguous_columns,
    unknown_subjects,
    weekday_mismatches,
)
from homework_check.normalise.lists.rows import fill_down
from homework_check.normalise.lists.settled import settle
from homework_check.normalise.lists.shared_minutes import find_shared
from homework_check.normalise.lists.stated_totals import (
    compare_beside,
    find_stated,
    read_noted,
)
from homework_check.normalise.lists.totals import compare_totals
from homework_check.normalise.lists.work import RowWork, read_work
from homework_check.normalise.parts import TableLog
from homework_check.table import LeftOut, Table

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from homework_check.model import Entry
    from homework_check.normalise.around.surroundings import Surroundings
    from homework_check.normalise.lists.note_columns import Noted
    from homework_check.normalise.lists.settled import SettledList
    from homework_check.normalise.parts import Part
    from homework_check.settings import Settings


_LONGEST_NAME = 6
"""Characters of a subject; in a row without work a longer text is a note."""


def read_list(part: Part, around: Surroundings, settings: Settings) -> TableLog:
    """Read the entries of one table."""
    found = settle(part, around, settings)
    owners = [_read_keys(own, part.source, settings) for own in found.parts()]
    keys = owners[0]
    shared = find_shared(found, part.sheet.merged, keys)
    noted, noting = find_notes(found)

    def read(noted: Noted) -> list[RowWork]:
        return [read_work(own, shared, noted, settings) for own in found.parts()]

    works, noted = read_noted(read, noted, owners, found.left_out)
    settled = found.leaving_out(_unreported(found, keys)).not_using(noting)
    table = _table(part, settled, keys, works, settings)
    entries = _entries(table, settled, owners, works)
    remarks = (
        *settled.around.remarks,
        *ambiguous_columns(table, settled),
        *weekday_mismatches(table, settled, keys),
        *unknown_subjects(table, settled, works[0]),
        *compare_totals(entries, settled, keys),
        *compare_beside(entries, settled, find_stated(settled, noted, noting), keys),
    )
    return TableLog(entries, remarks)


def _read_keys(settled: SettledList, source: str, settings: Settings) -> RowKeys:
    """Whose a part of the homework is: 1班内容 is of that class where no column names one."""
    _, headers, body, columns, left_out, around = settled
    content = columns.at.get("content")
    class_ = None if content is None else headers[content].facets.class_
    of_class = {"class": (class_,) * body.height} if class_ else {}
    filled = {**of_class, **fill_down(body, columns, left_out)}
    return read_keys(filled, body.height, around, source, settings)


def _entries(
    table: Table, settled: SettledList, owners: Sequence[RowKeys], works: Sequence[RowWork]
) -> Entries:
    """The entries of every part of the homework, row by row; of a part that is blank, none."""
    body, left_out = settled.body, settled.left_out
    if not settled.columns.contents:
        return make_entries(table, body, owners[0], works[0], left_out)
    blank = [
        {row for row in range(body.height) if all(body.columns[i][row] == "" for i in part)}
        for part in ((content, *minutes) for content, minutes in settled.columns.contents.items())
    ]
    nothing = frozenset(range(body.height)).intersection(*blank)
    found: list[Entry] = []
    for number, (keys, work, rows) in enumerate(zip(owners, works, blank, strict=True)):
        # A row that is blank in all parts is one entry at most.
        without = dict.fromkeys(rows - nothing if number == 0 else rows, "blank")
        found += make_entries(table, body, keys, work, {**left_out, **without})
    return Entries.of(table, sorted(found, key=lambda entry: entry.row))


def _unreported(settled: SettledList, keys: RowKeys) -> dict[int, str]:
    """Rows without content, form and minutes: not reported, or no entry at all."""
    body, columns, left_out = settled.body, settled.columns, settled.left_out
    names = ("content", "form", "actual")
    indexes = [*columns.minutes, *(columns.at[n] for n in names if n in columns.at)]
    indexes += columns.contents
    if columns.hours is not None:
        indexes.append(columns.hours)
    if any(body.is_full(index, left_out) for index in indexes):
        return {}
    blank = ("",) * len(indexes)
    own = [columns.at[n] for n in ("class", "grade", "date", "weekday") if n in columns.at]
    subject = columns.at.get("subject")
    found: dict[int, str] = {}
    for row, cells in enumerate(zip(*(body.columns[i] for i in indexes), strict=True)):
        if cells != blank or row in left_out:
            continue
        named = subject is not None and 0 < len(str(body.columns[subject][row])) <= _LONGEST_NAME
        keyed = any(body.columns[i][row] != "" for i in own)
        sound = keyed and row not in keys.flaws
        found[row] = "not-reported" if named or sound else "note"
    return found


def _table(
    part: Part,
    settled: SettledList,
    keys: RowKeys,
    works: Sequence[RowWork],
    settings: Settings,
) -> Table:
    height, headers, body, columns, left_out, around = settled
    first = part.body.row(part.header)
    last = body.row(body.height - 1)
    span = f"{body.letter(0)}{part.first}:{body.letter(len(part.body.columns) - 1)}{last}"
    uses = describe_columns(headers, body, columns, left_out, around, settings)
    missing = frozenset().union(*(work.missing for work in works))
    missing |= {*_never_stated(keys, left_out, around)}
    # What is stated twice, and differs, is not missing.
    missing = missing.difference(["grade"] if around.torn else [])
    return Table(
        source=part.source,
        sheet=part.sheet.name or None,
        range=span,
        layout="list",
        header_rows=tuple(range(first, first + height)),
        columns=uses,
        inherited=around.inherited,
        left_out=tuple(LeftOut(body.row(r), left_out[r]) for r in sorted(left_out)),
        missing=missing.difference(columns.ambiguous),
        assumed=around.assumed.union(*(work.assumed for work in works)),
        roles=around.roles,
    )


def _never_stated(keys: RowKeys, left_out: Collection[int], around: Surroundings) -> Iterator[str]:
    """Keys that not one row states, not even in words that were not understood."""
    units = keys.units
    if left_out:
        units = [unit for row, unit in enumerate(units) if row not in left_out]
    flawed = {
        flaw.field for row, flaws in keys.flaws.items() if row not in left_out for flaw in flaws
    }
    if units and "date" not in flawed and not any(unit[3] for unit in units):
        yield around.lacking_of_date
    if units and not flawed - {"date"} and not any(unit[1] for unit in units):
        yield "grade"
