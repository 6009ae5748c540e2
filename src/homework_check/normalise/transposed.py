"""Lists whose headers stand below each other, in the first column: each entry is a column.

Such a table is read as the list that it is when rows and columns change places; what comes of
it is then told of the cells where it stands.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from homework_check.log import Entries
from homework_check.memo import Memo
from homework_check.model import Amount
from homework_check.normalise.around.mismatches import cell_of
from homework_check.normalise.around.titles import is_line, read_notes, read_titles
from homework_check.normalise.body import as_written
from homework_check.normalise.headers.header import exact_field
from homework_check.normalise.headers.kinds import is_day
from homework_check.normalise.values import Outcome, read_class, read_grade, read_minutes
from homework_check.workbook import CELL, CellRange, column_letter, column_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.model import Location, Remark, Work
    from homework_check.normalise.parts import TableLog
    from homework_check.settings import Settings
    from homework_check.table import Inherited, Table
    from homework_check.workbook import CellValue, Sheet

_KEYS = frozenset({"grade", "class", "date", "weekday", "subject"})
_WORK = frozenset({"content", "minutes", "time", "form"})
_OF_LOGS = frozenset({"date", "weekday", "minutes", "time"})
_FEWEST = 3  # headers, of which one is a key and one of the work


class Transposed(NamedTuple):
    """A sheet with rows and columns in each other's place, and the lines around its table.

    The cells of all are named as if they stood so.
    """

    sheet: Sheet
    titles: list[tuple[str, str]]
    notes: list[tuple[str, str]]


def transpose(sheet: Sheet, settings: Settings) -> Transposed | None:
    """The table of a sheet as a list; None: its headers do not stand in the first column.

    Explanations of how to fill in a form stand beside headers as well.
    """
    own = settings.columns
    fields = [exact_field(as_written(row[0]), own) if row[0] != "" else None for row in sheet.rows]
    named = [index for index, field in enumerate(fields) if field]
    found = {field for field in fields if field}
    if len(found) < _FEWEST or any(map(found.isdisjoint, (_KEYS, _WORK, _OF_LOGS))):
        return None
    if any(fields.count(field) > 1 for field in found & (_KEYS | _WORK)):
        # They are several tables, one below the other.
        return None
    first, end = named[0], named[-1] + 1
    outside = chain(sheet.rows[:first], sheet.rows[end:])
    rows = sheet.rows[first:end]
    others = [row for row in outside if any(value != "" for value in row)]
    if any(row[0] == "" for row in rows) or not all(map(is_line, others)):
        return None
    values = zip(fields[first:end], (row[1:] for row in rows), strict=True)
    if not all(_are_values(field, row, settings) for field, row in values):
        return None
    turned = sheet._replace(
        rows=[list(column) for column in zip(*rows, strict=True)],
        first_row=sheet.first_column,
        first_column=sheet.first_row + first,
        merged=tuple(CellRange(b, a, d, c) for a, b, c, d in sheet.merged),
    )
    titles, notes = read_titles(sheet, 0, first), read_notes(sheet, end - 1, len(sheet.rows))
    return Transposed(turned, _lines_turned(titles), _lines_turned(notes))


def _are_values(field: str | None, row: Sequence[CellValue], settings: Settings) -> bool:
    """Whether some cell of a row is a value of its field, or it has none or any can be one."""
    filled = [value for value in row if value != ""]
    match field:
        case "date":
            read = [is_day(value) for value in filled]
        case "class" | "grade":
            system = settings.school_system
            both = ((read_class(value, system), read_grade(value, system)) for value in filled)
            read = [not all(isinstance(one, Outcome) for one in pair) for pair in both]
        case "minutes":
            read = [isinstance(read_minutes(value), Amount) for value in filled]
        case _:
            return True
    return any(read) or not read


def in_place(log: TableLog) -> TableLog:
    """What came of a transposed table, told of the cells where it stands."""
    entries, table = log.entries, _table_in_place(log.entries.table)
    works = Memo(_work_in_place)
    each = (
        entry._replace(
            table=table,
            row=_number(entry.work.column),
            work=works[entry.work, entry.row],
            problems=_remarks_in_place(entry.problems),
        )
        for entry in entries
    )
    return log._replace(entries=Entries.of(table, each), remarks=_remarks_in_place(log.remarks))


def _table_in_place(table: Table) -> Table:
    first, last = table.range.split(":")
    rows = range(_number(CELL.sub(r"\1", first)), _number(CELL.sub(r"\1", last)) + 1)

    return replace(
        table,
        range=f"{_turned(first)}:{_turned(last)}",
        header_rows=tuple(rows),
        columns=tuple(
            use._replace(letter=str(_number(use.letter)), works=()) for use in table.columns
        ),
        inherited=tuple(map(_inherited_in_place, table.inherited)),
        transposed=True,
    )


def _inherited_in_place(one: Inherited) -> Inherited:
    return one._replace(where=_where_in_place(one.where))


def _where_in_place(where: str) -> str:
    return _turned(where) if cell_of(where) else where


def _work_in_place(stated: tuple[Work, int]) -> Work:
    work, row = stated
    return replace(work, column=column_letter(row))


def _remarks_in_place(remarks: Sequence[Remark]) -> tuple[Remark, ...]:
    return tuple(
        replace(
            remark,
            locations=tuple(map(_location_in_place, remark.locations)),
            values=tuple(map(_value_in_place, remark.values)),
        )
        for remark in remarks
    )


def _value_in_place(named: tuple[str, str]) -> tuple[str, str]:
    """A value of a remark, with the cell of the line it names: of where1 and where2."""
    name, value = named
    return name, _where_in_place(value) if name.startswith("where") else value


def _location_in_place(location: Location) -> Location:
    return location._replace(cell=location.cell and _turned(location.cell))


def _lines_turned(lines: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(text, _turned(cell)) for text, cell in lines]


def _turned(text: str) -> str:
    """A text with the rows and columns of its cells in each other's place: B5 is E2."""
    return CELL.sub(lambda cell: f"{column_letter(int(cell[2]))}{_number(cell[1])}", text)


def _number(letters: str) -> int:
    return column_number(letters.encode())
