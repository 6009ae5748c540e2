"""The sheets of the XLSX report and the titles of their columns."""

from __future__ import annotations

from typing import Final

from homework_check.text import Text

SHEETS: Final = {
    "verdict": Text("结论", "Verdict"),
    "summary": Text("报送摘要", "Summary to report"),
    "schools": Text("汇总", "Schools"),
    "classes": Text("班级", "Classes"),
    "todo": Text("问题清单", "To act on"),
    "open": Text("待核", "To check"),
    "missing": Text("未报送", "Not received"),
    "data": Text("数据问题", "Data problems"),
    "rules": Text("规则", "Rules"),
}
"""Names of the sheets, in their order."""

ABOUT: Final = {
    "summary": Text("可以抄进上级报表的数字和通报稿", "Figures and a paragraph for other forms"),
    "schools": Text("每所学校一行，问题多的在前", "A row a school, most to do first"),
    "classes": Text("每个班一行；不超过10天的每天一列", "A row a class, up to 10 days beside it"),
    "todo": Text("要整改的和提醒，可作整改台账", "What to act on, and reminders"),
    "open": Text("登记不全，还不能判断的", "What is incomplete and cannot be judged yet"),
    "missing": Text(
        "没有报送、没有读到的，没有填报的班和日期", "Schools, files and days that are missing"
    ),
    "data": Text("读表时发现、不影响结论的", "What reading found; it changes no verdict"),
    "rules": Text("按哪些规定检查，各有多少", "What was checked, and how often"),
}
"""What a sheet is for."""

EMPTY: Final = {
    "summary": Text("只有一所学校", "only one school"),
    "schools": Text("没有读到学校", "no school was read"),
    "classes": Text("没有可以判断的班日", "no class-day could be judged"),
    "todo": Text("没有", "none"),
    "open": Text("没有", "none"),
    "missing": Text("没有", "none"),
    "data": Text("没有", "none"),
    "rules": Text("没有规则", "no rule"),
}
"""Why a sheet is left out."""

COLUMNS: Final = {
    "number": Text("序号", "No."),
    "change": Text("与上次比", "Since last time"),
    "county": Text("县（市、区）", "County"),
    "school": Text("学校", "School"),
    "stage": Text("学段", "Stage"),
    "verdict": Text("结论", "Verdict"),
    "classes": Text("班级数", "Classes"),
    "submission": Text("报送情况", "Submission"),
    "due": Text("应填报班日", "Class-days due"),
    "reported": Text("已填报班日", "Class-days reported"),
    "judged": Text("应判", "Judged"),
    "kept": Text("达标", "Met"),
    "broken": Text("未达标", "Not met"),
    "over-limit": Text("超时", "Over the limit"),
    "undecided": Text("待核", "Undecided"),
    "not-judged": Text("不作判断", "Not judged"),
    "not-judged-on": Text("不作判断的日期", "Days not judged"),
    "rate": Text("达标率", "Rate"),
    "logged": Text("登记条数", "Entries"),
    "yes": Text("合规", "As it should be"),
    "marked": Text("已批改", "Marked"),
    "posted": Text("已公示", "Posted"),
    "share": Text("比例", "Share"),
    "most-over": Text("最多超出（分钟）", "Most over (min)"),
    "most-over-at": Text("最多超出的班级和日期", "Class and day of it"),
    "todo": Text("需处理（处）", "To act on"),
    "open": Text("待核（处）", "To check"),
    "data": Text("数据问题（类）", "Data problems"),
    "remarks": Text("备注", "Remarks"),
    "grade": Text("年级", "Grade"),
    "class": Text("班级", "Class"),
    "days": Text("登记（天）", "Days"),
    "unit": Text("单位", "Unit"),
    "limit": Text("上限", "Limit"),
    "most": Text("最多", "Most"),
    "most-on": Text("最多的日期", "Date of it"),
    "mean": Text("日平均（仅供参考）", "Daily mean (for information)"),
    "date": Text("日期", "Date"),
    "weekday": Text("星期", "Weekday"),
    "problem": Text("问题", "Problem"),
    "message": Text("说明", "About"),
    "measured": Text("填报", "Reported"),
    "excess": Text("超出", "Over"),
    "counted": Text("计入的作业", "Homework counted"),
    "advice": Text("建议", "Advice"),
    "cells": Text("单元格", "Cells"),
    "sheet": Text("工作表", "Sheet"),
    "file": Text("文件", "File"),
    "rule": Text("规则", "Rule"),
    "severity": Text("级别", "Severity"),
    "checked": Text("学校核对（属实／登记有误）", "School: right or a slip?"),
    "measure": Text("整改措施", "What will be done"),
    "person": Text("责任人", "By whom"),
    "deadline": Text("完成时限", "Deadline"),
    "second": Text("复核结果", "Second check"),
    "why": Text("为什么待核", "Why undecided"),
    "known": Text("已知", "Known"),
    "greatest": Text("最多可能（未知则空）", "At most (empty: unknown)"),
    "to-complete": Text("要补的单元格", "Cells to complete"),
    "answer": Text("学校说明", "School's answer"),
    "outcome": Text("核实结果", "Outcome"),
    "status": Text("情况", "Status"),
    "lacking": Text("缺（天）", "Days lacking"),
    "days-lacking": Text("缺的日期", "Which days"),
    "reminded": Text("催报时间", "Reminded on"),
    "result": Text("结果", "Result"),
    "value": Text("原来的内容", "What stands there"),
    "count": Text("处数", "Places"),
    "aspect": Text("项目", "Aspect"),
    "title": Text("规定", "Rule"),
    "id": Text("编号", "Id"),
    "scope": Text("计入范围", "What counts"),
    "reference": Text("依据（文件、条款）", "Source"),
    "item": Text("项目", "Item"),
    "schools": Text("学校数", "Schools"),
    "of-all": Text("占学校总数", "Share of schools"),
    "of-due": Text("占应报学校", "Share of those due"),
    "logging": Text("有登记的学校", "Schools with it"),
}

STAGES: Final = {
    (True, False): Text("小学", "primary"),
    (False, True): Text("初中", "junior"),
    (True, True): Text("小学、初中", "both"),
}
"""By whether there are classes of a primary school and of a junior high school."""

TOTAL: Final = Text("合计", "Total")
OF_COUNTY: Final = Text("{county}合计", "{county} total")
NONE: Final = Text("-", "-")
NOT_LOGGED: Final = Text("未登记", "not logged")
UNDECIDED_SUM: Final = Text("{low}?", "{low}?")
UNKNOWN_FILES: Final = Text("（学校不明）", "(school unknown)")
CHECKED: Final = Text("已检查", "checked")
IGNORED: Final = Text("没有检查（已忽略）", "not checked (ignored)")
FOOTER: Final = Text("第&P页 共&N页", "Page &P of &N")
CHART: Final = Text("各校最多超出（分钟）", "Largest excess of each school (min)")
CHART_OF_CLASSES: Final = Text("各班每天作业（分钟）", "Minutes of each class by day")
