"""Errors and open formulas, as any writer may have put them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from made_xlsb import Calculated, Failed, Value, as_xlsb
from openpyxl import Workbook as NewWorkbook

from homework_check.readers import read
from homework_check.readers.source_file import SourceFile
from homework_check.workbook import CellValue, Workbook

SHEET = "xl/worksheets/sheet1.xml"
DATA = Path(__file__).parent / "data"
ODF = "urn:oasis:names:tc:opendocument:xmlns"


def ods(cell: str) -> bytes:
    """A workbook with `cell` between a filled A1 and D2, in B1 or from there on."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        text = '<table:table-cell office:value-type="string"><text:p>完</text:p></table:table-cell>'
        archive.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{ODF}:office:1.0"'
            f' xmlns:table="{ODF}:table:1.0" xmlns:text="{ODF}:text:1.0"'
            ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
            '<office:body><office:spreadsheet><table:table table:name="作业">'
            f"<table:table-row>{text}{cell}</table:table-row>"
            '<table:table-row><table:table-cell table:number-columns-repeated="3"/>'
            f"{text}</table:table-row>"
            "</table:table></office:spreadsheet></office:body></office:document-content>",
        )
    return made.getvalue()


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


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("uncalculated.xls", ["时长", "=", "", "#N/A", "#DIV/0!", 20, True, "", ""]),
        ("formula-errors.xls", ["时长", "#N/A", "#DIV/0!", 20, "", 20, "", "", ""]),
    ],
    ids=["made with xlwt, which does not calculate", "saved by LibreOffice"],
)
def test_xls_tells_what_looks_blank_apart(name: str, values: list[CellValue]) -> None:
    content = read(SourceFile(name, DATA / name)).content
    assert isinstance(content, Workbook)
    assert [row[0] for row in content.sheets[0].rows] == values


@pytest.mark.parametrize(
    ("cell", "values"),
    [
        (
            (
                '<table:table-cell table:formula="of:=1/0" office:value-type="string"'
                ' office:string-value="" calcext:value-type="error">'
                "<text:p>#DIV/0!</text:p></table:table-cell>"
            ),
            ["#DIV/0!", "", ""],
        ),
        (
            (
                '<table:table-cell table:number-columns-repeated="3" office:value-type="string"'
                ' office:string-value="" calcext:value-type="error"/>'
            ),
            ["#N/A", "#N/A", "#N/A"],
        ),
        ('<table:table-cell/><table:table-cell table:formula="of:=10+10"/>', ["", "=10+10", ""]),
        (
            (
                '<table:table-cell table:formula="of:=IF(1=1;&quot;&quot;;1)"><text:p/>'
                '</table:table-cell><table:covered-table-cell table:formula="=1"/>'
            ),
            ["", "=1", ""],
        ),
        (
            (
                '<table:table-cell table:formula="of:=20" office:value-type="float"'
                ' office:value="20"><text:p>20</text:p></table:table-cell>'
            ),
            [20.0, "", ""],
        ),
    ],
    ids=["error", "repeated error", "not calculated", "no characters", "calculated"],
)
def test_ods_tells_what_looks_blank_apart(cell: str, values: list[CellValue]) -> None:
    content = read(SourceFile("第2周.ods", None, ods(cell))).content
    assert isinstance(content, Workbook)
    assert content.sheets[0].rows == [["完", *values], ["", "", "", "完"]]


def test_xlsb_tells_errors_apart_from_blanks() -> None:
    rows: list[list[Value]] = [
        ["时长", "", Failed(0x2A), 20],
        ["完", Failed(0x07, calculated=True), "", Calculated(20.0)],
        ["", Failed(0x17), Calculated(""), Failed(0x0F, calculated=True)],
    ]
    data = as_xlsb({"三（1）班": [["说明"]], "三（2）班": rows})
    content = read(SourceFile("第2周.xlsb", None, data)).content
    assert isinstance(content, Workbook)
    assert content.sheets[0].rows == [["说明"]]
    assert content.sheets[1].rows == [
        ["时长", "", "#N/A", 20],
        ["完", "#DIV/0!", "", 20],
        ["", "#REF!", "", "#VALUE!"],
    ]


def test_long_formulas_of_xlsb_are_looked_at_as_well() -> None:
    rows: list[list[Value]] = [
        ["时长", "完"],
        ["完", Failed(0x2A, calculated=True, formula_length=300)],
    ]
    content = read(SourceFile("第2周.xlsb", None, as_xlsb({"作业": rows}))).content
    assert isinstance(content, Workbook)
    assert content.sheets[0].rows[1] == ["完", "#N/A"]
