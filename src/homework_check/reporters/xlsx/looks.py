"""Fonts, fills and borders of the XLSX report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from homework_check.reporters.xlsx.sheet import Look

if TYPE_CHECKING:
    from openpyxl.cell import Cell

    from homework_check.reporters.xlsx.sheet import NumberFormat

# Named only, not embedded: every Chinese Windows, macOS and WPS has it or a stand-in.
_FONT: Final = "等线"
_SIDE: Final = Side("thin", "FFBFBFBF")
_BOX: Final = Border(_SIDE, _SIDE, _SIDE, _SIDE)
_UNBOXED: Final = frozenset({Look.TITLE, Look.NOTE})

_FONTS: Final = {
    Look.HEAD: Font(_FONT, 11, bold=True),
    Look.GROUP: Font(_FONT, 11, bold=True),
    Look.BY_HAND: Font(_FONT, 11, bold=True),
    Look.TITLE: Font(_FONT, 18, bold=True),
    Look.LABEL: Font(_FONT, 11, bold=True),
    Look.TOTAL: Font(_FONT, 11, bold=True),
    Look.BROKEN: Font(_FONT, 11, bold=True, color="FF9C0006"),
    Look.MUTED: Font(_FONT, 11, color="FF7F7F7F"),
    Look.LINK: Font(_FONT, 11, underline="single", color="FF0563C1"),
}
_USUAL: Final = Font(_FONT, 11)

_FILLS: Final = {
    Look.HEAD: PatternFill("solid", "FFD9E1F2"),
    Look.GROUP: PatternFill("solid", "FFB4C6E7"),
    Look.BY_HAND: PatternFill("solid", "FFFFF9E5"),
    Look.LABEL: PatternFill("solid", "FFF2F2F2"),
    Look.TOTAL: PatternFill("solid", "FFF2F2F2"),
    Look.BROKEN: PatternFill("solid", "FFFFC7CE"),
    Look.UNDECIDED: PatternFill("solid", "FFFFEB9C"),
    Look.UNREPORTED: PatternFill("lightUp", "FF7F7F7F", "FFFFFFFF"),
}
_CENTRED: Final = frozenset({Look.HEAD, Look.GROUP, Look.BY_HAND, Look.TITLE})

_FORMATS: Final[dict[NumberFormat, str]] = {
    "text": "@",
    "number": "General",
    "share": "0.0%",
    "date": "yyyy-mm-dd",
}


def dress(cell: Cell, number_format: NumberFormat, look: Look, *, text: bool, quoted: bool) -> None:
    """Give a cell its look. `text`: it holds text, whatever the format of its column.

    `quoted`: its text stays text when somebody edits it.
    """
    cell.font = _FONTS.get(look, _USUAL)
    if look in _FILLS:
        cell.fill = _FILLS[look]
    if look not in _UNBOXED:
        cell.border = _BOX
    cell.number_format = _FORMATS["text" if text else number_format]
    if look in _CENTRED:
        cell.alignment = Alignment("center", "center", wrap_text=True)
    elif number_format == "text":
        cell.alignment = Alignment("left", "center", wrap_text=True)
    elif number_format == "date":
        cell.alignment = Alignment("center", "center")
    else:
        # The text of the next column would touch it.
        cell.alignment = Alignment("right", "center", indent=1)
    cell.quotePrefix = quoted
