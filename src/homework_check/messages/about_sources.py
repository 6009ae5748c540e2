"""Findings about whole sources and tables: rule id -> case -> wording."""

from __future__ import annotations

from homework_check.messages.wording import Wording, wording
from homework_check.text import Text

FILE_TYPES: dict[str, Text] = {
    "PDF": Text("PDF", "a PDF"),
    "Word": Text("Word", "a Word document"),
    "PowerPoint": Text("PowerPoint", "a presentation"),
    "OpenDocument": Text("OpenDocument", "an OpenDocument text"),
    "rar压缩包": Text("rar压缩包", "a rar archive"),
    "7z压缩包": Text("7z压缩包", "a 7z archive"),
    "gz压缩包": Text("gz压缩包", "a gz archive"),
    "zip压缩包": Text("zip压缩包", "a zip archive"),
    "图片": Text("图片", "a picture"),
    "WPS表格（et）": Text("WPS表格（et）", "a WPS table (et)"),
    "网页表格（MHTML）": Text("网页表格（MHTML）", "a web archive (MHTML)"),
    "没有表格的网页（HTML）": Text("没有表格的网页（HTML）", "a web page without a table"),
}
"""What readers call files that are no tables."""

CASES_OF_TYPES: dict[str, str] = {
    **dict.fromkeys(("rar压缩包", "7z压缩包", "gz压缩包", "zip压缩包"), "archive"),
    **dict.fromkeys(("WPS表格（et）", "网页表格（MHTML）"), "other-format"),
    "没有表格的网页（HTML）": "page",
}
"""The wording for those of them that are worth other advice than a document or a picture."""

