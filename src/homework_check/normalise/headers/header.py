"""Which field each header text names, and what it says of its unit and its part of the work."""

from __future__ import annotations

import re
from functools import cache, lru_cache, partial
from typing import NamedTuple, TypeAlias

from homework_check.memo import LastingMemo
from homework_check.normalise.headers.facets import Facets, read_facets
from homework_check.normalise.headers.field_words import field_words, plain_text
from homework_check.normalise.headers.questions import topic_of
from homework_check.normalise.values import NO_TIMES, UNIT_OF, Unit, is_no_subject, is_total
from homework_check.normalise.values.words import alternatives
from homework_check.patterns import late_pattern
from homework_check.settings import FrozenMap

_CLASS = {"grade", "class"}
_JOINT = frozenset({"date", "weekday", "grade", "class", "subject"})
_OF_PARTS = frozenset({"minutes", "time", "content"})
_TIMES = frozenset({"minutes", "hours", "time", "actual", "part"})
_TIMED = late_pattern(rf"\({alternatives('minutes', 'hours', 'minutes')}\)$")
"""A unit in brackets; the one of minutes in cells, （分）, is of scores as well."""

_BRACKETS = late_pattern(r"\(([^()]*)\)")
_UNIT_BEHIND = late_pattern(rf"({alternatives('time_head', 'words')})[/_·-]?({'|'.join(UNIT_OF)})$")
"""A unit without its brackets: 时长/分钟."""

_WITHIN = {word: unit for word, unit in UNIT_OF.items() if len(word) > (3 if word.isascii() else 1)}
"""Words that name a unit inside others as well: 预计分钟, but not the h of homework."""

_NUMBERED = late_pattern(r"([^()]+?)\(?([1-9一二三四五六])\)?(\([^()]+\))?")
_OF_BARE_CLASS = late_pattern(
    r"((?:初|高)?[1-9一二三四五六七八九]?(?:年级)?\(?[0-9一二三四五六七八九十]{1,2}\)?班)(.+)"
)
_BARE_CLASS = late_pattern(r"\([0-9一二三四五六七八九十]{1,2}\)班")
"""A class whose grade stands elsewhere; without its brackets 班 is a header."""

_BETWEEN_UNITS = late_pattern("[、,/或和]")
_BOTH = late_pattern(r"([^()]*内容)[及与和、/].+")
_LONGEST = 24
_LONGEST_REMARKED = 60
"""Characters of a header, without what stands in brackets and with it."""


class Header(NamedTuple):
    """What a header text says. `field` None: a text that names no field.

    `facets` are what a column of minutes or contents is of. `own`: the place's configuration
    says so, and the values need not confirm it. The field ``unclear`` is minutes of something
    that was not understood; ``part`` names nothing but the `facets`. `second` is a key that stands
    in each cell behind that of the field: 班级学科.
    """

    text: str
    field: str | None
    unit: Unit = Unit.UNSTATED
    facets: Facets = Facets()
    own: bool = False
    second: str | None = None

    def unit_in(self, outer: Unit) -> Unit:
        """The unit of the column: its own, else the `outer` one that titles state."""
        return outer if self.unit is Unit.UNSTATED else self.unit


Own: TypeAlias = FrozenMap[str, str | None]
"""Header texts of a place's own, as written there, and their fields; None: not to be used."""

_NONE_OWN: Own = FrozenMap()


@lru_cache(maxsize=8)
def _headers(own: Own) -> LastingMemo[str, Header]:
    return LastingMemo(partial(_read, own=own))


@lru_cache(maxsize=8)
def _by_plain_text(own: Own) -> dict[str, str | None]:
    return {plain_text(text): field for text, field in own.items()}


def read_header(text: str, own: Own = _NONE_OWN) -> Header:
    """Which field `text` names; a header is short, so long texts name none."""
    return _headers(own)[text]


def exact_field(text: str, own: Own) -> str | None:
    """Which field `text` as a whole is a name of, brackets left out; None: of none."""
    plain = plain_text(text)
    configured = _by_plain_text(own)
    if plain in configured:
        return configured[plain]
    if _BARE_CLASS.fullmatch(plain):
        return None
    exact = field_words().exact
    return exact.get(plain) or exact.get(_BRACKETS.sub("", plain))


