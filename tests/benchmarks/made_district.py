"""Makes a seeded district for the benchmarks: a workbook a school, as Excel writes it.

That is, with all that a Chinese Excel says of a sheet with borders: styles on each cell, spans
and heights of rows, a phonetic property at every text, margins; and the properties of the file.
What a reader has to go through and throw away is a tenth of its time.

Openpyxl would take longer than all that is measured. A few sheets are made and every school
gets one of them: its name stands in the shared strings alone.
"""

from __future__ import annotations

import random
import re
import zipfile
from datetime import date
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from made_logs import HEADER, OVER, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

ROWS = 1080
_SHEETS = 20
_NAME = "第1小学"
_TASK = re.compile(r"\w+第\d+[课页单]")
_ZERO = date(1899, 12, 30)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

_HEIGHTS = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"
_MAY_BE_IGNORED = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    f'mc:Ignorable="x14ac" xmlns:x14ac="{_HEIGHTS}"'
)
_HEIGHT = 'x14ac:dyDescent="0.2"'
_NOT_SPOKEN = '<phoneticPr fontId="1" type="noConversion"/>'
_TEXT = 't="s"'
_BORDERED, _DATE = 1, 2
"""Styles of cells."""

_PARTS = {
    "[Content_Types].xml": f"""{_START}<Types xmlns="{_PACKAGE}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>\
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>\
<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>\
<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPE}.sharedStrings+xml"/>\
<Override PartName="/docProps/core.xml" \
ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>""",
    "_rels/.rels": f"""{_START}<Relationships xmlns="{_PACKAGE}/relationships">\
<Relationship Id="rId1" Type="{_LINKS}/officeDocument" Target="xl/workbook.xml"/>\
<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" \
Target="docProps/core.xml"/></Relationships>""",
    "docProps/core.xml": f"""{_START}<cp:coreProperties \
xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">\
<dc:creator>教务处</dc:creator><cp:lastModifiedBy>教务处</cp:lastModifiedBy></cp:coreProperties>""",
    "xl/workbook.xml": f"""{_START}<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}">\
<fileVersion appName="xl" lastEdited="7" lowestEdited="7" rupBuild="24334"/>\
<workbookPr defaultThemeVersion="166925"/>\
<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="12180"/>\
</bookViews><sheets><sheet name="作业登记" sheetId="1" r:id="rId1"/></sheets>\
<calcPr calcId="191029"/></workbook>""",
    "xl/_rels/workbook.xml.rels": f"""{_START}<Relationships xmlns="{_PACKAGE}/relationships">\
<Relationship Id="rId1" Type="{_LINKS}/worksheet" Target="worksheets/sheet1.xml"/>\
<Relationship Id="rId2" Type="{_LINKS}/styles" Target="styles.xml"/>\
<Relationship Id="rId3" Type="{_LINKS}/sharedStrings" Target="sharedStrings.xml"/>\
</Relationships>""",
    "xl/styles.xml": f"""{_START}<styleSheet xmlns="{_MAIN}"><fonts count="2">\
<font><sz val="11"/><name val="宋体"/><charset val="134"/></font>\
<font><sz val="9"/><name val="宋体"/><charset val="134"/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill>\
<fill><patternFill patternType="gray125"/></fill></fills><borders count="2">\
<border><left/><right/><top/><bottom/><diagonal/></border>\
<border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/>\
<diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>\
<cellXfs count="3"><xf/><xf borderId="1" xfId="0" applyBorder="1"/>\
<xf numFmtId="14" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1"/></cellXfs>\
<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>""",
}  # fmt: skip


def write_district(
    folder: Path, schools: int, share_over: float = OVER, *, own_words: bool = False
) -> None:
    """Write a workbook of `ROWS` rows for each of the `schools` into a new folder.

    `share_over` is that of class-days of grades 3 to 6 that are over the limit. `own_words`: no
    two schools write one task alike, as if each had exercise books of its own.
    """
    folder.mkdir()
    made = [_sheet(seed, share_over) for seed in range(min(_SHEETS, schools))]
    for number in range(1, schools + 1):
        sheet, strings = made[number % len(made)]
        name = f"第{number}小学"
        texts = [name if text == _NAME else text for text in strings]
        if own_words:
            texts = [f"{text}，见校本{number}" if _TASK.match(text) else text for text in texts]
        _write(folder / f"{name}第2周.xlsx", sheet, texts)


def _sheet(seed: int, share_over: float) -> tuple[str, list[str]]:
    """The XML of a sheet and the strings that it refers to."""
    strings: dict[str, int] = {}
    chance = random.Random(seed)  # noqa: S311 - made the same every time
    entries = rows_of(ROWS, 1, chance, share_over)
    rows = "".join(
        f'<row r="{number}" spans="1:11" {_HEIGHT}>{_cells(number, row, strings)}</row>'
        for number, row in enumerate([HEADER, *entries], 1)
    )
    xml = (
        f'{_START}<worksheet xmlns="{_MAIN}" xmlns:r="{_LINKS}" {_MAY_BE_IGNORED}>'
        f'<dimension ref="A1:K{ROWS + 1}"/>'
        '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="14.25" {_HEIGHT}/>'
        '<cols><col min="6" max="6" width="24.625" customWidth="1"/></cols>'
        f"<sheetData>{rows}</sheetData>{_NOT_SPOKEN}"
        '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'
        "</worksheet>"
    )
    return xml, list(strings)


def _cells(number: int, row: Iterable[str | int | date], strings: dict[str, int]) -> str:
    return "".join(
        _cell(f"{letter}{number}", value, strings)
        for letter, value in zip("ABCDEFGHIJK", row, strict=True)
    )


def _cell(address: str, value: str | int | date, strings: dict[str, int]) -> str:
    style = _DATE if isinstance(value, date) else _BORDERED
    start = f'<c r="{address}" s="{style}"'
    if isinstance(value, str):
        return f"{start} {_TEXT}><v>{strings.setdefault(value, len(strings))}</v></c>"
    if isinstance(value, date):
        return f"{start}><v>{(value - _ZERO).days}</v></c>"
    return f"{start}><v>{value}</v></c>"


def _write(path: Path, sheet: str, strings: Sequence[str]) -> None:
    items = "".join(f"<si><t>{escape(text)}</t>{_NOT_SPOKEN}</si>" for text in strings)
    counts = f'count="{sheet.count(_TEXT)}" uniqueCount="{len(strings)}"'
    texts = f'{_START}<sst xmlns="{_MAIN}" {counts}>{items}</sst>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
        for name, text in _PARTS.items():
            package.writestr(name, text)
        package.writestr("xl/worksheets/sheet1.xml", sheet)
        package.writestr("xl/sharedStrings.xml", texts)
