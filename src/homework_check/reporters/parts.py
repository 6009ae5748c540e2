"""Which findings stand in which part of a report, and which of them say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from homework_check.handed_in import Submitted
from homework_check.messages.findings import READING
from homework_check.messages.report import CAUSES, FIELDS_OF_CAUSES
from homework_check.model import Severity, Verdict
from homework_check.reporters.page import by_class_and_day
from homework_check.rollup import is_read
from homework_check.text import natural

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from homework_check.model import School
    from homework_check.report import Finding, Report, SchoolResult
    from homework_check.table import LeftOut, Table
    from homework_check.text import Text

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_RANK = {Verdict.BROKEN: 0, Verdict.UNDECIDED: 3, Verdict.KEPT: 4}
"""1 and 2 are schools of which nothing was read; see `worst_first`."""

OF_VERSIONS = frozenset({"versions", "entries-versions"})
"""Causes of units that two sheets report differently."""

_OF_ANY_VALUE = frozenset({"total-mismatch", "unread-date.week", "unread-date.year"})
"""Causes of findings that are put right in one way, whatever their cells say."""

Group = tuple["Finding", ...]


class Item(NamedTuple):
    """One numbered thing that is open.

    ``unit``: one undecided unit, with the reading findings that are its `reasons`;
    ``column``: all units that lack the column `field`; ``days``: all units that one thing would
    settle, be it which of two sheets counts or rows that nobody filled in; ``alike``: reading
    findings that differ in their cells only; ``unreported``: the class-days of a school without a
    report. `units` are those that it is made of, each as it would be alone.
    """

    about: Literal["unit", "column", "days", "alike", "unreported"]
    school: School | None
    findings: Group
    field: str = ""
    reasons: Group = ()
    units: tuple[Item, ...] = ()


class Parts(NamedTuple):
    """Findings by part: to act on, open, reminders, data problems.

    `absent` tell of schools of the roster of which nothing came, or nothing that can be read.
    """

    todo: Group
    open: tuple[Item, ...]
    reminders: tuple[Group, ...]
    data: tuple[Group, ...]
    absent: Group = ()


def divide(report: Report) -> Parts:
    """Put every finding into its part, the worst school first, then by class and day."""
    order = {result.school: n for n, result in enumerate(worst_first(report.schools))}
    findings = sorted(report.findings, key=lambda f: (_rank_of(f, order), by_class_and_day(f)))
    unread = {result.school for result in report.schools if not is_read(result)}
    absent = [f for f in findings if f.school in unread]
    findings = [f for f in findings if f.school not in unread]
    todo = [f for f in findings if _decides(f) and f.verdict is Verdict.BROKEN]
    data = [f for f in findings if f.rule in READING and f.verdict is None]
    undecided = [f for f in findings if _decides(f) and f.verdict is Verdict.UNDECIDED]
    undecided += [f for f in findings if is_unreported(f)]
    reminders = [f for f in findings
                 if not (_decides(f) or is_unreported(f) or f.rule in READING)]  # fmt: skip
    return Parts(
        tuple(todo),
        tuple(sorted(_open_items(report, undecided), key=lambda item: _rank_of(item, order))),
        _grouped(reminders, lambda f: (f.school, f.rule, f.verdict, f.hint)),
        _alike(data),
        tuple(absent),
    )


def worst_first(schools: Iterable[SchoolResult]) -> list[SchoolResult]:
    """Order schools by what there is to do.

    Broken ones come by excess, then unreadable, missing, undecided and kept ones.
    """
    return sorted(
        schools,
        key=lambda s: (
            _rank_of_school(s), -(s.largest_excess or 0), -s.class_days.undecided,
            *(natural(word or "") for word in (s.school.county, s.school.name, s.school.source)),
        ),
    )  # fmt: skip


def causes_of(item: Item) -> tuple[Text, ...]:
    """What keeps an item open, in a word or two each: what reading found, else the cause."""
    first = item.findings[0]
    reasons = tuple(dict.fromkeys(reason.short for reason in item.reasons))
    return reasons or (CAUSES.get(first.cause or "", first.short),)


def is_unreported(finding: Finding) -> bool:
    """Whether a finding is of days without a report that break no deciding rule."""
    return finding.cause in {"unreported", "missing"} and finding.severity is not Severity.ERROR


def is_blank(finding: Finding) -> bool:
    """Whether a finding is of a class-day whose rows give nothing but their keys."""
    nothing = not finding.measured and finding.greatest is None
    return finding.cause == "not-reported" and finding.date is not None and nothing


def _rank_of_school(school: SchoolResult) -> int:
    if school.submission is not None and not school.submission.is_read:
        return 2 if school.submission.state is Submitted.MISSING else 1
    return _RANK[school.standing]


def _rank_of(thing: Finding | Item, order: Mapping[School, int]) -> int:
    """The place of a finding's school; what is of none comes last."""
    return order.get(thing.school, len(order)) if thing.school else len(order)


