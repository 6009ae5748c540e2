"""The list layout: one entry a row under a header row."""

from __future__ import annotations

from array import array
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from homework_check.log import Entries
from homework_check.memo import Memo
from homework_check.model import LeftOut, Remark, Table
from homework_check.normalise.body import Body, merged_rows, read_all, with_merges
from homework_check.normalise.columns import Columns, choose
from homework_check.normalise.evidence import describe_columns
from homework_check.normalise.keys import (
    Day,
    Key,
    KeyCells,
    Whose,
    join,
    read_day,
    read_key,
    without_grade,
)
from homework_check.normalise.levels import read_header_rows
from homework_check.normalise.none_rows import with_none_as_content
from homework_check.normalise.own_words import with_common_words
from homework_check.normalise.remarks import (
    ambiguous_columns,
    remark_at,
    unknown_subjects,
    weekday_mismatches,
)
from homework_check.normalise.rows import fill_down, find_left_out
from homework_check.normalise.rowwork import RowWork, read_work
from homework_check.normalise.totals import compare_totals

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from homework_check.model import Work
    from homework_check.normalise.body import Column
    from homework_check.normalise.headers import Header
    from homework_check.normalise.surroundings import Surroundings
    from homework_check.settings import Settings
    from homework_check.workbook import CellValue, Sheet


_LONGEST_NAME = 6
"""Characters of a subject; in a row without work a longer text is a note."""

_WHERE_MERGED = (
    "subject", "content", "form", "place", "choice", "layer", "marked", "posted",
)  # fmt: skip


class Part(NamedTuple):
    """A table found in a sheet: rows from its header (an index) to before `end`."""

    source: str
    sheet: Sheet
    body: Body
    header: int
    end: int


class TableLog(NamedTuple):
    """The entries of a table, and what has to be told about the table as a whole."""

    entries: Entries
    remarks: tuple[Remark, ...]


class _Rows(NamedTuple):
    """All rows of a table, column by column; the lists have one item a row."""

    whose: list[Whose]
    work: RowWork


def read_list(part: Part, around: Surroundings, settings: Settings) -> TableLog:
    """Read the entries of one table."""
    sheet = part.sheet
    headers, height = read_header_rows(part.body, part.header, part.end, settings.columns)
    body = part.body.part(part.header + height, part.end)
    columns = choose(headers, body)
    body = with_none_as_content(with_common_words(body, columns, settings), columns)
    left_out = find_left_out(body, columns, headers)
    filled = fill_down(body, columns, left_out)
    # Other cells hold for the rows below only where a merge says so.
    described = [columns.at[name] for name in _WHERE_MERGED if name in columns.at]
    body = with_merges(body, sheet.merged, described)
    whose = _whose(body, filled, around, part.source, settings)
    whose = _with_grades_asked(whose, filled)
    merges = (merged_rows(sheet.merged, body, index) for index in columns.minutes)
    shared = {row for merge in merges for row, start in merge.items() if whose[row] == whose[start]}
    work = read_work(body, headers, columns, shared, around, settings)
    _leave_out_unreported(body, columns, whose, left_out)
    rows = _Rows(whose, work)
    table = _table(part, headers, body, columns, left_out, around, rows, settings)
    entries = _entries(table, body, rows, left_out)
    remarks = (
        *around.remarks,
        *ambiguous_columns(table, headers, columns),
        *weekday_mismatches(table, body, whose, left_out),
        *unknown_subjects(table, body, columns, work, left_out),
        *compare_totals(table, body, columns, headers, entries, left_out),
    )
    return TableLog(entries, remarks)


def _whose(
    body: Body, filled: Mapping[str, Column], around: Surroundings, source: str, settings: Settings
) -> list[Whose]:
    absent: Sequence[CellValue | None] = (None,) * body.height
    names = ("school", "county", "grade", "class", "date", "weekday")

    def key(row: KeyCells) -> Key:
        return read_key(row, around, source, settings)

    def day(cells: tuple[CellValue | None, CellValue | None]) -> Day:
        return read_day(*cells, around)

    keys, days = Memo(key), Memo(day)
    cells = zip(*(filled.get(name, absent) for name in names), strict=True)
    return read_all(cells, lambda row: join(keys[KeyCells(*row[:4])], days[row[4], row[5]]))


