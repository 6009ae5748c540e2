"""Whose the rows of a matrix are, by their heads: of subjects, classes, grades or days.

And which part of the work they are of, as columns before the days say.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from homework_check.normalise.body import as_written
from homework_check.normalise.headers.header import read_header
from homework_check.normalise.headers.kinds import is_day, part_of
from homework_check.normalise.matrices.heads import (
    is_bare,
    is_class,
    is_corner,
    is_one_class,
    read_label,
    read_label_of_row,
)
from homework_check.normalise.values import (
    Outcome,
    is_part_head,
    is_total_row,
    read_choice,
    read_form,
    read_grade,
    read_layer,
    read_place,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from homework_check.normalise.body import Body
    from homework_check.settings import Settings
    from homework_check.workbook import CellValue

KEYS = frozenset({"school", "county", "grade", "class"})
_OWNERS = frozenset({"school", "grade", "class"})
DAYS = frozenset({"date", "weekday"})
NO_WORK = frozenset({"note", "person", "stamp", "total"})
_FEWEST = 2  # classes; one alone heads other tables as well
_FACETS = frozenset({"subject", "form", "place", "choice", "layer"})
_MOST_WORDS = 8  # distinct, of a column that says the form or layer of rows
_READERS: dict[str, Callable[[CellValue], object]] = {
    "layer": lambda value: read_layer(value) if len(str(value)) > 1 else None,
    "choice": read_choice,
    "form": read_form,
    "place": read_place,
}


def named_in(heads: Sequence[CellValue], settings: Settings) -> dict[str, int]:
    """Columns of what the rows are of, as far as the header names it."""
    fields = {
        read_header(v, settings.columns).field: i
        for i, v in reversed([*enumerate(heads)])
        if isinstance(v, str)
    }
    return {name: i for name, i in fields.items() if name in {*KEYS, *DAYS, *_FACETS}}


def named_above(body: Body, row: int, settings: Settings) -> dict[str, int]:
    """What the row above names for the blank cells that a row begins with, as merging leaves it."""
    blank = takewhile(lambda column: column[row] == "", body.columns)
    return named_in([column[row - 1] for column in blank], settings) if row else {}


def with_parts(named: dict[str, int], body: Body, row: int) -> dict[str, int]:
    """What is named, with a column of forms as what its values below index `row` are."""
    if "form" not in named:
        return named
    column = body.columns[named["form"]]
    part = part_of({*column[row + 1 :]} - {column[row]})
    if part in named:
        return named
    others = {name: index for name, index in named.items() if name != "form"}
    return {**others, part: named["form"]}


def keys_of_days(  # noqa: PLR0913  a header in all its parts
    body: Body,
    row: int,
    below: int,
    days: Sequence[int],
    named: dict[str, int],
    settings: Settings,
) -> dict[str, int]:
    """Whose the rows under days are: of subjects, of classes or schools, or both; none: neither."""

    def is_subject(value: CellValue) -> bool:
        return read_label_of_row(value, settings).known

    keys = {name: index for name, index in named.items() if name not in DAYS}
    if "subject" in keys:
        return keys if is_below(body, below, keys["subject"], is_subject) else {}
    if keys.keys() & _OWNERS:
        return keys
    # 1.5 and 1.2 are hours in the row of a subject.
    bare = all(is_bare(body.columns[i][row]) for i in days)
    if days[0] == 0 or (bare and not is_corner(body.columns[0][row])):
        return {}
    kinds = (("subject", is_subject), ("class", is_class))
    found = (name for name, is_one in kinds if is_below(body, below, 0, is_one))
    return {**keys, name: 0} if (name := next(found, None)) else {}


def keys_of_subjects(
    body: Body, row: int, below: int, subjects: Sequence[int], named: dict[str, int]
) -> dict[str, int]:
    """Whose the rows under subjects are: of classes or schools, of days, or both; none: neither.

    Rows of forms or places, as their head and values say, are of the one class and day of a title.
    """
    keys = {name: index for name, index in named.items() if name != "subject"}
    if keys.keys() & {*_OWNERS, *DAYS}:
        return keys
    if any(_says_part(body, below, name, index) for name, index in keys.items()):
        return keys
    corner = body.columns[0][row]
    if subjects[0] == 0 or not (corner == "" or is_corner(corner) or is_class(corner)):
        return {}
    kinds = (("date", is_day),) if is_class(corner) else (("class", is_class), ("date", is_day))
    found = (name for name, is_one in kinds if is_below(body, below, 0, is_one))
    return {**keys, name: 0} if (name := next(found, None)) else {}


def _says_part(body: Body, below: int, name: str, index: int) -> bool:
    read = _READERS.get(name)
    values = set(body.columns[index][below:]) - {""}
    return read is not None and any(read(value) not in {None, *Outcome} for value in values)


def find_classes(free: Sequence[tuple[int, CellValue]], settings: Settings) -> list[int]:
    """The columns of classes in a row that has at least two, and else nothing but totals.

    `free` are the heads, by index, that name no field of the rows.
    """
    texts = {index: as_written(value) for index, value in free}
    system = settings.school_system
    found = [i for i, text in texts.items() if is_one_class(text, system, numbered=False)]
    others = [text for i, text in texts.items() if i not in found]
    named = all(
        is_total_row(t) or is_corner(t) or read_header(t, settings.columns).field in NO_WORK
        for t in others
    )
    return found if len(found) >= _FEWEST and named else []


def keys_of_classes(  # noqa: PLR0913  a header in all its parts
    body: Body,
    row: int,
    below: int,
    classes: Sequence[int],
    named: dict[str, int],
    settings: Settings,
) -> dict[str, int]:
    """Whose the rows under classes are: of subjects, of days or of grades; none: of neither."""

    def is_subject(value: CellValue) -> bool:
        return read_label(value, settings).known

    def is_grade(value: CellValue) -> bool:
        return not isinstance(read_grade(value, settings.school_system), Outcome)

    kinds = {"subject": is_subject, "date": is_day, "weekday": is_day, "grade": is_grade}
    keys = {name: index for name, index in named.items() if name != "class"}
    found = [n for n in kinds if n in keys and is_below(body, below, keys[n], kinds[n])]
    corner = body.columns[0][row]
    if not found and classes[0] > 0 and (corner == "" or is_corner(corner)):
        found = [n for n in ("subject", "date") if is_below(body, below, 0, kinds[n])][:1]
        keys |= dict.fromkeys(found, 0)
    return keys if found else {}


def told_by_values(
    body: Body, rows: tuple[int, int], first: int, keys: dict[str, int]
) -> dict[str, int]:
    """Columns before index `first` whose values say a part of the work, as far as no head denies.

    `rows` are those of the first head and below the last. A and B alone are marks as often.
    """
    found: dict[str, int] = {}
    row, below = rows
    for index in set(range(first)).difference(keys.values()):
        column = body.columns[index]
        heads = {as_written(value) for value in column[row:below]} - {""}
        values = set(column[below:]) - {""}
        if not (1 < len(values) <= _MOST_WORDS and all(map(is_part_head, heads))):
            continue
        for name, read in _READERS.items():
            if name not in keys and not any(read(v) in {None, *Outcome} for v in values):
                found[name] = index
                break
    return found


def is_below(body: Body, first: int, index: int, is_one: Callable[[CellValue], bool]) -> bool:
    """Whether a filled cell of a column, from row index `first` on, is one of those asked for."""
    return any(value != "" and is_one(value) for value in body.columns[index][first:])
