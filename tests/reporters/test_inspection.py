from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from homework_check.log import Entries, Log, SheetLog
from homework_check.model import UNKNOWN, Amount, Entry, Form, Location, Remark, School, Work
from homework_check.reporters import View
from homework_check.reporters.inspection import render
from homework_check.table import ColumnUse, Inherited, LeftOut, Table
from homework_check.workbook import Unreadable

TABLE = Table(
    source="五（1）班.xls",
    sheet="Sheet1",
    range="A4:I33",
    layout="list",
    header_rows=(3, 4),
    columns=(
        ColumnUse("A", "日期", "date", "values", (("read", 20),)),
        ColumnUse("E", "类型", "form", "values", (("written", 15), ("other", 4), ("unread", 1))),
        ColumnUse("G", "完成时间", None, "clock"),
        ColumnUse("H", "任课教师", None, "person"),
    ),
    inherited=(Inherited("class", "五（1）班", "title A1"),),
    left_out=(LeftOut(9, "total"), LeftOut(14, "total"), *(LeftOut(r, "footer") for r in (30, 31))),
    missing=frozenset({"place"}),
)


def entry(row: int, subject: str, minutes: Amount, *problems: Remark) -> Entry:
    work = Work("F", minutes, subject, Form.WRITTEN)
    unit = (School(None, "第三小学"), 5, ("1",), date(2023, 9, 4))
    return Entry(TABLE, row, unit, "练习册", work, problems)


UNREAD = Remark(
    "unread-minutes", "", (), (Location("五（1）班.xls", "Sheet1", "F6"),), "minutes", "半天"
)
ENTRIES = (entry(5, "语文", Amount(250, 250)), entry(6, "数学", UNKNOWN, UNREAD),
           entry(7, "英语", Amount(100, None)), entry(8, "科学", Amount(100, 200)))  # fmt: skip
LOG = Log(
    "五（1）班.xls",
    "00",
    "xls",
    "gb18030",
    (
        SheetLog("Sheet1", "read", parts=(Entries.of(TABLE, ENTRIES),), remarks_of_parts=((),)),
        SheetLog("填表说明", "no-log", "no-header"),
    ),
)

ZH = """\
五（1）班.xls  xls，编码gb18030，2张工作表

工作表1“Sheet1”  已读取：清单（一行一项作业），表头在第3至4行，4条作业
  列  表头      读作      根据
  A   日期      日期      读懂20格
  E   类型      作业形式  书面15格、非书面4格、没看懂1格
  G   完成时间  没有采用  都是钟点，不是时长
  H   任课教师  不读取    姓名不进入报告

  从别处得到的
  班级      五（1）班  标题A1
  完成地点  没有写

  没有计入的行
  合计        9、14
  签字或说明  30至31

  没看懂的格
  F6  时长没看懂  半天  请改写成分钟数，如30分钟。

  前3条作业
  第5行  五年级1班  2023-09-04 周一  语文  书面  25分钟
  第6行  五年级1班  2023-09-04 周一  数学  书面  -
  第7行  五年级1班  2023-09-04 周一  英语  书面  至少10分钟

工作表2“填表说明”  没有作业登记，未读取

读得不对？请改表头或标题的写法再看一次；也可以用 --encoding、--school-system、
--assume 说明。
"""

EN = """\
五（1）班.xls  xls, gb18030, 2 sheets

Sheet 1 "Sheet1"  read: list (one entry a row), header rows 3-4, 4 entries
  Col  Header    Read as   Because
  A    日期      date      20 understood
  E    类型      form      15 written, 4 not written, 1 not understood
  G    完成时间  not used  clock times, no durations
  H    任课教师  left out  names never enter a report

  Taken from elsewhere
  class  五（1）班  title A1
  place  not given

  Rows left out
  total              9, 14
  signature or note  30-31

  Cells not understood
  F6  minutes not understood  半天  Write minutes instead, such as 30分钟.

  First entries: 3
  row 5  Grade 5 Class 1  2023-09-04 Mon  Chinese  written  25 min
  row 6  Grade 5 Class 1  2023-09-04 Mon  Maths    written  -
  row 7  Grade 5 Class 1  2023-09-04 Mon  English  written  at least 10 min

Sheet 2 "填表说明"  no homework log, not read

Read wrongly? Change the header or title and look again, or say it with
--encoding, --school-system or --assume.
"""


