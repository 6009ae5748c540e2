"""What a row says about the work: form, place, choice, layer and minutes.

Rows that are alike in all describing cells are read once; only their contents differ.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from homework_check.memo import LastingMemo
from homework_check.model import NOTHING, Form, Place, Work
from homework_check.normalise.fields.amounts import (
    Counted,
    by_form,
    count,
    plausible,
    read_cell,
    with_actual,
    with_whole_actual,
)
from homework_check.normalise.fields.keys import Flaw
from homework_check.normalise.headers.facets import Facets
from homework_check.normalise.headers.subject_labels import Label, read_subject_label
from homework_check.normalise.values import (
    SILENT,
    ContentReading,
    Outcome,
    Unit,
    clean,
    either_place,
    read_choice,
    read_form,
    read_layer,
    read_place,
    read_yes_no,
)
from homework_check.normalise.values.cleaning import squeeze
from homework_check.normalise.values.words import meanings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from homework_check.normalise.headers.header import Header
    from homework_check.workbook import CellValue


T = TypeVar("T", Form, Place)


class WorkCells(NamedTuple):
    """The cells of a row that describe the work; None: the table has no such column.

    `minutes` has one cell for each minutes column. `content` is what the content says, None
    if it only names the work; `blank`: there is none. `shared`: the minutes stand in a merged
    cell that begins in a row above.
    """

    subject: CellValue | None
    minutes: tuple[CellValue, ...]
    hours: CellValue | None
    actual: CellValue | None
    form: CellValue | None
    place: CellValue | None
    choice: CellValue | None
    layer: CellValue | None
    marked: CellValue | None
    posted: CellValue | None
    content: ContentReading | None
    blank: bool | None
    shared: bool | None


class Piece(NamedTuple):
    """One contribution of a row."""

    work: Work
    flaws: tuple[Flaw, ...]


class WholeTable(NamedTuple):
    """What holds for all rows: minutes columns (letter, header, unit) and defaults.

    `letter` is the column to point at where there are no minutes. `facets` are stated around the
    table or by the header of the contents, or assumed; None: unknown. `vacation`: the titles
    say so. `with_contents`: it has a column of contents.
    """

    minutes: tuple[tuple[str, Header, Unit], ...]
    actual_unit: Unit
    letter: str
    facets: Facets
    vacation: bool
    with_contents: bool


def _read_subject(value: CellValue) -> Label:
    """Read a subject of a list; all of them together are none, known as such."""
    if squeeze(value) in meanings("all_subjects"):
        return Label("", known=True)
    return read_subject_label(value)


SUBJECTS = LastingMemo(_read_subject)
"""What cells of subjects say."""


def read_pieces(cells: WorkCells, table: WholeTable) -> tuple[Piece, ...]:
    """Read one row."""
    return tuple(
        _piece(part, table, letter, header, subject, counted)
        for part in _by_form(_with_items(cells, table), table)
        for letter, header, subject, counted in _amounts(part, table)
    )


def _with_items(cells: WorkCells, table: WholeTable) -> WorkCells:
    """The cells, with what the only cell of minutes says of its tasks as what the content says.

    A content that says anything by itself may say something else.
    """
    if len(cells.minutes) != 1 or cells.minutes == ("",) or cells.content or cells.hours:
        return cells
    items = read_cell(cells.minutes[0], table.minutes[0][2]).items
    return cells._replace(content=items, minutes=("",)) if items else cells


def _by_form(cells: WorkCells, table: WholeTable) -> Iterator[WorkCells]:
    """The cells once for each form of work, if the content says how long which takes.

    What a cell beside it says of the form or of the time that was measured is of all.
    """
    columns = zip(table.minutes, cells.minutes, strict=True)
    filled = [(value, unit) for (_, _, unit), value in columns if value != ""]
    of_all = any(value not in {None, ""} for value in (cells.form, cells.actual, cells.hours))
    if not (cells.content and cells.content.by_form) or of_all or len(filled) > 1 or cells.shared:
        yield cells
        return
    minutes = read_cell(*filled[0]) if filled else None
    parts = by_form(minutes, cells.content)
    blank = ("",) * len(cells.minutes) if len(parts) > 1 else cells.minutes
    for content in parts:
        yield cells._replace(content=content, minutes=blank)


def _amounts(
    cells: WorkCells, table: WholeTable
) -> Iterator[tuple[str, Header | None, str | None, Counted]]:
    """The minutes of a row: one for each filled minutes column, or for each packed subject."""
    content = cells.content or SILENT
    named = table.with_contents and not cells.blank
    columns = list(zip(table.minutes, cells.minutes, strict=True))
    if cells.hours not in {None, ""}:
        columns = [(column, _join_hours(cells.hours, value)) for column, value in columns]
    filled = [(column, value) for column, value in columns if value != ""]
    if cells.shared and not filled:
        yield table.letter, None, None, Counted(NOTHING)
        return
    actual = read_cell(cells.actual, table.actual_unit) if cells.actual not in {None, ""} else None
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
        counted = count(minutes, content, named=named and not divided, in_table=True)
        # Of several blank columns none says where or how the work was done.
        told = header if filled or len(columns) == 1 else None
        yield letter, told, told and told.facets.subject, with_actual(counted, actual)
    if not columns:
        counted = count(None, content, named=named, in_table=False)
        yield table.letter, None, None, with_actual(counted, actual)


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
    counted: Counted,
) -> Piece:
    content = cells.content or SILENT
    flaws: list[Flaw] = []
    facets = header.facets if header else Facets()
    of_subject = SUBJECTS[cells.subject].facets if cells.subject else Facets()
    said = content.form or of_subject.form
    form = facets.form or read_word("form", cells.form, read_form, flaws, said)
    place = facets.place or read_word("place", cells.place, read_place, flaws, content.place)
    torn = {flaw.field for flaw in flaws if flaw.case == "contradiction"}
    if "form" not in torn:
        form = form or said or table.facets.form
    if "place" not in torn:
        place = place or content.place
        if not content.in_parts:
            place = place or table.facets.place or either_place(cells.place)
    told = (("form", form), ("place", place))
    settled = {name for name, value in told if counted.none or is_settled(value)}
    choice, layer = _choice(cells)
    choice, layer = choice or of_subject.choice, layer or of_subject.layer
    work = Work(
        column=letter,
        subject=subject or _subject(cells.subject, table),
        form=form,
        place=place,
        choice=facets.choice or choice or content.choice or table.facets.choice,
        layer=facets.layer or layer or content.layer or table.facets.layer,
        minutes=counted.amount,
        marked=_answer(cells.marked),
        posted=_answer(cells.posted),
        none=counted.none,
        covers_days_off=content.covers_days_off,
        vacation=table.vacation,
    )
    flaws = [flaw for flaw in flaws if flaw.field not in settled]
    return Piece(work, (*counted.flaws, *flaws))


def _subject(value: CellValue | None, table: WholeTable) -> str | None:
    if value is None:
        return table.facets.subject
    return (SUBJECTS[value].subject or None) if value != "" else None


def read_word(
    field: str,
    value: CellValue | None,
    read: Callable[[CellValue], T | Outcome],
    flaws: list[Flaw],
    said: T | None = None,
) -> T | None:
    """Read a form or place cell; blank, not understood or against what else is `said` is a flaw."""
    if value is None:
        return None
    reading = read(value) if value != "" else Outcome.UNREAD
    if isinstance(reading, Outcome):
        flaws.append(Flaw(f"unread-{field}", "" if value != "" else "blank", field, clean(value)))
        return None
    if said and said is not reading:
        flaws.append(Flaw(f"unread-{field}", "contradiction", field, clean(value)))
        return None
    return reading


def is_settled(value: Form | Place | None) -> bool:
    """Whether a form or place is known so well that it does not matter what a cell says of it."""
    return value not in {None, Place.EITHER}


def _choice(cells: WorkCells) -> tuple[str | None, str | None]:
    """Either column may hold either: 分层 is often filled with 必做."""
    choice = layer = None
    for value in (cells.choice, cells.layer):
        if value is None or value == "":
            continue
        reading = read_choice(value)
        choice = choice or (None if isinstance(reading, Outcome) else reading)
        layer = layer or read_layer(value)
    return choice, layer


def _answer(value: CellValue | None) -> str | None:
    if value is None or value == "":
        return None if value is None else ""
    answer = read_yes_no(value)
    return clean(value) if isinstance(answer, Outcome) else answer
