"""Tables whose entries stand below lines of their own, for each class, week or form."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from homework_check.model import Inherited, Location, Remark
from homework_check.normalise.heads import read_label
from homework_check.normalise.levels import read_header_rows
from homework_check.normalise.section_texts import read_section
from homework_check.normalise.values import (
    ClassReading,
    DateReading,
    Outcome,
    YearHint,
    read_class,
    read_date,
    read_form,
    read_grade,
    read_place,
    read_weekday,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from homework_check.normalise.matrices import MatrixHeader
    from homework_check.normalise.parts import Part
    from homework_check.normalise.section_texts import Section
    from homework_check.normalise.surroundings import Lines, Surroundings
    from homework_check.settings import Settings

_SAYS_NOTHING = frozenset({"content", "note", "person", "stamp", "marked", "posted"})
_AMOUNTS = frozenset({"minutes", "hours", "total"})
_NO_YEAR = YearHint()


class Fields(NamedTuple):
    """What the columns of a table hold: fields by index, and the columns of minutes.

    `known` are the fields that entries state, in a column or in the heads; `first` is the index
    of the first row below the header.
    """

    at: Mapping[int, str]
    work: Sequence[int]
    known: frozenset[str]
    first: int


def fields_of_list(part: Part, settings: Settings) -> Fields:
    """The columns of a list, as far as its header tells."""
    headers, height = read_header_rows(part.body, part.header, part.end, settings.columns)
    at = {index: header.field for index, header in enumerate(headers) if header.field}
    work = [index for index, field in at.items() if field in _AMOUNTS]
    work = work or [index for index, field in at.items() if field == "content"]
    return Fields(at, work, frozenset(at.values()), part.header + height)


def fields_of_matrix(header: MatrixHeader) -> Fields:
    """The columns of a matrix; days over them are known as well."""
    at = {index: field for field, index in header.keys.items()}
    boxes = (index for box in header.boxes for index in (box.content, box.minutes))
    days = {"date"} if header.across == "days" else set()
    work = [index for index in boxes if index is not None]
    return Fields(at, work, frozenset({*at.values(), *days}), header.row + header.height)


def parts_within(
    part: Part, fields: Fields, settings: Settings
) -> list[tuple[Part, tuple[Section, ...]]]:
    """The parts of a table below its lines, each with what holds for it, the nearest first."""
    held: list[Section] = []
    parts: list[tuple[Part, tuple[Section, ...]]] = []
    start = 0
    for row, column in _lone_cells(part, fields):
        section = _read(part, row, column, fields, settings)
        if section:
            parts.append((part._replace(start=start, end=row), tuple(reversed(held))))
            held = [*takewhile(section.leaves, held), section]
            start = row + 1
    parts.append((part._replace(start=start), tuple(reversed(held))))
    return [one for one in parts if _is_filled(one[0], fields.first)] or parts[-1:]


def _lone_cells(part: Part, fields: Fields) -> Iterator[tuple[int, int]]:
    """Row and column of each cell that stands alone in its row and is not of the work itself."""
    columns = part.body.columns
    if not fields.work:
        return
    # Few rows of a long list have no work, and only these are looked at one by one.
    work = min((columns[index] for index in fields.work), key=lambda column: column.count(""))
    row = fields.first - 1
    while True:
        try:
            row = work.index("", row + 1, part.end)
        except ValueError:
            return
        filled = [index for index, column in enumerate(columns) if column[row] != ""]
        if len(filled) == 1 and filled[0] not in fields.work:
            yield row, filled[0]


def _is_filled(part: Part, first: int) -> bool:
    rows = slice(max(part.start, first), part.end)
    return any(value != "" for column in part.body.columns for value in column[rows])


def _read(part: Part, row: int, index: int, fields: Fields, settings: Settings) -> Section | None:
    column, field = part.body.columns[index], fields.at.get(index, "")
    text = column[row]
    if not isinstance(text, str) or (index and field in _SAYS_NOTHING):
        return None
    below = column[row + 1] if row + 1 < part.end else ""
    if _is_value(text, field, settings, is_last=below != ""):
        return None
    cell = f"{part.body.letter(index)}{part.body.row(row)}"
    return read_section(text.strip(), cell, fields.known, settings)


def _is_value(text: str, field: str, settings: Settings, *, is_last: bool) -> bool:
    """Whether a text is a value of its column, which holds on in the blank cells below it.

    In a column of classes a grade is none where no blank cell follows (`is_last`).
    """
    system = settings.school_system
    match field:
        case "class":
            reading = read_class(text, system)
            return isinstance(reading, ClassReading) and bool(reading.classes or not is_last)
        case "grade":
            readings = read_grade(text, system), read_class(text, system)
            return any(not isinstance(reading, Outcome) for reading in readings)
        case "date" | "weekday":
            day = read_date(text, _NO_YEAR)
            return isinstance(day, DateReading) or isinstance(read_weekday(text), int)
        case "subject":
            return read_label(text, settings).known
        case "form" | "place":
            return not isinstance((read_form if field == "form" else read_place)(text), Outcome)
        case _:
            return False


def lines_within(lines: Lines, sections: Sequence[Section]) -> Lines:
    """The lines around a part of a table: those of its sections are the nearest."""
    if not sections:
        return lines
    titles = [(section.text, section.cell) for section in sections]
    return lines._replace(titles=titles, above=[*lines.titles, *lines.above])


def settled_within(around: Surroundings, sections: Sequence[Section], part: Part) -> Surroundings:
    """The surroundings, with the form and place of sections; what is unclear holds no longer."""
    for section in reversed(sections):
        form, place = section.form or around.form, section.place or around.place
        new: dict[str, str] = {}
        new |= {"form": form} if form and form is not around.form else {}
        new |= {"place": place} if place and place is not around.place else {}
        old = (each for each in around.inherited if each.field not in new)
        where = f"title {section.cell}"
        told = (Inherited(field, str(new[field]), where, section.text) for field in new)
        around = around._replace(form=form, place=place, inherited=(*old, *told))
        for kind in sorted(section.unclear):
            around = _without(kind, around, section, part)
    return around


def _without(kind: str, around: Surroundings, section: Section, part: Part) -> Surroundings:
    """The surroundings without what a section states anew, which is told at its cell."""
    field = "date" if kind == "day" else kind
    gone = {"grade", "class"} if kind == "class" else {field}
    where = Location(part.source, part.sheet.name or None, section.cell)
    remark = Remark(f"unread-{field}", "", (), (where,), field, section.text)
    around = around._replace(
        inherited=tuple(each for each in around.inherited if each.field not in gone),
        remarks=(*around.remarks, remark),
    )
    if kind == "day":
        return around._replace(day=None, hint=around.hint._replace(week=None, period=None))
    if kind == "form":
        return around._replace(form=None)
    return around._replace(grade=None, classes=None, torn=True)
