"""What is wrong with a TOML file, whatever it is for."""

from __future__ import annotations

from typing import Final

from homework_check.text import Text

IS: Final = Text("，写的是“{value}”", ', is "{value}"')

NOT_OPENED: Final = Text("打不开（{reason}）", "cannot be opened ({reason})")
TOO_LARGE: Final = Text(
    "超过{limit}字节，不是手写的文件", "larger than {limit} bytes, no file written by hand"
)
NOT_UTF8: Final = Text(
    "第{line}行不是UTF-8编码，请另存为UTF-8", "line {line}: not UTF-8; save the file as UTF-8"
)
SYNTAX: Final = Text("第{line}行不合TOML语法：{reason}", "line {line}: not valid TOML: {reason}")
UNQUOTED: Final = Text(
    '第{line}行：中文要写在英文双引号里（"预习"），其余用英文标点',
    'line {line}: put Chinese into plain double quotes ("预习"), use ASCII outside them',
)
NO_TOML: Final = Text("不合TOML语法：{reason}", "not valid TOML: {reason}")
TOO_DEEP: Final = Text("括号嵌套太深", "brackets are nested too deeply")

FAULTS: Final[dict[str, Text]] = {
    "missing": Text("缺少这一项", "is missing"),
    "extra_forbidden": Text("不认识这一项", "unknown key"),
    "one_of": Text("应为{known}之一", "must be one of {known}"),
    "string_type": Text("应为文字", "must be text"),
    "string_too_short": Text("不能是空的", "must not be empty"),
    "string_too_long": Text("最多{max_length}个字", "must have at most {max_length} characters"),
    "bool_type": Text("应为true或false", "must be true or false"),
    "date_type": Text(
        "应为不带引号的日期，如2021-07-24", "must be a date without quotes: 2021-07-24"
    ),
    "list": Text("应为方括号中的一列值", "must be a list in square brackets"),
    "table": Text("应为一组“项 = 值”", "must be a table of keys and values"),
    "too_short": Text("不能是空的", "must not be empty"),
    "other": Text("不能用这个值（{reason}）", "cannot be used ({reason})"),
}
"""What is wrong with one value, by the ids of pydantic's errors, families of them, and our own."""
