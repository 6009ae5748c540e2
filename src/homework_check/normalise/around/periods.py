"""The days that a title line or a name states: 2023年9月4日—9月8日, 20230904-0908."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from homework_check.normalise.values.date_parts import MONTHS
from homework_check.normalise.values.dates import year_of
from homework_check.normalise.values.numerals import whole
from homework_check.patterns import late_pattern
from homework_check.settings import Period

if TYPE_CHECKING:
    from homework_check.normalise.values import YearHint
    from homework_check.schooldays import Calendar

_DAY = (
    r"(?:(?P<y{0}>20\d\d)\s*[年./-]\s*)?"
    r"(?P<m{0}>\d{{1,2}})\s*[月./-]\s*(?P<d{0}>\d{{1,2}})\s*[日号]?"
)
_TO = r"\s*(?:[-—–~～至到]+)\s*"
_SPAN = late_pattern(
    rf"(?<![\d.]){_DAY.format(1)}(?:[（(][^（）()]*[）)])?"
    rf"(?:{_TO}(?:{_DAY.format(2)}|(?P<d3>\d{{1,2}})\s*[日号]))?(?![\d.])"
)
_MONTH = rf"(?:{'|'.join(MONTHS)})[a-z]*\.?"
_NTH = r"(\d{1,2})(?:st|nd|rd|th)?"
_UNTIL = r"\s*(?:[-—–~～至到]+|\bto\b)\s*"
_YEAR_BEHIND = r"(?:,?\s*(20\d\d))?(?!\d)"
_ENGLISH_WORD = late_pattern("[A-Za-z]{3}")
_MONTH_FIRST = late_pattern(
    rf"\b({_MONTH})\s*{_NTH}(?:{_UNTIL}(?:({_MONTH})\s*)?{_NTH})?{_YEAR_BEHIND}", re.IGNORECASE
)
_DAY_FIRST = late_pattern(
    rf"\b{_NTH}(?:\s*({_MONTH}))?(?:{_UNTIL}{_NTH})?\s*({_MONTH}){_YEAR_BEHIND}", re.IGNORECASE
)
_COMPACT = late_pattern(r"(?<!\d)(20\d\d)(\d\d)(\d\d)(?:[-—_~至]+(?:20\d\d)?(\d\d)(\d\d))?(?!\d)")
_SCHOOL_YEAR = late_pattern(r"(20\d\d)\s*[-—–~～/至]+\s*(?:20)?\d\d\s*学年|(20\d\d)\s*学年")
_AUTUMN_OF_A_YEAR = late_pattern(r"(?<!\d)(20\d\d)\s*年?\s*秋")
_YEAR = late_pattern(r"(?<!\d)(20\d\d)\s*(?:年(?!\s*秋)|春)")
_MONTH_OF_YEAR = late_pattern(r"(?<!\d)(20\d\d)\s*[年./-]\s*(\d{1,2})\s*月份?(?!\s*\d)")
_TERM = late_pattern(
    r"(?:20\d\d)?\s*[-—–~～/至]*\s*(?:20)?\d*\s*学?年?度?[春秋]?季?第?[一二上下]?学期"
    r"|20\d\d\s*年?[春秋]?季?|第\s*[0-9一二三四五六七八九十]+\s*周"
)


_WEEK = late_pattern(r"第\s*([0-9一二三四五六七八九十]+)\s*(?:教学)?周")
_HALF = late_pattern("第[一二]学期|[上下]学期|[秋春]")
_AUTUMN = {"第一学期", "上学期", "秋"}


def stated_year(text: str) -> int | None:
    """The calendar year a text names: 2023年, 2024春, but not 2023秋, which ends in the next.

    None: it names none.
    """
    year = _YEAR.search(text)
    return int(year[1]) if year else None


def stated_school_year(text: str) -> int | None:
    """The first year of the school year a text names (None: none): 2023—2024学年, 2023年秋."""
    if found := _SCHOOL_YEAR.search(text):
        return int(found[1] or found[2])
    autumn = _AUTUMN_OF_A_YEAR.search(text)
    return int(autumn[1]) if autumn else None


def stated_period(text: str, hint: YearHint) -> Period | None:
    """The days a text names; without a year there or in `hint` None: no year is guessed."""
    if match := _COMPACT.search(text):
        year, first_month, first_day, last_month, last_day = match.groups()
        return _span(int(year), first_month, first_day, int(year), last_month, last_day)
    match = next((m for m in _SPAN.finditer(text) if _is_date(m, text)), None)
    if match is None:
        return _english_period(text, hint)
    month, last_day = match["m1"], match["d2"] or match["d3"]
    first_year = int(
        match["y1"] or stated_year(text) or year_of(int(month), int(match["d1"]), hint) or 0
    )
    last_month = match["m2"] or (month if last_day else None)
    last_year = match["y2"] or first_year
    return _span(
        int(first_year or 0), month, match["d1"], int(last_year or 0), last_month, last_day
    )


def stated_month(text: str) -> Period | None:
    """All days of the month a text names, with its year: 2023年9月作业. None: it names none."""
    found = _MONTH_OF_YEAR.search(text)
    if found is None or int(found[2]) not in range(1, 13):
        return None
    year, month = int(found[1]), int(found[2])
    next_month = date(year + month // 12, month % 12 + 1, 1)
    return Period(date(year, month, 1), next_month - timedelta(days=1))


def _english_period(text: str, hint: YearHint) -> Period | None:
    """September 11 - 15, 2023, and 11-15 September 2023."""
    if not _ENGLISH_WORD.search(text):
        return None
    if match := _MONTH_FIRST.search(text):
        month, first, last_month, last, year = match.groups()
    elif match := _DAY_FIRST.search(text):
        first, first_month, last, last_month, year = match.groups()
        month = first_month or last_month
    else:
        return None
    number = _month(month)
    known = int(year or stated_year(text) or year_of(number, int(first), hint) or 0)
    last_number = str(_month(last_month or month)) if last else None
    return _span(known, str(number), first, known, last_number, last)


def _month(name: str) -> int:
    return MONTHS.index(name[:3].lower()) + 1


def stated_week(text: str, hint: YearHint, calendar: Calendar) -> Period | None:
    """The teaching week a text numbers (第5周); None unless a term start says which days it has.

    Of several terms the year or school year counts that the text or `hint` names, and the term
    (第一学期) if the text names one.
    """
    week = _WEEK.search(text)
    number = whole(week[1]) if week else None
    if number is None:
        return None
    school_year = stated_school_year(text) or hint.school_year
    year = None if school_year else stated_year(text) or hint.year
    within = None
    if school_year is not None:
        half = _HALF.search(text)
        first = half is None or half[0] in _AUTUMN
        last = half is None or half[0] not in _AUTUMN
        within = Period(
            date(school_year, 8, 1) if first else date(school_year + 1, 2, 1),
            date(school_year + 1, 7, 31) if last else date(school_year + 1, 1, 31),
        )
    elif year is not None:
        within = Period(date(year, 1, 1), date(year, 12, 31))
    return calendar.teaching_week(number, within)


def without_days(text: str) -> str:
    """The text without its days, weeks, terms and years, which names would swallow."""
    return _TERM.sub(" ", _SPAN.sub(" ", _COMPACT.sub(" ", text)))


def monday_of(period: Period) -> date | None:
    """The Monday of the week a period names; None where it is longer than a week."""
    week = Period.week_of(period.first)
    return week.first if period.last in week else None


def _is_date(match: re.Match[str], text: str) -> bool:
    """A bare 9.4 is a date only as the whole text, or as one end of a range."""
    return bool(match["y1"] or match["m2"] or "月" in match[0] or match[0] == text)


def _span(  # noqa: PLR0913  the six numbers of two dates
    year: int, month: str, day: str, last_year: int, last_month: str | None, last_day: str | None
) -> Period | None:
    try:
        first = date(year, int(month), int(day))
        last = date(last_year, int(last_month), int(last_day)) if last_month and last_day else first
        if last.month < first.month and last < first:
            last = last.replace(year=last.year + 1)
    except ValueError:
        return None
    return Period(first, max(first, last))
