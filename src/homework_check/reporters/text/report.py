"""The report for a terminal: verdict first, then what to do, then the counts.

Made for 80 columns and a Chinese console: words instead of symbols, and nothing cut.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.messages import lines as say
from homework_check.messages.wrapping import wrap
from homework_check.reporters import headline
from homework_check.reporters.lines import Line, Span, paragraph, plain
from homework_check.reporters.lines import render as render_lines
from homework_check.reporters.page import Page
from homework_check.reporters.parts import Parts, divide
from homework_check.reporters.text.changes import change_lines, gone_sections
from homework_check.reporters.text.counties import county_lines
from homework_check.reporters.text.findings import bullet_lines, todo_lines
from homework_check.reporters.text.notes import note_lines
from homework_check.reporters.text.nothing import nothing_lines, quiet_line
from homework_check.reporters.text.open import open_lines
from homework_check.reporters.text.submissions import contact_lines
from homework_check.reporters.text.tables import aspect_lines, school_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from homework_check.report import Report
    from homework_check.reporters.view import View
    from homework_check.text import Lang


def render(report: Report, lang: Lang, view: View) -> str:
    """Write the report; `view.quiet` leaves one line of it."""
    page = Page(report, lang, view)
    if report.nothing_read:
        sections = [nothing_lines(page), change_lines(page), *gone_sections(page)]
        lines = [quiet_line(page)] if view.quiet else _spaced(sections)
    elif view.quiet:
        lines = [_quiet_line(page)]
    else:
        lines = _all_lines(page)
    return render_lines(lines, color=view.color)


def _all_lines(page: Page) -> list[Line]:
    parts = divide(page.report)
    sections = [
        _title_lines(page),
        _count_lines(page, parts),
        change_lines(page),
        county_lines(page),
        school_lines(page) if page.several else [],
        contact_lines(page, parts),
        todo_lines(page, parts.todo) if parts.todo else [],
        open_lines(page, parts.open, len(parts.todo)) if parts.open else [],
        *gone_sections(page),
        bullet_lines(page, say.REMINDERS, parts.reminders) if parts.reminders else [],
        bullet_lines(page, say.DATA, parts.data) if parts.data else [],
        aspect_lines(page),
        note_lines(page),
    ]
    return _spaced(sections)


def _spaced(sections: Iterable[Sequence[Line]]) -> list[Line]:
    lines: list[Line] = []
    for section in sections:
        if section:
            lines += [plain(), *section] if lines else section
    return lines


def _verdict(page: Page) -> Span:
    return Span(headline.verdict(page), page.report.standing.value)


def _title_lines(page: Page) -> list[Line]:
    """The first line: verdict, who, when, how much."""
    verdict = _verdict(page)
    words = "  ".join(headline.subject(page))
    head, *more = wrap(words, page.width, "  ", f"{verdict.text}  ")
    return [(verdict, Span(head.removeprefix(verdict.text))), *map(plain, more)]


def _count_lines(page: Page, parts: Parts) -> list[Line]:
    """The numbers behind the verdict, and how much there is to do."""
    texts = headline.counts(page, parts)
    return [line for text in texts for line in paragraph(text, page.width, "  ")]


def _quiet_line(page: Page) -> Line:
    return (_verdict(page), Span(f"  {headline.in_one_line(page)}"))
