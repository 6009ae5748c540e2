"""The words of ``homework-check inspect``."""

from __future__ import annotations

from homework_check.messages.inert import quote
from homework_check.text import Text

TITLE = Text("{file}  {format}，{sheets}", "{file}  {format}, {sheets}")
ALIKE = Text(
    "读法相同的还有{sources}（加 -v 逐个列出）", "Read alike: {sources} more (-v shows each)"
)
ENCODING = Text("{format}，编码{encoding}", "{format}, {encoding}")
SHEET = Text("工作表{n}“{sheet}”", 'Sheet {n} "{sheet}"')
NO_TITLE = Text("内容", "Content")
HIDDEN = Text("（隐藏，照常计入）", " (hidden, counted like any other)")
READ = Text("  已读取：{layout}，{header}，{entries}", "  read: {layout}, {header}, {entries}")
HEADER_ROW = Text("表头在第{first}行", "header row {first}")
HEADER_ROWS = Text("表头在第{first}至{last}行", "header rows {first}-{last}")
STATUS = {
    "no-log": Text("  没有作业登记，未读取", "  no homework log, not read"),
    "bare-weekdays": Text(
        "  没有作业登记，未读取；一、二、三若是星期，请写成周一、周二、周三",
        "  no homework log, not read; if 一, 二, 三 are weekdays, write 周一, 周二, 周三",
    ),
    "empty": Text("  空表", "  empty"),
    "own-list": Text("  标注稿里的清单，跳过", "  the list of a marked copy, passed over"),
    "pupil-records": Text(
        "  学生个人记录，不是班级作业登记，未读取",
        "  pupils' records, not a class's log: not read",
    ),
}
LAYOUTS = {
    "list": Text("清单（一行一项作业）", "list (one entry a row)"),
    "week-matrix": Text("周表（学科和日期各占一边）", "week table (subjects by days)"),
    "class-matrix": Text("班级表（班级占一边）", "class table (classes along one side)"),
}

COLUMNS = {
    "letter": Text("列", "Col"),
    "row": Text("行", "Row"),
    "header": Text("表头", "Header"),
    "field": Text("读作", "Read as"),
    "evidence": Text("根据", "Because"),
}
NOT_USED = Text("没有采用", "not used")
NOT_READ = Text("不读取", "left out")
PERSONAL = frozenset({"person", "pupil"})
"""Evidence for columns that are not even looked into."""

COUNTS = {
    "read": Text("读懂{n}格", "{n} understood"),
    "written": Text("书面{n}格", "{n} written"),
    "other": Text("非书面{n}格", "{n} not written"),
    "home": Text("在家{n}格", "{n} at home"),
    "school": Text("在校{n}格", "{n} in school"),
    "lesson": Text("课堂{n}格", "{n} in lessons"),
    "none": Text("写“无”{n}格", "{n} say none"),
    "unknown": Text("不在词表{n}格", "{n} not in the list"),
    "unread": Text("没看懂{n}格", "{n} not understood"),
    "blank": Text("空着{n}格", "{n} blank"),
}
OTHER_COUNT = Text("{name}{n}格", "{n} {name}")

EVIDENCE = {
    "configuration": Text("按配置文件", "the configuration says so"),
    "person": Text("姓名不进入报告", "names never enter a report"),
    "pupil": Text("学生姓名不进入报告", "pupils' names never enter a report"),
    "timestamps": Text("是时间或日期，不是时长", "times or dates, no durations"),
    "clock": Text("都是钟点，不是时长", "clock times, no durations"),
    "total": Text("合计，只用来核对", "totals, used for comparison only"),
    "ticks": Text("打勾，与第一个打勾的列合看", "ticks, read with the first column of ticks"),
    "day-part": Text("日期的一部分，与日期合看", "part of the date, read with it"),
    "ambiguous": Text("有几列都可能是，没有采用", "several columns could be it; none was used"),
    "note": Text("备注，不作判断", "remarks, not judged"),
    "remarks": Text(
        "备注，只看地点、形式、时长、有没有取消", "remarks: place, form, time, withdrawn or not"
    ),
    "minutes-beside": Text(
        "表头没看懂，只看写明的时长", "header not understood; minutes looked at"
    ),
    "unused": Text("没有可判断的内容", "nothing to judge"),
}

HEADINGS = {
    "elsewhere": Text("从别处得到的", "Taken from elsewhere"),
    "left-out": Text("没有计入的行", "Rows left out"),
    "left-out-columns": Text("没有计入的列", "Columns left out"),
    "unread": Text("没看懂的格", "Cells not understood"),
    "entries": Text("前{n}条作业", "First entries: {n}"),
    "all-entries": Text("全部{n}条作业", "All entries: {n}"),
}
WHERE = {
    "title": Text("标题{cell}", "title {cell}"),
    "note": Text("说明{cell}", "note {cell}"),
    "header": Text("表头{cell}", "header {cell}"),
    "sheet": Text("工作表名", "the sheet's name"),
    "beside": Text("工作表“{cell}”", 'sheet "{cell}"'),
    "file": Text("文件名", "the file's name"),
    "folder": Text("文件夹“{cell}”", 'folder "{cell}"'),
    "period": Text("应报时段", "the period due"),
    "assume": Text("假定（--assume 或规则包）", "assumed (--assume or the rule pack)"),
}
_SAYING = {
    "folder": Text("文件夹名", "the folder's name"),
    "cell": Text("单元格", "the cell"),
}
"""Where something is stated, in a sentence that says what."""

NOWHERE = Text("没有写", "not given")
BLANK = Text("空", "blank")
UNKNOWN = Text("没看懂", "not understood")
NO_HOMEWORK = Text("没有作业", "no homework")
NOT_REPORTED = Text("未填报", "not reported")
AND_MORE = Text("还有{n}格，加 -v 全部列出。", "{n} more; -v lists all.")
ROW = Text("第{row}行", "row {row}")
ROWS = Text("{first}至{last}", "{first}-{last}")
WRONG = Text(
    "读得不对？请改表头或标题的写法再看一次；也可以用 --encoding、--school-system、--assume 说明。",
    "Read wrongly? Change the header or title and look again, or say it with --encoding, "
    "--school-system or --assume.",
)


def stated_at(where: str) -> Text | str:
    """Where something is stated, in a sentence that quotes it, so that a folder has no name."""
    kind, _, what = where.partition(" ")
    if kind == "beside":
        return quote(what)
    words = _SAYING.get(kind) or WHERE.get(kind)
    return words.format(cell=quote(what)) if words else quote(where)
