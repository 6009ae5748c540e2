"""Which column gives which field: the header proposes, the values confirm."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from homework_check.model import Form
from homework_check.normalise.headers.contents import Contents, share_minutes
from homework_check.normalise.headers.header import exact_field
from homework_check.normalise.headers.kinds import kind_of, part_of
from homework_check.normalise.headers.minutes_columns import (
    hours_beside_minutes,
    sum_of_others,
    torn_minutes,
)
from homework_check.normalise.values import read_form
from homework_check.settings import FrozenMap

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from homework_check.normalise.body import Body
    from homework_check.normalise.headers.header import Header
    from homework_check.workbook import CellValue

_REPEATABLE = frozenset(
    {"minutes", "hours", "total", "person", "stamp", "note", "other", "pupil", "ticks", "day-part"}
)

_SAID_TWICE = frozenset({"school", "county", "grade", "class", "date", "weekday", "subject"})
"""Fields of which several columns that say the same are no contradiction."""


class Columns(NamedTuple):
    """Indexes of the columns used: one for a field, several for minutes.

    `contents` are all columns of contents with their minutes if there are several, each of
    another part of the homework; `joined` are those whose texts make one content, as the minutes
    are of all of them. The first of either is in `at`. `ambiguous` holds fields that several
    columns could be, with those columns; none of them is used. `unused` says why a column that
    names a field is not used.
    """

    at: dict[str, int]
    minutes: tuple[int, ...]
    hours: int | None
    ambiguous: dict[str, tuple[int, ...]]
    unused: dict[int, str]
    contents: Contents = MappingProxyType({})
    joined: tuple[int, ...] = ()

    @property
    def all_contents(self) -> frozenset[int]:
        """The indexes of every column of contents that is used."""
        first = [self.at["content"]] if "content" in self.at else []
        return frozenset((*first, *self.contents, *self.joined))

    @property
    def known(self) -> frozenset[int]:
        """The indexes of all columns of which it is settled what they are."""
        one_field = (*self.at.values(), *self.minutes, *self.unused)
        return self.all_contents.union(one_field, *self.ambiguous.values())

    def parts(self) -> Iterator[Columns]:
        """The columns of each part of the homework; nearly always they are of all."""
        for index, minutes in self.contents.items():
            yield self._replace(at={**self.at, "content": index}, minutes=minutes, contents={})
        if not self.contents:
            yield self


def choose(headers: Sequence[Header], body: Body) -> Columns:
    """Settle the columns of a table."""
    unused = {i: "configuration" for i, h in enumerate(headers) if h.own and h.field is None}
    candidates = _candidates(headers)
    _confirm_forms(candidates, headers, body)
    due = candidates.pop("due", [])
    dates = _without_clock(candidates.get("date", []), unused, headers, body)
    candidates["date"] = _likeliest_days(dates, headers) or due
    unclear = _confirm_times(candidates, unused, headers, body)
    if not candidates.get("minutes") and not {"subject", "content"} & candidates.keys():
        # A class's total for a day is all such a table has.
        candidates["minutes"] = candidates.pop("total", [])
    detail = candidates.pop("detail", [])
    candidates["content"] = candidates.get("content") or detail
    at, ambiguous = _single(candidates, body)
    minutes = tuple(candidates.get("minutes", ()))
    if (whole := sum_of_others(minutes, headers, body)) is not None:
        minutes = tuple(index for index in minutes if index != whole)
        unused[whole] = "total"
    hours = next(iter(candidates.get("hours", ())), None)
    of_all = hours is not None or unclear or "actual" in candidates
    contents = None if of_all else share_minutes(ambiguous.get("content", ()), minutes, headers)
    if contents:
        at["content"] = ambiguous.pop("content")[0]
        return Columns(at, minutes, None, ambiguous, unused, contents)
    joined = _joined(ambiguous, headers) if minutes or unclear else ()
    if joined:
        at["content"] = ambiguous.pop("content")[0]
    if hours is None:
        hours, minutes = hours_beside_minutes(minutes, headers, body)
    if torn := torn_minutes(minutes, unclear, at, headers, body):
        ambiguous["minutes"], minutes = torn, ()
    elif not minutes and hours is not None:
        minutes, hours = (hours,), None
    return Columns(at, minutes, hours, ambiguous, unused, joined=joined)


def _joined(ambiguous: Mapping[str, tuple[int, ...]], headers: Sequence[Header]) -> tuple[int, ...]:
    """The columns of 作业1, 作业2 or 基础作业, 弹性作业, which are one work with one time."""
    indexes = ambiguous.get("content", ())
    parts = [headers[index].facets for index in indexes]
    alike = {facets._replace(task=None, choice=None) for facets in parts}
    told = all(facets.task or facets.choice for facets in parts)
    return indexes if len(alike) == 1 and told else ()


def _candidates(headers: Sequence[Header]) -> dict[str, list[int]]:
    """The columns that may give each field; where the configuration names some, only those."""
    candidates: dict[str, list[int]] = {}
    for index, header in enumerate(headers):
        if header.field:
            candidates.setdefault(header.field, []).append(index)
    return {
        name: [i for i in indexes if headers[i].own] or indexes
        for name, indexes in candidates.items()
    }


def _confirm_forms(candidates: dict[str, list[int]], headers: Sequence[Header], body: Body) -> None:
    """Let columns of forms be of what their values are, where no other column is."""
    for index in [i for i in candidates.get("form", ()) if not headers[i].own]:
        # What stands above the rows may be among the distinct values.
        name = "form" if _has_form(body.distinct[index]) else part_of({*body.columns[index]})
        if name not in candidates:
            candidates["form"].remove(index)
            candidates[name] = [index]


def _has_form(values: AbstractSet[CellValue]) -> bool:
    return any(isinstance(read_form(value), Form) for value in values)


def _without_clock(
    indexes: list[int], unused: dict[int, str], headers: Sequence[Header], body: Body
) -> list[int]:
    """The columns that may hold dates; 公示时间 heads times of day as well."""
    maybe = (i for i in indexes if "时间" in headers[i].text and not headers[i].own)
    clocks = [i for i in maybe if kind_of(body.distinct[i]) == "clock"]
    unused.update(dict.fromkeys(clocks, "clock"))
    return [i for i in indexes if i not in clocks]


def _likeliest_days(indexes: list[int], headers: Sequence[Header]) -> list[int]:
    """Of several dates those with a name of the day itself: 布置日期, not 上课日期."""
    if len(indexes) < 2:
        return indexes
    named = [i for i in indexes if exact_field(headers[i].text, FrozenMap()) == "date"]
    return named or indexes


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


def _single(
    candidates: dict[str, list[int]], body: Body
) -> tuple[dict[str, int], dict[str, tuple[int, ...]]]:
    """Fields that one column gives; of several, the only one that is filled, or all alike."""
    at: dict[str, int] = {}
    ambiguous: dict[str, tuple[int, ...]] = {}
    for name, indexes in candidates.items():
        if name in _REPEATABLE or not indexes:
            continue
        filled = [i for i in indexes if any(v != "" for v in body.columns[i])]
        if len(filled) > 1 and not (name in _SAID_TWICE and _are_alike(body, filled)):
            ambiguous[name] = tuple(filled)
        else:
            at[name] = (filled or indexes)[0]
    return at, ambiguous


def _are_alike(body: Body, indexes: Sequence[int]) -> bool:
    return len({body.columns[index] for index in indexes}) == 1
