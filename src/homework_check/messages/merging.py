"""What is said of reports that are added up, and of those that cannot be."""

from __future__ import annotations

from homework_check.text import Text

# ---- errors -------------------------------------------------------------------------------

NO_REPORTS = Text("没有写要合并的报告。", "no report to merge.")
NO_REPORTS_HINT = Text(
    "例如：homework-check merge 各县/*.json -o 全市.json",
    "Example: homework-check merge counties/*.json -o city.json",
)
MERGE_ALL = Text(
    "请把原来的各份报告一次合并。", "Merge all the reports that it was made of at once."
)
DIFFERENT = Text(
    "{what}不同，不能相加：“{first}”是{mine}，“{other}”是{theirs}。",
    'different {what}, which cannot be added: {mine} in "{first}", {theirs} in "{other}".',
)
DIFFERENT_HINT = Text(
    "请用同样的规则和同一版本的程序重新检查，再合并。",
    "Check all of them by the same rules and the same version, then merge.",
)
TWICE = Text(
    "{school}（{period}）在“{first}”和“{other}”里都有。",
    '{school} ({period}) is both in "{first}" and in "{other}".',
)
TWICE_HINT = Text(
    "请只留一份。是两所同名学校的，检查时请写明县区：--assume county=名称",
    "Keep one. If two schools share the name, check them with --assume county=NAME",
)
OF_COUNTY = Text("{county}{school}", "{county} {school}")
WITHOUT_DATES = Text("没有日期", "without dates")

# ---- the merged report --------------------------------------------------------------------

MERGED = Text(
    "由{n}份报告相加，没有重新判断。", "Added up from reports: {n}. Nothing was judged again."
)
COUNTIES = Text("各县（市、区）", "Counties")
WEEKS = Text("各周", "Weeks")
NO_COUNTY = Text("（没有写）", "(not stated)")
COUNTY = Text("县（市、区）", "County")
WEEK = Text("周", "Week")
PERIODS = Text("份数", "Reports")
ALL_REPORTS = Text("各份报告", "Reports")
DAYS = Text("日期", "Days")
UNREAD = Text("没有读到登记的文件", "Files without a log")
MADE_AT = Text("生成时间", "Made")
SCHOOLS = Text("学校", "Schools")
LEGEND = Text(
    "各栏是“达标数/应判数”，单位为班日；待核的不算达标。",
    "Class-days met/judged. What is undecided is not counted as met.",
)
UNLISTED = Text(
    "另有{n}所没有列出，加 -v 全部列出。", "Schools that are not listed: {n} (all with -v)."
)
RULES = Text("依据：{title}（{id}）。", "Rules: {title} ({id}).")
IGNORED = Text("没有查的规则：{rules}。", "Ignored rules: {rules}.")
ASSUMED = Text("假定：{assumed}。", "Assumed: {assumed}.")
ASSUMED_IN_SOME = Text(
    "只有{reports}这样假定：{assumed}。与其他报告比较时请注意。见：{files}",
    "Assumed in {reports} only: {assumed}. Mind that when you compare: {files}",
)
ASSUMPTIONS = Text("假定", "Assumed")
NOT_READ_COUNT = Text("没有读到", "Not read")
OTHERS = {
    "unreadable": Text("无法读取", "Unreadable"),
    "not_filled": Text("没有填写", "Not filled in"),
    "missing": Text("未报送", "Missing"),
    "unexpected": Text("名册外", "Not on roster"),
}
"""Columns of schools that are called nothing."""
REPORT = Text("{file}：{schools}，{span}，生成于{at}。", "{file}: {schools}, {span}, made {at}.")
DETAILS = Text(
    "哪个班、哪一天、哪个单元格要处理，见各份报告。",
    "The reports themselves tell which class, day and cell to act on.",
)
