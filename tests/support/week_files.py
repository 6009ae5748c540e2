"""A table as a file of each format that schools send."""

from __future__ import annotations

import csv
import io
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from made_xlsb import as_xlsb
from openpyxl import Workbook

if TYPE_CHECKING:
    from made_xlsb import Value
    from one_week import Rows

    from homework_check.workbook import CellValue

_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_SS = "urn:schemas-microsoft-com:office:spreadsheet"


def as_xlsx(rows: Rows) -> bytes:
    book, made = Workbook(), io.BytesIO()
    for row in rows:
        book.worksheets[0].append([None if value == "" else value for value in row])
    book.save(made)
    return made.getvalue()


def as_ods(rows: Rows) -> bytes:
    table = "".join(
        f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows
    )
    content = (
        f'<office:document-content xmlns:office="{_ODF}:office:1.0"'
        f' xmlns:table="{_ODF}:table:1.0" xmlns:text="{_ODF}:text:1.0"><office:body>'
        f'<office:spreadsheet><table:table table:name="作业">{table}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{_ODF}:manifest:1.0"/>',
        )
    return made.getvalue()


def _ods_cell(value: CellValue) -> str:
    if value == "":
        return "<table:table-cell/>"
    if isinstance(value, int):
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
    text = f"<text:p>{escape(str(value))}</text:p>"
    return f'<table:table-cell office:value-type="string">{text}</table:table-cell>'


def as_gbk_csv(rows: Rows) -> bytes:
    made = io.StringIO(newline="")
    csv.writer(made).writerows(rows)
    return made.getvalue().encode("gbk")


def as_web_page(rows: Rows) -> bytes:
    cells = (f"<tr><td>{'</td><td>'.join(escape(str(v)) for v in row)}</td></tr>" for row in rows)
    page = f'<html><meta charset="gbk"><table>{"".join(cells)}</table></html>'
    return page.encode("gbk")


def as_spreadsheetml(rows: Rows) -> bytes:
    table = "".join(f"<Row>{''.join(map(_xml_cell, row))}</Row>" for row in rows)
    sheet = f'<Worksheet ss:Name="作业"><Table>{table}</Table></Worksheet>'
    return (
        f'<?xml version="1.0"?><Workbook xmlns="{_SS}" xmlns:ss="{_SS}">{sheet}</Workbook>'.encode()
    )


def _xml_cell(value: CellValue) -> str:
    if value == "":
        return "<Cell/>"
    kind = "Number" if isinstance(value, int) else "String"
    return f'<Cell><Data ss:Type="{kind}">{escape(str(value))}</Data></Cell>'


def as_binary_workbook(rows: Rows) -> bytes:
    cells: list[list[Value]] = [
        [value if isinstance(value, int | float) else str(value) for value in row] for row in rows
    ]
    return as_xlsb({"作业": cells})


FORMATS = {
    "xlsx": as_xlsx,
    "xlsb": as_binary_workbook,
    "ods": as_ods,
    "csv": as_gbk_csv,
    "html.xls": as_web_page,
    "xml.xls": as_spreadsheetml,
}
"""What makes a file, by the end of its name."""
