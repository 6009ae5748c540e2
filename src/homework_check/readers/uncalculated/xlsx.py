"""Errors and formulas without a value in the XML of xlsx."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final

from homework_check.readers.placed import Placed
from homework_check.readers.uncalculated.blanks import with_blanks
from homework_check.readers.uncalculated.relations import elements, targets_of
from homework_check.workbook import column_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from homework_check.readers.package import Package
    from homework_check.workbook import Sheet

_MARKS: Final = {
    b"e": re.compile(rb"""e["'](?<=\bt=["']e["'])"""),
    b"f": re.compile(rb"f(?<=[<:]f)\b"),
}
"""What only an error and only a formula have, each by a letter that it cannot lack.

Many sheets lack a letter among their rows, and to look for one letter costs next to nothing; so
the patterns begin with it as well.
"""

_DATA: Final = b"sheetData"
_START: Final = re.compile(rb"<(?:\w+:)?c\s")
_ADDRESS: Final = re.compile(rb"""\br=["']([A-Z]{1,3})([0-9]{1,7})["']""")
_IS_ERROR: Final = re.compile(rb"""\bt=["']e["']""")
_IS_TEXT: Final = re.compile(rb"""\bt=["']str["']""")
_CELL: Final = re.compile(
    rb"<(?:\w+:)?c\s(?P<attributes>[^>]*?)(?<!/)>(?P<inside>.*?)</(?:\w+:)?c>", re.DOTALL
)
_FORMULA: Final = re.compile(rb"<(?:\w+:)?f\b[^>]*?(?:/>|>(?P<text>[^<]*)<)")
_STORED: Final = re.compile(rb"<(?:\w+:)?v\b[^>]*?(?<!/)>(?P<text>[^<]*)<")
_SHEET: Final = re.compile(r"<(?:\w+:)?sheet\s[^>]*>")


def find(package: Package, sheets: Mapping[str, Sheet]) -> Iterator[tuple[Sheet, Iterable[Placed]]]:
    """The errors and open formulas of `sheets`, given by name.

    Raises what `Package.read` raises.
    """
    parts = _parts(package)
    for name in sheets.keys() & parts.keys():
        # That a part at hand has no mark is told sooner than that a sheet has no blanks.
        kept = package.kept(parts[name])
        if (kept is None or _has_marks(kept)) and with_blanks({name: sheets[name]}):
            yield sheets[name], _uncalculated(package.read(parts[name]))


def _parts(package: Package) -> dict[str, str]:
    """The part of the package that holds each sheet, by its name.

    Source: ECMA-376 part 1, 18.2.20 (sheets).
    """
    workbook = "xl/workbook.xml"
    if workbook not in package.names:
        return {}
    targets = targets_of(package, workbook)
    parts: dict[str, str] = {}
    for given in elements(_SHEET, package.read(workbook)):
        relation = next((text for name, text in given.items() if name.endswith(":id")), "")
        if relation in targets:
            parts[given.get("name", "")] = targets[relation]
    return parts


def _uncalculated(part: bytes) -> Iterator[Placed]:
    """Every cell that is an error or has a formula without a value."""
    for cell in _marked(part):
        attributes, inside = cell["attributes"], cell["inside"]
        address = _ADDRESS.search(attributes)
        text = _text(attributes, inside)
        if address and text:
            yield Placed(int(address[2]), column_number(address[1]), text)


def _rows(part: bytes) -> tuple[int, int]:
    """Where the rows begin and end."""
    return part.find(_DATA) + len(_DATA), part.rfind(_DATA)


def _marks(part: bytes) -> Iterator[int]:
    """Where the marks are, those of errors first."""
    start, end = _rows(part)
    for letter, pattern in _MARKS.items():
        if part.find(letter, start, end) >= 0:
            yield from (mark.start() for mark in pattern.finditer(part, start, end))


def _has_marks(part: bytes) -> bool:
    return next(_marks(part), None) is not None


def _marked(part: bytes) -> Iterator[re.Match[bytes]]:
    """Every cell that has a mark: the others, nearly all of them, are not looked at."""
    marks = sorted(_marks(part))
    done = 0
    for mark in marks:
        if mark < done:
            continue
        cell = _CELL.match(part, _start_of_cell(part, done, mark))
        done = cell.end() if cell else mark
        if cell:
            yield cell


def _start_of_cell(part: bytes, first: int, mark: int) -> int:
    """Where the cell begins that `mark` stands in; `mark` itself where none does."""
    at = part.rfind(b"<", first, mark)
    while at >= 0 and not _START.match(part, at):
        at = part.rfind(b"<", first, at)
    return mark if at < 0 else at


def _text(attributes: bytes, inside: bytes) -> str:
    """What stands for the value of a cell; empty: it has one, or it is blank."""
    stored = _STORED.search(inside)
    if _IS_ERROR.search(attributes):
        return html.unescape(stored["text"].decode("utf-8", "replace")) if stored else "#N/A"
    formula = _FORMULA.search(inside)
    if formula is None or (stored and stored["text"]):
        return ""
    # A formula of texts may have the value of no characters at all.
    if stored and _IS_TEXT.search(attributes):
        return ""
    return "=" + html.unescape((formula["text"] or b"").decode("utf-8", "replace"))
