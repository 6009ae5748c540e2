"""What people may call fields, their values and school systems, in Chinese or in English."""

from __future__ import annotations

import re

from homework_check.settings import SchoolSystem

FIELDS = {
    "学校": "school", "校名": "school", "县区": "county", "区县": "county", "年级": "grade",
    "班级": "class", "日期": "date", "星期": "weekday", "学科": "subject", "科目": "subject",
    "作业内容": "content", "内容": "content", "作业形式": "form", "形式": "form",
    "完成地点": "place", "地点": "place", "必做选做": "choice", "必做/选做": "choice",
    "分层": "layer", "时长": "minutes", "分钟": "minutes", "预计时长": "minutes", "小时": "hours",
    "实际用时": "actual", "批改": "marked", "公示": "posted", "年份": "year",
}  # fmt: skip
"""Chinese names of fields; the ids themselves are names as well."""

COLUMN_FIELDS = (
    "school", "county", "grade", "class", "date", "weekday", "subject", "content", "form",
    "place", "choice", "layer", "minutes", "hours", "actual", "marked", "posted",
)  # fmt: skip
"""Fields that a column may give."""

NO_FIELD = ("ignore", "不用")
"""What a column is called that is not to be used, beside the empty text."""

MEANINGS = {
    "form": {
        "written": "written", "书面": "written", "other": "other", "非书面": "other",
        "oral": "other", "口头": "other", "reading": "other", "阅读": "other",
        "practice": "other", "实践": "other",
    },
    "place": {
        "home": "home", "家庭": "home", "在家": "home", "school": "school", "学校": "school",
        "校内": "school", "在校": "school", "lesson": "lesson", "课堂": "lesson",
    },
    "choice": {
        "required": "required", "必做": "required", "optional": "optional", "选做": "optional",
    },
    "layer": {"A": "A", "B": "B", "C": "C", "甲": "A", "乙": "B", "丙": "C"},
    "marked": {"yes": "yes", "是": "yes", "no": "no", "否": "no"},
    "posted": {"yes": "yes", "是": "yes", "no": "no", "否": "no"},
}  # fmt: skip
"""By field what its values may be called, and the value each stands for."""

_SYSTEMS = {
    "六三": SchoolSystem.SIX_THREE,
    "五四": SchoolSystem.FIVE_FOUR,
    "五四预备": SchoolSystem.FIVE_FOUR_PREPARATORY,
    **{system.value: system for system in SchoolSystem},
}


def field_named(text: str) -> str:
    """The id of a field by either of its names; an unknown name stays as it is."""
    return FIELDS.get(text.strip(), text.strip())


def system_named(text: str) -> SchoolSystem | None:
    """The school system by its id or its Chinese name; None: there is none of that name."""
    return _SYSTEMS.get(re.sub(r"学?制|[（()）]", "", text))


def chinese_names(field: str) -> tuple[str, ...]:
    """What a field may be called in Chinese, the usual name first."""
    return tuple(name for name, named in FIELDS.items() if named == field)
