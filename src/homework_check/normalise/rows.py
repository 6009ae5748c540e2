"""Rows that are no entries, and cells that hold for the rows below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.normalise.body import merged_rows
from homework_check.normalise.values import is_footer, is_total

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from homework_check.model import CellRange, CellValue
    from homework_check.normalise.body import Body, Column
    from homework_check.normalise.columns import Columns

_LONGEST_LABEL = 16
_RESETS = {
    "county": ("school", "grade", "class"),
    "school": ("grade", "class"),
    "grade": ("class",),
    "date": ("weekday",),
}
"""A new value of the first is no longer followed by the old value of the others."""

_KEYS = ("county", "school", "grade", "class", "date", "weekday")
_WHERE_MERGED = ("subject", "form", "place", "choice")


def find_left_out(body: Body, columns: Columns) -> dict[int, str]:
    """Row indexes of blank, total and footer rows, with the reason."""
    left_out: dict[int, str] = {}
    numbers = {*columns.minutes, columns.hours, columns.at.get("actual")}
    content, subject = columns.at.get("content"), columns.at.get("subject")
    for index, column in enumerate(body.columns):
        if index in numbers:
            continue
        distinct = [v for v in body.distinct[index] if isinstance(v, str) and v]
        totals = {v for v in distinct if len(v) <= _LONGEST_LABEL and is_total(v)}
        footers = set() if index == content else {v for v in distinct if is_footer(v)}
        for row, value in enumerate(column) if totals or footers else ():
            if value in totals:
                left_out[row] = "total"
            elif value in footers and (
                subject is None or body.columns[subject][row] in {"", value}
            ):
                left_out.setdefault(row, "footer")
    if all("" in column for column in body.columns):
        blank = ("",) * len(body.columns)
        rows = enumerate(zip(*body.columns, strict=True))
        left_out |= {row: "blank" for row, cells in rows if cells == blank}
    return left_out


def fill_down(
    body: Body,
    columns: Columns,
    left_out: Mapping[int, str],
    merged: Sequence[CellRange],
) -> dict[str, Column]:
    """The columns of the keys with merged and left-blank cells filled, by field.

    Other fields are filled only where a merge says so: a blank subject is no subject.
    """
    filled: dict[str, Column] = {}
    keys = {name: body.columns[columns.at[name]] for name in _KEYS if name in columns.at}
    if any("" in column for column in keys.values()):
        keys = _fill_keys(keys, body.height, left_out)
    filled |= keys
    for name in _WHERE_MERGED:
        if name in columns.at:
            index = columns.at[name]
            column = body.columns[index]
            covered = merged_rows(merged, body, index)
            filled[name] = (
                tuple(column[covered.get(row, row)] for row in range(body.height))
                if covered
                else column
            )
    return filled


def _fill_keys(
    keys: Mapping[str, Column], height: int, left_out: Mapping[int, str]
) -> dict[str, Column]:
    last: dict[str, CellValue] = dict.fromkeys(keys, "")
    filled: dict[str, list[CellValue]] = {name: [] for name in keys}
    for row in range(height):
        if row not in left_out:
            for name, column in keys.items():
                value = column[row]
                if value not in {"", last[name]}:
                    last[name] = value
                    for inner in _RESETS.get(name, ()):
                        if inner in last:
                            last[inner] = ""
        for name, column in keys.items():
            filled[name].append(last[name] if row not in left_out else column[row])
    return {name: tuple(column) for name, column in filled.items()}
