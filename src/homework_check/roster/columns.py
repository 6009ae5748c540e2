"""Which column of a roster says what."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from homework_check.model import plain_name
from homework_check.normalise.headers.header import read_header
from homework_check.normalise.values import Outcome, clean, read_grade
from homework_check.settings import SchoolSystem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from homework_check.workbook import CellValue, Sheet

_FIELDS = frozenset({"school", "county", "campus", "grade", "class"})
_HIGHEST_HEADER = 30  # rows: titles and notes stand above it


class Columns(NamedTuple):
    """Indices of columns by field, and of columns of one grade by the words for it.

    `first_row` is the index of the first row below the headers.
    """

    fields: Mapping[str, int]
    grades: Mapping[int, str]
    first_row: int


def find_columns(sheet: Sheet) -> Columns | None:
    """Find the header row, of one or two levels; None: no column holds names of schools."""
    for number, row in enumerate(sheet.rows[:_HIGHEST_HEADER]):
        headers = [_text(value) for value in row]
        if any(_field(header) == "school" for header in headers):
            below = [_text(value) for value in _row(sheet, number + 1, len(row))]
            if _divides(headers, below):
                joined = [low or high for high, low in zip(headers, below, strict=True)]
                return _columns(joined, number + 2)
            return _columns(headers, number + 1)
    return None


def seen_headers(sheets: Sequence[Sheet]) -> list[str]:
    """The texts of the first row that has more than one: what a user may take for headers."""
    for sheet in sheets:
        for row in sheet.rows:
            texts = [text for value in row if (text := _text(value))]
            if len(texts) > 1:
                return texts
    return []


def _columns(headers: Sequence[str], first_row: int) -> Columns:
    fields: dict[str, int] = {}
    grades: dict[int, str] = {}
    for index, header in enumerate(headers):
        if grade := _grade(header):
            grades[index] = grade
        elif field := _field(header):
            fields.setdefault(field, index)
    return Columns(fields, grades, first_row)


def _divides(headers: Sequence[str], below: Sequence[str]) -> bool:
    """Whether the lower row divides headers: names of grades, and nothing under 学校."""
    under_school = (
        low for high, low in zip(headers, below, strict=True) if _field(high) == "school"
    )
    return not any(under_school) and any(_grade(low) for low in below)


def _field(header: str) -> str | None:
    plain = plain_name(header).casefold()
    own = next((field for field in ("system", "count") if plain in _words()[field]), None)
    if own is not None:
        return own
    field = read_header(header).field
    return field if field in _FIELDS else None


def _grade(header: str) -> str | None:
    """The part of a header that names a grade; a bare number does not."""
    text = plain_name(header).casefold()
    for ending in ("", *_words()["endings"]):
        bare = text.removesuffix(ending)
        if not bare.isdecimal() and not isinstance(
            read_grade(bare, SchoolSystem.SIX_THREE), Outcome
        ):
            return bare
    return None


def _row(sheet: Sheet, number: int, width: int) -> Sequence[CellValue]:
    return sheet.rows[number] if number < len(sheet.rows) else [""] * width


def _text(value: CellValue) -> str:
    return "" if value == "" else clean(value)


@cache
def _words() -> Mapping[str, Sequence[str]]:
    text = Path(__file__).with_name("headers.toml").read_text("utf-8")
    return tomllib.loads(text)
