"""The matrix layouts: every box under a head that is not blank is an entry."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from homework_check.log import Entries
from homework_check.model import NOTHING, Entry, Work
from homework_check.normalise.body import as_written
from homework_check.normalise.fields.amounts import settled_unit
from homework_check.normalise.fields.evidence import why_unused
from homework_check.normalise.fields.form_and_place import is_settled, of_table, unbelieved
from homework_check.normalise.fields.remarks import remark_at
from homework_check.normalise.headers.facets import Facets
from homework_check.normalise.headers.header import read_header
from homework_check.normalise.headers.subject_labels import is_believed
from homework_check.normalise.matrices.boxes import Whole, is_content, is_timed, read_box, read_told
from homework_check.normalise.matrices.grids import IN_WHOLE, Grid, read_grid
from homework_check.normalise.matrices.measured import find_measured, with_measured
from homework_check.normalise.matrices.remarks import unknown_subjects, weekday_mismatches
from homework_check.normalise.matrices.settled_boxes import hold_for, settle, written_in
from homework_check.normalise.matrices.totals import compare_sums, with_confirmed, with_doubted
from homework_check.normalise.parts import TableLog
from homework_check.normalise.values import is_total_row
from homework_check.table import ColumnUse, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from homework_check.model import Unit
    from homework_check.normalise.around.surroundings import Surroundings
    from homework_check.normalise.body import Body
    from homework_check.normalise.fields.keys import Flaw
    from homework_check.normalise.matrices.boxes import Filled
    from homework_check.normalise.matrices.header import MatrixHeader
    from homework_check.normalise.matrices.heads import Box, ColumnHead
    from homework_check.normalise.matrices.measured import Measured
    from homework_check.normalise.matrices.row_heads import RowHead
    from homework_check.normalise.matrices.settled_boxes import Written
    from homework_check.normalise.parts import Part
    from homework_check.schooldays import Calendar
    from homework_check.settings import Settings
    from homework_check.workbook import CellValue


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
    measured = find_measured(part, grid, around, settings)
    table = _table(part, grid, around, measured, missing, assumed)
    own = with_confirmed(grid, [*_entries(table, grid, whole)], around.unit)
    own = with_doubted(grid, own, around.unit)
    read = with_measured(table, own, grid, measured)
    entries = Entries.of(table, (*read, *_unreported(table, grid, settings.calendar)))
    remarks = (*weekday_mismatches(table, grid), *unknown_subjects(table, grid, own))
    totals = compare_sums(table, grid, own, around.unit)
    return TableLog(entries, (*around.remarks, *remarks, *totals))


def _whole(
    grid: Grid, around: Surroundings, settings: Settings
) -> tuple[Whole, frozenset[str], frozenset[str]]:
    """What holds for all boxes; what the matrix lacks; what is assumed for it."""
    of_all = of_table(around.form, around.place, _unsaid(grid, around), settings)
    units = [column.unit or around.unit for column in grid.columns]
    cells = [
        (*grid.cells(row, column), unit)
        for row in grid.rows
        for column, unit in zip(grid.columns, units, strict=True)
    ]
    timed = any(is_timed(*cell) for cell in cells)
    contents = any(is_content(content, unit) for content, _, unit in cells)
    of_no_unit = [cell for *box, unit in cells if unit is around.unit for cell in box]
    unit = settled_unit(around.unit, of_no_unit)
    whole = Whole(
        unit,
        of_all.form,
        of_all.place,
        around.vacation,
        timed,
        contents,
        around.choice,
        excepted=None if around.form is None else around.excepted,
    )
    missing = {*of_all.missing, *_without_keys(grid, around), *(() if timed else ("minutes",))}
    return whole, frozenset(missing), of_all.assumed


def _unsaid(grid: Grid, around: Surroundings) -> Iterator[str]:
    """Which of form and place nothing in the matrix or around it says."""
    told = {name for column in grid.columns for name, _ in column.box.told}
    told |= {name for row in grid.rows for name, _ in row.beside} - {"minutes"}
    keys = {*grid.header.keys, *told}
    labels = [*(row.label for row in grid.rows), *(column.label for column in grid.columns)]
    formed = any(label and label.form for label in labels) or any(c.form for c in grid.columns)
    if around.form is None and "form" not in keys and not formed:
        yield "form"
    placed = "place" in keys or any(column.place for column in grid.columns)
    if around.place is None and not placed and not around.unplaced:
        yield "place"


def _without_keys(grid: Grid, around: Surroundings) -> Iterator[str]:
    """Keys that not one box has, not even in words that were not understood."""
    boxes = [(row, column) for row in grid.rows for column in grid.columns]
    days = (grid.day(*box) for box in boxes)
    if not any(day.day or day.flaws for day in days):
        yield around.lacking_of_date
    keys = (grid.key(*box) for box in boxes)
    if not (around.torn or any(key.grade or key.flaws for key in keys)):
        yield "grade"


def _table(  # noqa: PLR0913  a table in all its parts
    part: Part,
    grid: Grid,
    around: Surroundings,
    measured: Measured,
    missing: frozenset[str],
    assumed: frozenset[str],
) -> Table:
    header, body = grid.header, grid.body
    first, last = part.body.row(header.row), body.row(body.height - 1)
    used = _used_columns(part, grid)
    for index, text in measured.columns.items():
        used[index] = ColumnUse(body.letter(index), text, "actual", "values")
    heads = enumerate(map(as_written, header.texts))
    left = [
        (i, text) for i, text in heads if text and i not in used.keys() | {*dict(header.unused)}
    ]
    unused = (
        ColumnUse(body.letter(index), text, None, _why_unused(text, grid))
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
                own = as_written(header.texts[index]) if name == "minutes" else ""
                text = own or box.text
                used[index] = ColumnUse(letter(index), text, name, "values", works=works)
    return used


def _why_unused(head: str, grid: Grid) -> str:
    # What only ends like a total is none in a list, where nothing is compared with it.
    why = "total" if is_total_row(head) else why_unused(read_header(head))
    return "remarks" if why == "note" and any(row.note for row in grid.rows) else why


def _head_of(body: Body, header: MatrixHeader, index: int) -> CellValue:
    """What heads a column of keys; it may be merged with a row above or below."""
    rows = (header.heads, *range(header.row, header.row + header.height))
    return next((v for row in rows if (v := body.columns[index][row]) != ""), "")


def _entries(table: Table, grid: Grid, whole: Whole) -> Iterator[Entry]:
    for box in written_in(grid):
        said, unread = read_told(box.told)
        unread = (*read_told(box.before)[1], *unread)
        of_box = _holding(grid, box, said, whole)
        head, letter = _with_facets(box, said), box.column.letter
        # `of_box` has the form that the labels of all boxes merged into one agree on.
        label = box.label and box.label._replace(form=None)
        for filled in read_box(head, letter, *box.cells, label, of_box):
            settled = settle(filled, grid, box)
            subject = grid.subject_as_written(box.row, box.column)
            left = _left_open(unread, settled.work, of_box, subject)
            yield _entry(table, grid, box, settled._replace(flaws=(*settled.flaws, *left)))


def _holding(grid: Grid, box: Written, said: Facets, whole: Whole) -> Whole:
    """What holds for a box, with what is `said` beside its work.

    A blank place beside the work may be any; a blank form is that of head or title.
    """
    told = box.told.items()
    beside = [name for name, cell in told if name == "place" or (name in IN_WHOLE and cell != "")]
    of_box = hold_for(grid, box, whole)
    return of_box._replace(**{name: getattr(said, name) for name in beside})


def _with_facets(box: Written, said: Facets) -> Box:
    """The columns of a box, with all that is `said` of its part of the work."""
    row, head = box.row, box.column.box
    part = box.label.facets if box.label else Facets()
    said = said._replace(
        choice=said.choice or row.choice or part.choice,
        layer=said.layer or row.layer or part.layer,
    )
    mixed = head.mixed and row.amounts_at == row.at
    return head._replace(facets=head.facets.joined(said) or said, mixed=mixed)


def _entry(table: Table, grid: Grid, box: Written, filled: Filled) -> Entry:
    """The entry of work in a box, with its flaws at the cells that they are of."""
    row, column, work = box.row, box.column, filled.work
    day, key = grid.day(row, column), grid.key(row, column)
    own, number = map(grid.body.row, (row.at, row.amounts_at))
    said_at = dict.fromkeys(box.before, own)
    said_at |= {name: grid.body.row(at) for name, at in row.beside}
    header = table.header_rows[0]
    wrong = [(header if column.key else own, flaw) for flaw in key.flaws]
    wrong += [(said_at.get(flaw.field, number), flaw) for flaw in filled.flaws]
    wrong += [(header if row.day is None else own, flaw) for flaw in day.flaws]
    return Entry(
        table=table,
        row=number,
        unit=grid.unit(row, column),
        content=filled.content,
        work=replace(work, covers_days_off=True) if day.covers_days_off else work,
        problems=tuple(
            remark_at(table, at, column.letter, flaw, filled.content) for at, flaw in wrong
        ),
    )


def _left_open(unread: Sequence[Flaw], work: Work, whole: Whole, subject: str) -> Iterator[Flaw]:
    """What cells beside the work, or a title not believed of its `subject`, leave open of it."""
    if work.none:
        return
    left = [flaw for flaw in unread if not is_settled(getattr(work, flaw.field))]
    yield from left
    believed = work.form or is_believed(work.subject, whole.excepted)
    if not (believed or any(flaw.field == "form" for flaw in left)):
        yield unbelieved(subject, noted=work.subject in (whole.excepted or ()))


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
