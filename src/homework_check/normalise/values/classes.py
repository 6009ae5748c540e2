"""Classes, alone or with their grade: 2班, 三（2）班, 302, 1-3班, 火箭班."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from homework_check.normalise.values.cleaning import BLANK_BESIDE_OTHER, ONE_SIGN, clean
from homework_check.normalise.values.grades import grade_name, named_grade
from homework_check.normalise.values.labels import is_none
from homework_check.normalise.values.numerals import WHOLE, whole
from homework_check.normalise.values.outcome import Outcome
from homework_check.normalise.values.words import alternatives, sections
from homework_check.patterns import late_pattern

if TYPE_CHECKING:
    from homework_check.settings import SchoolSystem
    from homework_check.workbook import CellValue


class ClassReading(NamedTuple):
    """The grade, if the cell states one, and the classes: numbers as text, or names.

    Empty `classes` stand for the whole grade.
    """

    grade: int | None
    classes: tuple[str, ...]


MOST_CLASSES: Final = 60
"""No grade has more; a longer range is something else."""

_LAST_GRADE: Final = 12
_INTAKE: Final = late_pattern(r"[0-9]{2}[级届]|^(?:19|20)[0-9]{2}$")
_CODE: Final = late_pattern(r"\(?0?(?P<grade>1[0-2]|[1-9])(?P<number>0[1-9]|[1-6][0-9])\)?班?")
_SHORT: Final = late_pattern(
    rf"(?P<grade>{WHOLE})(?=\()(?P<in_brackets>(?:\([^()]*\)班?)+)"
    r"|(?P<han>[一二三四五六七八九十]{1,2})[.·]?(?P<digits>[0-9]{1,2})班?"
    r"|(?P<digit>[0-9]{1,2})(?P<hans>[一二三四五六七八九]|十[一二三四五六七八九]?)班?"
    r"|(?P<one>[一二三四五六七八九])(?P<other>[一二三四五六七八九])班"
    r"|(?P<before>[0-9]{1,2})[.·](?P<after>[0-9]{1,2})班"
)
_NUMBERED: Final = late_pattern(rf"第?(?:class|c)?\.?\(?({WHOLE})\)?班?")
_BETWEEN_CLASSES: Final = late_pattern(
    rf"班 (?=[^ ]*班)|(?<=[0-9一二三四五六七八九十])班(?=第?{WHOLE}班)"
)
_BEHIND_GRADE: Final = late_pattern(rf"(?<=年级)[/-](?=\(?{WHOLE}\)?班)")
_BRACKETED: Final = late_pattern(r"\(([^()]+)\)(班?)")
_BETWEEN_ITEMS: Final = late_pattern(
    rf"[、,;/&和及](?![^()]*\))|(?:(?<=\))|(?<=\)班))(?=\({WHOLE}\))"
)
_RANGE: Final = late_pattern(r"([^-~〜—–至到]+)(?:[-~〜—–]{1,2}|至|到)(?![^()]*\))([^-~〜—–至到]+)")
_LETTERED: Final = late_pattern("[0-9]{0,2}[a-z]")
_HAN: Final = "\u3400-\u9fff"
_NAME: Final = late_pattern(
    rf"[^\W_]{{1,12}}班|[{_HAN}]|[0-9]{{0,2}}[A-Za-z]|[^\W\d_{_HAN}]{{1,12}}"
)
"""Chinese words are the name of a class only with 班: without it 走读 and 王小明 would be some."""


def read_class(value: CellValue, system: SchoolSystem) -> ClassReading | Outcome:
    """Read one class or several, of one grade; a name stays as it is written.

    A class named by the year it entered school (2023级3班) is not understood.
    """
    listed = _BETWEEN_CLASSES.sub("班、", clean(value).translate(ONE_SIGN))
    text = _BEHIND_GRADE.sub("", BLANK_BESIDE_OTHER.sub("", listed))
    if is_none(text):
        return Outcome.NONE
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        return Outcome.UNREAD
    if _INTAKE.search(text) or _is_no_name(text):
        return Outcome.UNREAD
    if "班(" in text or text.endswith("老师"):
        text = _grade_behind().sub(r"\g<grade>\g<name>", _behind_class().sub("", text))
    readings = [_item(item, system) for item in _BETWEEN_ITEMS.split(text)]
    return _joined(readings) or Outcome.UNREAD


def _joined(readings: list[ClassReading | None]) -> ClassReading | None:
    """Put the items of a list together; None if one is not understood or grades differ."""
    known = [reading for reading in readings if reading is not None]
    grades = {reading.grade for reading in known} - {None}
    if len(known) < len(readings) or len(grades) > 1:
        return None
    if len(known) > 1 and not all(reading.classes for reading in known):
        return None
    classes = dict.fromkeys(name for reading in known for name in reading.classes)
    return ClassReading(grades.pop() if grades else None, tuple(classes))


def _item(text: str, system: SchoolSystem) -> ClassReading | None:
    if ends := _RANGE.fullmatch(text):
        first, last = (_item(end, system) for end in ends.groups())
        return _between(first, last) or _falling(first, last)
    grade, rest = _split(text, system)
    if grade == 0:
        return None
    if not rest:
        return ClassReading(grade, ()) if grade else None
    classes = _classes(rest, system)
    return None if classes is None else ClassReading(grade, classes)


def _split(text: str, system: SchoolSystem) -> tuple[int | None, str]:
    """Take the grade off: None if there is none, 0 if it is impossible."""
    if named := grade_name().match(text.casefold()):
        return named_grade(named, system) or 0, text[named.end() :]
    if code := _CODE.fullmatch(text):
        return int(code["grade"]), code["number"]
    if short := _SHORT.fullmatch(text):
        grade, rest = (group for group in short.groups() if group)
        number = whole(grade) or 0
        return number if number <= 12 else 0, rest
    return None, text


def _classes(text: str, system: SchoolSystem) -> tuple[str, ...] | None:
    """Read classes without a grade; the empty tuple is the whole grade."""
    folded = text.casefold()
    if folded.strip("()") in sections()["class"]["whole"]:
        return ()
    if numbered := _NUMBERED.fullmatch(folded):
        number = whole(numbered[1])
        if number is not None and number <= MOST_CLASSES:
            return (str(number),) if number else None
        return (text,) if folded.endswith("班") else None
    items = [item for item in _BETWEEN_ITEMS.split(text) if item]
    if len(items) > 1 or _BRACKETED.fullmatch(text):
        inner = _BRACKETED.fullmatch(text)
        joined = read_class("".join(inner.groups()) if inner else text, system)
        return joined.classes if isinstance(joined, ClassReading) and not joined.grade else None
    name = text[5:] if folded.startswith("class") else text
    name = name.upper() if _LETTERED.fullmatch(name) else name
    return (name,) if _NAME.fullmatch(name) and not _is_no_name(text) else None


def _is_no_name(text: str) -> bool:
    return text.casefold() in sections()["class"]["no_name"]


@cache
def _behind_class() -> re.Pattern[str]:
    """Give the pattern of what may stand behind a class and changes nothing: （45人）, 王老师."""
    teacher = rf"[^()]{{0,4}}{alternatives('class', 'teacher')}:?[^()]{{0,4}}"
    behind = rf"{alternatives('class', 'behind')}|[0-9]{{1,3}}人|{teacher}"
    return re.compile(rf"(?<=班)(?:\((?:{behind})\)|[{_HAN}]{{1,3}}老师$)")


@cache
def _grade_behind() -> re.Pattern[str]:
    """Give the pattern of a class with its grade in brackets behind it: 火箭班（三年级）."""
    plain = re.sub(r"\(\?P<\w+>", "(?:", grade_name().pattern)
    return re.compile(rf"^(?P<name>[^()]+班)\((?P<grade>{plain})\)$")


def _falling(first: ClassReading | None, last: ClassReading | None) -> ClassReading | None:
    """Read 3-1, which can be no range, as grade and class."""
    if first is None or last is None or first.grade or last.grade:
        return None
    ends = [whole(name) for name in first.classes + last.classes]
    if len(ends) != 2 or ends[0] is None or ends[1] is None:
        return None
    return ClassReading(ends[0], last.classes) if ends[1] <= ends[0] <= _LAST_GRADE else None


def _between(first: ClassReading | None, last: ClassReading | None) -> ClassReading | None:
    """Give all classes of a range; None unless it goes upwards within one grade."""
    if first is None or last is None or last.grade not in {None, first.grade}:
        return None
    ends = [whole(name) for name in first.classes + last.classes]
    if len(ends) != 2 or ends[0] is None or ends[1] is None or ends[0] >= ends[1]:
        return None
    return ClassReading(first.grade, tuple(str(n) for n in range(ends[0], ends[1] + 1)))
