"""SpreadsheetML 2003 named .xls: addresses, kinds of values, and what is refused."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from homework_check.readers import read
from homework_check.readers.source_file import SourceFile
from homework_check.workbook import CellRange, CellValue, Sheet, Unreadable, Workbook

HEAD = '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
NAMES = (
    'xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
    ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel"'
)


def content(rows: str, head: str = HEAD, encoding: str = "utf-8") -> Workbook | Unreadable:
    text = f'{head}<Workbook {NAMES}><Worksheet ss:Name="作业"><Table>{rows}</Table></Worksheet>'
    return read(SourceFile("第2周.xls", None, f"{text}</Workbook>".encode(encoding))).content


def sheet(rows: str, head: str = HEAD, encoding: str = "utf-8") -> Sheet:
    workbook = content(rows, head, encoding)
    assert isinstance(workbook, Workbook)
    assert workbook.format == "spreadsheetml"
    (only,) = workbook.sheets
    return only


def cell(kind: str, text: str) -> str:
    return f'<Cell><Data ss:Type="{kind}">{text}</Data></Cell>'


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("String", "三（1）班 &lt;1&gt;", "三（1）班 <1>"),
        ("Number", "30", 30.0),
        ("Number", "1.5E1", 15.0),
        ("Boolean", "1", True),
        ("Boolean", "0", False),
        ("DateTime", "2023-09-04T00:00:00.000", date(2023, 9, 4)),
        ("DateTime", "2023-09-04T18:30:00.000", datetime(2023, 9, 4, 18, 30)),  # noqa: DTZ001
        ("DateTime", "1899-12-31T00:40:00.000", time(0, 40)),
        ("DateTime", "1900-01-01T01:00:00.000", timedelta(hours=25)),
        ("Error", "#N/A", "#N/A"),
    ],
)
def test_values_by_kind(kind: str, text: str, value: CellValue) -> None:
    found = sheet(f"<Row>{cell(kind, text)}</Row>").rows
    assert found == [[value]]
    assert type(found[0][0]) is type(value)


def test_rows_and_cells_that_are_left_out() -> None:
    found = sheet(
        f'<Row ss:Index="3"><Cell ss:Index="2"><Data ss:Type="String">甲</Data></Cell></Row>'
        f'<Row ss:Span="1"/><Row>{cell("String", "乙")}</Row>'
    )
    assert (found.first_row, found.first_column) == (3, 1)
    assert found.rows == [["", "甲"], ["", ""], ["", ""], ["乙", ""]]


def test_merged_cells() -> None:
    found = sheet(
        '<Row><Cell ss:MergeAcross="1" ss:MergeDown="1"><Data ss:Type="String">甲</Data></Cell>'
        f'{cell("String", "乙")}</Row><Row><Cell ss:Index="3"><Data ss:Type="String">丙</Data>'
        "</Cell></Row>"
    )
    assert found.rows == [["甲", "", "乙"], ["", "", "丙"]]
    assert found.merged == (CellRange(1, 1, 2, 2),)


def test_a_formula_that_was_never_calculated_is_not_blank() -> None:
    rows = sheet(
        '<Row><Cell ss:Formula="=R[-1]C+5"/>'
        '<Cell ss:Formula="=30+5"><Data ss:Type="Number">35</Data></Cell></Row>'
    ).rows
    assert rows == [["=R[-1]C+5", 35.0]]


def test_rich_text_is_text() -> None:
    rich = '<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">练习<B>第2页</B></ss:Data></Cell>'
    assert sheet(f"<Row>{rich}</Row>").rows == [["练习第2页"]]


@pytest.mark.parametrize("encoding", ["gb2312", "gbk", "utf-16"])
def test_encodings_that_the_parser_lacks(encoding: str) -> None:
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    assert sheet(f"<Row>{cell('String', '作业')}</Row>", head, encoding).rows == [["作业"]]


def test_hidden_sheets_are_known() -> None:
    text = (
        f'{HEAD}<Workbook {NAMES}><Worksheet ss:Name="甲"><Table/><x:WorksheetOptions>'
        "<x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet>"
        '<Worksheet ss:Name="乙"><Table/></Worksheet></Workbook>'
    )
    found = read(SourceFile("第2周.xls", None, text.encode())).content
    assert isinstance(found, Workbook)
    assert [(sheet.name, sheet.hidden) for sheet in found.sheets] == [("甲", True), ("乙", False)]


@pytest.mark.parametrize(
    ("rows", "head", "reason"),
    [
        ("<Row><Cell>", HEAD, "damaged"),
        ("<Row>" + cell("Number", "三十") + "</Row>", HEAD, "damaged"),
        ("<Row>" + cell("DateTime", "yesterday") + "</Row>", HEAD, "damaged"),
        ("", '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>', "damaged"),
        (f'<Row ss:Index="9999999">{cell("Number", "1")}</Row>', HEAD, "too-large"),
    ],
)
def test_what_cannot_be_read_is_told(rows: str, head: str, reason: str) -> None:
    assert content(rows, head) == Unreadable(reason)
