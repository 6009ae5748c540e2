"""Hostile names and cells of real workbooks, from the command line to every report."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import pytest
from inert_checks import CHECKS, check_characters, check_text, check_workbook
from made_workbooks import raw_workbook, text_of
from openpyxl.utils import get_column_letter

if TYPE_CHECKING:
    from pathlib import Path

    from processes import Program

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="names that Windows refuses")

TEACHER, TELEPHONE = "王小明", "13812345678"
ATTACKS = (
    "=cmd|' /C calc'!A0",
    "+HYPERLINK(\"http://evil.cn\")",
    "<script>alert(1)</script>",
    "\" onload=\"alert(1)",
    "[/red][link=file:///etc/passwd]",
    "\x1b]0;pwn\x07\x1b[2J\x9b31m",
    "\u202egnp.exe\u2028\u200b",
    "x\r\n::error file=a,line=1::pwn",
    "::error::pwn",
    "##[error]pwn",
    "@octocat [x](http://evil.cn) `|`",
    "]]>&amp;--><!--",
    "{0} %0A::error::",
)  # fmt: skip
USUAL = {
    "学校": "第一小学", "年级": "三年级", "班级": "2班", "日期": "2023-09-05", "学科": "语文",
    "作业内容": "抄写生字", "作业形式": "书面", "完成地点": "家庭", "时长": "50", "教师": TEACHER,
}  # fmt: skip
FORMATS = {
    "json": "json", "csv": "csv", "md": "markdown", "html": "html", "xml": "junit",
    "sarif": "sarif", "txt": "text",
}  # fmt: skip


def encoded(text: str) -> str:
    """Text as a workbook holds it: what XML cannot have by its number. Source: ST_Xstring."""
    return "".join(c if c >= " " else f"_x{ord(c):04X}_" for c in text)


def workbook(title: str, rows: list[tuple[str, ...]]) -> bytes:
    return raw_workbook(
        "".join(
            f'<row r="{number}">{"".join(cell(number, *pair) for pair in enumerate(row, 1))}</row>'
            for number, row in enumerate(rows, 1)
        ),
        encoded(title),
    )


def cell(row: int, column: int, text: str) -> str:
    shown = escape(encoded(text))
    place = f"{get_column_letter(column)}{row}"
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{shown}</t></is></c>'


def row(**changed: str) -> tuple[str, ...]:
    return tuple((USUAL | changed).values())


def hostile(attack: str) -> bytes:
    """A log with `attack` in every field, its title and the name of its sheet."""
    return workbook(attack, [
        (f"第2周作业{attack}",), (f"班主任：{TEACHER}　电话：{TELEPHONE}",), tuple(USUAL),
        row(作业内容=f"抄写{attack}打{TELEPHONE}"), row(学科=attack), row(时长=attack),
        row(班级="1班", 作业形式=attack), row(班级=attack, 时长="90"),
        row(班级="3班", 日期=attack), row(年级=attack), row(班级="3班", 完成地点=attack),
        row(学校=attack, 时长="90"), row(学校=attack, 学科=f"打{TELEPHONE}"),
        row(班级=f"打{TELEPHONE}", 时长="90"), (f"填表人：{TEACHER}　{TELEPHONE}",),
    ])  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of hostile workbooks with the same in their own names, and one of no log."""
    place = tmp_path / "报\x1b[2J\n::error::送"
    place.mkdir()
    for number, attack in enumerate(ATTACKS):
        name = attack.replace("/", "／")
        (place / f"{name}.xlsx").write_bytes(hostile(attack))
        (place / f"~${name}.xlsx").write_bytes(b"")
        (place / f"{number}{name}.csv").write_bytes(b"\0\1\2")
    (place / os.fsdecode(b"\x80\xff.xlsx")).write_bytes(hostile("\U000e0041\ufeff"))
    return place


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_hostile_text_passes_through_every_format_inert(
    tmp_path: Path, folder: Path, process: Program, lang: str
) -> None:
    outputs = [word for ending in (*FORMATS, "xlsx") for word in ("-o", f"out/r.{ending}")]
    done = process("check", folder.name, "-v", "--format", "github", *outputs,
                   HOMEWORK_CHECK_LANG=lang)  # fmt: skip
    assert done.returncode == 1, done.stderr
    CHECKS["github"](done.stdout)
    check_text(done.stderr)
    told = {"github": done.stdout, "standard error": done.stderr}
    for ending, format_name in FORMATS.items():
        text = (tmp_path / "out" / f"r.{ending}").read_bytes().decode("utf-8-sig")
        CHECKS[format_name](text)
        told[format_name] = text
    book = (tmp_path / "out" / "r.xlsx").read_bytes()
    check_workbook(book)
    told["xlsx"] = text_of(book)
    for format_name, text in told.items():
        check_characters(text, endings="\r\n" if format_name == "csv" else "\n")
        assert TEACHER not in text, format_name
        assert TELEPHONE not in text, format_name
        assert "octocat" in text, "what is hostile is shown all the same"


def test_nor_does_it_get_through_other_commands(
    tmp_path: Path, folder: Path, program: Program
) -> None:
    name = next(path.name for path in folder.iterdir() if "\x1b" in path.name)
    inspected = program("inspect", f"{folder.name}/{name}")
    program("check", folder.name, "-q", "-o", "r.json")
    merged = program("merge", "r.json", "-v")
    refused = program("merge", "r.json", "r.json")
    assert [done.returncode for done in (inspected, merged, refused)] == [0, 1, 2]
    for done in (inspected, merged, refused):
        for text in (done.stdout, done.stderr):
            check_text(text)
            check_characters(text)
            assert TEACHER not in text
            assert TELEPHONE not in text
    assert (tmp_path / "r.json").exists()
