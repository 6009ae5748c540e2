"""Whose homework a row is and of which day: school, grade, class and date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from homework_check.memo import LastingMemo
from homework_check.normalise.values import (
    ClassReading,
    DateReading,
    Outcome,
    YearHint,
    clean,
    clean_name,
    is_several_days,
    read_class,
    read_date,
    read_grade,
    read_weekday,
)
from homework_check.normalise.values.grades import FIRST_SENIOR_GRADE
from homework_check.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from homework_check.model import School, Unit
    from homework_check.normalise.around.surroundings import Surroundings
    from homework_check.settings import SchoolSystem, Settings
    from homework_check.workbook import CellValue


NO_VALUE = late_pattern(r"#(?:N/A|REF|VALUE|DIV|NAME|NUM|NULL|SPILL|CALC|GETTING|FIELD)|=")
"""Begins what readers give for errors, and for formulas that were never calculated."""


_YEARS_OF_A_STAGE: Final = 3
_WITH_PRIMARY: Final = late_pattern("小|一贯|九年|十二年")
_JUNIOR_ALONE: Final = late_pattern("初中|初级中学")
_SENIOR_ALONE: Final = late_pattern("高中|高级中学")

_GRADES = LastingMemo[tuple["CellValue", "SchoolSystem"], int | Outcome](
    lambda stated: read_grade(*stated)
)
_DATES = LastingMemo[tuple["CellValue", YearHint], DateReading | Outcome](
    lambda stated: read_date(*stated)
)
_WEEKDAYS = LastingMemo(read_weekday)
_CLASSES = LastingMemo[tuple["CellValue", "SchoolSystem"], ClassReading | Outcome](
    lambda stated: read_class(*stated)
)


class Flaw(NamedTuple):
    """Something about a cell that has to be told; it becomes a remark at the entry's row."""

    rule: str
    case: str
    field: str
    value: str
    values: tuple[tuple[str, str], ...] = ()


class Key(NamedTuple):
    """School and class of a row; `grade` and `classes` None: not understood."""

    school: School
    grade: int | None
    classes: tuple[str, ...] | None
    flaws: tuple[Flaw, ...] = ()


class Day(NamedTuple):
    """Date of a row; `day` None: not understood or not stated."""

    day: date | None
    covers_days_off: bool = False
    flaws: tuple[Flaw, ...] = ()
    weekday_flaw: Flaw | None = None


class Owner(NamedTuple):
    """The school of a row, with its system, and what is wrong with how the row names it."""

    school: School
    system: SchoolSystem
    flaws: tuple[Flaw, ...] = ()


def unit_of(key: Key, day: Day) -> Unit:
    """What the keys and the date of a row say together."""
    return key.school, key.grade, key.classes, day.day


def read_owner(
    school: CellValue | None,
    county: CellValue | None,
    around: Surroundings,
    source: str,
    settings: Settings,
) -> Owner:
    """Put a row's cells of school and county (None: no such column) together with its titles."""
    (name, no_name), (of, no_county) = _read_name(school), _read_name(county)
    found = around.school_of(source, name, of)
    system = settings.system_of(found.name, found.county)
    return Owner(found, system, found_flaws(no_name, no_county))


def read_key(
    owner: Owner, grade_cell: CellValue | None, class_cell: CellValue | None, around: Surroundings
) -> Key:
    """Put a row's cells of grade and class (None: no such column) together with its titles."""
    school, system, _ = owner
    grade, no_grade = _read_grade(grade_cell, system)
    reading, no_class = _read_class(class_cell, system)
    flaws = (*owner.flaws, *found_flaws(no_grade, no_class))
    if flaws or around.torn:
        return Key(school, None, None, flaws)
    # A grade column may hold 三（2）班, and a class column 三年级2班.
    stated = [r for r in (reading, grade) if r and r.grade is not None]
    if len({r.grade for r in stated}) > 1:
        text = clean(class_cell or "")
        return Key(school, None, None, (Flaw("unread-class", "", "class", text),))
    named = next((r.classes for r in (reading, grade) if r and r.classes), None)
    if stated and around.grade not in {None, stated[0].grade}:
        return Key(school, None, None, (_mismatch(grade_cell, class_cell, around),))
    classes = named if named is not None else around.classes
    if named is None and reading and not reading.classes:
        classes = ()
    named_grade = stated[0].grade if stated else around.grade
    cell, field = (class_cell, "class") if grade_cell is None else (grade_cell, "grade")
    far = "" if stated else "".join(i.text for i in around.inherited if i.field == "grade")
    of_primary = "小" in f"{grade_cell or ''}{class_cell or ''}{far}"
    in_stage = named_grade if of_primary else _in_stage_of(school.name, named_grade, system)
    if named_grade and in_stage is None:
        return Key(
            school, None, classes or (), (Flaw("unread-grade", "", field, clean(cell or "")),)
        )
    return Key(school, in_stage, classes or (), ())


def _in_stage_of(school: str | None, grade: int | None, system: SchoolSystem) -> int | None:
    """The grade of a school that may have none of primary; None: 一年级 of a 中学 may be any.

    Its first one is 初一 in a 初级中学.
    """
    if grade is None or grade > _YEARS_OF_A_STAGE or not school or _WITH_PRIMARY.search(school):
        return grade
    if _JUNIOR_ALONE.search(school):
        return grade + system.first_chuyi_grade - 1
    if _SENIOR_ALONE.search(school):
        return grade + FIRST_SENIOR_GRADE - 1
    return None if school.endswith("中学") else grade


