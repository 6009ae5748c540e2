"""The matrix layouts: every box under a head that is not blank is an entry."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from homework_check.log import Entries
from homework_check.model import (
    NOTHING,
    UNKNOWN,
    ColumnUse,
    Entry,
    Form,
    Location,
    Place,
    Remark,
    Table,
    Work,
)
from homework_check.normalise.body import as_written
from homework_check.normalise.fields.amounts import settled_unit
from homework_check.normalise.fields.evidence import why_unused
from homework_check.normalise.fields.keys import Flaw
from homework_check.normalise.fields.remarks import remark_at
from homework_check.normalise.fields.work import is_settled
from homework_check.normalise.headers.facets import Facets
from homework_check.normalise.headers.header import read_header
from homework_check.normalise.matrices.boxes import (
    Filled,
    Whole,
    is_content,
    is_timed,
    read_box,
    read_told,
)
from homework_check.normalise.matrices.grids import Grid, read_grid
from homework_check.normalise.matrices.measured import find_measured, with_measured
from homework_check.normalise.matrices.totals import compare_sums
from homework_check.normalise.parts import TableLog
from homework_check.normalise.values import clean, is_total_row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homework_check.model import Unit
    from homework_check.normalise.around.surroundings import Surroundings
    from homework_check.normalise.body import Body
    from homework_check.normalise.matrices.header import MatrixHeader
    from homework_check.normalise.matrices.heads import ColumnHead
    from homework_check.normalise.matrices.measured import Measured
    from homework_check.normalise.matrices.row_heads import RowHead
    from homework_check.normalise.parts import Part
    from homework_check.schooldays import Calendar
    from homework_check.settings import Settings
    from homework_check.workbook import CellValue


_IN_WHOLE = frozenset({"form", "place"})


def read_matrix(
    part: Part, header: MatrixHeader, around: Surroundings, settings: Settings
) -> TableLog:
    """Read the entries of one matrix."""
    grid = read_grid(part, header, around, settings)
    around = around.believed(
        cell
        for row in grid.rows
        for column in grid.columns
        if column.unit is None
        for cell in grid.cells(row, column)
    )
    whole, missing, assumed = _whole(grid, around, settings)
    measured = find_measured(part.body, grid.header, around, settings)
    table = _table(part, grid, around, measured, missing, assumed)
    own = [*_entries(table, grid, whole)]
    read = with_measured(table, own, grid.body, measured)
    entries = Entries.of(table, (*read, *_unreported(table, grid, settings.calendar)))
    remarks = (*around.remarks, *_unknown_subjects(table, grid))
    return TableLog(entries, (*remarks, *compare_sums(table, grid, own, around.unit)))


def _whole(
    grid: Grid, around: Surroundings, settings: Settings
) -> tuple[Whole, frozenset[str], frozenset[str]]:
    """What holds for all boxes; what the matrix lacks; what is assumed for it."""
    missing: set[str] = set()
    assumed: set[str] = set()
    form, place = around.form, around.place
    told = {name for column in grid.columns for name, _ in column.box.told}
    keys = {*grid.header.keys, *told}
    form, place = None if "form" in keys else form, None if "place" in keys else place
    forms = [row.form for row in grid.rows]
    labels = [*(row.label for row in grid.rows), *(column.label for column in grid.columns)]
    forms += [label.form for label in labels if label]
    forms += [column.form for column in grid.columns]
    if form is None and "form" not in told and not any(forms):
        given = settings.assumed("form")
        form = Form(given.value) if given else None
        (assumed if given else missing).add("form")
    placed = any(column.place for column in grid.columns)
    if place is None and "place" not in keys and not placed and not around.unplaced:
        given = settings.assumed("place")
        place = Place(given.value) if given else None
        (assumed if given else missing).add("place")
    units = [column.unit or around.unit for column in grid.columns]
    cells = [
        (*grid.cells(row, column), unit)
        for row in grid.rows
        for column, unit in zip(grid.columns, units, strict=True)
    ]
    timed = any(is_timed(*cell) for cell in cells)
    contents = any(is_content(content, unit) for content, _, unit in cells)
    if not timed:
        missing.add("minutes")
    days = [grid.day(row, column) for row in grid.rows for column in grid.columns]
    if not any(day.day or day.flaws for day in days):
        missing.add("date")
    keys_read = [grid.key(row, column) for row in grid.rows for column in grid.columns]
    if not any(key.grade or key.flaws for key in keys_read):
        missing.add("grade")
    of_no_unit = [cell for *box, unit in cells if unit is around.unit for cell in box]
    unit = settled_unit(around.unit, of_no_unit)
    whole = Whole(unit, form, place, around.vacation, timed, contents, around.choice)
    return whole, frozenset(missing), frozenset(assumed)


def _table(  # noqa: PLR0913  a table in all its parts
    part: Part,
    grid: Grid,
    around: Surroundings,
    measured: Measured | None,
    missing: frozenset[str],
    assumed: frozenset[str],
) -> Table:
    header, body = grid.header, grid.body
    first, last = part.body.row(header.row), body.row(body.height - 1)
    used = _used_columns(part, grid)
    if measured:
        letter = body.letter(measured.column)
        used[measured.column] = ColumnUse(letter, measured.text, "actual", "values")
    heads = enumerate(map(as_written, header.texts))
    left = [
        (i, text) for i, text in heads if text and i not in used.keys() | {*dict(header.unused)}
    ]
    unused = (
        ColumnUse(body.letter(index), text, None, _why_unused(text))
        for index, text in (*left, *header.unused)
    )
    return Table(
        source=part.source,
        sheet=part.sheet.name or None,
        range=f"{body.letter(0)}{part.first}:{body.letter(len(body.columns) - 1)}{last}",
        layout=header.layout,
        header_rows=tuple(range(first, first + header.height)),
        columns=(*(used[index] for index in sorted(used)), *unused),
        inherited=around.inherited,
        left_out=grid.left_out,
        missing=missing,
        assumed=around.assumed | assumed,
        roles=around.roles,
    )


def _used_columns(part: Part, grid: Grid) -> dict[int, ColumnUse]:
    """The columns of keys and of work by index; those of work with what they are of."""
    header, letter = grid.header, grid.body.letter
    used = {
        index: ColumnUse(letter(index), str(_head_of(part.body, header, index)), name, "values")
        for name, index in header.keys.items()
    }
    for box, head in zip(header.boxes, grid.columns, strict=True):
        for name, index in (("content", box.content), ("minutes", box.minutes), *box.told):
            if index is not None:
                others = used[index].works if index in used else ()
                works = (*others, head.letter)
                used[index] = ColumnUse(letter(index), box.text, name, "values", works=works)
    return used


def _why_unused(head: str) -> str:
    # What only ends like a total is none in a list, where nothing is compared with it.
    return "total" if is_total_row(head) else why_unused(read_header(head))


def _head_of(body: Body, header: MatrixHeader, index: int) -> CellValue:
    """What heads a column of keys; it may be merged with the row above."""
    return next((body.columns[index][row] for row in (header.heads, header.row)
                 if body.columns[index][row] != ""), "")  # fmt: skip


def _entries(table: Table, grid: Grid, whole: Whole) -> Iterator[Entry]:
    for row in grid.rows:
        number = grid.body.row(row.at)
        for column in grid.columns:
            cells = grid.cells(row, column)
            if cells == ("", ""):
                continue
            label = row.label or column.label
            # `of_box` has the form that the labels of all boxes merged into one agree on.
            label = label and label._replace(form=None)
            told = grid.told(row, column)
            said, unread = read_told(told)
            of_box = _of_box(grid, row, column, whole)._replace(
                **{name: getattr(said, name) for name in told if name in _IN_WHOLE}
            )
            part = label.facets if label else Facets()
            said = said._replace(
                choice=said.choice or row.choice or part.choice,
                layer=said.layer or row.layer or part.layer,
            )
            box = column.box._replace(facets=column.box.facets.joined(said) or said)
            for filled in read_box(box, column.letter, *cells, label, of_box):
                day = grid.day(row, column)
                work, flaws = _settled(filled, grid, row, column)
                open_ = (f for f in unread if not is_settled(getattr(work, f.field)))
                flaws = flaws if work.none else (*flaws, *open_)
                if day.covers_days_off:
                    work = replace(work, covers_days_off=True)
                header, key = table.header_rows[0], grid.key(row, column)
                wrong = [(header if column.key else number, flaw) for flaw in key.flaws]
                wrong += [(number, flaw) for flaw in flaws]
                wrong += [(header if row.day is None else number, flaw) for flaw in day.flaws]
                yield Entry(
                    table=table,
                    row=number,
                    unit=grid.unit(row, column),
                    content=filled.content,
                    work=work,
                    problems=tuple(
                        remark_at(table, at, column.letter, flaw, filled.content)
                        for at, flaw in wrong
                    ),
                )


def _of_box(grid: Grid, row: RowHead, column: ColumnHead, whole: Whole) -> Whole:
    """What holds for a box; a merged cell is of no certain form or place if its boxes differ."""
    sharing = grid.sharing(row, column)
    labels = [row.label or column.label for row, column in sharing]
    forms = {
        (label.form if label else None) or row.form or column.form or whole.form
        for label, (row, column) in zip(labels, sharing, strict=True)
    }
    places = {row.place or column.place or whole.place for row, column in sharing}
    return whole._replace(
        form=forms.pop() if len(forms) == 1 else None,
        place=places.pop() if len(places) == 1 else None,
        unit=column.unit or whole.unit,
    )


def _settled(
    filled: Filled, grid: Grid, row: RowHead, column: ColumnHead
) -> tuple[Work, tuple[Flaw, ...]]:
    """The work of a box as far as its heads settle how much of it counts."""
    work, flaws = filled.work, filled.flaws
    if work.minutes.high == 0:
        return work, flaws
    said = next(clean(cell) for cell in grid.cells(row, column) if cell != "")
    if column.box.unclear:
        work = replace(work, minutes=UNKNOWN)
        flaws = (*flaws, Flaw("unread-minutes", "head", "minutes", said))
    elif grid.is_spread(row, column):
        work = replace(work, minutes=work.minutes._replace(low=0))
        flaws = (*flaws, Flaw("unread-minutes", "spread", "minutes", said))
    return work, flaws


def _unreported(table: Table, grid: Grid, calendar: Calendar) -> Iterator[Entry]:
    """One entry for each class-day of which not one box is filled; days off need none."""
    first: dict[Unit, tuple[RowHead, ColumnHead]] = {}
    filled: set[Unit] = set()
    for row in grid.rows:
        for column in grid.columns:
            unit = grid.unit(row, column)
            first.setdefault(unit, (row, column))
            if grid.cells(row, column) != ("", ""):
                filled.add(unit)
    for unit, (row, column) in first.items():
        day = grid.day(row, column).day
        if unit not in filled and day and calendar.is_school_day(day):
            work = Work(column.letter, NOTHING, reported=False)
            yield Entry(table, grid.body.row(row.at), unit, "", work)


def _unknown_subjects(table: Table, grid: Grid) -> Iterator[Remark]:
    """One remark for each row or column of a subject that is not in the list."""
    for column in grid.columns:
        if column.label and not column.label.known:
            heads = table.header_rows[grid.header.heads - grid.header.row]
            where = Location(table.source, table.sheet, f"{column.letter}{heads}")
            yield Remark("unknown-subject", "", (), (where,), "subject", column.label.subject)
    letter = table.letter("subject")
    for row in grid.rows if letter else ():
        if row.label and not row.label.known:
            where = Location(table.source, table.sheet, f"{letter}{grid.body.row(row.at)}")
            yield Remark("unknown-subject", "", (), (where,), "subject", row.label.subject)
