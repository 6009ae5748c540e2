"""The classes that a row of a roster names: how many of a grade, or which."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homework_check.expected import ExpectedGrade
from homework_check.normalise.fields.keys import class_of_campus
from homework_check.normalise.values import Outcome, clean, is_none, read_class, read_grade
from homework_check.normalise.values.classes import MOST_CLASSES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from homework_check.settings import SchoolSystem
    from homework_check.workbook import CellValue

_COUNT = re.compile(r"(\d{1,2})个?(?:教学)?班?", re.ASCII)
_BETWEEN = re.compile(r"[、,;\s](?![^()]*\))")


def count_or_list(grade: int, value: CellValue, system: SchoolSystem) -> ExpectedGrade | None:
    """Read a cell under a grade: 4, 4个班, or 1班、2班、火箭班; None: not understood."""
    text = clean(value)
    if is_none(text) or text in {"/", "-", "—"}:
        return ExpectedGrade(grade, ())
    if match := _COUNT.fullmatch(text):
        number = int(match[1])
        if number > MOST_CLASSES:
            return None
        return ExpectedGrade(grade, tuple(str(n + 1) for n in range(number)), counted=True)
    found = list_of(grade, value, system)
    if found is None or len(found) != 1 or not all(map(_is_class, found[0].names)):
        return None
    return found[0]


def _is_class(name: str) -> bool:
    """Whether a name is certainly that of a class: any word may stand where a number should."""
    return name.isdecimal() or name.endswith("班")


def list_of(
    grade: int | None, value: CellValue, system: SchoolSystem
) -> tuple[ExpectedGrade, ...] | None:
    """Read classes, by grade: 2班, or 一（1）班、一（2）班、二（1）班.

    `grade` is that of the row, None if it has none. None: not understood.
    """
    names: dict[int, dict[str, None]] = {}
    for item in filter(None, _BETWEEN.split(clean(value))):
        reading = read_class(item, system)
        own = None if isinstance(reading, Outcome) else reading.grade or grade
        if isinstance(reading, Outcome) or own is None or grade not in {None, own}:
            return None
        names.setdefault(own, {}).update(dict.fromkeys(reading.classes))
    return tuple(ExpectedGrade(own, tuple(of)) for own, of in names.items())


def grade_of(value: CellValue, system: SchoolSystem) -> int | None:
    """The grade of a row; None: the cell is blank or not understood."""
    grade = read_grade(value, system) if value != "" else Outcome.NONE
    return None if isinstance(grade, Outcome) else grade


def of_campus(part: ExpectedGrade, campus: str, before: Iterable[ExpectedGrade]) -> ExpectedGrade:
    """The classes of a campus; blank: the school has but one, or none is named.

    Classes are named by their campus, as logs name them. Numbers go on after those of the school
    `before`: they only say how many classes there are.
    """
    if not campus:
        return part
    if not part.counted:
        return part._replace(names=tuple(class_of_campus(campus, name) for name in part.names))
    first = 1 + sum(len(other.names) for other in before if other.grade == part.grade)
    return part._replace(names=tuple(str(first + n) for n in range(len(part.names))))


def merged(parts: Iterable[ExpectedGrade]) -> tuple[ExpectedGrade, ...]:
    """Put what several rows say of the same grades together; grades come in order."""
    return tuple(_merged(parts))


def _merged(parts: Iterable[ExpectedGrade]) -> Iterator[ExpectedGrade]:
    by_grade: dict[int, list[ExpectedGrade]] = {}
    for part in parts:
        by_grade.setdefault(part.grade, []).append(part)
    for grade in sorted(by_grade):
        names = dict.fromkeys(name for part in by_grade[grade] for name in part.names)
        if names:
            counted = all(part.counted for part in by_grade[grade] if part.names)
            yield ExpectedGrade(grade, tuple(names), counted)