def of_campus(key: Key, campus: CellValue | None) -> Key:
    """The key with its classes named by their campus, as those of each are counted from 1."""
    if campus in {None, ""} or key.classes is None:
        return key
    name = clean_name(campus or "")
    classes = tuple(class_of_campus(name, one) for one in key.classes)
    return key._replace(classes=classes or (name,))


def class_of_campus(campus: str, name: str) -> str:
    """Name a class of a campus: 东校区1班."""
    return f"{campus}{name}班" if name.isdecimal() else f"{campus}{name}"


RESETS: Final[Mapping[str, tuple[str, ...]]] = {
    "county": ("school", "campus", "grade", "class"),
    "school": ("campus", "grade", "class"),
    "campus": ("grade", "class"),
    "grade": ("class",),
    "date": ("weekday",),
}
"""A new value of the first is no longer followed by the old value of the others."""


def with_grade_asked(key: Key, class_: CellValue) -> Key:
    """A key that has to tell of its class, if that does not say its grade as others do."""
    if key.grade or key.flaws:
        return key
    return key._replace(flaws=(Flaw("unread-grade", "", "class", clean(class_)),))


def found_flaws(*flaws: Flaw | None) -> tuple[Flaw, ...]:
    """Those of some flaws that there are."""
    return tuple(flaw for flaw in flaws if flaw)


def _read_name(value: CellValue | None) -> tuple[str | None, Flaw | None]:
    if value is None or value == "":
        return None, None
    name = clean_name(value)
    if NO_VALUE.match(name):
        return None, Flaw("unread-class", "school", "school", name)
    return name, None


def _read_grade(
    value: CellValue | None, system: SchoolSystem
) -> tuple[ClassReading | None, Flaw | None]:
    if value is None:
        return None, None
    if value == "":
        return None, Flaw("unread-grade", "", "grade", "")
    grade = _GRADES[value, system]
    if not isinstance(grade, Outcome):
        return ClassReading(grade, ()), None
    reading = _CLASSES[value, system]
    if isinstance(reading, Outcome) or reading.grade is None:
        return None, Flaw("unread-grade", "", "grade", clean(value))
    return reading, None


def _read_class(
    value: CellValue | None, system: SchoolSystem
) -> tuple[ClassReading | None, Flaw | None]:
    if value is None:
        return None, None
    if value == "":
        return None, Flaw("unread-class", "blank", "class", "")
    reading = _CLASSES[value, system]
    if isinstance(reading, Outcome):
        return None, Flaw("unread-class", "", "class", clean(value))
    return reading, None


def _mismatch(grade: CellValue | None, class_: CellValue | None, around: Surroundings) -> Flaw:
    own = clean(class_ if class_ is not None else grade or "")
    far = next((i for i in around.inherited if i.field == "grade"), None)
    values = (
        ("where1", "cell"), ("value1", own),
        ("where2", far.where if far else ""), ("value2", far.text if far else ""),
    )  # fmt: skip
    return Flaw("context-mismatch", "class", "class", own, values)


def read_day(cell: CellValue | None, weekday: CellValue | None, around: Surroundings) -> Day:
    """The date of a row from its date and weekday cells; None: no such column."""
    stated = None if weekday is None or weekday == "" else _WEEKDAYS[weekday]
    field = "date"
    if cell in {None, ""} and weekday not in {None, ""} and around.day is None:
        # A bare 一 is a weekday in its own column only; 周五/周末 says more than a weekday.
        field = "weekday" if cell is None else "date"
        bare = isinstance(read_date(weekday or "", around.hint), Outcome)
        cell = f"周{'一二三四五六日'[stated - 1]}" if bare and isinstance(stated, int) else weekday
    if cell is None and (weekday is None or around.day is not None):
        flaw = _other_weekday(around.day, stated, weekday or "") if around.day else None
        return Day(around.day, around.days_off, weekday_flaw=flaw)
    cell = cell or ""
    if cell == "":
        return Day(None, flaws=(Flaw("unread-date", "blank", "date", ""),))
    reading = _DATES[cell, around.hint]
    if isinstance(reading, Outcome) or reading.day is None:
        case = reading.lacks if isinstance(reading, DateReading) else ""
        if isinstance(reading, Outcome) and is_several_days(cell):
            case = "several"
        elif case == "week" and around.yearless:
            case = "year"
        return Day(None, flaws=(Flaw("unread-date", case, field, clean(cell)),))
    if isinstance(stated, int):
        flaw = _other_weekday(reading.day, stated, weekday or "")
    else:
        flaw = _other_weekday(reading.day, reading.weekday, cell, "date")
    covers = reading.covers_days_off or around.days_off
    return Day(reading.day, covers, weekday_flaw=flaw)


def _other_weekday(
    day: date, said: int | Outcome | None, cell: CellValue, field: str = "weekday"
) -> Flaw | None:
    """What is wrong with a cell that says another weekday than that of `day`; None: nothing."""
    if not isinstance(said, int) or said == day.isoweekday():
        return None
    return Flaw("weekday-mismatch", "", field, clean(cell), (("day", day.isoformat()),))
