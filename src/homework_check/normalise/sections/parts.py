"""Tables whose entries stand below lines of their own, for each class, week or form."""

from __future__ import annotations

from itertools import chain, pairwise, takewhile
from typing import TYPE_CHECKING, NamedTuple

from homework_check.normalise.lists.rows import KEYS, fill_keys
from homework_check.normalise.sections.lines import find_lines
from homework_check.normalise.values import is_ditto, is_footer, is_total_row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from homework_check.normalise.parts import Part
    from homework_check.normalise.sections.inherited import Fields
    from homework_check.normalise.sections.lines import Line
    from homework_check.normalise.sections.texts import Section
    from homework_check.settings import Settings
    from homework_check.workbook import CellValue

_FIELDS = {"day": ("date", "weekday")}
_ANEW = "\0"
"""Stands in a column of keys at a line below which no value from above holds."""


class Stretch(NamedTuple):
    """Part of a table, and what holds for it, the nearest first.

    `notes` are the rows, as Excel numbers them, of lines near it that hold for no entries.
    """

    part: Part
    sections: tuple[Section, ...] = ()
    notes: tuple[int, ...] = ()

    @property
    def rows(self) -> range:
        """The indexes of its rows."""
        return range(self.part.start, self.part.end)


class _Rows(NamedTuple):
    """The rows of a table that may be entries; `keys` by column index, filled down.

    `units` hold by row the keys of each, and `subjects` the subject.
    """

    keys: dict[int, Sequence[CellValue]]
    units: dict[int, tuple[CellValue, ...]]
    subjects: dict[int, CellValue]

    def within(self, rows: range) -> list[int]:
        """Those of `rows` that may be entries."""
        return [row for row in rows if row in self.units]

    def named(self, rows: range) -> set[object]:
        """The subjects of rows, each with the keys it is set under."""
        return {
            (self.units[row], self.subjects[row])
            for row in self.within(rows)
            if self.subjects.get(row, "") != ""
        }


def parts_within(part: Part, fields: Fields, settings: Settings) -> list[Stretch]:
    """The parts of a table below its lines."""
    lines = find_lines(part, fields, settings)
    if not lines:
        return [Stretch(part)]
    rows = _rows(part, fields, lines)
    sure = [line for line in lines if not line.is_name]
    sure = [_asked(line, sure, rows, fields, part) for line in sure]
    stretches = [
        stretch
        for below in _below_lines(part, sure, rows)
        for named in _below_names(below, [line for line in lines if line.is_name], rows)
        for stretch in _of_keys(named, rows, fields)
    ]
    filled = [one for one in stretches if rows.within(one.rows)] or stretches[-1:]
    return _with_notes([_carried(one, rows) for one in filled], sure, part)


def _rows(part: Part, fields: Fields, lines: Sequence[Line]) -> _Rows:
    columns = part.body.columns
    indexes = {field: index for index, field in sorted(fields.at.items(), reverse=True)}
    subject = indexes.get("subject")
    below = range(fields.first, part.end)
    left_out = dict.fromkeys(range(fields.first), "")
    labelled = {index for field, index in indexes.items() if field in {*KEYS, "subject"}}
    for index in labelled:
        labels = {v for v in set(columns[index]) if isinstance(v, str) and _is_label(v)}
        left_out |= {row: "" for row in below if columns[index][row] in labels}
    keys = {field: list(columns[indexes[field]][: part.end]) for field in KEYS if field in indexes}
    for field, column in keys.items():
        column[:] = ["" if isinstance(v, str) and v and is_ditto(v) else v for v in column]
        for line in lines:
            column[line.row] = _ANEW if not line.is_name and _renews(line.section, field) else ""
    filled = fill_keys({field: tuple(v) for field, v in keys.items()}, part.end, left_out)
    between = {line.row for line in lines}
    entries = [
        row
        for row in below
        if row not in between and row not in left_out and any(c[row] != "" for c in columns)
    ]
    units = {row: tuple(column[row] for column in filled.values()) for row in entries}
    subjects = {row: columns[subject][row] for row in entries} if subject is not None else {}
    return _Rows({indexes[field]: column for field, column in filled.items()}, units, subjects)


def _is_label(text: str) -> bool:
    return is_total_row(text) or is_footer(text)


def _renews(section: Section, field: str) -> bool:
    return any(field in _FIELDS.get(kind, (kind,)) for kind in section.resets)


def _asked(line: Line, lines: Sequence[Line], rows: _Rows, fields: Fields, part: Part) -> Line:
    """The line; of a form in the column of subjects it is asked whether it is one.

    It is where the subjects above stand below it again, or where another form follows.
    """
    section = line.section
    if not section.is_of_work or fields.at.get(line.column) != "subject":
        return line
    said = {(each.section.form, each.section.place) for each in lines if each.section.is_of_work}
    if len(said) > 1:
        return line
    outer = [e.row for e in lines if e.row < line.row and not e.section.is_of_work]
    above = range(max(outer, default=0), line.row)
    end = next((each.row for each in lines if each.row > line.row), part.end)
    again = rows.named(above) & rows.named(range(line.row, end))
    return line._replace(section=section._replace(doubtful=not again))


