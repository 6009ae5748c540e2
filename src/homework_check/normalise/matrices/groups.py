"""A row above the heads of a matrix that says what groups of its columns are of.

Days over subjects, classes over subjects or days, 书面作业 and 口头作业 over either; and 合计.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from homework_check.normalise.body import as_written
from homework_check.normalise.headers.facets import Facets
from homework_check.normalise.headers.header import read_header
from homework_check.normalise.headers.kinds import is_day
from homework_check.normalise.matrices.heads import is_bare, is_corner, is_one_class
from homework_check.normalise.values import Outcome, Unit, is_total_row, read_grade

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Sequence

    from homework_check.normalise.body import Body
    from homework_check.normalise.matrices.heads import Box
    from homework_check.settings import Settings

Kind = Literal["day", "class", "facet", "unread", "unread-class", "total"]
"""``unread``: not understood, but over heads that other groups have too, so that each is of
something else; ``unread-class``: of another class, as far as anything else says."""

_FEWEST = 2
_OF_WORK = frozenset({"minutes", "time", "unclear", "content", "subject"})
_KEYS = frozenset({"school", "grade", "class", "date", "weekday", "subject"})


class Group(NamedTuple):
    """What a text over several columns says: a day, a class, or of which form or place they are.

    Those of a ``total`` hold sums. `unit` None: it does not say.
    """

    text: str
    kind: Kind
    facets: Facets = Facets()
    unit: Unit | None = None


def read_groups(
    body: Body, row: int, boxes: Sequence[Box], known: Collection[str], settings: Settings
) -> tuple[Group, ...]:
    """The group of each box, as the row at index `row` says; empty: it says nothing of the kind.

    A text holds for the columns from its own to the next one. `known` are the fields that
    heads and rows give by themselves, so that no group gives them.
    """
    starts = [min(i for i in (box.content, box.minutes) if i is not None) for box in boxes]
    above = {index: as_written(column[row]) for index, column in enumerate(body.columns)}
    over = {index: text for index, text in above.items() if text and index >= starts[0]}
    over = {index: text for index, text in over.items() if index <= starts[-1]}
    before = [text for index, text in above.items() if text and index < starts[0]]
    totals = {index for index, text in over.items() if is_total_row(text)}
    texts = {index: text for index, text in over.items() if index not in totals}
    if starts[0] not in over or not texts or not {*texts} <= {*starts}:
        return ()
    if not all(is_corner(text) or read_header(text).field in _KEYS for text in before):
        return ()
    firsts = [max(index for index in over if index <= start) for start in starts]
    if len(over) < _FEWEST:
        kind = _kind_of_whole(*texts.values())
    else:
        repeating = _is_repeating(boxes, firsts, texts)
        kind = _kind([*texts.values()], known, settings, repeating=repeating)
    if kind is None and not totals:
        return ()
    groups = {index: _group(text, kind or "facet") for index, text in texts.items()}
    groups |= {index: Group(over[index], "total") for index in totals}
    return tuple(groups[first] for first in firsts)


def _is_repeating(boxes: Sequence[Box], firsts: Sequence[int], texts: Container[int]) -> bool:
    """Whether the same heads are there in several groups, each but once in a group."""
    heads = [
        (first, (box.text, box.facets))
        for first, box in zip(firsts, boxes, strict=True)
        if first in texts
    ]
    return len({*heads}) == len(heads) > len({head for _, head in heads})


def _kind_of_whole(text: str) -> Kind | None:
    """What one text over all columns names; it can only be what they hold."""
    return "facet" if read_header(text).field in _OF_WORK else None


def _kind(
    texts: Sequence[str], known: Collection[str], settings: Settings, *, repeating: bool
) -> Kind | None:
    """What all of the texts name; None: nothing that tells the columns from each other.

    Above heads that are `repeating` 9.4 is a day and 4A a class, as neither can be an amount.
    """
    if (
        "date" not in known
        and all(map(is_day, texts))
        and (repeating or not any(map(is_bare, texts)))
    ):
        return "day"
    system = settings.school_system
    if "class" not in known and (
        all(is_one_class(text, system, numbered=repeating) for text in texts)
        or not any(isinstance(read_grade(text, system), Outcome) for text in texts)
    ):
        return "class"
    facets = [_group(text, "facet").facets for text in texts]
    if all(facet.form or facet.place or facet.choice or facet.layer for facet in facets):
        return "facet"
    if not repeating:
        return None
    return "unread" if "class" in known else "unread-class"


def _group(text: str, kind: Kind) -> Group:
    """Read 书面 as the header of minutes it would be with 时长 behind it."""
    if kind != "facet":
        return Group(text, kind)
    header = read_header(text)
    if header.field not in _OF_WORK:
        header = read_header(f"{text}时长")
    facets = header.facets
    if facets.subject:
        return Group(text, kind)
    unit = None if header.unit is Unit.UNSTATED else header.unit
    return Group(text, kind, facets, unit)
