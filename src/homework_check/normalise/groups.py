"""A row above the heads of a matrix that says what groups of its columns are of.

Days over subjects, classes over subjects or days, 书面作业 and 口头作业 over either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from homework_check.normalise.body import as_written
from homework_check.normalise.headers import read_header
from homework_check.normalise.heads import is_bare, is_class, is_corner, is_day
from homework_check.normalise.values import ClassReading, Unit, is_total, read_class

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from homework_check.model import Form, Place
    from homework_check.normalise.body import Body
    from homework_check.normalise.heads import Box
    from homework_check.settings import Settings

Kind = Literal["day", "class", "facet"]

_FEWEST = 2
_OF_WORK = frozenset({"minutes", "time", "unclear", "content", "subject"})
_KEYS = frozenset({"school", "grade", "class", "date", "weekday", "subject"})


class Group(NamedTuple):
    """What a text over several columns says: a day, a class, or of which form or place they are.

    `form`, `place` and `unit` None: it does not say.
    """

    text: str
    kind: Kind
    form: Form | None = None
    place: Place | None = None
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
    texts = {index: text for index, text in over.items() if not is_total(text)}
    if starts[0] not in texts or not {*texts} <= {*starts}:
        return ()
    if not all(is_corner(text) or read_header(text).field in _KEYS for text in before):
        return ()
    kind = _kind(texts.values(), known, settings)
    if kind is None:
        return ()
    groups = {index: _group(text, kind) for index, text in texts.items()}
    return tuple(groups[max(index for index in texts if index <= start)] for start in starts)


def _kind(texts: Collection[str], known: Collection[str], settings: Settings) -> Kind | None:
    """What all of the texts name; one alone, over all columns, names what they hold."""
    if len(texts) < _FEWEST:
        return "facet" if all(read_header(text).field in _OF_WORK for text in texts) else None
    if "date" not in known and all(is_day(text) and not is_bare(text) for text in texts):
        return "day"
    if "class" not in known and all(_is_one_class(text, settings) for text in texts):
        return "class"
    facets = [_group(text, "facet") for text in texts]
    return "facet" if all(facet.form or facet.place for facet in facets) else None


def _is_one_class(text: str, settings: Settings) -> bool:
    if not is_class(text):
        return False
    reading = read_class(text, settings.school_system)
    return isinstance(reading, ClassReading) and len(reading.classes) == 1


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
    return Group(text, kind, facets.form, facets.place, unit)
