"""Cells that hold a word of a closed list: form, place, choice, layer, subject, yes or no."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, TypeVar

from homework_check.model import Form, Place
from homework_check.normalise.values.cleaning import clean, fold, squeeze
from homework_check.normalise.values.outcome import Outcome
from homework_check.normalise.values.words import alternatives, meanings, parts_meaning
from homework_check.patterns import late_pattern

if TYPE_CHECKING:
    from homework_check.workbook import CellValue

Word = TypeVar("Word", bound=str)

ALL_LAYERS: Final = "all"
"""What the words for work of all layers mean: 全体."""

_BETWEEN_SUBJECTS: Final = late_pattern("[、,;/+&|·和与及]")
COUNTS: Final = late_pattern(
    r"([0-9]{1,4})[人份本]?[/⁄∕]([0-9]{1,4})[人份本]?(?:\([0-9]{1,3}人[^()]{1,6}\))?"
)
"""n of m, and maybe who is missing: 38/40, 38人/40人, 38/40（2人缺交）."""
_COUNTED: Final = late_pattern(r"(?P<word>[^()]+)\((?P<counts>[^()]+)\)")


def read_form(value: CellValue) -> Form | Outcome:
    """Read 书面, 口头 and the like; a mixed form counts as written.

    必做 and 选做 may stand beside it: whatever is set counts.
    """
    parts = parts_meaning("form", value, beside="choice")
    return _decided(parts, Form.WRITTEN, Form.OTHER) or _nothing(value)


def read_place(value: CellValue) -> Place | Outcome:
    """Read 家庭, 校内, 课堂; two places in one cell are not understood."""
    found = set(parts_meaning("place", value))
    place = found.pop() if len(found) == 1 else None
    return Place(place) if place else _nothing(value)


def either_place(value: CellValue | None) -> Place | None:
    """`Place.EITHER` for a cell that names home and school, or 课后, and so neither for certain.

    None: it names one of them, or none.
    """
    if value is None:
        return None
    meant = frozenset(parts_meaning("place", value))
    is_either = meant == {Place.HOME, Place.SCHOOL} or is_after_lessons(value)
    return Place.EITHER if is_either else None


def is_after_lessons(value: CellValue) -> bool:
    """Whether a cell says no more of the place than that it is in no lesson: 课后, 课余时间."""
    return squeeze(value) in meanings("after_lessons")


def read_choice(value: CellValue) -> str | Outcome:
    """Give ``required`` or ``optional``; a cell that names both is required."""
    return _decided(parts_meaning("choice", value), "required", "optional") or _nothing(value)


def read_layer(value: CellValue) -> str | None:
    """Give ``A``, ``B`` or ``C``; None for anything else, two layers in one cell included."""
    found = set(parts_meaning("layer", value))
    layer = found.pop() if len(found) == 1 else None
    return None if layer == ALL_LAYERS else layer


def is_task(text: str) -> bool:
    """Whether a word tells some of the homework from the rest, and nothing else: 课后, 补充."""
    return squeeze(text) in meanings("task")


def read_subject(value: CellValue) -> tuple[str, bool]:
    """Give the name of the curriculum and True, or the name as written and False."""
    name = meanings("subject").get(squeeze(value))
    return (name, True) if name else (clean(value), False)


def count_subjects(value: CellValue) -> int:
    """How many subjects a cell names, and nothing else: 语文、数学, 语数英; 0: not more than one.

    Without anything between them only single characters are several: 语文阅读 is one.
    """
    known, text = meanings("subject"), squeeze(value)
    words = _BETWEEN_SUBJECTS.split(text)
    if len(words) == 1:
        words = [] if text in known or _longer_subject().search(text) else list(text)
    named = {known.get(word) for word in words}
    return len(named) if len(named) > 1 and None not in named else 0


@cache
def _longer_subject() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in meanings("subject") if len(word) > 1))


def read_yes_no(value: CellValue) -> str | Outcome:
    """Give ``yes``, ``no`` or n of m as ``38/40``.

    无 is no. Dates are not understood: Excel makes some of 3/4.
    """
    text = squeeze(value)
    if answered := _COUNTED.fullmatch(text):
        # 已批改（38/40）: what is counted tells more.
        text = answered["counts"] if meanings("yes_no").get(answered["word"]) == "yes" else text
    if counts := COUNTS.fullmatch(text):
        done, due = int(counts[1]), int(counts[2])
        return f"{done}/{due}" if done <= due and due else Outcome.UNREAD
    found = set(parts_meaning("yes_no", value))
    return (found.pop() if len(found) == 1 else None) or Outcome.UNREAD


def is_none(text: str) -> bool:
    """Whether all the text says is that there is nothing: 无, 今日无作业, 作业：无."""
    return _none_pattern().fullmatch(squeeze(text)) is not None


@cache
def _none_pattern() -> re.Pattern[str]:
    when, none, of, homework = (
        alternatives("none", key) for key in ("when", "none", "of", "homework")
    )
    return re.compile(
        rf"(?:{when}{{0,3}}{of}{{0,3}}{homework}:)?"
        rf"\(*{when}{{0,3}}{none}{of}{{0,3}}{homework}?\)*[。.!,;]*"
    )


def _nothing(value: CellValue) -> Outcome:
    return Outcome.NONE if is_none(fold(value)) else Outcome.UNREAD


def _decided(parts: tuple[str | None, ...], weightier: Word, lighter: Word) -> Word | None:
    """Give the weightier word if it is among the parts; None unless all parts are known."""
    if not parts or None in parts:
        return None
    return weightier if weightier in parts else lighter
