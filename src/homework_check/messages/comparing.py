"""What is said of a report that is compared with an earlier one."""

from __future__ import annotations

from typing import Final

from homework_check.changes import NotCompared, State
from homework_check.text import Text

# ---- errors -------------------------------------------------------------------------------

IF_MERGED: Final = Text(
    "请写check存成的那一份：--baseline 报告.json",
    "Name one that check saved: --baseline report.json",
)
DIFFERENT: Final = Text(
    "{what}不同，不能与“{file}”比较：这次是{mine}，那份报告是{theirs}。",
    'different {what}, which cannot be compared: {mine} now, {theirs} in "{file}".',
)
DIFFERENT_HINT: Final = Text(
    "请用同样的规则和同一版本的程序，重新检查上次的文件。",
    "Check the earlier files again by the same rules and the same version.",
)

# ---- the report ---------------------------------------------------------------------------

STATES: Final = {
    State.NEW: Text("新出现", "new"),
    State.LEFT: Text("仍存在", "still there"),
}
BEFORE: Final = Text("{state}（上次{before}）", "{state} ({before} last time)")
IS_GONE: Final = {
    "fixed": Text("已解决", "fixed"),
    "not-compared": Text("无法比较（{reason}）", "not comparable ({reason})"),
}
CHANGED: Final = Text("与上次比：{change}。", "Since last time: {change}.")
OF_SEVERAL: Final = Text("{state}{n}处", "{n} {state}")

COUNTS: Final = Text(
    "与上次比（{file}，{date}）：{counts}。", "Since last time ({file}, {date}): {counts}."
)
COUNTED: Final = {
    "fixed": Text("已解决{n}项", "{n} fixed"),
    "left": Text("仍存在{n}项", "{n} still there"),
    "new": Text("新出现{n}项", "{n} new"),
    "not-compared": Text("无法比较{n}项", "{n} not comparable"),
}
APART: Final = Text(
    "上次是{before}，这次没有其中的一天，所以上次的都无法比较。",
    "Last time it was {before}; not one of these days is there now, so that nothing compares.",
)
ASSUMED: Final = Text(
    "两次的假定不同（只在上次：{before}；只在这次：{now}），有的变化可能只是因此。",
    "Assumptions differ (only last time: {before}; only now: {now}), which alone may have "
    "changed something.",
)
NONE: Final = Text("无", "none")

GONE: Final = {
    "fixed": Text("已解决：{n}项", "Fixed: {n}"),
    "not-compared": Text(
        "无法比较：{n}项（没有算作已解决）", "Not comparable: {n} (not counted as fixed)"
    ),
}
"""Headings of what the earlier report tells of and this one does not."""
ITEM: Final = Text("{unit}：{what}", "{unit}: {what}")
LAST: Final = Text("{what}（上次{before}）", "{what} ({before} last time)")
BECAUSE: Final = Text("{what}；{reason}", "{what}; {reason}")
REASONS: Final = {
    NotCompared.NO_REPORT: Text("这次没有登记", "not reported now"),
    NotCompared.NO_SOURCE: Text(
        "文件这次没有，或没有读到", "its file is not there now, or was not read"
    ),
    NotCompared.OUTSIDE: Text("不在这次检查的日期内", "not among the days checked now"),
    NotCompared.NOT_JUDGED: Text("这次没有判断", "not judged now"),
    NotCompared.UNREAD: Text(
        "有的作业看不出是哪个班、哪一天的，可能就是它",
        "it may be among entries whose class or day was not understood",
    ),
}
