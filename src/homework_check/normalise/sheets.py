"""A source's sheets, understood: its tables, or why there are none."""

from __future__ import annotations

from itertools import chain
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from homework_check.log import Log, SheetLog
from homework_check.normalise.around.context import Statement
from homework_check.normalise.around.mismatches import with_other_days
from homework_check.normalise.around.noted_work import with_noted_work
from homework_check.normalise.around.surroundings import Lines, settle
from homework_check.normalise.around.titles import first_title, of_above, read_notes, read_titles
from homework_check.normalise.beside import divide
from homework_check.normalise.body import as_written
from homework_check.normalise.headers.header import read_header
from homework_check.normalise.headers.rows import find_headers, is_of_parts
from homework_check.normalise.lists.table import read_list
from homework_check.normalise.matrices.header import find_matrices
from homework_check.normalise.matrices.heads import is_class
from homework_check.normalise.matrices.table import read_matrix
from homework_check.normalise.matrices.titles import is_about_homework, with_unit
from homework_check.normalise.own_list import answers_in, is_own_list
from homework_check.normalise.parts import Part, TableLog
from homework_check.normalise.sections.inherited import (
    fields_of_list,
    fields_of_matrix,
    lines_within,
    settled_within,
    with_notes,
)
from homework_check.normalise.sections.parts import parts_within
from homework_check.normalise.transposed import in_place, transpose
from homework_check.normalise.week_heads import has_bare_week, make_full_body
from homework_check.workbook import Unreadable, column_letter

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from homework_check.model import School
    from homework_check.normalise.body import Body
    from homework_check.normalise.matrices.header import MatrixHeader
    from homework_check.normalise.sections.inherited import Fields
    from homework_check.settings import Settings
    from homework_check.workbook import Sheet, Source

_MOST_SEEN = 8


class _Laid(NamedTuple):
    """A sheet with its cells in a body, and the indexes of the rows that may head a table.

    `source` is the path that it was read from.
    """

    source: str
    sheet: Sheet
    body: Body
    headers: Sequence[int]


def _lay_out(sheet: Sheet, source: str, settings: Settings) -> _Laid:
    """Find the rows that may head lists."""
    body = make_full_body(sheet)
    return _Laid(source, sheet, body, find_headers(body, settings.columns))


def normalise(source: Source, settings: Settings) -> Log:
    """Understand one source; an unreadable one passes through as it is."""
    content = source.content
    if isinstance(content, Unreadable):
        return Log(source.path, source.sha256, None, None, unreadable=content)
    named = len(content.sheets) > 1 or content.encoding is None
    names = _names(source)

    def read(sheet: Sheet, beside: Statement | None = None) -> SheetLog:
        own = [(sheet.name, "sheet")] if named else []
        lines = Lines(titles=(), above=(), names=[*own, *names], beside=beside)
        return _read_sheet(sheet, source.path, lines, settings)

    lists = {n: _own_list(one) for n, one in enumerate(content.sheets) if is_own_list(one)}
    sheets = [sheet for n, sheet in enumerate(content.sheets) if n not in lists]
    logs = [read(sheet) for sheet in sheets]
    if stated := _only_school(logs):
        unnamed = [any(school.name is None for school in _schools(log)) for log in logs]
        logs = [
            read(sheet, stated) if is_unnamed else log
            for sheet, log, is_unnamed in zip(sheets, logs, unnamed, strict=True)
        ]
    others = iter(logs)
    every = tuple(lists.get(n) or next(others) for n in range(len(content.sheets)))
    return Log(source.path, source.sha256, content.format, content.encoding, every)


def _own_list(sheet: Sheet) -> SheetLog:
    answers = answers_in(sheet)
    where = _range(sheet)
    return SheetLog(sheet.name, "no-log", "own-list", sheet.hidden, where, answers=answers)


def _schools(log: SheetLog) -> set[School]:
    return {one.school for part in log.parts for one in part.classes}


