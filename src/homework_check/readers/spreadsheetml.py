"""SpreadsheetML 2003, the XML that Excel and many exports write under the name ``.xls``.

Source: Microsoft, "XML Spreadsheet Reference" (Office 2003).
"""

from __future__ import annotations

import io
import re
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element, ParseError, iterparse

from homework_check.readers.encodings import decode_as_stated
from homework_check.readers.placed import Placed, TooLarge, make_sheet
from homework_check.workbook import Unreadable, Workbook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homework_check.workbook import CellValue, Sheet

_SS: Final = "{urn:schemas-microsoft-com:office:spreadsheet}"
_X: Final = "{urn:schemas-microsoft-com:office:excel}"
_DECLARED: Final = re.compile(r"^\s*<\?xml[^>]*?\?>")
_ENCODING: Final = re.compile(rb"""^[^>]{0,100}?encoding\s*=\s*["']([\w.:-]+)["']""")
_MIDNIGHT_0: Final = datetime(1899, 12, 31)  # noqa: DTZ001  cells know no zones
_FIRST_DATE: Final = datetime(1900, 3, 1)  # noqa: DTZ001  no log is older; durations lie before


def read(data: bytes, encoding: str | None = None) -> Workbook | Unreadable:
    """Read all worksheets. A document type, where entities would be declared, is refused."""
    decoded = decode_as_stated(data, _ENCODING.search(data), encoding)
    if isinstance(decoded, Unreadable):
        return decoded
    if "<!DOCTYPE" in decoded.text or "<!ENTITY" in decoded.text:
        return Unreadable("damaged")
    text = _DECLARED.sub("", decoded.text, count=1)
    try:
        sheets = tuple(_sheets(text))
    except (ParseError, ValueError):
        return Unreadable("damaged")
    except TooLarge:
        return Unreadable("too-large")
    return Workbook("spreadsheetml", sheets, decoded.encoding)


def _sheets(text: str) -> Iterator[Sheet]:
    cells: list[Placed] = []
    row, hidden, name = 0, False, ""
    # The parser knows few encodings, but always UTF-8.
    file = io.BytesIO(text.encode("utf-8"))
    for event, element in iterparse(file, ("start", "end")):  # noqa: S314  nothing is declared
        match event, element.tag.removeprefix(_SS):
            case "start", "Worksheet":
                cells, row, hidden = [], 0, False
                name = element.get(f"{_SS}Name", "")
            case "end", "Row":
                row = int(element.get(f"{_SS}Index", row + 1))
                cells += _cells(element, row)
                row += int(element.get(f"{_SS}Span", 0))
                element.clear()
            case "end", "Worksheet":
                yield make_sheet(name, cells, hidden=hidden)
                element.clear()
            case "end", tag if tag == f"{_X}Visible":
                hidden = "Hidden" in (element.text or "")
            case _:
                pass


def _cells(row: Element, number: int) -> Iterator[Placed]:
    column = 0
    for cell in row.iterfind(f"{_SS}Cell"):
        column = int(cell.get(f"{_SS}Index", column + 1))
        across, down = (int(cell.get(f"{_SS}Merge{way}", 0)) for way in ("Across", "Down"))
        yield Placed(number, column, _value(cell), across, down)
        column += across


def _value(cell: Element) -> CellValue:
    data = cell.find(f"{_SS}Data")
    text = "" if data is None else "".join(data.itertext())
    kind = "String" if data is None else data.get(f"{_SS}Type", "String")
    if text == "" and kind != "String":
        return ""
    match kind:
        case "Number":
            return float(text)
        case "Boolean":
            return text.strip() == "1"
        case "DateTime":
            return _moment(datetime.fromisoformat(text.strip()).replace(tzinfo=None))
        case _:
            # A formula that was never calculated is not understood, but it is not blank.
            return text or (cell.get(f"{_SS}Formula", "") if data is None else "")


def _moment(moment: datetime) -> CellValue:
    """A day, a moment, or what Excel writes for durations: so long after its first midnight."""
    if moment < _FIRST_DATE:
        span = moment - _MIDNIGHT_0
        return moment.time() if timedelta() <= span < timedelta(days=1) else span
    return moment.date() if moment.time() == time() else moment
