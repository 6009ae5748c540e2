"""That numbers are hours, as a title or a note says, is told in the report."""

from __future__ import annotations

import pytest
from small_logs import judge, source

from homework_check.reporters import View, render
from homework_check.workbook import CellValue, Sheet

HEADER: list[CellValue] = ["班级", "日期", "学科", "内容", "用时"]
NOTE = "注：时长单位为小时"


def log(minutes: float, *, title: str = "作业登记表", note: str = "", name: str = "甲") -> Sheet:
    row: list[CellValue] = ["三（2）班", "2023-09-05", "语文", "抄写", minutes]
    lines: list[list[CellValue]] = [[text, "", "", "", ""] for text in (title, note)]
    return Sheet(name, [lines[0], HEADER, row, lines[1]])


@pytest.mark.parametrize(
    ("sheets", "zh", "en"),
    [
        ([log(0.5, note=NOTE)], "A4", "A4"),
        ([log(0.5, title="作业（单位：小时）")], "A1", "A1"),
        ([log(0.5, note=NOTE), log(1, note=NOTE, name="乙")], "甲!A4、乙!A4", "甲!A4, 乙!A4"),
    ],
)
def test_where_it_is_stated_is_told(sheets: list[Sheet], zh: str, en: str) -> None:
    report = judge(source(*sheets))
    in_zh, in_en = (render(report, "text", lang, View(width=200)) for lang in ("zh", "en"))
    assert f"按{zh}写的，时长没有另写单位的按小时算。" in in_zh
    assert f"were taken as hours, as stated at {en}." in in_en


@pytest.mark.parametrize("sheet", [log(45, note=NOTE), log(45, title="作业（单位：分钟）")])
def test_nothing_is_told_where_they_are_none(sheet: Sheet) -> None:
    assert "按小时算" not in render(judge(source(sheet)), "text", "zh", View(width=200))
