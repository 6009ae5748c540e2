"""What a table inherits: the statements around it, settled field by field."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from homework_check.memo import LastingMemo
from homework_check.model import Form, Location, Place, Remark, School
from homework_check.normalise.around.agreeing import (
    agreed,
    agreed_unit,
    agreed_work,
    nearest,
    saying_unit,
)
from homework_check.normalise.around.context import NO_HINT, Statement, read_statement
from homework_check.normalise.around.mismatches import TO, find_mismatches, find_unit_mismatch
from homework_check.normalise.around.naming import classes_agree
from homework_check.normalise.around.noted_forms import excepted_subjects
from homework_check.normalise.around.periods import monday_of
from homework_check.normalise.around.signed import signed_years
from homework_check.normalise.around.stated_roles import stated_roles
from homework_check.normalise.around.stated_units import believed_unit, says_minutes
from homework_check.normalise.around.titles import of_above
from homework_check.normalise.body import as_written
from homework_check.normalise.headers.header import read_header
from homework_check.normalise.values import Outcome, Unit, YearHint, read_class, read_grade
from homework_check.table import Inherited

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from homework_check.normalise.parts import Part
    from homework_check.settings import Settings
    from homework_check.table import Role
    from homework_check.workbook import CellValue


class Surroundings(NamedTuple):
    """Values that hold for every row that states none of its own; None: not stated.

    `classes` None: no class stated; empty: the whole grade. `torn`: two statements of the
    class exclude each other, so that none can be used. `yearless`: a day is stated, of no year.
    `unplaced`: places are named, and it is not known which of them holds, so that home must not
    be taken either. `noted`: the `unit` is stated by nothing but a note. `excepted`: subjects of
    which a note says that their work is of another `form`, at least some of it.
    """

    school: str | None = None
    county: str | None = None
    grade: int | None = None
    classes: tuple[str, ...] | None = None
    day: date | None = None
    yearless: bool = False
    hint: YearHint = NO_HINT
    unit: Unit = Unit.UNSTATED
    noted: bool = False
    timed: bool = False
    form: Form | None = None
    place: Place | None = None
    subject: str | None = None
    choice: str | None = None
    days_off: bool = False
    vacation: bool = False
    torn: bool = False
    unplaced: bool = False
    excepted: frozenset[str] = frozenset()
    inherited: tuple[Inherited, ...] = ()
    assumed: frozenset[str] = frozenset()
    roles: frozenset[Role] = frozenset()
    remarks: tuple[Remark, ...] = ()

    def school_of(self, source: str, name: str | None, county: str | None) -> School:
        """The school of a row; a source without any name is a school of its own."""
        name, county = name or self.school, county or self.county
        return School(county, name) if name else School(county, None, source)

    @property
    def lacking_of_date(self) -> str:
        """What a table lacks none of whose rows has a date: the ``date``, or its ``year``."""
        return "year" if self.yearless else "date"

    def believed(self, values: Iterable[CellValue]) -> Surroundings:
        """The surroundings without a unit that only a note states and that `values` rule out."""
        unit = believed_unit(self.unit, values) if self.noted else self.unit
        if unit is self.unit:
            return self
        inherited = tuple(each for each in self.inherited if each.field != "unit")
        return self._replace(unit=unit, inherited=inherited)


class Lines(NamedTuple):
    """Texts that state something, nearest first: (text, cell) or, for `names`, (text, place).

    `above` are the title lines of the first table of the sheet, for the tables below it; `notes`
    stand below a table, and say of it no more than unit, form and place; `last` do below the
    last table, and hold where nothing nearer says one. `beside` is what other sheets of the
    workbook state; None: nothing that is of all of them.
    """

    titles: Sequence[tuple[str, str]]
    above: Sequence[tuple[str, str]]
    names: Sequence[tuple[str, str]]
    notes: Sequence[tuple[str, str]] = ()
    last: Sequence[tuple[str, str]] = ()
    beside: Statement | None = None


def settle(lines: Lines, part: Part, settings: Settings) -> Surroundings:
    """Settle what the lines around a table state; the nearest wins."""
    sheet = part.sheet
    in_rows = _named_in_rows(part, settings)
    if "class" in in_rows:
        lines = lines._replace(above=[a for a in lines.above if not _is_of_classes(a, settings)])
    stated = _statements(lines, settings, NO_HINT)
    signed = [*signed_years((*lines.notes, *lines.last))] if _is_yearless(stated) else []
    school, county = nearest(stated, lambda s: s.school), nearest(stated, lambda s: s.county)
    system = settings.system_of(school, county)
    hint = _hint([*stated, *signed], settings)
    if hint != NO_HINT or system is not settings.school_system:
        settings = replace(settings, school_system=system)
        stated = _statements(lines, settings, hint)
    units = saying_unit(stated, lines.notes) or saying_unit([], lines.last)
    unit = agreed_unit(stated, units)
    of_unit = [s for s in units if s.unit is unit is not Unit.NEEDED]
    table = Location(part.source, sheet.name or None)
    remarks = (*find_mismatches(stated, table, in_rows), *find_unit_mismatch(units, table))
    if torn := any(remark.case == "class" for remark in remarks):
        stated = [s._replace(class_=None) for s in stated]
    period = nearest(stated, lambda s: s.period)
    work = agreed_work(stated, lines.notes, lines.last)
    told = (s._replace(unit=None) for s in work.told)
    around = Surroundings(
        school=school,
        county=county,
        grade=nearest(stated, lambda s: s.class_ and s.class_.grade),
        classes=nearest(stated, lambda s: (s.class_ and s.class_.classes) or None),
        day=period.first if period and period.first == period.last else None,
        yearless=period is None and any(s.yearless for s in stated),
        hint=_hint([*stated, *signed], settings)._replace(from_1904=sheet.from_1904),
        unit=unit,
        noted=unit is not Unit.UNSTATED and not any(s.unit for s in stated),
        timed=says_minutes(text for text, _ in (*lines.titles, *lines.above, *lines.names)),
        form=work.form,
        place=work.place.place,
        subject=agreed(stated, lambda s: s.subject),
        choice=agreed(stated, lambda s: s.choice),
        days_off=any(s.days_off for s in stated),
        vacation=any(s.vacation for s in stated),
        torn=torn,
        unplaced=work.place.unplaced,
        excepted=_excepted(lines) if work.form else frozenset(),
        inherited=_inherited([*told, *of_unit, *signed]),
        roles=_roles(lines, part),
        remarks=remarks,
    )
    return _assume(around, settings, hint)


def _is_yearless(stated: Sequence[Statement]) -> bool:
    return not any(s.year or s.school_year or s.period or s.month for s in stated)


def _roles(lines: Lines, part: Part) -> frozenset[Role]:
    """What titles and names call the table; a folder that says 汇总 holds what schools sent."""
    file = next((text for text, kind in lines.names if kind == "file"), "")
    titles = (text for text, _ in (*lines.titles, *lines.above))
    return stated_roles(titles, part.sheet.name, file)


def _excepted(lines: Lines) -> frozenset[str]:
    own = [title for title in lines.titles if title not in _of_upper_table(lines)]
    texts = (*own, *lines.above, *lines.notes, *lines.last)
    return frozenset(chain.from_iterable(excepted_subjects(text) for text, _ in texts))


def _of_upper_table(lines: Lines) -> list[tuple[str, str]]:
    """Those of the title lines of a table that are notes to one above it."""
    notes = of_above(lines.titles)
    return notes if lines.above else [note for note in notes if of_above([note], labelled=False)]


def _named_in_rows(part: Part, settings: Settings) -> set[str]:
    """The fields that the header of a table names: each row says them for itself."""
    heads = (as_written(column[part.header]) for column in part.body.columns)
    return {field for head in heads if (field := read_header(head, settings.columns).field)}


def _is_of_classes(title: tuple[str, str], settings: Settings) -> bool:
    """Whether a title is of certain classes, and so of its own table alone."""
    class_ = read_statement(title[0], "", settings).class_
    return class_ is not None and bool(class_.classes)


def _statements(lines: Lines, settings: Settings, hint: YearHint) -> list[Statement]:
    own = [_STATEMENTS[text, f"title {cell}", settings, hint] for text, cell in lines.titles]
    upper = {f"title {cell}" for _, cell in _of_upper_table(lines)}
    own = [s._replace(form=None) if s.where in upper else s for s in own]
    above = [_STATEMENTS[text, f"title {cell}", settings, hint] for text, cell in lines.above]
    # A table below has a class or a week of its own as often as it has those of the first.
    named = [s.class_ for s in own if s.class_]
    if not all(classes_agree(near, s.class_) for near in named for s in above if s.class_):
        above = [s._replace(class_=None) for s in above]
    if any(s.period for s in own):
        above = [s._replace(period=None) for s in above]
    if own:
        # Home is what is taken anyway; anything else may be that of the first table alone.
        above = [s._replace(place=None, unplaced=True) if _is_away(s) else s for s in above]
    names = [_STATEMENTS[text, kind, settings, hint] for text, kind in lines.names]
    return [*own, *above, *names, *([lines.beside] if lines.beside else ())]


_STATEMENTS = LastingMemo[tuple[str, str, "Settings", YearHint], "Statement"](
    lambda asked: read_statement(*asked)
)


def _is_away(statement: Statement) -> bool:
    return statement.place not in {None, Place.HOME}


def _assume(around: Surroundings, settings: Settings, hint: YearHint) -> Surroundings:
    """Fill what no statement gives and `--assume` does; columns come before both.

    `hint` is what says the years of days that the statements give without one.
    """
    system = settings.school_system
    given = {a.field: a.value for a in settings.assumptions}
    assumed: set[str] = {field for field in ("school", "county") if field in given}
    assumed -= {field for field in assumed if getattr(around, field)}
    if "year" in given and hint == YearHint(int(given["year"])):
        assumed.add("year")
    grade, classes = around.grade, around.classes
    if grade is None and not around.torn and "grade" in given:
        reading = read_grade(given["grade"], system)
        grade = None if isinstance(reading, Outcome) else reading
        assumed.add("grade")
    if classes is None and not around.torn and "class" in given:
        named = read_class(given["class"], system)
        classes = None if isinstance(named, Outcome) else named.classes
        assumed.add("class")
    return around._replace(
        school=around.school or given.get("school"),
        county=around.county or given.get("county"),
        grade=grade,
        classes=classes,
        assumed=frozenset(assumed),
    )


def _hint(stated: Sequence[Statement], settings: Settings) -> YearHint:
    """What supplies the year: title, sheet, file, then the period due, then `--assume year`."""
    year = nearest(stated, lambda s: s.year)
    school_year = nearest(stated, lambda s: s.school_year)
    period = nearest(stated, lambda s: s.period) or settings.period
    period = period or nearest(stated, lambda s: s.month)
    assumed = settings.assumed("year")
    if year is None and school_year is None and period is None and assumed:
        year = int(assumed.value)
    return YearHint(year, school_year, period, monday_of(period) if period else None)


_NAMED: dict[str, Callable[[Statement], object]] = {
    "school": lambda s: s.school,
    "county": lambda s: s.county,
    "grade": lambda s: s.class_ and s.class_.grade,
    "class": lambda s: s.class_ and ", ".join(s.class_.classes),
    "date": lambda s: s.period and TO.join(day.isoformat() for day in dict.fromkeys(s.period)),
    "year": lambda s: f"{s.school_year}-{s.school_year + 1}" if s.school_year else s.year,
    "unit": lambda s: s.unit and s.unit.name.lower(),
    "form": lambda s: s.form,
    "place": lambda s: s.place,
    "subject": lambda s: s.subject,
}
"""What a statement says of each field, in words; nothing where it says nothing."""


def _inherited(stated: Sequence[Statement]) -> tuple[Inherited, ...]:
    found = ((name, next((s for s in stated if get(s)), None)) for name, get in _NAMED.items())
    return tuple(Inherited(name, str(_NAMED[name](s)), s.where, s.text) for name, s in found if s)
