"""The words around rules where they are listed, explained and tested."""

from __future__ import annotations

from typing import Final

from homework_check.model import Severity
from homework_check.text import Text

PACK: Final = Text("规则包 {id}  {title}", "Rule pack {id}  {title}")
EXTENDS: Final = Text("（以 {parent} 为基础）", " (extends {parent})")
LOOSENED: Final = Text(
    "  比上级规则包放宽的规则：{rules}", "  Laxer than in the pack it extends: {rules}"
)

SEVERITIES: Final = {
    Severity.ERROR: Text("须处理", "must"),
    Severity.WARNING: Text("提醒", "remind"),
    Severity.INFO: Text("提示", "hint"),
}
HINTS_ONLY: Final = Text("{aspect}（只作提示，不下结论）", "{aspect} (hints, never a verdict)")

LEGEND: Final = Text(
    "时间都指书面作业。须处理：影响结论；提醒、提示：不影响结论，但未填报的班日使结论待核。",
    "Minutes are of written homework. must: decides the verdict; others do not, but what is not "
    "reported leaves it undecided.",
)
HOW_TO_SHOW: Final = Text(
    "  看一条规则的说明：homework-check rules show 规则编号",
    "  Explain one rule: homework-check rules show RULE",
)

ABOUT: Final = Text("规定", "Rule")
COUNTED: Final = Text("怎么算", "How it is counted")
UNDECIDED: Final = Text("什么时候待核", "When it is undecided")
EXAMPLES: Final = Text("例子", "Examples")
ADVICE: Final = Text("怎么处理", "What to do")
REFERENCES: Final = Text("依据", "Source")
RULE_FILE: Final = Text("在规则文件里", "In a rule file")

VERDICTS: Final = {
    "kept": Text("达标", "met"),
    "broken": Text("未达标", "not met"),
    "undecided": Text("待核", "undecided"),
    "hit": Text("有提示", "a hint"),
    "no-hit": Text("没有提示", "no hint"),
}
OVER_BY: Final = Text("{short}，{atleast}超出{over}分钟", "over by {atleast}{over} min")
SUM: Final = Text("合计{sum}", "{sum} min")
AT_LEAST: Final = Text("至少", "at least ")
BLANK: Final = Text("没有填", "empty")
NO_ENTRY: Final = Text("当天没有一条登记", "not one entry for the day")
QUALITY: Final = Text("（{words}）", " ({words})")
QUOTED: Final = Text("“{content}”", ' "{content}"')
CELL: Final = Text("填“{cell}”", ': "{cell}"')
QUALITIES: Final = {
    "written": Text("书面", "written"),
    "oral": Text("口头", "oral"),
    "reading": Text("阅读", "reading"),
    "practice": Text("实践", "practice"),
    "home": Text("在家", "at home"),
    "school": Text("在校", "in school"),
    "lesson": Text("课堂上", "in a lesson"),
    "required": Text("必做", "required"),
    "optional": Text("选做", "optional"),
    "layer": Text("{layer}层", "layer {layer}"),
    "unknown form": Text("形式不明", "form unknown"),
    "unknown place": Text("地点不明", "place unknown"),
    "unknown date": Text("日期没看懂", "date not understood"),
}

VALID: Final = Text(
    "可以使用：规则包 {id}，{n}条规则。", "Can be used: rule pack {id}, rules: {n}."
)
TESTED: Final = Text(
    "规则包 {id}：{n}个例子，相符{fine}，不符{wrong}。",
    "Rule pack {id}: {n} examples, as expected {fine}, not {wrong}.",
)
WRONG: Final = Text(
    "不符  {rule} 第{number}个例子：应为 {expected}，得到 {actual}",
    "WRONG  {rule}, example {number}: expected {expected}, got {actual}",
)
RIGHT: Final = Text(
    "相符  {rule} 第{number}个例子：{expected}", "right  {rule}, example {number}: {expected}"
)
