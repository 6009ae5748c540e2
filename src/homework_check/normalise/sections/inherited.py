"""What lines between the entries of a table say of those below, beside what is around it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from homework_check.model import Location, Place, Remark
from homework_check.normalise.headers.levels import read_header_rows
from homework_check.normalise.sections.texts import read_line_day
from homework_check.table import Inherited, LeftOut

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from homework_check.normalise.around.surroundings import Lines, Surroundings
    from homework_check.normalise.matrices.header import MatrixHeader
    from homework_check.normalise.parts import Part, TableLog
    from homework_check.normalise.sections.texts import Section
    from homework_check.settings import Settings

_AMOUNTS = frozenset({"minutes", "hours", "total"})
_WORK = ("form", "place")


class Fields(NamedTuple):
    """What the columns of a table hold: fields by index, and the columns of minutes.

    `known` are the fields that entries state, in a column or in the heads; `first` is the index
    of the first row below the header.
    """

    at: Mapping[int, str]
    work: Sequence[int]
    known: frozenset[str]
    first: int


def fields_of_list(part: Part, settings: Settings) -> Fields:
    """The columns of a list, as far as its header tells."""
    headers, height = read_header_rows(part.body, part.header, part.end, settings.columns)
    at = {index: header.field for index, header in enumerate(headers) if header.field}
    work = [index for index, field in at.items() if field in _AMOUNTS]
    work = work or [index for index, field in at.items() if field in {"content", "part"}]
    return Fields(at, work, frozenset(at.values()), part.header + height)


def fields_of_matrix(header: MatrixHeader) -> Fields:
    """The columns of a matrix; days over them are known as well."""
    at = {index: field for field, index in header.keys.items()}
    boxes = (index for box in header.boxes for index in (box.content, box.minutes))
    days = {"date"} if header.across == "days" else set()
    work = [index for index in boxes if index is not None]
    return Fields(at, work, frozenset({*at.values(), *days}), header.row + header.height)


def lines_within(lines: Lines, sections: Sequence[Section]) -> Lines:
    """The lines around a part of a table: those of its sections are the nearest.

    What sections say of the work alone is settled later, against what is around the table.
    """
    sections = [section for section in sections if not section.is_of_work]
    if not sections:
        return lines
    titles = [(section.text, section.cell) for section in sections]
    # A weekday takes no class or week of a title away.
    if all(section.kinds == section.unclear == {"day"} for section in sections):
        return lines._replace(titles=[*titles, *lines.titles])
    return lines._replace(titles=titles, above=[*lines.titles, *lines.above])


def settled_within(around: Surroundings, sections: Sequence[Section], part: Part) -> Surroundings:
    """The surroundings, with the form and place of sections; what is unclear holds no longer."""
    for section in reversed(sections):
        unclear = section.unclear
        if section.doubtful and not _agrees(section, around):
            unclear |= section.kinds.intersection(_WORK)
        else:
            form, place = section.form or around.form, section.place or around.place
            new: dict[str, object] = {"form": form} if form is not around.form else {}
            new |= {"place": place} if place is not around.place else {}
            around = _told(new, around, section)._replace(form=form, place=place)
        if "day" in unclear and (day := read_line_day(section.text, around.hint)):
            days_off = around.days_off or day.covers_days_off
            around = _told({"date": day.day}, around, section)
            around = around._replace(day=day.day, days_off=days_off)
            unclear -= {"day"}
        for kind in sorted(unclear):
            around = _without(kind, around, section, part)
    return around


def _agrees(section: Section, around: Surroundings) -> bool:
    """Whether what a line says of the work may hold beside what is around the table."""
    place = {None, Place.HOME, around.place}
    return section.form in {None, around.form or section.form} and section.place in place


def _told(new: Mapping[str, object], around: Surroundings, section: Section) -> Surroundings:
    """The surroundings, telling that a section states `new` in place of what was before."""
    old = (each for each in around.inherited if each.field not in new)
    where = f"title {section.cell}"
    told = (Inherited(field, str(value), where, section.text) for field, value in new.items())
    return around._replace(inherited=(*old, *told))


def _without(kind: str, around: Surroundings, section: Section, part: Part) -> Surroundings:
    """The surroundings without what a section states anew, which is told at its cell.

    Where the form or the place is unknown, it is unknown which part of the work the rows are of.
    """
    field = "date" if kind == "day" else kind
    gone = {"grade", "class"} if kind == "class" else {field}
    gone |= {*_WORK} if kind in _WORK else set()
    where = Location(part.source, part.sheet.name or None, section.cell)
    remark = Remark(f"unread-{field}", "", (), (where,), field, section.text)
    around = around._replace(
        inherited=tuple(each for each in around.inherited if each.field not in gone),
        remarks=(*around.remarks, remark),
    )
    if kind == "day":
        return around._replace(day=None, hint=around.hint._replace(week=None, period=None))
    if kind in _WORK:
        unplaced = kind == "place" or around.unplaced or around.place not in {None, Place.HOME}
        return around._replace(form=None, place=None, unplaced=unplaced)
    return around._replace(grade=None, classes=None, torn=True)


def with_notes(log: TableLog, rows: Sequence[int]) -> TableLog:
    """The log of a table, in whose list of rows left out are lines without entries as well."""
    if not rows:
        return log
    table = log.entries.table
    notes = {LeftOut(row, "note") for row in rows}
    table = replace(table, left_out=tuple(sorted({*table.left_out, *notes})))
    return log._replace(entries=replace(log.entries, table=table))
