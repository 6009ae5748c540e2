"""The list of a marked copy is passed over, and nothing else is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, get_args

import pytest
from small_logs import Row, judge, sheet, source

from homework_check.messages.marked import COLUMNS, SHEET
from homework_check.model import Verdict
from homework_check.normalise import normalise
from homework_check.normalise.own_list import is_own_list
from homework_check.settings import Settings
from homework_check.text import Lang
from homework_check.workbook import Sheet, Source, Workbook

if TYPE_CHECKING:
    from homework_check.workbook import CellValue

ABOVE: list[CellValue] = ["这是标注稿", *[""] * (len(COLUMNS) - 1)]
ANSWER: list[CellValue] = [
    1, "需处理", "三年级2班", date(2023, 9, 5), "超时", "I3", "75分钟", "60分钟", "15分钟",
    "", "", "",
]  # fmt: skip


def header(lang: Lang) -> list[CellValue]:
    return [title[lang] for title in COLUMNS.values()]


def a_list(lang: Lang = "zh", name: str | None = None) -> Sheet:
    return Sheet(name or SHEET[lang], [ABOVE, header(lang), ANSWER])


@pytest.mark.parametrize("lang", get_args(Lang))
@pytest.mark.parametrize("name", ["需要处理", "To act on", "另一个名字"])
def test_it_is_known_in_any_language_and_by_any_name(lang: Lang, name: str) -> None:
    log = normalise(source(a_list(lang, name), sheet([Row()])), Settings())
    assert [(one.status, one.reason) for one in log.sheets] == [
        ("no-log", "own-list"), ("read", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        [header("zh")[:-1], ANSWER[:-1]],
        [[*header("zh"), "备注"], [*ANSWER, ""]],
        [["需要处理"], [""]],
    ],
)
def test_another_header_is_another_table(rows: list[list[CellValue]]) -> None:
    assert not is_own_list(Sheet("需要处理", rows))


def test_it_stands_where_it_stands_and_may_have_moved() -> None:
    shifted = [["", *row] for row in [ABOVE, header("zh"), ANSWER]]
    log = normalise(source(sheet([Row()]), Sheet("Sheet2", shifted)), Settings())
    assert [one.reason for one in log.sheets] == [None, "own-list"]


def test_it_changes_nothing_of_how_the_others_are_read() -> None:
    # A school that one sheet alone names holds for its workbook, if that has several.
    columns = ("grade", "cls", "day", "subject", "content", "form", "place", "minutes")
    one = sheet([Row()], columns=columns)
    alone, beside = (judge(source(*sheets)) for sheets in ([one], [a_list(), one]))
    assert beside.schools == alone.schools
    assert beside.findings == alone.findings


def test_alone_it_is_nothing_to_judge() -> None:
    report = judge(Source("log.xlsx", Workbook("xlsx", (a_list(),))))
    assert report.verdict is Verdict.UNDECIDED
    (finding,) = report.findings
    assert (finding.rule, finding.cause) == ("no-log-found", "no-log-found.empty")
