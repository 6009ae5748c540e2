"""What a single head of a matrix may be, as a text: a subject, a day, a class or a corner."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from homework_check.memo import LastingMemo
from homework_check.normalise.body import as_written
from homework_check.normalise.headers.facets import Facets
from homework_check.normalise.headers.header import read_header
from homework_check.normalise.headers.own_words import in_common_words, own_words
from homework_check.normalise.headers.subject_labels import (
    Label,
    is_written_as_rule,
    read_row_label,
    read_subject_label,
)
from homework_check.normalise.values import ClassReading, clean, is_no_subject, is_total, read_class
from homework_check.normalise.values.words import alternatives
from homework_check.patterns import late_pattern

if TYPE_CHECKING:
    from homework_check.model import Form, Place
    from homework_check.normalise.fields.keys import Day, Key
    from homework_check.normalise.values import Unit
    from homework_check.settings import SchoolSystem, Settings
    from homework_check.workbook import CellValue

_CORNER = late_pattern("学科|科目|班级|星期|日期|时间|subject|class|day|date", re.IGNORECASE)
_CLASS = late_pattern("班|class", re.IGNORECASE)
_BARE = late_pattern(r"\d{1,2}\.\d{1,2}")
_OF_A_DAY = late_pattern(
    r"(?:周|星期|礼拜)[一二三四五六日天末1-7]|[0-9]{1,2}(?:[日号]|[月./-][0-9])|假|调休|"
    + alternatives("days_off", "words")
)
_NUMBER = late_pattern("[0-9０-９]")
_LONGEST = 12


class Box(NamedTuple):
    """The columns (indexes) under one head; None: there is no such column.

    `mixed`: content and minutes share the column, given as `content`. `weekday` is what a
    second row of heads adds to the date in `text`; `facets`, `unit` and `class_` are what the
    columns have over them; `told` are columns, by field, that say more in each row. `unclear`:
    nobody knows whether they add to those of the other boxes.
    """

    text: str
    content: int | None
    minutes: int | None
    mixed: bool
    weekday: str = ""
    facets: Facets = Facets()
    unit: Unit | None = None
    class_: str = ""
    told: tuple[tuple[str, int], ...] = ()
    unclear: bool = False


class ColumnHead(NamedTuple):
    """The columns under one head, with what the group of columns is of.

    `key`, `form` and `place` None: it does not say; `unit` None: that of the table.
    """

    box: Box
    letter: str
    day: Day
    label: Label | None
    key: Key | None = None
    form: Form | None = None
    place: Place | None = None
    unit: Unit | None = None


def read_label(value: CellValue, settings: Settings) -> Label:
    """Read 语文, or 语文（书面） with its form."""
    return _LABELS[in_common_words(value, own_words("subject", settings))]


_LABELS = LastingMemo(read_subject_label)


def may_be_none(label: Label) -> bool:
    """Whether nobody knows that a label is of a subject: 积分, but not 其他学科 or 课后作业."""
    named = label.is_subject or not is_written_as_rule(label.subject)
    return not named and read_header(label.subject).field in {None, "unclear"}


def read_label_of_row(value: CellValue, settings: Settings) -> Label:
    """Read the label of a row, which may say what the row holds as well: 语文时长."""
    return _ROWS[in_common_words(value, own_words("subject", settings))]


_ROWS = LastingMemo(read_row_label)


def may_be_day(value: CellValue) -> bool:
    """Whether a head beside days may be one, in words that are not understood: 周五（运动会）."""
    return _MAY_BE_DAYS[value]


def _may_be_day(value: CellValue) -> bool:
    text = clean(value).replace(" ", "")
    return (
        _OF_A_DAY.search(text) is not None
        and not (is_total(text) or is_no_subject(text))
        and read_header(text).field is None
    )


_MAY_BE_DAYS = LastingMemo(_may_be_day)


def is_bare(value: CellValue) -> bool:
    """Whether a day, as 9.4 is one, could as well be an amount."""
    return _BARE.fullmatch(as_written(value)) is not None


def is_class(value: CellValue) -> bool:
    """Whether the head of a row may be a class."""
    text = as_written(value)
    return len(text) <= _LONGEST and _CLASS.search(text) is not None


def is_one_class(text: str, system: SchoolSystem, *, numbered: bool) -> bool:
    """Whether a text is one class; `numbered`: a number will do where 班 is not written."""
    if not is_class(text) and not (numbered and _NUMBER.search(text)):
        return False
    reading = read_class(text, system)
    return isinstance(reading, ClassReading) and len(reading.classes) == 1


def is_corner(value: CellValue) -> bool:
    """Whether a text may head rows and columns at once: 星期/学科."""
    text = as_written(value)
    return len(text) <= _LONGEST and _CORNER.search(text) is not None
