"""Heads of a week that are written without 周 or 星期: 一, 二, 三, 四, 五."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from homework_check.normalise.body import as_written, make_body

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.normalise.body import Body
    from homework_check.workbook import CellValue, Sheet

_WEEK: Final = ("一", "二", "三", "四", "五", "六", "日")
_SCHOOL_DAYS: Final = 5
"""So many heads are days whatever stands before them; fewer may be layers or groups."""

_CORNER: Final = re.compile("星期|周|日期")


def make_full_body(sheet: Sheet) -> Body:
    """The columns of a sheet; such heads are written out, as 周一."""
    body = make_body(sheet)
    # Below a head stand no further ones, but in a column of weekdays they do.
    columns = [
        column
        for column, distinct in zip(body.columns, body.distinct, strict=True)
        if "一" in distinct and "二" not in distinct
    ]
    rows = {row for column in columns for row, value in enumerate(column) if value == "一"}
    full = {row: _in_full(sheet.rows[row]) for row in rows if _heads_week(sheet.rows[row])}
    if not full:
        return body
    return make_body(sheet._replace(rows=[full.get(at, row) for at, row in enumerate(sheet.rows)]))


def _heads_week(cells: Sequence[CellValue]) -> bool:
    """Whether a row has the days of a week from Monday on, in their order."""
    texts = [as_written(cell) for cell in cells]
    days = ["日" if text == "天" else text for text in texts if text in {*_WEEK, "天"}]
    before = texts[: texts.index("一")]
    is_named = len(days) > 1 and any(_CORNER.search(text) for text in before)
    return (len(days) >= _SCHOOL_DAYS or is_named) and days == [*_WEEK[: len(days)]]


def _in_full(cells: Sequence[CellValue]) -> list[CellValue]:
    days = {*_WEEK, "天"}
    return [f"周{text}" if (text := as_written(cell)) in days else cell for cell in cells]
