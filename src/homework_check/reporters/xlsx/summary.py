"""The sheet of figures that an office passes on: of several schools only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homework_check.messages import phrases
from homework_check.messages import report_cover as say
from homework_check.messages.inert import masked
from homework_check.messages.report import ASPECTS, aspect_name, counted, permille, unit_name
from homework_check.messages.report_sheets import COLUMNS, NONE, SHEETS
from homework_check.model import Severity, Verdict
from homework_check.report import told_apart
from homework_check.reporters.headline import other_schools, unread_files
from homework_check.reporters.parts import worst_first
from homework_check.reporters.xlsx.aspects import WIDTH, aspect_rows, aspects_of
from homework_check.reporters.xlsx.sheet import Cell, Column, Look, Sheet
from homework_check.rollup import SchoolCounts, class_days_of, count_schools, is_due, is_read
from homework_check.text import Text, same

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from homework_check.model import School
    from homework_check.report import SchoolResult
    from homework_check.reporters.page import Page
    from homework_check.reporters.parts import Parts
    from homework_check.reporters.xlsx.sheet import Row
    from homework_check.tally import Tally

_MOST_NAMES: Final = 60


def summary_sheet(page: Page, _parts: Parts) -> Sheet:
    """Counts of schools, counts by aspect, and a paragraph to send round."""
    rows: list[Row] = []
    if page.several:
        title = page.say(say.LABELS["figures"])
        rows = [[Cell(title, Look.TITLE, span=WIDTH)], _head(page), *_figures(page)]
        about = say.ASPECTS_OF_DUE if page.report.roster else say.LABELS["aspects"]
        rows += [[Cell(page.say(about), Look.TITLE, span=WIDTH)]]
        rows += aspect_rows(page, _due(page))
        rows += [[Cell(page.say(say.LABELS["bulletin"]), Look.TITLE, span=WIDTH)]]
        rows += [[Cell(_bulletin(page), span=WIDTH)]]
    columns = (Column("", width=14), *[Column("", width=12)] * (WIDTH - 1))
    return Sheet(page.say(SHEETS["summary"]), columns, rows, is_table=False)


def _head(page: Page) -> Row:
    of = "of-due" if page.report.roster else "of-all"
    item, schools, share, about = (
        page.say(COLUMNS[name]) for name in ("item", "schools", of, "message")
    )
    return [
        Cell(item, Look.HEAD, span=3), Cell(schools, Look.HEAD), Cell(share, Look.HEAD, span=2),
        Cell(about, Look.HEAD, span=WIDTH - 6),
    ]  # fmt: skip


def _due(page: Page) -> list[SchoolResult]:
    """The schools that all figures are of: an office passes on what its own schools sent."""
    return [school for school in page.report.schools if is_due(school)]


def _figures(page: Page) -> Iterator[Row]:
    schools = _due(page)
    counts = count_schools(schools)
    total = counts.due
    if page.report.roster is None:
        yield _figure(page, page.say(say.ITEMS["all"]), total, total)
    else:
        for name, n in (("due", total), ("received", counts.received), ("read", counts.read)):
            yield _figure(page, page.say(say.ITEMS[name]), n, total)
    yield _figure(page, page.say(say.ITEMS["kept"]), counts.kept, total)
    for aspect in _deciding(page):
        own = [school.aspects[aspect] for school in schools if aspect in school.aspects]
        name = page.say(say.ITEMS["aspect"], aspect=aspect_name(aspect))
        about = "" if len(own) == total else page.say(say.LOGGED_IN, n=len(own), all=total)
        yield _figure(page, name, own.count(Verdict.KEPT), total, about)
    yield _figure(page, page.say(say.ITEMS["broken"]), counts.broken, total)
    yield _figure(page, page.say(say.ITEMS["undecided"]), counts.undecided, total)
    yield from _not_received(page, counts)
    if unread := _unread(page):
        yield _figure(page, page.say(say.ITEMS["unread"]), unread, 0, page.say(say.NO_SCHOOL))


def _not_received(page: Page, counts: SchoolCounts) -> Iterator[Row]:
    """Schools of which nothing was read, and those that no roster names."""
    if page.report.roster is None:
        return
    yield _figure(page, page.say(say.ITEMS["unreadable"]), counts.unreadable, counts.due)
    if counts.not_filled:
        yield _figure(page, page.say(say.ITEMS["not-filled"]), counts.not_filled, counts.due)
    yield _figure(page, page.say(say.ITEMS["missing"]), counts.missing, counts.due)
    strangers = count_schools(page.report.schools).unexpected
    if strangers:
        yield _figure(page, page.say(say.ITEMS["unexpected"]), strangers, 0, page.say(say.NOT_DUE))


def _figure(page: Page, name: str, count: int, total: int, about: str = "") -> Row:
    share = permille(count, total) / 1000 if total else page.say(NONE)
    return [
        Cell(name, span=3), Cell(count, number_format="number"),
        Cell(share, span=2, number_format="share"), Cell(about or None, span=WIDTH - 6),
    ]  # fmt: skip


def _deciding(page: Page) -> list[str]:
    """Aspects that some school has and that decide verdicts or are reported upwards."""
    found = {aspect for school in page.report.schools for aspect in school.aspects}
    ranks = {r.aspect for r in page.report.pack.rules if r.severity is not Severity.INFO}
    return [aspect for aspect in ASPECTS if aspect in found & ranks]


def _bulletin(page: Page) -> str:
    """The figures as a paragraph, for a circular to all schools."""
    report = page.report
    period = report.basis.period or (report.coverage.first, report.coverage.last)
    first, last = period
    schools = worst_first(_due(page))
    counts = count_schools(schools)
    kept = [s.school for s in schools if is_read(s) and s.standing is Verdict.KEPT]
    names = _names(page, kept)
    absent = [school.school for school in schools if not is_read(school)]
    unread = _unread(page)
    days = class_days_of(schools)
    return page.say(
        say.BULLETIN,
        when=phrases.span(first, last) if first and last else same(""),
        due=say.DUE.format(
            due=counts.due,
            received=counts.received,
            others=other_schools(counts, of_due=True),
            days=say.DUE_DAYS.format(due=days[0], reported=days[1]) if days else same(""),
        )
        if report.roster
        else same(""),
        send=say.SEND.format(names=_names(page, absent)) if absent else same(""),
        n=counts.read,
        unread=say.UNREAD.format(n=unread) if unread else same(""),
        aspects=_of_aspects(page),
        kept=len(kept),
        names=say.NAMES.format(names=names) if kept else same(""),
        todo=say.TODO.format(n=counts.broken) if counts.broken else same(""),
    )


def _names(page: Page, schools: Sequence[School]) -> Text:
    """The first of some schools, told apart from all others of the report."""
    names = told_apart(result.school for result in page.report.schools)
    return phrases.joined(
        [
            same(masked(names[school])) if school in names else phrases.school_name(school)
            for school in schools[:_MOST_NAMES]
        ]
    )


def _of_aspects(page: Page) -> str:
    told = [
        page.say(
            say.OF_ASPECT,
            aspect=aspect_name(tally.aspect),
            judged=_amount(tally),
            kept=tally.kept,
            broken=tally.broken,
            undecided=tally.undecided,
        )
        for tally in aspects_of(_due(page))
        if tally.judged and tally.aspect not in {"content", "reporting"}
    ]
    return ("；" if page.lang == "zh" else "; ").join(told)


def _amount(tally: Tally) -> Text:
    if tally.unit in {"class-day", "entry"}:
        return counted(tally.judged, tally.unit)
    unit = unit_name(tally.unit)
    return Text(f"{tally.judged}{unit.zh}", f"{tally.judged} {unit.en}")


def _unread(page: Page) -> int:
    """How many files hold no log and are of no school that is counted as unreadable."""
    return len(unread_files(page.report))
