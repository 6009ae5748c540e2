from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

if TYPE_CHECKING:
    from pathlib import Path

    from processes import Program

RULE_FILE = """\
id = "county"
extends = "guigang-2023"
title = "本县规定"
authority = "本县教育局"
version = "2.0"

[[rules]]
id = "upper-primary-daily-minutes"
at_most = 45
"""


def test_a_form_is_saved_and_can_be_opened(program: Program, tmp_path: Path) -> None:
    done = program("template", "-o", "新/作业登记表.xlsx")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "已保存：新/作业登记表.xlsx\n")
    sheets = load_workbook(tmp_path / "新" / "作业登记表.xlsx").sheetnames
    assert sheets == ["作业登记", "填写说明"]
    assert program("inspect", "新/作业登记表.xlsx").returncode == 0


def test_rules_school_system_and_language(program: Program, tmp_path: Path) -> None:
    (tmp_path / "本县.toml").write_text(RULE_FILE, "utf-8")
    options = ("--rules", "本县.toml", "--school-system", "五四制", "--lang", "en")
    assert program("template", "-o", "log.xlsx", *options).returncode == 0
    guide = load_workbook(tmp_path / "log.xlsx").worksheets[1]
    assert "Grades 3-5: written homework, at most 45 min a day" in str(guide["A4"].value)
    assert guide["A8"].value == "Made from rule pack county (2.0), school system 5-4; form 1."


def test_the_same_form_every_time(process: Program, tmp_path: Path) -> None:
    for name, seed in (("a.xlsx", "1"), ("b.xlsx", "2")):
        process("template", "-o", name, PYTHONHASHSEED=seed)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_what_exists_may_be_filled_in_and_is_never_overwritten(
    program: Program, tmp_path: Path
) -> None:
    (tmp_path / "第2周.xlsx").write_bytes(b"filled in")
    done = program("template", "-o", "第2周.xlsx")
    assert done.returncode == 2
    assert done.stderr == (
        "错误：“第2周.xlsx”已经存在，里面可能有登记，没有改动。\n请换一个文件名。\n"
    )
    assert (tmp_path / "第2周.xlsx").read_bytes() == b"filled in"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "没有写要存成哪个文件。\n例如：homework-check template -o 作业登记表.xlsx\n"),
        (["-o", "表.xls"], "看不出“表.xls”要存成什么格式。\n可用：.xlsx\n"),
        (["-o", "-"], "看不出“-”要存成什么格式。\n可用：.xlsx\n"),
        (["-o"], "-o后面要写内容。\n看说明：homework-check template --help\n"),
        (["-o", "a.xlsx", "b"], "多写了“b”。\n看说明：homework-check template --help\n"),
        (
            ["-o", "a.xlsx", "--school-system", "7-2"],
            "--school-system不认识“7-2”。\n可用：6-3 5-4 5-4-preparatory\n",
        ),
    ],
)
def test_wrong_usage_writes_nothing(
    program: Program, tmp_path: Path, arguments: list[str], told: str
) -> None:
    done = program("template", *arguments)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"错误：{told}")
    assert list(tmp_path.iterdir()) == []
