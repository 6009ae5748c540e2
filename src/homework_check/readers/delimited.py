"""Delimited text: csv and tsv files, and tab-separated text under any other name."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Final

from homework_check.memo import Same
from homework_check.readers.encodings import check_encoding, decode
from homework_check.workbook import CellValue, Sheet, Unreadable, Workbook

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["check_encoding", "read"]

_DELIMITERS: Final = (",", "\t", ";")
_TRIED_RECORDS: Final = 30
_CELL = r'"(?:[^"]|"")*"'
_QUOTED: Final = {sign: re.compile(rf"{_CELL}(?:{sign}{_CELL})+\s*") for sign in _DELIMITERS}
_LONGEST_FIELD: Final = 2**31 - 1
"""The usual 131,072 characters end the reading with an error; more fits no C long of Windows."""


def read(data: bytes, encoding: str | None = None) -> Workbook | Unreadable:
    """Read delimited text as one sheet without a name; all cells are text, as written.

    A record with line breaks inside quotes is one row, as in Excel, and what follows a closing
    quote belongs to its cell. A quote that is never closed, or closed inside a cell of another
    line, makes the source ``damaged``, with the row.
    """
    decoded = decode(data, encoding)
    if isinstance(decoded, Unreadable):
        return decoded
    if not decoded.text.strip():
        return Unreadable("empty")
    csv.field_size_limit(_LONGEST_FIELD)
    delimiter = _delimiter(decoded.text)
    records: list[list[str]] = []
    try:
        records.extend(map(Same[str]().all, _sound_records(decoded.text, delimiter)))
    except csv.Error:
        return Unreadable("damaged", (("row", str(len(records) + 1)),))
    width = max(map(len, records))
    rows: list[list[CellValue]] = [[*cells, *[""] * (width - len(cells))] for cells in records]
    return Workbook("tsv" if delimiter == "\t" else "csv", (Sheet("", rows),), decoded.encoding)


def _sound_records(text: str, delimiter: str) -> Iterator[list[str]]:
    """The records, each as Excel reads it. Raises `csv.Error` at a quote that takes in lines.

    ``"小小科学家"活动`` is a cell like any other; over a line break, the quote was forgotten.
    """
    # Behind the last line stands a blank one, which an open quote would take in.
    lines = [*_lines(text), ""]
    records = csv.reader(lines, delimiter=delimiter)
    begin = 0
    for cells in records:
        end = records.line_num
        if end - begin > 1:
            next(csv.reader(lines[begin:end], delimiter=delimiter, strict=True))
        if end < len(lines):
            yield cells
        begin = end


def _lines(text: str) -> Iterator[str]:
    # Without translation, so that line breaks inside quotes stay what they are.
    return io.StringIO(text, newline="")


def _delimiter(text: str) -> str:
    """The delimiter that gives most of the first records one and the same number of cells.

    A record of nothing but quoted cells with another sign between them does not count.
    """

    def consistency(delimiter: str) -> tuple[int, int]:
        others = [_QUOTED[other] for other in _DELIMITERS if other != delimiter]
        records = islice(_tried(text, delimiter), _TRIED_RECORDS)
        widths = Counter(
            width
            for width, written in records
            if width > 1 and not any(other.fullmatch(written) for other in others)
        )
        return max(((count, width) for width, count in widths.items()), default=(0, 0))

    return max(_DELIMITERS, key=consistency)


def _tried(text: str, delimiter: str) -> Iterator[tuple[int, str]]:
    """How many cells each record has, and how it is written."""
    lines: list[str] = []

    def read_lines() -> Iterator[str]:
        for line in _lines(text):
            lines.append(line)
            yield line

    for cells in csv.reader(read_lines(), delimiter=delimiter):
        yield len(cells), "".join(lines)
        lines.clear()
