"""One box of a matrix: the work that its content and minutes state."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from homework_check.model import Work
from homework_check.normalise.body import as_written
from homework_check.normalise.fields.amounts import in_parts, minutes_of_work, plausible, read_cell
from homework_check.normalise.fields.keys import found_flaws
from homework_check.normalise.fields.word_cells import read_word
from homework_check.normalise.headers.facets import Facets
from homework_check.normalise.headers.subject_labels import is_believed
from homework_check.normalise.values import (
    SILENT,
    Outcome,
    either_place,
    read_choice,
    read_content,
    read_form,
    read_layer,
    read_place,
)
from homework_check.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from homework_check.model import Form, Place
    from homework_check.normalise.fields.keys import Flaw
    from homework_check.normalise.headers.subject_labels import Label
    from homework_check.normalise.matrices.heads import Box
    from homework_check.normalise.values import Unit
    from homework_check.workbook import CellValue


_FORM = late_pattern("书面|笔头|口头")
"""Before minutes these are their form, and no task as 阅读 may be."""


class Whole(NamedTuple):
    """What holds for all boxes; `form`, `place` and `choice` None: not stated.

    `timed`: some box states minutes, so that one without them lacks them. `contents`: some
    box holds a content; where none does, what is not understood is meant as minutes. `excepted`:
    subjects for which a title does not say the form; None: something nearer says it of all.
    """

    unit: Unit
    form: Form | None
    place: Place | None
    vacation: bool
    timed: bool
    contents: bool
    choice: str | None = None
    excepted: frozenset[str] | None = None

    def form_of(self, subject: str | None) -> Form | None:
        """The form of a subject where its box and heads state none."""
        return self.form if is_believed(subject, self.excepted) else None


class Filled(NamedTuple):
    """A box that is not blank."""

    work: Work
    content: str
    flaws: tuple[Flaw, ...]


def is_timed(content: CellValue, minutes: CellValue, unit: Unit) -> bool:
    """Whether a box states minutes."""
    if minutes != "" or content == "":
        return minutes != ""
    cell = read_cell(content, unit)
    return (
        cell.case in {"", "no-unit"}
        or cell.items is not None
        or read_content(as_written(content)).minutes is not None
    )


def is_content(content: CellValue, unit: Unit) -> bool:
    """Whether the text of a box is more than minutes or the lack of them, and has minutes."""
    if content == "" or read_cell(content, unit).case != "unread":
        return False
    return read_content(as_written(content)).minutes is not None


def read_box(  # noqa: PLR0913  a box in all its parts
    box: Box,
    letter: str,
    content: CellValue,
    minutes: CellValue,
    label: Label | None,
    whole: Whole,
) -> Iterator[Filled]:
    """Read a box; `label` is what heads its row or column, None: nothing said.

    A box of no subject may state the minutes of several (语20 数15), a content those of several
    forms or places: one `Filled` for each.
    """
    if box.mixed:
        content, minutes = _divide(content, label, whole)
    reading = read_content(as_written(content)) if content != "" else SILENT
    given = read_cell(minutes, whole.unit) if minutes != "" else None
    if given and given.items and reading == SILENT:
        reading, given = given.items, None
    in_table = whole.timed or not box.mixed
    stated = reading.minutes is not None and given is None
    divided = in_parts(given, reading)
    given = None if len(divided) > 1 else given
    counted = (
        minutes_of_work(given, said, named=content != "", in_table=in_table and not stated)
        for said in divided
    )
    subject = label.subject if label else None
    parts = [(said, subject, part) for said, part in zip(divided, counted, strict=True)]
    if given and given.case == "packed":
        parts = [(reading, of, plausible(amount, given.text)) for of, amount in given.packed]
    for reading, subject, part in parts:
        work = Work(
            column=letter,
            subject=subject,
            form=reading.form or (label.form if label else None) or whole.form,
            place=reading.place or (None if reading.in_parts else whole.place),
            choice=box.facets.choice or reading.choice or whole.choice,
            layer=box.facets.layer or reading.layer,
            minutes=part.amount,
            none=part.none,
            covers_days_off=reading.covers_days_off,
            vacation=whole.vacation,
        )
        yield Filled(work, as_written(content), part.flaws)


def read_told(cells: Mapping[str, CellValue]) -> tuple[Facets, tuple[Flaw, ...]]:
    """Read what cells beside the work say of it, by field; blank or not understood is a flaw."""
    choice, layer, place = cells.get("choice", ""), cells.get("layer", ""), cells.get("place")
    required = read_choice(choice)
    form, no_form = read_word("form", cells.get("form"), read_form)
    read, no_place = read_word("place", place, read_place)
    facets = Facets(
        form=form,
        place=read or either_place(place),
        choice=None if isinstance(required, Outcome) else required,
        layer=read_layer(layer),
    )
    return facets, found_flaws(no_form, no_place)


def _divide(value: CellValue, label: Label | None, whole: Whole) -> tuple[CellValue, CellValue]:
    """Content and minutes of a cell that may hold either or both."""
    minutes = read_cell(value, whole.unit)
    # 写字20分钟 beside a subject is a task, not the minutes of another subject.
    if minutes.case != "unread" and not (minutes.case == "packed" and label):
        return "", value
    reading = read_content(as_written(value))
    if minutes.items and (reading.minutes is None or _FORM.search(minutes.text)):
        return "", value
    if whole.contents or reading != SILENT or not whole.timed:
        return value, ""
    return "", value
