"""What is said of JSON reports that are read again and cannot be used."""

from __future__ import annotations

from typing import Final

from homework_check.text import Text

NO_REPORT: Final = Text(
    "“{file}”不是check存成的JSON报告（{where}）。",
    '"{file}" is no JSON report of check ({where}).',
)
NO_REPORT_HINT: Final = Text(
    "请这样生成：homework-check check 报送 -o 报告.json",
    "Make one so: homework-check check FOLDER -o report.json",
)
LATER: Final = Text(
    "“{file}”是更高版本的程序存的（schema_version {number}）。",
    '"{file}" was saved by a later version (schema_version {number}).',
)
LATER_HINT: Final = Text(
    "请更新本程序，或用本程序重新检查。", "Update this program, or check again with this one."
)
NOT_READ: Final = Text("“{file}”打不开（{reason}）。", 'cannot read "{file}" ({reason}).')
NOT_READ_HINT: Final = Text(
    "请核对文件名和所在的文件夹。", "Check the name and the folder it is in."
)
IS_MERGED: Final = Text("“{file}”本身就是合并的结果。", '"{file}" is itself merged.')
AGREED: Final = {
    "pack": Text("规则包", "rule packs"),
    "version": Text("程序版本", "versions of the program"),
    "rules": Text("规则", "rules"),
    "ignored": Text("不查的规则", "ignored rules"),
    "meets": Text("学校达标的标准", "standards for schools (meets)"),
}
"""What has to agree in two reports."""
