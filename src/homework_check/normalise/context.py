"""What title lines, sheet, file and folder names state for everything under them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from homework_check.model import Form, Place
from homework_check.normalise.values import Outcome, Unit, read_class, read_subject
from homework_check.settings import Period

if TYPE_CHECKING:
    from homework_check.normalise.values import ClassReading
    from homework_check.settings import SchoolSystem

_RULE_TEXT = re.compile("不超过|不得|不布置|不留|要求|说明|注[:：]|填写|提示")
_EXPORTED = re.compile("(?:导出|填报|制表|打印|上报|提交|生成)(?:时间|日期)")

_DAY = (
    r"(?:(?P<y{0}>20\d\d)\s*[年./-]\s*)?"
    r"(?P<m{0}>\d{{1,2}})\s*[月./-]\s*(?P<d{0}>\d{{1,2}})\s*[日号]?"
)
_TO = r"\s*(?:[-—–~～至到]+)\s*"
_SPAN = re.compile(
    rf"(?<!\d){_DAY.format(1)}(?:[（(][^（）()]*[）)])?"
    rf"(?:{_TO}(?:{_DAY.format(2)}|(?P<d3>\d{{1,2}})\s*[日号]))?(?!\d)"
)
_COMPACT = re.compile(r"(?<!\d)(20\d\d)(\d\d)(\d\d)(?:[-—_~至]+(?:20\d\d)?(\d\d)(\d\d))?(?!\d)")
_SCHOOL_YEAR = re.compile(r"(20\d\d)\s*[-—–~～/至]\s*(?:20)?\d\d\s*学年|(20\d\d)\s*学年")
_YEAR = re.compile(r"(?<!\d)(20\d\d)\s*(?:年|[春秋])")
_TERM = re.compile(
    r"(?:20\d\d)?\s*[-—–~～/至]?\s*(?:20)?\d*\s*学?年?度?[春秋]?季?第?[一二上下]?学期|20\d\d\s*年[春秋]?季?"
)

_KIND = "(?:初级中学|高级中学|小学校|小学|中学|学校|附小|附中|中心校|教学点|九年一贯制学校)"
_SCHOOL = re.compile(
    rf"[一-鿿A-Za-z0-9]{{2,}}?{_KIND}(?:附属?(?:{_KIND}))?(?![部一二三四五六七八九]?年级)"
)
_NOT_A_NAME = re.compile(r"^(?:全[区县市镇]|各|我|本|义务教育|中小|所有|家庭|学校)")
_GRADE = (
    "(?:小学|初中|高中)?(?:[一二三四五六七八九1-9]年级?|初[一二三四]|高[一二三]"
    "|小[一二三四五六]|[一二三四五六七八九1-9])"
)
_NUMBER = (
    r"(?:[（(]\s*(?:\d{1,2}|[一二三四五六七八九十]+)\s*[）)]|\d{1,2}|[一二三四五六七八九十]{1,2})"
)
_CLASS = re.compile(rf"(?<![\d第、至到\-—~～])(?:{_GRADE}\s*)?{_NUMBER}\s*班(?!级)")
_WHOLE_GRADE = re.compile(
    r"(?<![、至到\-—~～和及])(?:小学|初中|高中)?"
    r"(?:[一二三四五六七八九]年级|初[一二三四](?!中|级)|高[一二三](?!中|级))(?![、至到\-—~～和及])"
)
_FORM = re.compile(
    r"(书面|口头|实践)(?:家庭)?作业(?:登记|公示|统计|时长|时间|情况|安排|清单|记录|布置|表|$)"
)
_UNIT = re.compile(r"单位[:：]?\s*[(（]?(分钟|小时)")
_VACATION = re.compile("寒假|暑假")
_DAYS_OFF = re.compile("周末|假期|国庆|五一|双休|元旦|中秋|端午|清明")
_PAPERWORK = re.compile("作业|登记|公示|统计|表|组|教师|老师|科组?")
_LABELLED = re.compile(
    r"(学校|校名|单位|填报单位|学校名称|县区|区县|县[(（]市、区[)）])\s*[:：]\s*([^\s:：]{2,})"
)


@dataclass(frozen=True, slots=True)
class Statement:
    """What one title line or name states, and where it stands; None: nothing about it.

    `where` is ``title A1``, ``sheet``, ``file`` or ``folder``.
    """

    text: str
    where: str
    school: str | None = None
    county: str | None = None
    class_: ClassReading | None = None
    period: Period | None = None
    year: int | None = None
    school_year: int | None = None
    unit: Unit | None = None
    form: Form | None = None
    place: Place | None = None
    subject: str | None = None
    days_off: bool = False
    vacation: bool = False


def read_statement(text: str, where: str, system: SchoolSystem) -> Statement:
    """All that one title line or name states; texts that quote the rules state nothing."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain or len(plain) > 120 or _RULE_TEXT.search(plain):
        return Statement(text, where)
    county, school = _names(plain)
    period = None if _EXPORTED.search(plain) else _period(plain)
    school_year = _SCHOOL_YEAR.search(plain)
    year = _YEAR.search(plain)
    form = _FORM.search(plain)
    unit = _UNIT.search(plain)
    subject, known = read_subject(_PAPERWORK.sub("", plain) or "-")
    return Statement(
        text=text.strip(),
        where=where,
        school=school,
        county=county,
        class_=_class(plain, system),
        period=period,
        year=int(year[1]) if year else period.first.year if period else None,
        school_year=int(school_year[1] or school_year[2]) if school_year else None,
        unit=(Unit.MINUTES if unit[1] == "分钟" else Unit.HOURS) if unit else None,
        form=(Form.WRITTEN if form[1] == "书面" else Form.OTHER) if form else None,
        place=Place.HOME if "家庭作业" in plain else None,
        subject=subject if known else None,
        days_off=bool(_DAYS_OFF.search(plain)),
        vacation=bool(_VACATION.search(plain)),
    )


