"""Which column gives which field: the header proposes, the values confirm."""

from __future__ import annotations

from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from homework_check.normalise.contents import Contents, share_minutes
from homework_check.normalise.kinds import kind_of
from homework_check.normalise.values import Unit, clean, read_content, read_minutes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from homework_check.normalise.body import Body
    from homework_check.normalise.headers import Header
    from homework_check.workbook import CellValue

_ENOUGH = 200  # contents that show whether they state minutes
_REPEATABLE = frozenset({"minutes", "hours", "total", "person", "stamp", "note", "other", "pupil"})


class Columns(NamedTuple):
    """Indexes of the columns used: one for a field, several for minutes.

    `contents` are all columns of contents with their minutes if there are several, each of
    another part of the homework; the first is in `at`. `ambiguous` holds fields that several
    columns could be, with those columns; none of them is used. `unused` says why a column that
    names a field is not used.
    """

    at: dict[str, int]
    minutes: tuple[int, ...]
    hours: int | None
    ambiguous: dict[str, tuple[int, ...]]
    unused: dict[int, str]
    contents: Contents = MappingProxyType({})

    def parts(self) -> Iterator[Columns]:
        """The columns of each part of the homework; nearly always they are of all."""
        for index, minutes in self.contents.items():
            yield self._replace(at={**self.at, "content": index}, minutes=minutes, contents={})
        if not self.contents:
            yield self


def choose(headers: Sequence[Header], body: Body) -> Columns:
    """Settle the columns of a table."""
    candidates: dict[str, list[int]] = {}
    unused: dict[int, str] = {}
    for index, header in enumerate(headers):
        if header.own and header.field is None:
            unused[index] = "configuration"
        elif header.field:
            candidates.setdefault(header.field, []).append(index)
    for name, indexes in candidates.items():
        candidates[name] = [i for i in indexes if headers[i].own] or indexes
    unclear = _confirm_times(candidates, unused, headers, body)
    if not candidates.get("minutes") and not {"subject", "content"} & candidates.keys():
        # A class's total for a day is all such a table has.
        candidates["minutes"] = candidates.pop("total", [])
    detail = candidates.pop("detail", [])
    candidates["content"] = candidates.get("content") or detail
    at, ambiguous = _single(candidates, body)
    minutes = tuple(candidates.get("minutes", ()))
    hours = next(iter(candidates.get("hours", ())), None)
    of_all = hours is not None or unclear or "actual" in candidates
    contents = None if of_all else share_minutes(ambiguous.get("content", ()), minutes, headers)
    if contents:
        at["content"] = ambiguous.pop("content")[0]
        return Columns(at, minutes, None, ambiguous, unused, contents)
    if hours is None:
        hours, minutes = _hours_beside_minutes(minutes, headers, body)
    if torn := _torn_minutes(minutes, unclear, at, headers, body):
        ambiguous["minutes"], minutes = torn, ()
    elif not minutes and hours is not None:
        minutes, hours = (hours,), None
    return Columns(at, minutes, hours, ambiguous, unused)


def _confirm_times(
    candidates: dict[str, list[int]],
    unused: dict[int, str],
    headers: Sequence[Header],
    body: Body,
) -> list[int]:
    """Tell durations, dates and times of day apart, whatever the header calls them.

    Give the columns of minutes that are of nobody knows what.
    """
    for name in ("minutes", "actual"):
        for index in [i for i in candidates.get(name, ()) if not headers[i].own]:
            if (kind := kind_of(body.distinct[index])) in {"dates", "clock"}:
                candidates[name].remove(index)
                unused[index] = "timestamps" if kind == "dates" else "clock"
    minutes = candidates.setdefault("minutes", [])
    settled = any(headers[i].own for i in minutes)
    for index in candidates.pop("time", ()):
        kind = kind_of(body.distinct[index])
        if kind == "durations" and not settled:
            minutes.append(index)
        elif kind == "dates" and not candidates.get("date"):
            candidates["date"] = [index]
        else:
            unused[index] = {"dates": "timestamps", "clock": "clock"}.get(kind, "unused")
    minutes.sort()
    unclear = candidates.pop("unclear", [])
    return [i for i in unclear if not settled and kind_of(body.distinct[i]) == "durations"]


def _torn_minutes(
    minutes: tuple[int, ...],
    unclear: Sequence[int],
    at: Mapping[str, int],
    headers: Sequence[Header],
    body: Body,
) -> tuple[int, ...]:
    """Columns that could all be the minutes; none: those in `minutes` add up."""
    if not unclear:
        differ = len({headers[i].facets for i in minutes}) == len(minutes)
        return () if differ else minutes
    others = minutes or [at[name] for name in ("actual", "content") if name in at]
    timed = [i for i in others if i != at.get("content") or _says_minutes(body.distinct[i])]
    torn = sorted((*timed, *unclear))
    return tuple(torn) if len(torn) > 1 else ()


def _says_minutes(contents: AbstractSet[CellValue]) -> bool:
    some = islice((clean(value) for value in contents if value != ""), _ENOUGH)
    return any(read_content(text).minutes for text in some)


def _hours_beside_minutes(
    minutes: tuple[int, ...], headers: Sequence[Header], body: Body
) -> tuple[int | None, tuple[int, ...]]:
    """Two columns of one time, 0小时 and 40分钟; not one time given in both units."""
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


def _single(
    candidates: dict[str, list[int]], body: Body
) -> tuple[dict[str, int], dict[str, tuple[int, ...]]]:
    """Fields that one column gives; of several, the only one that is filled."""
    at: dict[str, int] = {}
    ambiguous: dict[str, tuple[int, ...]] = {}
    for name, indexes in candidates.items():
        if name in _REPEATABLE or not indexes:
            continue
        filled = [i for i in indexes if any(v != "" for v in body.columns[i])]
        if len(filled) > 1:
            ambiguous[name] = tuple(filled)
        else:
            at[name] = (filled or indexes)[0]
    return at, ambiguous
