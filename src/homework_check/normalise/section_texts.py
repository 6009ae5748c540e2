"""What a line between the entries of a table says of those below it: 三（2）班, 口头作业."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from homework_check.normalise.context import read_statement
from homework_check.normalise.headers import read_header
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

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from homework_check.model import Form, Place
    from homework_check.normalise.context import Statement
    from homework_check.settings import Settings

_LONGEST = 40
_SENTENCE = re.compile("[，。；！？,;!?]")
_NUMBERING = re.compile(r"^\(?[一二三四五六七八九十\d]{1,2}[)、.]")
_BRACKETS = re.compile(r"\([^()]*\)")
_BEHIND_DAY = re.compile("作业.*$")
_WEEK = re.compile(r"第\s*[0-9一二三四五六七八九十]+\s*(?:教学)?周|\bweek\s*\d", re.IGNORECASE)
_FORM = re.compile(r"书面|口头|笔头|实践|综合|预习|探究|\bwritten\b|\boral\b", re.IGNORECASE)
_DAYS = frozenset({"date", "weekday"})
_ANY_YEAR = YearHint(year=2000)
_INNER = {"school": ("grade", "class"), "grade": ("class",)}
"""A new value of the first is no longer followed by the old value of the others."""


class Section(NamedTuple):
    """What the line `text` at `cell` says of the entries below.

    `kinds` are ``school``, ``grade``, ``class``, ``day``, ``form``, ``place``; `unclear` those
    of them of which it does not say which. `form` and `place` None: not stated, or unclear.
    """

    text: str
    cell: str
    kinds: frozenset[str]
    unclear: frozenset[str]
    form: Form | None = None
    place: Place | None = None

    def leaves(self, other: Section) -> bool:
        """Whether what a line above says holds on below this one."""
        inner = {kind for outer in self.kinds for kind in _INNER.get(outer, ())}
        return other.kinds.isdisjoint(self.kinds | inner)


def read_section(
    text: str, cell: str, known: Collection[str], settings: Settings
) -> Section | None:
    """Read a line; None: it says nothing of the entries below that their own cells do not say.

    `known` are the fields of which the entries have cells.
    """
    if len(text) > _LONGEST or _SENTENCE.search(text) or is_footer(text) or is_total_row(text):
        return None
    said = read_statement(text, "", settings, _ANY_YEAR)
    class_, label = _class(text, said, settings)
    form, place = _work(text, said)
    stated = {
        **({"school": True} if said.school else {}),
        **dict(_of_class(text, class_)),
        **dict(_of_day(text, said, known, alone=not (class_ or form))),
        **({"form": form is not None} if form or _FORM.search(text) else {}),
        **({"place": True} if place else {}),
    }
    kinds = stated.keys() - known
    unclear = frozenset(kind for kind in kinds if not stated[kind])
    return Section(label, cell, frozenset(kinds), unclear, form, place) if kinds else None


def _class(text: str, said: Statement, settings: Settings) -> tuple[ClassReading | None, str]:
    """The class of a line, and the line in words in which titles name a class."""
    if said.class_ or not squeeze(text).endswith("班"):
        return said.class_, text
    reading = read_class(text, settings.school_system)
    return (reading, f"班级：{text}") if isinstance(reading, ClassReading) else (None, text)


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
    elif (period or is_weekday(text)) and _DAYS.isdisjoint(known):
        day = read_date(_BEHIND_DAY.sub("", squeeze(text)), _ANY_YEAR)
        whole = isinstance(day, DateReading) and day.day is not None
        yield "day", period is not None and (whole or not alone)


def _work(text: str, said: Statement) -> tuple[Form | None, Place | None]:
    """Form and place of 书面作业, read as the header of minutes it is with 时长 behind it."""
    line = _NUMBERING.sub("", squeeze(text))
    if not (line.endswith("作业") or _FORM.search(line)):
        return said.form, said.place
    header = read_header(f"{line}时长")
    return said.form or header.facets.form, said.place or header.facets.place
