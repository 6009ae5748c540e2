"""The title lines above each table of a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.normalise.body import as_written
from homework_check.normalise.headers.header import read_header
from homework_check.normalise.headers.kinds import is_day
from homework_check.normalise.values import (
    ClassReading,
    DateReading,
    Outcome,
    YearHint,
    is_footer,
    is_total,
    read_class,
    read_date,
    read_minutes,
    read_subject,
)
from homework_check.normalise.values.cleaning import BLANK_BESIDE_OTHER
from homework_check.normalise.values.words import alternatives
from homework_check.patterns import late_pattern
from homework_check.settings import SchoolSystem
from homework_check.workbook import column_letter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.workbook import CellValue, Sheet

_COLONS = (":", "：")
_OF_ABOVE = late_pattern(f"[(（*※ ]*{alternatives('table_note', 'labels', 'above')}")
_SAYING_ABOVE = late_pattern(
    rf"[(（*※ ]*(?:{alternatives('table_note', 'labels')}\s*[:：]\s*)?"
    + alternatives("table_note", "above")
)
_MOST_IN_A_LINE = 2  # cells: a label and its value
_CALLED = late_pattern(
    "作业.{0,6}(?:表|公示|登记|记录|清单|统计|情况|布置|安排)|[:：].{0,6}$|第.{1,3}周"
)
"""What a title calls a table, or a label with its value."""

_SIGN = r"(?:[一-鿿]|[0-9０-９]+|[^\w\s])"
_SPACED = late_pattern(rf"(?<!\S)(?:{_SIGN}\s+)*[一-鿿](?:\s+{_SIGN}){{2,}}(?!\S)")
_LABELS = frozenset({"school", "county", "grade", "class", "date", "place"})


def first_title(sheet: Sheet, before: int, header: int, *, of_subjects: bool) -> int:
    """Index of the first title line of a table whose header is at `header`.

    The table above begins at `before` (-1: there is none); `of_subjects`: each of its rows
    begins with a subject, and one without homework is no title.
    """
    if before < 0:
        return 0
    width = sum(value != "" for value in sheet.rows[before])
    fields = [read_header(as_written(value)).field for value in sheet.rows[before]]
    first = header
    while first - 1 > before and _is_title(sheet.rows[first - 1], min(2, width - 1)):
        row = sheet.rows[first - 1]
        if (of_subjects and read_subject(row[0])[1]) or _is_entry(row, fields):
            break
        first -= 1
    return first


def _is_entry(row: Sequence[CellValue], fields: Sequence[str | None]) -> bool:
    """Whether a row has a key of the table above in its column, and work in that of contents.

    What stands there in a title is a day or a class as well, or calls the table something.
    """
    filled = [(field, value) for field, value in zip(fields, row, strict=True) if value != ""]
    works = [value for field, value in filled if field == "content"]
    keyed = any(field in _keys_of(value) for field, value in filled)
    return keyed and any(not (_keys_of(v) or _CALLED.search(as_written(v))) for v in works)


def _keys_of(value: CellValue) -> set[str]:
    """The keys of rows that a cell may give."""
    classes = read_class(value, SchoolSystem.SIX_THREE)
    may_be = {
        "date": is_day(value),
        "weekday": is_day(value),
        "subject": read_subject(value)[1],
        "class": isinstance(classes, ClassReading),
    }
    return {name for name, is_one in may_be.items() if is_one}


def _is_title(row: Sequence[CellValue], most: int) -> bool:
    """Whether a row between two tables belongs to the lower one: a few texts from the left on.

    Entries under merged keys have few cells as well, but not the first one.
    """
    filled = [value for value in row if value != ""]
    if not filled:
        return True
    # Of a day and a subject nobody makes a title: it is an entry that was not filled in.
    if len(filled) > 1 and is_day(filled[0]) and any(read_subject(v)[1] for v in filled):
        return False
    texts = all(isinstance(v, str) and isinstance(read_minutes(v), Outcome) for v in filled)
    return texts and row[0] != "" and len(filled) <= most and not is_total(as_written(row[0]))


def read_titles(sheet: Sheet, first: int, header: int) -> list[tuple[str, str]]:
    """Texts above a header with their cells, nearest line first; a label takes its neighbour."""
    titles = []
    for row in range(header - 1, first - 1, -1):
        cells = [(column, _title(v)) for column, v in enumerate(sheet.rows[row]) if v != ""]
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


def _title(value: CellValue) -> str:
    """The text of a title; blanks that only space out its characters are none: 书 面 作 业."""
    text = as_written(value)
    return _SPACED.sub(lambda run: BLANK_BESIDE_OTHER.sub("", " ".join(run[0].split())), text)


def read_notes(sheet: Sheet, header: int, end: int) -> list[tuple[str, str]]:
    """Texts of the lines below the entries of a table with their cells, the last line first.

    `header` and `end` are indexes of its first row and of the one behind its last.
    """
    first = end
    while first - 1 > header and is_line(sheet.rows[first - 1]):
        first -= 1
    return read_titles(sheet, first, end)


def of_above(titles: Sequence[tuple[str, str]], *, labelled: bool = True) -> list[tuple[str, str]]:
    """Those of the titles of a table that are notes to the one above it.

    `labelled`: 注 will do, which may stand above its own table as well; else they say 以上.
    """
    pattern = _OF_ABOVE if labelled else _SAYING_ABOVE
    return [title for title in titles if pattern.match(title[0])]


def is_line(row: Sequence[CellValue]) -> bool:
    """Whether a row at the end of a table may be a note or a signature, or is blank."""
    filled = [value for value in row if value != ""]
    few = len(filled) <= _MOST_IN_A_LINE and all(isinstance(value, str) for value in filled)
    return few or is_footer(as_written(filled[0]))


def _as_day(value: str, sheet: Sheet) -> str:
    """A day that is given by its number alone, as everybody writes it."""
    reading = read_date(value, YearHint(from_1904=sheet.from_1904)) if value.isdecimal() else None
    return reading.day.isoformat() if isinstance(reading, DateReading) and reading.day else value