def _only_school(logs: Sequence[SheetLog]) -> Statement | None:
    """The school that some sheets of a workbook name and all others leave out.

    A summary has a title, the sheets of the classes beside it have none.
    """
    found = [(school, log.name) for log in logs if len(logs) > 1 for school in _schools(log)]
    named = [(school, sheet) for school, sheet in found if school.name]
    if len({school.name for school, _ in named}) != 1 or len(named) == len(found):
        return None
    counties = {school.county for school, _ in named}
    school, sheet = named[0]
    county = school.county if len(counties) == 1 else None
    return Statement(school.name or "", f"beside {sheet}", school.name, county)


def _names(source: Source) -> list[tuple[str, str]]:
    """The names of the file and of the folders it was found in, the nearest first."""
    path = PurePosixPath(source.path.replace("\\", "/"))
    folders = [(name, f"folder {name}") for name in reversed(source.folders)]
    return [(path.stem, "file"), *folders]


def _read_sheet(sheet: Sheet, source: str, lines: Lines, settings: Settings) -> SheetLog:
    """Read a sheet; `lines` say what it and its source are called, and what others state."""
    if not any(value != "" for row in sheet.rows for value in row):
        return SheetLog(sheet.name, "empty", hidden=sheet.hidden)
    sheet = _without_blank_columns(sheet)
    span = _range(sheet)
    laid = _lay_out(sheet, source, settings)
    turned = None if laid.headers else transpose(sheet, settings)
    if turned:
        laid = _lay_out(turned.sheet, source, settings)
    if pupils := tuple(_pupil_columns(laid, settings)):
        return SheetLog(sheet.name, "no-log", "pupil-records", sheet.hidden, span, pupils)
    if turned:
        around = lines._replace(above=turned.titles, notes=turned.notes)
        logs = [*map(in_place, _read_tables(laid, around, settings))]
    elif beside := divide(sheet, laid.headers, settings):
        each = ((_lay_out(one.sheet, source, settings), one.titles) for one in beside)
        read = (_read_tables(part, lines._replace(above=above), settings) for part, above in each)
        logs = [*chain.from_iterable(read)]
    else:
        logs = [*_read_tables(laid, lines, settings)]
    if not logs:
        why = "bare-weekdays" if has_bare_week(sheet) else "no-header"
        return SheetLog(sheet.name, "no-log", why, sheet.hidden, span, _seen(sheet.rows))
    return _sheet_log(sheet, span, logs)


def _pupil_columns(laid: _Laid, settings: Settings) -> Iterator[str]:
    for row in laid.headers:
        for text in map(as_written, laid.sheet.rows[row]):
            if read_header(text, settings.columns).field == "pupil":
                yield text


def _without_blank_columns(sheet: Sheet) -> Sheet:
    """The sheet from its first filled column on: titles begin in the first one."""
    blank = 0
    while all(row[blank] == "" for row in sheet.rows):
        blank += 1
    if not blank:
        return sheet
    rows = [row[blank:] for row in sheet.rows]
    return sheet._replace(rows=rows, first_column=sheet.first_column + blank)


def _sheet_log(sheet: Sheet, span: str, logs: Sequence[TableLog]) -> SheetLog:
    return SheetLog(
        name=sheet.name,
        status="read",
        reason=None if any(log.entries for log in logs) else "not-filled",
        hidden=sheet.hidden,
        range=span,
        parts=tuple(log.entries for log in logs),
        remarks_of_parts=tuple(log.remarks for log in logs),
    )


