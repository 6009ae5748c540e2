"""Measured means in a matrix: each is of all the work of its row, group, day or box.

They stand in a column beside subjects, in one of their own under each head, or in a row below.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from homework_check.model import Form
from homework_check.normalise.body import as_written
from homework_check.normalise.fields.amounts import WorkMinutes, read_cell, with_whole_actual
from homework_check.normalise.fields.remarks import remark_at
from homework_check.normalise.headers.header import read_header
from homework_check.normalise.matrices.subject_columns import adds_up
from homework_check.normalise.values import is_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from homework_check.model import Entry
    from homework_check.normalise.around.surroundings import Surroundings
    from homework_check.normalise.fields.amounts import Minutes
    from homework_check.normalise.matrices.grids import Grid
    from homework_check.normalise.matrices.heads import Box
    from homework_check.normalise.parts import Part
    from homework_check.normalise.values import Unit
    from homework_check.settings import Settings
    from homework_check.table import Table


class Mean(NamedTuple):
    """Where a mean stands: Excel's row, the index of its column, and the unit of its number."""

    row: int
    column: int
    unit: Unit


class Measured(NamedTuple):
    """The mean that each entry has a part in, by its row in Excel and the letter of its work.

    `columns` are the heads of the columns beside subjects that hold means, by index.
    """

    means: Mapping[tuple[int, str], Mean]
    columns: Mapping[int, str]


def find_measured(part: Part, grid: Grid, around: Surroundings, settings: Settings) -> Measured:
    """All such means; the nearest counts: that of a box before that of its row, then its day."""
    means: dict[tuple[int, str], Mean] = {}
    rows = [grid.body.row(row.amounts_at) for row in grid.rows]
    first = 0
    for below, text in _measured_rows(grid):
        unit = read_header(text, settings.columns).unit_in(around.unit)
        end = bisect_left(rows, below)
        for column in grid.columns:
            mean = Mean(below, _start(column.box), column.unit or unit)
            means |= dict.fromkeys(((row, column.letter) for row in rows[first:end]), mean)
        first = end
    columns = _measured_columns(part, grid, settings)
    for index, text in columns.items():
        unit = read_header(text, settings.columns).unit_in(around.unit)
        for letter in _letters_of(part, grid, index):
            means |= {(row, letter): Mean(row, index, unit) for row in rows}
    for column in grid.columns:
        for name, own in column.box.told:
            if name == "actual":
                head = as_written(part.body.columns[own][grid.header.row + grid.header.height - 1])
                unit = read_header(head, settings.columns).unit_in(around.unit)
                means |= {(row, column.letter): Mean(row, own, unit) for row in rows}
        for row in grid.rows:
            if (at := dict(row.beside).get("actual")) is not None:
                mean = Mean(
                    grid.body.row(at),
                    _start(column.box),
                    row.measured or column.unit or around.unit,
                )
                means[grid.body.row(row.amounts_at), column.letter] = mean
    return Measured(means, columns)


def _measured_rows(grid: Grid) -> Iterator[tuple[int, str]]:
    """The rows in Excel, and the labels, of means below the subjects, the first ones first."""
    for row, reason in grid.left_out:
        if reason == "measured":
            label = grid.body.columns[grid.header.keys["subject"]][row - grid.body.first_row]
            yield row, as_written(label)


def _measured_columns(part: Part, grid: Grid, settings: Settings) -> dict[int, str]:
    """The heads of means beside subjects; those of the subjects of each row are as sums are."""
    header = grid.header
    if header.across != "subjects":
        return {}
    work = {i for box in header.boxes for i in (box.content, box.minutes) if i is not None}
    told = {index for box in header.boxes for _, index in box.told}
    found: dict[int, str] = {}
    for index, text in enumerate(map(as_written, header.texts)):
        if index in work | told or read_header(text, settings.columns).field != "actual":
            continue
        if not (is_mean(text) and adds_up(part.body, header.heads, index, min(work))):
            found[index] = text
    return found


def _letters_of(part: Part, grid: Grid, index: int) -> list[str]:
    """The columns of work that a mean at `index` is of: all, or those of its group."""
    if not grid.header.groups:
        return [column.letter for column in grid.columns]
    above = [column[grid.header.row] for column in part.body.columns]
    starts = [at for at, text in enumerate(above) if text != ""]
    first = max((at for at in starts if at <= index), default=0)
    end = min((at for at in starts if at > index), default=len(above))
    return [column.letter for column in grid.columns if first <= _start(column.box) < end]


def _start(box: Box) -> int:
    return (box.content if box.minutes is None else box.minutes) or 0


def with_measured(
    table: Table, entries: Sequence[Entry], grid: Grid, measured: Measured
) -> list[Entry]:
    """The entries, from their estimates to what was measured of them all."""
    read = [*entries]
    by_mean: dict[Mean, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        if mean := measured.means.get((entry.row, entry.work.column)):
            by_mean[mean].append(number)
    for mean, numbers in by_mean.items():
        value = grid.body.columns[mean.column][mean.row - grid.body.first_row]
        if value != "":
            actual = read_cell(value, mean.unit)
            cell = mean.row, grid.body.letter(mean.column)
            spread = _spread(table, [entries[n] for n in numbers], actual, cell)
            for number, entry in zip(numbers, spread, strict=True):
                read[number] = entry
    return read


def _spread(
    table: Table, entries: Sequence[Entry], actual: Minutes, cell: tuple[int, str]
) -> Iterator[Entry]:
    """Entries of one mean; what is written comes first, as it may have taken all that is more."""
    works = [entry.work for entry in entries]
    order = sorted(range(len(works)), key=lambda n: (works[n].none, works[n].form is Form.OTHER))
    estimates = [WorkMinutes(works[n].minutes, none=works[n].none) for n in order]
    spread = dict(zip(order, with_whole_actual(estimates, actual), strict=True))
    for number, entry in enumerate(entries):
        amount, _, flaws = spread[number]
        told = (remark_at(table, cell[0], cell[1], flaw, entry.content) for flaw in flaws)
        work = replace(entry.work, minutes=amount)
        yield entry._replace(work=work, problems=(*entry.problems, *told))
