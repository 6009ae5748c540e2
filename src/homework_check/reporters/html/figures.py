"""The figures of a page: cards of aspects, the table of schools with its chart, the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from homework_check.messages import lines as say
from homework_check.messages.report import COLUMNS, VERDICTS, aspect_name, rate, unit_name
from homework_check.messages.report_sheets import CHECKED, IGNORED
from homework_check.messages.rulebook import SEVERITIES
from homework_check.messages.web import WORDS
from homework_check.model import Verdict
from homework_check.reporters.html.items import school_keys
from homework_check.reporters.parts import worst_first
from homework_check.reporters.text.counties import county_row, county_titles
from homework_check.reporters.text.tables import (
    absent_aspects,
    by_aspect,
    judged_aspects,
    school_row,
    school_titles,
    total_row,
    why_not_applied,
)
from homework_check.rollup import several_counties
from homework_check.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from homework_check.model import School
    from homework_check.reporters.page import Page

BAR = 100
"""The length of the bar of a school, in SVG units."""


class Card(NamedTuple):
    """What came of an aspect: met of judged, their unit and rate, and what is left by verdict.

    An aspect that was not judged has only a `reason`.
    """

    name: str
    fraction: str = ""
    unit: str = ""
    rate: str = ""
    rest: tuple[tuple[str, str], ...] = ()
    reason: str = ""


class Piece(NamedTuple):
    """A part of a bar, from `x` on: the class-days of one verdict."""

    verdict: str
    x: float
    width: float


class SchoolRow(NamedTuple):
    """A line of the table of schools; `anchor` names the place that tells of it, or is blank."""

    county: str
    school: str
    verdict: str
    anchor: str
    texts: Sequence[str]
    bar: tuple[Piece, ...]
    told: str


def cards(page: Page) -> list[Card]:
    """A card for every aspect, judged or not."""
    tallies = by_aspect(page.report.tallies)
    judged = [
        Card(
            page.say(aspect_name(tally.aspect)),
            f"{tally.kept}/{tally.judged}",
            page.say(unit_name(tally.unit)),
            rate(tally.kept, tally.judged),
            _rest(page, tally),
        )
        for tally in tallies
    ]
    absent = absent_aspects(page, {tally.aspect for tally in tallies})
    return judged + [
        Card(page.say(aspect_name(aspect)), reason=page.say(text)) for aspect, text in absent
    ]


def _rest(page: Page, tally: Tally) -> tuple[tuple[str, str], ...]:
    counts = (("broken", tally.broken), ("undecided", tally.undecided))
    rest = [(name, f"{page.say(COLUMNS[name])} {n}") for name, n in counts if n]
    if tally.not_judged:
        rest.append(("", page.say(say.LEFT_UNJUDGED, n=tally.not_judged)))
    return tuple(rest)


def county_heads(page: Page) -> list[str]:
    """The columns of `county_rows`."""
    return county_titles(page, judged_aspects(page))


def county_rows(page: Page) -> list[list[str]]:
    """The counties by name; none where not several are stated."""
    aspects = judged_aspects(page)
    return [county_row(page, county, aspects) for county in several_counties(page.report)]


def school_heads(page: Page) -> list[str]:
    """The columns of `school_rows`; the chart stands behind them."""
    return school_titles(page, judged_aspects(page))


def school_rows(page: Page, anchors: Mapping[School, str]) -> list[SchoolRow]:
    """All schools, the worst first."""
    aspects = judged_aspects(page)
    return [
        SchoolRow(
            *school_keys(page, result.school),
            result.standing.value,
            anchors.get(result.school, ""),
            [span.text for span in school_row(page, number, result, aspects)],
            _bar(result.class_days),
            _told(page, result.class_days),
        )
        for number, result in enumerate(worst_first(page.report.schools), 1)
    ]


def school_total(page: Page) -> list[str]:
    """The last line of the table of schools."""
    return [span.text for span in total_row(page, judged_aspects(page))]


def _by_verdict(tally: Tally) -> list[tuple[Verdict, int]]:
    return [
        (Verdict.BROKEN, tally.broken),
        (Verdict.UNDECIDED, tally.undecided),
        (Verdict.KEPT, tally.kept),
    ]


def _bar(tally: Tally) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    before = 0
    for verdict, n in _by_verdict(tally):
        if n:
            ends = [round(BAR * count / tally.judged, 1) for count in (before, before + n)]
            pieces.append(Piece(verdict.value, ends[0], round(ends[1] - ends[0], 1)))
        before += n
    return tuple(pieces)


def _told(page: Page, tally: Tally) -> str:
    counts = (f"{page.say(VERDICTS[verdict])} {n}" for verdict, n in _by_verdict(tally))
    return f"{page.say(WORDS['chart'])}: {', '.join(counts)}"


def rule_heads(page: Page) -> list[str]:
    """The columns of `rule_rows`."""
    names = (
        *("aspect", "rule", "severity", "reference"),
        *("kept", "broken", "undecided", "not-judged", "status"),
    )
    heads = COLUMNS | WORDS
    return [page.say(heads[name]) for name in names]


def rule_rows(page: Page) -> list[tuple[str, list[str]]]:
    """Every rule by its id, with its source, what came of it, and why it judged nothing."""
    tallies = {tally.rule: tally for tally in page.report.tallies}
    reasons = dict(page.report.basis.not_applied)
    rows = []
    for rule in page.report.pack.rules:
        tally = tallies.get(rule.id, Tally(rule.id, rule.aspect, rule.unit))
        counts = (tally.kept, tally.broken, tally.undecided, tally.not_judged)
        status = why_not_applied(rule, reasons[rule.id]) if rule.id in reasons else CHECKED
        about = (
            page.say(aspect_name(rule.aspect)),
            f"{page.say(rule.title)} ({rule.id})",
            page.say(SEVERITIES[rule.severity]),
            rule.reference[page.lang],
        )
        rows.append((rule.id, [*about, *map(str, counts), page.say(status)]))
    known = {rule.id for rule in page.report.pack.rules}
    ignored = [id_ for id_ in page.report.basis.ignored if id_ not in known]
    return rows + [(id_, ["", id_, *[""] * 6, page.say(IGNORED)]) for id_ in ignored]
