"""What a note beside an entry does to it, and which of its minutes are of that entry."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from homework_check.normalise.values.cleaning import fold, squeeze
from homework_check.normalise.values.content_minutes import (
    STATED,
    read_stated_minutes,
    states_bound,
    without_minutes,
)
from homework_check.normalise.values.row_labels import is_mean, is_of_more, is_total
from homework_check.normalise.values.words import AFFIXES, alternatives, meanings, sections
from homework_check.patterns import late_pattern

if TYPE_CHECKING:
    from homework_check.model import Amount

_BETWEEN: Final = late_pattern(r"[,;。!()、]|(?<![!-~]) | (?![!-~])")
_BESIDE: Final = late_pattern("[,;。!、]")
_NOT: Final = "(?<![不未没])(?<!无需)(?<!没有)"
OTHER_FORM: Final = "(?:非书面|口头|口语|实践|[朗诵听跟]读|背诵|听说|听力|阅读(?!理解))"
"""Work of another form than written, as notes speak of it."""

_NUMBER: Final = "[0-9一二三四五六七八九十]{1,3}"


def read_case(text: str, *, timed: bool) -> str:
    """What a folded note does to its entry, see `EntryNote`; `timed`: it states minutes."""
    if _any_of("changed", "withdrawn", "unset").search(squeeze(text)):
        clauses = _clauses(without_minutes(text))
        to = [work for work in map(_changed_to, clauses) if work not in {"", *meanings("place")}]
        if not _lighter().issuperset(to):
            return "changed"
        if to or any(map(_is_withdrawn, clauses)):
            return "withdrawn"
    if not timed:
        of_some = any(map(_of_some_pupils().fullmatch, _clauses(text)))
        return "spread" if of_some or _over_days().search(squeeze(text)) else ""
    if _any_of("settled").search(squeeze(text)):
        return ""
    parts = sections()["note"]["part"]
    rest = ",".join(clause for clause in _clauses(text) if not clause.startswith(parts))
    return next((case for case in ("added", "measured") if _any_of(case).search(rest)), "stated")


def says_other_form(text: str) -> bool:
    """Whether a folded note says that work is not written, maybe that of one day: 周三口语."""
    return any(map(_other_form().fullmatch, _clauses(text)))


@cache
def _other_form() -> re.Pattern[str]:
    day = rf"(?:{alternatives('weekday', *'1234567')}|{_NUMBER}月{_NUMBER}[日号])"
    is_ = "(?:作业)?(?:为|是|属|均|都|只有|只是|全是|改)"
    return re.compile(rf"(?:{day}+(?:{is_})?|.{{0,6}}{is_}){OTHER_FORM}(?:类?作业|练习|任务|为主)?")


def moved_to(text: str) -> str:
    """Where a folded note says that the work was moved to: 改为校内完成; empty: nowhere."""
    places = meanings("place")
    return next((to for to in map(_changed_to, _clauses(text)) if to in places), "")


def with_own_minutes(text: str) -> str:
    """A folded note without the minutes that are of the whole day or class, or of the teacher."""

    def own(stated: re.Match[str]) -> str:
        return "" if any(map(_is_of_others, _labels(stated))) else stated[0]

    return STATED.sub(own, text)


def day_total(text: str) -> Amount | None:
    """The minutes that a folded note says all the work of its day takes: 当天总时长90分钟.

    A bare 合计 may be one as well, or the sum of the entry's own tasks. None: it says no such
    minutes, or none that are certain.
    """
    totals = [stated for stated in STATED.finditer(text) if any(map(_is_of_a_day, _labels(stated)))]
    if len(totals) != 1 or states_bound(totals[0][0]):
        return None
    amount = read_stated_minutes(totals[0][0])
    return amount if amount and amount.low == amount.high else None


def says_only_minutes(text: str) -> bool:
    """Whether a note states minutes of the work at large, and no work: 每天作业约20分钟."""
    return _own().fullmatch("".join(_clauses(without_minutes(fold(text))))) is not None


def _clauses(text: str) -> list[str]:
    return [squeeze(clause).replace(":", "") for clause in _BETWEEN.split(text)]


def _labels(stated: re.Match[str]) -> list[str]:
    """What stands before minutes, from the beginning of their clause or of one in brackets."""
    before, total = stated.string[: stated.start()], stated["total"] or ""
    return [squeeze(_BESIDE.split(before)[-1]) + total, _clauses(before)[-1] + total]


def _is_of_a_day(label: str) -> bool:
    """Whether minutes behind such words are of all the work of a class and day, as far as they say.

    三科共 is of some subjects, 本周合计 of more days.
    """
    if is_mean(label) or _of_teachers().search(label):
        return False
    if is_of_more(label) or _any_of("some").search(label):
        return False
    return is_total(_sum_at_the_end().sub("合计", label))


def _is_of_others(label: str) -> bool:
    """Whether minutes behind such words are no pupil's, or of more than one entry: 三科共."""
    if _of_teachers().search(label):
        return True
    if is_mean(label) or not is_total(_sum_at_the_end().sub("合计", label)):
        return False
    sums = _sum_at_the_end().search(label)
    return sums is None or _any_of("wide").search(label[: sums.start()]) is not None


