"""What heads the rows of a matrix: whose work, of which subject, form and day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from homework_check.model import Amount
from homework_check.normalise.body import as_written
from homework_check.normalise.fields.keys import (
    Day,
    Key,
    read_day,
    read_key,
    read_owner,
    without_grade,
)
from homework_check.normalise.headers.kinds import is_day
from homework_check.normalise.matrices.heads import read_label
from homework_check.normalise.values import (
    Outcome,
    either_place,
    is_breakdown,
    is_ditto,
    is_footer,
    is_no_subject,
    is_total_by_ending,
    is_total_row,
    read_choice,
    read_form,
    read_layer,
    read_minutes,
    read_place,
)

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from homework_check.model import Form, Place
    from homework_check.normalise.around.surroundings import Surroundings
    from homework_check.normalise.body import Body
    from homework_check.normalise.headers.subject_labels import Label
    from homework_check.normalise.matrices.header import MatrixHeader
    from homework_check.normalise.matrices.heads import ColumnHead
    from homework_check.settings import Settings
    from homework_check.workbook import CellValue

_FEWEST_ADDED = 2
_KEYS = ("school", "county", "grade", "class")
_DAYS = ("date", "weekday")
_FACETS = ("form", "place", "choice", "layer")
_RESETS = {
    "county": ("school", "grade", "class"),
    "school": ("grade", "class"),
    "grade": ("class",),
}
"""A new value of the first is no longer followed by the old value of the others."""

_CLASS = re.compile("班|[0-9０-９]")
_OF_TIME = re.compile("时间|用时|时长|全天|汇总|总")


class RowHead(NamedTuple):
    """A row that is not left out, by its index in the body.

    `day` None: the columns say the day. `form`, `place`, `choice` and `layer` None: not stated, or
    not understood.
    """

    at: int
    key: Key
    label: Label | None
    day: Day | None = None
    form: Form | None = None
    place: Place | None = None
    choice: str | None = None
    layer: str | None = None


def key_of(row: RowHead, column: ColumnHead) -> Key:
    """Whose homework the box of two heads holds: a column says the class, a row all the rest."""
    own = column.key
    if own is None or own.flaws:
        return own or row.key
    grade = own.grade or row.key.grade
    return own._replace(school=row.key.school, grade=grade, flaws=row.key.flaws)


def find_left_out(body: Body, header: MatrixHeader, settings: Settings) -> dict[int, str]:
    """Row indexes of blank, total and footer rows and of notes, with the reason."""
    values = [i for box in header.boxes for i in (box.content, box.minutes) if i is not None]
    reasons: dict[int, str] = {}
    for row in range(body.height):
        texts = [str(body.columns[i][row]) for i in header.keys.values()]
        first = next((str(column[row]) for column in body.columns if column[row] != ""), "")
        blank = all(body.columns[i][row] == "" for i in values)
        above = [r for r in range(row) if r not in reasons]
        if _is_of_others(body, header, row, above, values):
            reasons[row] = "total"
        elif reason := _of_no_subject(body, header, row, above, values, settings):
            reasons[row] = reason
        elif is_footer(first):
            reasons[row] = "footer"
        elif blank and not any(column[row] != "" for column in body.columns):
            reasons[row] = "blank"
        elif blank and not _is_key(header, texts, settings):
            reasons[row] = "note"
        elif not any(texts):
            if _adds_up(body, row, above, values):
                reasons[row] = "total"
            elif "subject" not in header.keys and not _has_amounts(body, row, values):
                reasons[row] = "note"
    return reasons


def _is_of_others(
    body: Body, header: MatrixHeader, row: int, above: Sequence[int], indexes: Sequence[int]
) -> bool:
    """Whether a row holds sums of other rows, or parts of the row above it that has them whole."""
    if not _is_breakdown(body, header, row):
        texts = (str(body.columns[index][row]) for index in header.keys.values())
        is_total = any(is_total_row(text) for text in texts if text)
        return is_total and not _is_work(body, header, row, above, indexes)
    whole = next((r for r in range(row - 1, -1, -1) if not _is_breakdown(body, header, r)), None)
    filled = [index for index in indexes if body.columns[index][row] != ""]
    return whole is not None and all(body.columns[index][whole] != "" for index in filled)


def _is_breakdown(body: Body, header: MatrixHeader, row: int) -> bool:
    return any(is_breakdown(str(body.columns[index][row])) for index in header.keys.values())


def _is_work(
    body: Body, header: MatrixHeader, row: int, above: Sequence[int], indexes: Sequence[int]
) -> bool:
    """Whether a row that is called like a total is a subject's: 口算总计, if few columns add up."""
    subject = header.keys.get("subject")
    if subject is None or not is_total_by_ending(str(body.columns[subject][row])):
        return False
    filled = [index for index in indexes if body.columns[index][row] != ""]
    agreeing = sum(_adds_up(body, row, above, [index]) for index in filled)
    return agreeing * 2 <= len(filled)


