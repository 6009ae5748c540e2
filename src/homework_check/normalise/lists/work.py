"""The work of every row of a table, and what the table says for all of them."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING, Final, NamedTuple

from homework_check.memo import LastingMemo
from homework_check.model import Place
from homework_check.normalise.body import as_written
from homework_check.normalise.fields.amounts import settled_unit
from homework_check.normalise.fields.form_and_place import of_table
from homework_check.normalise.fields.work import Piece, read_pieces
from homework_check.normalise.fields.work_cells import WholeTable, WorkCells
from homework_check.normalise.headers.facets import Facets, read_form_and_place
from homework_check.normalise.headers.subject_labels import SUBJECTS
from homework_check.normalise.lists.alike import Readings, read_rows
from homework_check.normalise.values import SILENT, ContentReading, Unit, read_content
from homework_check.normalise.values.words import sections

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from homework_check.normalise.body import Body, Column
    from homework_check.normalise.fields.open_amounts import Shared
    from homework_check.normalise.headers.columns import Columns
    from homework_check.normalise.headers.header import Header
    from homework_check.normalise.lists.settled import SettledList
    from homework_check.normalise.values.entry_notes import EntryNote
    from homework_check.settings import Settings
    from homework_check.workbook import CellValue

_SAID_OF_SOME: Final = frozenset({Place.HOME, Place.EITHER})
"""Who says so of some of the work need not mean it of the rest, as who says 校内 of some does."""

_NOTHING: Final = frozenset({"", *sections()["minutes"]["none"]})
"""Contents that name no work: a blank one, and one that is struck out."""


class RowWork(NamedTuple):
    """The work of all rows; each list has one item a row.

    `missing` are fields that nothing states, `assumed` those that an assumption fills.
    """

    contents: Sequence[str]
    pieces: Readings[tuple[Piece, ...]]
    missing: frozenset[str]
    assumed: frozenset[str]
    unknown_subjects: frozenset[CellValue]


def read_work(
    settled: SettledList,
    shared: Mapping[int, Shared],
    noted: Sequence[EntryNote | None] | None,
    settings: Settings,
) -> RowWork:
    """Read all that the rows say about one part of the work; `shared` rows have merged minutes."""
    _, headers, body, columns, left_out, around = settled
    texts, readings = _contents(body, columns)
    said = {*readings.values()} if readings else frozenset()
    units = {
        i: settled_unit(headers[i].unit_in(around.unit), body.values_but(i, left_out))
        for i in columns.minutes
    }
    table, missing, assumed = _whole_table(settled, units, said, settings)
    pieces = _pieces_in(table)
    first, last = 1, 1 + len(columns.minutes)
    rows = read_rows(
        [*_cells(body, columns, texts, readings, shared), noted],
        body.height,
        lambda cells: pieces[WorkCells(cells[0], cells[first:last], *cells[last:])],
    )
    return RowWork(texts, rows, missing, assumed, _unknown_subjects(body, columns))


@lru_cache(maxsize=8)
def _pieces_in(table: WholeTable) -> LastingMemo[WorkCells, tuple[Piece, ...]]:
    """What rows say in all tables that are alike: a district's schools use one form."""
    return LastingMemo(partial(read_pieces, table=table))


def _contents(
    body: Body, columns: Columns
) -> tuple[Sequence[str], Mapping[CellValue, ContentReading]]:
    """The contents as written, and what those say that do more than name the work."""
    if "content" not in columns.at:
        return ("",) * body.height, {}
    column, distinct = body.columns[columns.at["content"]], body.distinct[columns.at["content"]]
    texts = dict(zip(distinct, map(_AS_WRITTEN.__getitem__, distinct), strict=True))
    said = set(filter(_SAID.__getitem__, distinct)).intersection(column)
    readings = {value: reading for value in said if (reading := _SAID[value])}
    return list(map(texts.__getitem__, column)), readings


def _special(content: CellValue) -> ContentReading | None:
    """What a content says beside naming the work; None: nothing, or it is blank."""
    reading = SILENT if content == "" else read_content(_AS_WRITTEN[content])
    return None if reading == SILENT else reading