def _decides(finding: Finding) -> bool:
    """Whether a finding bears on the verdict: an error, or reading that keeps it open."""
    if finding.rule in READING:
        return finding.verdict is Verdict.UNDECIDED
    return finding.severity is Severity.ERROR and finding.verdict is not None


def _open_items(report: Report, undecided: Sequence[Finding]) -> list[Item]:
    """Group what is open by cause; what a listed unit or column explains is not told twice."""
    unreported = [f for f in undecided if is_unreported(f)]
    judged = [f for f in undecided if f.rule not in READING and not is_unreported(f)]
    columns = _lacking_a_column(report, judged)
    in_columns = {id(f) for group in columns.values() for f in group}
    units = [f for f in judged if id(f) not in in_columns]
    reading = [f for f in undecided if f.rule in READING]
    reasons = _reasons(units, reading)
    told = {id(f) for group in reasons.values() for f in group}
    left = [f for f in reading if id(f) not in told and not _tells_of(f, columns)]
    listed = [_unit(f, reasons.get(id(f), ())) for f in units]
    in_groups = [*_unreported(unreported, listed)]
    told_of = {id(unit) for group in in_groups for unit in group.units}
    items = [*_with_days([unit for unit in listed if id(unit) not in told_of])]
    items += [
        Item("column", school, tuple(group), field, units=tuple(_unit(f) for f in group))
        for (school, field), group in columns.items()
    ]
    items += [Item("alike", group[0].school, group) for group in _alike(left)]
    return [*items, *in_groups]


def _unit(finding: Finding, reasons: Sequence[Finding] = ()) -> Item:
    return Item("unit", finding.school, (finding,), reasons=tuple(reasons))


def _unreported(findings: Sequence[Finding], units: Iterable[Item]) -> Iterator[Item]:
    """Days without a report, by school; with the units that are rows of them nobody filled in."""
    blank = {
        (f.school, f.grade, f.class_name, f.date): unit
        for unit in units
        for f in unit.findings
        if is_blank(f)
    }
    for group in _grouped(findings, lambda f: (f.school, f.verdict)):
        days = [(f.school, f.grade, f.class_name, day) for f in group for day in f.dates]
        own = tuple(blank[day] for day in days if day in blank)
        yield Item("unreported", group[0].school, group, units=own)


def _with_days(units: Sequence[Item]) -> Iterator[Item]:
    """The units; those that one thing would settle as one, where the first of them stands."""
    groups: dict[tuple[object, ...], list[Item]] = {}
    for unit in units:
        groups.setdefault(_settled_by(unit), []).append(unit)
    for group in groups.values():
        first, *others = group
        findings = tuple(unit.findings[0] for unit in group)
        reasons = tuple(reason for unit in group for reason in unit.reasons)
        several = Item("days", first.school, findings, reasons=reasons, units=tuple(group))
        yield several if others else first