def _changed_to(clause: str) -> str:
    """The work that a clause says was set instead: 改为试卷, but not 改为周三交."""
    found = _any_of("changed").search(clause)
    to = clause[found.end() :] if found else ""
    return "" if found is None or _no_other_work().fullmatch(to) else to or clause


@cache
def _lighter() -> frozenset[str]:
    """What work may be changed to without taking longer: 改为选做, 改为口头."""
    forms = meanings("form")
    return frozenset((*meanings("choice"), *(word for word in forms if forms[word] == "other")))


def _is_withdrawn(clause: str) -> bool:
    """Whether a clause says that the entry or part of it was not set, not something beside it.

    What stands before the word and is not known is as likely why: 停电取消.
    """
    found = _withdrawing().fullmatch(clause)
    if found is None or _any_of("others").search(clause):
        return False
    lead = found["lead"]
    if _own().fullmatch(lead) or lead.startswith(sections()["note"]["reasons"]):
        return True
    return not lead.endswith(sections()["note"]["beside"])


@cache
def _any_of(*keys: str) -> re.Pattern[str]:
    return re.compile(_NOT + alternatives("note", *keys))


@cache
def _over_days() -> re.Pattern[str]:
    """What says that work is done on several days: 分两天完成, 三天内交; but not 请假两天."""
    days = alternatives("minutes", "several_days")
    done = alternatives("note", "done")
    return re.compile(rf"分{days}|(?<![第0-9]){days}[之以]?内?{done}|下周[一二三四五]?上?交")


@cache
def _of_some_pupils() -> re.Pattern[str]:
    only, pupils = alternatives("note", "only"), alternatives("note", "pupils")
    return re.compile(rf"(?:{only}{pupils}|(?:部分|个别|少数)(?:学生|同学))(?:需|要)?[做写]?")


@cache
def _own() -> re.Pattern[str]:
    return re.compile(_own_words())


def _own_words(*more: str) -> str:
    """The pattern of words for the entry itself, and of `more`: 数学作业, 第2题."""
    subjects = sections()["subject"]
    named = [word for key in subjects.keys() - {*AFFIXES} for word in subjects[key] if word[1:]]
    words = [
        *map(re.escape, (*named, *sections()["note"]["own"])),
        *more,
        rf"第?{_NUMBER}[题页]?",
    ]
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + "){0,6}"


@cache
def _withdrawing() -> re.Pattern[str]:
    """Find the word with nothing but the entry behind it: 取消口算, but not 取消答题卡.

    没有布置口算 is said where something else was set.
    """
    tasks = alternatives("form", "written"), alternatives("exercise", "words")
    of_a_day = f".{{1,8}}{alternatives('none', 'homework')}"
    withdrawn = alternatives("note", "withdrawn") + f"(?:{_own_words(*tasks)}|{of_a_day})"
    unset = alternatives("note", "unset") + _own_words()
    return re.compile(rf"(?P<lead>.*?){_NOT}(?:{withdrawn}|{unset})")


@cache
def _no_other_work() -> re.Pattern[str]:
    """Days, pages and what one writes with or on: the work is the same."""
    days = alternatives("weekday", *"1234567")
    dates = rf"(?:{_NUMBER}[月.])?{_NUMBER}[日号]"
    pages = rf"(?:第|p){_NUMBER}(?:[-~至到]p?{_NUMBER})?[页题课]?"
    return re.compile(rf"(?:{days}|{dates}|{pages}|{alternatives('note', 'same')})+")


@cache
def _of_teachers() -> re.Pattern[str]:
    return re.compile(rf"{alternatives('note', 'teachers')}(?:作业)?{_sums()}?$")


@cache
def _sum_at_the_end() -> re.Pattern[str]:
    return re.compile(f"{_sums()}$")


def _sums() -> str:
    return alternatives("note", "sums")