_AS_WRITTEN = LastingMemo(as_written)
_SAID = LastingMemo(_special)


def _cells(
    body: Body,
    columns: Columns,
    texts: Sequence[str],
    readings: Mapping[CellValue, ContentReading],
    shared: Mapping[int, Shared],
) -> Iterator[Sequence[object] | None]:
    """One column for each part of `WorkCells`; None where all its cells are alike None."""

    def column(field: str) -> Column | None:
        return body.columns[columns.at[field]] if field in columns.at else None

    yield column("subject")
    for index in columns.minutes:
        yield body.columns[index]
    yield None if columns.hours is None else body.columns[columns.hours]
    for field in ("actual", "form", "place", "choice", "layer", "marked", "posted"):
        yield column(field)
    contents = column("content")
    yield [*map(readings.get, contents)] if contents and readings else None
    nothing = _NOTHING.intersection(texts) if contents else ()
    yield [text in nothing for text in texts] if nothing else None
    yield [*map(shared.get, range(body.height))] if shared else None


def _unknown_subjects(body: Body, columns: Columns) -> frozenset[CellValue]:
    if "subject" not in columns.at:
        return frozenset()
    distinct = set(body.columns[columns.at["subject"]]) - {""}
    return frozenset(value for value in distinct if not SUBJECTS[value].is_subject)


def _whole_table(
    settled: SettledList,
    units: Mapping[int, Unit],
    contents: AbstractSet[ContentReading],
    settings: Settings,
) -> tuple[WholeTable, frozenset[str], frozenset[str]]:
    """What holds for the whole table; what it lacks; what is assumed for it."""
    _, headers, body, columns, _, around = settled
    of_minutes = [headers[index].facets for index in columns.minutes]
    named = "content" in columns.at
    of_content = headers[columns.at["content"]].facets if named else Facets()
    torn = _torn(headers, columns)
    form = None if "form" in torn else of_content.form or around.form
    place = None if "place" in torn else of_content.place or around.place
    said = torn.union(columns.at)
    unsaid = set()
    if form is None and "form" not in said and not any(f.form for f in of_minutes):
        unsaid.add("form")
    placed = any(f.place for f in of_minutes) or any(r.place in _SAID_OF_SOME for r in contents)
    placed = placed or ("form" in columns.at and _say_homes(body.distinct[columns.at["form"]]))
    if place is None and "place" not in said and not placed and not around.unplaced:
        unsaid.add("place")
    whole = of_table(form, place, unsaid, settings)
    timed = of_minutes or "actual" in columns.at or any(r.minutes for r in contents)
    minutes = tuple((body.letter(i), headers[i], units[i]) for i in columns.minutes)
    actual = columns.at.get("actual")
    shown = (columns.at[name] for name in ("actual", "content", "subject") if name in columns.at)
    letter = body.letter(next(shown, 0))
    actual_unit = Unit.UNSTATED if actual is None else headers[actual].unit_in(around.unit)
    subject = None if "subject" in columns.at else of_content.subject or around.subject
    titled = form is not None and form is around.form is not of_content.form
    table = WholeTable(
        minutes,
        actual_unit,
        letter,
        of_content._replace(
            form=whole.form,
            place=whole.place,
            subject=subject,
            choice=of_content.choice or around.choice,
        ),
        around.vacation,
        with_contents=named,
        excepted=around.excepted if titled else None,
    )
    return table, whole.missing.union(() if timed else ("minutes",)), whole.assumed


def _say_homes(forms: AbstractSet[CellValue]) -> bool:
    return any(read_form_and_place(value)[1] in _SAID_OF_SOME for value in forms - {""})


def _torn(headers: Sequence[Header], columns: Columns) -> frozenset[str]:
    """``form`` or ``place``, where contents that share their minutes are not all of the same."""
    contents = [headers[index].facets for index in columns.ambiguous.get("content", ())]
    forms, places = {each.form for each in contents}, {each.place for each in contents}
    both = (("form", forms), ("place", places))
    return frozenset(name for name, values in both if len(values) > 1)
