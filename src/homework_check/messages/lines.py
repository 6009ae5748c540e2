"""Sentences of the reports that belong to no finding."""

from __future__ import annotations

from homework_check.text import Text

# ---- counts ----
COUNTS = Text(
    "{class_days}：达标{kept}，未达标{broken}，待核{undecided}。",
    "{class_days}: {kept} met, {broken} not met, {undecided} undecided.",
)
EXPLAINED = Text("（1个班1天算1个班日）", "(A class-day is one class on one date.)")
ALL_MET = Text(
    "表中登记的{class_days}全部达标；没有核对是否漏报。",
    "{class_days} in the log, all met; gaps were not looked for.",
)
NOTHING_JUDGED = Text(
    "没有一个班日可以判断（不等于达标）。",
    "Not one class-day could be judged. This is not a pass.",
)
ALL_MET_OF_DUE = Text("{class_days}全部达标。", "{class_days}, all met.")
REPORTED = Text("应填报{class_days}，已填报{reported}。", "Due: {class_days}, reported {reported}.")
OTHER_PERIOD = Text(
    "登记的{entries}是{days}的，不在应报时段，请核对 --week 或 --from、--to。",
    "The logs hold {entries} of {days}, outside the period due: check --week or --from, --to.",
)
SCHOOLS_MET_OF_DUE = Text(
    "达标学校：{kept}/{all}所应报学校（{rate}）。",
    "Schools that meet the limits: {kept} of {all} due ({rate}).",
)
SCHOOLS_MET = Text(
    "达标学校：{kept}/{all}（{rate}）。", "Schools that meet the limits: {kept} of {all} ({rate})."
)
SCHOOL_COUNTS = Text(
    "达标{kept}，未达标{broken}，待核{undecided}{others}。",
    "{kept} met, {broken} not met, {undecided} undecided{others}.",
)
NOT_JUDGED = Text("另有{class_days}不作判断。", "Not judged: {class_days}.")
DO_BOTH = Text(
    "请处理下面{todo}，核实{open}。", "Please act on the {todo} below and check {n} more."
)
DO_TODO = Text("请处理下面{todo}。", "Please act on the {todo} below.")
DO_OPEN = Text("请核实下面{open}。", "Please check the {open} below.")
QUIET_NOTHING = Text(
    "没有一个班日可以判断：{reasons}", "not one class-day could be judged: {reasons}"
)
NOT_ON_SCHOOL_DAYS = Text("不是教学日", "no school days")
NO_RULE_FITS = Text("没有适用的规则", "no rule applies")
QUIET = Text("{class_days}：达标{kept}，未达标{broken}，待核{undecided}",
             "{class_days}: {kept} met, {broken} not met, {undecided} undecided")  # fmt: skip

# ---- headings with counts ----
TODO = Text("需要处理：{items}", "To act on: {n}")
OPEN = Text("待核：{items}（没有算作达标）", "To check: {n} (not counted as met)")
REMINDERS = Text("提醒：{n}类（不影响结论）", "Reminders: {n} (they do not change the verdict)")
DATA = Text("数据问题：{n}类（不影响结论）", "Data problems: {n} (they do not change the verdict)")
MORE = Text(
    "还有{items}没有列出。想看更多，请加：--max-findings {n}",
    "Not listed: {items} more. To see them, add --max-findings {n}",
)
UNLISTED = Text("另有{items}类似。", "Similar: {items} more.")
FILES_UNREAD = Text("另有{files}没有读到作业登记。", "No log was read from {files} besides.")
OTHERS = Text("其他文件", "Other files")
ALSO = Text("同样的还有：{cells}。", "The same at: {cells}.")
IN_FILE = Text("{school}（{file}）", "{school} ({file})")
ON_SHEET = Text("{school}（{file}，“{sheet}”表）", '{school} ({file}, sheet "{sheet}")')
AT_FILE = Text("{file}：{what}", "{file}: {what}")
AT_SHEET = Text("“{sheet}”表：{what}", 'Sheet "{sheet}": {what}')
AT_SHEET_OF_FILE = Text("{file}，“{sheet}”表：{what}", '{file}, sheet "{sheet}": {what}')

# ---- undecided ----
DAYS = {
    "versions": Text(
        "两份不同：{classes}，{class_days}（{where}）",
        "Two versions: {classes}, {class_days} ({where})",
    ),
    "not-reported": Text(
        "没有填写：{classes}，{class_days}（{where}）",
        "Not filled in: {classes}, {class_days} ({where})",
    ),
}
"""What stands above class-days that one thing would settle, by their cause."""

