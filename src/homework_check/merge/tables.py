"""The tables of a merged report; every fraction is class-days met of those judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.handed_in import NOT_READ, Submitted
from homework_check.messages import merging as say
from homework_check.messages import phrases
from homework_check.messages.report import (
    COLUMNS,
    HEADINGS,
    VERDICTS,
    aspect_name,
    rate,
    unit_name,
)
from homework_check.messages.roster import NOT_ON_ROSTER, STATES
from homework_check.model import School, Verdict
from homework_check.report import WORST_FIRST
from homework_check.reporters.lines import Column, Line, Span, paragraph, plain, table
from homework_check.reporters.text.tables import by_aspect

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from homework_check.merge.model import MergedSchoolV1, MergedV1
    from homework_check.rollup import SchoolCounts
    from homework_check.tally import Tally
    from homework_check.text import Lang, Text

_MOST_SCHOOLS = 50


def counties_table(merged: MergedV1, lang: Lang, width: int) -> list[Line]:
    """A row a county; none if there is only one."""
    if len(merged.counties) < 2:
        return []
    rows = [
        (phrases.inert(c.county) if c.county else say.NO_COUNTY[lang], c.schools, c.tallies)
        for c in merged.counties
    ]
    return _grouped(merged, lang, width, (say.COUNTIES, say.COUNTY), rows)


def weeks_table(merged: MergedV1, lang: Lang, width: int) -> list[Line]:
    """A row for every week that has reports; none if there is only one."""
    if len(merged.weeks) < 2:
        return []
    rows = [(days_of(w.first, w.last)[lang], w.schools, w.tallies) for w in merged.weeks]
    return _grouped(merged, lang, width, (say.WEEKS, say.WEEK), rows)


def schools_table(merged: MergedV1, lang: Lang, width: int, *, everything: bool) -> list[Line]:
    """The schools, the worst first; without `everything` only so many that a screen shows them."""
    listed = worst_first(merged.schools)
    if not everything and len(listed) > _MOST_SCHOOLS:
        listed = [s for s in listed if s.standing is not Verdict.KEPT][:_MOST_SCHOOLS]
    unlisted = len(merged.schools) - len(listed)
    aspects = _judged_aspects(merged)
    columns = [
        Column(COLUMNS["number"][lang]),
        Column(COLUMNS["school"][lang], flexible=True),
        Column(COLUMNS["verdict"][lang]),
        *_aspect_columns(aspects, lang),
        Column(say.PERIODS[lang], right=True),
    ]
    rows = [
        [
            Span(str(number)),
            Span(name_of(school, lang, with_county=len(merged.counties) > 1)),
            Span(called(school)[lang], school.standing.value),
            *_shares(school.tallies, aspects),
            Span(str(len(school.periods))),
        ]
        for number, school in enumerate(listed, 1)
    ]
    lines = _laid_out(HEADINGS["schools"][lang], columns, rows, width)
    if unlisted:
        lines += paragraph(say.UNLISTED.format(n=unlisted)[lang], width, "  ")
    return [*lines, *paragraph(say.LEGEND[lang], width, "  ", style="note")] if rows else lines


def aspects_table(merged: MergedV1, lang: Lang, width: int) -> list[Line]:
    """Every aspect with its unit, its counts and its rate."""
    names = ("kept", "broken", "undecided", "total", "rate")
    columns = [
        Column(COLUMNS["aspect"][lang]),
        Column(COLUMNS["unit"][lang]),
        *(Column(COLUMNS[name][lang], right=True) for name in names),
    ]
    rows = [
        [
            Span(aspect_name(tally.aspect)[lang]),
            Span(unit_name(tally.unit)[lang]),
            *(Span(str(n)) for n in (tally.kept, tally.broken, tally.undecided, tally.judged)),
            Span(rate(tally.kept, tally.judged)),
        ]
        for tally in by_aspect(merged.tallies)
    ]
    return _laid_out(HEADINGS["aspects"][lang], columns, rows, width) if rows else []


def worst_first(schools: Iterable[MergedSchoolV1]) -> list[MergedSchoolV1]:
    """Sort by standing, then by how much is not met."""
    return sorted(schools, key=lambda s: (WORST_FIRST.index(s.standing), -_missed(s)))


def days_of(first: date | None, last: date | None) -> Text:
    """Say from which to which day; None: no entry has a date."""
    return phrases.span(first, last) if first and last else say.WITHOUT_DATES


def _grouped(
    merged: MergedV1,
    lang: Lang,
    width: int,
    titles: tuple[Text, Text],
    rows: Sequence[tuple[str, SchoolCounts, tuple[Tally, ...]]],
) -> list[Line]:
    aspects = _judged_aspects(merged)
    has_unread = any(counts.not_read for _, counts, _ in rows)
    columns = [
        Column(titles[1][lang], flexible=True),
        Column(say.SCHOOLS[lang], right=True),
        *(Column(COLUMNS[name][lang], right=True) for name in ("kept", "broken", "undecided")),
        *([Column(say.NOT_READ_COUNT[lang], right=True)] if has_unread else ()),
        Column(COLUMNS["rate"][lang], right=True),
        *_aspect_columns(aspects, lang),
    ]
    laid = [
        [
            Span(name),
            *(Span(str(n)) for n in (counts.due, counts.kept, counts.broken, counts.undecided)),
            *([Span(str(counts.not_read))] if has_unread else ()),
            Span(rate(counts.kept, counts.due)),
            *_shares(tallies, aspects),
        ]
        for name, counts, tallies in rows
    ]
    return _laid_out(titles[0][lang], columns, laid, width)


def _laid_out(
    heading: str, columns: Sequence[Column], rows: Sequence[Sequence[Span]], width: int
) -> list[Line]:
    return [plain(heading, "heading"), *(x for row in table(columns, rows, width) for x in row)]


def _judged_aspects(merged: MergedV1) -> list[str]:
    return [t.aspect for t in by_aspect(merged.tallies) if t.unit == "class-day" and t.judged]


def _aspect_columns(aspects: Iterable[str], lang: Lang) -> list[Column]:
    return [Column(aspect_name(aspect)[lang], right=True) for aspect in aspects]


def _shares(tallies: Iterable[Tally], aspects: Iterable[str]) -> list[Span]:
    found = {t.aspect: t for t in by_aspect(tallies) if t.unit == "class-day" and t.judged}
    return [
        Span(f"{found[aspect].kept}/{found[aspect].judged}" if aspect in found else "-")
        for aspect in aspects
    ]


def called(school: MergedSchoolV1) -> Text:
    """What a school is called; one of which nothing was read, by why that is."""
    if school.submission and school.submission.state in NOT_READ:
        return STATES[school.submission.state]
    return VERDICTS[school.standing]


def _missed(school: MergedSchoolV1) -> int:
    return sum(t.broken + t.undecided for t in school.tallies if t.unit == "class-day")


def name_of(school: MergedSchoolV1, lang: Lang, *, with_county: bool) -> str:
    """Name a school; it goes by its source where the log names none."""
    name = phrases.school_name(School(school.county, school.school, school.source))[lang]
    if school.submission and school.submission.state is Submitted.UNEXPECTED:
        name += NOT_ON_ROSTER[lang]
    return f"{phrases.inert(school.county)} {name}" if with_county and school.county else name
