"""The sheet of figures to pass on: every number is of the schools that are due, and says so."""

from __future__ import annotations

import pytest
from made_workbooks import dump
from small_logs import Row, judge, sheet, source

from homework_check.expected import ExpectedSchool, Roster
from homework_check.reporters import View, render

SCHOOLS = ("第一小学", "第二小学", "实验学校")


def sheet_of(roster: Roster | None) -> str:
    logs = [source(sheet([Row(school=name)]), path=f"{name}.xlsx") for name in SCHOOLS]
    lower = source(sheet([Row(grade="一年级", form="口头", school="第一小学")]), path="一年级.xlsx")
    data = render(judge(*logs, lower, roster=roster), "xlsx", "zh", View())
    assert isinstance(data, bytes)
    return dump(data).partition("## 报送摘要\n")[2].partition("\n\n")[0]


def on_roster(*names: str) -> Roster:
    return Roster("名册.xlsx", tuple(ExpectedSchool(None, name, None, ()) for name in names))


@pytest.mark.parametrize(
    "line",
    [
        "项目 |  |  | 学校数 | 占应报学校 |  | 说明",
        "作业时间达标学校 |  |  | 2 | 0.667 |  | 有登记的2所，占比按3所算",
        "作业布置达标学校 |  |  | 1 | 0.333 |  | 有登记的1所，占比按3所算",
        "名册外的学校 |  |  | 1 | - |  | 已判断，本页其他数字不含这些学校",
        "各项情况（只算应报学校）",
        "作业时间 | 班日 | 2 | 0 | 0 | 2 | 1 | 2",
    ],
)
def test_schools_that_are_not_due_are_only_counted(line: str) -> None:
    assert line in sheet_of(on_roster("第一小学", "第二小学", "第三小学")).splitlines()


def test_the_paragraph_counts_class_days_of_the_schools_it_names() -> None:
    text = sheet_of(on_roster("第一小学", "第二小学", "第三小学"))
    assert "已读取作业登记表的学校2所。应判断作业时间2个班日，达标2" in text
    assert "全部达标的学校2所：第一小学、第二小学。" in text


def test_without_a_roster_every_school_counts() -> None:
    text = sheet_of(None)
    assert "占学校总数" in text
    assert "作业时间 | 班日 | 3 | 0 | 0 | 3 | 1 | 3" in text.splitlines()
