"""Heads of days that are written without 周, 星期 or 日: 一, 二, 三, 四, 五, or 1 to 30."""

from __future__ import annotations

import re
from itertools import chain, takewhile
from typing import TYPE_CHECKING, Final

from homework_check.normalise.around.periods import stated_period
from homework_check.normalise.body import TOP, as_written, make_body
from homework_check.normalise.day_numbers import with_days_in_full
from homework_check.normalise.headers.header import read_header
from homework_check.normalise.values.dates import LEAP_YEAR, YearHint
from homework_check.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.normalise.body import Body
    from homework_check.workbook import CellValue, Sheet

_WEEK: Final = ("一", "二", "三", "四", "五", "六", "日")
_SCHOOL_DAYS: Final = 5
"""So many heads are days whatever stands before them; fewer may be layers or groups."""

_DAYS_OF_A_MONTH: Final = 16
_LAST_OF_MONTH: Final = 31
_FEWEST: Final = 3
"""So many heads in their order may be days."""

_OF_WEEKDAYS: Final = late_pattern("星期|日期|周(?![次数])")
_NUMBERED: Final = late_pattern("第[^周]{0,3}周")
_WEEK_STATED: Final = late_pattern("周|星期|week", re.IGNORECASE)
_HOMEWORK: Final = late_pattern("作业|分钟|homework|minutes", re.IGNORECASE)
_KEYS: Final = frozenset({"subject", "school", "grade", "class", "date", "weekday"})
_ANY_YEAR: Final = YearHint(year=LEAP_YEAR)
_MOST_IN_TITLE: Final = 4
"""Filled cells; a row with more is one of a table."""


def make_full_body(sheet: Sheet) -> Body:
    """The columns of a sheet; such heads are written out, as 周一."""
    body = make_body(sheet)
    full_sheet = with_days_in_full(sheet, body)
    if full_sheet is not sheet:
        sheet, body = full_sheet, make_body(full_sheet)
    # Below a head stand no further ones, but in a column of weekdays they do.
    columns = [
        column
        for column, distinct in zip(body.columns, body.distinct, strict=True)
        if "一" in distinct and "二" not in distinct
    ]
    rows = {row for column in columns for row, value in enumerate(column) if value == "一"}
    heads = (row for row in sorted(rows) if _heads_week(sheet.rows[row], sheet.rows[:row]))
    full = {row: _in_full(sheet.rows[row]) for row in heads}
    full |= {at: _days_in_full(row) for at, row in enumerate(sheet.rows[:TOP]) if _heads_month(row)}
    if not full:
        return body
    return make_body(sheet._replace(rows=[full.get(at, row) for at, row in enumerate(sheet.rows)]))


def _heads_month(cells: Sequence[CellValue]) -> bool:
    """Whether a row has the days of a month behind the head of its rows: 学科, 1, 2, 3 to 30.

    No grade has so many classes.
    """
    if len(cells) <= _DAYS_OF_A_MONTH:
        return False
    texts = [as_written(cell) for cell in cells]
    days = [int(text) for text in texts if text.isdecimal()]
    if len(days) < _DAYS_OF_A_MONTH or days != [*range(days[0], days[0] + len(days))]:
        return False
    before = texts[: texts.index(str(days[0]))] if str(days[0]) in texts else ()
    named = any(read_header(text).field in _KEYS for text in before)
    return named and days[-1] <= _LAST_OF_MONTH


def has_bare_week(sheet: Sheet) -> bool:
    """Whether days of a week may head a sheet of homework, and nothing says that they are days."""
    rows = [[as_written(cell) for cell in row if cell != ""] for row in sheet.rows[:TOP]]
    is_of_homework = any(map(_HOMEWORK.search, chain.from_iterable(rows)))
    return is_of_homework and any({*_WEEK[:_FEWEST]} <= {*row} for row in rows)


def _heads_week(cells: Sequence[CellValue], above: Sequence[Sequence[CellValue]]) -> bool:
    """Whether a row has the days of a week from Monday on, in their order.

    Behind a head that names no weekdays they are groups or units as well where the titles
    `above` are of one day.
    """
    texts = [as_written(cell) for cell in cells]
    days = ["日" if text == "天" else text for text in texts if text in {*_WEEK, "天"}]
    if len(days) < 2 or days != [*_WEEK[: len(days)]]:
        return False
    before = [text for text in texts[: texts.index("一")] if text]
    if any(_OF_WEEKDAYS.search(_NUMBERED.sub("", text)) for text in before):
        return True
    names_rows = not before or any(read_header(text).field in _KEYS for text in before)
    return len(days) >= _SCHOOL_DAYS and names_rows and not _are_of_one_day(above)


def _are_of_one_day(above: Sequence[Sequence[CellValue]]) -> bool:
    """Whether the titles nearest to a row state a single day, and no week."""
    filled = [[as_written(cell) for cell in row if cell != ""] for row in reversed(above)]
    titles = takewhile(lambda texts: len(texts) <= _MOST_IN_TITLE, filled)
    texts = [*chain.from_iterable(titles)]
    periods = [period for text in texts if (period := stated_period(text, _ANY_YEAR))]
    of_week = any(map(_WEEK_STATED.search, texts)) or any(p.first != p.last for p in periods)
    return bool(periods) and not of_week


def _days_in_full(cells: Sequence[CellValue]) -> list[CellValue]:
    return [f"{text}日" if (text := as_written(cell)).isdecimal() else cell for cell in cells]


def _in_full(cells: Sequence[CellValue]) -> list[CellValue]:
    days = {*_WEEK, "天"}
    return [f"周{text}" if (text := as_written(cell)) in days else cell for cell in cells]