def _read(text: str, own: Own) -> Header:
    configured = _by_plain_text(own)
    own_text = plain_text(text)
    plain = _UNIT_BEHIND.sub(r"\1(\2)", own_text)
    if own_text in configured:
        return Header(text, configured[own_text], *_in_brackets(plain), own=True)
    header, topic = _named(text, plain, own), topic_of(plain)
    if topic == plain or header.field not in {None, "unclear"}:
        return header
    asked = _named(text, topic, own)
    # 您的姓名 is the teacher's.
    return header if asked.field == "pupil" else asked


def _named(text: str, plain: str, own: Own) -> Header:
    """Read a header by its plain text, which is not in the configuration."""
    bare = _BRACKETS.sub("", plain)
    if not bare or len(bare) > _LONGEST or len(plain) > _LONGEST_REMARKED:
        return Header(text, None)
    if _BARE_CLASS.fullmatch(plain):
        return Header(text, None)
    unit, facets = _in_brackets(plain)
    exact = field_words().exact
    field = exact.get(plain) or exact.get(bare) or _total(bare)
    if field == "part":
        facets = (read_facets(bare) or Facets()).joined(facets) or facets
        field = field if unit is Unit.UNSTATED else "minutes"
    if field is None and (composed := _composed(plain, own)):
        return composed._replace(text=text)
    if field is None:
        field, facets = _by_ending(bare, facets, measured=unit is not Unit.UNSTATED)
    if field is None and _TIMED.search(plain):
        field, facets = _of_part("minutes", bare, facets)
    if field in _TIMES and _is_of_one(plain):
        field = "unclear"
    elif field == "unclear" and is_no_subject(bare):
        field = None
    return Header(text, field, _unit(unit, field, plain, bare), facets)


def _unit(stated: Unit, field: str | None, plain: str, bare: str) -> Unit:
    """The unit that is `stated` in brackets, else in the words of a header or by its field."""
    if field == "hours":
        return Unit.HOURS
    if stated is not Unit.UNSTATED:
        return stated
    if field in _TIMES and _is_of_no_time(plain):
        return Unit.NEEDED
    named = {UNIT_OF[bare]} if bare in UNIT_OF else {_WITHIN[w] for w in _WITHIN if w in bare}
    return Unit.MINUTES if named == {Unit.MINUTES} else Unit.UNSTATED


def _total(bare: str) -> str | None:
    """The field of a word for totals; None: it is none."""
    if not is_total(bare):
        return None
    return "actual" if bare.startswith(field_words().leads) else "total"


def _two_keys(plain: str) -> tuple[str, str] | None:
    """The fields of 日期班级 or 班级/学科; None: it does not name two keys."""
    exact = field_words().exact
    for end in range(1, len(plain)):
        first, second = exact.get(plain[:end].rstrip("/、和及-")), exact.get(plain[end:])
        if first in _JOINT and second in _JOINT and first != second:
            return first, second
    return None


def asks(text: str) -> bool:
    """Whether a header asks for yes or no: 是否书面."""
    return plain_text(text).startswith(field_words().asking)


def _asked(bare: str) -> Facets | None:
    """What part of the work a header asks for; None: it asks for none."""
    word = next((word for word in field_words().asking if bare.startswith(word)), None)
    facets = read_facets(bare.removeprefix(word)) if word else None
    of_part = facets and (facets.form or facets.place or facets.choice)
    return facets if of_part else None


