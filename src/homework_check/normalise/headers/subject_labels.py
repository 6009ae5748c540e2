"""Cells that name a subject, maybe with the part of its work: 语文, 语文（书面）."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from homework_check.memo import LastingMemo
from homework_check.model import Form
from homework_check.normalise.headers.facets import Facets, read_facets
from homework_check.normalise.headers.header import exact_field
from homework_check.normalise.values import clean, count_subjects, read_form, read_subject
from homework_check.normalise.values.cleaning import squeeze
from homework_check.normalise.values.words import (
    AFFIXES,
    BETWEEN_PARTS,
    alternatives,
    meanings,
    sections,
)
from homework_check.patterns import late_pattern
from homework_check.settings import FrozenMap

if TYPE_CHECKING:
    from homework_check.workbook import CellValue

_PARTS = frozenset({"content", "minutes", "time", "actual", "note"})
_LONGEST = 20
_SIGNS = " :/-_·—"
_BRACKETED = late_pattern(r"\(([^()]+)\)")
_QUALIFIED = late_pattern(r"(?P<name>[^()]+)\((?P<part>[^()]+)\)")


class Label(NamedTuple):
    """What names a subject. `known`: it is in the list.

    `facets` are the part of its work that stands in brackets behind it, with the `form`; `part`
    is what a row of a matrix holds of it: 时长 in 语文时长. `several`: a cell of a list names so
    many subjects, 0 if not more than one. `within` is the subject of the list that the brackets
    of another one name, 国学（语文）.
    """

    subject: str
    known: bool
    form: Form | None = None
    facets: Facets = Facets()
    part: str = ""
    several: int = 0
    within: str = ""

    @property
    def is_subject(self) -> bool:
        """Whether it is known to be one, in the list or within one that is."""
        return self.known or self.within != ""


def read_subject_label(value: CellValue) -> Label:
    """Read a subject; brackets behind it that name no part of its work are part of its name.

    Its teacher is not: 语文（王老师）.
    """
    subject, known = read_subject(value)
    text = "" if known else squeeze(value)
    # Looked for only where a sign of it stands: few logs have one, and the pattern is long.
    if ("(" in text or "老师" in text) and (taught := _with_teacher().fullmatch(text)):
        return Label(*read_subject(taught["name"]))
    qualified = None if known else _QUALIFIED.fullmatch(clean(value).replace(" ", ""))
    if qualified:
        facets = read_facets(qualified["part"])
        if facets and (facets.form or facets.choice or facets.layer):
            return Label(*read_subject(qualified["name"]), facets.form, facets)
        if _says_what_stands_below(qualified["part"]):
            return Label(*read_subject(qualified["name"]))
        if facets and facets.subject and facets == Facets(subject=facets.subject):
            return Label(subject, known, within=facets.subject)
    return Label(subject, known)


@cache
def _with_teacher() -> re.Pattern[str]:
    """A subject with its teacher's name; 语文老师 and 语文（任课教师） head columns of names."""
    names = alternatives("subject", *(key for key in sections()["subject"] if key not in AFFIXES))
    teacher, name = alternatives("class", "teacher"), r"[^\W\d_]"
    named = rf"(?!任课|任教|科任|代课){name}{{1,3}}老师"
    bracketed = rf"\((?:{named}|{name}{{0,2}}{teacher}:?{name}{{1,4}})\)"
    return re.compile(rf"(?P<name>(?>{names})课?)[:/-]?(?:{bracketed}|{named})")


def _says_what_stands_below(text: str) -> bool:
    """Whether brackets behind a subject say what each cell under it holds: 内容/时长."""
    fields = {exact_field(part, FrozenMap()) for part in BETWEEN_PARTS.split(text)}
    return "content" in fields and fields <= {"content", "minutes", "time"}


def _read_subject(value: CellValue) -> Label:
    """Read a cell of subjects in a list; all of them together are none, known as such."""
    if squeeze(value) in meanings("all_subjects"):
        return Label("", known=True)
    if several := count_subjects(value):
        return Label(clean(value), known=True, several=several)
    return read_subject_label(value)


SUBJECTS = LastingMemo(_read_subject)
"""What cells of subjects in a list say."""


def is_believed(subject: str | None, excepted: frozenset[str] | None) -> bool:
    """Whether the form stated of a table holds for a subject; notes speak of those `excepted`.

    `excepted` None: it is not a title that states it.
    """
    return excepted is None or (subject not in excepted and is_written_as_rule(subject))


def is_written_as_rule(subject: str | None) -> bool:
    """Whether a title that says 书面 is believed of a subject: of 体育, 课外阅读 or 家务 it is not.

    Nobody knows whether these stand in such a table as written work, or beside it.
    """
    return not _NAMES_OTHER_FORM[subject or ""]


_NAMES_OTHER_FORM = LastingMemo[str, bool](lambda subject: read_form(subject) is Form.OTHER)


def read_row_label(value: CellValue) -> Label:
    """Read the subject of a row, which may say what the row holds of it: 语文 内容, 语文时长."""
    label = read_subject_label(value)
    text = clean(value)
    for end in range(1, len(text) if not label.known and len(text) <= _LONGEST else 0):
        subject, known = read_subject(text[:end])
        part = text[end:].strip(_SIGNS)
        bracketed = _BRACKETED.fullmatch(part)
        part = bracketed[1] if bracketed else part
        if known and exact_field(part, FrozenMap()) in _PARTS:
            return Label(subject, known, part=part)
    return label
