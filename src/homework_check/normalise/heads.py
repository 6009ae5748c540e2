"""What stands over the columns and before the rows of a matrix: subjects, days, classes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from homework_check.memo import LastingMemo
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

    from homework_check.model import Form, Place
    from homework_check.normalise.body import Body
    from homework_check.normalise.keys import Day, Key
    from homework_check.normalise.values import Unit
    from homework_check.settings import Settings
    from homework_check.workbook import CellValue

_QUALIFIED = re.compile(r"(?P<name>[^()]+)\((?P<form>[^()]+)\)")
_CORNER = re.compile("学科|科目|班级|星期|日期|时间|subject|class|day|date", re.IGNORECASE)
_CLASS = re.compile("班|class", re.IGNORECASE)
_BARE = re.compile(r"\d{1,2}\.\d{1,2}")
_LONGEST = 12


class Label(NamedTuple):
    """What heads a row or column of a subject. `known`: the subject is in the list."""

    subject: str
    known: bool
    form: Form | None = None


class Box(NamedTuple):
    """The columns (indexes) under one head; None: there is no such column.

    `mixed`: content and minutes share the column, given as `content`. `weekday` is what a
    second row of heads adds to the date in `text`.
    """

    text: str
    content: int | None
    minutes: int | None
    mixed: bool
    weekday: str = ""


class ColumnHead(NamedTuple):
    """The columns under one head, with what the group of columns is of.

    `key`, `form` and `place` None: it does not say; `unit` None: that of the table.
    """

    box: Box
    letter: str
    day: Day
    label: Label | None
    key: Key | None = None
    form: Form | None = None
    place: Place | None = None
    unit: Unit | None = None


def read_label(value: CellValue, settings: Settings) -> Label:
    """Read 语文, or 语文（书面） with its form."""
    return _LABELS[in_common_words(value, own_words("subject", settings))]


def _read_label(value: CellValue) -> Label:
    subject, known = read_subject(value)
    qualified = None if known else _QUALIFIED.fullmatch(clean(value).replace(" ", ""))
    if qualified:
        form = read_form(qualified["form"])
        if not isinstance(form, Outcome):
            return Label(*read_subject(qualified["name"]), form)
    return Label(subject, known)


_LABELS = LastingMemo(_read_label)


def is_day(value: CellValue) -> bool:
    """Whether a head names a day or a weekday."""
    return _DAYS[value]


def _is_day(value: CellValue) -> bool:
    if value == "" or (isinstance(value, str) and is_total(value)):
        return False
    reading = read_date(value, YearHint())
    return isinstance(reading, DateReading) and (
        reading.lacks != "week" or reading.weekday is not None
    )


_DAYS = LastingMemo(_is_day)


def is_bare(value: CellValue) -> bool:
    """Whether a day, as 9.4 is one, could as well be an amount."""
    return _BARE.fullmatch(as_written(value)) is not None


def is_class(value: CellValue) -> bool:
    """Whether the head of a row may be a class."""
    text = as_written(value)
    return len(text) <= _LONGEST and _CLASS.search(text) is not None


def is_corner(value: CellValue) -> bool:
    """Whether a text may head rows and columns at once: 星期/学科."""
    text = as_written(value)
    return len(text) <= _LONGEST and _CORNER.search(text) is not None


def read_boxes(
    body: Body, row: int, heads: Sequence[int], settings: Settings
) -> tuple[tuple[Box, ...], int]:
    """The columns under the heads at `row`, and how many rows all heads take.

    Days may stand in two rows, as date and as weekday; a last row may divide each head into
    content and minutes.
    """
    texts = [as_written(body.columns[i][row]) for i in heads]
    others = [""] * len(heads)
    last, lower = row, _next_row(body, row)
    if lower is not None and _adds_days(body, lower, heads, settings):
        others = [as_written(body.columns[i][lower]) for i in heads]
        if not any(map(_is_weekday, others)):
            texts, others = others, texts
        last, lower = lower, _next_row(body, lower)
    if lower is not None:
        divided = _divided(body, lower, heads, settings)
        if all("minutes" in fields for fields in divided):
            boxes = tuple(
                Box(text, fields.get("content"), fields["minutes"], mixed=False, weekday=other)
                for text, fields, other in zip(texts, divided, others, strict=True)
            )
            return boxes, lower - row + 1
    boxes = tuple(
        Box(text, index, None, mixed=True, weekday=other)
        for text, index, other in zip(texts, heads, others, strict=True)
    )
    return boxes, last - row + 1


def _adds_days(body: Body, row: int, heads: Sequence[int], settings: Settings) -> bool:
    """Whether a row below days has days again, and nothing else but perhaps 日期 before them."""
    below = [body.columns[i][row] for i in heads]
    before = [column[row] for column in body.columns[: heads[0]] if column[row] != ""]
    named = {read_header(as_written(v), settings.columns).field for v in before}
    return (
        is_day(body.columns[heads[0]][row - 1])
        and all(map(is_day, below))
        and named <= {"date", "weekday"}
        and bool(named or not all(map(is_bare, below)))
    )


def _is_weekday(text: str) -> bool:
    reading = read_date(text, YearHint())
    return isinstance(reading, DateReading) and reading.lacks == "week"


def _divided(
    body: Body, row: int, heads: Sequence[int], settings: Settings
) -> list[dict[str | None, int]]:
    """The fields that a row names below each head, with their columns."""
    ends = [*heads[1:], len(body.columns)]
    return [
        {
            read_header(as_written(body.columns[i][row]), settings.columns).field: i
            for i in range(head, end)
        }
        for head, end in zip(heads, ends, strict=True)
    ]


def _next_row(body: Body, row: int) -> int | None:
    """The next row that is not blank; None: there is none."""
    filled = (r for r in range(row + 1, body.height) if any(c[r] != "" for c in body.columns))
    return next(filled, None)
