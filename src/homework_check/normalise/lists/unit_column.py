"""A column that says the unit of the minutes in each row: 40 | 分钟, 1 | 小时."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from homework_check.normalise.headers.header import plain_text, unit_words
from homework_check.normalise.values import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.normalise.body import Body, Column
    from homework_check.normalise.headers.header import Header

_HEADS: Final = frozenset({"单位", "时间单位", "时长单位", "unit"})
_TIMES: Final = frozenset({"minutes", "time", "unclear", "actual"})
_NUMBER: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?")


def with_units(headers: tuple[Header, ...], body: Body) -> tuple[tuple[Header, ...], Body]:
    """The table with the unit of each row behind its numbers, if a column says nothing else.

    单位 heads schools as well.
    """
    heads = (i for i, header in enumerate(headers) if plain_text(header.text) in _HEADS)
    index = next((i for i in heads if not headers[i].own), None)
    if index is None:
        return headers, body
    units = {clean(value).lower() for value in {*body.columns[index]} if value != ""}
    if not units or not units <= unit_words():
        return headers, body
    columns, distinct = list(body.columns), list(body.distinct)
    for at, header in enumerate(headers):
        if header.field in _TIMES:
            columns[at] = _joined(body.columns[at], body.columns[index])
            distinct[at] = frozenset(columns[at])
    named = tuple(h._replace(field=None) if i == index else h for i, h in enumerate(headers))
    return named, body._replace(columns=tuple(columns), distinct=tuple(distinct))


def _joined(numbers: Column, units: Sequence[object]) -> Column:
    pairs = zip(numbers, units, strict=True)
    return tuple(
        f"{clean(number)}{unit}" if _NUMBER.fullmatch(clean(number)) else number
        for number, unit in pairs
    )
