"""The words of the blank log's guide; its numbers come from the rule pack."""

from __future__ import annotations

from typing import Final

from homework_check.model import Form, Place
from homework_check.text import Text

SHEET: Final = Text("填写说明", "How to fill in")

HOW: Final = Text(
    "一、怎么填。一项作业填一行；同一天有几科就填几行。不要合并单元格，不要在中间加合计行，程序会自己相加。",
    "1. How to fill in. One piece of homework a row, so a day with several subjects has several "
    "rows. Merge no cells and add no rows of totals: the program adds up by itself.",
)
NO_HOMEWORK: Final = Text(
    "二、没有作业怎么办。当天没有布置作业，也填一行：写年级、班级、日期，作业内容和预计时长都写“无”。"
    "空着会被当作没有填报。",
    '2. A day without homework has a row too: grade, class and date, and "none" under Homework '
    "and Minutes. Left empty, it would be taken as not reported.",
)
ESTIMATE: Final = Text(
    "三、时长怎么估。按中等水平的学生估计，只写数字，如20。不清楚时先自己做一遍。",
    "3. Minutes are what an average pupil needs, as a number such as 20. If in doubt, do it "
    "yourself first.",
)
LIMITS: Final = Text("四、规定。{sentences}", "4. The rules. {sentences}")
RED: Final = Text(
    "同一班同一天的作业超过上限时，这几行变红。",
    "The rows of a class and day over a limit turn red.",
)
CORRECT: Final = Text(
    "五、改错。填错了直接改。已经布置的要如实填写，超过了也不要改小，今后统筹调整。",
    "5. Mistakes are simply corrected. Record what was really set, also where it is over a limit, "
    "and balance it better from then on.",
)
DAYS_OFF: Final = Text(
    "六、周末和假期。周五和周末的作业分开填，日期写布置的那天和周六、周日。",
    "6. Weekends and holidays. Enter Friday's homework and that of the weekend apart, with the "
    "day it was set and with Saturday and Sunday as dates.",
)
CHECK: Final = Text(
    "七、自己先检查。运行 homework-check check 这个文件，会指出要处理的格。",
    "7. Check it yourself: homework-check check FILE names the cells to look at.",
)
STAMP: Final = Text(
    "按规则包 {pack}（{version}）生成，{system}学制；登记表版式{form}。",
    "Made from rule pack {pack} ({version}), school system {system}; form {form}.",
)
SYSTEMS: Final = {
    "6-3": Text("六三", "6-3"),
    "5-4": Text("五四", "5-4"),
    "5-4-preparatory": Text("五四（六年级为预备）", "5-4 with a preparatory grade 6"),
}

# ---- what the rules say of one class on one day ---------------------------------------

MINUTES: Final = Text(
    "{grades}{when}{what}合计不超过{limit}分钟", "{grades}: {what}, at most {limit} min {when}"
)
ENTRIES: Final = Text(
    "{grades}{when}{what}不超过{limit}项", "{grades}: {what}, at most {limit} pieces {when}"
)
NOT_SET: Final = Text("{grades}不布置{what}", "{grades}: no {what}")
IN_SCHOOL: Final = Text(
    "，可以在校内适当安排巩固练习", "; suitable exercises may be done in school"
)
END: Final = Text("。", ".")
BETWEEN: Final = Text("；", "; ")
FURTHER: Final = Text("另外：{titles}。", "Also: {titles}.")

EVERY_DAY: Final = Text("每天", "a day")
ON: Final = Text("{days}", "on {days}")
TO: Final = Text("{first}至{last}", "{first}-{last}")
GRADE: Final = Text("{grades}年级", "Grade {grades}")
GRADES: Final = Text("{grades}年级", "Grades {grades}")
JUNIOR: Final = Text("初中（{grades}）", "Junior high ({grades})")

FORMS: Final[dict[tuple[Form, ...] | None, Text]] = {
    (Form.WRITTEN,): Text("书面", "written "),
    (Form.OTHER,): Text("非书面", "unwritten "),
}
HOMEWORK: Final = Text("{form}作业", "{form}homework")
FOR_HOME: Final = Text("{form}家庭作业", "{form}work for home")

ADDED_UP: Final = Text("各科加在一起算", "All subjects are added up")
PLACES: Final = {
    Place.HOME: Text("在家做的", "work at home"),
    Place.SCHOOL: Text("在学校做的", "work in school"),
    Place.LESSON: Text("上课时做的", "work in lessons"),
}
COUNTS: Final = Text("，{place}也算", "; {place} counts")
DOES_NOT_COUNT: Final = Text("，{place}不算", "; {place} does not count")
