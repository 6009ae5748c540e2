"""What the first sheets of the XLSX report say: the cover and the figures to pass on."""

from __future__ import annotations

from typing import Final

from homework_check.text import Text

TITLE: Final = Text("作业登记检查报告", "Report on homework logs")
LABELS: Final = {
    "verdict": Text("结论", "Verdict"),
    "scope": Text("范围", "Scope"),
    "schools": Text("达标学校", "Schools met"),
    "class-days": Text("班日", "Class-days"),
    "reported": Text("填报", "Reporting"),
    "aspects": Text("各项情况", "By aspect"),
    "changes": Text("比较", "Compared"),
    "rules": Text("依据", "Sources"),
    "notes": Text("说明", "Notes"),
    "limits": Text("结果的局限", "Limits"),
    "unread": Text("没有读取的文件", "Files not read"),
    "made": Text("生成", "Made by"),
    "sheets": Text("各表说明", "Sheets"),
    "left-out": Text("没有的表", "Left out"),
    "figures": Text("报送用的数字", "Figures to report"),
    "bulletin": Text("通报稿", "Paragraph"),
}
PACK: Final = Text("{title}（{id}），{system}", "{title} ({id}), {system}")
SCHOOLS_MET: Final = Text("{kept}/{all}（{rate}）", "{kept} of {all} ({rate})")
SCHOOLS_MET_OF_DUE: Final = Text("{kept}/{all}所应报学校（{rate}）", "{kept} of {all} due ({rate})")
FILES: Final = Text("，来自{files}", ", from {files}")
LIMITS: Final = (
    Text(
        "时长是教师填报的预计时长，不是学生实际用时。",
        "Minutes are teachers' estimates, not measured.",
    ),
    Text(
        "只判断登记了的内容；没有登记的作业程序看不到。",
        "Only what is in the logs is judged; other homework cannot be seen.",
    ),
    Text(
        "待核的不算达标，也不算未达标，但计入应判数。",
        "Undecided is neither met nor not met, but counts as judged.",
    ),
    Text(
        "内容类提示（罚抄、家长批改等）须人工核实。",
        "Hints on content (copying, work for parents) have to be looked into.",
    ),
)
MADE: Final = Text(
    "homework-check {version}，规则包 {pack}，{when}", "homework-check {version}, {pack}, {when}"
)
ROWS: Final = Text("{about}（{n}行）", "{about} (rows: {n})")
LEFT_OUT: Final = Text("{sheet}：{why}", "{sheet}: {why}")

# ---- figures to pass on ----
ITEMS: Final = {
    "due": Text("应报学校", "Schools due"),
    "received": Text("已报送", "Received"),
    "read": Text("已读取", "Read"),
    "missing": Text("未报送学校", "Schools missing"),
    "unreadable": Text("无法读取的学校", "Schools unreadable"),
    "not-filled": Text("没有填写的学校", "Schools with nothing filled in"),
    "unexpected": Text("名册外的学校", "Schools not on the roster"),
    "all": Text("有登记的学校", "Schools with a log"),
    "kept": Text("全部项目达标学校", "Schools that meet all"),
    "aspect": Text("{aspect}达标学校", "Schools that meet: {aspect}"),
    "broken": Text("未达标学校", "Schools that do not"),
    "undecided": Text("待核学校", "Undecided schools"),
    "unread": Text("无法读取或没有登记的文件", "Files from which no log was read"),
}
NOT_DUE: Final = Text("已判断，本页其他数字不含这些学校", "judged; in no other figure of this page")
DUE: Final = Text(
    "应报送作业登记表的学校{due}所，已报送{received}所{others}{days}。",
    "of {due} schools due, {received} handed in{others}{days}. ",
)
DUE_DAYS: Final = Text(
    "；应填报{due}个班日，已填报{reported}", "; class-days due {due}, reported {reported}"
)
SEND: Final = Text("请{names}尽快报送。", "Still to be sent: {names}. ")
LOGGED_IN: Final = Text("有登记的{n}所，占比按{all}所算", "logged in {n}; share of all {all}")
ASPECTS_OF_DUE: Final = Text("各项情况（只算应报学校）", "By aspect (schools due only)")
NO_SCHOOL: Final = Text("文件数，不是学校数", "files, not schools")
BULLETIN: Final = Text(
    "{when}{due}已读取作业登记表的学校{n}所{unread}。{aspects}。全部达标的学校{kept}所{names}。"
    "{todo}{send}以上为学校填报的预计时长。",
    "{when}: {due}homework logs of {n} schools were read{unread}. {aspects}. Schools that meet "
    "all: {kept}{names}. {todo}{send}Minutes are as estimated by the schools.",
)
UNREAD: Final = Text("，另有{n}个文件没有读到登记", " (no log was read from {n} files)")
OF_ASPECT: Final = Text(
    "应判断{aspect}{judged}，达标{kept}，未达标{broken}，待核{undecided}",
    "{aspect}: {judged} to be judged, {kept} met, {broken} not met, {undecided} undecided",
)
TODO: Final = Text(
    "请存在问题的{n}所学校按附表整改。", "The {n} schools with problems act on the list. "
)
NAMES: Final = Text("：{names}", ": {names}")
