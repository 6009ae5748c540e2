"""What a column is of, in the words of its header: 书面, 家庭, 选做, 语文."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple

from homework_check.memo import LastingMemo
from homework_check.model import Form
from homework_check.normalise.values import (
    Outcome,
    is_task,
    read_choice,
    read_form,
    read_layer,
    read_place,
    read_subject,
)
from homework_check.normalise.values.cleaning import squeeze
from homework_check.normalise.values.words import BETWEEN_PARTS, alternatives
from homework_check.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.model import Place
    from homework_check.workbook import CellValue

_FILLERS = late_pattern(alternatives("time_head", "fillers"))
_LONGEST = 24  # characters; longer texts could be divided in endless ways
_OR_A_KIND = "综合实践活动"  # 综合 is as often a kind of work that may be written
_SHORTEST = 2  # characters of one of several words; alone, 语 or 家 is one too


class Facets(NamedTuple):
    """The part of the work a column is restricted to; None: the header does not say.

    `task` is the number of 作业1, or what else tells tasks apart: 课后 and 补充 say no place.
    `class_` is whose work it is, as written.
    """

    form: Form | None = None
    place: Place | None = None
    choice: str | None = None
    subject: str | None = None
    layer: str | None = None
    task: str | None = None
    class_: str | None = None

    def holds(self, other: Facets) -> bool:
        """Whether `other` is the same, or a part."""
        return self.joined(other) == other and self.choice == other.choice

    def joined(self, other: Facets) -> Facets | None:
        """What both say; None: they contradict each other."""
        if any(a and b and a != b for a, b in zip(self, other, strict=True)):
            return None
        return Facets(
            self.form or other.form,
            self.place or other.place,
            self.choice or other.choice,
            self.subject or other.subject,
            self.layer or other.layer,
            self.task or other.task,
            self.class_ or other.class_,
        )


def are_apart(parts: Sequence[Facets]) -> bool:
    """Whether none is the whole of another, as 时长 is of 书面时长, nor the same.

    What is optional adds to the rest; and of what is not written there may be several: 口头, 实践.
    """
    return not any(
        one.holds(other) and not (one == other and one.form is Form.OTHER)
        for one, other in permutations(parts, 2)
    )


def read_form_and_place(value: CellValue) -> tuple[Form | Outcome, Place | None]:
    """What a cell of forms says; 书面家庭作业 and 书面（校内） say a place as well.

    基础书面作业 and 科学实践 have a word before the form that changes nothing of it.
    """
    return _FORMS[value]


def _form_and_place(value: CellValue) -> tuple[Form | Outcome, Place | None]:
    form = read_form(value)
    if not isinstance(form, Outcome):
        return form, None
    facets = read_facets("".join(BETWEEN_PARTS.split(squeeze(value)))) or Facets()
    if facets.form is None or facets.layer or facets.subject == _OR_A_KIND:
        return form, None
    return facets.form, facets.place


_FORMS = LastingMemo(_form_and_place)


def read_facets(text: str) -> Facets | None:
    """Read the words before 时长 or 用时; None: not all of them were understood."""
    return _read_words(_FILLERS.sub("", text)) if len(text) <= _LONGEST else None


def _read_words(text: str) -> Facets | None:
    """Read words that follow one another without anything between them."""
    if not text:
        return Facets()
    if whole := _read_word(text):
        return whole
    for end in range(len(text) - _SHORTEST, _SHORTEST - 1, -1):
        # Only behind a word may there be another.
        first = _read_word(text[:end])
        rest = _read_words(text[end:]) if first else None
        if first and rest and (both := first.joined(rest)):
            return both
    return None


def _read_word(text: str) -> Facets | None:
    form, place, choice = read_form(text), read_place(text), read_choice(text)
    layer = read_layer(text)
    if not isinstance(form, Outcome):
        return Facets(form=form)
    if not isinstance(place, Outcome):
        return Facets(place=place)
    if not isinstance(choice, Outcome):
        return Facets(choice=choice)
    if layer:
        return Facets(layer=layer)
    if is_task(text):
        return Facets(task=text)
    subject, known = read_subject(text)
    return Facets(subject=subject) if known else None
