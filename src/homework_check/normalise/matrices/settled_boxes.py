"""Boxes of a matrix with what their heads, merges and the note on their row make of them."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from homework_check.model import UNKNOWN
from homework_check.normalise.fields.amounts import WorkMinutes
from homework_check.normalise.fields.form_and_place import form_beside, place_beside
from homework_check.normalise.fields.keys import Flaw
from homework_check.normalise.fields.open_amounts import Shared, with_note, with_shared
from homework_check.normalise.matrices.boxes import Filled
from homework_check.normalise.matrices.heads import may_be_none
from homework_check.normalise.matrices.row_notes import with_box_note
from homework_check.normalise.values import clean
from homework_check.normalise.values.cleaning import fold
from homework_check.normalise.values.words import alternatives

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from homework_check.normalise.headers.subject_labels import Label
    from homework_check.normalise.matrices.boxes import Whole
    from homework_check.normalise.matrices.grids import Grid
    from homework_check.normalise.matrices.heads import ColumnHead
    from homework_check.normalise.matrices.row_heads import RowHead
    from homework_check.workbook import CellValue


class Written(NamedTuple):
    """A box that is not blank: its heads, its content and minutes, and what cells say of them.

    `before` are cells of the keys of its row, `told` those beside its work, both by field.
    """

    row: RowHead
    column: ColumnHead
    cells: tuple[CellValue, CellValue]
    before: Mapping[str, CellValue]
    told: Mapping[str, CellValue]

    @property
    def label(self) -> Label | None:
        """What its heads say of the subject; None: nothing."""
        return self.row.label or self.column.label


def written_in(grid: Grid) -> Iterator[Written]:
    """The boxes that are not blank, row by row."""
    for of_days in grid.rows:
        before = grid.told_before(of_days)
        for column in grid.columns:
            told = grid.told(of_days, column)
            row = with_box_note(of_days, told.get("note", ""))
            cells = grid.cells(row, column)
            if cells != ("", ""):
                yield Written(row, column, cells, before, told)


def hold_for(grid: Grid, box: Written, whole: Whole) -> Whole:
    """What holds for a box; a merged cell is of no certain form or place if its boxes differ."""
    row, column = box.row, box.column
    sharing = grid.sharing(row, column)
    labels = [row.label or column.label for row, column in sharing]
    told = [grid.told_before(row) for row, _ in sharing]
    if row.note and row.note.mixed and whole.excepted is not None:
        subjects = {label.subject for label in labels if label}
        whole = whole._replace(excepted=whole.excepted | subjects)
    forms = {
        (label.form if label else None)
        or row.form
        or column.form
        or form_beside(cells.get("form"), whole.form_of(label.subject if label else None))
        for label, cells, (row, column) in zip(labels, told, sharing, strict=True)
    }
    places = {
        row.place or column.place or place_beside(cells.get("place"), whole.place)
        for cells, (row, column) in zip(told, sharing, strict=True)
    }
    return whole._replace(
        form=forms.pop() if len(forms) == 1 else None,
        place=places.pop() if len(places) == 1 else None,
        unit=row.unit or column.unit or whole.unit,
    )


@cache
def _daily() -> re.Pattern[str]:
    """Find that minutes are of each of several days: 每天20分钟."""
    return re.compile(rf"{alternatives('minutes', 'daily')}[各约 ]?[0-9]")


def settle(filled: Filled, grid: Grid, box: Written) -> Filled:
    """The work of a box as far as its heads settle how much of it counts."""
    row, column, work, flaws = box.row, box.column, filled.work, filled.flaws
    if work.minutes.high == 0:
        return filled
    said = next(clean(cell) for cell in box.cells if cell != "")
    if column.box.unclear:
        work = replace(work, minutes=UNKNOWN)
        flaws = (*flaws, Flaw("unread-minutes", "head", "minutes", said))
    elif grid.is_spread(row, column) and not _daily().search(fold(said)):
        work = replace(work, minutes=work.minutes._replace(low=0))
        flaws = (*flaws, Flaw("unread-minutes", "spread", "minutes", said))
    if row.maybe_none or (box.label and may_be_none(box.label)):
        work = replace(work, maybe_none=True)
    minutes = WorkMinutes(work.minutes, flaws=flaws)
    if not (filled.content or flaws):
        # A task in words over several subjects is one; minutes alone may be of each.
        minutes = with_shared(minutes, Shared(len(grid.subjects(row, column))), said)
    note = row.note
    of_box = "note" in dict(row.beside)
    if note and (of_box or note.is_doubtful or grid.is_first(row, column)):
        minutes = with_note(minutes, note)
        work = replace(work, doubtful=note.is_doubtful)
    return Filled(replace(work, minutes=minutes.amount), filled.content, minutes.flaws)
