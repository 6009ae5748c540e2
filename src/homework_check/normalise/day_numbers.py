"""Days beside subjects written as numbers: 月 and 日 in two columns, or 4, 5, 6 under 日期."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from homework_check.memo import LastingMemo
from homework_check.normalise.body import TOP, as_written, places_of
from homework_check.normalise.values import read_subject

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from homework_check.normalise.body import Body
    from homework_check.workbook import CellValue, Sheet

_DAY: Final = "日"
_MONTH: Final = "月"
_HEADS: Final = (_DAY, "日期")
_MOST: Final = {_DAY: 31, _MONTH: 12}
_NEXT: Final = {_DAY: 3, "日期": 30}
"""So much later is the next day at most, behind a weekend."""

_FEWEST: Final = 2
"""Subjects beside the days; a list has none in its header."""


def with_days_in_full(sheet: Sheet, body: Body) -> Sheet:
    """The sheet of a body with such days as everybody writes them, 9月4日 or 4日, below 日期.

    日 alone heads Japanese as well: numbers that do not rise from day to day are of that. Where
    there are none, the sheet itself is given back.
    """
    columns = zip(body.columns, body.distinct, strict=True)
    heads = ((column, head) for column, said in columns for head in _HEADS if head in said)
    for at in sorted({at for column, head in heads for at in places_of(head, column, TOP)}):
        row = sheet.rows[at]
        head = next((head for head in _HEADS if row.count(head) == 1), "")
        if head and _has_subjects(row):
            day = row.index(head)
            month = row.index(_MONTH) if row.count(_MONTH) == 1 else None
            below = sheet.rows[at + 1 :]
            if (month is not None and head == _DAY) or _rise(below, day, _NEXT[head]):
                rows = [*sheet.rows[:at], _headed(row, day, month), *_joined(below, day, month)]
                return sheet._replace(rows=rows)
    return sheet


def _has_subjects(row: Sequence[CellValue]) -> bool:
    named = (_IS_SUBJECT[cell] for cell in row if cell not in {"", _DAY, _MONTH})
    return sum(named) >= _FEWEST


_IS_SUBJECT = LastingMemo["CellValue", bool](lambda cell: read_subject(cell)[1])


def _rise(rows: Sequence[Sequence[CellValue]], day: int, most: int) -> bool:
    """Whether all numbers of a column are of days, each at most so much later than the last."""
    cells = [row[day] for row in rows if row[day] != ""]
    numbers = [_number(cell, _DAY) for cell in cells if as_written(cell).isdecimal()]
    steps = [after - before for before, after in pairwise(numbers)]
    return bool(steps) and 0 not in numbers and all(0 < step <= most for step in steps)


def _number(cell: CellValue, sign: str) -> int:
    """The number of a day or month; 0: it is none."""
    text = as_written(cell).removesuffix(sign) if cell != "" else ""
    number = int(text) if text.isdecimal() and len(text) <= len("31") else 0
    return number if number <= _MOST[sign] else 0


def _headed(row: Sequence[CellValue], day: int, month: int | None) -> list[CellValue]:
    heads = [*row]
    heads[day] = "日期"
    if month is not None:
        heads[month] = ""
    return heads


def _joined(
    rows: Sequence[Sequence[CellValue]], day: int, month: int | None
) -> Iterator[list[CellValue]]:
    """The rows with their days in full; a month holds on below, and is left in no row."""
    held = ""
    for row in rows:
        cells = [*row]
        if month is not None and (number := _number(row[month], _MONTH)):
            held = f"{number}{_MONTH}"
            cells[month] = ""
        elif month is not None and row[day] == "":
            # 合计 stands in the first column.
            cells[day], cells[month] = row[month], ""
        if number := _number(row[day], _DAY):
            cells[day] = f"{held}{number}{_DAY}"
        yield cells
