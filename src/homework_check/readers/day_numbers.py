"""From which day a workbook counts days, where a date is only a number.

Source: ECMA-376 part 1, 18.2.28 (workbookPr); [MS-XLS] 2.4.77 (Date1904); [MS-XLSB] 2.4
(BrtWbProp). Excel for Macintosh began with 1904, and its workbooks live on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from homework_check.readers.compound import workbook_stream
from homework_check.readers.uncalculated import xls, xlsb

if TYPE_CHECKING:
    from homework_check.readers.package import Package

_FLAG: Final = re.compile(rb"""\bdate1904\s*=\s*["'](?:1|true)["']""")
_DATE_1904, _WORKBOOK_PROPERTIES = 0x22, 153


def counts_from_1904(package: Package, format_name: str) -> bool:
    """Whether day 0 is in 1904. Raises what `Package.read` raises."""
    match format_name:
        case "xls":
            stated = (
                r[:1]
                for kind, r in xls.records(workbook_stream(package.data))
                if kind == _DATE_1904
            )
            return next(stated, b"") == b"\x01"
        case "xlsb":
            records = xlsb.records(_part(package, "xl/workbook.bin"))
            properties = (r[:1] for kind, r in records if kind == _WORKBOOK_PROPERTIES)
            return bool(next(properties, b"\0")[0] & 1)
        case "xlsx" | "xlsm":
            return _FLAG.search(_part(package, "xl/workbook.xml")) is not None
        case _:
            return False


def _part(package: Package, name: str) -> bytes:
    return package.read(name) if name in package.names else b""
