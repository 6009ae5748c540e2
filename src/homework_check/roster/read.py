"""From the file of a roster to the schools it expects."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from homework_check.errors import UsageError
from homework_check.expected import Roster
from homework_check.messages import roster as say
from homework_check.messages.findings import READING
from homework_check.messages.phrases import inert, joined, quote, why_unreadable
from homework_check.readers import read
from homework_check.readers.source_file import SourceFile
from homework_check.roster.columns import find_columns, seen_headers
from homework_check.roster.rows import Rows
from homework_check.settings import SchoolSystem
from homework_check.text import same
from homework_check.workbook import Unreadable
from homework_check.workers import Lost, each

if TYPE_CHECKING:
    from pathlib import Path

    from homework_check.workbook import Workbook

_MOST_HEADERS = 8


def read_roster(
    path: Path, system: SchoolSystem = SchoolSystem.SIX_THREE, encoding: str | None = None
) -> Roster:
    """Read the roster at `path`; 初一 counts by `system` where a school has none of its own.

    Raises `UsageError` if there is no such file, it cannot be read, or it names no school.
    """
    shown = path.as_posix()
    content = _content(SourceFile(shown, path), encoding)
    if isinstance(content, Unreadable):
        raise _unreadable(shown, content, exists=path.exists())
    rows = Rows(system)
    found = [(sheet, columns) for sheet in content.sheets if (columns := find_columns(sheet))]
    if not found:
        raise _no_school_column(shown, content)
    for sheet, columns in found:
        rows.read(sheet, columns)
    schools = tuple(rows.expected())
    if not schools:
        raise UsageError(say.NO_SCHOOL.format(file=inert(shown)), say.NO_SCHOOL_HINT)
    return Roster(shown, schools, tuple(rows.remarks))


def _content(file: SourceFile, encoding: str | None) -> Workbook | Unreadable:
    """Let a worker read the file, as one reads every source: it can do harm only to that."""
    (source,) = each(partial(read, encoding=encoding), (file,))
    return Unreadable(*source) if isinstance(source, Lost) else source.content


def _unreadable(shown: str, why: Unreadable, *, exists: bool) -> UsageError:
    if not exists:
        return UsageError(say.NO_FILE.format(file=inert(shown)), say.NO_FILE_HINT)
    wording = READING["unreadable-source"][why.reason]
    values = {"file": inert(shown), **why_unreadable(why.details)}
    return UsageError(say.UNREADABLE.format(why=wording.message.format(**values)), say.SAVE_AGAIN)


def _no_school_column(shown: str, workbook: Workbook) -> UsageError:
    seen = [same(quote(text)) for text in seen_headers(workbook.sheets)[:_MOST_HEADERS]]
    headers = say.SEEN.format(headers=joined(seen)) if seen else say.NOTHING_SEEN
    message = say.NO_COLUMN.format(file=inert(shown), seen=headers)
    return UsageError(message, say.NO_COLUMN_HINT)
