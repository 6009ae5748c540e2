"""Makes the marked copy of one source: all that a worker does."""

from __future__ import annotations

import gc
import hashlib
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from openpyxl.packaging.core import DocumentProperties

from homework_check.marked.alike import reads_alike
from homework_check.marked.cells import put_marks
from homework_check.marked.fresh import fresh, unused_title
from homework_check.marked.listing import list_sheet
from homework_check.marked.loaded import is_too_much, loaded, losses
from homework_check.marked.stored import StoredValues
from homework_check.marked.tasks import Marked, Unmarked
from homework_check.marks import COPY_KEYWORDS, PROGRAM
from homework_check.messages import marked as say
from homework_check.normalise.own_list import answers_in, is_own_list
from homework_check.readers import bytes_of, content_of
from homework_check.reporters.xlsx.write import write
from homework_check.workbook import Unreadable
from homework_check.workbook_bytes import saved

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from homework_check.marked.tasks import Task
    from homework_check.workbook import Workbook as Read
    from homework_check.workbook_bytes import Filling

_WITHOUT_LOOKS: Final = frozenset({"csv", "tsv"})


def mark(task: Task) -> Marked | Unmarked:
    """Read a source once more and give its marked copy.

    The copy reads as its source does. A workbook whose looks openpyxl cannot keep so is made anew
    of its cells, as all other formats are.
    """
    try:
        return _mark(task)
    finally:
        # Workbooks of openpyxl hold cycles, and a worker does not look for garbage.
        gc.collect()


def _mark(task: Task) -> Marked | Unmarked:
    data = bytes_of(task.file)
    if isinstance(data, Unreadable) or hashlib.sha256(data).hexdigest() != task.marking.sha256:
        return Unmarked("changed")
    read = content_of(data, task.file.shown, task.encoding)
    if isinstance(read, Unreadable):
        return Unmarked("failed")
    if task.keeps_looks and not is_too_much(data, read):
        with suppress(Exception):
            lost = losses(data)
            content = _loaded_copy(task, data, read, lost)
            if reads_alike(_without_lists(read), content):
                return Marked(content, tuple(lost))
    lost = [] if read.format in _WITHOUT_LOOKS else ["looks"]
    return Marked(_fresh_copy(task, read, lost), tuple(lost))


def _loaded_copy(task: Task, data: bytes, read: Read, lost: Sequence[str]) -> bytes:
    workbook, sheets = loaded(data, read)
    stored = {sheet.name: StoredValues(sheet, workbook.epoch) for sheet in read.sheets}
    fillings = [stored[sheet.title] for sheet in workbook.worksheets]
    return _finished(task, read, workbook, sheets, lost, fillings)


def _fresh_copy(task: Task, read: Read, lost: Sequence[str]) -> bytes:
    workbook, sheets = fresh(_without_lists(read))
    return _finished(task, read, workbook, sheets, lost)


def _finished(  # noqa: PLR0913  a copy in all its parts
    task: Task,
    read: Read,
    workbook: Workbook,
    sheets: Mapping[str, Worksheet],
    lost: Sequence[str],
    fillings: Iterable[Filling] = (),
) -> bytes:
    """Mark the cells, put the list in front, and save."""
    put_marks(sheets, task.marking.marks, task.lang)
    titles = {name: sheet.title for name, sheet in sheets.items()}
    answers: dict[tuple[str, ...], str] = {
        each[:3]: each.text for sheet in read.sheets for each in answers_in(sheet)
    }
    title = unused_title(workbook, say.SHEET[task.lang])
    listed = list_sheet(task.marking, title, titles, lost, answers, task.lang)
    made, body = write(workbook, listed, task.lang)
    workbook.move_sheet(made, 1 - len(workbook.sheetnames))
    workbook.active = 0
    made.sheet_view.tabSelected = True
    _stamp(workbook, task.generated_at)
    return saved(workbook, [body, *fillings])


def _without_lists(read: Read) -> Read:
    return read._replace(sheets=tuple(s for s in read.sheets if not is_own_list(s)))


def _stamp(workbook: Workbook, generated_at: str) -> None:
    """Mark a workbook as a marked copy of this moment, beside what its properties say."""
    when = datetime.fromisoformat(generated_at).astimezone(UTC).replace(tzinfo=None)
    old: DocumentProperties = workbook.properties
    words = [word for word in (old.keywords, COPY_KEYWORDS) if word]
    workbook.properties = DocumentProperties(
        creator=PROGRAM if old.creator == "openpyxl" else old.creator,
        title=old.title,
        subject=old.subject,
        keywords=", ".join(dict.fromkeys(words)) if old.keywords != COPY_KEYWORDS else words[0],
        created=when,
        modified=when,
    )
