"""The words of marked copies: their list of what is to be done, and the comments at cells."""

from __future__ import annotations

from typing import Final

from homework_check.messages.report import COLUMNS as SHARED
from homework_check.messages.report_sheets import COLUMNS as OF_SHEETS
from homework_check.text import Text

AUTHOR: Final = Text("作业检查", "Homework check")
"""Of the comments; those of an earlier round are known by it."""

SHEET: Final = Text("需要处理", "To act on")

INTRO: Final = (
    Text(
        "这是《{file}》的标注稿，原文件没有改动。红色、黄色、蓝色的格有批注，把鼠标放上去可以看到。",
        'A marked copy of "{file}", which was not changed. Red, yellow and blue cells have '
        "comments: point at them to read.",
    ),
    Text(
        "填错的请直接在这个文件里更正；已经布置的请如实保留，在“学校说明”写明今后怎样调整。",
        "Correct typing errors in this file. Keep what was really set, and say in the last column "
        "what you will change.",
    ),
    Text(
        "改完后连同这张表一起报回来即可，再次检查时这张表会自动跳过。",
        "Send the file back with this sheet in it: when it is checked again, this sheet is passed "
        "over.",
    ),
)

WITHOUT: Final = Text(
    "原文件的{things}没有（或没有全部）带到这里，需要时请看原文件。",
    "This copy lacks {things} of the original, or some of them: see there.",
)
LOSSES: Final = {
    "macros": Text("宏", "macros"),
    "charts": Text("图表", "charts"),
    "pictures": Text("图片和图形", "pictures and shapes"),
    "controls": Text("按钮等控件", "buttons and other controls"),
    "looks": Text("格式", "fonts, colours and widths"),
}
"""What a copy may lack of its original."""

COLUMNS: Final = {
    "number": OF_SHEETS["number"],
    "status": OF_SHEETS["status"],
    "class": OF_SHEETS["class"],
    "date": OF_SHEETS["date"],
    "problem": OF_SHEETS["problem"],
    "cells": OF_SHEETS["cells"],
    "reported": Text("现填", "Filled in now"),
    "limit": SHARED["limit"],
    "over": SHARED["over"],
    "counted": Text("一起计入的", "Counted together"),
    "advice": OF_SHEETS["advice"],
    "answer": OF_SHEETS["answer"],
}
"""The header of the list. When the copy is checked again it is known by these very titles, which
stand in `marks` as well: reading needs no texts."""

LEVELS: Final = {
    "broken": Text("需处理", "to act on"),
    "undecided": Text("待核", "to check"),
    "reminder": Text("提醒", "reminder"),
}

ANSWERS: Final = {"yes": Text("是", "yes"), "no": Text("否", "no")}
"""What stands in a cell that asks whether work was marked or posted, however it is written."""

# ---- comments ----
HEADING: Final = Text("【{what}】{whose}", "[{what}] {whose}")
OVER: Final = Text(
    "填报的作业合计{reported}，上限{limit}，超出{over}。",
    "Homework reported: {reported}, limit {limit}, {over} over.",
)
COUNTED: Final = Text("计入：本格{here}；另有{others}。", "Counted: {here} here; {others}.")
COUNTED_ALONE: Final = Text("计入：本格{here}。", "Counted: {here} here.")
TOGETHER: Final = Text("一起计入", "counted")
COUNTS: Final = Text(
    "这一项（{here}）计入合计{reported}，见{cell}的批注。",
    "{here} counts towards the {reported}: see the comment at {cell}.",
)
MAY_COUNT: Final = Text(
    "这一项（{here}）和其他作业一起算，见{cell}的批注。",
    "{here} is added to the other work: see the comment at {cell}.",
)
MORE: Final = Text("…还有{n}项", "...and {n} more")

# ---- beside the report ----
SAVED: Final = Text("已保存：{folder} 下{n}个标注稿", "Saved: marked copies in {folder}: {n}")
SAVED_WITHOUT: Final = Text(
    "标注稿没有（或没有全部）带上原文件的{things}：{files}",
    "Without {things} of the original, or some of them: {files}",
)
NONE_NEEDED: Final = Text(
    "没有标注稿：没有要在表里处理或核实的内容。",
    "No marked copies: there is nothing to act on or to check in the logs.",
)
NOT_MARKED: Final = Text("没有标注稿：{files}（{reason}）", "Not marked: {files} ({reason})")
REASONS: Final = {
    "no-log": Text("没有读到作业登记", "no log was read from it"),
    "changed": Text("检查时文件被改动了，请再检查一次", "it changed meanwhile; check again"),
    "failed": Text("文件太大或太复杂", "it is too large or too complex"),
}
STALE: Final = Text(
    "{folder} 里以前的标注稿没有更新（这次不用处理）：{files}",
    "Older copies in {folder} that were left as they are (nothing to do now): {files}",
)
MORE_FILES: Final = Text("{files}等{n}个", "{files} and {more} more")

# ---- wrong usage ----
INSIDE_SOURCE: Final = Text(
    "“{folder}”在要检查的“{source}”里，标注稿下次会被当成登记表。",
    '"{folder}" lies inside "{source}": its copies would be checked as logs.',
)
OUTSIDE: Final = Text(
    "请换成外面的文件夹。检查还没有开始。",
    "Name a folder outside of it. Nothing was checked yet.",
)
NO_COPY: Final = Text(
    "“{file}”已经有了，不是标注稿，不能写在上面。",
    '"{file}" exists and is no marked copy; it is not overwritten.',
)
NO_FOLDER: Final = Text(
    "“{folder}”里写不进标注稿：不是文件夹，或没有权限。",
    'cannot write into "{folder}": it is no folder, or access is denied.',
)
ANOTHER_FOLDER: Final = Text(
    "请换一个文件夹。检查还没有开始。", "Name another folder. Nothing was checked yet."
)
