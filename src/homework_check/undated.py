"""Workbooks as bytes that do not tell when they were made."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl.writer.excel import ExcelWriter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl import Workbook


class Body(NamedTuple):
    """What stands in a sheet that openpyxl leaves empty: XML of its rows and of its links."""

    rows: str
    links: str = ""

    def put_into(self, sheet: bytes) -> bytes:
        """Give the XML of a sheet with this body, every element in its place."""
        before, _, after = sheet.decode("utf-8").partition(_NO_ROWS)
        if self.links:
            mark = _PRINTING if _PRINTING in after else _MARGINS
            after = after.replace(mark, f"<hyperlinks>{self.links}</hyperlinks>{mark}", 1)
        return f"{before}<sheetData>{self.rows}</sheetData>{after}".encode()


_NO_ROWS, _PRINTING, _MARGINS = "<sheetData></sheetData>", "<printOptions", "<pageMargins"


def saved(workbook: Workbook, bodies: Sequence[Body] = ()) -> bytes:
    """Write a workbook so that neither its parts nor the archive tell when.

    `bodies` are those of its sheets, in order, where they were left empty.
    """
    dated, undated = io.BytesIO(), io.BytesIO()
    # NOTE: `Workbook.save` would put the time of saving into the properties.
    ExcelWriter(workbook, ZipFile(dated, "w")).save()
    by_part = {f"xl/worksheets/sheet{n}.xml": body for n, body in enumerate(bodies, 1)}
    with ZipFile(dated) as parts, ZipFile(undated, "w", ZIP_DEFLATED) as archive:
        for name in parts.namelist():
            content = parts.read(name)
            if body := by_part.get(name):
                content = body.put_into(content)
            archive.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return undated.getvalue()
