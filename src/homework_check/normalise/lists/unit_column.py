"""A column that says the unit of the minutes in each row: 40 | 分钟, 1 | 小时."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homework_check.memo import Memo
from homework_check.normalise.body import with_merges
from homework_check.normalise.headers.header import heads_units, unit_words
from homework_check.normalise.values import UNIT_OF, Unit, clean, is_ditto, read_minutes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from homework_check.normalise.body import Body
    from homework_check.normalise.headers.header import Header
    from homework_check.workbook import CellRange, CellValue

_TIMES: Final = frozenset({"minutes", "time", "unclear", "actual"})


def with_units(
    headers: tuple[Header, ...], body: Body, merged: Sequence[CellRange]
) -> tuple[tuple[Header, ...], Body]:
    """The table with the unit of each row behind its numbers, if a column says any.

    单位 heads schools as well, which are called no 分钟. A merged unit holds for all its rows; what
    is none makes the number before it one that is not understood.
    """
    heads = (i for i, header in enumerate(headers) if heads_units(header.text))
    index = next((i for i in heads if not headers[i].own), None)
    if index is None:
        return headers, body
    units = Memo(_unit_word)
    said = {units[value] for value in {*body.columns[index]}} - {""}
    if said.isdisjoint(unit_words()):
        return headers, body
    stated = units.all(with_merges(body, merged, [index]).columns[index])
    named, joined = list(headers), {}
    named[index] = headers[index]._replace(field=None)
    of_times = not said.isdisjoint(UNIT_OF)
    for at, header in enumerate(headers):
        # 页 and 题 are of the number before them, and may be of no time at all.
        is_meant = of_times or (at == index - 1 and header.unit is Unit.UNSTATED)
        if header.field in _TIMES and is_meant:
            joined[at] = Memo(_joined).all(zip(body.columns[at], stated, strict=True))
            named[at] = header._replace(unit=_of_others(header.unit, said))
    return tuple(named), body.with_columns(joined)


def _unit_word(value: CellValue) -> str:
    """The unit that a cell says; nothing in one that is blank or says 同上."""
    text = clean(value).lower()
    return "" if is_ditto(text) else text


def _joined(pair: tuple[CellValue, str]) -> CellValue:
    """A cell of minutes with its unit behind it, if it has none of its own."""
    value, unit = pair
    bare = unit and read_minutes(value, Unit.HOURS) != read_minutes(value, Unit.MINUTES)
    return f"{clean(value)}{unit}" if bare else value


def _of_others(unit: Unit, said: AbstractSet[str]) -> Unit:
    """The unit of numbers that have none beside them: what the header states, if all say so."""
    return unit if {UNIT_OF.get(word) for word in said} == {unit} else Unit.NEEDED
