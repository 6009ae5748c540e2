"""Rows of a matrix that are no entries: totals, means, what is part of another, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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
    from homework_check.workbook import CellValue

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


class _Row(NamedTuple):
    """A row of a matrix by its index, and what is above; `values` are the columns of its boxes."""

    at: int
    body: Body
    header: MatrixHeader
    values: Sequence[int]
    above: _Above

    @property
    def keys(self) -> list[str]:
        """What stands in the columns of keys."""
        return [str(self.cell(index)) for index in self.header.keys.values()]

    @property
    def subject(self) -> CellValue | None:
        """What stands in the column of subjects; None: there is none."""
        index = self.header.keys.get("subject")
        return None if index is None else self.cell(index)

    @property
    def filled(self) -> list[int]:
        """The columns of boxes in which something stands."""
        return [index for index in self.values if self.cell(index) != ""]

    @property
    def is_breakdown(self) -> bool:
        """Whether it is called a part of another row: 其中书面."""
        return any(map(is_breakdown, self.keys))

    @property
    def has_amounts(self) -> bool:
        """Whether some box states minutes."""
        return any(isinstance(read_minutes(self.cell(index)), Amount) for index in self.filled)

    def cell(self, index: int) -> CellValue:
        """What stands in the column at `index`."""
        return self.body.columns[index][self.at]


def find_left_out(body: Body, header: MatrixHeader, settings: Settings) -> dict[int, str]:
    """Row indexes of blank, total and footer rows and of notes, with the reason."""
    values = [i for box in header.boxes for i in (box.content, box.minutes) if i is not None]
    reasons: dict[int, str] = {}
    above = _Above(body)
    for at in range(body.height):
        row = _Row(at, body, header, values, above)
        if reason := _of_others(row, settings) or _of_none(row, settings):
            reasons[at] = reason
        above.add(at, counts=not reason, whole=not row.is_breakdown)
    return reasons


def _of_none(row: _Row, settings: Settings) -> str:
    """Why a row holds no work, or nobody's; empty: it holds some."""
    first = next((str(column[row.at]) for column in row.body.columns if column[row.at] != ""), "")
    if is_footer(first):
        return "footer"
    if not row.filled and not first:
        return "blank"
    if not row.filled and not _is_key(row, settings):
        return "note"
    if any(row.keys):
        return ""
    if _adds_up(row, row.values):
        return "total"
    return "note" if _is_of_nothing(row) else ""


def _of_others(row: _Row, settings: Settings) -> str:
    """Why a row is none of work: it is measured, or sums up others, or holds other numbers."""
    if _is_measured(row):
        return "measured"
    if _is_of_others(row):
        return "total"
    return _of_no_subject(row, settings)


def _is_measured(row: _Row) -> bool:
    """Whether a row holds what was measured of the rows above, and not their means."""
    if row.subject is None or not row.above.rows:
        return False
    label = as_written(row.subject)
    if read_header(label).field != "actual":
        return False
    agreed: list[bool] = []
    for index in row.values if is_mean(label) else ():
        amount = read_minutes(row.cell(index))
        mean = amount.low if isinstance(amount, Amount) else 0
        parts, _ = row.above.sum_of(index)
        rows = len(row.above.rows)
        agreed.append(abs(mean * rows - parts) <= _ROUNDED * rows)
    return sum(agreed) * 2 <= len(agreed)


def _is_of_others(row: _Row) -> bool:
    """Whether a row holds sums of other rows, or parts of the row above it that has them whole."""
    if not row.is_breakdown:
        return any(is_total_row(text) for text in row.keys if text) and not _is_work(row)
    whole = row.above.whole
    return whole is not None and all(row.body.columns[i][whole] != "" for i in row.filled)


def _is_work(row: _Row) -> bool:
    """Whether a row that is called like a total is a subject's: 口算总计, if few columns add up."""
    if row.subject is None or not is_total_by_ending(str(row.subject)):
        return False
    agreeing = sum(_adds_up(row, [index]) for index in row.filled)
    return agreeing * 2 <= len(row.filled)


def _of_no_subject(row: _Row, settings: Settings) -> str:
    """Why a row under subjects is of none: a limit, a signature, or sums named by a time."""
    if row.subject is None:
        return ""
    label = as_written(row.subject)
    if is_no_subject(label):
        return "note"
    if _is_of_persons(label) and not row.has_amounts:
        return "footer"
    is_of_time = _OF_TIME.search(label) and not read_label(label, settings).known
    return "total" if is_of_time and row.filled and _adds_up(row, row.filled) else ""


def _is_of_persons(label: str) -> bool:
    """Whether the label of a row says who signed or marked: 班主任, 家长签字, 班主任审核."""
    return read_header(label).field in _OF_PERSONS or is_footer(f"{label}人：")


def _adds_up(row: _Row, indexes: Sequence[int]) -> bool:
    """Whether what stands in some columns is the sum of the rows above, of several at least."""
    for index in indexes:
        if row.cell(index) == "":
            continue
        amount = read_minutes(row.cell(index))
        parts, all_read = row.above.sum_of(index)
        if not (all_read and isinstance(amount, Amount) and amount.low == parts):
            return False
    return len(row.above.rows) >= _FEWEST_ADDED


def _is_of_nothing(row: _Row) -> bool:
    """Whether a row without keys says nothing of the one above, as 时长 and 形式 before it do."""
    before = (as_written(column[row.at]) for column in row.body.columns[: min(row.values)])
    if row.subject is not None or any(
        read_header(text).field in _OF_ROW for text in before if text
    ):
        return False
    return not row.has_amounts


def _is_key(row: _Row, settings: Settings) -> bool:
    """Whether a row without work is one of a subject or class, and no line of text."""
    if row.subject is not None:
        return any(read_label_of_row(text, settings).known for text in row.keys)
    if any(is_day(text) for text in row.keys):
        return True
    return any(len(text) <= 12 and _CLASS.search(text) for text in row.keys)