ABOUT_SOURCES: dict[str, dict[str, Wording]] = {
    "unreadable-source": {
        "password": wording(
            "{file}有密码，打不开。",
            "请取消密码，另存为xlsx后重报。",
            "{file} is password-protected.",
            "Save it without a password as xlsx and send it again.",
        ),
        "damaged": wording(
            "{file}不完整或已损坏，打不开。",
            "请在Excel或WPS中打开确认，另存为xlsx后重报。",
            "{file} is incomplete or damaged.",
            "Open it in Excel or WPS, save as xlsx, send again.",
        ),
        "damaged-archive": wording(
            "{file}不完整或已损坏，打不开。",
            "请重新压缩后重报，或直接报送里面的登记表。",
            "{file} is incomplete or damaged.",
            "Pack it again, or send the logs themselves.",
        ),
        "no-table": wording(
            "{file}是{type}，不能当表格读。",
            "不能检查{type}，请改填登记表后重报。",
            "{file} is {type} and cannot be read as a table.",
            "It has to be a table, not {type}: fill in a log and send that.",
        ),
        "archive": wording(
            "{file}是{type}，没有读到里面的登记表。",
            "请解压后再检查；里面没有登记表的，请补报。",
            "{file} is {type}; no log in it was read.",
            "Unpack it and check what is inside; if there is no log, ask for it.",
        ),
        "empty-archive": wording(
            "{file}是空的压缩包，里面没有文件。",
            "请把登记表压缩进去再报，或直接报送登记表。",
            "{file} is an archive without any file.",
            "Pack the logs into it, or send the logs themselves.",
        ),
        "page": wording(
            "{file}是{type}，不能当表格读。",
            "可能没有导出成功（例如要先登录）。请重新导出表格后重报。",
            "{file} is {type} and cannot be read.",
            "The export may have failed (a login page?). Export the table again and send it.",
        ),
        "other-format": wording(
            "{file}是{type}，不能当表格读。",
            "请在WPS或Excel中打开，另存为xlsx后重报。",
            "{file} is {type} and cannot be read as a table.",
            "Open it in WPS or Excel, save it as xlsx and send it again.",
        ),
        "too-large": wording(
            "{file}太大，没有读取，没有判断。",
            "请另存为新的xlsx（只留作业登记）后重报。",
            "{file} is too large: not read, not judged.",
            "Save the log alone as a new xlsx and send it again.",
        ),
        "too-slow": wording(
            "{file}读取时间太长，已停止，没有判断。",
            "请另存为新的xlsx（只留作业登记）后重报。",
            "{file} took too long to read: stopped, not judged.",
            "Save the log alone as a new xlsx and send it again.",
        ),
        "out-of-memory": wording(
            "{file}读取时占用内存太多，已停止，没有判断。",
            "请另存为新的xlsx（只留作业登记）后重报。",
            "{file} needs too much memory: stopped, not judged.",
            "Save the log alone as a new xlsx and send it again.",
        ),
        "crashed": wording(
            "{file}使读取程序中断，没有判断；其他文件不受影响。",
            "请另存为新的xlsx（只留作业登记）后重报。",
            "{file} broke the reader and was not judged; other files are not affected.",
            "Save the log alone as a new xlsx and send it again.",
        ),
        "killed": wording(
            "{file}读取时被系统或其他程序中止，没有判断。",
            "请关闭其他程序后再检查一次；仍不行，请另存为新的xlsx后重报。",
            "{file}: the system or another program stopped the reading; not judged.",
            "Close other programs and check again; else save it as a new xlsx.",
        ),
        "fault": wording(
            "{file}没有读成，是程序出错，不是文件有问题（{fault}）。",
            "请把这一行和文件的表头发给维护人员。",
            "{file} was not read: a fault of the program, not of the file ({fault}).",
            "Send this line and the headers of the file to the maintainers.",
        ),
        "in-use": wording(
            "{file}正被其他程序打开，或没有权限。",
            "请关闭Excel或WPS后再试。",
            "{file} is open elsewhere, or access is denied.",
            "Close Excel or WPS and try again.",
        ),
        "encoding": wording(
            "{file}第{row}行的文字编码认不出（“{near}”附近）。",
            "请另存为xlsx，或用 --encoding 指明编码。",
            '{file}, row {row}: unknown text encoding (near "{near}").',
            "Save as xlsx, or name the encoding with --encoding.",
        ),
        "empty": wording(
            "{file}是空文件。",
            "请检查是否保存完整，重报。",
            "{file} is an empty file.",
            "Check that it was saved completely and send it again.",
        ),
        "not-a-file": wording(
            "{file}不是普通文件，没有读取。",
            "请换成登记表文件。",
            "{file} is no ordinary file and was not read.",
            "Use the file of the log instead.",
        ),
    },
    "no-log-found": {
        "": wording(
            "{file}里没有找到作业登记表，没有判断。见到的表头：{headers}。",
            "选错文件请更换；否则看看怎样读的：homework-check inspect {argument}",
            "No homework log in {file}; nothing judged. Headers seen: {headers}.",
            "Pick the right file, or see how it was read: homework-check inspect {argument}",
        ),
        "pupil-records": wording(
            "{file}有“{header}”一列，是学生个人记录，不是班级作业登记，没有判断。",
            "请报送按班级填写的登记表，不要带学生姓名。",
            "{file} has a column \"{header}\": pupils' records, not a class's log; nothing judged.",
            "Send a log by class, without pupils' names.",
        ),
        "bare-weekdays": wording(
            "{file}里没有找到作业登记表，没有判断。表头的一、二、三看不出是不是星期。",
            "是星期的请写成周一、周二、周三，或写上日期，再检查。",
            "No homework log in {file}; nothing judged. Nothing says that 一, 二, 三 are weekdays.",
            "If they are, write 周一, 周二, 周三 or the dates, and check again.",
        ),
        "not-filled": wording(
            "{file}是作业登记表，但一条作业也没有填。",
            "请填写后再检查。",
            "{file} is a homework log without any entry.",
            "Fill it in and check again.",
        ),
        "empty": wording(
            "{file}里都是空表，没有判断。",
            "请填写后再检查；选错文件请更换。",
            "{file} has only empty sheets; nothing judged.",
            "Fill it in, or pick the right file.",
        ),
    },
    "missing-field": {
        "": wording(
            "表“{sheet}”没有“{field}”一列（表头在第{row}行），{n}个班日因此待核。",
            "请加一列“{field}”；已有这一列、只是叫法不同的，请把表头改成“{field}”。",
            'Sheet "{sheet}" has no column for {field} (header row {row}); '
            "class-days undecided: {n}.",
            "Add the column; if it only has another name, rename its header.",
        ),
        "homeless": wording(
            "表“{sheet}”没有“{field}”（表头在第{row}行），{n}条作业没有归入班日，没有判断。",
            "请加一列“{field}”，或在标题、工作表名写明。",
            'Sheet "{sheet}" states no {field} (header row {row}); entries on no class-day: {n}.',
            "Add the column, or put it into the title or the sheet's name.",
        ),
        "year": wording(
            "表“{sheet}”的日期没有写年份，{n}条作业没有归入班日，没有判断。",
            "请在标题写明年份，如2023年9月4日，或加 --assume year=2023",
            'The date of sheet "{sheet}" has no year; entries on no class-day: {n}.',
            "Put the year into the title, as in 2023-9-4, or add --assume year=2023",
        ),
    },
    "ambiguous-column": {
        "": wording(
            "表“{sheet}”有{n}列都可能是{field}（{headers}），没有采用，相关班日待核。",
            "请把要用的一列的表头写成“{field}”，其他列改成不像{field}的名称，如“参考”。",
            'Sheet "{sheet}" has {n} columns that could be {field} ({headers}); none was used.',
            "Call the one to use {field}, and the others something else, such as 参考.",
        ),
    },
    "context-mismatch": {
        "class": wording(
            "{where1}写{value1}，{where2}写{value2}，看不出是哪个班。",
            "请改成一致，再检查。",
            "{where1} says {value1}, {where2} says {value2}: which class is it?",
            "Make them agree and check again.",
        ),
        "unit": wording(
            "{where1}写{value1}，{where2}写{value2}，看不出时长是分钟还是小时。",
            "请改成一致，再检查。",
            "{where1} says {value1}, {where2} says {value2}: minutes or hours?",
            "Make them agree and check again.",
        ),
        "other": wording(
            "{where1}写{value1}，{where2}写{value2}；按{where1}判断。",
            "请核对，改正写错的一处。",
            "{where1} says {value1}, {where2} says {value2}; {where1} was used.",
            "Check and correct the wrong one.",
        ),
        "rows": wording(
            "{where1}写{value1}，{where2}写{value2}；按表中各行写的判断。",
            "请核对，改正写错的一处。",
            "{where1} says {value1}, {where2} says {value2}; what the rows say was used.",
            "Check and correct the wrong one.",
        ),
        "schools": wording(
            "“{value1}”（{file1}）和“{value2}”（{file2}）名称相近，没有合并，各算一所学校。",
            "是同一所学校的，请统一名称再检查。",
            '"{value1}" ({file1}) and "{value2}" ({file2}) have similar names; they count as two '
            "schools.",
            "If they are one school, use one name and check again.",
        ),
        "days": wording(
            "{where1}写的是{from1}至{to1}，表中的日期却是{from2}至{to2}；按表中的日期判断。",
            "请核对，改正写错的一处。",
            "{where1} says {from1} to {to1}, the dates in the table are {from2} to {to2}; those "
            "were used.",
            "Check and correct the wrong one.",
        ),
    },
    "duplicate-source": {
        "": wording(
            "{file}与{file2}完全相同，只算一份。",
            "可删去一份。",
            "{file} is identical to {file2}; counted once.",
            "One of them can be deleted.",
        ),
    },
}
