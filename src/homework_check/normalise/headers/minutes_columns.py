"""Several columns of minutes: whether they add up, or one of them holds for the others."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from homework_check.model import Amount
from homework_check.normalise.headers.facets import are_apart
from homework_check.normalise.values import Unit, clean, read_content, read_minutes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from homework_check.normalise.body import Body
    from homework_check.normalise.headers.header import Header
    from homework_check.workbook import CellValue

_ENOUGH = 200  # contents that show whether they state minutes
_FEWEST_PARTS = 2


def torn_minutes(
    minutes: tuple[int, ...],
    unclear: Sequence[int],
    at: Mapping[str, int],
    headers: Sequence[Header],
    body: Body,
) -> tuple[int, ...]:
    """Columns that could all be the minutes; none: those in `minutes` add up."""
    if not unclear:
        parts = [headers[i].facets for i in minutes]
        # Nobody knows how classes share contents that are not told from each other.
        of_classes = any(facets.class_ for facets in parts)
        return () if are_apart(parts) and not of_classes else minutes
    others = minutes or [at[name] for name in ("actual", "content") if name in at]
    timed = [i for i in others if i != at.get("content") or _says_minutes(body.distinct[i])]
    torn = sorted((*timed, *unclear))
    return tuple(torn) if len(torn) > 1 else ()


def sum_of_others(minutes: Sequence[int], headers: Sequence[Header], body: Body) -> int | None:
    """The column whose amounts are the sums of the others, which it has to be a whole of.

    None: there is none, as most often there are no others.
    """
    for index in minutes if len(minutes) > _FEWEST_PARTS else ():
        others = [i for i in minutes if i != index]
        own, *parts = (headers[i].facets for i in (index, *others))
        if not are_apart(parts) or any(own.joined(part) != part for part in parts):
            continue
        rows = {*zip(*(body.columns[i] for i in (index, *others)), strict=True)}
        filled = [row for row in rows if row[0] != "" and any(value != "" for value in row[1:])]
        units = [headers[i].unit for i in (index, *others)]
        if filled and all(_adds_up(row, units) for row in filled):
            return index
    return None


def _adds_up(row: Sequence[CellValue], units: Sequence[Unit]) -> bool:
    """Whether the first of the amounts of a row is the sum of the others, blank ones left out."""
    read = [read_minutes(v, unit) for v, unit in zip(row, units, strict=True) if v != ""]
    amounts = [amount for amount in read if isinstance(amount, Amount)]
    return len(amounts) == len(read) and amounts[0].low == sum(each.low for each in amounts[1:])


def _says_minutes(contents: AbstractSet[CellValue]) -> bool:
    some = islice((clean(value) for value in contents if value != ""), _ENOUGH)
    return any(read_content(text).minutes for text in some)


def hours_beside_minutes(
    minutes: tuple[int, ...], headers: Sequence[Header], body: Body
) -> tuple[int | None, tuple[int, ...]]:
    """Two columns of one time, 0小时 and 40分钟; not one time given in both units.

    Give the column of hours (None: there are no such columns) and those of minutes.
    """
    if [headers[index].unit for index in minutes] != [Unit.HOURS, Unit.MINUTES]:
        return None, minutes
    hours, rest = minutes
    pairs = set(zip(body.columns[hours], body.columns[rest], strict=True))
    twice = any(
        long != "" and read_minutes(long, Unit.HOURS) == read_minutes(short, Unit.MINUTES)
        for long, short in pairs
        if short not in {"", 0, "0"}
    )
    return (None, minutes) if twice else (hours, (rest,))
