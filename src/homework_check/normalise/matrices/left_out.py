"""Rows of a matrix that are no entries: totals, means, what is part of another, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.model import Amount
from homework_check.normalise.body import as_written
from homework_check.normalise.headers.header import read_header
from homework_check.normalise.headers.kinds import is_day
from homework_check.normalise.matrices.heads import read_label, read_label_of_row
from homework_check.normalise.values import (
    is_breakdown,
    is_footer,
    is_mean,
    is_no_subject,
    is_total_by_ending,
    is_total_row,
    read_minutes,
)
from homework_check.normalise.values.words import alternatives
from homework_check.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.normalise.body import Body
    from homework_check.normalise.matrices.header import MatrixHeader
    from homework_check.settings import Settings

_FEWEST_ADDED = 2
_OF_ROW = frozenset({"content", "form", "place", "choice", "layer", "note"})
_OF_PERSONS = frozenset({"person", "stamp", "marked", "posted"})
_ROUNDED = 5  # tenths of minutes that a mean may be off
_CLASS = late_pattern("班|[0-9０-９]")
_OF_TIME = late_pattern(alternatives("total", "of_time"))


class _Above:
    """The rows above one that are not left out, and what stands in their columns.

    `whole` is the nearest row of all that is no part of another.

    A column is read when first asked for, and from there on only what was added to it: most
    matrices have no rows that could be the sums of others.
    """

    def __init__(self, body: Body) -> None:
        self.rows: list[int] = []
        self.whole: int | None = None
        self._columns = body.columns
        self._read: dict[int, tuple[int, int, bool]] = {}

    def add(self, row: int, *, counts: bool, whole: bool) -> None:
        """Let a row be above; `counts`: it is not left out, `whole`: it is no part of another."""
        if counts:
            self.rows.append(row)
        if whole:
            self.whole = row

    def sum_of(self, index: int) -> tuple[int, bool]:
        """The sum of the amounts in a column, and whether all that stands there is one."""
        end, total, whole = self._read.get(index, (0, 0, True))
        column = self._columns[index]
        for row in self.rows[end:]:
            if column[row] != "":
                amount = read_minutes(column[row])
                total += amount.low if isinstance(amount, Amount) else 0
                whole = whole and isinstance(amount, Amount)
        self._read[index] = len(self.rows), total, whole
        return total, whole


def find_left_out(body: Body, header: MatrixHeader, settings: Settings) -> dict[int, str]:
    """Row indexes of blank, total and footer rows and of notes, with the reason."""
    values = [i for box in header.boxes for i in (box.content, box.minutes) if i is not None]
    reasons: dict[int, str] = {}
    above = _Above(body)
    for row in range(body.height):
        texts = [str(body.columns[i][row]) for i in header.keys.values()]
        first = next((str(column[row]) for column in body.columns if column[row] != ""), "")
        blank = all(body.columns[i][row] == "" for i in values)
        if reason := _of_others(body, header, row, above, values, settings):
            reasons[row] = reason
        elif is_footer(first):
            reasons[row] = "footer"
        elif blank and not any(column[row] != "" for column in body.columns):
            reasons[row] = "blank"
        elif blank and not _is_key(header, texts, settings):
            reasons[row] = "note"
        elif not any(texts):
            if _adds_up(body, row, above, values):
                reasons[row] = "total"
            elif _is_of_nothing(body, header, row, values):
                reasons[row] = "note"
        above.add(row, counts=row not in reasons, whole=not _is_breakdown(body, header, row))
    return reasons


def _of_others(  # noqa: PLR0913  a row, and what it may be of
    body: Body,
    header: MatrixHeader,
    row: int,
    above: _Above,
    indexes: Sequence[int],
    settings: Settings,
) -> str:
    """Why a row is none of work: it is measured, or sums up others, or holds other numbers."""
    if _is_measured(body, header, row, above, indexes):
        return "measured"
    if _is_of_others(body, header, row, above, indexes):
        return "total"
    return _of_no_subject(body, header, row, above, indexes, settings)


def _is_measured(
    body: Body, header: MatrixHeader, row: int, above: _Above, indexes: Sequence[int]
) -> bool:
    """Whether a row holds what was measured of the rows above, and not their means."""
    if "subject" not in header.keys:
        return False
    label = as_written(body.columns[header.keys["subject"]][row])
    if not above.rows or read_header(label).field != "actual":
        return False
    agreed: list[bool] = []
    for index in indexes if is_mean(label) else ():
        amount = read_minutes(body.columns[index][row])
        mean = amount.low if isinstance(amount, Amount) else 0
        parts, _ = above.sum_of(index)
        agreed.append(abs(mean * len(above.rows) - parts) <= _ROUNDED * len(above.rows))
    return sum(agreed) * 2 <= len(agreed)


def _is_of_others(
    body: Body, header: MatrixHeader, row: int, above: _Above, indexes: Sequence[int]
) -> bool:
    """Whether a row holds sums of other rows, or parts of the row above it that has them whole."""
    if not _is_breakdown(body, header, row):
        texts = (str(body.columns[index][row]) for index in header.keys.values())
        is_total = any(is_total_row(text) for text in texts if text)
        return is_total and not _is_work(body, header, row, above, indexes)
    whole = above.whole
    filled = [index for index in indexes if body.columns[index][row] != ""]
    return whole is not None and all(body.columns[index][whole] != "" for index in filled)


def _is_breakdown(body: Body, header: MatrixHeader, row: int) -> bool:
    return any(is_breakdown(str(body.columns[index][row])) for index in header.keys.values())


def _is_work(
    body: Body, header: MatrixHeader, row: int, above: _Above, indexes: Sequence[int]
) -> bool:
    """Whether a row that is called like a total is a subject's: 口算总计, if few columns add up."""
    subject = header.keys.get("subject")
    if subject is None or not is_total_by_ending(str(body.columns[subject][row])):
        return False
    filled = [index for index in indexes if body.columns[index][row] != ""]
    agreeing = sum(_adds_up(body, row, above, [index]) for index in filled)
    return agreeing * 2 <= len(filled)


