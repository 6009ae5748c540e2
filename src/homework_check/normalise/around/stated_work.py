"""Which form and place of the homework a line states for everything under it.

What is not written, or not done at home, counts for less: such a line must be of it alone.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from homework_check.model import Form, Place
from homework_check.normalise.values import read_place
from homework_check.normalise.values.words import AFFIXES, alternatives, sections
from homework_check.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_FORM_WORD: Final = "(?:非?书面|笔头|口头|实践)"
_TIME: Final = "的?(?:预计|预估|完成|所需|平均|日均|每[日天])*总?(?:时长|用时|时间)"
_TAIL: Final = (
    rf"(?:登记(?!在)|公示|统计|汇总|{_TIME}|安排|清单|布置|内容|表"
    "|(?:情况|记录|总?量|控制|监[测控]|[检抽自]查)+(?:登记|公示|表|统计|汇总|$)|[,; ()。]|$)"
)
"""May stand behind what a title is of; 情况：良好 and 登记在另表 speak of something else."""

_FORM: Final = late_pattern(
    rf"({_FORM_WORD})(?:家庭)?(?:作业(?:(?:[一每本]?[周日天])?(?!$){_TAIL}|[,; ()]|$)|{_TIME})"
    rf"|\(({_FORM_WORD})(?:作业)?\)"
    r"|(?<![^\W_])(?<![、/+&])(书面|笔头)(?![^\W_]|[、/+&])"
)
_DONE: Final = late_pattern(
    r"(?:^|[(:,。 ])(?:以上|本表|所有|全部)?(?:书面)?(?:家庭)?(?:作业)?"
    r"(?:均|都|全部|一律|统一|已)?$"
)
"""Ends what may stand before a place where all is done; of 语文作业 or 优秀生 not all is told."""

_ENGLISH_FORM: Final = late_pattern(
    r"\b(written|oral)(?: home)? ?(?:home)?work\b|\((written|oral)\)", re.IGNORECASE
)
_WRITTEN_FORM: Final = late_pattern(r"(?<!非)书面|笔头|\bwritten\b", re.IGNORECASE)
_OTHER_FORM: Final = late_pattern(
    r"非书面|口头|实践|[朗诵]读|背诵|阅读(?!理解)|\boral\b", re.IGNORECASE
)
_WRITTEN: Final = frozenset({"书面", "笔头", "written"})

_AMONG: Final = late_pattern(
    r"(?:(?<![仅只])含|包[含括]|(?<!统)计|除了?|非|无|没有?|不|加上?|及|和|与|、"
    r"|\b(?:excl|incl)\w*|\bwith(?:out)?|\bno|\bnon|\bnot|\band)[ .-]*$",
    re.IGNORECASE,
)
"""Ends what stands before a part of the homework that is left out, or is one of several."""

_OTHERS: Final = late_pattern(
    r"除|非|不|无|未|含|包括|以外|之外|另外"
    r"|\bexcl|\bincl|\bwith|\bnon?\b|\bnot\b|\band\b|&|[+]",
    re.IGNORECASE,
)
_HOMEWORK: Final = late_pattern("作业|work", re.IGNORECASE)
_SPEAKS_OF_HOMEWORK: Final = late_pattern("作业|完成")
_BETWEEN: Final = "[、和与及或/,+]"
_NUMBERING: Final = r"^\(?[一二三四五六七八九十\d]{1,2}[)、.]\s*"

_NOTE: Final = late_pattern(
    rf"^[(*※ ]*(?P<label>{alternatives('table_note', 'labels')}\s*[0-9]?\s*:\s*)?"
    rf"{alternatives('table_note', 'above', 'own')}?"
)
_WANTED: Final = late_pattern(
    "应|须|尽量|尽可能|争取|可以|可在|建议|鼓励|提倡|原则|不超过|不得|要求"
)
"""Says what ought to be, and not what was done."""

_AS_INSTITUTION: Final = frozenset({"学校", "校", "校园", "教室", "家"})
"""学校作业 is the homework of a school, wherever it is done; 在学校 is a place."""


class StatedPlace(NamedTuple):
    """The place a line states. `unplaced`: it names places, and none of them for everything."""

    place: Place | None = None
    unplaced: bool = False


def stated_form(text: str) -> Form | None:
    """The form that a line is of; None where it names several, or work of no form beside it."""
    found = [*_FORM.finditer(text), *_ENGLISH_FORM.finditer(text)]
    forms = {Form.WRITTEN if _word(m).lower() in _WRITTEN else Form.OTHER for m in found}
    # 书面与口头作业 is of both.
    if len(forms) != 1 or (_OTHER_FORM.search(text) and _WRITTEN_FORM.search(text)):
        return None
    headings = [match for match in found if not match[0].startswith("(")]
    before = [text[: match.start()] for match in headings]
    if forms == {Form.WRITTEN}:
        return None if any(map(_AMONG.search, before)) else Form.WRITTEN
    rest = _without(text, found)
    several = _OTHERS.search(rest) or (headings and _HOMEWORK.search(rest))
    return None if several or not all(map(_lead().search, before)) else Form.OTHER


def noted_place(text: str) -> Place | None:
    """The place that a note gives for all homework and says no more than that: 作业均在校内完成."""
    note = _NOTE.match(text)
    done = _all_done().fullmatch(text[note.end() :] if note else text)
    place = read_place(done["place"]) if done else None
    return place if isinstance(place, Place) else None


def stated_place(text: str) -> StatedPlace:
    """The place of all homework under a title or name; what ought to be, or a note, states none."""
    note = _NOTE.match(text)
    line = (text[note.end() :] if note else text).replace("校内外", "校内、校外")
    names_any = any(word in line for word in _all_place_words())
    if not names_any or _WANTED.search(line) or (note and note["label"]):
        return StatedPlace()
    joined = _joined().search(line) if _SPEAKS_OF_HOMEWORK.search(line) else None
    places = set(_places_in(joined[0])) if joined else set()
    for match in _placed().finditer(line):
        if joined and match.start() < joined.end() and joined.start() < match.end():
            continue
        place = read_place(_word(match))
        if not isinstance(place, Place) or not _is_of_all(place, match):
            return StatedPlace(unplaced=True)
        places.add(place)
    # 校内公示 is what every school has to do.
    if places == {Place.SCHOOL} and "公示" in line:
        return StatedPlace(unplaced=True)
    either = Place.among(places)
    return StatedPlace(either, unplaced=bool(places) and either is None)


def _is_of_all(place: Place, match: re.Match[str]) -> bool:
    """Whether a place is that of everything; home is what is taken where nothing is said."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    if match["heading"] is None:
        return re.match(_BETWEEN, after) is None
    if match[0].endswith("完成"):
        return bool(_DONE.search(before) and re.match(r"[)。.]*$", after))
    if place is Place.HOME:
        return re.search("(?:含|括|除了?|非|无|没有?|不)$", before) is None
    return bool(_lead().search(before) and re.match(rf"{_TAIL}|[_\d-]", after))


