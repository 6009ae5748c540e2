"""The first sheet: the verdict, what it rests on, and what the other sheets are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homework_check.messages import lines as say
from homework_check.messages import notes, phrases
from homework_check.messages.findings import NO_LOG
from homework_check.messages.report import counted, rate
from homework_check.messages.report_cover import (
    FILES,
    LABELS,
    LEFT_OUT,
    LIMITS,
    MADE,
    PACK,
    ROWS,
    SCHOOLS_MET,
    SCHOOLS_MET_OF_DUE,
    TITLE,
)
from homework_check.messages.report_sheets import ABOUT, EMPTY, SHEETS
from homework_check.messages.words import SENTENCES
from homework_check.model import Verdict
from homework_check.reporters import headline
from homework_check.reporters.changes import summary
from homework_check.reporters.text.notes import notes_of
from homework_check.reporters.text.nothing import why
from homework_check.reporters.xlsx.aspects import WIDTH, aspect_rows
from homework_check.reporters.xlsx.sheet import Cell, Column, Look, Sheet, link_to
from homework_check.rollup import class_days_of, count_schools
from homework_check.text import same

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from homework_check.reporters.page import Page
    from homework_check.reporters.xlsx.sheet import Row

_LOOKS: Final = {
    Verdict.KEPT: Look.PLAIN,
    Verdict.BROKEN: Look.BROKEN,
    Verdict.UNDECIDED: Look.UNDECIDED,
}
_FIRST, _OTHER = 14, 12
"""Characters of the columns: together they fill an upright page."""


def cover_sheet(page: Page, sheets: Mapping[str, Sheet]) -> Sheet:
    """Say the result on a page of its own. `sheets`: the others by id; those without rows go."""
    rows: list[Row] = [[Cell(page.say(TITLE), Look.TITLE, span=WIDTH)], *_result(page)]
    rows += _section(page, "changes", summary(page))
    if not page.report.nothing_read:
        rows += _section(page, "rules", _sources(page))
        rows += _section(page, "notes", _notes(page))
    rows += _section(page, "limits", (page.say(text) for text in LIMITS))
    rows += _section(page, "unread", _unread(page))
    rows += _section(page, "made", [_made(page)])
    rows += _contents(page, sheets)
    columns = (Column("", width=_FIRST), *[Column("", width=_OTHER)] * (WIDTH - 1))
    return Sheet(page.say(SHEETS["verdict"]), columns, rows, is_table=False)


def labelled(page: Page, label: str, text: str, look: Look = Look.PLAIN) -> Row:
    """A label, and a text over the rest of the page."""
    return [Cell(page.say(LABELS[label]), Look.LABEL), Cell(text, look, span=WIDTH - 1)]


def _result(page: Page) -> Iterator[Row]:
    """The verdict and the numbers behind it."""
    report = page.report
    if report.nothing_read:
        yield labelled(page, "verdict", headline.verdict(page), Look.UNDECIDED)
        yield labelled(page, "scope", why(page))
        return
    yield labelled(page, "verdict", headline.verdict(page), _LOOKS[report.standing])
    files = page.say(FILES, files=counted(len({path for path, _ in page.sheets_read}), "file"))
    yield labelled(page, "scope", "  ".join(headline.subject(page)) + files)
    if page.several:
        counts = count_schools(report.schools)
        share = rate(counts.kept, counts.due or 1)
        met = SCHOOLS_MET_OF_DUE if report.roster else SCHOOLS_MET
        text = page.say(met, kept=counts.kept, all=counts.due, rate=share)
        yield labelled(page, "schools", text)
    days = report.class_days
    gap = SENTENCES[page.lang]
    text = page.say(
        say.COUNTS, class_days=counted(days.judged, "class-day"), kept=days.kept,
        broken=days.broken, undecided=days.undecided,
    )  # fmt: skip
    yield labelled(page, "class-days", text + gap + page.say(say.EXPLAINED))
    if due := class_days_of(report.schools):
        yield labelled(page, "reported", headline.reported(page, *due))
    yield from aspect_rows(page, report.schools)


def _section(page: Page, label: str, texts: Iterable[str]) -> Iterator[Row]:
    """Texts below each other, the first of them behind the label."""
    for number, text in enumerate(texts):
        name = page.say(LABELS[label]) if not number else None
        yield [Cell(name, Look.LABEL), Cell(text, span=WIDTH - 1)]


def _sources(page: Page) -> Iterator[str]:
    pack = page.report.pack
    own = page.report.basis.school_system
    system = notes.SCHOOL_SYSTEMS.get(own) or same(own)
    yield page.say(PACK, title=pack.title, id=pack.id, system=system)
    yield from dict.fromkeys(text[page.lang] for rule in pack.rules for text in rule.references)


def _notes(page: Page) -> list[str]:
    """What the result rests on, without what the limits and other labels say already."""
    told = tuple(text[page.lang].partition("{")[0] for text in (notes.ESTIMATES, notes.RULES))
    return [note for note in notes_of(page) if not note.startswith(told)]


def _unread(page: Page) -> Iterator[str]:
    for finding in page.report.findings:
        if finding.rule in NO_LOG:
            yield finding.message[page.lang]


def _made(page: Page) -> str:
    report = page.report
    return page.say(
        MADE, version=report.version, pack=report.pack.id, when=phrases.inert(report.generated_at)
    )


def _contents(page: Page, sheets: Mapping[str, Sheet]) -> Iterator[Row]:
    shown = {name: sheet for name, sheet in sheets.items() if sheet.rows}
    for number, (name, sheet) in enumerate(shown.items()):
        label = page.say(LABELS["sheets"]) if not number else None
        about = page.say(ABOUT[name])
        if sheet.is_table:
            about = page.say(ROWS, about=about, n=len(sheet.rows))
        yield [
            Cell(label, Look.LABEL),
            Cell(sheet.title, Look.LINK, link_to(sheet.title), span=2),
            Cell(about, span=WIDTH - 3),
        ]
    empty = [
        page.say(LEFT_OUT, sheet=SHEETS[name], why=EMPTY[name])
        for name, sheet in sheets.items()
        if not sheet.rows
    ]
    gap = "；" if page.lang == "zh" else "; "
    if empty:
        yield labelled(page, "left-out", gap.join(empty))
