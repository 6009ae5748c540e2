"""The one place where cells of the XLSX report are written.

The rows are written as text: openpyxl takes some fifty microseconds for a cell, and a report of
a city has more cells than its logs have entries. All else of the workbook is openpyxl's.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter

from homework_check.reporters.escaping import may_run, sheet_text
from homework_check.reporters.xlsx.looks import dress
from homework_check.reporters.xlsx.sheet import Cell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl.worksheet.worksheet import Worksheet

    from homework_check.reporters.xlsx.sheet import Column, Look, NumberFormat, Row


_DAY_ZERO: Final = date(1899, 12, 30)
"""What Excel counts days from, since it takes 1900 for a leap year."""


class _Likeness(NamedTuple):
    """What cells that look alike have in common."""

    number_format: NumberFormat
    look: Look
    text: bool = False
    quoted: bool = False


class Pen:
    """Writes the rows of one sheet, as ECMA-376 part 1, 18.3.1 has them; none holds a formula.

    `links` are those of the rows written so far.
    """

    def __init__(self, sheet: Worksheet, columns: tuple[Column, ...]) -> None:
        self._sheet = sheet
        self._columns = columns
        self._letters = [get_column_letter(number) for number in range(1, len(columns) + 1)]
        self._styles: dict[_Likeness, int] = {}
        self.links: list[str] = []

    def row(self, number: int, row: Row, points: float | None) -> str:
        """Write a row with its cells. `points` is its height; None: the usual one."""
        height = f' ht="{points}" customHeight="1"' if points else ""
        cells = (
            self._cell(f"{letter}{number}", column.number_format, cell)
            for letter, column, cell in zip(self._letters, self._columns, _spread(row), strict=True)
            if cell is not None
        )
        return f'<row r="{number}"{height}>{"".join(cells)}</row>'

    def _cell(self, place: str, number_format: NumberFormat, cell: Cell) -> str:
        value, number_format = cell.value, cell.number_format or number_format
        if isinstance(value, str):
            text = sheet_text(value)
            style = self._style(
                _Likeness(number_format, cell.look, text=True, quoted=may_run(text))
            )
            if cell.link:
                self.links.append(f'<hyperlink ref="{place}" location={quoteattr(cell.link)}/>')
            return (
                f'<c r="{place}" s="{style}" t="inlineStr">'
                f'<is><t xml:space="preserve">{escape(text)}</t></is></c>'
            )
        style = self._style(_Likeness(number_format, cell.look))
        if value is None:
            return f'<c r="{place}" s="{style}"/>'
        amount = (value - _DAY_ZERO).days if isinstance(value, date) else value
        return f'<c r="{place}" s="{style}"><v>{amount:.15g}</v></c>'

    def _style(self, likeness: _Likeness) -> int:
        if likeness not in self._styles:
            made = WriteOnlyCell(self._sheet)
            dress(made, *likeness[:2], text=likeness.text, quoted=likeness.quoted)
            self._styles[likeness] = made.style_id
        return self._styles[likeness]


def _spread(row: Row) -> Iterator[Cell | None]:
    """The cells of a row, with those that a wide cell covers; None: there is none."""
    for item in row:
        if item is None:
            yield None
            continue
        cell = item if isinstance(item, Cell) else Cell(item)
        yield cell
        for _ in range(cell.span - 1):
            yield cell._replace(value=None, link=None)
