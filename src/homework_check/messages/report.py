"""The words of the reports: verdicts, aspects, units, headings and labels."""

from __future__ import annotations

from homework_check.model import Verdict
from homework_check.text import Text, same

VERDICTS = {
    Verdict.KEPT: Text("达标", "met"),
    Verdict.BROKEN: Text("未达标", "not met"),
    Verdict.UNDECIDED: Text("待核", "undecided"),
}
_NOT_ALL_MET = Text("未全部达标", "not all met")
NOT_JUDGED = Text("没有判断", "not judged")
STANDARD = Text("（标准：{share}以上班日达标）", " (standard: {share} of class-days)")
"""Behind the verdict, where a school need not keep all class-days."""


def verdict_of_all(standing: Verdict, *, several: bool) -> Text:
    """What a school is called, or `several` together: of those some may have met all."""
    return _NOT_ALL_MET if several and standing is Verdict.BROKEN else VERDICTS[standing]


ASPECTS = {
    "time": Text("作业时间", "Time"),
    "setting": Text("作业布置", "Setting"),
    "marking": Text("作业批改", "Marking"),
    "posting": Text("作业公示", "Posting"),
    "reporting": Text("填报", "Reporting"),
    "content": Text("作业内容", "Content"),
}
"""In the order in which reports show them."""

_UNITS = {
    "class-day": Text("班日", "class-days"),
    "subject-day": Text("学科日", "subject-days"),
    "class-week": Text("班周", "class-weeks"),
    "entry": Text("条", "entries"),
}

_COUNTED = {
    "class": ("个班", "class", "classes"),
    "school": ("所学校", "school", "schools"),
    "class-day": ("个班日", "class-day", "class-days"),
    "school-day": ("个教学日", "school day", "school days"),
    "file": ("个文件", "file", "files"),
    "sheet": ("张工作表", "sheet", "sheets"),
    "entry": ("条作业", "entry", "entries"),
    "item": ("处", "item", "items"),
    "row": ("行", "row", "rows"),
    "report": ("份报告", "report", "reports"),
}

AMOUNTS = {
    "minutes": ("分钟", "min", "min"),
    "entries": ("项", "item", "items"),
    "days": ("天", "day", "days"),
}

FIELDS_OF_CAUSES = {
    "minutes": "minutes",
    "form": "form",
    "entries-form": "form",
    "place": "place",
    "entries-place": "place",
    "choice": "choice",
    "entries-choice": "choice",
}
"""Causes that a missing column explains, and the column."""

CAUSES = {
    "minutes": Text("没有填时长", "no minutes"),
    "form": Text("没有写作业形式", "no form"),
    "entries-form": Text("没有写作业形式", "no form"),
    "place": Text("没有写完成地点", "no place"),
    "entries-place": Text("没有写完成地点", "no place"),
    "choice": Text("没有写必做选做", "required or not"),
    "entries-choice": Text("没有写必做选做", "required or not"),
    "days-off": Text("周五和周末没有分开", "Friday and weekend in one"),
    "versions": Text("两份填报不同", "two different reports"),
    "entries-versions": Text("两份填报不同", "two different reports"),
    "unnamed": Text("两个文件都没有写学校", "two files without a school"),
    "summer": Text("不知道是否放假", "vacation or not"),
    "spread": Text("几天合并在一格", "several days in one cell"),
    "shared": Text("几科共用一个时长", "one time for several subjects"),
    "maybe-none": Text("看不出是不是作业", "maybe no homework"),
    "none-beside-content": Text("时长与内容矛盾", "minutes and content differ"),
    "note-minutes": Text("备注另写了时长", "a remark has other minutes"),
    "note": Text("备注说有改动", "a remark says it changed"),
    "measured": Text("预计和实测不同", "estimate and mean differ"),
    "readings": Text("时长有几种读法", "minutes read in several ways"),
    "at-least": Text("只写了“至少”多少分钟", "only a minimum is given"),
    "implausible": Text("时长不大可能", "unlikely minutes"),
    "not-reported": Text("没有填作业", "not reported"),
    "mixed": Text("填得不全", "incomplete"),
}
"""What the problem column says of an undecided unit."""

