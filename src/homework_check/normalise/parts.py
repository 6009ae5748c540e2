"""A table found in a sheet, and what came of it, whatever its layout."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from homework_check.log import Entries
    from homework_check.model import Remark
    from homework_check.normalise.body import Body
    from homework_check.workbook import Sheet


class Part(NamedTuple):
    """A table found in a sheet: rows from its header (an index) to before `end`.

    Of a table that is divided by lines between its entries, the part from `start` on; 0: from
    its header on.
    """

    source: str
    sheet: Sheet
    body: Body
    header: int
    end: int
    start: int = 0

    def rows(self, height: int) -> Body:
        """The rows below a header of `height` rows; 0: the header as well."""
        return self.body.part(max(self.header + height, self.start), self.end)

    @property
    def first(self) -> int:
        """The first row as Excel numbers it."""
        return self.body.row(self.start or self.header)


class TableLog(NamedTuple):
    """The entries of a table, and what has to be told about the table as a whole."""

    entries: Entries
    remarks: tuple[Remark, ...]