def test_text_in_both_languages() -> None:
    assert render([LOG], "text", "zh", View()) == ZH
    assert render([LOG], "text", "en", View()) == EN


def test_verbose_lists_all_entries() -> None:
    text = render([LOG], "text", "zh", View(verbose=True))
    assert "全部4条作业" in text
    assert "科学  书面  10至20分钟" in text


def test_an_unreadable_source_says_what_to_send_instead() -> None:
    log = Log("第2周.xlsx", None, None, None, unreadable=Unreadable("password"))
    assert render([log], "text", "zh", View()) == (
        "第2周.xlsx有密码，打不开。请取消密码，另存为xlsx后重报。\n"
    )


def test_an_entry_without_class_day_or_homework() -> None:
    first = ENTRIES[0]
    nobody = (first.school, None, ("1",), None)
    lost = first._replace(unit=nobody, work=replace(first.work, form=None, none=True))
    silent = first._replace(work=replace(first.work, reported=False))
    sheet = LOG.sheets[0]._replace(parts=(Entries.of(TABLE, (lost, silent)),))
    text = render([LOG._replace(sheets=(sheet,))], "text", "zh", View())
    assert "第5行  没看懂     没看懂           语文  -     没有作业" in text
    assert "第5行  五年级1班  2023-09-04 周一  语文  书面  未填报" in text


def test_json_has_the_same_facts() -> None:
    facts = json.loads(render([LOG], "json", "zh", View()))
    table = facts["sources"][0]["sheets"][0]["tables"][0]
    assert table["columns"][1]["counts"] == {"written": 15, "other": 4, "unread": 1}
    assert [e["minutes_at_most"] for e in table["entries"]] == [25, None, None, 20]
    assert table["entries"][1]["not_understood"][0]["value"] == "半天"
    assert "任课教师" in str(table)


def test_sources_understood_alike_are_shown_once() -> None:
    clean = replace(TABLE, left_out=())
    parts = tuple(Entries.of(clean, [entry(5, "语文", Amount(250, 250))]) for _ in range(3))
    logs = [
        Log(
            f"{n}班.csv",
            "00",
            "csv",
            "utf-8",
            (SheetLog("", "read", parts=(part,), remarks_of_parts=((),)),),
        )
        for n, part in enumerate(parts, 1)
    ]
    shown = render([*logs, LOG], "text", "en", View(width=80))
    assert shown.count("Because") == 2
    assert (
        """
Read alike: 2 files more (-v shows each)
  2班.csv  1 entry  第三小学  Grade 5 Class 1
  3班.csv  1 entry  第三小学  Grade 5 Class 1

五（1）班.xls"""
        in shown
    )
    assert render(logs, "text", "en", View(width=80, verbose=True)).count("Because") == 3


def test_a_source_with_anything_to_tell_is_shown_by_itself() -> None:
    assert render([LOG, LOG._replace()], "text", "en", View(width=80)).count("Because") == 2


def test_a_contradiction_is_told_with_both_that_it_is_between() -> None:
    said = (("where1", "title A1"), ("value1", "三年级"), ("where2", "folder 4"), ("value2", "四"))
    at = (Location("log.csv", None, "A1"),)
    remark = Remark("context-mismatch", "class", said, at, field="class")
    sheet = SheetLog("", "read", parts=(Entries.of(TABLE, ()),), remarks_of_parts=((remark,),))
    log = Log("log.csv", "00", "csv", "utf-8", (sheet,))
    text = " ".join(render([log], "text", "en", View()).split())
    assert "title A1 says 三年级, the folder's name says 四: which class is it?" in text
