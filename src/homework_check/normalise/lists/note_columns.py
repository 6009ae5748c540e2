"""What is noted on each row of a list, in a column of its own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from homework_check.memo import LastingMemo, Memo
from homework_check.normalise.values import is_no_subject, is_total_row, read_minutes
from homework_check.normalise.values.entry_notes import heads_entry_notes, read_entry_note

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import TypeAlias

    from homework_check.normalise.body import Body
    from homework_check.normalise.headers.header import Header
    from homework_check.normalise.lists.settled import SettledList
    from homework_check.normalise.values.entry_notes import EntryNote
    from homework_check.workbook import CellValue

    Noted: TypeAlias = Sequence[EntryNote | None] | None
    """What is noted on each row; None: nothing on any."""

_WEIGHTIEST = ("withdrawn", "changed", "added", "measured", "stated", "spread", "")
"""What of several notes on one row counts first."""

_OF_ENTRIES = LastingMemo(read_entry_note)


def find_notes(settled: SettledList) -> tuple[Noted, Mapping[int, str]]:
    """What is noted on each row, and what the columns are that say it; mostly there are none.

    A column that is not used and of nobody knows what may state minutes as well.
    """
    body, headers, used = settled.body, settled.headers, settled.columns.known
    found: dict[int, list[EntryNote | None]] = {}
    kinds: dict[int, str] = {}
    for index, header in enumerate(headers):
        is_note = header.field is not None
        if index in used or header.own or header.field not in {"note", "detail", None}:
            continue
        if is_total_row(header.text) or is_no_subject(header.text):
            continue
        readings = _readings(header)
        if any(map(readings.__getitem__, body.distinct[index])):
            said = [readings[value] for value in body.columns[index]]
            found[index] = said if is_note else _without_repeated(said, body, headers)
            kinds[index] = "remarks" if is_note else "minutes-beside"
    if not found:
        return None, {}
    rows = zip(*found.values(), strict=True)
    return [min(filter(None, row), key=_by_weight, default=None) for row in rows], kinds


def _without_repeated(
    said: list[EntryNote | None], body: Body, headers: Sequence[Header]
) -> list[EntryNote | None]:
    """What a column of nobody knows what says; where it repeats a column of minutes, no more."""
    stated = [(row, note.minutes) for row, note in enumerate(said) if note]
    for header, column in zip(headers, body.columns, strict=True):
        read = Memo(partial(read_minutes, unit=header.unit))
        if header.field == "minutes" and all(
            column[row] != "" and read[column[row]] == minutes for row, minutes in stated
        ):
            return [note and note._replace(case="") for note in said]
    return said


def _by_weight(note: EntryNote) -> int:
    return _WEIGHTIEST.index(note.case)


def _readings(header: Header) -> LastingMemo[CellValue, EntryNote | None]:
    if header.field is None:
        return _OF_OTHERS
    return _OF_ENTRIES if heads_entry_notes(header.text) else _AT_LARGE


def _read_at_large(value: CellValue) -> EntryNote | None:
    """Read what was intended or asked for, which is not whether the work was set: 把数改为分数."""
    note = read_entry_note(value)
    if note is None or not note.is_doubtful:
        return note
    return note._replace(case="stated") if note.minutes else None


def _read_other(value: CellValue) -> EntryNote | None:
    """Read a cell under a head that was not understood: its minutes may be of more work."""
    note = read_entry_note(value)
    if note is None or not (note.case or note.total):
        return None
    return note._replace(case="added") if note.case == "stated" else note


_AT_LARGE = LastingMemo(_read_at_large)
_OF_OTHERS = LastingMemo(_read_other)
