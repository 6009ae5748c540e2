"""The Markdown report: for a comment on a pull request, or the summary of a GitHub job.

GitHub takes 65,536 characters in a comment; of what does not fit, a line says how much it is.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from homework_check.messages import lines as say
from homework_check.messages.comparing import GONE
from homework_check.messages.report import HEADINGS, counted
from homework_check.messages.roster import CONTACT
from homework_check.reporters import headline
from homework_check.reporters.changes import gone, summary
from homework_check.reporters.escaping import markdown
from homework_check.reporters.markdown.items import (
    bullets,
    contact_items,
    open_items,
    todo_items,
)
from homework_check.reporters.markdown.tables import (
    aspect_table,
    county_rows,
    county_table_head,
    school_rows,
    school_table_head,
)
from homework_check.reporters.page import Page
from homework_check.reporters.parts import divide
from homework_check.reporters.text.notes import notes_of
from homework_check.reporters.text.nothing import why

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from homework_check.report import Report
    from homework_check.reporters.changes import Gone
    from homework_check.reporters.parts import Group, Parts
    from homework_check.reporters.view import View
    from homework_check.text import Lang, Text

LONGEST = 65_000
"""Characters: what GitHub takes, less some for whoever puts words of their own around them."""

_FOR_SAYING_SO = 100
"""Characters of the line that says how much is left."""


class Section(NamedTuple):
    """A part that may be cut: what stands above its `items`, and how many there are in all."""

    head: str
    items: Iterable[str]
    total: int


def render(report: Report, lang: Lang, view: View) -> str:
    """Write the report; `view.quiet` leaves its first lines."""
    page = Page(report, lang, view)
    parts = divide(report)
    top = _top(page, parts)
    if view.quiet:
        return top
    end = _notes(page)
    sections = [section for section in _sections(page, parts) if section.total]
    return top + _fitted(page, sections, LONGEST - len(top) - len(end)) + end


def _top(page: Page, parts: Parts) -> str:
    """Verdict, counts, and what came of each aspect."""
    words = [headline.verdict(page), *headline.subject(page)]
    title = ("，" if page.lang == "zh" else ", ").join(words)
    nothing = page.report.nothing_read
    texts = [why(page)] if nothing else headline.counts(page, parts)
    texts += summary(page)
    aspects = "" if nothing else aspect_table(page)
    paragraphs = [f"## {markdown(title)}\n", *(f"{markdown(text)}\n" for text in texts)]
    if aspects:
        paragraphs.append(aspects)
    return "\n".join(paragraphs)


def _sections(page: Page, parts: Parts) -> list[Section]:
    todo, open_ = parts.todo, parts.open
    counties = county_rows(page)
    of_counties = f"{_heading(page.say(HEADINGS['counties']))}{county_table_head(page)}"
    schools = school_rows(page) if page.several else []
    head = f"{_heading(page.say(HEADINGS['schools']))}{school_table_head(page)}" if schools else ""
    contact = contact_items(page, parts)
    first = _heading(page.say(CONTACT, schools=counted(len(contact), "school")))
    return [
        Section(of_counties, counties, len(counties)),
        Section(head, schools, len(schools)),
        Section(first, contact, len(contact)),
        Section(_counted(page, say.TODO, len(todo)), todo_items(page, todo), len(todo)),
        Section(
            _counted(page, say.OPEN, len(open_)), open_items(page, open_, len(todo)), len(open_)
        ),
        *(_gone(page, GONE[name], found) for name, found in gone(page).items()),
        _told(page, say.REMINDERS, parts.reminders),
        _told(page, say.DATA, parts.data),
    ]


def _fitted(page: Page, sections: Sequence[Section], room: int) -> str:
    """Write as many items as there is room for; each section ends by saying how many are left."""
    text = ""
    room -= sum(len(section.head) + _FOR_SAYING_SO for section in sections)
    for section in sections:
        text += section.head
        shown = 0
        for item in islice(section.items, page.view.max_findings):
            if len(item) > room:
                break
            room -= len(item)
            text += item
            shown += 1
        if shown < section.total:
            text += f"\n{markdown(page.say(say.CUT, n=section.total - shown))}\n"
    return text


def _told(page: Page, heading: Text, groups: Sequence[Group]) -> Section:
    return Section(_counted(page, heading, len(groups)), bullets(page, groups), len(groups))


def _gone(page: Page, heading: Text, found: Gone) -> Section:
    items = (f"- {markdown(text)}\n" for text in found.texts)
    return Section(_counted(page, heading, found.number), items, len(found.texts))


def _counted(page: Page, heading: Text, n: int) -> str:
    return _heading(page.say(heading, items=counted(n, "item"), n=n))


def _heading(text: str) -> str:
    return f"\n### {markdown(text)}\n\n"


def _notes(page: Page) -> str:
    """What the report rests on, folded away."""
    if page.report.nothing_read:
        return ""
    notes = "".join(f"- {markdown(note)}\n" for note in notes_of(page))
    title = markdown(page.say(HEADINGS["notes"]))
    return f"\n<details><summary>{title}</summary>\n\n{notes}\n</details>\n"
