"""The list layout: one entry a row under a header row."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from homework_check.model import Entry, LeftOut, Location, Remark, Table
from homework_check.normalise.body import Body, as_written, merged_rows, read_all
from homework_check.normalise.columns import Columns, choose
from homework_check.normalise.evidence import describe_columns
from homework_check.normalise.headers import Header, read_header
from homework_check.normalise.keys import Day, Key, KeyCells, read_day, read_key
from homework_check.normalise.rows import fill_down, find_left_out
from homework_check.normalise.rowwork import RowWork, read_work
from homework_check.normalise.totals import compare_totals
from homework_check.normalise.values import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from homework_check.model import CellValue, Sheet
    from homework_check.normalise.body import Column
    from homework_check.normalise.keys import Flaw
    from homework_check.normalise.surroundings import Surroundings
    from homework_check.settings import Settings


class Part(NamedTuple):
    """A table found in a sheet: rows from its header (an index) to before `end`."""

    source: str
    sheet: Sheet
    body: Body
    header: int
    end: int


class TableLog(NamedTuple):
    """A table with its entries and what has to be told about the table as a whole."""

    table: Table
    entries: tuple[Entry, ...]
    remarks: tuple[Remark, ...]


class _Rows(NamedTuple):
    """All rows of a table, column by column; the lists have one item a row."""

    keys: list[Key]
    days: list[Day]
    work: RowWork


def read_list(part: Part, around: Surroundings, settings: Settings) -> TableLog:
    """Read the entries of one table."""
    sheet = part.sheet
    headers = [read_header(as_written(column[part.header])) for column in part.body.columns]
    body = part.body.part(part.header + 1, part.end)
    columns = choose(headers, body)
    left_out = find_left_out(body, columns)
    filled = fill_down(body, columns, left_out, sheet.merged)
    keys = _keys(body, filled, around, part.source, settings)
    days = _days(body, filled, around)
    merges = (merged_rows(sheet.merged, body, index) for index in columns.minutes)
    shared = {
        row
        for merge in merges
        for row, start in merge.items()
        if (keys[row], days[row].day) == (keys[start], days[start].day)
    }
    work = read_work(body, headers, columns, filled, shared, around, settings)
    _leave_out_unreported(body, columns, keys, days, left_out)
    rows = _Rows(keys, days, work)
    table = _table(part, headers, body, columns, left_out, around, rows, settings)
    entries = tuple(_entries(table, body, rows, left_out, vacation=around.vacation))
    remarks = (
        *around.remarks,
        *_ambiguous(table, headers, columns),
        *_weekday_remarks(table, body, days, left_out),
        *_unknown_subjects(table, body, columns, work, left_out),
        *compare_totals(table, body, columns, headers, entries, left_out),
    )
    return TableLog(table, entries, remarks)


def _keys(
    body: Body, filled: Mapping[str, Column], around: Surroundings, source: str, settings: Settings
) -> list[Key]:
    absent: Sequence[CellValue | None] = (None,) * body.height
    columns = (filled.get(name, absent) for name in ("school", "county", "grade", "class"))
    system = settings.school_system
    cells = zip(*columns, strict=True)
    return read_all(cells, lambda c: read_key(KeyCells._make(c), around, source, system))


def _days(body: Body, filled: Mapping[str, Column], around: Surroundings) -> list[Day]:
    absent: Sequence[CellValue | None] = (None,) * body.height
    cells = zip(filled.get("date", absent), filled.get("weekday", absent), strict=True)
    return read_all(cells, lambda c: read_day(*c, around))


def _leave_out_unreported(
    body: Body, columns: Columns, keys: Sequence[Key], days: Sequence[Day], left_out: dict[int, str]
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
        named = subject is not None and body.columns[subject][row] != ""
        keyed = any(body.columns[i][row] != "" for i in own)
        flawed = bool(keys[row].flaws or days[row].flaws)
        left_out[row] = "not-reported" if named or (keyed and not flawed) else "note"


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
    first = body.row(-1)
    last = body.row(body.height - 1)
    span = f"{body.letter(0)}{first}:{body.letter(len(headers) - 1)}{last}"
    uses = describe_columns(headers, body, columns, left_out, around, settings)
    kept = [row for row in range(body.height) if row not in left_out]
    missing = set(rows.work.missing)
    if kept and not any(rows.days[r].day or rows.days[r].flaws for r in kept):
        missing.add("date")
    if kept and not any(rows.keys[r].grade or rows.keys[r].flaws for r in kept):
        missing.add("grade")
    return Table(
        source=part.source,
        sheet=part.sheet.name,
        range=span,
        layout="list",
        header_rows=(first,),
        columns=uses,
        inherited=around.inherited,
        left_out=tuple(LeftOut(body.row(r), left_out[r]) for r in sorted(left_out)),
        missing=frozenset(missing - set(columns.ambiguous)),
        assumed=around.assumed | rows.work.assumed,
    )


def _entries(
    table: Table, body: Body, rows: _Rows, left_out: Mapping[int, str], *, vacation: bool
) -> Iterator[Entry]:
    work = rows.work
    row = body.first_row - 1
    for key, day, own_subject, content, pieces in zip(
        rows.keys, rows.days, work.subjects, work.contents, work.pieces, strict=True
    ):
        row += 1
        reason = left_out.get(row - body.first_row)
        if reason and reason != "not-reported":
            continue
        for (
            column, subject, form, place, choice, layer, minutes, marked, posted, none, covers, own
        ) in pieces:  # fmt: skip
            flaws = () if reason else key.flaws + day.flaws + own
            problems: tuple[Remark, ...] = ()
            if flaws:
                problems = tuple(_remark(table, row, column, flaw, content) for flaw in flaws)
            # NOTE: in the order of the fields; naming them takes twice as long.
            yield Entry._make((
                table, row, column, key.school, key.grade, key.classes, day.day,
                subject or own_subject, content, form, place, choice, layer, minutes, marked,
                posted, none, not reason, covers or day.covers_days_off, vacation, problems, (),
            ))  # fmt: skip


def _remark(table: Table, row: int, column: str, flaw: Flaw, content: str = "") -> Remark:
    letter = table.letter(flaw.field) or column
    if flaw.field == "minutes":
        letter = column
    where = Location(table.source, table.sheet, f"{letter}{row}")
    values, value = flaw.values, flaw.value
    if flaw.case == "none-beside-content":
        values = (*values, ("quote", content))
    elif flaw.rule == "implausible-minutes":
        value = value or content
    return Remark(flaw.rule, flaw.case, values, (where,), flaw.field, value)


def _ambiguous(table: Table, headers: Sequence[Header], columns: Columns) -> Iterator[Remark]:
    for name, indexes in columns.ambiguous.items():
        texts = "、".join(headers[i].text for i in indexes)
        values = (("n", str(len(indexes))), ("headers", texts))
        row = table.header_rows[0]
        letters = [use.letter for use in table.columns if use.header in texts]
        where = tuple(Location(table.source, table.sheet, f"{c}{row}") for c in letters)
        yield Remark("ambiguous-column", "", values, where, field=name)


def _weekday_remarks(
    table: Table, body: Body, days: Sequence[Day], left_out: Mapping[int, str]
) -> Iterator[Remark]:
    for index, day in enumerate(days):
        if day.weekday_flaw and index not in left_out:
            yield _remark(table, body.row(index), "A", day.weekday_flaw)


def _unknown_subjects(
    table: Table, body: Body, columns: Columns, work: RowWork, left_out: Mapping[int, str]
) -> Iterator[Remark]:
    if "subject" not in columns.at:
        return
    column = body.columns[columns.at["subject"]]
    for value in sorted({clean(v) for v in work.unknown_subjects}):
        rows = [i for i, v in enumerate(column) if clean(v) == value and i not in left_out]
        letter = body.letter(columns.at["subject"])
        where = tuple(Location(table.source, table.sheet, f"{letter}{body.row(i)}") for i in rows)
        if where:
            yield Remark("unknown-subject", "", (), where, "subject", value)
