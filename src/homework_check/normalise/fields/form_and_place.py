"""The form and place of a piece of homework: by its cells, its content, or the table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from homework_check.model import Form, Place
from homework_check.normalise.fields.keys import Flaw, found_flaws
from homework_check.normalise.fields.word_cells import read_word
from homework_check.normalise.headers.facets import read_form_and_place
from homework_check.normalise.headers.subject_labels import is_believed
from homework_check.normalise.values import (
    SILENT,
    ContentReading,
    Outcome,
    clean,
    either_place,
    read_place,
)
from homework_check.normalise.values.entry_notes import EntryNote

if TYPE_CHECKING:
    from collections.abc import Iterable

    from homework_check.normalise.fields.work_cells import WholeTable, WorkCells
    from homework_check.settings import Settings
    from homework_check.workbook import CellValue


_IN_A_LESSON: Final = frozenset({Place.SCHOOL, Place.LESSON})
"""Both said of one work are no contradiction: a lesson is in school."""

_UNLESS_HINTED_AT: Final = {None: Place.HOME, Place.SCHOOL: Place.EITHER, Place.LESSON: None}
"""Where work is done that is taken for homework, by the place that its content or note hints at."""


class OfTable(NamedTuple):
    """The form and place of all work of a table; None: not stated.

    `missing` are those that nothing states, `assumed` those that an assumption fills.
    """

    form: Form | None
    place: Place | None
    missing: frozenset[str]
    assumed: frozenset[str]


def of_table(
    form: Form | None, place: Place | None, unsaid: Iterable[str], settings: Settings
) -> OfTable:
    """What is stated, with what is assumed of the fields that nothing says, which are `unsaid`."""
    given = {name: settings.assumed(name) for name in unsaid}
    values = {name: known.value for name, known in given.items() if known}
    return OfTable(
        Form(values["form"]) if "form" in values else form,
        Place(values["place"]) if "place" in values else place,
        missing=frozenset(given.keys() - values.keys()),
        assumed=frozenset(values),
    )


def form_beside(cell: CellValue | None, stated: Form | None) -> Form | None:
    """The form that a table states of all its work, of a row whose cell says none.

    What a cell says in words that are not understood is nearer than a title.
    """
    return None if cell else stated


def place_beside(cell: CellValue | None, stated: Place | None) -> Place | None:
    """The place that a table states, of a row whose cell (None: no such column) says none.

    Where a column tells places apart a blank cell may be any of them.
    """
    return stated if cell is None else either_place(cell)


def form_of(
    cells: WorkCells,
    table: WholeTable,
    said: Form | None,
    subject: str | None,
    *,
    counts: bool,
) -> tuple[Form | None, Flaw | None]:
    """The form of a piece under a header that states none: its cell, what is `said`, the table."""
    form, flaw = read_word("form", cells.form, _read_form, said)
    if form or (flaw and flaw.case == "contradiction"):
        return form, flaw
    noted = table.excepted is not None and cells.note is not None and cells.note.mixed
    believed = is_believed(subject, table.excepted) and not noted
    form = said or (form_beside(cells.form, table.facets.form) if believed else None)
    if counts and not (form or believed or flaw):
        named = clean(cells.subject or subject or "")
        flaw = unbelieved(named, noted=noted or subject in (table.excepted or ()))
    return form, flaw


def place_of(cells: WorkCells, table: WholeTable) -> tuple[Place | None, tuple[Flaw, ...]]:
    """The place of a piece under a header that states none: its cell, its content, the table."""
    content, note = cells.content or SILENT, cells.note or EntryNote()
    stated, torn = _stated_place(cells, content)
    stated = stated or note.place
    if cells.place and {read_place(cells.place), stated} == _IN_A_LESSON:
        return Place.LESSON, found_flaws(torn)
    place, flaw = read_word("place", cells.place, read_place, stated)
    flaws = found_flaws(torn, flaw)
    if any(flaw.case == "contradiction" for flaw in flaws):
        return place or _either(cells.place, stated), flaws
    of_all = None if content.in_parts else table.facets.place
    if of_all is Place.HOME:
        of_all = _UNLESS_HINTED_AT[content.hint or note.hint]
    return place or stated or place_beside(cells.place, of_all), flaws


def _either(cell: CellValue | None, stated: Place | None) -> Place | None:
    """Home or school, of which the cell names one and what is `stated` beside it the other."""
    told = {None if cell is None else read_place(cell), stated}
    return Place.EITHER if told == {Place.HOME, Place.SCHOOL} else None


def _read_form(value: CellValue) -> Form | Outcome:
    return read_form_and_place(value)[0]


def _stated_place(cells: WorkCells, content: ContentReading) -> tuple[Place | None, Flaw | None]:
    """The place that content and form say; where they contradict each other that is a flaw."""
    beside = read_form_and_place(cells.form)[1] if cells.form else None
    if {beside, content.place} == _IN_A_LESSON:
        return Place.LESSON, None
    if beside and content.place not in {None, beside}:
        return None, Flaw("unread-place", "contradiction", "place", clean(cells.form or ""))
    return content.place or beside, None


def is_settled(value: Form | Place | None) -> bool:
    """Whether a form or place is known so well that it does not matter what a cell says of it."""
    return value not in {None, Place.EITHER}


def unbelieved(subject: str, *, noted: bool) -> Flaw:
    """What has to be told of a subject of which a title's 书面 is not believed.

    `noted`: a note on the table says otherwise.
    """
    return Flaw("unread-form", "noted" if noted else "subject", "subject", subject)
