"""A source's sheets, understood: its tables, or why there are none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, TypeAlias

from homework_check.log import Log, SheetLog
from homework_check.normalise.body import as_written, column_letter, make_body
from homework_check.normalise.headers import find_headers, read_header
from homework_check.normalise.lists import Part, TableLog, read_list
from homework_check.normalise.matrices import find_matrices
from homework_check.normalise.matrix import read_matrix
from homework_check.normalise.matrix_titles import is_about_homework, with_form
from homework_check.normalise.surroundings import Lines, settle
from homework_check.normalise.values import (
    DateReading,
    Outcome,
    YearHint,
    is_total,
    read_date,
    read_minutes,
)
from homework_check.workbook import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from homework_check.normalise.body import Body
    from homework_check.normalise.matrices import MatrixHeader
    from homework_check.settings import Settings
    from homework_check.workbook import CellValue, Sheet, Source

_MOST_SEEN = 8
_COLONS = (":", "：")
_LABELS = frozenset({"school", "county", "grade", "class", "date"})

_Names: TypeAlias = "Sequence[tuple[str, str]]"
"""Names of the sheet, the file and its folders with the kind of each, the nearest first."""


def normalise(source: Source, settings: Settings) -> Log:
    """Understand one source; an unreadable one passes through as it is."""
    content = source.content
    if isinstance(content, Unreadable):
        return Log(source.path, source.sha256, None, None, unreadable=content)
    named = len(content.sheets) > 1 or content.encoding is None
    names = _names(source)
    sheets = tuple(
        _read_sheet(
            sheet, source.path, settings, [*([(sheet.name, "sheet")] if named else []), *names]
        )
        for sheet in content.sheets
    )
    return Log(source.path, source.sha256, content.format, content.encoding, sheets)


def _names(source: Source) -> _Names:
    """The names of the file and of the folders it was found in, the nearest first."""
    path = PurePosixPath(source.path.replace("\\", "/"))
    folders = [(name, f"folder {name}") for name in reversed(source.folders)]
    return [(path.stem, "file"), *folders]


def _read_sheet(sheet: Sheet, source: str, settings: Settings, names: _Names) -> SheetLog:
    if not any(value != "" for row in sheet.rows for value in row):
        return SheetLog(sheet.name, "empty", hidden=sheet.hidden)
    sheet = _without_blank_columns(sheet)
    span = _range(sheet)
    body = make_body(sheet)
    headers = find_headers(body, settings.columns)
    if not headers:
        matrices = find_matrices(body, settings)
        if matrices:
            logs = _read_matrices(sheet, body, source, matrices, settings, names)
            if logs:
                return _sheet_log(sheet, span, logs)
        return SheetLog(sheet.name, "no-log", "no-header", sheet.hidden, span, _seen(sheet.rows))
    fields = {
        read_header(as_written(v), settings.columns).field
        for row in headers
        for v in sheet.rows[row]
    }
    if "pupil" in fields:
        seen = tuple(
            as_written(v)
            for row in headers
            for v in sheet.rows[row]
            if read_header(as_written(v), settings.columns).field == "pupil"
        )
        return SheetLog(sheet.name, "no-log", "pupil-records", sheet.hidden, span, seen)
    return _sheet_log(sheet, span, _read_tables(sheet, body, source, headers, settings, names))


def _without_blank_columns(sheet: Sheet) -> Sheet:
    """The sheet from its first filled column on: titles begin in the first one."""
    blank = 0
    while all(row[blank] == "" for row in sheet.rows):
        blank += 1
    if not blank:
        return sheet
    rows = [row[blank:] for row in sheet.rows]
    return replace(sheet, rows=rows, first_column=sheet.first_column + blank)


def _sheet_log(sheet: Sheet, span: str, logs: Sequence[TableLog]) -> SheetLog:
    return SheetLog(
        name=sheet.name,
        status="read",
        reason=None if any(log.entries for log in logs) else "not-filled",
        hidden=sheet.hidden,
        range=span,
        parts=tuple(log.entries for log in logs),
        remarks=tuple(remark for log in logs for remark in log.remarks),
    )


def _read_tables(  # noqa: PLR0913  a sheet in all its parts
    sheet: Sheet,
    body: Body,
    source: str,
    headers: Sequence[int],
    settings: Settings,
    names: _Names,
) -> list[TableLog]:
    """Read the tables one below the other; the title lines of one end the one above."""
    return [
        read_list(part, settle(lines, part, settings), settings)
        for part, lines in _parts(sheet, body, source, headers, names)
    ]


def _read_matrices(  # noqa: PLR0913  a sheet in all its parts
    sheet: Sheet,
    body: Body,
    source: str,
    matrices: Sequence[MatrixHeader],
    settings: Settings,
    names: _Names,
) -> list[TableLog]:
    """Read the matrices that are about homework."""
    rows = [header.row for header in matrices]
    logs = []
    for header, (part, lines) in zip(
        matrices, _parts(sheet, body, source, rows, names), strict=True
    ):
        texts = [text for text, _ in (*lines.titles, *lines.above, *lines.names)]
        if is_about_homework([*texts, *map(str, header.texts)]):
            around = settle(lines, part, settings)
            logs.append(read_matrix(part, header, with_form(around, lines), settings))
    return logs


def _parts(
    sheet: Sheet, body: Body, source: str, headers: Sequence[int], names: _Names
) -> Iterator[tuple[Part, Lines]]:
    """The tables of a sheet, each with the lines that state something for it."""
    starts = [_first_title(sheet, before, header) for before, header in _pairs(headers)]
    for number, header in enumerate(headers):
        end = starts[number + 1] if number + 1 < len(headers) else len(sheet.rows)
        titles = _titles(sheet, starts[number], header)
        above = _titles(sheet, starts[0], headers[0]) if number else []
        yield Part(source, sheet, body, header, end), Lines(titles, above, names)


def _pairs(headers: Sequence[int]) -> list[tuple[int, int]]:
    return list(zip((-1, *headers), headers, strict=False))


def _first_title(sheet: Sheet, before: int, header: int) -> int:
    """Index of the first title line of a table whose header is at `header`."""
    if before < 0:
        return 0
    width = sum(value != "" for value in sheet.rows[before])
    first = header
    while first - 1 > before and _is_title(sheet.rows[first - 1], min(2, width - 1)):
        first -= 1
    return first


def _is_title(row: Sequence[CellValue], most: int) -> bool:
    """Whether a row between two tables belongs to the lower one: a few texts from the left on.

    Entries under merged keys have few cells as well, but not the first one.
    """
    filled = [value for value in row if value != ""]
    if not filled:
        return True
    texts = all(isinstance(v, str) and isinstance(read_minutes(v), Outcome) for v in filled)
    return texts and row[0] != "" and len(filled) <= most and not is_total(as_written(row[0]))


def _titles(sheet: Sheet, first: int, header: int) -> list[tuple[str, str]]:
    """Texts above a header with their cells, nearest line first; a label takes its neighbour."""
    titles = []
    for row in range(header - 1, first - 1, -1):
        cells = [(column, as_written(v)) for column, v in enumerate(sheet.rows[row]) if v != ""]
        while cells:
            column, text = cells.pop(0)
            cell = f"{column_letter(sheet.first_column + column)}{sheet.first_row + row}"
            label = text if text.endswith(_COLONS) else ""
            if not label and read_header(text).field in _LABELS:
                label = f"{text}："
            # A label nobody filled in is followed by the next label, not by its value.
            if label and cells and not cells[0][1].endswith(_COLONS):
                value = cells.pop(0)[1]
                label += _as_day(value, sheet) if read_header(text).field == "date" else value
            titles.append((label or text, cell))
    return titles


def _as_day(value: str, sheet: Sheet) -> str:
    """A day that is given by its number alone, as everybody writes it."""
    reading = read_date(value, YearHint(from_1904=sheet.from_1904)) if value.isdecimal() else None
    return reading.day.isoformat() if isinstance(reading, DateReading) and reading.day else value


def _seen(rows: Sequence[Sequence[object]]) -> tuple[str, ...]:
    """Texts of the row that looks most like a header, for the message."""
    widest = max(rows[:20], key=lambda row: sum(isinstance(v, str) and v != "" for v in row))
    return tuple(str(v) for v in widest if v != "")[:_MOST_SEEN]


def _range(sheet: Sheet) -> str:
    height, width = len(sheet.rows), len(sheet.rows[0])
    first = f"{column_letter(sheet.first_column)}{sheet.first_row}"
    last = column_letter(sheet.first_column + width - 1)
    return f"{first}:{last}{sheet.first_row + height - 1}"
