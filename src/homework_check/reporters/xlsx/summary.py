"""The sheet of figures that an office passes on: of several schools only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homework_check.messages import phrases
from homework_check.messages import report_cover as say
from homework_check.messages.report import ASPECTS, UNITS, counted, permille
from homework_check.messages.report_sheets import COLUMNS, NONE, SHEETS
from homework_check.model import Severity, Verdict
from homework_check.reporters.parts import worst_first
from homework_check.reporters.text_tables import by_aspect
from homework_check.reporters.xlsx.aspects import WIDTH, aspect_rows
from homework_check.reporters.xlsx.sheet import Cell, Column, Look, Sheet
from homework_check.text import Text, same

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homework_check.report import Tally
    from homework_check.reporters.page import Page
    from homework_check.reporters.parts import Parts
    from homework_check.reporters.xlsx.sheet import Row

_WITHOUT_A_LOG: Final = frozenset({"unreadable-source", "no-log-found"})
_MOST_NAMES: Final = 60


def summary_sheet(page: Page, _parts: Parts) -> Sheet:
    """Counts of schools, counts by aspect, and a paragraph to send round."""
    rows: list[Row] = []
    if page.several:
        title = page.say(say.LABELS["figures"])
        rows = [[Cell(title, Look.TITLE, span=WIDTH)], _head(page), *_figures(page)]
        rows += [[Cell(page.say(say.LABELS["aspects"]), Look.TITLE, span=WIDTH)]]
        rows += aspect_rows(page)
        rows += [[Cell(page.say(say.LABELS["bulletin"]), Look.TITLE, span=WIDTH)]]
        rows += [[Cell(_bulletin(page), span=WIDTH)]]
    columns = (Column("", width=14), *[Column("", width=12)] * (WIDTH - 1))
    return Sheet(page.say(SHEETS["summary"]), columns, rows, is_table=False)


def _head(page: Page) -> Row:
    item, schools, share, about = (
        page.say(COLUMNS[name]) for name in ("item", "schools", "of-all", "message")
    )
    return [
        Cell(item, Look.HEAD, span=3), Cell(schools, Look.HEAD), Cell(share, Look.HEAD, span=2),
        Cell(about, Look.HEAD, span=WIDTH - 6),
    ]  # fmt: skip


def _figures(page: Page) -> Iterator[Row]:
    schools = page.report.schools
    total = len(schools)
    standings = [school.standing for school in schools]
    yield _figure(page, page.say(say.ITEMS["all"]), total, total)
    yield _figure(page, page.say(say.ITEMS["kept"]), standings.count(Verdict.KEPT), total)
    for aspect in _deciding(page):
        own = [school.aspects[aspect] for school in schools if aspect in school.aspects]
        name = page.say(say.ITEMS["aspect"], aspect=ASPECTS.get(aspect, same(aspect)))
        about = "" if len(own) == total else page.say(say.LOGGED_IN, n=len(own))
        yield _figure(page, name, own.count(Verdict.KEPT), total, about)
    for verdict in (Verdict.BROKEN, Verdict.UNDECIDED):
        yield _figure(page, page.say(say.ITEMS[verdict]), standings.count(verdict), total)
    if unread := _unread(page):
        yield _figure(page, page.say(say.ITEMS["unread"]), unread, 0, page.say(say.NO_SCHOOL))


def _figure(page: Page, name: str, count: int, total: int, about: str = "") -> Row:
    share = permille(count, total) / 1000 if total else page.say(NONE)
    return [
        Cell(name, span=3), Cell(count, kind="number"),
        Cell(share, span=2, kind="share"), Cell(about or None, span=WIDTH - 6),
    ]  # fmt: skip


def _deciding(page: Page) -> list[str]:
    """Aspects that some school has and that decide verdicts or are reported upwards."""
    found = {aspect for school in page.report.schools for aspect in school.aspects}
    ranks = {r.aspect for r in page.report.pack.rules if r.severity is not Severity.INFO}
    return [aspect for aspect in ASPECTS if aspect in found & ranks]


def _bulletin(page: Page) -> str:
    """The figures as a paragraph, for a circular to all schools."""
    report = page.report
    period = report.scope.period or (report.coverage.first, report.coverage.last)
    first, last = period
    kept = [s.school for s in worst_first(report.schools) if s.standing is Verdict.KEPT]
    names = phrases.joined([phrases.school_name(school) for school in kept[:_MOST_NAMES]])
    broken = sum(school.standing is Verdict.BROKEN for school in report.schools)
    unread = _unread(page)
    return page.say(
        say.BULLETIN,
        when=phrases.span(first, last) if first and last else same(""),
        n=len(report.schools),
        unread=say.UNREAD.format(n=unread) if unread else same(""),
        aspects=_of_aspects(page),
        kept=len(kept),
        names=say.NAMES.format(names=names) if kept else same(""),
        todo=say.TODO.format(n=broken) if broken else same(""),
    )


def _of_aspects(page: Page) -> str:
    told = [
        page.say(
            say.OF_ASPECT,
            aspect=ASPECTS.get(tally.aspect, same(tally.aspect)),
            judged=_amount(tally),
            kept=tally.kept,
            broken=tally.broken,
            undecided=tally.undecided,
        )
        for tally in by_aspect(page.report.tallies)
        if tally.judged and tally.aspect != "content"
    ]
    return ("；" if page.lang == "zh" else "; ").join(told)


def _amount(tally: Tally) -> Text:
    if tally.unit in {"class-day", "entry"}:
        return counted(tally.judged, tally.unit)
    unit = UNITS.get(tally.unit, same(tally.unit))
    return Text(f"{tally.judged}{unit.zh}", f"{tally.judged} {unit.en}")


def _unread(page: Page) -> int:
    """How many files hold no log."""
    return sum(finding.rule in _WITHOUT_A_LOG for finding in page.report.findings)
