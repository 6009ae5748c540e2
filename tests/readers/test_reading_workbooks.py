"""Workbooks of every format: addresses, merged cells, hidden sheets, and what is refused."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
from made_xlsb import Shown, Value, as_xlsb
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

from homework_check.normalise.values import DateReading, YearHint, read_date
from homework_check.readers import read
from homework_check.readers.source_file import SourceFile
from homework_check.workbook import CellRange, CellValue, Sheet, Unreadable, Workbook

if TYPE_CHECKING:
    from collections.abc import Mapping

XLS = (Path(__file__).parent / "data" / "offset.xls").read_bytes()
"""Two sheets, 登记 from C5 with a merged cell, and 旧表, hidden. Made with xlwt."""

ENTRY = XLS.index("Workbook".encode("utf-16-le"))
"""Where the directory entry of the only stream stands."""

ODS_HEAD = """<?xml version="1.0"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 office:version="1.2"><office:body><office:spreadsheet>"""
ODS_TAIL = "</office:spreadsheet></office:body></office:document-content>"
ODS_SHEET = """<table:table table:name="登记">

<table:table-row table:number-rows-repeated="4"><table:table-cell/></table:table-row>
<table:table-row><table:table-cell table:number-columns-repeated="2"/>
<table:table-cell office:value-type="string"><text:p>班级</text:p></table:table-cell>
<table:table-cell office:value-type="float" office:value="20"><text:p>20</text:p></table:table-cell>
</table:table-row></table:table>""".replace("\n", "")


def content(data: bytes, name: str = "第2周") -> Workbook | Unreadable:
    return read(SourceFile(name, None, data)).content


def sheets(data: bytes) -> tuple[Sheet, ...]:
    found = content(data)
    assert isinstance(found, Workbook)
    return found.sheets


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return target.getvalue()


def xlsx(cells: Mapping[str, CellValue], *merged: str) -> bytes:
    book = openpyxl.Workbook()
    sheet = book["Sheet"]
    for address, value in cells.items():
        sheet[address] = value
    for cell_range in merged:
        sheet.merge_cells(cell_range)
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def ods(sheet: str = ODS_SHEET, **more: str) -> bytes:
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": "<manifest/>",
            "content.xml": ODS_HEAD + sheet + ODS_TAIL,
            **more,
        }
    )


def renamed_stream(name: str) -> bytes:
    raw = name.encode("utf-16-le")
    entry = raw.ljust(64, b"\0") + struct.pack("<H", len(raw) + 2)
    return XLS[:ENTRY] + entry + XLS[ENTRY + len(entry) :]


def patched(at: int, number: int) -> bytes:
    return XLS[:at] + struct.pack("<I", number) + XLS[at + 4 :]


@pytest.mark.parametrize(
    ("data", "format_name", "first"),
    [
        (xlsx({"C5": "班级", "D5": 20}), "xlsx", (5, 3)),
        (xlsx({"A1": "班级", "B1": 20}), "xlsx", (1, 1)),
        (XLS, "xls", (5, 3)),
        (ods(), "ods", (5, 3)),
    ],
    ids=["xlsx", "xlsx without offset", "xls", "ods"],
)
def test_rows_stand_where_excel_shows_them(
    data: bytes, format_name: str, first: tuple[int, int]
) -> None:
    found = content(data)
    assert isinstance(found, Workbook)
    assert (found.format, found.encoding) == (format_name, None)
    sheet = found.sheets[0]
    assert (sheet.first_row, sheet.first_column) == first
    assert sheet.rows[0][0] == "班级"


@pytest.mark.parametrize("rows", [6, 2500], ids=["short", "long"])
def test_cells_of_a_long_sheet_are_those_of_a_short_one(rows: int) -> None:
    book = openpyxl.Workbook()
    sheet = book["Sheet"]
    day = date(2023, 9, 4)
    each: list[tuple[CellValue, ...]] = [
        (True, 1, "1", "语文"), (1, False, "", "语文"), (0, 0.5, "", day)
    ]  # fmt: skip
    for number in range(rows):
        for column, value in enumerate(each[number % 3], start=2):
            sheet.cell(number + 4, column, value)
    (found,) = sheets(saved(book))
    assert (found.first_row, found.first_column) == (4, 2)
    expected = [[True, 1.0, "1", "语文"], [1.0, False, "", "语文"], [0.0, 0.5, "", day]]
    assert list(map(repr, found.rows)) == [repr(expected[n % 3]) for n in range(rows)]


def test_rows_are_of_equal_length_and_values_keep_their_types() -> None:
    (sheet,) = sheets(xlsx({"A1": "语文", "B1": 20, "C2": date(2023, 9, 4), "A2": True}))
    assert sheet.rows == [["语文", 20.0, ""], [True, "", date(2023, 9, 4)]]


@pytest.mark.parametrize(
    ("data", "merged"),
    [
        (xlsx({"C5": "三年级", "E7": 1}, "C5:D6"), (CellRange(5, 3, 6, 4),)),
        (XLS, (CellRange(6, 3, 7, 3),)),
        (ods(), ()),
    ],
    ids=["xlsx", "xls", "ods does not tell"],
)
def test_merged_ranges_are_counted_from_one(data: bytes, merged: tuple[CellRange, ...]) -> None:
    assert sheets(data)[0].merged == merged


def test_hidden_sheets_are_read_and_marked() -> None:
    book = openpyxl.Workbook()
    book.create_sheet("旧表").sheet_state = "hidden"
    book.create_sheet("更旧").sheet_state = "veryHidden"
    assert [sheet.hidden for sheet in sheets(saved(book))] == [False, True, True]
    assert [(sheet.name, sheet.hidden) for sheet in sheets(XLS)] == [
        ("登记", False),
        ("旧表", True),
    ]


def test_chart_sheets_are_no_sheets() -> None:
    book = openpyxl.Workbook()
    book.create_chartsheet("图")
    assert [sheet.name for sheet in sheets(saved(book))] == ["Sheet"]


@pytest.mark.parametrize(
    "addresses",
    [["XFD1048576"], [f"C{row}" for row in range(1, 3000)], ["A1048576", "ZZ1"]],
    ids=["the last cell", "a column", "the last row and a far column"],
)
def test_formatting_does_not_make_a_sheet_large(addresses: list[str]) -> None:
    book = openpyxl.Workbook()
    book["Sheet"]["A1"] = "班级"
    for address in addresses:
        book["Sheet"][address].font = Font(bold=True)
    (sheet,) = sheets(saved(book))
    assert sheet.rows == [["班级"]]


DAY_FORMATS = [*range(27, 37), *range(50, 59)]
"""Built-in formats of dates and times in Chinese. Source: ECMA-376 part 1, 18.8.30 (zh-cn)."""


@pytest.mark.parametrize("number_format", [14, 22, *DAY_FORMATS])
@pytest.mark.parametrize("from_1904", [False, True])
def test_whole_days_of_xlsb_are_numbers_and_others_are_dates(
    number_format: int,
    from_1904: bool,  # noqa: FBT001  a row of the table
) -> None:
    whole = 43712 if from_1904 else 45174
    rows: list[list[Value]] = [[Shown(whole, number_format), Shown(whole + 0.5, number_format)]]
    data = as_xlsb({"作业": rows}, counted_from_1904=from_1904)
    content = read(SourceFile("第2周.xlsb", None, data)).content
    assert isinstance(content, Workbook)
    (sheet,) = content.sheets
    assert sheet.from_1904 is from_1904
    assert sheet.rows == [[whole, datetime(2023, 9, 5, 12)]]  # noqa: DTZ001  as Excel has it
    assert read_date(whole, YearHint(from_1904=from_1904)) == DateReading(date(2023, 9, 5))


@pytest.mark.parametrize("number_format", [14, 22, *DAY_FORMATS])
@pytest.mark.parametrize("epoch", [CALENDAR_WINDOWS_1900, CALENDAR_MAC_1904])
def test_dates_are_dates_in_every_format_and_system(number_format: int, epoch: datetime) -> None:
    book = openpyxl.Workbook()
    book.epoch = epoch
    book["Sheet"]["A1"] = date(2023, 9, 5)
    book["Sheet"]["A1"].number_format = "yyyy-mm-dd"
    made, changed = io.BytesIO(saved(book)), io.BytesIO()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "xl/styles.xml":
                part = re.sub(rb"<numFmts.*</numFmts>", b"", part)
                part = part.replace(b'numFmtId="164"', b'numFmtId="%d"' % number_format)
            new.writestr(name, part)
    (sheet,) = sheets(changed.getvalue())
    assert sheet.rows == [[date(2023, 9, 5)]]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("PT00H40M00S", time(0, 40)),
        ("PT26H05M00S", timedelta(hours=26, minutes=5)),
        ("PT100H00M30.5S", timedelta(hours=100, seconds=30)),
    ],
)
def test_times_of_ods_have_any_length(written: str, value: CellValue) -> None:
    cell = f'<table:table-cell office:value-type="time" office:time-value="{written}"/>'
    row = f"<table:table-row>{cell}</table:table-row>"
    (sheet,) = sheets(ods(f'<table:table table:name="登记">{row}</table:table>'))
    assert sheet.rows == [[value]]


WHOLE = xlsx({"A1": "班级"})
ENCRYPTED_ODS = """<manifest:manifest
 xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry
 manifest:full-path="content.xml" manifest:media-type="text/xml"><manifest:encryption-data/>
 </manifest:file-entry></manifest:manifest>"""


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (WHOLE[: len(WHOLE) // 2], "damaged"),
        (WHOLE[:30], "damaged"),
        (archive({"xl/workbook.xml": "<workbook"}), "damaged"),
        (XLS[:512], "damaged"),
        (XLS[:40], "damaged"),
        (XLS[:-1024], "damaged"),
        (patched(44, 0xFFFFFFF0), "damaged"),
        (patched(ENTRY - 128 + 76, 0xFFFFFFFF), "damaged"),
        (renamed_stream("EncryptedPackage"), "password"),
        (patched(512 + 20, 0x2F), "password"),
        (ods(**{"META-INF/manifest.xml": ENCRYPTED_ODS}), "password"),
        (xlsx({"A1": 1, "XFD1048576": 1}), "too-large"),
        (archive({"xl/workbook.xml": b"0" * 2**21}), "too-large"),
        (archive({f"xl/{n}.xml": "" for n in range(2001)}), "too-large"),
        (archive({"xl/sharedStrings.xml": '<sst uniqueCount="4294967295"/>'}), "damaged"),
    ],
    ids=[
        "truncated xlsx",
        "only the beginning of an xlsx",
        "broken xml",
        "header of an xls alone",
        "half a header",
        "xls without its directory",
        "more sectors than bytes",
        "nothing below the root",
        "encrypted xlsx",
        "encrypted xls",
        "encrypted ods",
        "a cell in the last corner",
        "packed too tightly",
        "too many parts",
        "more texts than bytes",
    ],
)
def test_what_cannot_be_read_has_a_reason(data: bytes, reason: str) -> None:
    assert content(data) == Unreadable(reason)


def test_a_chain_in_a_circle_is_not_followed() -> None:
    (table,) = struct.unpack_from("<I", XLS, 76)
    assert content(patched((table + 1) * 512, 0)) == Unreadable("damaged")


def test_a_panic_of_the_reader_stays_in_its_source(capfd: pytest.CaptureFixture[str]) -> None:
    behind_the_end = len(XLS) // 512
    assert content(patched(ENTRY + 116, behind_the_end)) == Unreadable("damaged")
    assert "panicked" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (renamed_stream("WordDocument"), "总结.doc", "Word"),
        (renamed_stream("PowerPoint Document"), "总结.ppt", "PowerPoint"),
        (renamed_stream("Other"), "作业.et", "WPS表格（et）"),
        (archive({"word/document.xml": ""}), "总结.docx", "Word"),
        (archive({"ppt/presentation.xml": ""}), "总结.pptx", "PowerPoint"),
        (archive({"mimetype": "text", "content.xml": ""}), "总结.odt", "OpenDocument"),
        (archive({"第2周.xlsx": ""}), "报送.zip", "zip压缩包"),
        (b"%PDF-1.7", "作业.pdf", "PDF"),
        (b"%PDF-1.7", "作业.xlsx", "PDF"),
        (b"Rar!\x1a\x07", "作业.rar", "rar压缩包"),
        (b"7z\xbc\xaf\x27\x1c", "作业.7z", "7z压缩包"),
        (b"\x89PNG\r\n", "照片.png", "图片"),
        (b"\xff\xd8\xff\xe0", "照片.jpg", "图片"),
        (b"RIFF\0\0\0\0WEBP", "照片.webp", "图片"),
        (b"BM\x46\0\0\0\0\0\0\0" + b"\0" * 20, "照片.bmp", "图片"),
        (b"\0\0\0\x18ftypheic", "照片.heic", "图片"),
        (b"MIME-Version: 1.0", "作业.xls", "网页表格（MHTML）"),
    ],
)
def test_no_tables_are_named(data: bytes, name: str, kind: str) -> None:
    assert content(data, name) == Unreadable("no-table", (("type", kind),))


def test_a_text_that_begins_with_a_bracket_is_a_text() -> None:
    assert isinstance(content("<三年级>,20".encode()), Workbook)