def _of_no_subject(  # noqa: PLR0913  a row, and what it may be the sum of
    body: Body,
    header: MatrixHeader,
    row: int,
    above: Sequence[int],
    indexes: Sequence[int],
    settings: Settings,
) -> str:
    """Why a row under subjects is of none: a limit, or sums named by a time (预计总完成时间)."""
    if "subject" not in header.keys:
        return ""
    label = as_written(body.columns[header.keys["subject"]][row])
    if is_no_subject(label):
        return "note"
    filled = [index for index in indexes if body.columns[index][row] != ""]
    is_of_time = _OF_TIME.search(label) and not read_label(label, settings).known
    return "total" if is_of_time and filled and _adds_up(body, row, above, filled) else ""


def _adds_up(body: Body, row: int, above: Sequence[int], indexes: Sequence[int]) -> bool:
    """Whether a row without a name holds the sums of the rows above, of several at least."""
    for index in indexes:
        column = body.columns[index]
        amounts = [read_minutes(column[r]) for r in (*above, row) if column[r] != ""]
        parts = [amount.low for amount in amounts if isinstance(amount, Amount)]
        whole = len(parts) == len(amounts) and sum(parts[:-1]) == (parts or [0])[-1]
        if column[row] != "" and not whole:
            return False
    return len(above) >= _FEWEST_ADDED


def _has_amounts(body: Body, row: int, indexes: Sequence[int]) -> bool:
    cells = (body.columns[index][row] for index in indexes)
    return any(cell != "" and isinstance(read_minutes(cell), Amount) for cell in cells)


def _is_key(header: MatrixHeader, texts: list[str], settings: Settings) -> bool:
    """Whether a row without work is one of a subject or class, and no line of text."""
    if "subject" in header.keys:
        return any(read_label(text, settings).known for text in texts)
    if any(is_day(text) for text in texts):
        return True
    return any(len(text) <= 12 and _CLASS.search(text) for text in texts)


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
                held = {n: v for n, v in held.items() if n not in _RESETS.get(name, ())}
                held[name] = own[name]
        # A row that names nothing may be of subjects left blank, but of no certain class.
        named = "subject" in own or any(value != "" for value in own.values())
        yield index, own, own | held if named else own


def _with_grades_asked(rows: list[RowHead], body: Body, header: MatrixHeader) -> list[RowHead]:
    """Rows of no grade get a flaw where others have one; a matrix of none is told as a whole."""
    if "class" not in header.keys or not any(row.key.grade for row in rows):
        return rows
    classes = body.columns[header.keys["class"]]
    return [
        row
        if row.key.grade or row.key.flaws
        else row._replace(key=row.key._replace(flaws=(without_grade(classes[row.at]),)))
        for row in rows
    ]


def _label(
    own: Mapping[str, CellValue], above: RowHead | None, key: Key, settings: Settings
) -> Label | None:
    """The subject of a row; one without goes on with the one above, as far as its class does."""
    if "subject" not in own:
        return None
    if own["subject"] == "":
        return above.label if above and above.key == key else None
    return read_label(own["subject"], settings)
