"""Workbooks as bytes that do not tell when they were made."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl.writer.excel import ExcelWriter

if TYPE_CHECKING:
    from openpyxl import Workbook


def saved(workbook: Workbook) -> bytes:
    """Write a workbook so that neither its parts nor the archive tell when."""
    dated, undated = io.BytesIO(), io.BytesIO()
    # NOTE: `Workbook.save` would put the time of saving into the properties.
    ExcelWriter(workbook, ZipFile(dated, "w")).save()
    with ZipFile(dated) as parts, ZipFile(undated, "w", ZIP_DEFLATED) as archive:
        for name in parts.namelist():
            archive.writestr(ZipInfo(name), parts.read(name), ZIP_DEFLATED)
    return undated.getvalue()
