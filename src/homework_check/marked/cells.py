"""Marks at the cells of a workbook: fills, borders and comments, and how to take them off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast

from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Border, PatternFill, Side
from openpyxl.utils.cell import (
    column_index_from_string,
    coordinate_from_string,
    get_column_letter,
)

from homework_check.messages import marked as say
from homework_check.messages.wrapping import cells, wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from openpyxl.worksheet.cell_range import CellRange
    from openpyxl.worksheet.worksheet import Worksheet

    from homework_check.marked.markings import Mark
    from homework_check.marked.told import Level
    from homework_check.text import Lang

_COLOURS: Final[dict[Level | None, str]] = {
    "broken": "FFFFC7CE",
    "undecided": "FFFFEB9C",
    "reminder": "FFDDEBF7",
}
_FILLS: Final = {level: PatternFill("solid", colour) for level, colour in _COLOURS.items()}
_DOTS: Final = Side("dotted", "FFC00000")
_DOTTED: Final = Border(_DOTS, _DOTS, _DOTS, _DOTS)
_BETWEEN: Final = "\n----\n"
"""Between a comment of the school and ours."""

_HEADING: Final = re.compile(r"【[^】\n]+】|\[[^\]\n]+\]")
"""How our comments begin; see `comments`."""

_WIDEST: Final = 52
"""Half-width characters in a line of a comment."""

_LARGE: Final = 1000
"""Cells of a merged range that are not listed one by one: somebody merged a column."""

_CHARACTER, _LINE, _MARGIN = 7, 18, 16
"""Pixels."""


def put_marks(sheets: Mapping[str, Worksheet], marks: Iterable[Mark], lang: Lang) -> None:
    """Mark cells; of merged ones the first, which is the only one that shows anything.

    `sheets` are known by the names that sources have. Raises `KeyError` for one that is missing.
    """
    first_of = {name: _first_of_merged(sheet) for name, sheet in sheets.items()}
    by_cell: dict[tuple[str, str], list[Mark]] = {}
    for mark in marks:
        name = mark.place.sheet or ""
        by_cell.setdefault((name, first_of[name](mark.place.cell)), []).append(mark)
    for (name, address), of_cell in by_cell.items():
        first, *others = sorted(of_cell, key=_rank)
        cell = cast("Cell", sheets[name][address])
        if first.level:
            cell.fill = _FILLS[first.level]
        else:
            cell.border = _DOTTED
        text = "\n".join(mark.comment for mark in (first, *others))
        _add_comment(cell, text, say.AUTHOR[lang])


def take_marks_off(sheet: Worksheet, *, is_copy: bool) -> None:
    """Take off what an earlier round has put at cells; comments of the school stay.

    `is_copy`: the workbook has been a marked copy, so that a comment with one of our headings is
    ours. Not every program keeps its author.
    """
    for row in sheet.iter_rows():
        for cell in row:
            if not isinstance(cell, Cell) or cell.comment is None:
                continue
            left = _without_ours(cell.comment, by_heading=is_copy)
            if left is None:
                continue
            cell.comment = Comment(left, "") if left else None
            if _is_marked(cell):
                cell.fill = PatternFill()
            # A border may lack a side.
            if getattr(cell.border.left, "style", None) == _DOTS.style:
                cell.border = Border()


def _without_ours(comment: Comment, *, by_heading: bool) -> str | None:
    """What a comment says besides ours; None: nothing in it is ours."""
    is_ours = comment.author in {say.AUTHOR.zh, say.AUTHOR.en}
    before, between, after = comment.text.partition(_BETWEEN)
    ours = after if between else before
    if is_ours or (by_heading and _HEADING.match(ours)):
        return before if between else ""
    return None


def _rank(mark: Mark) -> int:
    return [*_FILLS, None].index(mark.level)


def _is_marked(cell: Cell) -> bool:
    return cell.fill.fill_type == "solid" and cell.fill.fgColor.rgb in _COLOURS.values()


def _add_comment(cell: Cell, text: str, author: str) -> None:
    before = cell.comment
    if before is not None and before.text:
        text = before.text + _BETWEEN + text
    made = Comment(text, author)
    lines = [line for part in text.split("\n") for line in wrap(part, _WIDEST)]
    made.width = min(max(map(cells, lines)), _WIDEST) * _CHARACTER + _MARGIN
    made.height = len(lines) * _LINE + _MARGIN
    cell.comment = made


def _first_of_merged(sheet: Worksheet) -> Callable[[str], str]:
    """What gives the first cell of the merged range that a cell is in, or the cell itself."""
    small: dict[tuple[int, int], str] = {}
    large = []
    for area in sheet.merged_cells.ranges:
        first = f"{get_column_letter(area.min_col)}{area.min_row}"
        if area.size["rows"] * area.size["columns"] > _LARGE:
            large.append((area, first))
        else:
            small.update(dict.fromkeys(area.cells, first))

    def first_of(cell: str) -> str:
        letters, row = coordinate_from_string(cell)
        column = column_index_from_string(letters)
        if first := small.get((row, column)):
            return first
        return next((f for area, f in large if _holds(area, row, column)), cell)

    return first_of


def _holds(area: CellRange, row: int, column: int) -> bool:
    return area.min_row <= row <= area.max_row and area.min_col <= column <= area.max_col
