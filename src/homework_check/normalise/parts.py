"""A table found in a sheet, and what came of it, whatever its layout."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from homework_check.log import Entries
    from homework_check.model import Remark
    from homework_check.normalise.body import Body
    from homework_check.workbook import Sheet


class Part(NamedTuple):
    """A table found in a sheet: rows from its header (an index) to before `end`."""

    source: str
    sheet: Sheet
    body: Body
    header: int
    end: int


class TableLog(NamedTuple):
    """The entries of a table, and what has to be told about the table as a whole."""

    entries: Entries
    remarks: tuple[Remark, ...]
