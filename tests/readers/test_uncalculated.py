"""Errors and open formulas of xlsx, as any writer may have put them."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook as NewWorkbook

from homework_check.readers import read
from homework_check.readers.sources import SourceFile
from homework_check.workbook import CellValue, Workbook

if TYPE_CHECKING:
    from pathlib import Path

SHEET = "xl/worksheets/sheet1.xml"


def with_cell(cell: str) -> bytes:
    """A workbook whose cell B2 is written as `cell`, beside a filled A1, C1 and A3."""
    book, made = NewWorkbook(), io.BytesIO()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["C1"], sheet["A3"], sheet["B2"] = "时长", "形式", "完", 12345
    book.save(made)
    changed = io.BytesIO()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            part = old.read(name).decode()
            if name == SHEET:
                begin = part.index('<c r="B2"')
                end = part.index("</c>", begin) + 4
                part = part[:begin] + cell + part[end:]
            new.writestr(name, part)
    return changed.getvalue()


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('<c r="B2" t="e"><v>#N/A</v></c>', "#N/A"),
        ("<c t='e' r='B2'><v>#DIV/0!</v></c>", "#DIV/0!"),
        ('<c r="B2" t="e"><f>VLOOKUP(A1,C:C,1)</f><v>#REF!</v></c>', "#REF!"),
        ('<c r="B2"><f>A1&amp;10</f></c>', "=A1&10"),
        ('<c r="B2"><f>10+10</f><v></v></c>', "=10+10"),
        ('<c r="B2" s="1"><f>10+10</f><v/></c>', "=10+10"),
        ('<c r="B2"><f t="shared" si="0"/></c>', "="),
        ('<c r="B2"><f>10+10</f><v>20</v></c>', 20.0),
        ('<c r="B2" t="str"><f>IF(A1="","",1)</f><v></v></c>', ""),
        ('<c r="B2" t="str"><f>"是"</f><v>是</v></c>', "是"),
        ('<c r="B2" s="1"/>', ""),
        ('<c r="B2"></c>', ""),
    ],
)
def test_what_looks_blank_is_told_apart(cell: str, value: CellValue) -> None:
    content = read(SourceFile("第2周.xlsx", None, with_cell(cell))).content
    assert isinstance(content, Workbook)
    assert content.sheets[0].rows[1] == ["", value, ""]


def test_a_second_sheet_has_its_own_errors(tmp_path: Path) -> None:
    book = NewWorkbook()
    book.worksheets[0]["A1"] = "说明"
    sheet = book.create_sheet("三1班 & 2班")
    sheet["B2"], sheet["C3"] = "时长", "#N/A"
    sheet["C3"].data_type = "e"
    book.save(tmp_path / "a.xlsx")
    content = read(SourceFile("a.xlsx", tmp_path / "a.xlsx")).content
    assert isinstance(content, Workbook)
    assert content.sheets[0].rows == [["说明"]]
    assert content.sheets[1].rows == [["时长", ""], ["", "#N/A"]]
