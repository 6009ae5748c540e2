"""Workbooks as the bytes of their files, which do not tell when they were made."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, NamedTuple, Protocol
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl.writer.excel import ExcelWriter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl import Workbook


class Filling(Protocol):
    """What has to be put into a sheet after openpyxl has written it."""

    def put_into(self, sheet: bytes) -> bytes:
        """Give the XML of a sheet with this in it."""
        ...


class SheetBody(NamedTuple):
    """What stands in a sheet that openpyxl leaves empty: XML of its rows and of its links."""

    rows: str
    links: str = ""

    def put_into(self, sheet: bytes) -> bytes:
        """Give the XML of a sheet with this body, every element in its place."""
        before, after = _NO_ROWS.split(sheet.decode("utf-8"), maxsplit=1)
        if self.links:
            mark = _PRINTING if _PRINTING in after else _MARGINS
            after = after.replace(mark, f"<hyperlinks>{self.links}</hyperlinks>{mark}", 1)
        return f"{before}<sheetData>{self.rows}</sheetData>{after}".encode()


# NOTE: with lxml at hand openpyxl may write the element in its short form.
_NO_ROWS = re.compile("<sheetData ?/>|<sheetData></sheetData>")
_PRINTING, _MARGINS = "<printOptions", "<pageMargins"


def saved(workbook: Workbook, bodies: Sequence[Filling] = ()) -> bytes:
    """Write a workbook so that neither its parts nor the archive tell when.

    `bodies` are what openpyxl does not write of its sheets, in order.
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
