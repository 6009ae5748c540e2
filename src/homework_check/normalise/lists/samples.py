"""Rows that show how a form is filled in: （示例）练习册第3页."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from homework_check.normalise.values.cleaning import squeeze
from homework_check.normalise.values.words import alternatives

if TYPE_CHECKING:
    from homework_check.normalise.body import Body
    from homework_check.normalise.headers.columns import Columns
    from homework_check.normalise.parts import Part

_FIRST = 6  # characters among which the mark of a sample stands


def find_samples(part: Part, body: Body, columns: Columns) -> dict[int, str]:
    """Rows whose content begins as a sample, or of which a cell says nothing but that they are.

    A 例： is one only where the sheet's name or a line above says that samples stand there: in a
    book it heads an exercise.
    """
    contents = columns.all_contents
    found: dict[int, str] = {}
    for index, column in enumerate(body.columns):
        marked = {v for v in body.distinct[index] if isinstance(v, str) and _may_be_one(v)}
        for row, value in enumerate(column) if marked else ():
            if value not in marked:
                continue
            text = squeeze(value)
            is_one = index in contents and (
                _begins("sure").match(text)
                or (_begins("unsure").match(text) and _is_place_of_samples(part, body.row(row)))
            )
            if is_one or _alone().fullmatch(text):
                found[row] = "note"
    return found


def _may_be_one(text: str) -> bool:
    return "例" in text[:_FIRST]


def _is_place_of_samples(part: Part, row: int) -> bool:
    """Whether the sheet is named 填写说明, or a line 示例： stands above a row (as in Excel)."""
    sheet = part.sheet
    if re.search(alternatives("sample", "sheets"), squeeze(sheet.name)):
        return True
    above = (value for cells in sheet.rows[: row - sheet.first_row] for value in cells)
    return any(isinstance(v, str) and _alone().fullmatch(squeeze(v)) for v in above)


@cache
def _begins(key: str) -> re.Pattern[str]:
    word = alternatives("sample", key)
    return re.compile(rf"\({word}\)|{word}:")


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(rf"\(?{alternatives('sample', 'sure')}\)?:?")
