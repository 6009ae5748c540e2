"""What is said of the schools that are expected: the roster itself, and what they handed in."""

from __future__ import annotations

from typing import Final

from homework_check.handed_in import Submitted
from homework_check.messages.wording import wording
from homework_check.text import Text

# ---- errors ---------------------------------------------------------------------------

NO_FILE: Final = Text("找不到名册“{file}”。", 'no roster "{file}".')
NO_FILE_HINT: Final = Text(
    "请核对文件名和所在的文件夹。", "Check the name and the folder it is in."
)
UNREADABLE: Final = Text("名册读不了：{why}", "cannot read the roster: {why}")
SAVE_AGAIN: Final = Text(
    "请在Excel或WPS中打开确认，另存为xlsx后再试。",
    "Open it in Excel or WPS, save it as xlsx and try again.",
)
NO_COLUMN: Final = Text(
    "名册“{file}”没有“学校”一列{seen}。", 'roster "{file}" has no column 学校{seen}.'
)
SEEN: Final = Text("（见到：{headers}）", " (seen: {headers})")
NOTHING_SEEN: Final = Text("（是空表）", " (it is empty)")
NO_COLUMN_HINT: Final = Text(
    "请把学校名称一列的表头写成“学校”。", "Call the column with the names 学校."
)
NO_SCHOOL: Final = Text("名册“{file}”里一所学校也没有写。", 'roster "{file}" names no school.')
NO_SCHOOL_HINT: Final = Text(
    "请在“学校”一列写学校名称，一行一所。", "Write the schools into the column 学校, one a row."
)

# ---- findings -------------------------------------------------------------------------

IN_DOUBT: Final = wording(
    "{cls}有{n}天没有看到填报：{days}（应填报{due}天）。可能在没有看懂或没有读出的内容里，"
    "也可能没有上课，还不能判断。",
    "请先处理没有看懂、没有读出的内容，再检查一次。",
    "{cls}: no report seen on {n} of {due} days: {days}. It may be in what was not understood or "
    "not read, or school may have been off: cannot tell yet.",
    "First settle what was not understood or not read, then check again.",
)
MISSING: Final = wording(
    "{school}没有报送{due}。",
    "请催报；当天没有作业的，也请登记“无”。",
    "{school}: nothing received{due}.",
    "Ask for it; a day without homework is logged as 无.",
)
MISSING_ALIKE: Final = wording(
    "没有收到名为{school}的登记{due}；收到的“{alike}”名称相近，没有合并。",
    "请核对是不是同一所学校；是的，请统一名称再检查。",
    'nothing received under the name {school}{due}; "{alike}" is close to it and was not joined.',
    "See whether it is the same school; if so, use one name and check again.",
)
DUE: Final = Text("，应填报{n}个班日", ", class-days due: {n}")
STATES: Final = {
    Submitted.RECEIVED: Text("已报送", "received"),
    Submitted.PARTLY_RECEIVED: Text("部分填报", "partly"),
    Submitted.UNREADABLE: Text("无法读取", "unreadable"),
    Submitted.NOT_FILLED: Text("没有填写", "not filled in"),
    Submitted.MISSING: Text("未报送", "missing"),
    Submitted.UNEXPECTED: Text("名册外", "not on roster"),
}

# ---- reports --------------------------------------------------------------------------

NOT_ON_ROSTER: Final = Text("（名册外）", " (not on the roster)")
OTHERS: Final = {
    "unreadable": Text("，无法读取{n}", ", {n} unreadable"),
    "not_filled": Text("，没有填写{n}", ", {n} not filled in"),
    "missing": Text("，未报送{n}", ", {n} missing"),
    "unexpected": Text("；名册外{n}", "; {n} not on the roster"),
}
"""By the name of a number in `rollup.SchoolCounts`."""

