"""What twelve made-up schools of a county send to the office in a week, and its roster."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from week_files import as_xlsx

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from one_week import Rows

    from homework_check.workbook import CellValue

MONDAY = date(2023, 9, 4)
HEADERS = ("年级", "班级", "日期", "学科", "作业内容", "作业形式", "预计时长(分钟)")
NUMERALS = "一二三四五六七八九"

Minutes = dict[tuple[int, int, int], int]
"""What differs: minutes by grade, class and day of the week (0 is Monday)."""


class School(NamedTuple):
    """A school, its classes by grade, and what is special about its week.

    `extra` are written minutes of one more entry; `unreported` class-days without a row.
    """

    name: str
    classes: Mapping[int, int]
    extra: Mapping[tuple[int, int, int], int] = {}
    unreported: frozenset[tuple[int, int, int]] = frozenset()
    sends: str = "log"
    formless: bool = False
    county: str = ""


PRIMARY_6 = dict.fromkeys(range(1, 7), 1)
PRIMARY_12 = dict.fromkeys(range(1, 7), 2)
SCHOOLS = (
    School("第一小学", dict.fromkeys((1, 3, 4, 5, 6), 1), {(3, 1, 1): 15, (1, 1, 2): 10}),
    School("第二小学", PRIMARY_6),
    School("第三小学", PRIMARY_12),
    School("城北小学", dict.fromkeys(range(1, 7), 4)),
    School("河东小学", PRIMARY_12),
    School("红星小学", PRIMARY_6),
    School("向阳小学", PRIMARY_6, sends=""),
    School("青山镇中心小学", PRIMARY_12, {(5, 1, 0): 10, (5, 2, 3): 5},
           frozenset({(4, 2, 3), (4, 2, 4)})),
    School("白石镇中心小学", PRIMARY_12, {(4, 1, 1): 10, (5, 2, 2): 25}, formless=True),
    School("城南初级中学", dict.fromkeys((7, 8, 9), 6), {(8, 3, 2): 35, (9, 1, 3): 30}),
    School("长岭初级中学", dict.fromkeys((7, 8, 9), 4), sends="cut"),
    School("育才初级中学", dict.fromkeys((7, 8, 9), 4)),
)  # fmt: skip


def rows(school: School) -> Iterator[tuple[CellValue, ...]]:
    """The rows of the school's log, an entry each."""
    for grade, classes in school.classes.items():
        for number in range(1, classes + 1):
            for day in range(5):
                unit = grade, number, day
                if unit not in school.unreported:
                    yield from _entries(school, unit)


def _entries(school: School, unit: tuple[int, int, int]) -> Iterator[tuple[CellValue, ...]]:
    grade, number, day = unit
    keys = (f"{NUMERALS[grade - 1]}年级", f"{number}班", (MONDAY + timedelta(days=day)).isoformat())
    written, usual = ("书面", 60 if grade < 7 else 90) if grade > 2 else ("口头", 20)
    yield *keys, "语文", "练习册", written, usual // 2
    yield *keys, "数学", "练习册", written, usual - usual // 2
    if unit in school.extra:
        yield *keys, "英语", "抄写单词", "书面", school.extra[unit]


def log(school: School) -> bytes:
    """The school's log as a CSV file."""
    made = io.StringIO(newline="")
    columns = [n for n, name in enumerate(HEADERS) if not (school.formless and name == "作业形式")]
    writer = csv.writer(made)
    writer.writerow([HEADERS[n] for n in columns])
    writer.writerows([row[n] for n in columns] for row in rows(school))
    return made.getvalue().encode("utf-8-sig")


def roster(schools: tuple[School, ...] = SCHOOLS) -> bytes:
    """The office's roster: how many classes each school has in each grade."""
    head: list[CellValue] = ["序号", "县区", "学校", *(f"{numeral}年级" for numeral in NUMERALS)]
    body: Rows = [
        [
            number,
            school.county,
            school.name,
            *(school.classes.get(grade, "") for grade in range(1, 10)),
        ]
        for number, school in enumerate(schools, 1)
    ]
    return as_xlsx([["2023年秋季学校名册"], head, *body])


def write(folder: Path, schools: tuple[School, ...] = SCHOOLS) -> None:
    """Put what the schools send into the folder 第2周报送, and the roster beside it."""
    inbox = folder / "第2周报送"
    inbox.mkdir()
    for school in schools:
        if school.sends == "log":
            (inbox / f"{school.name}.csv").write_bytes(log(school))
        elif school.sends == "cut":
            whole = as_xlsx([[*HEADERS], *([*row] for row in rows(school))])
            (inbox / f"{school.name}.xlsx").write_bytes(whole[: len(whole) // 2])
    (folder / "名册.xlsx").write_bytes(roster(schools))


if __name__ == "__main__":
    import sys
    from pathlib import Path

    write(Path(sys.argv[1]))
