"""A week's written homework of a few classes, laid out as schools lay it out."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from homework_check.report import Report
    from homework_check.workbook import CellValue

SCHOOL = "城北小学"
MONDAY = date(2023, 9, 4)
WEEKDAYS = ("周一", "周二", "周三", "周四", "周五")
SUBJECTS = ("语文", "数学", "英语")

Rows = list[list["CellValue"]]


class Week(NamedTuple):
    """Minutes by class (grade and number), day (0 is Monday) and subject; all are filled."""

    minutes: Mapping[tuple[tuple[int, int], int, str], int]

    @property
    def classes(self) -> tuple[tuple[int, int], ...]:
        """The classes, in order."""
        return tuple(sorted({cls for cls, _, _ in self.minutes}))


def class_name(cls: tuple[int, int]) -> str:
    grade, number = cls
    return f"{'一二三四五六'[grade - 1]}（{number}）班"


def day_of(number: int) -> date:
    return MONDAY + timedelta(days=number)


def as_list(week: Week) -> list[Rows]:
    """One table: an entry a row."""
    head: list[CellValue] = ["学校", "班级", "日期", "学科", "作业形式", "时长（分钟）"]
    body: Rows = [
        [SCHOOL, class_name(cls), day_of(day).isoformat(), subject, "书面", minutes]
        for (cls, day, subject), minutes in sorted(week.minutes.items())
    ]
    return [[head, *body]]


def as_week_matrix(week: Week) -> list[Rows]:
    """One table a class: subjects down, weekdays across."""
    tables: list[Rows] = []
    for cls in week.classes:
        title = f"{SCHOOL}{class_name(cls)}书面作业时间统计（2023年9月4日—9月8日，单位：分钟）"
        rows: Rows = [[title], ["学科", *WEEKDAYS]]
        for subject in SUBJECTS:
            rows.append([subject, *(week.minutes[cls, day, subject] for day in range(5))])
        tables.append(rows)
    return tables


def as_two_columns_a_day(week: Week) -> list[Rows]:
    """One table a class: under each weekday the content and the minutes."""
    tables: list[Rows] = []
    for cls in week.classes:
        title = f"{SCHOOL}{class_name(cls)}书面作业安排（2023年9月4日—9月8日）"
        rows: Rows = [[title], ["学科"], [""]]
        for name in WEEKDAYS:
            rows[1] += [name, ""]
            rows[2] += ["作业内容", "时长（分钟）"]
        for subject in SUBJECTS:
            row: list[CellValue] = [subject]
            for day in range(5):
                row += ["练习", week.minutes[cls, day, subject]]
            rows.append(row)
        tables.append(rows)
    return tables


def as_class_matrix(week: Week) -> list[Rows]:
    """One table a day: classes down, subjects across."""
    tables: list[Rows] = []
    for day in range(5):
        title = f"{SCHOOL}2023年9月{day_of(day).day}日各班书面作业时长统计（单位：分钟）"
        rows: Rows = [[title], ["班级", *SUBJECTS]]
        for cls in week.classes:
            rows.append([class_name(cls), *(week.minutes[cls, day, s] for s in SUBJECTS)])
        tables.append(rows)
    return tables


def as_days_down(week: Week) -> list[Rows]:
    """One table a class: days down, subjects across."""
    tables: list[Rows] = []
    for cls in week.classes:
        title = f"{SCHOOL}{class_name(cls)}书面作业时间统计（单位：分钟）"
        rows: Rows = [[title], ["日期", *SUBJECTS]]
        for day in range(5):
            minutes = (week.minutes[cls, day, subject] for subject in SUBJECTS)
            rows.append([day_of(day).isoformat(), *minutes])
        tables.append(rows)
    return tables


def as_classes_and_subjects(week: Week) -> list[Rows]:
    """One table: classes and subjects down, weekdays across; a class is named once."""
    title = f"{SCHOOL}书面作业时间统计（2023年9月4日—9月8日，单位：分钟）"
    rows: Rows = [[title], ["班级", "学科", *WEEKDAYS]]
    for cls in week.classes:
        for subject in SUBJECTS:
            name = class_name(cls) if subject == SUBJECTS[0] else ""
            rows.append([name, subject, *(week.minutes[cls, day, subject] for day in range(5))])
    return [rows]


LAYOUTS = {
    "list": as_list,
    "week-matrix": as_week_matrix,
    "two-columns-a-day": as_two_columns_a_day,
    "class-matrix": as_class_matrix,
    "days-down": as_days_down,
    "classes-and-subjects": as_classes_and_subjects,
}


def rectangle(*tables: Rows, gap: int = 1) -> Rows:
    """Tables one below the other with blank rows between, all rows of one width."""
    width = max(len(row) for rows in tables for row in rows)
    blank: list[CellValue] = [""] * width
    found: Rows = []
    for rows in tables:
        found += [list(blank) for _ in range(gap)] if found else []
        found += [[*row, *[""] * (width - len(row))] for row in rows]
    return found


def findings(report: Report) -> list[tuple[object, ...]]:
    """All that the findings say but where; in a fixed order."""
    said = (
        (f.rule, f.verdict, f.school, f.grade, f.class_name, f.date, f.measured, f.greatest,
         f.limit, f.excess, f.unit)
        for f in report.findings
    )  # fmt: skip
    return sorted(said, key=repr)


def judgements(report: Report) -> list[tuple[object, ...]]:
    """The verdict and counts of every class, and what was found."""
    classes = [
        (result.key, result.verdict, result.tallies, result.class_days)
        for school in report.schools
        for result in school.classes
    ]
    return [*sorted(classes, key=repr), *findings(report)]
