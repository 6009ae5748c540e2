"""Columns among those of subjects whose heads are no known subjects: work, totals, or others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.model import Amount
from homework_check.normalise.body import as_written
from homework_check.normalise.headers.header import read_header
from homework_check.normalise.matrices.keys import is_below
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

_OF_ANY = frozenset({None, "unclear", "part", "subject"})
_OF_WORK = frozenset({"content", "minutes", "hours"})
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


def may_hold_work(body: Body, row: int, index: int, first: int, settings: Settings) -> bool:
    """Whether such a column may hold work all the same: texts that state minutes, or amounts.

    Amounts below 书面作业 or 时长 do unless they are the sums of the others.
    """
    text = as_written(body.columns[index][row])
    if _is_unnamed(text, settings):
        return is_below(body, row + 1, index, lambda v: bool(read_content(as_written(v)).minutes))
    if read_header(text, settings.columns).field not in _OF_WORK:
        return False
    timed = is_below(body, row + 1, index, lambda v: isinstance(read_minutes(v), Amount))
    return timed and not adds_up(body, row, index, first)


def _is_unnamed(text: str, settings: Settings) -> bool:
    """Whether a head may be the name of a subject: it names no field, total or other number."""
    header = read_header(text, settings.columns)
    facets = header.facets
    of_part = facets.choice or facets.subject or facets.task
    if is_no_subject(text) or not (of_part or header.field in _OF_ANY):
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
