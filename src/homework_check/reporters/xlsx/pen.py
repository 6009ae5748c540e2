"""The one place where cells of the XLSX report are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from openpyxl.cell import WriteOnlyCell
from openpyxl.worksheet.hyperlink import Hyperlink

from homework_check.reporters.escaping import may_run, sheet_text
from homework_check.reporters.xlsx.looks import dress
from homework_check.reporters.xlsx.sheet import Cell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl.cell import Cell as Written
    from openpyxl.worksheet.worksheet import Worksheet

    from homework_check.reporters.xlsx.sheet import Column, Kind, Look, Row


class _Likeness(NamedTuple):
    """What cells that look alike have in common."""

    column: int
    kind: Kind
    look: Look
    text: bool = False
    quoted: bool = False
    linked: bool = False


class Pen:
    """Makes the cells of one sheet, none of them a formula.

    A cell is written to disk as soon as its row is appended, so those of a column that look
    alike are one object: giving it its look takes longer than writing it.
    """

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._dressed: dict[_Likeness, Written] = {}

    def row(self, row: Row, columns: tuple[Column, ...]) -> list[Written | None]:
        """Give the cells of a row, with those that a wide cell covers; None: there is none."""
        cells: list[Written | None] = []
        for cell in _spread(row):
            if cell is None:
                cells.append(None)
                continue
            kind = cell.kind or columns[len(cells)].kind
            cells.append(self._cell(len(cells), kind, cell))
        return cells

    def _cell(self, column: int, kind: Kind, cell: Cell) -> Written:
        value = cell.value
        if not isinstance(value, str):
            made = self._like(_Likeness(column, kind, cell.look))
            made.value = value
            return made
        text = sheet_text(value)
        likeness = _Likeness(column, kind, cell.look, text=True, quoted=may_run(text))
        # A link stays with its cell, so cells that look alike have one each or none.
        made = self._like(likeness._replace(linked=bool(cell.link)))
        made.value = text
        # NOTE: openpyxl takes text that begins with "=" for a formula, and "#N/A" for an error.
        made.data_type = "s"
        if cell.link:
            made.hyperlink = Hyperlink(ref="", location=cell.link)
        return made

    def _like(self, likeness: _Likeness) -> Written:
        if likeness not in self._dressed:
            made = self._dressed[likeness] = WriteOnlyCell(self._sheet)
            dress(made, likeness.kind, likeness.look, text=likeness.text, quoted=likeness.quoted)
        return self._dressed[likeness]


def _spread(row: Row) -> Iterator[Cell | None]:
    for item in row:
        if item is None:
            yield None
            continue
        cell = item if isinstance(item, Cell) else Cell(item)
        yield cell
        for _ in range(cell.span - 1):
            yield cell._replace(value=None, link=None)
