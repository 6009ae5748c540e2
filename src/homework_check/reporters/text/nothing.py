"""The terminal report where no homework log was found: what was seen, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.messages import lines as say
from homework_check.messages import phrases
from homework_check.messages.inert import argument
from homework_check.messages.report import COLUMNS, HEADINGS, NOT_JUDGED, counted
from homework_check.reporters import headline
from homework_check.reporters.lines import Column, Line, Span, paragraph, plain, table
from homework_check.reporters.text.findings import more_lines
from homework_check.text import same

if TYPE_CHECKING:
    from homework_check.log import Log, SheetLog
    from homework_check.reporters.page import Page

_MOST_SEEN = 6


def nothing_lines(page: Page) -> list[Line]:
    """Tell that nothing was judged, sheet by sheet, and how to go on."""
    logs = page.report.logs[: page.view.max_findings]
    lines = [title_line(page), plain(), *paragraph(why(page), page.width, "  ")]
    seen = [line for log in logs if log.sheets for line in _sheets(page, log)]
    if seen:
        lines += [plain(), plain(page.say(HEADINGS["seen"]), "heading"), *seen]
        lines += more_lines(page, len(logs), len(page.report.logs))
    return [*lines, plain(), *_what_next(page)]


def title_line(page: Page) -> Line:
    """The verdict and what was looked at."""
    logs = page.report.logs
    name = phrases.inert(logs[0].path) if len(logs) == 1 else page.say(counted(len(logs), "file"))
    verdict = page.say(NOT_JUDGED)
    return (Span(verdict if page.lang == "zh" else verdict.upper(), "undecided"), Span(f"  {name}"))


def quiet_line(page: Page) -> Line:
    """The same in one line, with the reason in a few words."""
    reason = headline.reasons(page.report) if page.report.logs else say.NO_FILE_SHORT
    return (*title_line(page), Span(f"  {page.say(reason)}"))


def why(page: Page) -> str:
    """Say why nothing was judged."""
    logs = page.report.logs
    if not logs:
        return page.say(say.NO_FILE)
    return page.say(say.NO_LOG if any(log.sheets for log in logs) else say.UNREADABLE)


def _sheets(page: Page, log: Log) -> list[Line]:
    columns = [
        Column(page.say(COLUMNS["sheet"]), flexible=True),
        Column(page.say(COLUMNS["range"])),
        Column(page.say(COLUMNS["status"]), wraps=True),
    ]
    rows = [
        [Span(phrases.inert(s.name)), Span(s.range or ""), Span(_status(page, s))]
        for s in log.sheets
    ]
    laid = table(columns, rows, page.width)
    head = [plain(f"  {phrases.inert(log.path)}")] if len(page.report.logs) > 1 else []
    return [*head, *(line for row in laid for line in row)]


def _status(page: Page, sheet: SheetLog) -> str:
    shown = [same(phrases.quote(text)) for text in sheet.seen[:_MOST_SEEN]]
    reason = sheet.reason if sheet.reason in say.SHEETS else sheet.status
    if reason == "no-log" and not shown:
        reason = "no-text"
    return page.say(say.SHEETS[reason], seen=phrases.joined(shown))


def _what_next(page: Page) -> list[Line]:
    """Hints of the sources that were not read; for the others, the two usual ways on."""
    report = page.report
    unreadable = [f for f in report.findings if f.rule == "unreadable-source"]
    lines = [plain(page.say(HEADINGS["next"]), "heading")]
    gap = " " if page.lang == "en" else ""
    for finding in (shown := unreadable[: page.view.max_findings]):
        text = finding.message[page.lang] + gap + finding.hint[page.lang]
        lines += paragraph(text, page.width, "    ", "  - ")
    lines += more_lines(page, len(shown), len(unreadable))
    if len(lines) == 1 or any(log.sheets for log in report.logs):
        lines += paragraph(page.say(say.WRONG_FILE), page.width, "    ", "  - ")
    for log in [log for log in report.logs if log.sheets][:1]:
        lines += paragraph(page.say(say.LOOK), page.width, "    ", "  - ")
        # NOTE: A command is never broken: it is there to be copied.
        lines.append(plain(f"      homework-check inspect {argument(log.path)}"))
    return lines
