"""The one line of a quiet report: where nothing was judged, it says why."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from rendered import as_text
from small_logs import Row, judge, judge_rows, sheet, source, unreadable

from homework_check.expected import ExpectedGrade, ExpectedSchool, Roster
from homework_check.reporters import View
from homework_check.settings import Period, Settings
from homework_check.workbook import Sheet

if TYPE_CHECKING:
    from homework_check.report import Report

SEPTEMBER = Settings(period=Period(date(2023, 9, 4), date(2023, 9, 8)))
ROSTER = Roster("名册.xlsx", (ExpectedSchool(None, "第一小学", None, (ExpectedGrade(3, ("1",)),)),))


def quiet(report: Report) -> str:
    return as_text(report, "text", "zh", View(quiet=True)).rstrip()


@pytest.mark.parametrize(
    ("report", "line"),
    [
        (judge_rows(Row()), "达标  第一小学  1个班日：达标1，未达标0，待核0"),
        (judge(unreadable("a.xlsx")), "没有判断  a.xlsx  无法读取"),
        (judge(source(Sheet("Sheet1", [["说明"]]), path="a.xlsx")), "没有判断  a.xlsx  没有登记表"),
        (judge(), "没有判断  0个文件  没有可以检查的文件"),
        (judge(source(sheet([]), path="a.xlsx")), "待核  a.xlsx  没有一个班日可以判断：没有填写"),
        (judge_rows(Row(day="2020-09-07")),
         "待核  第一小学  没有一个班日可以判断：不在规则包有效期"),
        (judge(source(sheet([Row(day="2023-10-10")])), settings=SEPTEMBER),
         "待核  第一小学  没有一个班日可以判断：不在时段内"),
        (judge_rows(Row(day="昨天"), Row(cls="??"), Row(cls="??", subject="数学")),
         "待核  第一小学  没有一个班日可以判断：日期没看懂、班级没看懂"),
        (judge_rows(Row(day="2023-09-09")), "待核  第一小学  没有一个班日可以判断：不是教学日"),
        (judge_rows(Row(grade="高一")), "待核  第一小学  没有一个班日可以判断：没有适用的规则"),
        (judge(roster=ROSTER), "待核  第一小学  没有一个班日可以判断：未报送"),
    ],
)  # fmt: skip
def test_the_line_says_what_came_of_it_or_why_nothing_did(report: Report, line: str) -> None:
    assert quiet(report) == line
