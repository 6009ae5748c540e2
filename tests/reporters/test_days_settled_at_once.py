"""Class-days that one thing would settle: one item, however many they are."""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from rendered import as_text
from small_logs import Row, judge, sheet, source

from homework_check.marked.markings import markings
from homework_check.reporters import View, render
from homework_check.reporters.parts import divide
from homework_check.settings import Period, Settings

if TYPE_CHECKING:
    from openpyxl import Workbook

    from homework_check.report import Report
    from homework_check.text import Lang

FIRST, SECOND = "报送/第一小学.xlsx", "报送/第一小学（更正）.xlsx"
CLASSES = ("1班", "2班")
DAYS = ("2023-09-05", "2023-09-06")
WEEK = Settings(period=Period(date(2023, 9, 4), date(2023, 9, 8)))
BLANK = {"subject": "", "content": "", "form": "", "place": "", "minutes": ""}

TWICE_ZH = """\
待核：1处（没有算作达标）
  1     两份不同：2个班，3个班日（报送/第一小学.xlsx、报送/第一小学（更正）
        .xlsx）
        三年级1班  全部2天
        三年级2班  9月6日周三
        说明：看不出只算一份，还是都算：合计不一样，还不能判断。
        建议：请学校确认：改过的，只报改后的一份；都要算的，合在一份里再检查。
"""
TWICE_EN = """\
To check: 1 (not counted as met)
  1    Two versions: 2 classes, 3 class-days (报送/第一小学.xlsx, 报送/第一小学
       （更正）.xlsx)
       Grade 3 Class 1  all 2 days
       Grade 3 Class 2  Wed 6 Sep
       Why:     one of them or all: the sums differ, cannot tell yet
       Advice:  Ask the school: send the corrected file alone, or put both into
                one.
"""
BLANK_ZH = """\
待核：1处（没有算作达标）
  1     没有填写：2个班，4个班日（I2:I5）
        三年级1班  全部2天
        三年级2班  全部2天
        说明：写了班级和日期，没有填作业，还不能判断。
        建议：请补填；当天没有作业请写“无”。
"""
UNREPORTED_ZH = """\
待核：1处（没有算作达标）
  1     未填报：2个班，10个班日
        三年级1班  全部5天
        三年级2班  全部5天
        建议：请补填；当天没有作业也要填“无”。停课的日子请写进配置文件
              [calendar]的days_off。
"""


def twice() -> Report:
    """Two files of a school that say of three class-days other things."""
    days = [(cls, day) for cls in CLASSES for day in DAYS]
    one = [Row(cls=c, day=d, minutes=40, content="第一课") for c, d in days]
    other = [Row(cls=c, day=d, minutes=45, content="练习册") for c, d in days[:2]]
    other += [Row(cls=c, day=d, minutes=40, content="第一课") for c, d in days[2:3]]
    other += [Row(cls=c, day=d, minutes=45, content="练习册") for c, d in days[3:]]
    return judge(source(sheet(one), path=FIRST), source(sheet(other), path=SECOND))


def blank(settings: Settings | None = None) -> Report:
    """A form whose rows give class and day only."""
    rows = [Row(cls=c, day=d, **BLANK) for c in CLASSES for d in DAYS]
    return judge(source(sheet(rows)), settings=settings)


def workbook(report: Report) -> Workbook:
    content = render(report, "xlsx", "zh", View())
    assert isinstance(content, bytes)
    return load_workbook(io.BytesIO(content))


@pytest.mark.parametrize(
    ("report", "lang", "told"),
    [
        (twice(), "zh", TWICE_ZH),
        (twice(), "en", TWICE_EN),
        (blank(), "zh", BLANK_ZH),
        (blank(WEEK), "zh", UNREPORTED_ZH),
    ],
    ids=["two files", "in English", "a blank form", "a blank form of a week that is due"],
)
def test_they_are_one_item(report: Report, lang: Lang, told: str) -> None:
    text = as_text(report, "text", lang, View())
    assert f"\n{told}\n" in text
    assert {"zh": "请核实下面1处。", "en": "Please check the 1 item below."}[lang] in text


@pytest.mark.parametrize("format_name", ["markdown", "html"])
def test_pages_say_the_same(format_name: str) -> None:
    text = as_text(twice(), format_name, "zh", View()).replace("\\", "")
    assert "两份不同：2个班，3个班日（报送/第一小学.xlsx、报送/第一小学（更正）.xlsx）" in text
    assert text.count("看不出只算一份，还是都算") == 1


def test_the_workbook_still_has_a_row_for_each_class_day() -> None:
    book = workbook(twice())
    header, *rows = book["待核"].iter_rows(values_only=True)
    days = [dict(zip(header, row, strict=True))["日期"] for row in rows]
    assert [f"{day:%m-%d}" for day in days] == ["09-05", "09-06", "09-06"]


def test_the_rows_of_a_form_are_told_in_its_copy_and_not_their_classes_again() -> None:
    (marking,) = markings(blank(WEEK), "zh").values()
    assert [row.cells for row in marking.rows] == ["", "", "I2", "I3", "I4", "I5"]
    assert [row.counted for row in marking.rows] == [""] * 6
    settings = Settings(period=Period(date(2023, 9, 5), date(2023, 9, 6)))
    (marking,) = markings(blank(settings), "zh").values()
    assert [row.cells for row in marking.rows] == ["I2", "I3", "I4", "I5"]


def test_a_copy_names_files_without_the_folders_of_the_office() -> None:
    for marking in markings(twice(), "zh").values():
        assert marking.rows[0].problem == (
            "语文两份不同（第一小学.xlsx 作业登记!I2、第一小学（更正）.xlsx 作业登记!I2）"
        )
        assert not any("报送/" in f"{row}" for row in marking.rows)


def test_subjects_of_a_day_that_differ_are_named_together() -> None:
    one = [Row(subject, 20) for subject in ("语文", "数学", "英语")]
    other = [Row(subject, 30) for subject in ("语文", "数学", "英语")]
    report = judge(source(sheet(one), path="a.xlsx"), source(sheet(other), path="b.xlsx"))
    text = as_text(report, "text", "zh", View())
    together = "语文、数学、英语两份不同（a.xlsx作业登记!I2:I4、b.xlsx作业登记!I2:I4）"
    assert together in "".join(text.split())


def test_totals_that_differ_are_told_once_for_each_sheet() -> None:
    own = [Row(day=f"2023-09-0{n}", minutes=30) for n in (4, 5, 6)]
    sums = [Row("", m, day=f"2023-09-0{n}", content="") for n, m in ((4, 50), (5, 45), (6, 45))]
    report = judge(source(sheet(own)), source(sheet(sums), path="汇总.xlsx"))
    (group,) = divide(report).data
    assert [finding.value for finding in group] == ["50", "45", "45"]
    book = workbook(report)
    header, row = book["数据问题"].iter_rows(values_only=True)
    assert dict(zip(header, row, strict=True))["原来的内容"] == "50、45"
