"""What reports for people say of class-days that one thing would settle."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from homework_check.messages import lines as say
from homework_check.messages import phrases
from homework_check.messages.report import counted
from homework_check.reporters.parts import OF_VERSIONS
from homework_check.text import same

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from homework_check.reporters.page import Page
    from homework_check.reporters.parts import Item


def days_title(page: Page, item: Item) -> str:
    """Say how many class-days of how many classes there are, and in which sheets or cells."""
    classes = {(finding.grade, finding.class_name) for finding in item.findings}
    return page.say(
        say.DAYS[_settled_by(item)],
        classes=counted(len(classes), "class"),
        class_days=counted(len(item.findings), "class-day"),
        where=_where(page, item),
    )


def days_why(page: Page, item: Item) -> str:
    """Say why they are open."""
    return page.say(say.DAYS_WHY[_settled_by(item)])


def days_rows(page: Page, item: Item) -> Iterator[tuple[str, str]]:
    """A class and its days."""
    days: dict[str, dict[date, None]] = defaultdict(dict)
    for finding in item.findings:
        if finding.date:
            days[page.class_of(finding)][finding.date] = None
    for name, dates in days.items():
        yield name, listed_days(page, [*dates])


def listed_days(page: Page, dates: Sequence[date]) -> str:
    """List days; all school days of the report in a word."""
    due = page.report.coverage.school_days
    if len(dates) == due > 1:
        return page.say(say.ALL_DAYS, n=due)
    return page.say(phrases.days(dates))


def _settled_by(item: Item) -> str:
    cause = item.findings[0].cause or ""
    return "versions" if cause in OF_VERSIONS else cause


def _where(page: Page, item: Item) -> str:
    """The cells; of sheets that differ their names, or those of their files."""
    places = [at for thing in item.reasons or item.findings for at in thing.locations]
    if _settled_by(item) != "versions":
        return page.cells(places, item.school)
    sheets = dict.fromkeys(at[:2] for at in places)
    files = dict.fromkeys(source for source, _ in sheets)
    names = files if len(files) > 1 else [sheet or source for source, sheet in sheets]
    return page.say(phrases.joined([same(phrases.inert(name)) for name in names]))
