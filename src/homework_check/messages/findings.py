"""The catalogue of what reading a log may have to tell.

Placeholders: ``cls`` 三年级2班, ``day`` 9月5日周二, ``cells`` addresses, ``value`` the quoted
text of a cell, ``n`` a count, ``file`` and ``sheet`` names, ``field`` a display name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homework_check.messages.about_entries import ABOUT_KEYS, ABOUT_MINUTES
from homework_check.messages.about_labels import ABOUT_LABELS
from homework_check.messages.about_sources import ABOUT_SOURCES
from homework_check.messages.undecided import FLAG_UNDECIDED, UNDECIDED
from homework_check.text import Text

if TYPE_CHECKING:
    from homework_check.messages.wording import Wording

__all__ = [
    "BLOCKING",
    "FLAG_UNDECIDED",
    "NO_LOG",
    "READING",
    "SHORT",
    "UNDECIDED",
    "blocks",
    "short",
]

READING: dict[str, dict[str, Wording]] = {
    **ABOUT_SOURCES,
    **ABOUT_MINUTES,
    **ABOUT_KEYS,
    **ABOUT_LABELS,
}
"""Rule id -> case -> wording. The case "" is the usual one."""

NO_LOG: Final = frozenset({"unreadable-source", "no-log-found"})
"""Rules of findings about sources from which no log was read."""

SHORT: dict[str, Text] = {
    "ambiguous-column": Text("列不明确", "ambiguous column"),
    "blank-minutes": Text("没有填时长", "no minutes"),
    "context-mismatch": Text("前后不一致", "contradiction"),
    "duplicate-entry": Text("重复登记", "entered twice"),
    "duplicate-source": Text("重复的文件", "duplicate file"),
    "implausible-minutes": Text("时长不大可能", "unlikely minutes"),
    "missing-field": Text("缺少一列", "missing column"),
    "no-log-found": Text("没有登记表", "no log"),
    "not-reported": Text("未填报", "not reported"),
    "outside-period": Text("不在时段内", "outside period"),
    "overlapping-entry": Text("两份不同", "two versions"),
    "possible-gap": Text("可能漏填", "possible gap"),
    "total-mismatch": Text("合计对不上", "total differs"),
    "unknown-subject": Text("学科不在词表", "unknown subject"),
    "unread-class": Text("班级没看懂", "class not understood"),
    "unread-date": Text("日期没看懂", "date not understood"),
    "unread-form": Text("形式没看懂", "form not understood"),
    "unread-grade": Text("年级没看懂", "grade not understood"),
    "unread-minutes": Text("时长没看懂", "minutes not understood"),
    "unread-place": Text("地点没看懂", "place not understood"),
    "unreadable-source": Text("无法读取", "unreadable"),
    "weekday-mismatch": Text("星期对不上", "weekday differs"),
}
"""The word for the problem column, in the usual case."""

_SHORT_IN_CASE: dict[tuple[str, str], Text] = {
    ("context-mismatch", "schools"): Text("校名相近", "similar names"),
    ("no-log-found", "empty"): Text("没有填写", "not filled in"),
    ("no-log-found", "not-filled"): Text("没有填写", "not filled in"),
    ("outside-period", "pack"): Text("不在规则包有效期", "outside the pack's dates"),
    ("unread-class", "blank"): Text("没有填班级", "no class"),
    ("unread-date", "blank"): Text("没有填日期", "no date"),
    ("unread-date", "several"): Text("一格写了几天", "several days in one cell"),
    ("unread-form", "blank"): Text("没有填形式", "no form"),
    ("unread-form", "subject"): Text("看不出是不是书面", "written or not?"),
    ("unread-form", "noted"): Text("看不出是不是书面", "written or not?"),
    ("unread-form", "contradiction"): Text("形式前后矛盾", "contradicting forms"),
    ("unread-grade", "blank"): Text("没有填年级", "no grade"),
    ("unread-minutes", "maybe-hours"): Text("时长没有单位", "minutes without a unit"),
    ("unread-minutes", "no-unit"): Text("时长没有单位", "minutes without a unit"),
    ("unread-minutes", "note"): Text("备注说有改动", "a remark says it changed"),
    ("unread-minutes", "note-minutes"): Text("备注另写了时长", "a remark has other minutes"),
    ("unread-minutes", "shared"): Text("几科共用一个时长", "one time for several subjects"),
    ("unread-minutes", "none-beside-content"): Text("时长与内容矛盾", "minutes and content differ"),
    ("unread-place", "blank"): Text("没有填地点", "no place"),
    ("unread-place", "contradiction"): Text("地点前后矛盾", "contradicting places"),
}


def short(rule: str, case: str) -> Text:
    """The word for the problem column; a case of its own may have its own."""
    return _SHORT_IN_CASE.get((rule, case), SHORT[rule])


BLOCKING = frozenset(
    {
        "ambiguous-column",
        "blank-minutes",
        "implausible-minutes",
        "missing-field",
        "no-log-found",
        "not-reported",
        "overlapping-entry",
        "unread-class",
        "unread-date",
        "unread-form",
        "unread-grade",
        "unread-minutes",
        "unread-place",
        "unreadable-source",
    }
)
"""Rules that block in every case; `blocks` knows the one that blocks in one case only."""


def blocks(rule: str, case: str) -> bool:
    """Whether a reading finding keeps a verdict open; the others only tell."""
    return rule in BLOCKING or (rule, case) == ("context-mismatch", "class")
