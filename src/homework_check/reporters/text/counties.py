"""The table of counties in a terminal report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.messages import phrases
from homework_check.messages.merging import NO_COUNTY
from homework_check.messages.report import COLUMNS, HEADINGS, aspect_name
from homework_check.reporters.lines import Column, Line, Span, plain, table
from homework_check.reporters.text.tables import judged_aspects, share
from homework_check.rollup import several_counties

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.reporters.page import Page
    from homework_check.rollup import CountyResult

_SUBMITTED = ("due", "received", "read")
"""What only a roster says."""


def county_lines(page: Page) -> list[Line]:
    """A line a county; nothing where not several are stated."""
    counties = several_counties(page.report)
    if not counties:
        return []
    aspects = judged_aspects(page)
    name, *numbers = county_titles(page, aspects)
    columns = [Column(name, flexible=True), *(Column(title, right=True) for title in numbers)]
    rows = [county_row(page, county, aspects) for county in counties]
    laid = table(columns, [[Span(text) for text in row] for row in rows], page.width)
    heading = plain(page.say(HEADINGS["counties"]), "heading")
    return [heading, *(line for row in laid for line in row)]


def county_titles(page: Page, aspects: Sequence[str]) -> list[str]:
    """The titles over `county_row`."""
    counts = _SUBMITTED if page.report.roster else ()
    titles = [page.say(COLUMNS[title]) for title in ("county", *counts, "schools-met")]
    return [*titles, *(page.say(aspect_name(aspect)) for aspect in aspects)]


def county_row(page: Page, county: CountyResult, aspects: Sequence[str]) -> list[str]:
    """A county's name, its schools due, received, read and met, and fractions by aspect."""
    name = phrases.inert(county.county) if county.county else page.say(NO_COUNTY)
    counts = county.schools
    submitted = (counts.due, counts.received, counts.read) if page.report.roster else ()
    numbers = map(str, submitted)
    met = f"{counts.kept}/{counts.due}" if counts.due else "-"
    return [name, *numbers, met, *(share(county.tallies, aspect) for aspect in aspects)]