HEADINGS = {
    "todo": Text("需要处理", "To act on"),
    "open": Text("待核", "To check"),
    "reminders": Text("提醒", "Reminders"),
    "data": Text("数据问题", "Data problems"),
    "aspects": Text("各项情况", "By aspect"),
    "schools": Text("学校一览（问题多的在前）", "Schools (most to do first)"),
    "counties": Text("各县（市、区）", "Counties"),
    "notes": Text("说明", "Notes"),
    "seen": Text("看到的内容", "What is in the files"),
    "next": Text("怎么办", "What to do"),
}

LABELS = {
    "counted": Text("计入：", "Counted: "),
    "advice": Text("建议：", "Advice:  "),
    "why": Text("说明：", "Why:     "),
    "change": Text("与上次比：", "Change:  "),
}

COLUMNS = {
    "number": Text("序号", "No."),
    "class": Text("班级", "Class"),
    "date": Text("日期", "Date"),
    "problem": Text("问题", "Problem"),
    "reported": Text("填报", "Reported"),
    "limit": Text("上限", "Limit"),
    "over": Text("超出", "Over"),
    "all": Text("全部作业", "All work"),
    "cells": Text("要补填的单元格", "Cells to complete"),
    "aspect": Text("项目", "Aspect"),
    "unit": Text("单位", "Unit"),
    "kept": Text("达标", "Met"),
    "broken": Text("未达标", "Not met"),
    "undecided": Text("待核", "Undecided"),
    "total": Text("合计", "Total"),
    "rate": Text("达标率", "Rate"),
    "school": Text("学校", "School"),
    "verdict": Text("结论", "Verdict"),
    "open": Text("待核", "Open"),
    "reported-of-due": Text("填报", "Reported"),
    "county": Text("县（市、区）", "County"),
    "due": Text("应报", "Due"),
    "received": Text("已报", "Received"),
    "read": Text("已读取", "Read"),
    "schools-met": Text("达标学校", "Schools met"),
    "most-over": Text("最多超出", "Most over"),
    "sheet": Text("工作表", "Sheet"),
    "range": Text("范围", "Range"),
    "status": Text("情况", "Status"),
}

AT_LEAST = Text("至少", "at least ")


def aspect_name(aspect: str) -> Text:
    """Name an aspect; one that the catalogue lacks goes by its id."""
    return ASPECTS.get(aspect, same(aspect))


def unit_name(unit: str) -> Text:
    """Name what tallies count, likewise."""
    return _UNITS.get(unit, same(unit))


def counted(n: int, what: str) -> Text:
    """Count things: 5个班, 5 classes."""
    zh, one, many = _COUNTED[what]
    return Text(f"{n}{zh}", f"{n} {one if n == 1 else many}")


def amount(text: str, unit: str | None) -> Text:
    """Put a unit behind an amount: 75分钟, 75 min. None or an unknown unit: the bare amount."""
    zh, one, many = AMOUNTS.get(unit or "", ("", "", ""))
    return Text(f"{text}{zh}", f"{text} {one if text == '1' else many}".rstrip())


def rate(kept: int, judged: int) -> str:
    """Share as a percentage with one decimal, 100.0% only if all are kept; of none it is -."""
    if not judged:
        return "-"
    whole, tenth = divmod(permille(kept, judged), 10)
    return f"{whole}.{tenth}%"


def permille(kept: int, judged: int) -> int:
    """Share in thousandths, rounded; 1000 only if all are kept."""
    rounded = (2000 * kept + judged) // (2 * judged)
    return rounded if kept == judged else min(rounded, 999)


def percent(share: float) -> str:
    """Write a share that somebody laid down, without zeros that say nothing: ``95%``."""
    return f"{100 * share:.10g}%"
