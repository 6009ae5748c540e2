"""The rows of a roster: whose they are, and what they say of that school."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from homework_check.expected import ExpectedSchool, RosterRemark
from homework_check.model import plain_name
from homework_check.normalise.headers.header import read_header
from homework_check.normalise.values import clean, clean_name, is_footer, is_total
from homework_check.roster.classes import count_or_list, grade_of, list_of, merged, of_campus
from homework_check.roster.systems import system_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from homework_check.expected import ExpectedGrade
    from homework_check.roster.columns import Columns
    from homework_check.settings import SchoolSystem
    from homework_check.workbook import CellValue, Sheet

_COUNT = re.compile(r"共?\d+(?:所|个|所学校)?", re.ASCII)
_COUNTY = re.compile("[一-鿿]{1,8}[县区市旗]")


@dataclass(slots=True)
class _Found:
    """A school while its rows are read."""

    county: str | None
    name: str
    system: SchoolSystem | None = None
    grades: list[ExpectedGrade] = field(default_factory=list)


@dataclass(slots=True)
class Rows:
    """Schools by county and name, and remarks, in the order of the rows that were read."""

    usual: SchoolSystem
    schools: dict[tuple[str, str], _Found] = field(default_factory=dict)
    remarks: list[RosterRemark] = field(default_factory=list)

    def read(self, sheet: Sheet, columns: Columns) -> None:
        """Read the rows of a sheet. Blank cells of merged ones take what stands above them."""
        name = ""
        if "count" in columns.fields and not (columns.grades or "grade" in columns.fields):
            self.remarks.append(RosterRemark("totals", sheet.first_row + columns.first_row - 1, ""))
        county = _county_of(sheet) if "county" not in columns.fields else None
        for index in range(columns.first_row, len(sheet.rows)):
            row, number = sheet.rows[index], sheet.first_row + index
            stated = _cell(row, columns, "school")
            if _is_total(row) or (stated and _is_no_school(stated)):
                continue
            county = _cell(row, columns, "county") or county
            name = stated or name
            if name and (stated or _says_classes(row, columns)):
                self._enter((county, name), row, columns, number)

    def expected(self) -> Iterator[ExpectedSchool]:
        """Give the schools, each once, with all the classes its rows name."""
        for found in self.schools.values():
            yield ExpectedSchool(found.county, found.name, found.system, merged(found.grades))

    def _enter(
        self, whose: tuple[str | None, str], row: Sequence[CellValue], columns: Columns, number: int
    ) -> None:
        county, name = whose
        key = plain_name(county or ""), plain_name(name)
        found = self.schools.get(key)
        if found is None:
            found = self.schools[key] = _Found(county, name)
        elif not {"campus", "grade", "class"} & columns.fields.keys():
            self.remarks.append(RosterRemark("repeated", number, name))
        if text := _cell(row, columns, "system"):
            system = system_of(text, self.usual)
            if system is None:
                self.remarks.append(RosterRemark("system", number, text))
            found.system = system or found.system
        read = self._classes(row, columns, found.system or self.usual, number)
        campus = _cell(row, columns, "campus")
        found.grades += [of_campus(part, campus, found.grades) for part in read]

    def _classes(
        self, row: Sequence[CellValue], columns: Columns, system: SchoolSystem, number: int
    ) -> Iterator[ExpectedGrade]:
        for value, read in _statements(row, columns, system):
            if read is None:
                self.remarks.append(RosterRemark("classes", number, clean(value)))
            else:
                yield from read


def _statements(
    row: Sequence[CellValue], columns: Columns, system: SchoolSystem
) -> Iterator[tuple[CellValue, Sequence[ExpectedGrade] | None]]:
    """The cells that name classes, and what they say; None: not understood."""
    for index, words in columns.grades.items():
        grade = grade_of(words, system)
        if row[index] != "" and grade is not None:
            read = count_or_list(grade, row[index], system)
            yield row[index], None if read is None else (read,)
    grade_cell, class_cell, count_cell = (
        row[columns.fields[name]] if name in columns.fields else ""
        for name in ("grade", "class", "count")
    )
    grade = grade_of(grade_cell, system)
    if class_cell != "":
        yield class_cell, list_of(grade, class_cell, system)
    elif grade_cell != "" and count_cell != "":
        read = None if grade is None else count_or_list(grade, count_cell, system)
        yield count_cell, None if read is None else (read,)


def _says_classes(row: Sequence[CellValue], columns: Columns) -> bool:
    return any(
        row[columns.fields[name]] != ""
        for name in ("campus", "grade", "class")
        if name in columns.fields
    )


def _cell(row: Sequence[CellValue], columns: Columns, name: str) -> str:
    index = columns.fields.get(name)
    return "" if index is None or row[index] == "" else clean_name(row[index])


def _is_total(row: Sequence[CellValue]) -> bool:
    first = next((value for value in row if value != ""), "")
    return isinstance(first, str) and is_total(first)


def _is_no_school(text: str) -> bool:
    """Whether a cell under 学校 is a note, a header repeated, or how many there are."""
    return bool(_COUNT.fullmatch(text) or is_footer(text) or read_header(text).field == "school")


def _county_of(sheet: Sheet) -> str | None:
    """The county that a sheet is named after."""
    name = plain_name(sheet.name)
    return name if _COUNTY.fullmatch(name) else None
