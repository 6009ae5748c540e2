"""A workbook of Excel loaded with all its looks, so that a copy keeps them."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING, Final

from openpyxl import load_workbook

from homework_check.marked.cells import take_marks_off
from homework_check.normalise.own_list import is_own_list
from homework_check.readers.package import Package

if TYPE_CHECKING:
    from zipfile import ZipInfo

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from homework_check.workbook import Workbook as Read

_MOST_BYTES: Final = 32 * 1024 * 1024
_MOST_MERGED: Final = 100_000
_MOST_RANGES: Final = 5000
"""Of the parts of a workbook, unpacked, of merged cells and of merged ranges: openpyxl takes half a
minute for a little more."""

_PARTS: Final = {
    "macros": ("xl/vbaProject",),
    "charts": ("xl/charts/", "xl/chartsheets/"),
    "pictures": ("xl/media/",),
    "controls": ("xl/ctrlProps/", "xl/activeX/"),
}
"""What openpyxl loses, in whole or in part, by the parts of a workbook that hold it."""

_DRAWINGS: Final = "xl/drawings/drawing"


def is_too_much(data: bytes, read: Read) -> bool:
    """Whether loading would take too long, or more memory than there is."""
    areas = [
        (area.last_row - area.first_row + 1) * (area.last_column - area.first_column + 1)
        for sheet in read.sheets
        for area in sheet.merged
    ]
    unpacked = sum(member.file_size for member in Package(data).members if _is_loaded(member))
    return unpacked > _MOST_BYTES or sum(areas) > _MOST_MERGED or len(areas) > _MOST_RANGES


def losses(data: bytes) -> list[str]:
    """Name what a workbook holds that openpyxl does not keep."""
    names = Package(data).names
    lost = [what for what, starts in _PARTS.items() if any(n.startswith(starts) for n in names)]
    has_drawings = any(name.startswith(_DRAWINGS) for name in names)
    # Without charts or pictures, a drawing is of shapes.
    if has_drawings and not {"charts", "pictures"}.intersection(lost):
        lost.append("pictures")
    return lost


def loaded(data: bytes, read: Read) -> tuple[Workbook, dict[str, Worksheet]]:
    """Load a workbook without what an earlier round put there; give its sheets by name, too.

    `read` are its sheets as they were read. Raises anything: openpyxl does where a workbook is not
    as it expects.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        workbook = load_workbook(io.BytesIO(data), rich_text=True)
    sheets = {sheet.title: sheet for sheet in workbook.worksheets}
    lists = [sheet.name for sheet in read.sheets if is_own_list(sheet)]
    for name in lists:
        workbook.remove(sheets[name])
    has_comments = any("comments" in name for name in Package(data).names)
    for sheet in workbook.worksheets:
        # Sheets that are selected together would be edited together.
        sheet.sheet_view.tabSelected = False
        if has_comments:
            take_marks_off(sheet, is_copy=bool(lists))
    return workbook, {sheet.title: sheet for sheet in workbook.worksheets}


def _is_loaded(member: ZipInfo) -> bool:
    return member.filename.endswith((".xml", ".rels"))
