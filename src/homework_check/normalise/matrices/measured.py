"""A measured mean beside the subjects of a matrix: it is of all the work of its row."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from homework_check.model import Form
from homework_check.normalise.body import as_written
from homework_check.normalise.fields.amounts import Counted, read_cell, with_whole_actual
from homework_check.normalise.fields.remarks import remark_at
from homework_check.normalise.headers.header import read_header
from homework_check.normalise.matrices.subject_columns import adds_up
from homework_check.normalise.values import is_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from homework_check.model import Entry, Table
    from homework_check.normalise.around.surroundings import Surroundings
    from homework_check.normalise.body import Body
    from homework_check.normalise.fields.amounts import Minutes
    from homework_check.normalise.matrices.header import MatrixHeader
    from homework_check.normalise.values import Unit
    from homework_check.settings import Settings


class Measured(NamedTuple):
    """The column of such means: its index in `column`, its head, and the unit of its numbers."""

    column: int
    text: str
    unit: Unit


def find_measured(
    body: Body, header: MatrixHeader, around: Surroundings, settings: Settings
) -> Measured | None:
    """The column of such means; the means of the subjects of each row are no more than a sum is."""
    if header.across != "subjects":
        return None
    subjects = [i for box in header.boxes for i in (box.content, box.minutes) if i is not None]
    for index, text in enumerate(map(as_written, header.texts)):
        head = read_header(text, settings.columns)
        if head.field != "actual" or index in subjects:
            continue
        if not (is_mean(text) and adds_up(body, header.heads, index, min(subjects))):
            return Measured(index, text, head.unit_in(around.unit))
    return None


def with_measured(
    table: Table, entries: Iterable[Entry], body: Body, measured: Measured | None
) -> Iterator[Entry]:
    """The entries, row by row, from their estimates to what was measured of them all."""
    for row, of_row in groupby(entries, key=lambda entry: entry.row):
        value = body.columns[measured.column][row - body.first_row] if measured else ""
        if measured and value != "":
            actual = read_cell(value, measured.unit)
            yield from _spread(table, [*of_row], actual, body.letter(measured.column))
        else:
            yield from of_row


def _spread(
    table: Table, entries: Sequence[Entry], actual: Minutes, letter: str
) -> Iterator[Entry]:
    """The entries of a row; what is written comes first, as it may have taken all that is more."""
    works = [entry.work for entry in entries]
    order = sorted(range(len(works)), key=lambda n: (works[n].none, works[n].form is Form.OTHER))
    estimates = [Counted(works[n].minutes, none=works[n].none) for n in order]
    counted = dict(zip(order, with_whole_actual(estimates, actual), strict=True))
    for number, entry in enumerate(entries):
        amount, _, flaws = counted[number]
        told = (remark_at(table, entry.row, letter, flaw, entry.content) for flaw in flaws)
        work = replace(entry.work, minutes=amount)
        yield entry._replace(work=work, problems=(*entry.problems, *told))
