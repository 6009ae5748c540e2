"""The parts that the text of a date is made of: 9月5日（周二）, 周五/周末, timestamps."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from homework_check.normalise.values.numerals import WHOLE, whole
from homework_check.normalise.values.words import alternatives, meanings, sections
from homework_check.patterns import late_pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

MONTHS: Final = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
"""How the names of the months begin in English."""

_NO_NUMBERS: Final = frozenset({"days_off", "week"})

LONGEST: Final = 80
"""Characters; no date is longer."""

_JOINT: Final = "[-—–~〜至到、,和及]"
_SEVERAL: Final = late_pattern(
    rf"(?:[日号天)]|[周期拜][一二三四五六日天1-7]|月[0-9]{{1,2}}|[0-9][./][0-9]{{1,2}}){_JOINT}{{1,2}}"
    r"(?:周|星期|礼拜)?[0-9一二三四五六日天]|每[天日]"
)


class DateParts(NamedTuple):
    """What a text states; None or False for what it does not. `serial` is Excel's day number."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    days_off: bool = False
    weekend: bool = False
    serial: int | None = None


def read_date_parts(text: str) -> DateParts | None:
    """Read a squeezed text; None unless all of it is understood and nothing stands twice."""
    if len(text) > LONGEST:
        return None
    position, found = 0, dict[str, str]()
    while position < len(text):
        part = next((m for form in _forms() if (m := form.match(text, position))), None)
        if part is None:
            return None
        for name, words in part.groupdict().items():
            if words is not None and found.setdefault(name, words) != words:
                return None
        position = part.end()
    return _numbers(found)


def names_several_days(text: str) -> bool:
    """Whether a squeezed text that is no date speaks of several: 9月4日-8日, 周一至周五, 每天."""
    return _SEVERAL.search(text) is not None


def _numbers(found: Mapping[str, str]) -> DateParts | None:
    """Turn the words into numbers; None if that leaves no statement about a day."""
    if "serial" in found:
        return DateParts(serial=int(found["serial"])) if len(found) == 1 else None
    if "week" in found and "day" not in found:
        # 第4周周一 is of no week that is known.
        return None
    days_off = found.get("days_off", "")
    stated = {name: _number(name, found[name]) for name in found if name not in _NO_NUMBERS}
    if None in stated.values() or not (stated or days_off):
        return None
    year, month, day, weekday = map(stated.get, ("year", "month", "day", "weekday"))
    weekend = days_off in sections()["days_off"]["weekend"]
    return DateParts(year, month, day, weekday, bool(days_off), weekend)


def _number(name: str, words: str) -> int | None:
    if name == "weekday":
        return int(meanings("weekday")[words])
    if words[:3] in MONTHS:
        return MONTHS.index(words[:3]) + 1
    number = whole(words)
    # 23.9.4 leaves the century out.
    return 2000 + number if name == "year" and number is not None and len(words) == 2 else number


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """Give the pattern of each form of a part; a date has to end before the next digit."""
    digits = (
        r"(?:(?P<year>[0-9]{{4}}|2[0-9]){0})?"
        r"(?P<month>[0-9]{{1,2}}){0}(?P<day>[0-9]{{1,2}})(?![0-9])[日号]?"
    )
    month, nth = rf"(?:{'|'.join(MONTHS)})[a-z]*\.?", "(?:st|nd|rd|th)?"
    year = "(?P<year>20[0-9]{2})?(?![0-9])"
    clock = r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?"
    forms = (
        r"(?P<year>20[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})(?![0-9])",
        r"(?P<serial>[2-8][0-9]{4})(?:\.[0-9]+)?(?![0-9])",
        rf"(?:(?P<year>[0-9]{{4}}|2[0-9])年)?(?P<month>{WHOLE})月(?P<day>{WHOLE})[日号]?",
        rf"(?P<day>{WHOLE})[日号]",
        *(digits.format(separator) for separator in ("-", "/", r"\.\ ?")),
        r"(?P<year>20[0-9]{2})[。、](?P<month>[0-9]{1,2})[。、](?P<day>[0-9]{1,2})(?![0-9])",
        rf"(?P<week>第{WHOLE}周)",
        rf"(?P<day>[0-9]{{1,2}}){nth}[-/]?(?P<month>{month})[-/,]?{year}",
        rf"(?P<month>{month})\ ?(?P<day>[0-9]{{1,2}}){nth}(?:,?\ ?{year})",
        rf"(?P<weekday>{alternatives('weekday', *'1234567')})",
        rf"[含及和与]?(?P<days_off>{alternatives('days_off', 'words')})(?:作业)?",
        rf"[t ]?(?:上午|下午|晚上)?{clock}(?:z|[+-][0-9]{{2}}:?[0-9]{{2}}|am|pm)?",
        r"[ (),、/;+|]+",
    )
    return tuple(map(late_pattern, forms))
