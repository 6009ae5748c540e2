"""What heads the rows and columns of a matrix: whose work, which day, which subject."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from homework_check.model import LeftOut
from homework_check.normalise.body import Body, as_written
from homework_check.normalise.heads import Label, is_day, read_label
from homework_check.normalise.keys import (
    Day,
    Key,
    KeyCells,
    join,
    read_day,
    read_key,
    without_grade,
)
from homework_check.normalise.spans import find_spans
from homework_check.normalise.values import is_footer, is_total

if TYPE_CHECKING:
    from collections.abc import Mapping

    from homework_check.model import Unit
    from homework_check.normalise.heads import Box
    from homework_check.normalise.lists import Part
    from homework_check.normalise.matrices import MatrixHeader
    from homework_check.normalise.surroundings import Surroundings
    from homework_check.settings import Settings
    from homework_check.workbook import CellValue

_KEYS = ("school", "county", "grade", "class")
_DAYS = ("date", "weekday")
_RESETS = {
    "county": ("school", "grade", "class"),
    "school": ("grade", "class"),
    "grade": ("class",),
}
"""A new value of the first is no longer followed by the old value of the others."""

_CLASS = re.compile("班|[0-9０-９]")


class RowHead(NamedTuple):
    """A row that is not left out, by its index in the body. `day` None: columns say the day."""

    at: int
    key: Key
    label: Label | None
    day: Day | None = None


class ColumnHead(NamedTuple):
    """The columns under one head."""

    box: Box
    letter: str
    day: Day
    label: Label | None


class Grid(NamedTuple):
    """A matrix by its heads; `body` begins under the header.

    `spans` lead from each place (row, column) of a merged cell over several days to the one
    that holds its value.
    """

    header: MatrixHeader
    body: Body
    rows: tuple[RowHead, ...]
    columns: tuple[ColumnHead, ...]
    left_out: tuple[LeftOut, ...]
    spans: Mapping[tuple[int, int], tuple[int, int]]

    def cells(self, row: RowHead, column: ColumnHead) -> tuple[CellValue, CellValue]:
        """Content and minutes of a box; blank where there is no such column."""
        indexes = column.box.content, column.box.minutes
        content, minutes = ("" if i is None else self._cell(row.at, i) for i in indexes)
        return content, minutes

    def _cell(self, row: int, column: int) -> CellValue:
        row, column = self.spans.get((row, column), (row, column))
        return self.body.columns[column][row]

    def is_spread(self, row: RowHead, column: ColumnHead) -> bool:
        """Whether a box shares its work with other days."""
        box = column.box
        return any((row.at, index) in self.spans for index in (box.content, box.minutes))

    def day(self, row: RowHead, column: ColumnHead) -> Day:
        """The day of a box: the one of its row, else the one of its column."""
        return row.day or column.day

    def unit(self, row: RowHead, column: ColumnHead) -> Unit:
        """Whose homework of which day a box holds."""
        return join(row.key, self.day(row, column)).unit


def read_grid(part: Part, header: MatrixHeader, around: Surroundings, settings: Settings) -> Grid:
    """Read all heads of the matrix of `part`."""
    body = part.body.part(header.row + header.height, part.end)
    left_out = _left_out(body, header, settings)
    rows = tuple(_rows(body, header, left_out, around, part.source, settings))
    columns = tuple(_column(part, header, box, around, settings) for box in header.boxes)
    return Grid(
        header,
        body,
        rows,
        columns,
        tuple(LeftOut(body.row(index), reason) for index, reason in left_out.items()),
        find_spans(body, rows, columns, part.sheet.merged),
    )


def _left_out(body: Body, header: MatrixHeader, settings: Settings) -> dict[int, str]:
    values = [i for box in header.boxes for i in (box.content, box.minutes) if i is not None]
    reasons: dict[int, str] = {}
    for row in range(body.height):
        texts = [str(body.columns[i][row]) for i in header.keys.values()]
        first = next((str(column[row]) for column in body.columns if column[row] != ""), "")
        blank = all(body.columns[i][row] == "" for i in values)
        if any(is_total(text) for text in texts if text):
            reasons[row] = "total"
        elif is_footer(first):
            reasons[row] = "footer"
        elif blank and not any(column[row] != "" for column in body.columns):
            reasons[row] = "blank"
        elif not any(texts) or (blank and not _is_key(header, texts, settings)):
            reasons[row] = "note"
    return reasons


def _is_key(header: MatrixHeader, texts: list[str], settings: Settings) -> bool:
    """Whether a row without work is one of a subject or class, and no line of text."""
    if "subject" in header.keys:
        return any(read_label(text, settings).known for text in texts)
    if any(is_day(text) for text in texts):
        return True
    return any(len(text) <= 12 and _CLASS.search(text) for text in texts)


def _rows(  # noqa: PLR0913  the rows and all that they need
    body: Body,
    header: MatrixHeader,
    left_out: dict[int, str],
    around: Surroundings,
    source: str,
    settings: Settings,
) -> list[RowHead]:
    rows: list[RowHead] = []
    held: dict[str, CellValue] = {}
    # Of classes alone each row has to name its own.
    divided = not header.keys.keys().isdisjoint({"subject", *_DAYS})
    keeping = [name for name in (*_KEYS, *_DAYS) if divided or name != "class"]
    for index in range(body.height):
        if index in left_out:
            continue
        own = {name: body.columns[i][index] for name, i in header.keys.items()}
        for name in keeping:
            if own.get(name, "") not in {"", held.get(name, "")}:
                held = {n: v for n, v in held.items() if n not in _RESETS.get(name, ())}
                held[name] = own[name]
        cells = own | held
        key = read_key(KeyCells(*map(cells.get, _KEYS)), around, source, settings)
        label = read_label(own["subject"], settings) if "subject" in own else None
        day = None
        if not header.keys.keys().isdisjoint(_DAYS):
            day = read_day(cells.get("date"), cells.get("weekday"), around)
        rows.append(RowHead(index, key, label, day))
    if "class" not in header.keys or not any(row.key.grade for row in rows):
        return rows
    classes = body.columns[header.keys["class"]]
    return [
        row
        if row.key.grade or row.key.flaws
        else row._replace(key=row.key._replace(flaws=(without_grade(classes[row.at]),)))
        for row in rows
    ]


def _column(
    part: Part, header: MatrixHeader, box: Box, around: Surroundings, settings: Settings
) -> ColumnHead:
    index = box.minutes if box.content is None else box.content
    letter = part.body.letter((box.minutes if box.minutes is not None else index) or 0)
    if header.across == "days":
        return ColumnHead(box, letter, read_day(box.text, box.weekday or None, around), None)
    day = read_day(None, None, around)
    sheet = as_written(part.sheet.name)
    named = read_day(sheet, None, around) if day.day is None and sheet else day
    return ColumnHead(box, letter, named if named.day else day, read_label(box.text, settings))
