"""Tables of web pages, as many systems export them under the name ``.xls``."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final, NamedTuple

from homework_check.readers.encodings import decode_as_stated
from homework_check.readers.placed import Placed, TooLarge, make_sheet
from homework_check.workbook import Unreadable, Workbook, no_table

_HEAD: Final = 4096
_CHARSET: Final = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_SILENT: Final = {"style", "script", "title", "template", "xml"}
_BLOCKS: Final = {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "caption", "center", "hr"}
_CELLS: Final = {"td", "th"}
_FARTHEST: Final = 1000  # rows or columns that a cell may span


class _Cell(NamedTuple):
    """A cell of a row: its text, and how many columns and rows it takes."""

    text: str
    columns: int
    rows: int


_Row = list[_Cell]


def read(data: bytes, encoding: str | None = None) -> Workbook | Unreadable:
    """Read a page as one sheet: its texts and tables one below the other, as Excel shows them.

    A page without any table is ``no-table``: a page to log in, or a message of an error.
    """
    decoded = decode_as_stated(data, _CHARSET.search(data[:_HEAD]), encoding)
    if isinstance(decoded, Unreadable):
        return decoded
    page = _Page()
    page.feed(decoded.text)
    page.close()
    page.end_text()
    if not page.has_table:
        return no_table("没有表格的网页（HTML）")
    try:
        sheet = make_sheet("", _place([row for block in page.blocks for row in block]))
    except TooLarge:
        return Unreadable("too-large")
    return Workbook("html", (sheet,), decoded.encoding)


class _Page(HTMLParser):
    """Collects blocks of rows in the order in which they begin; tables may hold tables."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[list[_Row]] = []
        self.has_table = False
        self._open: list[_Table] = []
        self._silent = 0
        self._text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            self.end_text()
            rows: list[_Row] = []
            self.blocks.append(rows)
            self._open.append(_Table(rows))
            self.has_table = True
        elif tag == "br":
            self._write("\n")
        elif tag in _BLOCKS and not self._open:
            self.end_text()
        elif self._open and tag == "tr":
            self._open[-1].begin_row()
        elif self._open and tag in _CELLS:
            given = dict(attrs)
            self._open[-1].begin_cell(_span(given.get("colspan")), _span(given.get("rowspan")))

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag == "table" and self._open:
            self._open.pop().end_row()
        elif self._open and tag == "tr":
            self._open[-1].end_row()
        elif self._open and tag in _CELLS:
            self._open[-1].end_cell()
        elif tag in _BLOCKS and not self._open:
            self.end_text()

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._write(re.sub(r"\s+", " ", data))

    def close(self) -> None:
        super().close()
        while self._open:
            self._open.pop().end_row()

    def end_text(self) -> None:
        """Make a row of the text before or behind a table."""
        if text := _trimmed(self._text):
            self.blocks.append([[_Cell(text, 1, 1)]])
        self._text = ""

    def _write(self, text: str) -> None:
        if self._open:
            self._open[-1].write(text)
        else:
            self._text += text


class _Table:
    """A table being read; tags that a page leaves out are closed by those that follow."""

    def __init__(self, rows: list[_Row]) -> None:
        self._rows = rows
        self._cell: tuple[int, int] | None = None
        self._row: _Row | None = None
        self._parts: list[str] = []

    def begin_row(self) -> None:
        self.end_row()
        self._row = []

    def begin_cell(self, columns: int, rows: int) -> None:
        self.end_cell()
        if self._row is None:
            self._row = []
        self._cell = columns, rows

    def write(self, text: str) -> None:
        if self._cell is not None:
            self._parts.append(text)

    def end_cell(self) -> None:
        if self._cell is not None and self._row is not None:
            columns, rows = self._cell
            self._row.append(_Cell(_trimmed("".join(self._parts)), columns, rows))
        self._cell = None
        self._parts.clear()

    def end_row(self) -> None:
        self.end_cell()
        if self._row is not None:
            self._rows.append(self._row)
        self._row = None


def _trimmed(text: str) -> str:
    return "\n".join(line.strip() for line in text.split("\n")).strip()


def _span(stated: str | None) -> int:
    number = int(stated) if stated and stated.isascii() and stated.isdigit() else 1
    return min(max(number, 1), _FARTHEST)


def _place(rows: list[_Row]) -> list[Placed]:
    """Give every cell its address: it goes beside what the rows above reach down with."""
    placed: list[Placed] = []
    taken: dict[int, int] = {}  # by column, the last row that a cell from above takes
    for number, row in enumerate(rows, start=1):
        column = 1
        for cell in row:
            while taken.get(column, 0) >= number:
                column += 1
            placed.append(Placed(number, column, cell.text, cell.columns - 1, cell.rows - 1))
            for reached in range(column, column + cell.columns):
                taken[reached] = number + cell.rows - 1
            column += cell.columns
    return placed
