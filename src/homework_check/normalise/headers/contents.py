"""Several columns of contents, each of its part of the homework: 书面作业, 口头作业.

Those that one time is of are read as one: 作业1, 作业2.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from homework_check.model import Form
from homework_check.normalise.body import as_written
from homework_check.normalise.headers.facets import are_apart
from homework_check.normalise.values import is_none

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from homework_check.normalise.body import Body
    from homework_check.normalise.headers.facets import Facets
    from homework_check.normalise.headers.header import Header
    from homework_check.workbook import CellValue

Contents: TypeAlias = "Mapping[int, tuple[int, ...]]"
"""Columns of contents, each with its columns of minutes."""


def share_minutes(
    contents: Sequence[int], minutes: Sequence[int], headers: Sequence[Header]
) -> Contents | None:
    """Whose the columns of `minutes` are; None: `contents` are alike or none, or nobody knows.

    Where a column says the class of a row, none says that of a column.
    """
    facets = [headers[i].facets for i in contents]
    if any(each.class_ for each in facets) and any(h.field == "class" for h in headers):
        return None
    if not facets or not all(map(any, facets)) or not _differ(facets):
        return None
    shared = _by_words(contents, minutes, headers) or _by_place(contents, minutes)
    own = [[headers[i].facets for i in of_one] for of_one in shared.values()] if shared else []
    return shared if all(map(are_apart, own)) else None


def _by_words(
    contents: Sequence[int], minutes: Sequence[int], headers: Sequence[Header]
) -> Contents | None:
    """Minutes belong to contents of the same words, or the only ones they do not contradict."""
    shared: dict[int, tuple[int, ...]] = dict.fromkeys(contents, ())
    for index in minutes:
        own = headers[index].facets
        same = [i for i in contents if headers[i].facets == own]
        owners = same or [i for i in contents if headers[i].facets.joined(own)]
        if len(owners) != 1:
            return None
        shared[owners[0]] += (index,)
    return shared


def _by_place(contents: Sequence[int], minutes: Sequence[int]) -> Contents | None:
    """Minutes belong to the contents before them if all contents have such."""
    ends = pairwise((*contents, max((*contents, *minutes)) + 1))
    shared = {first: tuple(i for i in minutes if first < i < end) for first, end in ends}
    found = sum(map(len, shared.values()))
    return shared if all(shared.values()) and found == len(minutes) else None


def _differ(facets: Sequence[Facets]) -> bool:
    """Whether contents are told from each other; 口头 and 实践 are, though both are not written."""
    others = [each for each in facets if each.form is not Form.OTHER]
    return len({*others}) == len(others)


def with_joined(
    headers: tuple[Header, ...], body: Body, joined: Sequence[int]
) -> tuple[tuple[Header, ...], Body]:
    """The table with the contents at the indexes `joined` as one, in the first of their columns."""
    if not joined:
        return headers, body
    first, *_ = joined
    texts = map(_in_one, zip(*(body.columns[index] for index in joined), strict=True))
    heads = list(headers)
    # Some of it is 基础, some 弹性.
    heads[first] = heads[first]._replace(facets=heads[first].facets._replace(choice=None))
    return tuple(heads), body.with_columns({first: texts})


def _in_one(cells: Sequence[CellValue]) -> CellValue:
    """The contents of a row as one; 无 beside another adds nothing."""
    filled = [cell for cell in cells if cell != ""]
    texts = [text for text in map(as_written, filled) if any(map(str.isalnum, text))]
    named = [text for text in texts if not is_none(text)]
    return "；".join(named) if named else next(iter(texts or filled), "")
