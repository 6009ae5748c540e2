"""Names of schools, counties and classes in title lines, and in names of sheets and files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homework_check.model import plain_name
from homework_check.normalise.around.periods import without_days
from homework_check.normalise.values import ClassReading, Outcome, read_class, read_grade
from homework_check.patterns import late_pattern

if TYPE_CHECKING:
    from homework_check.settings import SchoolSystem

_KIND = (
    "(?:初级中学|高级中学|小学校(?![内外园本])|小学|中学|学校|附小|附中|中心校|教学点"
    "|九年一贯制学校)"
)
_SCHOOL = late_pattern(
    rf"[一-鿿A-Za-z0-9]{{2,}}?{_KIND}(?:附属?{_KIND})*"
    r"(?:[（(][^（）()]{1,8}校区[）)]|[一-鿿]{0,4}(?:分校|校区))?"
)
_ENGLISH_SCHOOL = late_pattern(r"(?:[A-Z][\w'.-]* )+School\b")
_NO_ENGLISH_NAME = frozenset(
    {"After", "Before", "Elementary", "High", "Home", "Junior", "Middle", "Our", "Primary",
     "Secondary", "The"}
)  # fmt: skip
_NOT_A_NAME = late_pattern(
    r"^(?:全[区县市镇乡省]|各|我|本|中小|所有|家庭|学校)"
    rf"|义务教育|[省市区]{_KIND}$|(?<!城)中小学|各(?:小学|中学|学校)"  # 城中小学 is a usual name
)
_ENGLISH_WORD = "[A-Z][A-Za-z0-9'.&-]*"
_LABELLED = late_pattern(
    r"(学校|校名|单位|填报单位|学校名称|县区|区县|县[(（]市、区[)）])\s*[:：]\s*"
    rf"(?!分钟|小时|分[)）,，])({_ENGLISH_WORD}(?: {_ENGLISH_WORD})+|[^\s:：]{{2,}})"
)
_ENGLISH_LABELLED = late_pattern(
    r"\bschool\s*:\s*([^:,;]{2,}?)(?=\s*(?:$|[,;]|\b(?:grade|class|week|date)\b))", re.IGNORECASE
)
_COUNTY_FOLDER = late_pattern(
    r"[\d\s._、-]*(?P<county>[一-鿿]{1,6}[县区旗])(?:教育局|上报|报送|汇总|材料|作业|各校|学校)*"
)
_NO_COUNTY = late_pattern("(?:[校社片学小城地市县园教]|工业)区$")
_BRACKETS = late_pattern("[()]")
_GRADE_LABEL = late_pattern(r"(?:(?<!学)年级|\bgrade)\s*[:：]\s*([^\s:：,，;；]+)", re.IGNORECASE)
_CLASS_LABEL = late_pattern(r"(?:班级|\bclass)\s*[:：]\s*([^\s:：,，;；]+)", re.IGNORECASE)
_ENGLISH_CLASS = late_pattern(
    r"\b(?:grade|year)\s*[1-9],?\s*class\s*(?:\d{1,2}|[a-z])\b|\bclass\s*[1-9]\s*\(\d{1,2}\)"
    r"|\b(?:grade|year|class)\s*[1-9][a-z]\b|\b(?:grade|year)\s*[1-9]\b(?!\s*[-–/]\s*\d)",
    re.IGNORECASE,
)
_LETTERED = late_pattern(r"class\s*([1-9][a-z])", re.IGNORECASE)
"""A class whose grade stands before its letter: Class 4A."""

_GRADE = (
    "(?:[一二三四五六七八九1-9]年级?|初[一二三四]|高[一二三]|小[一二三四五六]"
    "|[一二三四五六七八九1-9])"
)
_STAGE = "(?:小学|初中|高中)"
_NUMBER = (
    r"(?:[（(]\s*(?:\d{1,2}|[一二三四五六七八九十]+|[A-Z])\s*[）)]|\d{1,2}|[一二三四五六七八九十]{1,2}"
    r"|(?<=[级年])\s*[A-Z](?=\s*班))"
)
_MORE = rf"(?>\s*班?\s*[-—~～至到、和及]?\s*{_NUMBER})*"
"""Further numbers, each as it is found first: a long row of digits divides in endless ways."""

_CLASS = late_pattern(
    rf"(?<![\d第、至到\-—~～])(?:{_STAGE}(?={_GRADE}\s*年?级?))?"
    rf"(?:{_GRADE}\s*)?{_NUMBER}{_MORE}\s*班(?!级)"
)
_WHOLE_GRADE = late_pattern(
    rf"(?<![、至到\-—~～和及一二三四五六七八九]){_STAGE}?"
    r"(?:[一二三四五六七八九]年级|初[一二三四](?!中|级)|高[一二三](?!中|级))(?![、至到\-—~～和及])"
)


def stated_names(text: str) -> tuple[str | None, str | None]:
    """County and school, as labelled or as a name that ends in 小学, 中学 ..."""
    labelled = {m[1]: m[2] for m in _LABELLED.finditer(text) if m[2] not in {"分钟", "小时"}}
    if labelled:
        county = next((name for label, name in labelled.items() if label[0] in "县区"), None)
        school = next((name for label, name in labelled.items() if label[0] not in "县区"), None)
        return county, school
    if english := _ENGLISH_LABELLED.search(text):
        return None, english[1].strip()
    if (english := _ENGLISH_SCHOOL.search(text)) and {*english[0].split()[:-1]} - _NO_ENGLISH_NAME:
        return None, english[0]
    found = (match[0] for match in _SCHOOL.finditer(without_days(text)))
    return None, next((name for name in found if not _NOT_A_NAME.search(name)), None)


def county_of_folder(name: str) -> str | None:
    """The county that a folder is named after, as 01青山县上报 is."""
    found = _COUNTY_FOLDER.fullmatch(name)
    return None if found is None or _NO_COUNTY.search(found["county"]) else found["county"]


def stated_class(text: str, system: SchoolSystem) -> ClassReading | None:
    """The class or whole grade a text names; None where it names several grades."""
    labelled = _labelled_class(text, system)
    if labelled is not Outcome.NONE:
        return None if isinstance(labelled, Outcome) else labelled
    for pattern in (_CLASS, _WHOLE_GRADE, _ENGLISH_CLASS):
        readings = {_read(match[0], system) for match in pattern.finditer(text)}
        if readings:
            reading = readings.pop()
            return None if readings or isinstance(reading, Outcome) else reading
    return None


def _read(text: str, system: SchoolSystem) -> ClassReading | Outcome:
    """Read a class; the 小学 before it may be the end of a school's name."""
    if lettered := _LETTERED.fullmatch(text):
        return read_class(f"grade{lettered[1]}", system)
    reading = read_class(text, system)
    if not isinstance(reading, Outcome) and (reading.grade or not text.startswith("小学")):
        return reading
    # With 小学 before it, 五1班 is only understood as a name.
    return read_class(re.sub(f"^{_STAGE}|(?i:^class(?=.*[(]))|,", "", text), system)


