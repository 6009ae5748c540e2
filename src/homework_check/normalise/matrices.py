"""Headers of matrices: subjects by days, classes by subjects, classes by days."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from homework_check.normalise.body import as_written
from homework_check.normalise.headers import read_header
from homework_check.normalise.own_words import in_common_words, own_words
from homework_check.normalise.values import (
    DateReading,
    Outcome,
    YearHint,
    clean,
    is_total,
    read_date,
    read_form,
    read_subject,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.model import Form
    from homework_check.normalise.body import Body
    from homework_check.settings import Settings
    from homework_check.workbook import CellValue

_KEYS = frozenset({"school", "county", "grade", "class"})
_FEWEST = 2  # days or subjects; one alone heads other tables as well
_MOST_ROWS = 2000  # nothing that people fill in as a matrix is longer
_QUALIFIED = re.compile(r"(?P<name>[^()]+)\((?P<form>[^()]+)\)")


class Label(NamedTuple):
    """What heads a row or column of a subject. `known`: the subject is in the list."""

    subject: str
    known: bool
    form: Form | None = None


class Box(NamedTuple):
    """The columns (indexes) under one head; None: there is no such column.

    `mixed`: content and minutes share the column, given as `content`.
    """

    text: str
    content: int | None
    minutes: int | None
    mixed: bool


class MatrixHeader(NamedTuple):
    """A header at row index `row`. `keys` give the column index of a field of the rows.

    `across` says what the columns are: `days` of subjects or classes, or `subjects`.
    """

    row: int
    height: int
    keys: dict[str, int]
    boxes: tuple[Box, ...]
    texts: tuple[CellValue, ...]
    across: Literal["days", "subjects"]

    @property
    def layout(self) -> Literal["week-matrix", "class-matrix"]:
        """The name of the layout."""
        return "week-matrix" if "subject" in self.keys else "class-matrix"


def read_label(value: CellValue, settings: Settings) -> Label:
    """Read 语文, or 语文（书面） with its form."""
    value = in_common_words(value, own_words("subject", settings))
    subject, known = read_subject(value)
    qualified = None if known else _QUALIFIED.fullmatch(clean(value).replace(" ", ""))
    if qualified:
        form = read_form(qualified["form"])
        if not isinstance(form, Outcome):
            return Label(*read_subject(qualified["name"]), form)
    return Label(subject, known)


def find_matrices(body: Body, settings: Settings) -> tuple[MatrixHeader, ...]:
    """The header rows of matrices, first table first."""
    height = min(body.height, _MOST_ROWS)
    found = (_read_row(body, row, settings) for row in range(height))
    return tuple(header for header in found if header)


def _read_row(body: Body, row: int, settings: Settings) -> MatrixHeader | None:
    heads = [column[row] for column in body.columns]
    keys = _read_keys(heads, settings)
    days = [i for i, value in enumerate(heads) if i not in keys.values() and _is_day(value)]
    subjects = [
        i
        for i, v in enumerate(heads)
        if i not in keys.values() and v != "" and read_label(v, settings).known
    ]
    if len(days) >= _FEWEST and not subjects and not _is_torn(heads[days[0] : days[-1]]):
        if not keys and (body.columns[0][row] == "" or _is_day(heads[0])):
            return None
        keys = keys or {"subject": 0}
        boxes, height = _boxes(body, row, days, settings)
        header = MatrixHeader(row, height, keys, boxes, tuple(heads), "days")
        return header if "subject" not in keys or _has_subjects(body, header, settings) else None
    if len(subjects) >= _FEWEST and not days and {"class", "grade"} & keys.keys():
        boxes = tuple(Box(as_written(heads[i]), i, None, mixed=True) for i in subjects)
        return MatrixHeader(row, 1, keys, boxes, tuple(heads), "subjects")
    return None


def _is_torn(heads: Sequence[CellValue]) -> bool:
    """Whether something else stands between days: 2023-10-09 至 2023-10-13 is a title."""
    return any(value != "" and not _is_day(value) and not is_total(str(value)) for value in heads)


def _read_keys(heads: Sequence[CellValue], settings: Settings) -> dict[str, int]:
    """Columns of what the rows are of; a subject, or a class with its grade and school."""
    fields = {
        read_header(v, settings.columns).field: i
        for i, v in reversed([*enumerate(heads)])
        if isinstance(v, str)
    }
    if "subject" in fields:
        return {"subject": fields["subject"]}
    return {name: index for name, index in fields.items() if name in _KEYS}


def _is_day(value: CellValue) -> bool:
    if value == "" or (isinstance(value, str) and is_total(value)):
        return False
    reading = read_date(value, YearHint())
    return isinstance(reading, DateReading) and bool(reading.day or reading.weekday)


def _has_subjects(body: Body, header: MatrixHeader, settings: Settings) -> bool:
    column = body.columns[header.keys["subject"]][header.row + header.height :]
    return any(value != "" and read_label(value, settings).known for value in column)


def _boxes(
    body: Body, row: int, days: Sequence[int], settings: Settings
) -> tuple[tuple[Box, ...], int]:
    """The columns of each day: one, or content and minutes that a second row names."""
    ends = [*days[1:], len(body.columns)]
    texts = [as_written(body.columns[i][row]) for i in days]
    lower = next((r for r in range(row + 1, body.height) if _is_filled(body, r)), None)
    if lower is not None:
        below = [
            {
                read_header(as_written(body.columns[i][lower]), settings.columns).field: i
                for i in range(day, end)
            }
            for day, end in zip(days, ends, strict=True)
        ]
        if all("minutes" in fields for fields in below):
            boxes = tuple(
                Box(text, fields.get("content"), fields["minutes"], mixed=False)
                for text, fields in zip(texts, below, strict=True)
            )
            return boxes, lower - row + 1
    return tuple(Box(t, i, None, mixed=True) for t, i in zip(texts, days, strict=True)), 1


def _is_filled(body: Body, row: int) -> bool:
    return any(column[row] != "" for column in body.columns)
