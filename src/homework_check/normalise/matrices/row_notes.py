"""What stands in a column of notes beside the rows of a matrix, or in a row of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.model import NOTHING
from homework_check.normalise.body import as_written
from homework_check.normalise.headers.header import read_header
from homework_check.normalise.values import Outcome, read_content, read_minutes
from homework_check.normalise.values.entry_notes import read_entry_note
from homework_check.normalise.values.note_cases import says_only_minutes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from homework_check.model import Amount
    from homework_check.normalise.body import Body
    from homework_check.normalise.matrices.header import MatrixHeader
    from homework_check.normalise.matrices.row_heads import RowHead
    from homework_check.normalise.values.entry_notes import EntryNote
    from homework_check.settings import Settings
    from homework_check.workbook import CellValue


def with_row_notes(
    rows: Sequence[RowHead], body: Body, header: MatrixHeader, settings: Settings
) -> Iterator[RowHead]:
    """The rows with what is noted on them, which may be where their work is done."""
    heads = enumerate(map(as_written, header.texts))
    of_notes = [i for i, text in heads if read_header(text, settings.columns).field == "note"]
    for row in rows:
        read = (read_entry_note(body.columns[i][row.at]) for i in of_notes)
        note = next(filter(None, read), None)
        if note is None:
            yield row
            continue
        amounts = _amounts(row, body, header)
        note = _of_row(note, amounts, per_day=header.across == "days")
        yield _with(row, note)


def _of_row(note: EntryNote, amounts: Sequence[Amount | None], *, per_day: bool) -> EntryNote:
    """A note that states minutes by what they are to those of the row, `per_day` or not.

    Bare ones (每天20分钟) are of each day; of several subjects they are as likely more, unless they
    are the sum. With words they may be of work that is in none of the boxes.
    """
    if note.case != "stated" or note.minutes is None:
        return note
    if not says_only_minutes(note.text):
        return note._replace(case="added")
    highs = [amount.high for amount in amounts if amount and amount.high is not None]
    if len(highs) == len(amounts) and sum(highs) == note.minutes.high:
        return note._replace(minutes=NOTHING)
    return note if per_day else note._replace(case="added")


def _amounts(row: RowHead, body: Body, header: MatrixHeader) -> list[Amount | None]:
    """What the filled boxes of a row say that they take; None: it is not understood."""
    places = (box.content if box.minutes is None else box.minutes for box in header.boxes)
    cells = (body.columns[at][row.amounts_at] for at in places if at is not None)
    return [_amount(cell) for cell in cells if cell != ""]


def _amount(cell: CellValue) -> Amount | None:
    minutes = read_minutes(cell)
    if isinstance(minutes, Outcome):
        return NOTHING if minutes is Outcome.NONE else read_content(as_written(cell)).minutes
    return minutes


def with_box_note(row: RowHead, cell: CellValue) -> RowHead:
    """A row as it heads a box with a note in a `cell` of its own."""
    note = read_entry_note(cell)
    return _with(row, note) if note else row


def _with(row: RowHead, note: EntryNote) -> RowHead:
    return row._replace(
        form=row.form or note.form,
        place=row.place or note.place,
        layer=row.layer or note.layer,
        note=note,
    )
