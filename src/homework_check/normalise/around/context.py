"""What title lines, sheet, file and folder names state for everything under them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from homework_check.normalise.around.intakes import Stages, hinted_school_year, in_grades
from homework_check.normalise.around.naming import county_of_folder, stated_class, stated_names
from homework_check.normalise.around.noted_forms import noted_form
from homework_check.normalise.around.periods import (
    stated_month,
    stated_period,
    stated_school_year,
    stated_week,
    stated_year,
    without_days,
)
from homework_check.normalise.around.stated_units import stated_unit
from homework_check.normalise.around.stated_work import noted_place, stated_form, stated_place
from homework_check.normalise.values import (
    ClassReading,
    Outcome,
    YearHint,
    read_choice,
    read_class,
    read_place,
    read_subject,
)
from homework_check.normalise.values.cleaning import fold
from homework_check.normalise.values.content import days_off
from homework_check.normalise.values.dates import LEAP_YEAR
from homework_check.normalise.values.words import alternatives
from homework_check.patterns import late_pattern

if TYPE_CHECKING:
    from homework_check.model import Form, Place
    from homework_check.normalise.values import Unit
    from homework_check.settings import Period, Settings

_LONGEST = 120
_RULE_TEXT = late_pattern("不超过|不得|不布置|不留|要求|说明|注[:：]|填写|提示")
_BRACKETS = late_pattern(r"\([^()]*\)")
_EXPORTED = late_pattern("(?:导出|填报|制表|打印|上报|提交|生成)(?:时间|日期)")
_VACATION = late_pattern(alternatives("vacation", "words"))
_DAY_SIGNS = frozenset("月./-")
_NAMED_CLASS = late_pattern(
    r"[^\W\d_]{1,5}班|[一二三四五六七八九](?:\d{1,2}|\(\d{1,2}\))|[1-9](?:0[1-9]|1\d)"
)
_PAPERWORK = late_pattern("作业|登记|公示|统计|表|组|教师|老师|科组?")
NO_HINT = YearHint()
_ANY_YEAR = YearHint(year=LEAP_YEAR)


class Statement(NamedTuple):
    """What one title line or name states, and where it stands; None: nothing about it.

    `where` is ``title A1``, ``note A9``, ``sheet``, ``file`` or ``folder NAME``. `yearless`: it
    names a day of no year, and no `period`. `unplaced`: it names places, and none of them for
    everything.
    """

    text: str
    where: str
    school: str | None = None
    county: str | None = None
    class_: ClassReading | None = None
    period: Period | None = None
    yearless: bool = False
    month: Period | None = None
    year: int | None = None
    school_year: int | None = None
    unit: Unit | None = None
    form: Form | None = None
    place: Place | None = None
    unplaced: bool = False
    subject: str | None = None
    choice: str | None = None
    days_off: bool = False
    vacation: bool = False


def read_statement(
    text: str, where: str, settings: Settings, hint: YearHint = NO_HINT
) -> Statement:
    """All that one title line or name states; a note no more than unit, form and place.

    `hint` gives the year of days that are stated without one, and the term of a week that is
    stated by its number alone.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    unit = stated_unit(plain)
    plain = _BRACKETS.sub(lambda part: "" if _RULE_TEXT.search(part[0]) else part[0], plain)
    if not plain or len(plain) > _LONGEST:
        return Statement(text, where, unit=unit)
    of_work = _copy().sub("", plain)
    if _RULE_TEXT.search(plain):
        return Statement(text, where, unit=unit, form=noted_form(plain), place=noted_place(of_work))
    placed = stated_place(of_work)
    county, school = stated_names(plain)
    if where.startswith("folder"):
        county = county or county_of_folder(plain)
    period = own = None
    yearless = False
    if not _EXPORTED.search(plain):
        period = stated_period(plain, hint) or stated_week(plain, hint, settings.calendar)
        own = period if hint == NO_HINT else stated_period(plain, NO_HINT)
        yearless = period is None and _names_day_of_no_year(plain)
    hint = hint._replace(period=period or hint.period)
    school_year = stated_school_year(plain) or hinted_school_year(hint)
    graded = in_grades(plain, school_year, Stages(school, settings.school_system))
    subject, known = read_subject(_PAPERWORK.sub("", of_work) or "-")
    return Statement(
        text=text.strip(),
        where=where,
        school=school,
        county=county,
        class_=stated_class(graded, settings.school_system) or _named_class(plain, where, settings),
        period=period,
        yearless=yearless,
        month=None if period else stated_month(plain),
        year=stated_year(plain) or (own.first.year if own else None),
        school_year=stated_school_year(plain),
        unit=unit,
        form=stated_form(of_work) or noted_form(plain),
        place=placed.place,
        unplaced=placed.unplaced,
        subject=subject if known else None,
        choice=None if isinstance(choice := read_choice(of_work or "-"), Outcome) else choice,
        days_off=bool(days_off("words", "titles").search(fold(plain))),
        vacation=bool(_VACATION.search(plain)),
    )


def _names_day_of_no_year(text: str) -> bool:
    # Most names have none of the signs of a day, and looking for one costs as much as all else.
    if _DAY_SIGNS.isdisjoint(text) and not text.isascii():
        return False
    return stated_period(text, _ANY_YEAR) is not None


def _named_class(text: str, where: str, settings: Settings) -> ClassReading | None:
    """The class that a sheet or file is named after: 甲班, 火箭班, 三1, 301; not 全班 or 延时班."""
    text = without_days(text).strip(" _-")
    if where not in {"sheet", "file"} or not _NAMED_CLASS.fullmatch(text):
        return None
    if not isinstance(read_place(text), Outcome):
        return None
    reading = read_class(text, settings.school_system)
    return reading if isinstance(reading, ClassReading) and reading.classes else None


@cache
def _copy() -> re.Pattern[str]:
    """What programs and people add to the name of a copy: 语文 (2), 语文 - 副本."""
    word = alternatives("role", "copy")
    return re.compile(rf"^副本|(?:[-—_ ]*(?:{word}|\(\d+\))\d?)+$", re.IGNORECASE)
