"""The list layout: one entry a row under a header row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.log import Entries
from homework_check.model import LeftOut, Table
from homework_check.normalise.body import Body, Column, with_merges
from homework_check.normalise.fields.evidence import describe_columns
from homework_check.normalise.headers.columns import Columns, choose
from homework_check.normalise.headers.contents import with_joined
from homework_check.normalise.headers.levels import read_header_rows
from homework_check.normalise.headers.own_words import with_common_words
from homework_check.normalise.lists.class_columns import with_grades
from homework_check.normalise.lists.day_columns import join_days, join_spans
from homework_check.normalise.lists.entries import make_entries
from homework_check.normalise.lists.joint_columns import divide_joint
from homework_check.normalise.lists.keys import RowKeys, read_keys
from homework_check.normalise.lists.none_rows import with_none_as_content
from homework_check.normalise.lists.note_columns import find_notes
from homework_check.normalise.lists.part_columns import settle_by_values, with_unit_of_parts
from homework_check.normalise.lists.remarks import (
    ambiguous_columns,
    unknown_subjects,
    weekday_mismatches,
)
from homework_check.normalise.lists.rows import (
    fill_down,
    find_left_out,
    with_repeated,
    without_dittos,
)
from homework_check.normalise.lists.samples import find_samples
from homework_check.normalise.lists.shared_minutes import find_shared
from homework_check.normalise.lists.stages import with_stages
from homework_check.normalise.lists.stated_totals import (
    compare_beside,
    find_stated,
    read_noted,
)
from homework_check.normalise.lists.totals import compare_totals
from homework_check.normalise.lists.unit_column import with_units
from homework_check.normalise.lists.work import RowWork, amounts_in, read_work
from homework_check.normalise.parts import TableLog
from homework_check.normalise.values import Unit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from homework_check.model import Entry
    from homework_check.normalise.around.surroundings import Surroundings
    from homework_check.normalise.headers.header import Header
    from homework_check.normalise.lists.note_columns import Noted
    from homework_check.normalise.parts import Part
    from homework_check.settings import Settings


_LONGEST_NAME = 6
"""Characters of a subject; in a row without work a longer text is a note."""

_WHERE_MERGED = (
    "subject", "content", "form", "place", "choice", "layer", "marked", "posted",
)  # fmt: skip


def read_list(part: Part, around: Surroundings, settings: Settings) -> TableLog:
    """Read the entries of one table."""
    sheet = part.sheet
    named, height = read_header_rows(part.body, part.header, part.end, settings.columns)
    headers, body = settle_by_values(named, part.rows(height))
    around = with_unit_of_parts(around, named, headers, body)
    headers, body = with_units(headers, body, sheet.merged)
    headers, body = divide_joint(headers, body, settings)
    headers, body = with_stages(*join_days(*join_spans(headers, body)))
    columns = choose(headers, body)
    body = with_none_as_content(with_common_words(body, columns, settings), columns)
    body = without_dittos(with_grades(body, columns, around, settings), columns)
    left_out = find_samples(part, body, columns) | find_left_out(body, columns, headers)
    body = with_repeated(body, columns, left_out)
    no_unit = [i for i in columns.minutes if headers[i].unit is Unit.UNSTATED]
    around = around.believed(n for i in no_unit for n in amounts_in(body, i, left_out))
    filled = fill_down(body, columns, left_out)
    # Other cells hold for the rows below only where a merge says so.
    body = with_merges(body, sheet.merged, _described(columns, headers))
    headers, body = with_joined(headers, body, columns.joined)
    parts = [*columns.parts()]
    owned = (_with_class(filled, own, headers, body.height) for own in parts)
    owners = [read_keys(own, body.height, around, part.source, settings) for own in owned]
    keys = owners[0]
    shared = find_shared(body, columns, sheet.merged, keys)
    noted, noting = find_notes(body, headers, columns.known)
    columns = columns._replace(unused={**columns.unused, **noting})

    def read(noted: Noted) -> list[RowWork]:
        row = left_out, shared, noted, around, settings
        return [read_work(body, headers, own, *row) for own in parts]

    works, noted = read_noted(read, noted, owners, left_out)
    left_out = left_out | _unreported(body, columns, keys, left_out)
    table = _table(part, headers, height, body, columns, left_out, around, keys, works, settings)
    if columns.contents:
        entries = _entries_of_parts(table, body, columns, owners, works, left_out)
    else:
        entries = make_entries(table, body, keys, works[0], left_out)
    units = {index: headers[index].unit_in(around.unit) for index in columns.minutes}
    stated = find_stated(body, headers, columns, around.unit, noted, noting)
    remarks = (
        *around.remarks,
        *ambiguous_columns(table, body, headers, columns),
        *weekday_mismatches(table, body, keys, left_out),
        *unknown_subjects(table, body, columns, works[0], left_out),
        *compare_totals(entries, body, units, keys, left_out),
        *compare_beside(entries, body, stated, keys, left_out),
    )
    return TableLog(entries, remarks)


def _described(columns: Columns, headers: Sequence[Header]) -> frozenset[int]:
    """The columns of which a merged cell describes every row that it reaches."""
    named = {columns.at[name] for name in _WHERE_MERGED if name in columns.at}
    notes = {index for index, header in enumerate(headers) if header.field == "note"}
    return columns.all_contents.union(named, notes)


def _with_class(
    filled: dict[str, Column], columns: Columns, headers: Sequence[Header], height: int
) -> dict[str, Column]:
    """The columns of the keys, with the class that the header of the contents says: 1班内容."""
    class_ = headers[columns.at["content"]].facets.class_ if "content" in columns.at else None
    return {**filled, "class": (class_,) * height} if class_ and "class" not in filled else filled


def _entries_of_parts(  # noqa: PLR0913  a table in all its parts
    table: Table,
    body: Body,
    columns: Columns,
    owners: Sequence[RowKeys],
    works: Sequence[RowWork],
    left_out: Mapping[int, str],
) -> Entries:
    """The entries of every part of the homework, row by row; of a part that is blank, none."""
    blank = [
        {row for row in range(body.height) if all(body.columns[i][row] == "" for i in part)}
        for part in ((content, *minutes) for content, minutes in columns.contents.items())
    ]
    nothing = frozenset(range(body.height)).intersection(*blank)
    found: list[Entry] = []
    for number, (keys, work, rows) in enumerate(zip(owners, works, blank, strict=True)):
        # A row that is blank in all parts is one entry at most.
        without = dict.fromkeys(rows - nothing if number == 0 else rows, "blank")
        found += make_entries(table, body, keys, work, {**left_out, **without})
    return Entries.of(table, sorted(found, key=lambda entry: entry.row))


def _unreported(
    body: Body, columns: Columns, keys: RowKeys, left_out: Mapping[int, str]
) -> dict[int, str]:
    """Rows without content, form and minutes: not reported, or no entry at all."""
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


def _table(  # noqa: PLR0913  a table in all its parts
    part: Part,
    headers: Sequence[Header],
    height: int,
    body: Body,
    columns: Columns,
    left_out: Mapping[int, str],
    around: Surroundings,
    keys: RowKeys,
    works: Sequence[RowWork],
    settings: Settings,
) -> Table:
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