def _below_lines(part: Part, lines: Sequence[Line], rows: _Rows) -> Iterator[Stretch]:
    """The stretches between lines. A form above entries of its own ends with the next line."""
    held: list[Section] = []
    used: set[str] = set()
    outer: set[str] = set()
    start = part.start
    for line in lines:
        one = Stretch(part._replace(start=start, end=line.row), tuple(reversed(held)))
        yield one
        start, section = line.row + 1, line.section
        if rows.within(one.rows):
            used |= {each.cell for each in takewhile(_is_of_work, one.sections)}
        if not section.kinds:
            continue
        is_first = not rows.within(range(line.row))
        if is_first or any(each.is_of_work and each.cell not in used for each in held):
            outer.add(section.cell)
        held = [each for each in takewhile(section.leaves, held) if each.cell not in used]
        if not section.is_of_work:
            # Of a form without entries nobody knows whether it begins or ends something.
            held = [_lost(each) if _is_of_work(each) and each.cell not in outer else each
                    for each in held]  # fmt: skip
        held.append(section)
    yield Stretch(part._replace(start=start), tuple(reversed(held)))


def _is_of_work(section: Section) -> bool:
    return section.is_of_work


def _lost(section: Section) -> Section:
    """A line of a form of which it is not known whether it still holds."""
    return section._replace(unclear=section.kinds, form=None, place=None)


def _below_names(stretch: Stretch, names: Sequence[Line], rows: _Rows) -> list[Stretch]:
    """A stretch, divided by names that have the same subjects below them: 梅, 兰.

    They must be of classes, or of something else that takes the place of them.
    """
    names = [line for line in names if line.row in stretch.rows]
    part = stretch.part
    starts = [part.start, *(line.row for line in names), part.end]
    subjects = [rows.named(range(*ends)) for ends in pairwise(starts)]
    if len(set().union(*subjects)) == sum(map(len, subjects)):
        return [stretch]
    first = stretch._replace(part=part._replace(end=starts[1]))
    below = [
        Stretch(part._replace(start=line.row + 1, end=end), (line.section, *stretch.sections))
        for line, end in zip(names, starts[2:], strict=True)
    ]
    return [first, *below]


def _of_keys(stretch: Stretch, rows: _Rows, fields: Fields) -> Iterator[Stretch]:
    """A stretch below a form; where another class or day begins the form is not known.

    It is known if the line begins anew with keys that stand above: each form has all of them.
    """
    changed = _first_change(stretch, rows, fields)
    if changed is None:
        yield stretch
        return
    section, part = stretch.sections[0], stretch.part
    yield stretch._replace(part=part._replace(end=changed))
    yield Stretch(part._replace(start=changed), (_lost(section), *stretch.sections))


def _first_change(stretch: Stretch, rows: _Rows, fields: Fields) -> int | None:
    """The row below a form from which on it is not known; None: it holds to the end."""
    entries = rows.within(stretch.rows)
    if not entries or not stretch.sections or not stretch.sections[0].is_of_work:
        return None
    first = rows.units[entries[0]]
    above = [rows.units[row] for row in rows.within(range(fields.first, entries[0]))]
    if not above or (first != above[-1] and first in above):
        return None
    return next((row for row in entries if rows.units[row] != first), None)


def _carried(stretch: Stretch, rows: _Rows) -> Stretch:
    """A stretch whose first entry has the keys that hold from above."""
    entries = rows.within(stretch.rows)
    if not stretch.part.start or not entries:
        return stretch
    body, row = stretch.part.body, entries[0]
    columns = list(body.columns)
    for index, filled in rows.keys.items():
        if columns[index][row] == "" and filled[row] not in {"", _ANEW}:
            columns[index] = (*columns[index][:row], filled[row], *columns[index][row + 1 :])
    return stretch._replace(part=stretch.part._replace(body=body._replace(columns=tuple(columns))))


def _with_notes(stretches: Sequence[Stretch], lines: Sequence[Line], part: Part) -> list[Stretch]:
    """The stretches, each with the lines behind it that hold for none of them."""
    holding = {section.cell for section in chain.from_iterable(s.sections for s in stretches)}
    idle = [line.row for line in lines if line.section.cell not in holding]
    starts = [0, *(stretch.part.start for stretch in stretches[1:]), part.end]
    return [
        stretch._replace(notes=tuple(part.body.row(row) for row in idle if first <= row < end))
        for stretch, (first, end) in zip(stretches, pairwise(starts), strict=True)
    ]
