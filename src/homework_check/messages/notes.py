"""Notes under a report: what it rests on, what it covers, what was left out."""

from __future__ import annotations

from homework_check.text import Text

ESTIMATES = Text(
    "时长是教师填报的预计时长，不是学生实际用时。", "Minutes are teachers' estimates, not measured."
)
ONE_SHEET = Text("单元格都在“{sheet}”表。", 'Cells are on "{sheet}".')
RECORD = Text(
    "填错的请更正；已经布置的请如实保留，从下次布置起调整。",
    "Correct typing errors; keep what was really set and adjust next time.",
)
COVERED = Text(
    "登记范围：{days}中{reported}个有登记，{classes}，{class_days}。",
    "Covered: {reported} of {days}, {classes}, {class_days}.",
)
COVERED_OF_DUE = Text(
    "登记范围：{days}中{reported}个有登记；应填报{classes}、{due}，已填报{class_days}。",
    "Covered: {reported} of {days}; due: {classes}, {due}; reported: {class_days}.",
)
UNREPORTED = Text(
    "按教学日算还有{class_days}没有登记，请核对是否漏填。",
    "By school days, without a report: {class_days}. Check for gaps.",
)
GAPS = Text(
    "没有核对漏报。想列出没有填报的班级和日期，请加：{option}",
    "Gaps were not looked for. To list unreported days: {option}",
)
NOT_JUDGED = Text(
    "不作判断的班日（周末、节假日、假期）：{days}。",
    "Class-days not judged (weekends, holidays, vacations): {days}.",
)
NOT_JUDGED_ON = Text("{day}{n}个", "{n} on {day}")
MORE_DAYS = Text("{listed}等共{n}天", "{listed} and {more} more days")
PERIOD = Text("只判断了应报时段：{span}。", "Only the period due was judged: {span}.")
ASSUMED = Text(
    "假定：表中没有“{field}”，按{value}算{origin}（影响{class_days}）。",
    "Assumed: no {field} in the log, taken as {value}{origin} (bears on {class_days}).",
)
FROM_PACK = Text("，这是规则包的假定", ", as the rule pack assumes")
RULES = Text("依据：{title}（{id}），{system}。", "Rules: {title} ({id}), {system}.")
OTHER_SYSTEM = Text("按{system}判断的学校：{schools}。", "Judged by {system}: {schools}.")
MEETS = Text(
    "按配置，{share}以上的班日达标，学校就算达标；超出上限的班日照样列出。",
    "By the configuration, a school is called met if {share} of its class-days are; those over"
    " the limit are listed all the same.",
)
LOOSENED = Text("比上级规定宽的规则：{rules}。", "Rules laxer than those they build on: {rules}.")
IGNORED = Text(
    "按 --select、--ignore 没有检查：{rules}。", "Not checked (--select, --ignore): {rules}."
)
SENIOR = Text(
    "{entries}是高中的，不作判断（没有分钟数规定）。",
    "Senior high: {entries}, not judged (no number is laid down).",
)
UNKNOWN_YEAR = Text(
    "{years}年的放假安排程序还不知道，按周一至周五上课判断。",
    "Holidays of {years} are not known yet; Monday to Friday were taken as school days.",
)
MAKEUP = Text(
    "调休上课日按教学日判断：{days}。", "Makeup school days were judged as school days: {days}."
)
READ = Text("读了{files}、{sheets}、{entries}", "Read {files}, {sheets}, {entries}")
LEFT_OUT = Text("；没有计入：{rows}。", "; left out: {rows}.")
NOTHING_LEFT_OUT = Text("；没有漏读的行。", "; nothing was left out.")
HOURS = Text(
    "按{cells}写的，时长没有另写单位的按小时算。",
    "Minutes without a unit were taken as hours, as stated at {cells}.",
)
HIDDEN = Text(
    "隐藏的工作表照常计入：{sheets}。", "Hidden sheets were counted like any other: {sheets}."
)
UNREAD = Text(
    "{files}没有读到作业登记，其中的作业没有判断：{names}。",
    "No log could be read from {files}, not judged: {names}.",
)
PASSED_OVER = Text("跳过了{n}个不是登记表的文件。", "Files passed over as no logs: {n}.")

SCHOOL_SYSTEMS = {
    "6-3": Text("六三学制", "6-3 system"),
    "5-4": Text("五四学制", "5-4 system"),
    "5-4-preparatory": Text(
        "五四学制（六年级是预备年级）", "5-4 system with a preparatory grade 6"
    ),
}

LEFT_OUT_REASONS = {
    "total": Text("合计", "total"),
    "footer": Text("签字或说明", "signature or note"),
    "signature": Text("签字", "signature"),
    "note": Text("说明", "note"),
    "blank": Text("空", "blank"),
    "header": Text("重复的表头", "repeated header"),
    "not-reported": Text("没有填作业", "no homework filled in"),
}
OTHER_REASON = Text("其他", "other")