ALL_DAYS = Text("全部{n}天", "all {n} days")
DAYS_WHY = {
    "versions": Text(
        "看不出只算一份，还是都算：合计不一样，还不能判断。",
        "one of them or all: the sums differ, cannot tell yet",
    ),
    "not-reported": Text(
        "写了班级和日期，没有填作业，还不能判断。",
        "class and date are given but no homework: cannot tell yet",
    ),
}
FLAW = Text("{names}{what}（{where}{value}）", "{names}: {what} ({where}{value})")
FLAW_WITHOUT_SUBJECT = Text("{what}（{where}{value}）", "{what} ({where}{value})")
KNOWN = Text(
    "已知的合计{low}，上限{limit}，还不能判断。",
    "what is known adds up to {low}, the limit is {limit}: cannot tell yet",
)
BETWEEN = Text(
    "在{low}至{high}之间，上限{limit}，还不能判断。",
    "between {low} and {high}, the limit is {limit}: cannot tell yet",
)
MISSING = {
    "minutes": Text(
        "表中没有“时长”一列，涉及{class_days}，不能判断。{header}",
        "The log has no column of minutes; {class_days} cannot be judged. {header}",
    ),
    "form": Text(
        "表中没有“作业形式”一列，分不出书面作业。把所有作业都算上也不超过上限的，已判达标；"
        "下面{class_days}要看形式才能判断。",
        "No column says which homework is written. Where all of it together is within the limit, "
        "the class-day is met; the form decides {class_days}:",
    ),
    "place": Text(
        "表中没有“完成地点”一列，分不出在哪里完成。下面{class_days}要看地点才能判断。",
        "No column says where homework is done. The place decides {class_days}:",
    ),
}
MISSING_HINT = {
    "minutes": Text(
        "在登记表中加一列“预计时长（分钟）”。已有这一列、只是没认出来的，请把表头改成这样。",
        "Add a column 预计时长（分钟）. If there is one under another name, rename it.",
    ),
    "form": Text(
        "加一列“作业形式”，写书面、口头、阅读或实践，或写在每项后面的括号里。"
        "登记的全是书面作业的，请在标题写“书面作业”，或加：--assume form=written",
        "Add a column 作业形式 (书面, 口头, 阅读 or 实践), or say it in brackets behind each. "
        "If all of it is written, put 书面作业 into the title, or add --assume form=written",
    ),
    "place": Text(
        "加一列“完成地点”，写家庭、学校或课堂，或写在每项后面的括号里。"
        "全部在家完成的，请在标题写“家庭作业”，或加：--assume place=home",
        "Add a column 完成地点 (家庭, 学校 or 课堂), or say it in brackets behind each. "
        "If all of it is done at home, put 家庭作业 into the title, or add --assume place=home",
    ),
}
HEADER = Text("表头在第{row}行：{headers}。", "Header row {row}: {headers}.")

# ---- aspects ----
NO_COLUMN = Text("表中没有“{field}”一列，没有判断", "the log has no column for it: not judged")
NO_PERIOD = Text("没有写明应报时段，没有核对", "no period due was given: not looked for")
NO_UNIT = Text("没有适用的内容，没有判断", "nothing it applies to: not judged")
REMINDER_ONLY = Text("提醒，不影响结论", "reminder")
LEFT_UNJUDGED = Text("不作判断{n}", "not judged: {n}")

# ---- schools ----
LEGEND = Text(
    "各栏是“达标数/应判数”，单位为班日；待核的不算达标。",
    "Class-days met/judged. Open: undecided, not counted as met.",
)
LEGEND_OF_DUE = Text(
    "单位为班日。填报：已报/应报；其他各栏：达标数/应判数；待核的不算达标。",
    "Class-days: reported/due, met/judged. Open: undecided, not counted as met.",
)
UNDECIDED_WITHOUT_OPEN = Text(
    "结论待核、待核栏是0的学校：有班日没有填报，或有内容没有读到，见下面。",
    "Undecided with 0 open: days not reported, or something not read (see below).",
)
MET_UNLISTED = Text(
    "达标的{n}所没有列出，加 -v 全部列出。",
    "Schools that are met and not listed: {n} (all with -v).",
)
TOTAL = Text("合计", "Total")

# ---- nothing to judge ----
NO_LOG = Text(
    "没有找到作业登记表，所以没有作任何判断（不等于达标）。",
    "No homework log was found, so nothing was judged. This is not a pass.",
)
UNREADABLE = Text(
    "文件无法读取，所以没有作任何判断（不等于达标）。",
    "No file could be read, so nothing was judged. This is not a pass.",
)
NO_FILE_SHORT = Text("没有可以检查的文件", "no file to check")
NO_FILE = Text(
    "没有可以检查的文件，所以没有作任何判断（不等于达标）。",
    "There is no file to check, so nothing was judged. This is not a pass.",
)
SHEETS = {
    "empty": Text("空表", "empty"),
    "no-log": Text(
        "没有作业登记的表头；见到：{seen}", "no headers of a homework log; seen: {seen}"
    ),
    "no-text": Text("没有作业登记的表头", "no headers of a homework log"),
    "bare-weekdays": Text(
        "没有作业登记的表头；一、二、三若是星期，请写成周一、周二、周三，或写上日期",
        "no headers of a homework log; if 一, 二, 三 are weekdays, write 周一, 周二, 周三 "
        "or the dates",
    ),
    "own-list": Text("标注稿里的清单，跳过", "the list of a marked copy, passed over"),
    "pupil-records": Text(
        "学生个人记录（有“{seen}”一列），不是班级作业登记",
        "pupils' records (column {seen}), not a class's log",
    ),
}
WRONG_FILE = Text(
    "选错了文件：请换成作业登记表再试。", "Wrong file? Pick the homework log and run again."
)
LOOK = Text("就是作业登记表：看看程序读到了什么", "It is a homework log? See how it was read:")

# ---- reports of limited length ----
CUT = Text(
    "还有{n}项没有列出。完整的清单请另存：-o 报告.csv",
    "Not listed here: {n} more. The whole list: -o report.csv",
)

# ---- reports for CI servers ----
WHERE = Text("（位置：{cells}）", "(At: {cells})")
ABOUT_READING = Text(
    "登记表里的这一处没有看懂。看不懂的不猜：影响判断的算待核。"
    "想看程序读到了什么，请运行：homework-check inspect 文件",
    "Something in the log was not understood. Nothing is guessed: what depends on it is undecided. "
    "To see how a file was read: homework-check inspect FILE",
)
REFERENCE = Text("依据：{reference}", "Source: {reference}")