def _of_no_subject(  # noqa: PLR0913  a row, and what it may be the sum of
    body: Body,
    header: MatrixHeader,
    row: int,
    above: _Above,
    indexes: Sequence[int],
    settings: Settings,
) -> str:
    """Why a row under subjects is of none: a limit, a signature, or sums named by a time."""
    if "subject" not in header.keys:
        return ""
    label = as_written(body.columns[header.keys["subject"]][row])
    if is_no_subject(label):
        return "note"
    if _is_of_persons(label) and not _has_amounts(body, row, indexes):
        return "footer"
    filled = [index for index in indexes if body.columns[index][row] != ""]
    is_of_time = _OF_TIME.search(label) and not read_label(label, settings).known
    return "total" if is_of_time and filled and _adds_up(body, row, above, filled) else ""


def _is_of_persons(label: str) -> bool:
    """Whether the label of a row says who signed or marked: 班主任, 家长签字, 班主任审核."""
    return read_header(label).field in _OF_PERSONS or is_footer(f"{label}人：")


def _adds_up(body: Body, row: int, above: _Above, indexes: Sequence[int]) -> bool:
    """Whether a row without a name holds the sums of the rows above, of several at least."""
    for index in indexes:
        if body.columns[index][row] == "":
            continue
        amount = read_minutes(body.columns[index][row])
        parts, all_read = above.sum_of(index)
        if not (all_read and isinstance(amount, Amount) and amount.low == parts):
            return False
    return len(above.rows) >= _FEWEST_ADDED


def _is_of_nothing(body: Body, header: MatrixHeader, row: int, indexes: Sequence[int]) -> bool:
    """Whether a row without keys says nothing of the one above, as 时长 and 形式 before it do."""
    before = (as_written(column[row]) for column in body.columns[: min(indexes)])
    if "subject" in header.keys or any(
        read_header(text).field in _OF_ROW for text in before if text
    ):
        return False
    return not _has_amounts(body, row, indexes)


def _has_amounts(body: Body, row: int, indexes: Sequence[int]) -> bool:
    cells = (body.columns[index][row] for index in indexes)
    return any(cell != "" and isinstance(read_minutes(cell), Amount) for cell in cells)


def _is_key(header: MatrixHeader, texts: list[str], settings: Settings) -> bool:
    """Whether a row without work is one of a subject or class, and no line of text."""
    if "subject" in header.keys:
        return any(read_label_of_row(text, settings).known for text in texts)
    if any(is_day(text) for text in texts):
        return True
    return any(len(text) <= 12 and _CLASS.search(text) for text in texts)
