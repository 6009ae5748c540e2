"""A day whose number, and perhaps month and year, stand in columns of their own."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from homework_check.memo import Memo
from homework_check.normalise.headers.header import end_of_span
from homework_check.normalise.values import DateReading, YearHint, clean, read_date
from homework_check.normalise.values.dates import LEAP_YEAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.normalise.body import Body
    from homework_check.normalise.headers.header import Header
    from homework_check.workbook import CellValue

_NEXT_DAY: Final = timedelta(days=1)
_ANY_YEAR: Final = YearHint(year=LEAP_YEAR)
_PARTS = {"of_year": "年", "of_month": "月", "of_day": "日"}


def join_spans(headers: Sequence[Header], body: Body) -> tuple[tuple[Header, ...], Body]:
    """The table with 开始日期 and 结束日期 as one column, of a day or of several.

    What has to be done by the next day is of the first alone.
    """
    ends = [end_of_span(header) for header in headers]
    if not ends.count(0) == ends.count(1) == 1:
        return tuple(headers), body
    first, last = ends.index(0), ends.index(1)
    spans = Memo(_span).all(zip(body.columns[first], body.columns[last], strict=True))
    named = list(headers)
    named[first] = headers[first]._replace(field="date")
    named[last] = headers[last]._replace(field="day-part")
    columns, distinct = list(body.columns), list(body.distinct)
    columns[first], distinct[first] = tuple(spans), frozenset(spans)
    return tuple(named), body._replace(columns=tuple(columns), distinct=tuple(distinct))


def _span(ends: tuple[CellValue, CellValue]) -> CellValue:
    """The first of two days, or both if there are others between them."""
    days = [
        reading.day
        for end in ends
        if isinstance(reading := read_date(end, _ANY_YEAR), DateReading) and reading.day
    ]
    if len(days) < len(ends) or days[1] - days[0] <= _NEXT_DAY:
        return ends[0]
    return "至".join(f"{day.month}月{day.day}日" for day in days)


def join_days(headers: Sequence[Header], body: Body) -> tuple[tuple[Header, ...], Body]:
    """The table with such columns as one, in the column of the days; beside a date they are none.

    Each holds on in the blank cells below it, the number of the day where the month is the same.
    """
    fields = [header.field for header in headers]
    at = {name: fields.index(name) for name in _PARTS if fields.count(name) == 1}
    if "of_day" not in at or "date" in fields:
        return tuple(h._replace(field=None) if h.field in _PARTS else h for h in headers), body
    days = _texts([(body.columns[index], _PARTS[name]) for name, index in at.items()])
    where = at["of_day"]
    joined = {index: "date" if index == where else "day-part" for index in at.values()}
    named = (h._replace(field=joined.get(i, h.field)) for i, h in enumerate(headers))
    return tuple(named), body.with_columns({where: days})


def _texts(parts: Sequence[tuple[Sequence[CellValue], str]]) -> tuple[str, ...]:
    """The days as one text each; blank where no part is given."""
    held = [""] * len(parts)
    days = []
    for cells in zip(*(column for column, _ in parts), strict=True):
        for place, (cell, (_, sign)) in enumerate(zip(cells, parts, strict=True)):
            said = _named(cell, sign)
            if said and said != held[place]:
                held[place:] = [said, *[""] * (len(parts) - place - 1)]
        days.append("" if all(cell == "" for cell in cells) else "".join(held))
    return tuple(days)


def _named(cell: CellValue, sign: str) -> str:
    text = clean(cell) if cell != "" else ""
    for ending in ("份", "号", sign):
        text = text.removesuffix(ending)
    return f"{text}{sign}" if text else ""
