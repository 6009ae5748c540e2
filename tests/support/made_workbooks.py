"""What stands in a workbook that the program wrote, as other programs read it."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook, load_workbook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl.cell import Cell

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_CODED = re.compile(r"_x005F_(?=x[0-9A-Fa-f]{4}_)")


def raw_workbook(rows: str, title: str = "Sheet") -> bytes:
    """A workbook with this XML of rows on its one sheet, as no honest program writes it."""
    plain, changed = io.BytesIO(), io.BytesIO()
    Workbook().save(plain)
    with ZipFile(plain) as old, ZipFile(changed, "w", ZIP_DEFLATED) as new:
        for part in old.namelist():
            text = old.read(part).decode()
            # NOTE: with lxml at hand openpyxl writes the element in its short form.
            text = re.sub("<sheetData ?/>|<sheetData></sheetData>",
                          lambda _: f"<sheetData>{rows}</sheetData>", text)  # fmt: skip
            new.writestr(part, text.replace('name="Sheet"', f"name={quoteattr(title)}"))
    return changed.getvalue()


def opened(data: bytes) -> Workbook:
    return load_workbook(io.BytesIO(data))


def cells_of(data: bytes) -> Iterator[Cell]:
    """Every cell that holds something."""
    for sheet in opened(data).worksheets:
        for row in sheet.iter_rows():
            yield from (cell for cell in row if cell.value is not None)


def bare_cells_of(data: bytes) -> Iterator[Cell]:
    """The same without their looks, which take openpyxl ten times as long as all the rest."""
    for sheet in load_workbook(io.BytesIO(data), read_only=True).worksheets:
        for row in sheet.iter_rows():
            yield from (cell for cell in row if cell.value is not None)


def text_of(data: bytes) -> str:
    """All texts, a line each, as Excel shows them."""
    return "\n".join(_CODED.sub("_", str(cell.value)) for cell in bare_cells_of(data))


def table_rows(data: bytes, title: str) -> list[dict[str, object]]:
    """The rows of a table by the titles of their columns, without totals.

    A column of a group goes by both: ``作业时间 应判``.
    """
    sheet = opened(data)[title]
    first, _, last = str(sheet.auto_filter.ref).partition(":")
    header = int(first.lstrip(_LETTERS))
    names = [str(cell.value) for cell in sheet[header]]
    for merged in sheet.merged_cells.ranges:
        for column in range(merged.min_col, merged.max_col + 1):
            names[column - 1] = f"{merged.start_cell.value} {names[column - 1]}"
    rows = sheet.iter_rows(min_row=header + 1, max_row=int(last.lstrip(_LETTERS)), values_only=True)
    return [dict(zip(names, row, strict=True)) for row in rows]


def parts_of(data: bytes, under: str) -> dict[str, str]:
    """The XML of the parts below a folder of the workbook."""
    with ZipFile(io.BytesIO(data)) as archive:
        return {
            name: archive.read(name).decode("utf-8")
            for name in archive.namelist()
            if name.startswith(under)
        }


def dump(data: bytes) -> str:
    """Every sheet as text: a line a row, cells between bars."""
    lines = []
    for sheet in opened(data).worksheets:
        lines.append(f"## {sheet.title}")
        for row in sheet.iter_rows(values_only=True):
            texts = ["" if value is None else str(value) for value in row]
            lines.append(" | ".join(texts).rstrip(" |"))
        lines.append("")
    return "\n".join(lines)