def _settled_by(unit: Item) -> tuple[object, ...]:
    """What would settle a unit together with others of its school; else the unit alone.

    Of sheets that differ the school says which one counts; a form it fills in.
    """
    (finding,) = unit.findings
    if is_blank(finding):
        return finding.school, finding.cause
    if finding.cause in OF_VERSIONS and finding.date and unit.reasons:
        sheets = {at[:2] for reason in unit.reasons for at in reason.locations}
        return finding.school, frozenset(sheets)
    return (id(unit),)


def _lacking_a_column(
    report: Report, judged: Sequence[Finding]
) -> dict[tuple[School | None, str], list[Finding]]:
    """Undecided units that a missing column explains, by school and field."""
    lacking = _missing_columns(report)
    groups: dict[tuple[School | None, str], list[Finding]] = {}
    for finding in judged:
        field = FIELDS_OF_CAUSES.get(finding.cause or "", "")
        sheets = {(at.source, at.sheet) for at in finding.locations}
        if field and sheets and all(field in lacking.get(sheet, ()) for sheet in sheets):
            groups.setdefault((finding.school, field), []).append(finding)
    return groups


def _reasons(units: Sequence[Finding], reading: Sequence[Finding]) -> dict[int, list[Finding]]:
    """Reading findings in the rows of an undecided unit and of its day: they say why it is."""
    rows: dict[tuple[str, str | None, str], list[Finding]] = {}
    for unit in units:
        for row in _rows(unit):
            rows.setdefault(row, []).append(unit)
    reasons: dict[int, list[Finding]] = {}
    for finding in reading:
        wanted = _rows(finding)
        for unit in rows.get(next(iter(wanted), ("", None, "")), ()):
            if _may_be_of(finding, unit) and wanted <= _rows(unit):
                reasons.setdefault(id(unit), []).append(finding)
    return reasons


def _may_be_of(finding: Finding, unit: Finding) -> bool:
    """Whether a finding may be about a unit: a row of a matrix is of several days or classes."""
    return all(
        own is None or own == of_unit
        for own, of_unit in (
            (finding.date, unit.date),
            (finding.grade, unit.grade),
            (finding.class_name, unit.class_name),
        )
    )


def _rows(finding: Finding) -> set[tuple[str, str | None, str]]:
    """Source, sheet and row of every cell."""
    return {(at.source, at.sheet, at.cell.lstrip(_LETTERS)) for at in finding.locations if at.cell}


def _tells_of(
    finding: Finding, columns: Mapping[tuple[School | None, str], Sequence[Finding]]
) -> bool:
    """Whether a finding is of a column that is told of with the units that lack it."""
    if finding.rule != "missing-field":
        return False
    places = {(at.source, at.sheet) for at in finding.locations}
    return any(
        finding.field == field
        and places <= {(at.source, at.sheet) for f in group for at in f.locations}
        for (_, field), group in columns.items()
    )


def _missing_columns(report: Report) -> dict[tuple[str, str | None], frozenset[str]]:
    """Fields that no table of a sheet has, by source and sheet as in the cells' locations."""
    return {
        (log.path, sheet.tables[0].sheet): frozenset.intersection(
            *(t.missing for t in sheet.tables)
        )
        for log in report.logs
        for sheet in log.sheets
        if sheet.tables
    }


def _alike(findings: Sequence[Finding]) -> tuple[Group, ...]:
    def value(finding: Finding) -> str | None:
        return None if finding.cause in _OF_ANY_VALUE else finding.value

    return _grouped(findings, lambda f: (f.school, f.rule, value(f), f.hint))


def _grouped(
    findings: Sequence[Finding], key: Callable[[Finding], tuple[object, ...]]
) -> tuple[Group, ...]:
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        groups.setdefault(key(finding), []).append(finding)
    return tuple(tuple(group) for group in groups.values())


def first_row_of(left: LeftOut, table: Table) -> int:
    """The row in which something that a table leaves out begins."""
    return table.header_rows[0] if table.transposed else left.row
