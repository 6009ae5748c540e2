"""The tables of a Markdown report: by aspect and by school."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.messages import lines as say
from homework_check.messages.report import COLUMNS, aspect_name
from homework_check.reporters.escaping import markdown
from homework_check.reporters.text.counties import county_row, county_titles
from homework_check.reporters.text.tables import (
    absent_aspects,
    aspect_row,
    by_aspect,
    judged_aspects,
    listed_schools,
    school_row,
    school_titles,
    total_row,
)
from homework_check.rollup import several_counties

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.reporters.lines import Span
    from homework_check.reporters.page import Page

_COUNTS = ("kept", "broken", "undecided", "total", "rate")


def aspect_table(page: Page) -> str:
    """Every aspect with its counts, its rate and fraction; blank if there is none."""
    tallies = by_aspect(page.report.tallies)
    absent = absent_aspects(page, {tally.aspect for tally in tallies})
    if not tallies and not absent:
        return ""
    head = _head(
        [page.say(COLUMNS[name]) for name in ("aspect", "unit")],
        [page.say(COLUMNS[name]) for name in _COUNTS],
    )
    rows = [_row(_with_fraction(aspect_row(page, tally))) for tally in tallies]
    rows += [
        _row([f"{page.say(aspect_name(aspect))}：{page.say(why)}" if page.lang == "zh"
              else f"{page.say(aspect_name(aspect))}: {page.say(why)}", *[""] * 6])
        for aspect, why in absent
    ]  # fmt: skip
    return head + "".join(rows)


def county_table_head(page: Page) -> str:
    """The titles of the table of counties."""
    titles = county_titles(page, judged_aspects(page))
    return _head(titles[:1], titles[1:])


def county_rows(page: Page) -> list[str]:
    """A line a county; none where not several are stated."""
    aspects = judged_aspects(page)
    return [_row(county_row(page, county, aspects)) for county in several_counties(page.report)]


def school_table_head(page: Page) -> str:
    """The titles of the table of schools, and the line over all of them."""
    aspects = judged_aspects(page)
    titles = school_titles(page, aspects)
    head = _head(titles[:3], titles[3:])
    return head + _row([span.text for span in total_row(page, aspects)])


def school_rows(page: Page) -> list[str]:
    """A line a school, the worst first; of many, those that are met only as a count."""
    listed, unlisted = listed_schools(page)
    aspects = judged_aspects(page)
    rows = [
        _row([span.text for span in school_row(page, number, school, aspects)])
        for number, school in enumerate(listed, 1)
    ]
    if unlisted:
        rows.append(f"\n{markdown(page.say(say.MET_UNLISTED, n=unlisted))}\n")
    return rows


def _with_fraction(spans: Sequence[Span]) -> list[str]:
    *cells, rate, fraction = (span.text for span in spans)
    return [*cells, f"{rate} {fraction}".strip()]


def _head(left: Sequence[str], right: Sequence[str]) -> str:
    rule = "|".join([*[":--"] * len(left), *["--:"] * len(right)])
    return f"{_row([*left, *right])}|{rule}|\n"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(map(markdown, cells))} |\n"
