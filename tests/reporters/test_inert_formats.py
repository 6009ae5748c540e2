"""Whatever a log holds, a report in any format only shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from inert_checks import CHECKS, check_characters, check_workbook
from made_workbooks import text_of
from rendered import as_text
from small_logs import HEADERS, Row, judge, source

from homework_check.reporters import View, render
from homework_check.workbook import Sheet

if TYPE_CHECKING:
    from homework_check.report import Report
    from homework_check.text import Lang
    from homework_check.workbook import CellValue

TELEPHONE, TEACHER = "13812345678", "王小明"
ATTACKS = (
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
    "[/red][link=file:///etc/passwd]",
    "\x1b]0;pwn\x07\x1b[2J",
    "\u202egnp.exe",
    "x\r\n::error file=a,line=1::pwn",
    "::error::pwn",
    "##[error]pwn",
    "@octocat [x](http://evil.cn) `|`",
    "]]>&amp;--><!--",
    "{0} %0A::error::",
    "\ufffe\udc80",
    f"打{TELEPHONE}",
)
LANGS: tuple[Lang, ...] = ("zh", "en")
COLUMNS = ("school", "grade", "cls", "day", "subject", "content", "form", "place", "minutes")


def hostile(attack: str) -> Report:
    """What becomes of a log with `attack` in its cells, its sheet's name and its path."""
    rows = [
        Row(content=f"抄写{attack}", minutes=50),
        Row(subject=attack, minutes=30),
        Row(minutes=attack, cls="1班"),
        Row(form=attack, cls="1班", day="2023-09-06"),
        Row(cls=attack, minutes=90),
        Row(day=attack),
        Row(school=attack, minutes=90),
    ]
    cells: list[list[CellValue]] = [
        [*(getattr(row, column) for column in COLUMNS), TEACHER] for row in rows
    ]
    header: list[CellValue] = [*(HEADERS[column] for column in COLUMNS), "任课教师"]
    # A telephone number in a name of a file or sheet is part of an address, which is shown.
    place = attack.replace(TELEPHONE, "")
    sheet = Sheet(place, [header, *cells])
    return judge(source(sheet, path=f"{place}.xlsx"), source(Sheet("x", []), path=f"y{place}.csv"))


def check_all(report: Report, langs: tuple[Lang, ...] = LANGS) -> None:
    for format_name, check in CHECKS.items():
        for lang in langs:
            text = as_text(report, format_name, lang, View(verbose=True))
            check_characters(text, endings="\r\n" if format_name == "csv" else "\n")
            assert TEACHER not in text
            check(text)


def check_as_workbook(report: Report, lang: Lang) -> None:
    data = render(report, "xlsx", lang, View(verbose=True))
    assert isinstance(data, bytes)
    check_workbook(data)
    text = text_of(data)
    assert TEACHER not in text
    assert TELEPHONE not in text


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_attack_gets_through(attack: str) -> None:
    report = hostile(attack)
    assert len(report.findings) > 3
    check_all(report)
    for lang in LANGS:
        check_as_workbook(report, lang)


@pytest.mark.parametrize("format_name", CHECKS)
def test_telephone_numbers_lose_their_middle(format_name: str) -> None:
    shown = as_text(hostile(f"打{TELEPHONE}"), format_name, "zh", View(verbose=True))
    assert TELEPHONE not in shown
    assert "138****5678" in shown.replace("\\*", "*")


@given(st.text(st.one_of(st.characters(), st.sampled_from("=+-@#:/%,\n\r\x1b`|<>[](){}\\\u202e"))))
@example("+0")
@settings(max_examples=15)
def test_nor_does_any_other_text(text: str) -> None:
    report = hostile(text)
    check_all(report, ("zh",))
    check_as_workbook(report, "zh")
