"""The work of every row of a table, and what the table says for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from homework_check.model import Form, Place
from homework_check.normalise.body import as_written, read_all, read_values
from homework_check.normalise.values import (
    ContentReading,
    Unit,
    clean,
    read_content,
    read_subject,
)
from homework_check.normalise.work import PLAIN, Piece, WholeTable, WorkCells, read_pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from homework_check.normalise.body import Body, Column
    from homework_check.normalise.columns import Columns
    from homework_check.normalise.headers import Header
    from homework_check.normalise.surroundings import Surroundings
    from homework_check.settings import Settings
    from homework_check.workbook import CellValue


class RowWork(NamedTuple):
    """The work of all rows; each list has one item a row.

    `missing` are fields that nothing states, `assumed` those that an assumption fills.
    """

    contents: Sequence[str]
    pieces: Sequence[tuple[Piece, ...]]
    missing: frozenset[str]
    assumed: frozenset[str]
    unknown_subjects: frozenset[CellValue]


def read_work(  # noqa: PLR0913  a table in all its parts
    body: Body,
    headers: Sequence[Header],
    columns: Columns,
    shared: AbstractSet[int],
    around: Surroundings,
    settings: Settings,
) -> RowWork:
    """Read all that the rows say about the work; `shared` rows have merged minutes."""
    texts, readings = _contents(body, columns)
    table, missing, assumed = _whole_table(body, headers, columns, set(readings), around, settings)
    subject = body.columns[columns.at["subject"]] if "subject" in columns.at else None
    subjects, unknown = _subjects(subject, around, body.height)
    cells = zip(subjects, *_cells(body, columns, texts, readings, shared), strict=True)
    pieces = read_all(cells, lambda alike: read_pieces(WorkCells._make(alike), table))
    return RowWork(texts, pieces, missing, assumed, unknown)


def _contents(
    body: Body, columns: Columns
) -> tuple[Sequence[str], Sequence[ContentReading | None]]:
    """The contents as written, and what they say beside naming the work (None: nothing)."""
    if "content" not in columns.at:
        return ("",) * body.height, (None,) * body.height
    index = columns.at["content"]
    column, distinct = body.columns[index], body.distinct[index]
    readings = read_values(distinct, lambda value: _special(read_content(clean(value))))
    texts = read_values(distinct, as_written)
    texts[""] = ""
    return [texts[value] for value in column], list(map(readings.get, column))


def _special(reading: ContentReading) -> ContentReading | None:
    return None if reading == PLAIN else reading


def _cells(
    body: Body,
    columns: Columns,
    texts: Sequence[str],
    readings: Sequence[ContentReading | None],
    shared: AbstractSet[int],
) -> tuple[Iterable[object], ...]:
    """One column for each part of `WorkCells` but the subject."""
    absent: Sequence[CellValue | None] = (None,) * body.height

    def column(field: str) -> Sequence[CellValue | None]:
        return body.columns[columns.at[field]] if field in columns.at else absent

    minutes = [body.columns[index] for index in columns.minutes]
    return (
        zip(*minutes, strict=True) if minutes else ((),) * body.height,
        absent if columns.hours is None else body.columns[columns.hours],
        column("actual"),
        column("form"),
        column("place"),
        column("choice"),
        column("layer"),
        column("marked"),
        column("posted"),
        readings,
        map(bool, texts),
        [row in shared for row in range(body.height)] if shared else (False,) * body.height,
    )


def _subjects(
    column: Column | None, around: Surroundings, height: int
) -> tuple[Sequence[str | None], frozenset[CellValue]]:
    if column is None:
        return (around.subject,) * height, frozenset()
    named = read_values(set(column), read_subject)
    unknown = frozenset(value for value, (_, known) in named.items() if not known)
    names: dict[CellValue, str | None] = {value: name for value, (name, _) in named.items()}
    return [names.get(value) for value in column], unknown


def _whole_table(  # noqa: PLR0913  a table in all its parts
    body: Body,
    headers: Sequence[Header],
    columns: Columns,
    readings: AbstractSet[ContentReading | None],
    around: Surroundings,
    settings: Settings,
) -> tuple[WholeTable, frozenset[str], frozenset[str]]:
    """What holds for the whole table; what it lacks; what is assumed for it."""
    contents = [reading for reading in readings if reading]
    of_minutes = [headers[index] for index in columns.minutes]
    missing: set[str] = set()
    assumed: set[str] = set()
    of_content = headers[columns.at["content"]] if "content" in columns.at else None
    form = (of_content and of_content.form) or around.form
    place = (of_content and of_content.place) or around.place
    if form is None and "form" not in columns.at and not any(h.form for h in of_minutes):
        given = settings.assumed("form")
        form = Form(given.value) if given else None
        (assumed if given else missing).add("form")
    placed = any(h.place for h in of_minutes) or any(r.place for r in contents)
    if place is None and "place" not in columns.at and not placed:
        given = settings.assumed("place")
        place = Place(given.value) if given else None
        (assumed if given else missing).add("place")
    if not of_minutes and "actual" not in columns.at and not any(r.minutes for r in contents):
        missing.add("minutes")
    minutes = tuple(
        (body.letter(index), headers[index], _unit(headers[index], around))
        for index in columns.minutes
    )
    actual = columns.at.get("actual")
    letter = body.letter(columns.at.get("content", columns.at.get("subject", 0)))
    actual_unit = Unit.UNSTATED if actual is None else _unit(headers[actual], around)
    table = WholeTable(minutes, actual_unit, letter, form, place, around.vacation)
    return table, frozenset(missing), frozenset(assumed)


def _unit(header: Header, around: Surroundings) -> Unit:
    return header.unit if header.unit is not Unit.UNSTATED else around.unit
