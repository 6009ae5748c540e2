"""Several columns of contents, each of its part of the homework: 书面作业, 口头作业."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from homework_check.normalise.headers import Header

Contents: TypeAlias = "Mapping[int, tuple[int, ...]]"
"""Columns of contents, each with its columns of minutes."""


def share_minutes(
    contents: Sequence[int], minutes: Sequence[int], headers: Sequence[Header]
) -> Contents | None:
    """Whose the columns of `minutes` are; None: `contents` are alike or none, or nobody knows."""
    facets = [headers[i].facets for i in contents]
    if not facets or not all(map(any, facets)) or len({*facets}) < len(facets):
        return None
    shared = _by_words(contents, minutes, headers) or _by_place(contents, minutes)
    return shared if shared and all(_differ(own, headers) for own in shared.values()) else None


def _by_words(
    contents: Sequence[int], minutes: Sequence[int], headers: Sequence[Header]
) -> Contents | None:
    """Minutes belong to the only contents that their header does not contradict."""
    shared: dict[int, tuple[int, ...]] = dict.fromkeys(contents, ())
    for index in minutes:
        owners = [i for i in contents if headers[i].facets.joined(headers[index].facets)]
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


def _differ(minutes: Sequence[int], headers: Sequence[Header]) -> bool:
    return len({headers[i].facets for i in minutes}) == len(minutes)