def _composed(plain: str, own: Own) -> Header | None:
    """Read 是否书面, 班级学科, 作业1 or 1班内容; None: it is none of them."""
    if asked := _asked(_BRACKETS.sub("", plain)):
        return Header(plain, "part", facets=asked)
    if keys := _two_keys(plain):
        # A cell of classes may have the grade anyway.
        return (
            Header(plain, "class") if {*keys} == _CLASS else Header(plain, keys[0], second=keys[1])
        )
    if both := _BOTH.fullmatch(plain):
        # A content may say all that 作业内容及要求 asks for.
        return _named(plain, both[1], own)
    numbered, of_class = _NUMBERED.fullmatch(plain), _OF_BARE_CLASS.fullmatch(plain)
    if of_class:
        header = _read(of_class[2], own)
        header = header._replace(facets=header.facets._replace(class_=of_class[1]))
    elif numbered:
        header = _read(numbered[1] + (numbered[3] or ""), own)
        header = header._replace(facets=header.facets._replace(task=numbered[2]))
    else:
        return None
    return header if header.field in {"content", "minutes"} and not header.own else None


def _by_ending(bare: str, facets: Facets, *, measured: bool) -> tuple[str | None, Facets]:
    """The field that the end of a text names, and all that the rest and `facets` restrict it to.

    `measured`: a unit stands in brackets behind it.
    """
    words = field_words()
    if not bare.endswith(words.ends):
        return None, facets
    known = words.measured | words.endings if measured else words.endings
    ending = next((word for word in known if bare.endswith(word)), "")
    field = known.get(ending)
    if field in _OF_PARTS:
        return _of_part(field, bare.removesuffix(ending), facets)
    ending = next((word for word in words.parts if bare.endswith(word)), "")
    part = read_facets(bare.removesuffix(ending)) if ending else None
    if field is None and part and any(part._replace(subject=None)):
        # 书面作业（分钟） heads amounts.
        named = "minutes" if measured else words.parts[ending]
        return named, part.joined(facets) or facets
    return field, facets


def _of_part(field: str, words: str, facets: Facets) -> tuple[str, Facets]:
    """The field, restricted by `words` as well; of contents they need not be understood."""
    if field != "content" and _tell_what_pupils_took().fullmatch(words):
        return "actual", facets
    read = read_facets(words)
    both = read and read.joined(facets)
    # 周末完成时间 is as often when it was handed in.
    if both and not (field == "time" and both.task):
        return field, both
    return field if field == "content" else "unclear", facets


@cache
def _tell_what_pupils_took() -> re.Pattern[str]:
    beside, took = "|".join(field_words().beside), "|".join(field_words().took)
    return re.compile(f"(?:{beside})*(?:{took})(?:{beside}|{took})*")


def _is_of_one(plain: str) -> bool:
    """Whether brackets say that minutes are of one task of many: 时长（每题）."""
    said = "".join(_BRACKETS.findall(plain))
    return any(word in said for word in field_words().singles)


def heads_units(text: str) -> bool:
    """Whether a header may stand over the units of the minutes beside it: 时间单位."""
    return plain_text(text) in field_words().units


def end_of_span(header: Header) -> int | None:
    """Which end of a span of days a header of days names: 0 the first, 1 the last; None: none."""
    if header.own or header.field not in {"date", "stamp", "due"}:
        return None
    plain = plain_text(header.text)
    ends = (at for at, words in enumerate(field_words().spans) if plain.startswith(words))
    return next(ends, None)


def unit_words() -> frozenset[str]:
    """The words for units, of time or of what is none."""
    return frozenset(UNIT_OF) | NO_TIMES


def _is_of_no_time(plain: str) -> bool:
    """Whether brackets say that numbers count what is no time: 时长（节）."""
    parts = (part.removeprefix("单位") for part in _BRACKETS.findall(plain))
    return not NO_TIMES.isdisjoint(parts)


def _in_brackets(plain: str) -> tuple[Unit, Facets]:
    unit, facets = Unit.UNSTATED, Facets()
    for part in _BRACKETS.findall(plain):
        words = _BETWEEN_UNITS.split(part.removeprefix("单位"))
        named = {UNIT_OF[word] for word in words if word in UNIT_OF}
        # 时长（小时、分钟） leaves it to each amount.
        several = Unit.NEEDED if len(named) > 1 else unit
        unit = named.pop() if len(named) == len(words) == 1 else several
        facets = facets.joined(read_facets(part) or Facets()) or facets
    return unit, facets
