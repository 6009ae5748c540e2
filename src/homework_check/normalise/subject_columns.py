"""Columns among those of subjects whose heads are no known subjects: work, totals, or others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.model import Amount
from homework_check.normalise.body import as_written
from homework_check.normalise.headers import read_header
from homework_check.normalise.matrix_keys import is_below
from homework_check.normalise.values import (
    is_mean,
    is_no_subject,
    is_total_by_ending,
    is_total_row,
    read_content,
    read_minutes,
)

if TYPE_CHECKING:
    from homework_check.normalise.body import Body
    from homework_check.settings import Settings
    from homework_check.workbook import CellValue

_ROUNDED = 5  # tenths of minutes that a mean may be off


def may_be_subject(body: Body, row: int, index: int, first: int, settings: Settings) -> bool:
    """Whether a column among those of subjects has amounts, and its head names nothing else.

    `first` is the first of a subject.
    """
    text = as_written(body.columns[index][row])
    if not _is_unnamed(text, settings):
        return False
    if is_total_by_ending(text) and adds_up(body, row, index, first):
        return False
    return is_below(body, row + 1, index, lambda v: isinstance(read_minutes(v), Amount))


def may_hold_work(body: Body, row: int, index: int, settings: Settings) -> bool:
    """Whether such a column has texts that state minutes: of work, or of something about it."""
    if not _is_unnamed(as_written(body.columns[index][row]), settings):
        return False
    return is_below(body, row + 1, index, lambda v: bool(read_content(as_written(v)).minutes))


def _is_unnamed(text: str, settings: Settings) -> bool:
    """Whether a head may be the name of a subject: it names no field, total or other number."""
    header = read_header(text, settings.columns)
    facets = header.facets
    of_part = facets.choice or facets.subject or facets.task
    if is_no_subject(text) or not (of_part or header.field in {None, "unclear", "part"}):
        return False
    return is_total_by_ending(text) or not is_total_row(text)


def adds_up(body: Body, row: int, index: int, first: int) -> bool:
    """Whether most amounts of a column are the sums, or as its head says the means, of the others.

    A total with a slip of the pen in one row is still one.
    """
    of_means = is_mean(as_written(body.columns[index][row]))
    beside = [column for at, column in enumerate(body.columns) if at >= first and at != index]
    others = [column for column in beside if not _is_of_other_numbers(column[row])]
    agreed: list[bool] = []
    for at in range(row + 1, body.height):
        stated = read_minutes(body.columns[index][at])
        amounts = [read_minutes(column[at]) for column in others]
        lows = [amount.low for amount in amounts if isinstance(amount, Amount)]
        if isinstance(stated, Amount) and lows:
            due = sum(lows) / len(lows) if of_means else sum(lows)
            agreed.append(abs(stated.low - due) <= (_ROUNDED if of_means else 0))
    return sum(agreed) * 2 > len(agreed)


def _is_of_other_numbers(head: CellValue) -> bool:
    text = as_written(head)
    return is_total_row(text) or is_no_subject(text)
