"""The columns under the heads of a matrix, which a row below may divide: 内容, 时长."""

from __future__ import annotations

from functools import partial
from itertools import chain, pairwise
from typing import TYPE_CHECKING, TypeAlias

from homework_check.model import Amount, Place
from homework_check.normalise.body import as_written
from homework_check.normalise.headers.facets import are_apart
from homework_check.normalise.headers.header import Header, read_header
from homework_check.normalise.headers.kinds import is_day, kind_of
from homework_check.normalise.matrices.heads import Box, is_bare, is_one_class
from homework_check.normalise.values import (
    DateReading,
    Unit,
    YearHint,
    is_after_lessons,
    read_date,
    read_minutes,
    read_subject,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from homework_check.normalise.body import Body
    from homework_check.settings import SchoolSystem, Settings

_Named: TypeAlias = "Sequence[tuple[int, Header]]"
"""The columns under one head that a row names, each with what it says."""

_MINUTES = frozenset({"minutes", "unclear"})
_TOLD = frozenset({"form", "place", "choice", "layer", "actual"})
_DAYS = frozenset({"date", "weekday"})
_KEYS = frozenset({"subject", "class", "grade"})
_FEWEST = 2  # columns with names: one alone may be a value


def read_boxes(
    body: Body, row: int, heads: Sequence[int], settings: Settings
) -> tuple[tuple[Box, ...], int]:
    """The columns under the heads at `row`, and how many rows all heads take.

    Days may stand in two rows, as date and as weekday; a last row may divide each head into
    content and minutes, or some into forms, places, choices, layers or classes.
    """
    texts = [as_written(body.columns[i][row]) for i in heads]
    others = [""] * len(heads)
    last, lower = row, _next_row(body, row)
    if lower is not None and _adds_days(body, lower, heads, settings):
        others = [as_written(body.columns[i][lower]) for i in heads]
        if not any(map(_is_weekday, others)):
            texts, others = others, texts
        last, lower = lower, _next_row(body, lower)
    boxes = [
        Box(text, index, None, mixed=True, weekday=other)
        for text, index, other in zip(texts, heads, others, strict=True)
    ]
    if lower is not None and (named := _named(body, row, lower, heads, settings)):
        divided = map(_divide, boxes, named)
        return tuple(chain.from_iterable(divided)), lower - row + 1
    if lower is not None and (parts := _parts(body, row, lower, heads)):
        return tuple(chain.from_iterable(map(_divide_by_facets, boxes, parts))), lower - row + 1
    if lower is not None and (below := _others(body, row, lower, heads, settings)):
        divided = map(partial(_divide_by_texts, system=settings.school_system), boxes, below)
        return tuple(chain.from_iterable(divided)), lower - row + 1
    return tuple(boxes), last - row + 1


def _adds_days(body: Body, row: int, heads: Sequence[int], settings: Settings) -> bool:
    """Whether a row below days has days again, and nothing else but perhaps 日期 before them.

    Below a row without a corner of its own it may have that of both: 学科.
    """
    below = [body.columns[i][row] for i in heads]
    others = [column[row] for i, column in enumerate(body.columns) if i > heads[0]]
    above, named = (
        {
            read_header(as_written(column[at]), settings.columns).field
            for column in body.columns[: heads[0]]
            if column[at] != ""
        }
        for at in (row - 1, row)
    )
    corner = _DAYS if above - _DAYS else _DAYS | _KEYS
    return (
        is_day(body.columns[heads[0]][row - 1])
        and all(map(is_day, below))
        and sum(map(is_day, others)) < len(heads)
        and named <= corner
        and bool(named or not all(map(is_bare, below)))
    )


def _is_weekday(text: str) -> bool:
    reading = read_date(text, YearHint())
    return isinstance(reading, DateReading) and reading.lacks == "week"


def _named(
    body: Body, row: int, lower: int, heads: Sequence[int], settings: Settings
) -> list[list[tuple[int, Header]]]:
    """What the row `lower` names under each head at `row`; empty: it does not divide them."""
    named = [
        [
            (i, header)
            for i in range(head, _end(body, row, head))
            if (header := read_header(as_written(body.columns[i][lower]), settings.columns)).field
        ]
        for head in heads
    ]
    confirmed = _confirmed(body, lower + 1, [*chain.from_iterable(named)])
    named = [[(i, confirmed.get(header, header)) for i, header in columns] for columns in named]
    fields = [[header.field for _, header in columns] for columns in named]
    timed = all("minutes" in names for names in fields)
    worded = all("content" in names and len(names) >= _FEWEST for names in fields)
    return named if timed or worded else []


def _parts(
    body: Body, row: int, lower: int, heads: Sequence[int]
) -> list[list[tuple[int, Header]]]:
    """The parts of the work by which the row `lower` divides some heads at `row`, or all of them.

    Empty: it has other texts as well, or divides none.
    """
    texts = {i: as_written(column[lower]) for i, column in enumerate(body.columns)}
    found = {i: _of_part(text) for i, text in texts.items() if text}
    if min(found) < heads[0] or not all(found.values()):
        return []
    parts = [
        [(i, header) for i, header in found.items() if header and head <= i < _end(body, row, head)]
        for head in heads
    ]
    differ = all(are_apart([header.facets for _, header in each]) for each in parts)
    return parts if differ and any(len(each) >= _FEWEST for each in parts) else []


def _of_part(text: str) -> Header | None:
    """Read 家庭 or 家庭时长 as the header of minutes it is; None: it is of no part of the work."""
    header = read_header(text)
    if header.field in {None, "part"}:
        header = read_header(f"{text}时长")._replace(field=None)
    facets = header.facets
    if facets.task and is_after_lessons(facets.task):
        facets = facets._replace(place=Place.EITHER, task=None)
        header = header._replace(facets=facets)
    of_work = facets.form or facets.place or facets.choice or facets.layer
    is_part = header.field in {None, "minutes"} and of_work
    return header if is_part and not facets.subject else None


def _others(
    body: Body, row: int, lower: int, heads: Sequence[int], settings: Settings
) -> list[list[tuple[int, str]]]:
    """The classes, or the same texts of any kind, that the row `lower` has under each head.

    Empty: it has other texts as well, or none under some head.
    """
    texts = {i: as_written(column[lower]) for i, column in enumerate(body.columns)}
    texts = {i: text for i, text in texts.items() if text}
    named = [
        [(i, text) for i, text in texts.items() if head <= i < _end(body, row, head)]
        for head in heads
    ]
    if sum(map(len, named)) < len(texts) or max(map(len, named)) < _FEWEST or not all(named):
        return []
    alike = {tuple(text for _, text in columns) for columns in named}
    repeated = len(alike) == 1 and len({*alike.pop()}) == len(named[0])
    numbered = repeated and len(heads) >= _FEWEST
    system = settings.school_system
    of_classes = all(is_one_class(text, system, numbered=numbered) for text in texts.values())
    worded = not any(map(_says_more, texts.values()))
    return named if of_classes or (numbered and worded) else []


def _says_more(text: str) -> bool:
    """Whether a text is minutes, a day or a subject, and so divides nothing."""
    return isinstance(read_minutes(text), Amount) or is_day(text) or read_subject(text)[1]


def _confirmed(body: Body, first: int, named: _Named) -> dict[Header, Header]:
    """What the values of all columns under a header, from row `first` on, make of it."""
    confirmed: dict[Header, Header] = {}
    for header in {header for _, header in named if header.field in {"time", "unclear"}}:
        values = (body.columns[i][first:] for i, other in named if other == header)
        durations = kind_of(frozenset(chain.from_iterable(values))) == "durations"
        if durations and header.field == "time":
            confirmed[header] = header._replace(field="minutes")
        elif not durations:
            confirmed[header] = header._replace(field="other")
    return confirmed


def _end(body: Body, row: int, head: int) -> int:
    """The index of the next column with a head of its own."""
    filled = (i for i in range(head + 1, len(body.columns)) if body.columns[i][row] != "")
    return next(filled, len(body.columns))


def _divide(box: Box, named: _Named) -> Iterator[Box]:
    """The boxes under one head: if it has several contents, those of each with its minutes.

    Contents of the same kind have to have minutes of their own each.
    """
    starts = [at for at, (_, header) in enumerate(named) if header.field == "content"]
    spans = [named[at:end] for at, end in pairwise([*starts, len(named)])]
    kinds = [span[0][1].facets for span in spans]
    timed = (any(header.field in _MINUTES for _, header in span) for span in spans)
    apart = len({*kinds}) == len(kinds) or all(timed)
    if len(spans) > 1 and starts[0] == 0 and apart:
        for span, facets in zip(spans, kinds, strict=True):
            yield from _divide_one(box._replace(facets=facets), span)
    else:
        yield from _divide_one(box, named)


def _divide_one(box: Box, named: _Named) -> Iterator[Box]:
    """The boxes of one content: one for each column of minutes, the content in the first.

    Minutes of which nobody knows what they are of are not used, nor are those beside them; without
    a content the first of them tells that.
    """
    content = next((i for i, header in named if header.field == "content"), None)
    box = box._replace(told=tuple((h.field, i) for i, h in named if h.field in _TOLD))
    minutes = [(i, header) for i, header in named if header.field in _MINUTES]
    differ = are_apart([header.facets for _, header in minutes])
    if not minutes:
        yield box._replace(content=content)
    elif not differ or any(header.field == "unclear" for _, header in minutes):
        first = minutes[0][0] if content is None else None
        yield box._replace(content=content, minutes=first, mixed=False, unclear=content is None)
    else:
        for at, (index, header) in enumerate(minutes):
            yield box._replace(
                content=None if at else content,
                minutes=index,
                mixed=False,
                facets=header.facets.joined(box.facets) or header.facets,
                unit=None if header.unit is Unit.UNSTATED else header.unit,
            )


def _divide_by_facets(box: Box, parts: _Named) -> Iterator[Box]:
    """The boxes of the forms or places under one head; the head itself where there are none."""
    if not parts:
        yield box
    for index, header in parts:
        if header.field:
            yield from _divide(box, [(index, header)])
        else:
            yield box._replace(content=index, facets=header.facets)


def _divide_by_texts(
    box: Box, columns: Sequence[tuple[int, str]], system: SchoolSystem
) -> Iterator[Box]:
    """The boxes of the classes under one head; of other texts nobody knows whether they add up."""
    for index, text in columns:
        owned = is_one_class(text, system, numbered=True)
        yield box._replace(content=index, class_=text if owned else "", unclear=not owned)


def _next_row(body: Body, row: int) -> int | None:
    """The next row that is not blank; None: there is none."""
    filled = (r for r in range(row + 1, body.height) if any(c[r] != "" for c in body.columns))
    return next(filled, None)
