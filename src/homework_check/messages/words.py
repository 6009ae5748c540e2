"""How subjects, fields, grades and numbers are written. Unknown names are shown as they are."""

from __future__ import annotations

from functools import cache

from homework_check.messages.inert import quote
from homework_check.text import Text, same

LIST = Text("、", ", ")
"""What stands between the parts of a list."""

SENTENCES = Text("", " ")
"""What stands between sentences."""

SUBJECTS = {
    "语文": "Chinese",
    "数学": "Maths",
    "英语": "English",
    "科学": "Science",
    "道德与法治": "Civics",
    "思想政治": "Politics",
    "政治": "Politics",
    "物理": "Physics",
    "化学": "Chemistry",
    "生物": "Biology",
    "生物学": "Biology",
    "历史": "History",
    "地理": "Geography",
    "信息科技": "Computing",
    "信息技术": "Computing",
    "体育": "PE",
    "体育与健康": "PE",
    "音乐": "Music",
    "美术": "Fine Art",
    "艺术": "Arts",
    "劳动": "Work Skills",
    "综合实践": "Projects",
    "综合实践活动": "Projects",
    "书法": "Calligraphy",
    "心理健康": "Wellbeing",
    "日语": "Japanese",
    "俄语": "Russian",
    "阅读": "Reading",
    "外语": "Foreign Language",
    "舞蹈": "Dance",
    "校本课程": "School Course",
    "地方课程": "Local Course",
}

FIELDS = {
    "school": Text("学校", "school"),
    "county": Text("县（市、区）", "county"),
    "campus": Text("校区", "campus"),
    "grade": Text("年级", "grade"),
    "class": Text("班级", "class"),
    "date": Text("日期", "date"),
    "year": Text("年份", "year"),
    "weekday": Text("星期", "weekday"),
    "subject": Text("学科", "subject"),
    "content": Text("作业内容", "content"),
    "form": Text("作业形式", "form"),
    "place": Text("完成地点", "place"),
    "choice": Text("必做或选做", "required or optional"),
    "layer": Text("分层", "layer"),
    "minutes": Text("时长", "minutes"),
    "hours": Text("时长（小时）", "hours"),
    "actual": Text("实测平均用时", "measured mean"),
    "marked": Text("批改", "marked"),
    "posted": Text("公示", "posted"),
    "person": Text("姓名", "person"),
    "time": Text("时间", "time"),
    "total": Text("合计", "total"),
    "unit": Text("时长单位", "unit of time"),
}

UNITS = {
    "seconds": Text("秒", "seconds"),
    "minutes": Text("分钟", "minutes"),
    "quarters": Text("刻钟", "quarters of an hour"),
    "hours": Text("小时", "hours"),
}
"""Units of time that a header or a title states."""

FORMS = {"written": Text("书面", "written"), "other": Text("非书面", "not written")}

PLACES = {
    "home": Text("在家完成", "home"),
    "school": Text("在校完成", "school"),
    "lesson": Text("课堂完成", "lesson"),
    "home-or-school": Text("在家或在校完成", "home or school"),
}

NUMERALS = ("零", "一", "二", "三", "四", "五", "六", "七", "八", "九")
SENIOR = {10: "高一", 11: "高二", 12: "高三"}
WEEKDAYS = (("周一", "Mon"), ("周二", "Tue"), ("周三", "Wed"), ("周四", "Thu"), ("周五", "Fri"),
            ("周六", "Sat"), ("周日", "Sun"))  # fmt: skip
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August",
          "September", "October", "November", "December")  # fmt: skip


@cache
def subject(name: str | None) -> Text:
    """Name a subject; one that the catalogue lacks stays as written. None: just homework."""
    if name is None:
        return Text("作业", "homework")
    return Text(quote(name), SUBJECTS.get(name) or quote(name))


def field_name(field: str) -> Text:
    """Name a field of an entry; an unknown id stays as it is."""
    return FIELDS.get(field) or same(quote(field))


def number(value: float) -> str:
    """Write an amount with at most one decimal, none where it is whole: 75, 7.5."""
    return f"{value:.1f}".removesuffix(".0")
