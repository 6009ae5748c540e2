"""Logs that get a finding, and the ways to follow its advice, as tests/advice writes them down.

A log is text: a line a row, cells between bars, ``# name`` above each sheet if there are several.
A way gives new texts of cells (``E4``, ``乙.xlsx A1``), ``row 4`` that is deleted, ``more`` rows
(at the end, or `more_at` a row), ``merged`` cells, a name for the ``sheet``, files or sheets to go
``without``, files ``renamed``, or ``options`` of the program.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from homework_check.schooldays import Calendar, Period
from homework_check.settings import Assumption, FrozenMap, SchoolSystem, Settings
from homework_check.workbook import CellRange, Sheet, Source, Workbook, column_number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from homework_check.workbook import CellValue

CASES = Path(__file__).parents[1] / "advice"
Given = dict[str, Any]

_SHEETS = re.compile(r"(?m)^# (.+)\n")
_CELL = re.compile(r"(?:(?P<in>\S+) )?(?P<column>[A-Z]+)(?P<row>\d+)")
_ROW = re.compile(r"(?:(?P<in>\S+) )?row (?P<row>\d+)")
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


class Advised(NamedTuple):
    """A log and the finding that it gets; `number` tells cases of one finding apart."""

    told: str
    number: int
    given: Given

    @property
    def ways(self) -> list[Given]:
        """The ways to follow the advice, each with the verdict that is expected then."""
        return list(self.given["ways"])


def all_cases() -> list[Advised]:
    """The cases of all files, in order."""
    cases: list[Advised] = []
    for path in sorted(CASES.glob("*.toml")):
        for given in tomllib.loads(path.read_text("utf-8"))["case"]:
            cases.append(Advised(given["told"], len(cases), given))
    return cases


def settings_of(case: Advised, way: Mapping[str, Any]) -> Settings:
    """The options of a case, and those that a way adds."""
    options: Given = {**case.given.get("options", {}), **way.get("options", {})}
    ends = [date.fromisoformat(options[end]) for end in ("from", "to") if end in options]
    assumed: Mapping[str, str] = options.get("assume", {})
    columns: Mapping[str, str] = options.get("columns", {})
    return Settings(
        school_system=SchoolSystem(options.get("system", "6-3")),
        period=Period(*ends) if ends else None,
        assumptions=tuple(Assumption(*pair) for pair in assumed.items()),
        calendar=Calendar(_days(options, "days_off"), _days(options, "days_on")),
        columns=FrozenMap({head: field or None for head, field in columns.items()}),
    )


def _days(options: Given, name: str) -> frozenset[date]:
    return frozenset(map(date.fromisoformat, options.get(name, ())))


def sources(case: Advised, way: Mapping[str, Any]) -> list[Source]:
    """The sources of a case once a way was followed; the empty way changes nothing."""
    files: dict[str, str] = case.given.get("files") or {"log.xlsx": case.given["log"]}
    kept = [path for path in files if path not in way.get("without", ())]
    return [_source(case, files[path], path, way, is_first=path == kept[0]) for path in kept]


def _source(
    case: Advised, text: str, path: str, way: Mapping[str, Any], *, is_first: bool
) -> Source:
    more = case.given.get("more", "") if is_first and way.get("more") else ""
    if more.startswith("#"):
        text, more = f"# {way.get('sheet', 'Sheet1')}\n{text.strip()}\n{more.strip()}", ""
    names_and_texts = _SHEETS.split(text.strip("\n") + "\n")
    if len(names_and_texts) == 1:
        names_and_texts = ["", "作业登记", text]
    merged = tuple(map(_range, way.get("merged", case.given.get("merged", ()))))
    sheets = []
    for name, rows in zip(names_and_texts[1::2], names_and_texts[2::2], strict=True):
        if name in way.get("without", ()):
            continue
        changes = {
            key.removeprefix(f"{place} "): value
            for place in (path, name)
            for key, value in way.items()
            if key.startswith(f"{place} ") or (is_first and " " not in key.removeprefix("row "))
        }
        grid = _changed(_grid(rows), changes)
        at = case.given.get("more_at", len(grid) + 1) - 1
        grid[at:at] = _grid(more)
        sheets.append(Sheet(way.get("sheet", name), _rectangle(grid), merged=merged))
    new_path = way.get("renamed", {}).get(path, path)
    return Source(new_path, Workbook("xlsx", tuple(sheets)), str(hash(tuple(map(str, sheets)))))


def _grid(text: str) -> list[list[CellValue]]:
    return [[*map(_typed, line.split("|"))] for line in text.strip("\n").splitlines()]


def _typed(text: str) -> CellValue:
    """What Excel makes of a text that is typed into a cell."""
    text = text.strip()
    if day := _DAY.fullmatch(text):
        return date(*map(int, day.groups()))
    if text.isdecimal():
        return int(text)
    return float(text) if re.fullmatch(r"\d+\.\d+", text) else text.removeprefix("'")


def _changed(grid: list[list[CellValue]], changes: Mapping[str, Any]) -> list[list[CellValue]]:
    deleted = []
    for key, value in changes.items():
        if row := _ROW.fullmatch(key):
            deleted.append(int(row["row"]) - 1)
        elif cell := _CELL.fullmatch(key):
            at, column = int(cell["row"]) - 1, column_number(cell["column"].encode()) - 1
            grid += [[] for _ in range(at + 1 - len(grid))]
            grid[at] += [""] * (column + 1 - len(grid[at]))
            grid[at][column] = _typed(value)
    return [row for at, row in enumerate(grid) if at not in deleted]


def _rectangle(grid: list[list[CellValue]]) -> list[list[CellValue]]:
    width = max(map(len, grid))
    return [[*row, *[""] * (width - len(row))] for row in grid]


def _range(text: str) -> CellRange:
    first, last = (_CELL.fullmatch(end) for end in text.split(":"))
    assert first
    assert last
    columns = (column_number(end["column"].encode()) for end in (first, last))
    left, right = columns
    return CellRange(int(first["row"]), left, int(last["row"]), right)


def changes(way: Mapping[str, Any], cell: str) -> bool:
    """Whether a way changes a cell, or deletes its row or what it stands in."""
    row = cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return "without" in way or any(
        key.endswith((f" {cell}", f"row {row}")) or key == cell for key in way
    )