def _labelled_class(text: str, system: SchoolSystem) -> ClassReading | Outcome:
    """年级：三 班级：2, in one line or only one of them; two grades are not understood."""
    labels = _GRADE_LABEL.search(text), _CLASS_LABEL.search(text)
    grade = read_grade(labels[0][1], system) if labels[0] else Outcome.NONE
    named = read_class(labels[1][1], system) if labels[1] else Outcome.NONE
    if isinstance(named, ClassReading):
        own = None if isinstance(grade, Outcome) else grade
        if named.grade is not None and own not in {None, named.grade}:
            return Outcome.UNREAD
        return ClassReading(named.grade if own is None else own, named.classes)
    return Outcome.NONE if isinstance(grade, Outcome) else ClassReading(grade, ())


def classes_agree(near: ClassReading, far: ClassReading) -> bool:
    """Whether two statements of the class can both be true: 三年级 and 2班 can."""
    grades = near.grade is None or far.grade is None or near.grade == far.grade
    names = not near.classes or not far.classes or bool({*near.classes} & {*far.classes})
    return grades and names


def schools_agree(near: str, far: str) -> bool:
    """Whether two names may be of one school: 第一小学 and 贵港市第一小学（东校区） may."""
    one, other = (_BRACKETS.sub("", plain_name(name)) for name in (near, far))
    return one in other or other in one
