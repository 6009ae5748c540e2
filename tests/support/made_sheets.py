"""Sheets written down as rows, and what becomes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.normalise import normalise
from homework_check.settings import Settings
from homework_check.workbook import Sheet, Source, Workbook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.log import SheetLog
    from homework_check.model import Entry
    from homework_check.table import Table
    from homework_check.workbook import CellRange, CellValue

EVIDENCE = Settings(evidence=True)
HEADER = ("日期", "班级", "学科", "作业内容", "作业形式", "时长(分钟)")
ROW = ("2023-09-04", "三（2）班", "语文", "练习册", "书面", 20)


def understand(
    *rows: Sequence[CellValue],
    name: str = "Sheet1",
    path: str = "log.xlsx",
    at: tuple[int, int] = (1, 1),
    merged: tuple[CellRange, ...] = (),
    settings: Settings = EVIDENCE,
) -> SheetLog:
    """What becomes of a sheet whose first cell stands at row and column `at`."""
    width = max(map(len, rows))
    filled = [[*row, *[""] * (width - len(row))] for row in rows]
    workbook = Workbook("xlsx", (Sheet(name, filled, *at, merged),))
    return normalise(Source(path, workbook), settings).sheets[0]


def table(log: SheetLog) -> Table:
    """The only table of a sheet."""
    (only,) = log.tables
    return only


def entry(log: SheetLog) -> Entry:
    """The only entry of a sheet."""
    (only,) = log.entries
    return only


def minutes(log: SheetLog) -> list[float | None]:
    """Greatest minutes of every entry; None: not known."""
    return [None if e.minutes.high is None else e.minutes.high / 10 for e in log.entries]
