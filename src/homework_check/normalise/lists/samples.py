"""Rows that show how a form is filled in: （示例）练习册第3页."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from homework_check.memo import LastingMemo
from homework_check.normalise.values.cleaning import squeeze
from homework_check.normalise.values.words import alternatives

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from homework_check.normalise.body import Body
    from homework_check.normalise.headers.columns import Columns
    from homework_check.normalise.parts import Part
    from homework_check.workbook import CellValue

_FIRST = 6  # characters among which the mark of a sample stands


def find_samples(part: Part, body: Body, columns: Columns) -> dict[int, str]:
    """Rows whose content begins as a sample, or of which a cell says nothing but that they are.

    A 例： is one only where the sheet's name or a line above says that samples stand there: in a
    book it heads an exercise. Elsewhere a 示例： is one before the first entry; below it may be
    work that is set as a sample.
    """
    contents = columns.all_contents
    found: dict[int, str] = {}
    leading: set[int] = set()
    for index, column in enumerate(body.columns):
        marked = set(filter(_MAY_BE_ONE.__getitem__, body.distinct[index]))
        for row, value in enumerate(column) if marked else ():
            if value not in marked:
                continue
            text = squeeze(value)
            if _alone().fullmatch(text):
                found[row] = "note"
            elif index in contents and _begins("sure", "unsure").match(text):
                if _is_place_of_samples(part, body.row(row)):
                    found[row] = "note"
                elif _begins("sure").match(text):
                    leading.add(row)
    end = next(_entries(body, contents, found.keys() | leading), body.height) if leading else 0
    return found | dict.fromkeys((row for row in leading if row < end), "note")


def _entries(body: Body, contents: Iterable[int], samples: Container[int]) -> Iterator[int]:
    """The rows that have a content, but for `samples`."""
    columns = [body.columns[index] for index in contents]
    for row in range(body.height):
        if row not in samples and any(column[row] != "" for column in columns):
            yield row


def _may_be_one(value: CellValue) -> bool:
    return isinstance(value, str) and "例" in value[:_FIRST]


_MAY_BE_ONE = LastingMemo(_may_be_one)


def _is_place_of_samples(part: Part, row: int) -> bool:
    """Whether the sheet is named 填写说明, or a line 示例： stands above a row (as in Excel)."""
    sheet = part.sheet
    if re.search(alternatives("sample", "sheets"), squeeze(sheet.name)):
        return True
    above = (value for cells in sheet.rows[: row - sheet.first_row] for value in cells)
    return any(isinstance(v, str) and _alone().fullmatch(squeeze(v)) for v in above)


@cache
def _begins(*keys: str) -> re.Pattern[str]:
    word = alternatives("sample", *keys)
    return re.compile(rf"\({word}\)|{word}:")


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(rf"\(?{alternatives('sample', 'sure')}\)?:?")
