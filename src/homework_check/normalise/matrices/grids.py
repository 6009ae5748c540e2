"""A matrix as the rows and columns that cross in its boxes: the cells, owner and day of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from homework_check.normalise.body import Body, as_written
from homework_check.normalise.fields.keys import (
    Day,
    Flaw,
    Key,
    read_day,
    read_key,
    read_owner,
    unit_of,
)
from homework_check.normalise.headers.subject_labels import Label
from homework_check.normalise.matrices.headless import with_headless
from homework_check.normalise.matrices.heads import ColumnHead, read_label
from homework_check.normalise.matrices.left_out import find_left_out
from homework_check.normalise.matrices.row_heads import RowHead, key_of, read_rows
from homework_check.normalise.matrices.row_notes import with_row_notes
from homework_check.normalise.matrices.row_parts import join_parts
from homework_check.normalise.matrices.spans import find_spans
from homework_check.table import LeftOut

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from homework_check.model import Unit
    from homework_check.normalise.around.surroundings import Surroundings
    from homework_check.normalise.matrices.groups import Group
    from homework_check.normalise.matrices.header import MatrixHeader
    from homework_check.normalise.matrices.heads import Box
    from homework_check.normalise.matrices.spans import Heads, Span
    from homework_check.normalise.parts import Part
    from homework_check.settings import Settings
    from homework_check.workbook import CellValue

IN_WHOLE = frozenset({"form", "place"})
"""What columns may say of each row that a title says of the whole table."""


class Grid(NamedTuple):
    """A matrix by its heads; `body` begins under the header.

    `spans` lead from places (row, column) of merged cells to those that hold their values.
    """

    header: MatrixHeader
    body: Body
    rows: tuple[RowHead, ...]
    columns: tuple[ColumnHead, ...]
    left_out: tuple[LeftOut, ...]
    spans: Mapping[tuple[int, int], Span]

    def cells(self, row: RowHead, column: ColumnHead) -> tuple[CellValue, CellValue]:
        """Content and minutes of a box; blank where there is no such column."""
        indexes = column.box.content, column.box.minutes
        if row.amounts_at != row.at:
            only = next(index for index in indexes if index is not None)
            return self._cell(row.at, only), self._cell(row.amounts_at, only)
        content, minutes = ("" if i is None else self._cell(row.at, i) for i in indexes)
        return content, minutes

    def _cell(self, row: int, column: int) -> CellValue:
        span = self.spans.get((row, column))
        row, column = span.first if span else (row, column)
        return self.body.columns[column][row]

    def told(self, row: RowHead, column: ColumnHead) -> dict[str, CellValue]:
        """What columns or rows beside the work of a box say of it, by field."""
        told = {name: self._cell(row.at, index) for name, index in column.box.told}
        only = column.box.minutes if column.box.content is None else column.box.content
        below = ((name, at) for name, at in row.beside if name != "minutes" and only is not None)
        return told | {name: self._cell(at, only or 0) for name, at in below}

    def told_before(self, row: RowHead) -> dict[str, CellValue]:
        """What columns of keys say of the form and place of a row, by field."""
        keys = self.header.keys.items()
        return {name: self.body.columns[i][row.at] for name, i in keys if name in IN_WHOLE}

    def sharing(self, row: RowHead, column: ColumnHead) -> Sequence[Heads]:
        """The heads of all boxes that are one for a class and day, as a merged cell makes them."""
        found = (span.heads for span in self._spans(row, column))
        return next(found, ((row, column),))

    def subject_as_written(self, row: RowHead, column: ColumnHead) -> str:
        """The subject of a box in the words of its row, else of the head of its column."""
        index = self.header.keys.get("subject")
        own = "" if index is None else as_written(self.body.columns[index][row.at])
        return own or (row.label.subject if row.label else column.box.text)

    def subjects(self, row: RowHead, column: ColumnHead) -> set[str]:
        """The subjects whose boxes are one merged cell with a box, those left blank included."""
        labels = (row.label or column.label for row, column in self.sharing(row, column))
        return {label.subject for label in labels if label and label.subject}

    def is_first(self, row: RowHead, column: ColumnHead) -> bool:
        """Whether a box is the first of its row and day that is filled."""
        day = self.day(row, column)
        own = (c for c in self.columns if self.cells(row, c) != ("", ""))
        return column is next((c for c in own if self.day(row, c) == day), None)

    def is_spread(self, row: RowHead, column: ColumnHead) -> bool:
        """Whether a box shares its work with other days."""
        return any(span.over_days for span in self._spans(row, column))

    def _spans(self, row: RowHead, column: ColumnHead) -> Iterator[Span]:
        """The merged cells of minutes and content that a box is of."""
        for index in (column.box.minutes, column.box.content):
            if index is not None and (span := self.spans.get((row.at, index))):
                yield span

    def day(self, row: RowHead, column: ColumnHead) -> Day:
        """The day of a box: the one of its row, else the one of its column."""
        return row.day or column.day

    def key(self, row: RowHead, column: ColumnHead) -> Key:
        """Whose homework a box holds."""
        return key_of(row, column)

    def unit(self, row: RowHead, column: ColumnHead) -> Unit:
        """Whose homework of which day a box holds."""
        return unit_of(self.key(row, column), self.day(row, column))


def read_grid(part: Part, header: MatrixHeader, around: Surroundings, settings: Settings) -> Grid:
    """Read all heads of the matrix of `part`."""
    body = part.rows(header.height)
    aside = find_left_out(body, header, settings)
    used = [row for row in range(body.height) if row not in aside]
    header = with_headless(header, part.body, body, used)
    read = read_rows(body, header, aside, around, part.source, settings)
    joined, left_out = join_parts(read, body, header, aside)
    rows = tuple(with_row_notes(joined, body, header, settings))
    groups = header.groups or (None,) * len(header.boxes)
    columns = tuple(
        _in_group(_column(part, header, box, around, settings), group, part, around, settings)
        for box, group in zip(header.boxes, groups, strict=True)
    )
    return Grid(
        header,
        body,
        rows,
        columns,
        tuple(LeftOut(body.row(index), reason) for index, reason in left_out.items()),
        find_spans(body, rows, columns, part.sheet.merged),
    )


def _column(
    part: Part, header: MatrixHeader, box: Box, around: Surroundings, settings: Settings
) -> ColumnHead:
    index = box.minutes if box.content is None else box.content
    letter = part.body.letter((box.minutes if box.minutes is not None else index) or 0)
    form, place, subject = box.facets.form, box.facets.place, box.facets.subject
    key = None
    if class_ := box.class_ or box.facets.class_:
        owner = read_owner(None, None, around, part.source, settings)
        key = read_key(owner, None, class_, around)
    if header.across == "days":
        # As a number 9.1 may be 9.10, as a text it is not.
        stated = next((head for head in header.texts if as_written(head) == box.text), box.text)
        label = Label(subject, known=True) if subject else None
        day = read_day(stated, box.weekday or None, around)
        return ColumnHead(box, letter, day, label, key, form, place, box.unit)
    day = read_day(None, None, around)
    sheet = as_written(part.sheet.name)
    named = read_day(sheet, None, around) if day.day is None and sheet else day
    day = named if named.day else day
    label = None if header.across == "classes" else read_label(box.text, settings)
    return ColumnHead(box, letter, day, label, key, form, place, box.unit)


def _in_group(
    head: ColumnHead, group: Group | None, part: Part, around: Surroundings, settings: Settings
) -> ColumnHead:
    """A head with what the group says in which it stands; boxes of totals are in none."""
    if group is None or group.kind == "total":
        return head
    match group.kind:
        case "day":
            return head._replace(day=read_day(group.text, None, around))
        case "class":
            owner = read_owner(None, None, around, part.source, settings)
            # 三年级 stands over its classes, or over the subjects of all of them.
            grade, class_ = (group.text, head.box.class_) if head.box.class_ else (None, group.text)
            return head._replace(key=read_key(owner, grade, class_, around))
        case "unread":
            return head._replace(box=head.box._replace(unclear=True))
        case "unread-class":
            owner = read_owner(None, None, around, part.source, settings)
            flaw = Flaw("unread-class", "", "class", group.text)
            return head._replace(key=Key(owner.school, None, None, (*owner.flaws, flaw)))
        case "facet":
            box, facets = head.box, group.facets
            return head._replace(
                box=box._replace(facets=box.facets.joined(facets) or box.facets),
                form=head.form or facets.form,
                place=head.place or facets.place,
                unit=head.unit or group.unit,
            )
