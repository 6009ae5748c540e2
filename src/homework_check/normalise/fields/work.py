"""What a row says about the work: form, place, choice, layer and minutes.

Rows that are alike in all describing cells are read once; only their contents differ.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from homework_check.model import NOTHING, Work
from homework_check.normalise.fields.amounts import (
    WorkMinutes,
    in_parts,
    minutes_of_work,
    plausible,
    read_actual,
    read_cell,
    with_actual,
    with_whole,
    with_whole_actual,
)
from homework_check.normalise.fields.form_and_place import form_of, is_settled, place_of
from homework_check.normalise.fields.keys import found_flaws
from homework_check.normalise.fields.minute_words import with_words_of_minutes
from homework_check.normalise.fields.open_amounts import (
    Shared,
    in_one_cell,
    with_note,
    with_shared,
)
from homework_check.normalise.fields.word_cells import read_answer, read_choice_and_layer
from homework_check.normalise.headers.facets import Facets
from homework_check.normalise.headers.subject_labels import SUBJECTS
from homework_check.normalise.values import SILENT, Unit, clean
from homework_check.normalise.values.cleaning import fold
from homework_check.normalise.values.entry_notes import EntryNote

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from homework_check.normalise.fields.keys import Flaw
    from homework_check.normalise.fields.work_cells import WholeTable, WorkCells
    from homework_check.normalise.headers.header import Header
    from homework_check.workbook import CellValue


_Amount: TypeAlias = "tuple[str, Header | None, str | None, WorkMinutes]"
"""An amount behind the letter of its column, and the header and the subject that it has."""


class Piece(NamedTuple):
    """One contribution of a row."""

    work: Work
    flaws: tuple[Flaw, ...]


def read_pieces(cells: WorkCells, table: WholeTable) -> tuple[Piece, ...]:
    """Read one row."""
    return tuple(
        _piece(part, table, letter, header, subject, of_work)
        for part in _by_part(with_words_of_minutes(cells, table), table)
        for letter, header, subject, of_work in _amounts(part, table)
    )


def _by_part(cells: WorkCells, table: WholeTable) -> Iterator[WorkCells]:
    """The cells once for each form or place of work, if the content says how long which takes.

    What a cell beside it says of the form or place, or of the time measured, is of all.
    """
    parts = cells.content.parts if cells.content else ()
    columns = zip(table.minutes, cells.minutes, strict=True)
    filled = [(value, unit) for (_, _, unit), value in columns if value != ""]
    beside = [
        cells.actual,
        cells.hours,
        cells.form if len({part.form for part in parts}) > 1 else None,
        cells.place if len({part.place for part in parts}) > 1 else None,
    ]
    of_all = any(value not in {None, ""} for value in beside)
    if not (cells.content and parts) or of_all or len(filled) > 1 or cells.shared:
        yield cells
        return
    minutes = read_cell(*filled[0]) if filled else None
    parts = in_parts(minutes, cells.content)
    blank = ("",) * len(cells.minutes) if len(parts) > 1 else cells.minutes
    for content in parts:
        yield cells._replace(content=content, minutes=blank)


def _amounts(cells: WorkCells, table: WholeTable) -> Iterator[_Amount]:
    """The minutes of a row, each with what says whose they are."""
    found = [*_each_amount(cells, table)]
    of_work = with_whole([amount for *_, amount in found], cells.content or SILENT)
    for (letter, header, subject, _), amount in zip(found, of_work, strict=True):
        yield letter, header, subject, amount


def _each_amount(cells: WorkCells, table: WholeTable) -> Iterator[_Amount]:
    """One amount for each filled minutes column, or for each packed subject."""
    content = cells.content or SILENT
    named = table.with_contents and not cells.blank
    columns = list(zip(table.minutes, cells.minutes, strict=True))
    if cells.hours not in {None, ""}:
        columns = [(column, _join_hours(cells.hours, value)) for column, value in columns]
    filled = [(column, value) for column, value in columns if value != ""]
    if cells.shared and not cells.shared.subjects and not filled:
        yield table.letter, None, None, WorkMinutes(NOTHING)
        return
    actual = read_actual(cells.actual, table.actual_unit)
    divided = _is_divided(filled)
    if len(filled) > 1:
        # What the content says is of all of them together.
        content = content._replace(minutes=None)
    for (letter, header, unit), value in filled or columns[:1]:
        minutes = read_cell(value, unit) if value != "" else None
        if minutes and minutes.case == "packed":
            parts = [plausible(amount, minutes.text) for _, amount in minutes.packed]
            subjects = [subject for subject, _ in minutes.packed]
            for subject, part in zip(subjects, with_whole_actual(parts, actual), strict=True):
                yield letter, header, subject, part
            continue
        of_work = minutes_of_work(minutes, content, named=named and not divided, in_table=True)
        shared = cells.shared or _in_one_cell(cells, header.text, value)
        of_work = with_shared(of_work, shared, clean(value))
        # Of several blank columns none says where or how the work was done.
        told = header if filled or len(columns) == 1 else None
        # What is not understood has to be found in Excel, be it the measured minutes.
        found_at = table.letter if actual and actual.case == "unread" else letter
        yield found_at, told, told and told.facets.subject, with_actual(of_work, actual)
    if not columns:
        of_work = minutes_of_work(None, content, named=named, in_table=False)
        yield table.letter, None, None, with_actual(of_work, actual)


def _in_one_cell(cells: WorkCells, head: str, value: CellValue) -> Shared | None:
    """How the subjects that a row names share its minutes; a content may say what each takes."""
    several = SUBJECTS[cells.subject].several if cells.subject else 0
    if not several or (cells.content and cells.content.minutes):
        return None
    return in_one_cell(several, fold(head), fold(value))


def _is_divided(filled: Sequence[tuple[tuple[str, Header, Unit], CellValue]]) -> bool:
    """Whether one of several columns has the minutes, so that 0 in another is an amount."""
    if len(filled) < 2:
        return False
    return any(read_cell(value, unit).case == "" for (_, _, unit), value in filled)


def _join_hours(hours: CellValue | None, minutes: CellValue) -> CellValue:
    """Hours and minutes in two columns, as one text that can be read."""
    part = f"{clean(hours or 0)}小时"
    return f"{part}{clean(minutes)}分" if minutes != "" else part


def _piece(  # noqa: PLR0913  a piece in all its parts
    cells: WorkCells,
    table: WholeTable,
    letter: str,
    header: Header | None,
    subject: str | None,
    minutes: WorkMinutes,
) -> Piece:
    content, note = cells.content or SILENT, cells.note or EntryNote()
    minutes = with_note(minutes, note)
    facets = header.facets if header else Facets()
    of_subject = SUBJECTS[cells.subject].facets if cells.subject else Facets()
    subject = subject or _subject(cells.subject, table)
    said = content.form or of_subject.form or note.form
    form, no_form = (
        (facets.form, None)
        if facets.form
        else form_of(cells, table, said, subject, counts=not minutes.none)
    )
    place, no_place = (facets.place, ()) if facets.place else place_of(cells, table)
    if cells.shared and cells.shared.torn:
        form = place = None
    told = (("form", form), ("place", place))
    settled = {name for name, value in told if minutes.none or is_settled(value)}
    choice, layer = read_choice_and_layer(cells.choice, cells.layer)
    choice, layer = choice or of_subject.choice, layer or of_subject.layer
    work = Work(
        column=letter,
        subject=subject,
        form=form,
        place=place,
        choice=facets.choice or choice or content.choice or table.facets.choice,
        layer=facets.layer or layer or content.layer or note.layer or table.facets.layer,
        minutes=minutes.amount,
        marked=read_answer(cells.marked),
        posted=read_answer(cells.posted),
        none=minutes.none,
        covers_days_off=content.covers_days_off or note.covers_days_off,
        vacation=table.vacation,
        doubtful=note.is_doubtful,
    )
    flaws = (flaw for flaw in found_flaws(no_form, *no_place) if flaw.field not in settled)
    return Piece(work, (*minutes.flaws, *flaws))


def _subject(value: CellValue | None, table: WholeTable) -> str | None:
    if value is None:
        return table.facets.subject
    return (SUBJECTS[value].subject or None) if value != "" else None
