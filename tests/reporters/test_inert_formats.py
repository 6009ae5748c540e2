"""Whatever a log holds, a report in any format of text only shows it."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_workbooks import cells_of, text_of
from small_logs import HEADERS, Row, judge, source

from homework_check.reporters import View, make, render
from homework_check.workbook import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

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


def check_text(text: str) -> None:
    assert not any(line.strip().startswith("::") for line in text.splitlines())


def check_markdown(text: str) -> None:
    check_text(text)
    tags = {"details", "/details", "summary", "/summary", "!--"}
    assert set(re.findall(r"(?<!\\)<([^\s>]+)", text)) <= tags
    assert not re.search(r"(?<!\\)[`\[]|@\w|://", text)


def check_csv(text: str) -> None:
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not [cell for row in rows for cell in row if re.match(r"\s*[=+@\t\r\n]", cell)]


def check_json(text: str) -> None:
    json.loads(text)
    check_text(text)


def check_junit(text: str) -> None:
    root = ET.fromstring(text.encode())  # noqa: S314 - made here
    known = {"testsuites", "testsuite", "testcase", "failure", "error", "skipped", "system-out"}
    assert {element.tag for element in root.iter()} <= known
    check_text(text)


def check_sarif(text: str) -> None:
    check_json(text)
    (run,) = json.loads(text)["runs"]
    assert not any("](" in result["message"]["text"] for result in run["results"])


def check_github(text: str) -> None:
    for line in text.splitlines():
        match = re.fullmatch(r"::(error|warning|notice) ([^:]+)::(.*)", line)
        assert match
        assert {p.partition("=")[0] for p in match[2].split(",")} <= {"file", "title"}
        assert not re.search("%(?!25)", match[3])


CHECKS: dict[str, Callable[[str], None]] = {
    "text": check_text,
    "json": check_json,
    "csv": check_csv,
    "markdown": check_markdown,
    "junit": check_junit,
    "sarif": check_sarif,
    "github": check_github,
}


def check_workbook(report: Report, lang: Lang) -> None:
    data = make(report, "xlsx", lang, View(verbose=True))
    assert isinstance(data, bytes)
    assert {cell.data_type for cell in cells_of(data)} <= {"s", "n", "d"}
    text = text_of(data)
    unseen = {c for c in text if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"}}
    assert unseen <= {"\n"}
    assert TEACHER not in text
    assert TELEPHONE not in text


def check_all(report: Report) -> None:
    for format_name, check in CHECKS.items():
        for lang in LANGS:
            text = render(report, format_name, lang, View(verbose=True))
            shown = text.removeprefix("\ufeff").replace(
                "\r\n", "\n" if format_name == "csv" else ""
            )
            unseen = {c for c in shown if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"}}
            assert unseen <= {"\n"}, format_name
            assert TEACHER not in text
            assert "##[" not in text
            check(text)


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_attack_gets_through(attack: str) -> None:
    report = hostile(attack)
    assert len(report.findings) > 3
    check_all(report)
    for lang in LANGS:
        check_workbook(report, lang)


@pytest.mark.parametrize("format_name", CHECKS)
def test_telephone_numbers_lose_their_middle(format_name: str) -> None:
    shown = render(hostile(f"打{TELEPHONE}"), format_name, "zh", View(verbose=True))
    assert TELEPHONE not in shown
    assert "138****5678" in shown.replace("\\*", "*")


@given(st.text(st.one_of(st.characters(), st.sampled_from("=+-@#:/%,\n\r\x1b`|<>[](){}\\\u202e"))))
@settings(max_examples=40, deadline=None)
def test_nor_does_any_other_text(text: str) -> None:
    report = hostile(text)
    check_all(report)
    check_workbook(report, "zh")
