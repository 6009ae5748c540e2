"""What a school wrote into a marked copy stands in the office's workbook when it is read again."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from made_workbooks import opened
from marked_copies import HEADERS, check, copy_of
from openpyxl import Workbook, load_workbook

from homework_check.reporters import View, render

if TYPE_CHECKING:
    from pathlib import Path

ROWS = [
    ("第一小学", "三年级", "1班", "2023-09-05", "语文", "练习册", "书面", "家庭", 70),
    ("第一小学", "三年级", "2班", "2023-09-05", "语文", "练习册", "书面", "家庭", None),
    ("第一小学", "三年级", "1班", "2023-09-06", "语文", "练习册", "书面", "家庭", 80),
    ("第一小学", "一年级", "1班", "2023-09-06", "语文", "抄写", "书面", "家庭", 10),
]


@pytest.fixture(params=["zh", "en"])
def returned(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A copy that came back: three rows of its list are answered, and a row of the log moved."""
    log = Workbook()
    for entry in (HEADERS, *ROWS):
        log.worksheets[0].append([*entry])
    path = tmp_path / "第一小学.xlsx"
    log.save(path)
    book = load_workbook(io.BytesIO(copy_of(path, request.param).content))
    listed, own = book.worksheets
    for row in range(1, listed.max_row + 1):
        if (number := listed.cell(row, 1).value) in {1, 2, 4}:
            listed.cell(row, 12).value = f"答{number}：电话13812345678"
    own.insert_rows(2)
    book.save(path)
    return path


def test_answers_stand_beside_what_they_answer(returned: Path) -> None:
    _, report = check(returned)
    content = render(report, "xlsx", "zh", View())
    assert isinstance(content, bytes)
    book = opened(content)
    told = {}
    for sheet, title in (("问题清单", "学校核对（属实／登记有误）"), ("待核", "学校说明")):
        header, *rows = book[sheet].iter_rows(values_only=True)
        for row in rows:
            of_row = dict(zip(header, row, strict=True))
            told[of_row["班级"], f"{of_row['日期']:%m-%d}"] = of_row[title]
    assert told == {
        ("一年级1班", "09-06"): "答1：电话138****5678",
        ("三年级1班", "09-05"): "答2：电话138****5678",
        ("三年级1班", "09-06"): None,
        ("三年级2班", "09-05"): "答4：电话138****5678",
    }
