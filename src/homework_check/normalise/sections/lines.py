"""The lines between the entries of a table: texts that stand alone in their rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from homework_check.normalise.matrices.heads import read_label
from homework_check.normalise.sections.texts import Section, read_section
from homework_check.normalise.values import (
    ClassReading,
    DateReading,
    Outcome,
    YearHint,
    is_footer,
    is_total_row,
    read_class,
    read_date,
    read_form,
    read_grade,
    read_place,
    read_weekday,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homework_check.normalise.parts import Part
    from homework_check.normalise.sections.inherited import Fields
    from homework_check.settings import Settings

_SAYS_NOTHING = frozenset({"content", "note", "person", "stamp", "marked", "posted"})
_NO_YEAR = YearHint()
_LONGEST_NAME = 6
_CLASS = frozenset({"class"})


class Line(NamedTuple):
    """A line at `row` (an index), and what it says.

    `is_name`: the text names something, and it may be a class as well as a subject of which
    nothing was set.
    """

    row: int
    column: int
    section: Section
    is_name: bool = False


def find_lines(part: Part, fields: Fields, settings: Settings) -> list[Line]:
    """The lines of a table, in their order."""
    found = (_read(part, row, column, fields, settings) for row, column in _lone(part, fields))
    return [line for line in found if line]


def _lone(part: Part, fields: Fields) -> Iterator[tuple[int, int]]:
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


def _read(part: Part, row: int, index: int, fields: Fields, settings: Settings) -> Line | None:
    column, field = part.body.columns[index], fields.at.get(index, "")
    text = column[row]
    if not isinstance(text, str) or (index and field in _SAYS_NOTHING):
        return None
    below = column[row + 1] if row + 1 < part.end else ""
    if _is_value(text, field, settings, is_last=below != ""):
        return None
    cell = f"{part.body.letter(index)}{part.body.row(row)}"
    is_subject = field == "subject"
    section = read_section(text.strip(), cell, fields.known, settings, is_subject=is_subject)
    if section:
        return Line(row, index, section)
    is_name = len(text) <= _LONGEST_NAME and not (is_footer(text) or is_total_row(text))
    if not is_name or (index and not is_subject) or "class" in fields.known:
        return None
    return Line(row, index, Section(text.strip(), cell, _CLASS, _CLASS), is_name)


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
