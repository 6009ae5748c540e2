"""Makes seeded homework logs for the benchmarks: made-up schools, real school days."""

from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from openpyxl import Workbook

from homework_check.schooldays import PUBLIC

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HEADER = (
    *("学校", "年级", "班级", "日期", "学科", "作业内容", "作业形式", "完成地点"),
    *("预计时长（分钟）", "是否公示", "是否批改"),
)
_FIRST_DAY = date(2023, 9, 4)
_GRADES = "一二三四五六"
_CLASSES_A_GRADE = 3
_TASKS = {
    "语文": ("抄写第{n}课生字", "读背第{n}课课文", "练习册第{n}页", "完成第{n}课习题"),
    "数学": ("口算第{n}页", "练习册第{n}页", "课本第{n}页第1至4题", "整理第{n}单元错题"),
    "英语": ("听读第{n}单元", "抄写第{n}单元单词", "练习册第{n}页", "背诵第{n}单元对话"),
}
OVER = 0.02
"""The usual share of class-days of grades 3 to 6 that are over the limit."""

Row = tuple[str | int | date, ...]


class _ClassDay(NamedTuple):
    school: str
    grade: int
    number: int
    day: date


def write_log(path: Path, rows: int, schools: int, seed: int = 1) -> None:
    """Write a workbook of one sheet: a header and `rows` entries, sorted by school and day."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("作业登记")
    sheet.append(HEADER)
    for row in islice(rows_of(rows // schools + 1, schools, random.Random(seed)), rows):  # noqa: S311
        sheet.append(row)
    workbook.save(path)


def rows_of(
    rows_a_school: int, schools: int, chance: random.Random, share_over: float = OVER
) -> Iterator[Row]:
    """Entries of 第1小学 and so on, school by school and day by day."""
    days_a_school = -(-rows_a_school // (len(_GRADES) * _CLASSES_A_GRADE * len(_TASKS)))
    days = list(islice(_school_days(), days_a_school))
    for school in range(1, schools + 1):
        entries = (
            entry
            for day in days
            for grade in range(1, len(_GRADES) + 1)
            for number in range(1, _CLASSES_A_GRADE + 1)
            for entry in _entries(
                _ClassDay(f"第{school}小学", grade, number, day), chance, share_over
            )
        )
        yield from islice(entries, rows_a_school)


def _school_days() -> Iterator[date]:
    day = _FIRST_DAY
    while True:
        if PUBLIC.is_school_day(day):
            yield day
        day += timedelta(days=1)


def _entries(unit: _ClassDay, chance: random.Random, share_over: float) -> Iterator[Row]:
    lower = unit.grade <= 2
    over = not lower and chance.random() < share_over
    for subject, tasks in _TASKS.items():
        yield (
            unit.school,
            f"{_GRADES[unit.grade - 1]}年级",
            f"{unit.number}班",
            unit.day,
            subject,
            chance.choice(tasks).format(n=chance.randint(1, 40)),
            "口头" if lower else "书面",
            "家庭",
            chance.choice((25, 30, 35)) if over else chance.choice((10, 15, 20)),
            "是",
            "是",
        )
