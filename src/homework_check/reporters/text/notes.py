"""The notes under a terminal report: what it rests on, covers and leaves out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from homework_check.messages import notes, phrases
from homework_check.messages.findings import NO_LOG
from homework_check.messages.report import HEADINGS, counted, percent
from homework_check.model import Location, Verdict
from homework_check.report import told_apart
from homework_check.reporters.lines import Line, paragraph, plain
from homework_check.reporters.text.roster_notes import about_submissions, period_option
from homework_check.text import Text, same

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from homework_check.basis import AssumptionInForce
    from homework_check.report import Report
    from homework_check.reporters.page import Page

_MOST_NAMES = 5
_MOST_DAYS = 10


def note_lines(page: Page) -> list[Line]:
    """All notes that apply."""
    lines = [plain(page.say(HEADINGS["notes"]), "heading")]
    for note in notes_of(page):
        lines += paragraph(note, page.width, "    ", "  - ", style="note")
    return lines


def notes_of(page: Page) -> list[str]:
    """The notes as sentences."""
    about = (*_about_the_result(page), *_about_the_rules(page.report), *_about_reading(page))
    return [note[page.lang] for note in about]


def _about_the_result(page: Page) -> Iterator[Text]:
    report = page.report
    sheets = page.sheets_read
    where = Text("", "")
    if len(sheets) == 1 and sheets[0][1]:
        where = notes.ONE_SHEET.format(sheet=phrases.inert(sheets[0][1]))
        where = Text(where.zh, f" {where.en}")
    yield notes.ESTIMATES + where
    if any(f.verdict is Verdict.BROKEN for f in report.findings):
        yield notes.RECORD
    coverage = report.coverage
    if coverage.first:
        covered = notes.COVERED if report.basis.period is None else notes.COVERED_OF_DUE
        yield covered.format(
            days=counted(coverage.school_days, "school-day"),
            reported=coverage.school_days_reported,
            classes=counted(coverage.classes, "class"),
            class_days=counted(coverage.class_days_reported, "class-day"),
            due=counted(coverage.class_days, "class-day"),
        )
    if report.basis.period is None and report.roster is None:
        gap = coverage.class_days - coverage.class_days_reported
        if gap > 0:
            yield notes.UNREPORTED.format(class_days=counted(gap, "class-day"))
        yield notes.GAPS.format(option=period_option(coverage))
    yield from _not_judged(page)
    yield from about_submissions(report)
    if report.basis.period:
        yield notes.PERIOD.format(span=phrases.span(*report.basis.period))


def _not_judged(page: Page) -> Iterator[Text]:
    """The dates on which class-days were not judged, with how many; many dates only with -v."""
    times = Counter(
        day
        for school in page.report.schools
        for one in school.classes
        for day in one.days_not_judged
    )
    if not times:
        return
    most = None if page.view.verbose else _MOST_DAYS
    days = sorted(times)
    listed = phrases.joined(
        [notes.NOT_JUDGED_ON.format(day=phrases.day(day), n=times[day]) for day in days[:most]]
    )
    if more := len(days[most:]) if most else 0:
        listed = notes.MORE_DAYS.format(listed=listed, n=len(days), more=more)
    yield notes.NOT_JUDGED.format(days=listed)


def _about_the_rules(report: Report) -> Iterator[Text]:
    scope, pack = report.basis, report.pack
    for assumption in scope.assumptions:
        yield _assumed(assumption)
    system = notes.SCHOOL_SYSTEMS.get(scope.school_system) or same(scope.school_system)
    yield notes.RULES.format(title=pack.title, id=pack.id, system=system)
    schools = told_apart(school.school for school in report.schools)
    for other in dict.fromkeys(system for _, system in scope.school_systems):
        yield notes.OTHER_SYSTEM.format(
            system=notes.SCHOOL_SYSTEMS[other],
            schools=_names(
                phrases.inert(schools[school])
                for school, own in scope.school_systems
                if own == other
            ),
        )
    if scope.meets is not None:
        yield notes.MEETS.format(share=percent(scope.meets))
    if pack.loosened:
        yield notes.LOOSENED.format(rules=_names(pack.loosened))
    if scope.ignored:
        yield notes.IGNORED.format(rules=_names(scope.ignored))
    if scope.senior_entries:
        yield notes.SENIOR.format(entries=counted(scope.senior_entries, "entry"))
    if scope.unknown_years:
        yield notes.UNKNOWN_YEAR.format(years=_names(map(str, scope.unknown_years)))
    if scope.makeup_days:
        yield notes.MAKEUP.format(days=phrases.joined([phrases.day(d) for d in scope.makeup_days]))


def _assumed(assumption: AssumptionInForce) -> Text:
    return notes.ASSUMED.format(
        field=phrases.field_name(assumption.field),
        value=phrases.assumed_value(assumption.field, assumption.value),
        origin=notes.FROM_PACK if assumption.built_in else same(""),
        class_days=counted(assumption.class_days, "class-day"),
    )


def _about_reading(page: Page) -> Iterator[Text]:
    report = page.report
    files = {path for path, _ in page.sheets_read}
    read = notes.READ.format(
        files=counted(len(files), "file"),
        sheets=counted(len(page.sheets_read), "sheet"),
        entries=counted(sum(school.entry_count for school in report.schools), "entry"),
    )
    yield read + _left_out(report)
    if hours := _hours(report):
        yield notes.HOURS.format(cells=hours)
    hidden = [
        phrases.inert(sheet.name)
        for log in report.logs for sheet in log.sheets if sheet.tables and sheet.hidden
    ]  # fmt: skip
    if hidden:
        yield notes.HIDDEN.format(sheets=_names(hidden))
    unread = [at.source for f in report.findings if f.rule in NO_LOG for at in f.locations]
    if unread:
        names = _names(map(phrases.inert, dict.fromkeys(unread)))
        yield notes.UNREAD.format(files=counted(len(set(unread)), "file"), names=names)
    if report.passed_over:
        yield notes.PASSED_OVER.format(n=len(report.passed_over))


def _hours(report: Report) -> Text | None:
    """Where it is stated that numbers are hours; None: nowhere."""
    found = [
        (table, stated.where.partition(" "))
        for log in report.logs for sheet in log.sheets for table in sheet.tables
        for stated in table.inherited if (stated.field, stated.value) == ("unit", "hours")
    ]  # fmt: skip
    if not found:
        return None
    places = [
        Location(table.source, table.sheet, cell if kind in {"title", "note"} else None)
        for table, (kind, _, cell) in found
    ]
    return phrases.cells(places)


def _left_out(report: Report) -> Text:
    """Count the rows that are no entries, by reason; blank rows are not worth a word."""
    counts = Counter(
        left.reason
        for log in report.logs
        for sheet in log.sheets
        for table in sheet.tables
        for left in table.left_out
        if left.reason != "blank"
    )
    if not counts:
        return notes.NOTHING_LEFT_OUT
    rows = []
    for reason, count in counts.items():
        name = notes.LEFT_OUT_REASONS.get(reason, notes.OTHER_REASON)
        rows.append(Text(f"{count}行{name.zh}", f"{counted(count, 'row').en} ({name.en})"))
    return notes.LEFT_OUT.format(rows=phrases.joined(rows))


def _names(names: Iterable[str]) -> Text:
    """List names, of many only the first."""
    listed = list(names)
    shown = phrases.joined([same(name) for name in listed[:_MOST_NAMES]])
    rest = len(listed) - _MOST_NAMES
    if rest <= 0:
        return shown
    return Text(f"{shown.zh}等{len(listed)}个", f"{shown.en} and {rest} more")