def _with_grades_asked(whose: list[Whose], filled: Mapping[str, Column]) -> list[Whose]:
    """Rows of no grade get a flaw where others have one; a table of none is told as a whole."""
    if "class" not in filled or all(row.unit[1] or row.flaws for row in whose):
        return whose
    if not any(row.unit[1] for row in whose):
        return whose
    return [
        row if row.unit[1] or row.flaws else row._replace(flaws=(without_grade(class_),))
        for row, class_ in zip(whose, filled["class"], strict=True)
    ]


def _leave_out_unreported(
    body: Body, columns: Columns, whose: Sequence[Whose], left_out: dict[int, str]
) -> None:
    """Rows without content, form and minutes: not reported, or no entry at all."""
    names = ("content", "form", "actual")
    indexes = [*columns.minutes, *(columns.at[n] for n in names if n in columns.at)]
    if columns.hours is not None:
        indexes.append(columns.hours)
    if not all("" in body.columns[index] for index in indexes):
        return
    blank = ("",) * len(indexes)
    own = [columns.at[n] for n in ("class", "grade", "date", "weekday") if n in columns.at]
    subject = columns.at.get("subject")
    for row, cells in enumerate(zip(*(body.columns[i] for i in indexes), strict=True)):
        if cells != blank or row in left_out:
            continue
        named = subject is not None and 0 < len(str(body.columns[subject][row])) <= _LONGEST_NAME
        keyed = any(body.columns[i][row] != "" for i in own)
        sound = keyed and not whose[row].flaws
        left_out[row] = "not-reported" if named or sound else "note"


def _table(  # noqa: PLR0913  a table in all its parts
    part: Part,
    headers: Sequence[Header],
    body: Body,
    columns: Columns,
    left_out: Mapping[int, str],
    around: Surroundings,
    rows: _Rows,
    settings: Settings,
) -> Table:
    first = part.body.row(part.header)
    last = body.row(body.height - 1)
    span = f"{body.letter(0)}{first}:{body.letter(len(headers) - 1)}{last}"
    uses = describe_columns(headers, body, columns, left_out, around, settings)
    kept = [rows.whose[row] for row in range(body.height) if row not in left_out]
    missing = {*rows.work.missing, *_never_stated(kept)}
    return Table(
        source=part.source,
        sheet=part.sheet.name or None,
        range=span,
        layout="list",
        header_rows=tuple(range(first, body.first_row)),
        columns=uses,
        inherited=around.inherited,
        left_out=tuple(LeftOut(body.row(r), left_out[r]) for r in sorted(left_out)),
        missing=frozenset(missing - set(columns.ambiguous)),
        assumed=around.assumed | rows.work.assumed,
    )


def _never_stated(whose: Sequence[Whose]) -> Iterator[str]:
    """Keys that not one row states, not even in words that were not understood."""
    flawed = {flaw.field for row in whose for flaw in row.flaws}
    if whose and "date" not in flawed and not any(row.unit[3] for row in whose):
        yield "date"
    if whose and not flawed - {"date"} and not any(row.unit[1] for row in whose):
        yield "grade"


def _silent(work: Work) -> Work:
    return replace(work, reported=False)


def _spread(work: Work) -> Work:
    return replace(work, covers_days_off=True)


def _entries(table: Table, body: Body, rows: _Rows, left_out: Mapping[int, str]) -> Entries:
    done = rows.work
    silent, spread = Memo(_silent), Memo(_spread)
    index: list[int] = []
    works: list[Work] = []
    problems: dict[int, tuple[Remark, ...]] = {}
    for row, (whose, pieces) in enumerate(zip(rows.whose, done.pieces, strict=True)):
        reason = left_out.get(row) if left_out else None
        if reason and reason != "not-reported":
            continue
        for said, own in pieces:
            if (own or whose.flaws) and not reason:
                problems[len(index)] = tuple(
                    remark_at(table, body.row(row), said.column, flaw, done.contents[row])
                    for flaw in (*whose.flaws, *own)
                )
            work = silent[said] if reason else said
            works.append(spread[work] if whose.away else work)
            index.append(row)
    return Entries(
        table,
        array("I", map(body.row, index)),
        tuple([rows.whose[row].unit for row in index]),
        tuple(works),
        tuple(map(done.contents.__getitem__, index)),
        problems,
    )