CONTACT: Final = Text("请先联系这{schools}", "Contact first: {schools}")
MORE_CONTACTS: Final = Text(
    "还有{schools}没有列出，加 -v 全部列出。", "Not listed: {schools} more (all with -v)."
)
NOTHING_CAME: Final = Text("没有填报", "not reported")
NO_FILE_CAME: Final = Text("没有收到文件。", "no file received.")
NO_FILE_OF: Final = Text(
    "没有收到文件。名册上有{classes}，应填报{class_days}。",
    "no file received; {classes} on the roster, {class_days} due.",
)
OPEN_FOR: Final = Text("{class_days}待核：{cause}。", "{class_days} undecided: {cause}.")
OPEN: Final = Text("待核：{cause}。", "undecided: {cause}.")
LACKING: Final = Text("{class_days}没有填报。", "not reported: {class_days}.")
NONE_KEPT: Final = Text("没有一个班日可以判断。", "not one class-day could be judged.")
NOTHING_IN_PERIOD: Final = Text(
    "收到了登记表，但应报时段里一天也没有填报。",
    "A log was received, but it reports not one day of the period due.",
)
OUTSIDE: Final = Text(
    "表中的作业都不在应报时段，请核对报的是哪一周。",
    "Its entries lie outside that period: which week is it?",
)
OUTSIDE_PACK: Final = Text(
    "表中的作业都不在规则包的有效期，没有判断；要按那时的规定检查，请用 --rules 另选规则包。",
    "Its entries lie outside the dates of the rule pack and were not judged; choose another pack "
    "with --rules.",
)
UNREPORTED: Final = Text("未填报：{classes}，{class_days}", "Not reported: {classes}, {class_days}")

# ---- notes ----------------------------------------------------------------------------

CLASSES_OF_LOG: Final = Text(
    "应填报的是登记表里出现的{classes}；要按全校名册核对，请加 --roster。",
    "Due classes are the {classes} of the log. For the full list add --roster.",
)
FROM_ROSTER: Final = Text(
    "应报学校按名册“{file}”：{schools}。", 'Schools due by the roster "{file}": {schools}.'
)
UNTOLD: Final = Text(
    "{class_days}没有填报，结论因此待核；按所选的规则没有逐个列出。",
    "Not reported: {class_days}, which leaves the verdict undecided; by the rules chosen they are "
    "not listed.",
)
NO_DAYS: Final = Text(
    "没有写明应报时段，没有核对填报的班日：请加 {option}",
    "No period due was given, so that class-days were not looked for: add {option}",
)
A_WEEK: Final = Text("--week 日期", "--week DATE")
ALIKE: Final = Text(
    "“{name}”不在名册里，名册中相近的是“{near}”；没有合并。请统一名称。",
    '"{name}" is not on the roster; close to "{near}"; not joined. Use one name.',
)
UNEXPECTED: Final = Text(
    "“{name}”不在名册里，已判断；班日计入合计，学校不计入应报学校。",
    '"{name}" is not on the roster; judged: its class-days are counted, it is not a school due.',
)
NAMELESS: Final = Text(
    "{name}没有写学校名称，单独作为一所学校判断；班日计入合计，学校不计入应报学校。"
    "请在标题写明学校；只有这一份没有写的，也可以加 --assume school=校名",
    "{name} names no school; judged as a school of its own: its class-days are counted, it is "
    "not a school due. Put the name into the title; where no other file lacks one, you may add "
    "--assume school=NAME",
)
BEYOND: Final = Text(
    "{school}的登记表比名册多{classes}，已判断，不计入应填报。请核对名册或班级名称。",
    "{school}: {classes} in the log and not on the roster; judged, not due. Check which is right.",
)
REMARKS: Final = {
    "repeated": Text(
        "名册第{row}行又写了一次“{text}”，合并成一所。",
        'Roster, row {row}: "{text}" again; joined.',
    ),
    "system": Text(
        "名册第{row}行的学制“{text}”看不出六年级算小学还是初中，按本次的学制算。"
        "可写：六三、五四、五四预备。",
        'Roster, row {row}: school system "{text}" does not say whether grade 6 is primary; that '
        "of the run was taken. Write 六三, 五四 or 五四预备.",
    ),
    "classes": Text(
        "名册第{row}行的班级“{text}”没看懂，没有计入应填报。请写班数或“1班、2班”。",
        'Roster, row {row}: classes "{text}" not understood, not due. Write a number, or 1班、2班.',
    ),
    "totals": Text(
        "名册只写了班级总数，没有分年级（第{row}行），应填报的按登记表里出现的班级算。",
        "The roster counts classes without grades (row {row}); those of the log are due.",
    ),
}
"""By the id of a remark of the roster."""
