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

_STAND_INS = frozenset({"due", "time", "unclear", "detail"})
"""What headers may name, and no entry has: its columns give other fields, or none."""

_NO_DURATIONS = {"dates": "timestamps", "clock": "clock"}
"""Kinds of values that are no minutes, and what a column of them is called."""

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

    at: Mapping[str, int]
    minutes: tuple[int, ...]
    hours: int | None
    ambiguous: Mapping[str, tuple[int, ...]]
    unused: Mapping[int, str]
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


class _Proposed(NamedTuple):
    """The columns that may give each field, and why others that name one are not used."""

    columns: Mapping[str, tuple[int, ...]]
    unused: Mapping[int, str]

    def of(self, field: str) -> tuple[int, ...]:
        """The columns that may give `field`; empty: none."""
        return self.columns.get(field, ())

    def giving(self, **columns: Sequence[int]) -> _Proposed:
        """The same with other columns for some fields."""
        other = {field: tuple(indexes) for field, indexes in columns.items()}
        return self._replace(columns={**self.columns, **other})

    def without(self, field: str, why: Mapping[int, str]) -> _Proposed:
        """The same without some columns of `field`, and why they are not used."""
        if not why:
            return self
        left = [index for index in self.of(field) if index not in why]
        return self.giving(**{field: left})._replace(unused={**self.unused, **why})


def choose(headers: Sequence[Header], body: Body) -> Columns:
    """Settle the columns of a table."""
    proposed = _with_forms(_proposed(headers), headers, body)
    proposed = _with_days(proposed, headers, body)
    proposed = _with_stand_ins(_with_times(proposed, headers, body))
    whole = sum_of_others(proposed.of("minutes"), headers, body)
    proposed = proposed.without("minutes", {} if whole is None else {whole: "total"})
    minutes, unclear = proposed.of("minutes"), proposed.of("unclear")
    at, ambiguous = _single(proposed, body)
    hours = next(iter(proposed.of("hours")), None)
    columns = Columns(at, minutes, hours, ambiguous, proposed.unused)
    of_all = hours is not None or unclear or "actual" in proposed.columns
    contents = None if of_all else share_minutes(ambiguous.get("content", ()), minutes, headers)
    if contents:
        return _with_first_content(columns)._replace(contents=contents)
    joined = _joined(ambiguous, headers) if minutes or unclear else ()
    if joined:
        columns = _with_first_content(columns)._replace(joined=joined)
    return _with_one_unit(columns, unclear, headers, body)


def _with_first_content(columns: Columns) -> Columns:
    """The first of several columns of contents stands for all."""
    several = dict(columns.ambiguous)
    first, *_ = several.pop("content")
    return columns._replace(at={**columns.at, "content": first}, ambiguous=several)


def _with_one_unit(
    columns: Columns, unclear: Sequence[int], headers: Sequence[Header], body: Body
) -> Columns:
    """Hours apart from minutes; no minutes where nobody knows which columns hold them.

    `unclear` are columns of minutes that are of nobody knows what.
    """
    minutes, hours = columns.minutes, columns.hours
    if hours is None:
        hours, minutes = hours_beside_minutes(minutes, headers, body)
    if torn := torn_minutes(minutes, unclear, columns.at, headers, body):
        ambiguous = {**columns.ambiguous, "minutes": torn}
        return columns._replace(minutes=(), hours=hours, ambiguous=ambiguous)
    if not minutes and hours is not None:
        minutes, hours = (hours,), None
    return columns._replace(minutes=minutes, hours=hours)


def _joined(ambiguous: Mapping[str, tuple[int, ...]], headers: Sequence[Header]) -> tuple[int, ...]:
    """The columns of 作业1, 作业2 or 基础作业, 弹性作业, which are one work with one time."""
    indexes = ambiguous.get("content", ())
    parts = [headers[index].facets for index in indexes]
    alike = {facets._replace(task=None, choice=None) for facets in parts}
    told = all(facets.task or facets.choice for facets in parts)
    return indexes if len(alike) == 1 and told else ()


def _proposed(headers: Sequence[Header]) -> _Proposed:
    """What headers propose; where the configuration names columns of a field, only those."""
    by_field: dict[str, list[int]] = {}
    for index, header in enumerate(headers):
        if header.field:
            by_field.setdefault(header.field, []).append(index)
    columns = {
        field: tuple([i for i in indexes if headers[i].own] or indexes)
        for field, indexes in by_field.items()
    }
    blank = [i for i, header in enumerate(headers) if header.own and header.field is None]
    return _Proposed(columns, dict.fromkeys(blank, "configuration"))


