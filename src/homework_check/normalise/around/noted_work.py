"""Homework that stands in no row of a table, but in a note below it: 周三另加试卷40分钟."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from homework_check.log import Entries
from homework_check.model import Amount, Entry, Form, Location, Place, Remark, Work
from homework_check.normalise.values.cleaning import fold, squeeze
from homework_check.normalise.values.entry_notes import read_entry_note
from homework_check.normalise.values.words import alternatives, meanings
from homework_check.patterns import late_pattern
from homework_check.workbook import split_cell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from homework_check.model import Unit
    from homework_check.normalise.parts import TableLog

_CLAUSE: Final = late_pattern("[,;。!\n]")
_ADDED: Final = late_pattern("另|还有|还要|额外|外加|加做|加上|[未不](?:列入|计入|在表)")
_WANTED: Final = late_pattern("应|须|建议|鼓励|提倡|可以?|要求|不超过|不得|原则|如")
"""Says what ought to be, or may be, and not what was set."""

_WEEKDAY: Final = late_pattern(alternatives("weekday", *"1234567"))


class NotedWork(NamedTuple):
    """Minutes that may be of more work; `weekdays` empty: on each day."""

    text: str
    minutes: Amount
    weekdays: frozenset[int]


def read_noted_work(text: str) -> Iterator[NotedWork]:
    """The work that a note says was set beside that of its table, each with its minutes."""
    for clause in map(str.strip, _CLAUSE.split(fold(text))):
        added = _ADDED.search(clause) and not _WANTED.search(clause)
        note = read_entry_note(clause) if added else None
        if note and note.minutes and not note.total:
            days = (int(meanings("weekday")[day]) for day in _WEEKDAY.findall(squeeze(clause)))
            yield NotedWork(clause, note.minutes._replace(low=0), frozenset(days))


def with_noted_work(log: TableLog, notes: Sequence[tuple[str, str]]) -> TableLog:
    """The log of a table with what its notes add to each class and day, as far as it may count."""
    found = [(cell, text, work) for text, cell in notes for work in read_noted_work(text)]
    # A row of remarks below the work of a subject is of that alone.
    aside = {left.row for left in log.entries.table.left_out}
    found = [each for each in found if _place(each[0])[1] in aside]
    if not found:
        return log
    units = dict.fromkeys(entry.unit for entry in log.entries if entry.date)
    more = (
        _entry(log, unit, cell, text, work)
        for unit in units
        for cell, text, work in found
        if unit[3] and (not work.weekdays or unit[3].isoweekday() in work.weekdays)
    )
    return log._replace(entries=Entries.of(log.entries.table, (*log.entries, *more)))


def _entry(log: TableLog, unit: Unit, cell: str, text: str, noted: NotedWork) -> Entry:
    table = log.entries.table
    where = (Location(table.source, table.sheet, cell),)
    remark = Remark("unread-minutes", "note-minutes", (), where, "minutes", text)
    column, row = _place(cell)
    work = Work(column, noted.minutes, form=Form.WRITTEN, place=Place.HOME, doubtful=True)
    return Entry(table, row, unit, noted.text, work, (remark,))


def _place(cell: str) -> tuple[str, int]:
    return split_cell(cell) or ("", 0)