def _period(text: str) -> Period | None:
    """The dates a text names; None without a year, so that no year is guessed."""
    if match := _COMPACT.search(text):
        year, first_month, first_day, last_month, last_day = match.groups()
        return _span(int(year), first_month, first_day, int(year), last_month, last_day)
    match = _SPAN.search(text)
    if match is None:
        return None
    year = _YEAR.search(text)
    first_year = int(match["y1"] or (year[1] if year else 0))
    if not first_year:
        return None
    last_day = match["d2"] or match["d3"]
    return _span(
        first_year,
        match["m1"],
        match["d1"],
        int(match["y2"] or first_year),
        match["m2"] or (match["m1"] if last_day else None),
        last_day,
    )


def _span(  # noqa: PLR0913  the six numbers of two dates
    year: int, month: str, day: str, last_year: int, last_month: str | None, last_day: str | None
) -> Period | None:
    try:
        first = date(year, int(month), int(day))
        last = date(last_year, int(last_month), int(last_day)) if last_month and last_day else first
    except ValueError:
        return None
    if last < first:
        last = date(last.year + 1, last.month, last.day) if last.month < first.month else first
    return Period(first, last)


def monday_of(period: Period) -> date | None:
    """The Monday of the week a period names; None where it is longer than a week."""
    monday = period.first - timedelta(days=period.first.weekday())
    return monday if period.last - monday < timedelta(days=7) else None


def _names(text: str) -> tuple[str | None, str | None]:
    """County and school, as labelled or as a name that ends in 小学, 中学 ..."""
    labelled = {m[1]: m[2] for m in _LABELLED.finditer(text) if m[2] not in {"分钟", "小时"}}
    if labelled:
        county = next((name for label, name in labelled.items() if label[0] in "县区"), None)
        school = next((name for label, name in labelled.items() if label[0] not in "县区"), None)
        return county, school
    found = (match[0] for match in _SCHOOL.finditer(_TERM.sub(" ", text)))
    return None, next((name for name in found if not _NOT_A_NAME.match(name)), None)


def _class(text: str, system: SchoolSystem) -> ClassReading | None:
    """The class or whole grade a text names; None where it names several."""
    for pattern in (_CLASS, _WHOLE_GRADE):
        readings = {read_class(match[0], system) for match in pattern.finditer(text)}
        if readings:
            reading = readings.pop()
            return None if readings or isinstance(reading, Outcome) else reading
    return None


def classes_agree(near: ClassReading, far: ClassReading) -> bool:
    """Whether two statements of the class can both be true: 三年级 and 2班 can."""
    grades = near.grade is None or far.grade is None or near.grade == far.grade
    names = not near.classes or not far.classes or bool({*near.classes} & {*far.classes})
    return grades and names


def schools_agree(near: str, far: str) -> bool:
    """Whether two names may be of one school: 第一小学 and 贵港市第一小学 may."""
    return near in far or far in near


def periods_agree(near: Period, far: Period) -> bool:
    """Whether two periods have a day in common."""
    return near.first <= far.last and far.first <= near.last