def _with_forms(proposed: _Proposed, headers: Sequence[Header], body: Body) -> _Proposed:
    """Columns of forms are of what their values are, where no other column is."""
    for index in [i for i in proposed.of("form") if not headers[i].own]:
        # What stands above the rows may be among the distinct values.
        name = "form" if _has_form(body.distinct[index]) else part_of({*body.columns[index]})
        if name not in proposed.columns:
            forms = [i for i in proposed.of("form") if i != index]
            proposed = proposed.giving(**{"form": forms, name: [index]})
    return proposed


def _has_form(values: AbstractSet[CellValue]) -> bool:
    return any(isinstance(read_form(value), Form) for value in values)


def _with_days(proposed: _Proposed, headers: Sequence[Header], body: Body) -> _Proposed:
    """The columns that may hold dates, if only those of when work is due."""
    dates = proposed.of("date")
    # 公示时间 heads times of day as well.
    maybe = (i for i in dates if "时间" in headers[i].text and not headers[i].own)
    clocks = [i for i in maybe if kind_of(body.distinct[i]) == "clock"]
    proposed = proposed.without("date", dict.fromkeys(clocks, "clock"))
    days = _likeliest_days(proposed.of("date"), headers)
    return proposed.giving(date=days or proposed.of("due"))


def _likeliest_days(indexes: tuple[int, ...], headers: Sequence[Header]) -> tuple[int, ...]:
    """Of several dates those with a name of the day itself: 布置日期, not 上课日期."""
    if len(indexes) < 2:
        return indexes
    named = (i for i in indexes if exact_field(headers[i].text, FrozenMap()) == "date")
    return tuple(named) or indexes


def _with_times(proposed: _Proposed, headers: Sequence[Header], body: Body) -> _Proposed:
    """Tell durations, dates and times of day apart, whatever the header calls them.

    Columns of minutes that are of nobody knows what stay those of the field ``unclear``.
    """
    for field in ("minutes", "actual"):
        others = ((i, kind_of(body.distinct[i])) for i in proposed.of(field) if not headers[i].own)
        why = {i: _NO_DURATIONS[kind] for i, kind in others if kind in _NO_DURATIONS}
        proposed = proposed.without(field, why)
    minutes, dates = proposed.of("minutes"), proposed.of("date")
    settled = any(headers[i].own for i in minutes)
    kinds = {i: kind_of(body.distinct[i]) for i in proposed.of("time")}
    timed = [i for i, kind in kinds.items() if kind == "durations" and not settled]
    dated = [i for i, kind in kinds.items() if kind == "dates" and not dates][:1]
    rest = {i: kind for i, kind in kinds.items() if i not in {*timed, *dated}}
    why = {i: _NO_DURATIONS.get(kind, "unused") for i, kind in rest.items()}
    proposed = proposed.without("time", why)
    unclear = () if settled else proposed.of("unclear")
    return proposed.giving(
        minutes=sorted((*minutes, *timed)),
        date=dates or dated,
        unclear=[i for i in unclear if kind_of(body.distinct[i]) == "durations"],
    )


def _with_stand_ins(proposed: _Proposed) -> _Proposed:
    """Totals and details for minutes and contents, where a table has none."""
    minutes, content = proposed.of("minutes"), proposed.of("content")
    if not minutes and not content and not proposed.of("subject"):
        # A class's total for a day is all such a table has.
        minutes = proposed.of("total")
    return proposed.giving(minutes=minutes, content=content or proposed.of("detail"))


def _single(proposed: _Proposed, body: Body) -> tuple[dict[str, int], dict[str, tuple[int, ...]]]:
    """Fields that one column gives; of several, the only one that is filled, or all alike.

    Beside them those that several columns could be.
    """
    at: dict[str, int] = {}
    ambiguous: dict[str, tuple[int, ...]] = {}
    for name, indexes in proposed.columns.items():
        if name in _REPEATABLE or name in _STAND_INS or not indexes:
            continue
        filled = tuple(i for i in indexes if any(v != "" for v in body.columns[i]))
        if len(filled) > 1 and not (name in _SAID_TWICE and _are_alike(body, filled)):
            ambiguous[name] = filled
        else:
            at[name] = (filled or indexes)[0]
    return at, ambiguous


def _are_alike(body: Body, indexes: Sequence[int]) -> bool:
    return len({body.columns[index] for index in indexes}) == 1
