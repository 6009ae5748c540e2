"""How each column was understood, with counts of its values: shown by ``inspect``."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from homework_check.normalise.body import read_values
from homework_check.normalise.fields.amounts import read_actual, read_cell
from homework_check.normalise.headers.facets import read_form_and_place
from homework_check.normalise.headers.subject_labels import SUBJECTS
from homework_check.normalise.values import (
    Outcome,
    Unit,
    clean,
    read_class,
    read_date,
    read_grade,
    read_minutes,
    read_place,
    read_weekday,
    read_yes_no,
)
from homework_check.table import ColumnUse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from homework_check.normalise.around.surroundings import Surroundings
    from homework_check.normalise.body import Body
    from homework_check.normalise.headers.columns import Columns
    from homework_check.normalise.headers.header import Header
    from homework_check.settings import SchoolSystem, Settings
    from homework_check.workbook import CellValue

_NOT_READ = frozenset({"person", "stamp", "note", "pupil"})


def describe_columns(  # noqa: PLR0913  a table in all its parts
    headers: Sequence[Header],
    body: Body,
    columns: Columns,
    left_out: Mapping[int, str],
    around: Surroundings,
    settings: Settings,
) -> tuple[ColumnUse, ...]:
    """One `ColumnUse` for each column with a header; counts only if the settings ask."""
    used = {index: name for name, index in columns.at.items()}
    used |= dict.fromkeys(columns.all_contents, "content")
    used |= dict.fromkeys(columns.minutes, "minutes")
    if columns.hours is not None:
        used[columns.hours] = "hours"
    torn = {i: name for name, indexes in columns.ambiguous.items() for i in indexes}
    uses = []
    for index, header in enumerate(headers):
        letter = body.letter(index)
        name = used.get(index)
        if name is None:
            if header.text:
                told = columns.unused.get(index) or ("ambiguous" if index in torn else "")
                why = told or why_unused(header)
                uses.append(ColumnUse(letter, header.text, None, why))
            continue
        counts: tuple[tuple[str, int], ...] = ()
        if settings.evidence:
            reader = _reader(name, header, around, settings.system_of(around.school, around.county))
            counts = _counts(body.columns[index], left_out, reader)
        why = "configuration" if header.own else "values"
        own = columns.contents.get(index)
        works = () if own is None else tuple(map(body.letter, own)) or (letter,)
        uses.append(ColumnUse(letter, header.text, name, why, counts, works))
    return tuple(uses)


def why_unused(header: Header) -> str:
    """What a column is that is not used; names of persons are never read."""
    if header.field in _NOT_READ:
        return "timestamps" if header.field == "stamp" else header.field or "unused"
    return header.field if header.field in {"total", "ticks", "day-part"} else "unused"


def _reader(
    name: str, header: Header, around: Surroundings, system: SchoolSystem
) -> Callable[[CellValue], str]:
    """What to call a value of this field: its form or place, else ``read`` or ``unread``."""
    if name in {"form", "place"}:
        read_word = _read_form if name == "form" else read_place
        return lambda value: "unread" if isinstance(r := read_word(value), Outcome) else str(r)
    if name == "subject":
        return lambda value: "read" if SUBJECTS[value].is_subject else "unknown"
    unit = header.unit_in(around.unit)
    readers: dict[str, Callable[[CellValue], object]] = {
        "grade": lambda value: _either(read_grade(value, system), read_class(value, system)),
        "class": lambda value: read_class(value, system),
        "date": lambda value: read_date(value, around.hint),
        "weekday": read_weekday,
        "minutes": lambda value: _several(value, unit) or read_minutes(value, unit),
        "hours": lambda value: read_minutes(value, unit),
        "actual": lambda value: read_actual(value, unit) and read_minutes(value, unit),
        "marked": read_yes_no,
        "posted": read_yes_no,
    }
    read = readers.get(name, clean)
    return lambda value: _outcome(read(value))


def _read_form(value: CellValue) -> object:
    return read_form_and_place(value)[0]


def _outcome(reading: object) -> str:
    if isinstance(reading, Outcome):
        return "unread" if reading is Outcome.UNREAD else "none"
    return "read"


def _several(value: CellValue, unit: Unit) -> object:
    """What a cell of minutes says of several subjects or tasks; None: nothing of the kind."""
    minutes = read_cell(value, unit)
    return minutes.packed or minutes.items


def _either(first: object, second: object) -> object:
    return second if isinstance(first, Outcome) else first


def _counts(
    column: Sequence[CellValue], left_out: Mapping[int, str], name: Callable[[CellValue], str]
) -> tuple[tuple[str, int], ...]:
    values = [v for row, v in enumerate(column) if row not in left_out] if left_out else column
    occurring = Counter(values)
    blank = occurring.pop("", 0)
    names = read_values(occurring, name)
    counts: Counter[str] = Counter()
    for value, times in occurring.items():
        counts[names[value]] += times
    if blank:
        counts["blank"] = blank
    return tuple(counts.items())
