"""Whose work each row of a matrix is: by its own cells of keys, or by those held from above."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from homework_check.normalise.fields.keys import (
    RESETS,
    Day,
    Key,
    read_day,
    read_key,
    read_owner,
    with_grade_asked,
)
from homework_check.normalise.matrices.heads import read_label_of_row
from homework_check.normalise.values import (
    Outcome,
    either_place,
    is_ditto,
    read_choice,
    read_form,
    read_layer,
    read_place,
)

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from homework_check.model import Form, Place
    from homework_check.normalise.around.surroundings import Surroundings
    from homework_check.normalise.body import Body
    from homework_check.normalise.headers.subject_labels import Label
    from homework_check.normalise.matrices.header import MatrixHeader
    from homework_check.normalise.matrices.heads import ColumnHead
    from homework_check.normalise.values import Unit
    from homework_check.normalise.values.entry_notes import EntryNote
    from homework_check.settings import Settings
    from homework_check.workbook import CellValue

_KEYS = ("school", "county", "grade", "class")
_DAYS = ("date", "weekday")
_FACETS = ("form", "place", "choice", "layer")


class RowHead(NamedTuple):
    """A row that is not left out, by its index in the body.

    `day` None: the columns say the day. `form`, `place`, `choice` and `layer` None: not stated, or
    not understood. `beside` are rows, by field, that say more of its work; `unit` is that of the
    minutes among them and `measured` that of what was measured, None: that of the column.
    `note`: what stands in a column of notes, or in a row for one box. `maybe_none`: nobody
    knows whether it holds minutes of work.
    """

    at: int
    key: Key
    label: Label | None
    day: Day | None = None
    form: Form | None = None
    place: Place | None = None
    choice: str | None = None
    layer: str | None = None
    note: EntryNote | None = None
    beside: tuple[tuple[str, int], ...] = ()
    unit: Unit | None = None
    measured: Unit | None = None
    maybe_none: bool = False

    @property
    def amounts_at(self) -> int:
        """The index of the row with the minutes."""
        return dict(self.beside).get("minutes", self.at)


def key_of(row: RowHead, column: ColumnHead) -> Key:
    """Whose homework the box of two heads holds: a column says the class, a row all the rest."""
    own = column.key
    if own is None or own.flaws:
        return own or row.key
    grade = own.grade or row.key.grade
    return own._replace(school=row.key.school, grade=grade, flaws=row.key.flaws)


def read_rows(  # noqa: PLR0913  the rows and all that they need
    body: Body,
    header: MatrixHeader,
    left_out: dict[int, str],
    around: Surroundings,
    source: str,
    settings: Settings,
) -> list[RowHead]:
    """The heads of all rows that are not left out; blank keys hold on from the row above."""
    rows: list[RowHead] = []
    with_days = not header.keys.keys().isdisjoint(_DAYS)
    for index, own, cells in _cells(body, header, left_out):
        school, county, grade, class_ = map(cells.get, _KEYS)
        owner = read_owner(school, county, around, source, settings)
        key = read_key(owner, grade, class_, around)
        label = _label(own, rows[-1] if rows else None, key, settings)
        day = read_day(cells.get("date"), cells.get("weekday"), around) if with_days else None
        if day and not any(own.get(name) for name in _DAYS):
            day = day._replace(weekday_flaw=None)
        form, place = read_form(own.get("form") or "-"), read_place(own.get("place") or "-")
        choice = read_choice(own.get("choice") or "-")
        rows.append(
            RowHead(
                index,
                key,
                label,
                day,
                None if isinstance(form, Outcome) else form,
                either_place(own.get("place")) if isinstance(place, Outcome) else place,
                None if isinstance(choice, Outcome) else choice,
                read_layer(own.get("layer") or "-"),
            )
        )
    return _with_grades_asked(rows, body, header)


def _cells(
    body: Body, header: MatrixHeader, left_out: Container[int]
) -> Iterator[tuple[int, dict[str, CellValue], dict[str, CellValue]]]:
    """Each row's index with the cells of its own keys, and with those that hold on as well."""
    held: dict[str, CellValue] = {}
    # Of classes alone each row has to name its own.
    divided = not header.keys.keys().isdisjoint({"subject", *_FACETS, *_DAYS})
    keeping = [name for name in (*_KEYS, *_DAYS) if divided or name != "class"]
    for index in range(body.height):
        if index in left_out:
            continue
        cells = {name: body.columns[i][index] for name, i in header.keys.items()}
        own = {name: "" if is_ditto(str(cell)) else cell for name, cell in cells.items()}
        for name in keeping:
            if own.get(name, "") not in {"", held.get(name, "")}:
                held = {n: v for n, v in held.items() if n not in RESETS.get(name, ())}
                held[name] = own[name]
        # A row that names nothing may be of subjects left blank, but of no certain class.
        named = "subject" in own or any(value != "" for value in own.values())
        yield index, own, own | held if named else own


def _with_grades_asked(rows: list[RowHead], body: Body, header: MatrixHeader) -> list[RowHead]:
    """Rows of no grade get a flaw where others have one; a matrix of none is told as a whole."""
    if "class" not in header.keys or not any(row.key.grade for row in rows):
        return rows
    classes = body.columns[header.keys["class"]]
    return [row._replace(key=with_grade_asked(row.key, classes[row.at])) for row in rows]


def _label(
    own: Mapping[str, CellValue], above: RowHead | None, key: Key, settings: Settings
) -> Label | None:
    """The subject of a row; one without goes on with the one above, as far as its class does."""
    if "subject" not in own:
        return None
    if own["subject"] == "":
        return above.label if above and above.key == key else None
    return read_label_of_row(own["subject"], settings)
