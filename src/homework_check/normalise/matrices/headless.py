"""Columns of a matrix that have amounts, but nothing over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.model import NOTHING, Amount
from homework_check.normalise.body import as_written
from homework_check.normalise.headers.facets import Facets
from homework_check.normalise.values import read_content, read_minutes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.normalise.body import Body
    from homework_check.normalise.matrices.header import MatrixHeader
    from homework_check.normalise.matrices.heads import Box


def with_headless(
    header: MatrixHeader, body: Body, below: Body, rows: Sequence[int]
) -> MatrixHeader:
    """The header with an unclear box for each such column, beside the box it stands behind.

    `body` has the header, `below` the rows under it; `rows` are those that are not left out.
    """
    groups = header.groups or (None,) * len(header.boxes)
    pairs = [*zip(header.boxes, groups, strict=True)]
    first = max(header.row - 1, 0)
    for index in range(_last(header.boxes[0]), len(below.columns)):
        over = body.columns[index][first : header.row + header.height]
        if not any(over) and _has_amounts(below, index, rows, header.boxes):
            behind = max(n for n, (box, _) in enumerate(pairs) if _last(box) < index)
            box, group = pairs[behind]
            unclear = box._replace(
                content=index, minutes=None, mixed=True, facets=Facets(), unclear=True
            )
            pairs.insert(behind + 1, (unclear, group))
    return header._replace(
        boxes=tuple(box for box, _ in pairs),
        groups=tuple(group for _, group in pairs if group),
    )


def _last(box: Box) -> int:
    return max(i for i in (box.content, box.minutes) if i is not None)


def _has_amounts(body: Body, index: int, rows: Sequence[int], boxes: Sequence[Box]) -> bool:
    """Whether a column has amounts that are not the sums of those in the `boxes`."""
    ends = [i for box in boxes for i in (box.content, box.minutes) if i is not None]
    filled = (row for row in rows if body.columns[index][row] != "")
    own = ((row, amount) for row in filled if (amount := _amount(body, row, index)) != NOTHING)
    return any(amount != _sum(body, row, ends) for row, amount in own)


def _sum(body: Body, row: int, indexes: Sequence[int]) -> Amount:
    total = sum(_amount(body, row, index).low for index in indexes)
    return Amount(total, total)


def _amount(body: Body, row: int, index: int) -> Amount:
    """The amount of a cell or of the content in it; one that has none is of nothing."""
    value = body.columns[index][row]
    amount = read_minutes(value)
    return (
        amount if isinstance(amount, Amount) else read_content(as_written(value)).minutes or NOTHING
    )
