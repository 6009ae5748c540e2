"""Tables that stand beside each other in a sheet, to save paper: each is a sheet of its own."""

from __future__ import annotations

from itertools import chain, pairwise
from typing import TYPE_CHECKING, NamedTuple

from homework_check.normalise.around.titles import first_title, read_titles
from homework_check.normalise.body import TOP, as_written
from homework_check.normalise.headers.rows import find_headers
from homework_check.normalise.matrices.header import find_matrices
from homework_check.normalise.parts import Part
from homework_check.normalise.sections.inherited import fields_of_list, fields_of_matrix
from homework_check.normalise.sections.parts import parts_within
from homework_check.normalise.week_heads import make_full_body
from homework_check.workbook import split_cell

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from homework_check.settings import Settings
    from homework_check.workbook import CellRange, CellValue, Sheet

_Spans = tuple[tuple[int, int], ...]
"""Columns that belong together: the index of the first, and that behind the last."""


class Beside(NamedTuple):
    """The columns of one table, and the title lines that stand over another but are of all.

    `titles` are texts, each with its cell, the nearest first.
    """

    sheet: Sheet
    titles: tuple[tuple[str, str], ...] = ()


def divide(sheet: Sheet, headers: Sequence[int], settings: Settings) -> list[Beside]:
    """Divide a sheet where a row says the same twice, if that heads a table each time.

    `headers` are the rows that head lists. Empty: nothing stands beside each other.
    """
    for row in _repeating(sheet):
        spans = _spans(sheet.rows[row])
        parts = [_columns(sheet, *span) for span in spans]
        heads = [_heads(part, settings) for part in parts]
        # One that has a table the others lack may be the half of a wide one further down.
        if heads and row in heads[0] and all(heads[0] == rows >= {*headers} for rows in heads):
            tables = sorted(head for head in heads[0] if head >= row)
            lines = _common_lines(sheet, tables, spans, settings)
            # Where each has titles of its own, a line below may be of its own table alone.
            if lines and any(len(_over(sheet.rows[r], spans)) > 1 for r in range(row)):
                return []
            common = [*chain.from_iterable(_common_titles(sheet, r, spans) for r in range(row))]
            whole = _with_lines(sheet, lines, spans)
            return [
                Beside(
                    _columns(whole, *span),
                    tuple(title for over, title in reversed(common) if over != number),
                )
                for number, span in enumerate(spans)
            ]
    return []


def _repeating(sheet: Sheet) -> Iterator[int]:
    """Rows near the top whose first text is there once more."""
    for index, row in enumerate(sheet.rows[:TOP]):
        first = next((value for value in row if value != ""), "")
        if isinstance(first, str) and first and row.count(first) > 1:
            yield index


def _spans(row: Sequence[CellValue]) -> _Spans:
    """The columns of each table that `row` heads; nothing if it does not repeat itself.

    A column without a header, of the subjects of a week, may stand before each.
    """
    first = next(column for column, value in enumerate(row) if value != "")
    starts = [column for column, value in enumerate(row) if value == row[first]]
    parts = [_without_end(row[start:end]) for start, end in pairwise((*starts, len(row)))]
    ends = [start + len(part) for start, part in zip(starts, parts, strict=True)]
    is_alike = all(part == parts[0] for part in parts)
    if not is_alike or any(
        start - first < end for start, end in zip(starts[1:], ends, strict=False)
    ):
        return ()
    return tuple(pairwise((*(start - first for start in starts), len(row))))


def _without_end(row: Sequence[CellValue]) -> list[str]:
    """The texts of a part of a row, up to the last that is filled."""
    texts = [as_written(value) for value in row]
    while not texts[-1]:
        texts.pop()
    return texts


def _heads(sheet: Sheet, settings: Settings) -> set[int]:
    """The rows of a sheet that head a list or a matrix."""
    if not any(value != "" for row in sheet.rows for value in row[:1]):
        return set()
    body = make_full_body(sheet)
    lists = find_headers(body, settings.columns)
    matrices = find_matrices(body, settings, lists)
    return {*lists, *(matrix.row for matrix in matrices)}


def _common_titles(sheet: Sheet, row: int, spans: _Spans) -> list[tuple[int, tuple[str, str]]]:
    """The titles of a row that stand over one table alone, with its number: they are of all."""
    match _over(sheet.rows[row], spans):
        case [number]:
            titles = read_titles(sheet, row, row + 1)
            return [(number, title) for title in titles]
        case _:
            return []


def _over(row: Sequence[CellValue], spans: _Spans) -> list[int]:
    """The numbers of the tables in whose columns a row has anything."""
    return [n for n, span in enumerate(spans) if any(value != "" for value in row[slice(*span)])]


def _common_lines(
    sheet: Sheet, tables: Sequence[int], spans: _Spans, settings: Settings
) -> dict[int, int]:
    """The rows below the first header that say for one table, by its number, what is of all.

    `tables` are the rows of headers. Lines below which the others have nothing are of one alone.
    """
    found: dict[int, int] = {}
    for number, span in enumerate(spans):
        part = _columns(sheet, *span)
        for row in _lines(part, tables, settings):
            entries = (r for at, r in enumerate(sheet.rows) if at > row and at not in tables)
            if _over(sheet.rows[row], spans) == [number] and any(
                _over(entry, spans) not in ([], [number]) for entry in entries
            ):
                found[row] = number
    return found


def _lines(part: Sheet, tables: Sequence[int], settings: Settings) -> set[int]:
    """The rows of the titles of tables below others, and of lines between entries."""
    titles = {
        row
        for before, header in pairwise(tables)
        for row in range(first_title(part, before, header, of_subjects=True), header)
    }
    body = make_full_body(part)
    matrices = {header.row: header for header in find_matrices(body, settings, tables)}
    for header, end in pairwise((*tables, body.height)):
        table = Part("", part, body, header, end)
        matrix = matrices.get(header)
        fields = fields_of_matrix(matrix) if matrix else fields_of_list(table, settings)
        stretches = parts_within(table, fields, settings)
        sections = chain.from_iterable(stretch.sections for stretch in stretches)
        cells = filter(None, (split_cell(section.cell) for section in sections))
        titles |= {row - part.first_row for _, row in cells}
    return titles


def _with_lines(sheet: Sheet, lines: Mapping[int, int], spans: _Spans) -> Sheet:
    """The sheet with each of the lines in the columns of all tables."""
    rows = [*sheet.rows]
    for row, number in lines.items():
        said = rows[row][slice(*spans[number])]
        parts = ([*said, *[""] * (end - start)][: end - start] for start, end in spans)
        rows[row] = [*chain.from_iterable(parts)]
    return sheet._replace(rows=rows)


def _columns(sheet: Sheet, start: int, end: int) -> Sheet:
    """The columns from index `start` to before `end`."""
    first = sheet.first_column + start
    last = sheet.first_column + end - 1
    merged = (_within(cells, first, last) for cells in sheet.merged)
    return sheet._replace(
        rows=[row[start:end] for row in sheet.rows],
        first_column=first,
        merged=tuple(cells for cells in merged if cells.first_column <= cells.last_column),
    )


def _within(cells: CellRange, first: int, last: int) -> CellRange:
    return cells._replace(
        first_column=max(cells.first_column, first), last_column=min(cells.last_column, last)
    )
