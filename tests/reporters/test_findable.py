"""Every cell that is told of can be found: where a school has several files or sheets, by both."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import pytest
from made_workbooks import table_rows
from rendered import as_text
from small_logs import Row, judge, sheet, source

from homework_check.reporters import View, render

if TYPE_CHECKING:
    from collections.abc import Mapping

    from homework_check.report import Report

ODD = Row("瑜伽", day="昨天")
WEDNESDAY = Row(day="2023-09-05（周三）")
OTHER_SCHOOL = source(sheet([ODD._replace(school="第二小学")]), path="别校.xlsx")


class Case(NamedTuple):
    """Sheets by file, whether there is another school, and where the first cells are told to be."""

    files: Mapping[str, tuple[str, ...]]
    is_alone: bool
    told: str


CASES = {
    "one sheet": Case({"a.xlsx": ("甲",)}, is_alone=True, told=""),
    "two sheets": Case({"a.xlsx": ("甲", "乙")}, is_alone=True, told="“甲”表："),
    "two files": Case({"a.xlsx": ("甲",), "b.xlsx": ("甲",)}, is_alone=True,
                      told="a.xlsx，“甲”表："),
    "text files": Case({"a.csv": ("",), "b.csv": ("",)}, is_alone=True, told="a.csv："),
    "one of several schools": Case({"a.xlsx": ("甲",)}, is_alone=False,
                                   told="第一小学（a.xlsx，“甲”表）："),
    "several files of one of several schools": Case(
        {"a.xlsx": ("甲",), "b.xlsx": ("乙",)}, is_alone=False,
        told="第一小学：a.xlsx，“甲”表："),
}  # fmt: skip


def report_of(case: Case) -> Report:
    sources = [
        source(*(sheet([ODD, WEDNESDAY], name=name) for name in names), path=path)
        for path, names in case.files.items()
    ]
    return judge(*sources, *(() if case.is_alone else (OTHER_SCHOOL,)))


def data_problems(report: Report, name: str) -> str:
    text = as_text(report, name, "zh", View(width=400))
    return re.split(r"数据问题：\d类", text)[-1].replace("** ", "：")


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_data_problems_say_in_which_file_and_sheet(case: Case, name: str) -> None:
    told = data_problems(report_of(case), name)
    assert f"{case.told}学科不在词表里：E2是“瑜伽”" in told
    if not case.told:
        assert "：学科不在词表里" not in told


def test_what_is_open_says_so_too() -> None:
    case = CASES["several files of one of several schools"]
    text = as_text(report_of(case), "text", "zh", View())
    assert "a.xlsx，“甲”表：日期没看懂：D2是“昨天”" in text


def test_reminders_say_so_too() -> None:
    rows = [Row(content="请家长批改")]
    sources = [source(sheet(rows, name="甲"), path=path) for path in ("a.xlsx", "b.xlsx")]
    text = as_text(judge(*sources), "text", "zh", View(width=400)).partition("提醒：")[2]
    assert text.splitlines()[1].startswith("  - a.xlsx，“甲”表：")


def test_a_row_of_the_workbook_names_the_cells_of_all_its_findings() -> None:
    files = dict.fromkeys((f"{n}.xlsx" for n in range(4)), ("甲", "乙"))
    data = render(report_of(Case(files, is_alone=True, told="")), "xlsx", "zh", View())
    assert isinstance(data, bytes)
    (row,) = (r for r in table_rows(data, "数据问题") if r["问题"] == "学科不在词表")
    assert row["单元格"] == "、".join(
        f"{file} {name}!E2" for file, names in files.items() for name in names
    )


def test_a_row_of_the_workbook_tells_of_every_class_it_is_about() -> None:
    days = ("2023-09-04", "2023-09-05", "2023-09-06")
    rows = [Row(cls="1班", day=day) for day in days]
    rows += [Row(cls=cls, day=day) for cls in ("2班", "3班") for day in days[::2]]
    data = render(judge(source(sheet(rows))), "xlsx", "zh", View())
    assert isinstance(data, bytes)
    (row,) = (r for r in table_rows(data, "数据问题") if r["问题"] == "可能漏填")
    assert "三年级2班" in str(row["说明"])
    assert "三年级3班" in str(row["说明"])