def _word(match: re.Match[str]) -> str:
    return str(match[match.lastindex or 0])


def _without(text: str, found: Iterable[re.Match[str]]) -> str:
    for match in found:
        text = text.replace(match[0], " ")
    return text


@cache
def _lead() -> re.Pattern[str]:
    """What may stand before a heading, from the start or from the end of a name, a class, a day."""
    subjects = sections()["subject"]
    names = "|".join(w for key in subjects if key not in AFFIXES for w in subjects[key] if w[1:])
    ends = "[班级期周日号天年月度次段部科学校园区县生后末组]"
    return re.compile(
        rf"(?:^|[ ():,;_—–~/|.-]|{_NUMBERING}|{ends}|{names})"
        rf"{_FORM_WORD}?(?:作业)?\ ?(?:均|都|全部|一律|统一|已)?$"
    )


@cache
def _all_place_words() -> tuple[str, ...]:
    places = sections()["place"]
    return (*places["home"], *places["school"], *places["lesson"])


@cache
def _place_words() -> tuple[str, str]:
    """Patterns of any place, and of those that stand before 作业 or 完成."""
    alone = [w for w in _all_place_words() if w not in _AS_INSTITUTION and not w.isascii()]
    alone = sorted(alone, key=len, reverse=True)
    any_ = alternatives("place", "home", "school", "lesson")
    return any_, rf"(?:[在回于]{any_}|{'|'.join(alone)})"


@cache
def _placed() -> re.Pattern[str]:
    any_, place = _place_words()
    return re.compile(
        rf"(?P<heading>{place})(?:内|中|里|上|时间|期间)?"
        rf"(?:(?:完成)?的?{_FORM_WORD}?作业|完成)"
        rf"|(?:^|[(:,。 ]|完成|作业)(?:地点|场所)\s*:?\s*({any_})(?!\w)"
        rf"|\(({place})\)|^({place})$"
    )


@cache
def _all_done() -> re.Pattern[str]:
    any_, place = _place_words()
    return re.compile(
        r"(?:所有|全部)?(?:书面)?(?:家庭)?作业(?:均|都|全部|一律|统一|已)"
        rf"(?P<place>{place}|在?{any_})(?:内|中|里|上|时间|期间)?完成[。.]?"
    )


@cache
def _joined() -> re.Pattern[str]:
    """Several places for one homework: 校内、家庭, 校内和家庭作业."""
    _, place = _place_words()
    return re.compile(rf"{place}(?:{_FORM_WORD}?(?:作业|完成)?{_BETWEEN}{place})+")


def _places_in(text: str) -> Iterator[Place]:
    any_, _ = _place_words()
    read = (read_place(word) for word in re.findall(any_, text))
    return (place for place in read if isinstance(place, Place))
