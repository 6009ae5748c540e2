"""What a line between the entries of a table says of those below it: 三（2）班, 口头作业."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from homework_check.normalise.around.context import read_statement
from homework_check.normalise.headers.header import read_header
from homework_check.normalise.values import (
    ClassReading,
    DateReading,
    YearHint,
    is_footer,
    is_total_row,
    is_weekday,
    read_class,
    read_date,
)
from homework_check.normalise.values.cleaning import squeeze
from homework_check.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from homework_check.model import Form, Place
    from homework_check.normalise.around.context import Statement
    from homework_check.settings import Settings

_LONGEST = 40
_SENTENCE = late_pattern("[，。；！？,;!?]")
_NUMBERING = late_pattern(r"^\(?[一二三四五六七八九十\d]{1,2}[)、.]")
_BRACKETED = late_pattern(r"\((.+)\)")
_BRACKETS = late_pattern(r"\([^()]*\)")
_BEHIND_DAY = late_pattern("作业.*$")
_WEEK = late_pattern(r"第\s*[0-9一二三四五六七八九十]+\s*(?:教学)?周|\bweek\s*\d", re.IGNORECASE)
_FORM = late_pattern(r"书面|口头|笔头|实践|综合|预习|探究|\bwritten\b|\boral\b", re.IGNORECASE)
_NO_SUBJECT = late_pattern(r"书面|口头|笔头|作业|\bwritten\b|\boral\b", re.IGNORECASE)
_HEADING = late_pattern(r"(?:作业|类|部分|work)$", re.IGNORECASE)
_OF_WORK = (
    "(?:非?书面|口头|笔头|实践|综合|预习|探究|朗读|阅读|背诵|家庭|校内外|校[内外]|课[堂内外]"
    "|written|oral)"
)
_OF_DAYS = late_pattern(
    r"第[\d一二三四五六七八九十]+(?:教学)?周|week|(?:周|星期|礼拜)[一二三四五六日天]"
    r"|年|月|日|号|至|到|[.~～—–/-]|日期|星期",
    re.IGNORECASE,
)
_PAPERWORK = late_pattern(
    rf"{_OF_WORK}(?:[与和及+]{_OF_WORK})*|家庭作业|作业|公示|登记|布置|安排|清单|情况|内容|表|部分|类"
    r"|学校|班级|年级|初|高|小学|年|班|grade|class|home|work|[\d一二三四五六七八九十]|[():、.\-—_《》]",
    re.IGNORECASE,
)
"""What a line may hold besides its statements and still be nothing but a heading."""

_SHORT_CLASS = late_pattern("[0-9]{1,2}[A-Za-z]")
_NONE = late_pattern("无|没有|未布置|不布置")
_DAYS = frozenset({"date", "weekday"})
_ANY_YEAR = YearHint(year=2000)
_INNER = {"school": ("grade", "class"), "grade": ("class",)}
"""A new value of the first is no longer followed by the old value of the others."""

_WORK = frozenset({"form", "place"})


class Section(NamedTuple):
    """What the line `text` at `cell` says of the entries below.

    `kinds` are ``school``, ``grade``, ``class``, ``day``, ``form``, ``place``; none at all: it
    only says that there is nothing of a form. `unclear` are those of which it does not say
    which. `form` and `place` None: not stated, or unclear. `doubtful`: the form or place may as
    well be the name of a subject of which nothing was set.
    """

    text: str
    cell: str
    kinds: frozenset[str]
    unclear: frozenset[str]
    form: Form | None = None
    place: Place | None = None
    doubtful: bool = False

    @property
    def is_of_work(self) -> bool:
        """Whether the line says form or place and nothing else."""
        return bool(self.kinds) and self.kinds <= _WORK

    def leaves(self, other: Section) -> bool:
        """Whether what a line above says holds on below this one."""
        if self.is_of_work and not other.is_of_work:
            return True
        return other.kinds.isdisjoint(self.resets)

    @property
    def resets(self) -> frozenset[str]:
        """The kinds of which an old value no longer holds below."""
        return self.kinds.union(*(_INNER.get(outer, ()) for outer in self.kinds))


def read_section(
    text: str, cell: str, known: Collection[str], settings: Settings, *, is_subject: bool = False
) -> Section | None:
    """Read a line; None: it says nothing of the entries below that their own cells do not say.

    `known` are the fields of which the entries have cells; `is_subject`: the line stands in the
    column of subjects, where it may be one.
    """
    if len(text) > _LONGEST or _SENTENCE.search(text) or is_footer(text) or is_total_row(text):
        return None
    said = read_statement(text, "", settings, _ANY_YEAR)
    class_, label = _class(text, said, settings)
    form, place, names_form = _work(text, said, is_subject=is_subject)
    stated = {
        **({"school": True} if said.school else {}),
        **dict(_of_class(text, class_)),
        **dict(_of_day(text, said, known, alone=not (class_ or form))),
        **({"form": form is not None} if form or names_form else {}),
        **({"place": not said.unplaced} if place or said.unplaced else {}),
    }
    kinds = frozenset(stated.keys() - known)
    if not kinds:
        return None
    rest = "" if label != text else _rest(text, said, of_day="day" in stated)
    if _NONE.fullmatch(rest):
        # That a class has no homework says nothing of rows below, but whose are they then?
        return Section(label, cell, kinds - _WORK, kinds - _WORK)
    unclear = kinds if rest else frozenset(kind for kind in kinds if not stated[kind])
    form, place = (None, None) if rest else (form, place)
    return Section(label, cell, kinds, unclear, form, place)


def _rest(text: str, said: Statement, *, of_day: bool) -> str:
    """What a line holds besides its statements and the words of a heading."""
    line = squeeze(text.replace(said.school or "\0", ""))
    return _PAPERWORK.sub("", _OF_DAYS.sub("", line) if of_day else line)


def _class(text: str, said: Statement, settings: Settings) -> tuple[ClassReading | None, str]:
    """The class of a line, and the line in words in which titles name a class."""
    line = squeeze(text)
    if said.class_ or line.isdecimal() or said.period:
        return said.class_, text
    reading = read_class(text, settings.school_system)
    if not isinstance(reading, ClassReading):
        return None, text
    # Without 班 behind it 4A and 三（2） are classes still, but 梅 may be anything.
    whole = reading.grade and reading.classes
    is_one = line.endswith("班") or whole or _SHORT_CLASS.fullmatch(line)
    return (reading, f"班级：{text}") if is_one else (None, text)


def _of_class(text: str, class_: ClassReading | None) -> Iterator[tuple[str, bool]]:
    if class_:
        yield ("class" if class_.classes else "grade"), True
    elif _BRACKETS.sub("", squeeze(text)).endswith("班"):
        yield "class", False


def _of_day(
    text: str, said: Statement, known: Collection[str], *, alone: bool
) -> Iterator[tuple[str, bool]]:
    """A week holds for weekdays below; a day only where the entries have none."""
    period = said.period
    if _WEEK.search(text) or (period and period.first != period.last):
        yield "day", period is not None
    elif (period or is_weekday(_BEHIND_DAY.sub("", text))) and _DAYS.isdisjoint(known):
        day = read_line_day(text, _ANY_YEAR)
        yield "day", period is not None and (day is not None or not alone)


def read_line_day(text: str, hint: YearHint) -> DateReading | None:
    """The day that a line is of, as 周二作业 is with a week in `hint`; None: it says none."""
    day = read_date(_BEHIND_DAY.sub("", squeeze(text)), hint)
    return day if isinstance(day, DateReading) and day.day is not None else None


def _work(
    text: str, said: Statement, *, is_subject: bool
) -> tuple[Form | None, Place | None, bool]:
    """Form and place of 书面作业, read as the header of minutes it is with 时长 behind it.

    Last whether a form is named at all. A bare 实践 is a subject before it is a form.
    """
    line = squeeze(text)
    bare = _NUMBERING.sub("", line)
    headed = bare != line or _BRACKETED.fullmatch(line) or _HEADING.search(bare)
    if not headed:
        may_be_subject = is_subject and not _NO_SUBJECT.search(bare)
        return said.form, said.place, not may_be_subject and _FORM.search(bare) is not None
    facets = read_header(f"{bare}时长").facets
    form, place = said.form or facets.form, said.place or facets.place
    return form, place, _FORM.search(bare) is not None