def _read_tables(laid: _Laid, outer: Lines, settings: Settings) -> Iterator[TableLog]:
    """Read the tables one below the other; the title lines of one end the one above.

    `laid` has the headers of lists. A row that heads a list and a matrix, as one of subjects and
    their total does, heads a matrix; one that is not about homework is no log. `outer` are lines
    that hold for all the tables.
    """
    body = laid.body
    found = find_matrices(body, settings, laid.headers)
    matrices = {header.row: header for header in found}
    inside = {row for header in found for row in range(header.row + 1, header.row + header.height)}
    # A list without a row of its own is only a line above the heads of a matrix.
    lists = {row for row in laid.headers if row not in inside and row + 1 not in matrices}
    of_subjects = {row for row, header in matrices.items() if "subject" in header.keys}
    firsts = {row: read_header(as_written(body.columns[0][row]), settings.columns) for row in lists}
    of_subjects |= {row for row, header in firsts.items() if header.field == "subject"}
    headed = laid._replace(headers=sorted({*lists, *matrices}))
    for part, lines in _parts(headed, of_subjects, outer):
        matrix = matrices.get(part.header)
        if matrix and is_about_homework(lines, matrix.words, part.rows(0)):
            fields, near = fields_of_matrix(matrix), _with_corner(lines, part, matrix)
            yield from _read_sections(part, fields, matrix, near, settings)
        elif part.header in lists and _is_log(part, lines, settings):
            yield from _read_sections(part, fields_of_list(part, settings), None, lines, settings)


def _with_corner(lines: Lines, part: Part, matrix: MatrixHeader) -> Lines:
    """The lines around a matrix, with the class that stands in its corner as the nearest title."""
    corner = as_written(part.body.columns[0][matrix.heads])
    if "class" in matrix.keys or not is_class(corner):
        return lines
    cell = f"{part.body.letter(0)}{part.body.row(matrix.heads)}"
    return lines._replace(titles=[(corner, cell), *lines.titles])


def _is_log(part: Part, lines: Lines, settings: Settings) -> bool:
    """Whether a list is one of homework, as its header says, or where it does not, the lines."""
    heads = (as_written(column[part.header]) for column in part.body.columns)
    headers = [read_header(head, settings.columns) for head in heads]
    others = [header.text for header in headers if header.field != "part"]
    return not is_of_parts(headers) or is_about_homework(lines, others, part.rows(0))


def _read_sections(
    part: Part, fields: Fields, matrix: MatrixHeader | None, lines: Lines, settings: Settings
) -> Iterator[TableLog]:
    """Read a table, one part after the other if lines divide it; `matrix` None: it is a list."""
    for one, sections, notes in parts_within(part, fields, settings):
        within = lines_within(lines, sections)
        around = settle(within, one, settings)
        if matrix:
            around = with_unit(around, matrix, part.rows(0))
            log = read_matrix(one, matrix, settled_within(around, sections, one), settings)
        else:
            log = read_list(one, settled_within(around, sections, one), settings)
        log = with_notes(with_other_days(log), notes)
        yield with_noted_work(log, within.notes)


def _parts(laid: _Laid, of_subjects: Container[int], outer: Lines) -> Iterator[tuple[Part, Lines]]:
    """The tables of a sheet, each with the lines that state something for it."""
    source, sheet, body, headers = laid
    pairs = zip((-1, *headers), headers, strict=False)
    starts = [
        first_title(sheet, before, header, of_subjects=before in of_subjects)
        for before, header in pairs
    ]
    last = read_notes(sheet, headers[-1], len(sheet.rows)) if headers else []
    for number, header in enumerate(headers):
        end = starts[number + 1] if number + 1 < len(headers) else len(sheet.rows)
        titles = read_titles(sheet, starts[number], header)
        above = read_titles(sheet, starts[0], headers[0]) if number else []
        notes = read_notes(sheet, header, end)
        if number + 1 < len(headers):
            notes += of_above(read_titles(sheet, end, headers[number + 1]))
        lines = outer._replace(
            titles=titles, above=[*above, *outer.above], notes=[*notes, *outer.notes], last=last
        )
        yield Part(source, sheet, body, header, end), lines


def _seen(rows: Sequence[Sequence[object]]) -> tuple[str, ...]:
    """Texts of the row that looks most like a header, for the message."""
    widest = max(rows[:20], key=lambda row: sum(isinstance(v, str) and v != "" for v in row))
    return tuple(str(v) for v in widest if v != "")[:_MOST_SEEN]


def _range(sheet: Sheet) -> str:
    height, width = len(sheet.rows), len(sheet.rows[0])
    first = f"{column_letter(sheet.first_column)}{sheet.first_row}"
    last = column_letter(sheet.first_column + width - 1)
    return f"{first}:{last}{sheet.first_row + height - 1}"
