"""The report for a terminal: verdict first, then what to do, then the counts.

Made for 80 columns and a Chinese console: words instead of symbols, and nothing cut.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.messages import lines as say
from homework_check.messages import phrases
from homework_check.messages.report import NOT_ALL_MET, STANDARD, VERDICTS, counted, percent, rate
from homework_check.messages.wrapping import wrap
from homework_check.model import Verdict
from homework_check.reporters.lines import Line, Span, paragraph, plain
from homework_check.reporters.lines import render as render_lines
from homework_check.reporters.page import Page
from homework_check.reporters.parts import Parts, divide
from homework_check.reporters.text_findings import bullet_lines, todo_lines
from homework_check.reporters.text_notes import note_lines
from homework_check.reporters.text_nothing import nothing_lines, title_line
from homework_check.reporters.text_open import open_lines
from homework_check.reporters.text_tables import aspect_lines, school_lines

if TYPE_CHECKING:
    from homework_check.report import Report
    from homework_check.reporters.view import View
    from homework_check.text import Lang, Text


def render(report: Report, lang: Lang, view: View) -> str:
    """Write the report; `view.quiet` leaves one line of it."""
    page = Page(report, lang, view)
    if report.nothing_read:
        lines = [title_line(page)] if view.quiet else nothing_lines(page)
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
        school_lines(page) if page.several else [],
        todo_lines(page, parts.todo) if parts.todo else [],
        open_lines(page, parts.open, len(parts.todo)) if parts.open else [],
        bullet_lines(page, say.REMINDERS, parts.reminders) if parts.reminders else [],
        bullet_lines(page, say.DATA, parts.data) if parts.data else [],
        aspect_lines(page),
        note_lines(page),
    ]
    lines: list[Line] = []
    for section in sections:
        if section:
            lines += [plain(), *section] if lines else section
    return lines


def _verdict(page: Page) -> Span:
    verdict = page.report.standing
    text = VERDICTS[verdict]
    if page.several and verdict is Verdict.BROKEN:
        text = NOT_ALL_MET
    word = page.say(text)
    word = word if page.lang == "zh" else word.upper()
    if page.report.scope.meets is not None:
        word += page.say(STANDARD, share=percent(page.report.scope.meets))
    return Span(word, verdict.value)


def _who(page: Page) -> str:
    schools = page.report.schools
    if len(schools) == 1:
        return page.school(schools[0].school)
    if schools:
        return page.say(counted(len(schools), "school"))
    files = list(dict.fromkeys(path for path, _ in page.sheets_read))
    return phrases.inert(files[0]) if len(files) == 1 else page.say(counted(len(files), "file"))


def _title_lines(page: Page) -> list[Line]:
    """The first line: verdict, who, when, how much."""
    coverage, period = page.report.coverage, page.report.scope.period
    first, last = period or (coverage.first, coverage.last)
    texts = [_who(page)]
    if first and last:
        texts.append(page.say(phrases.span(first, last)))
    if not page.several and coverage.classes:
        texts.append(page.say(counted(coverage.classes, "class")))
    verdict = _verdict(page)
    head, *more = wrap("  ".join(texts), page.width, "  ", f"{verdict.text}  ")
    return [(verdict, Span(head.removeprefix(verdict.text))), *map(plain, more)]


def _count_lines(page: Page, parts: Parts) -> list[Line]:
    """The numbers behind the verdict, and how much there is to do."""
    tally = page.report.class_days
    gap = " " if page.lang == "en" else ""
    explained = gap + page.say(say.EXPLAINED)
    class_days = counted(tally.judged, "class-day")
    if not tally.judged:
        counts = page.say(say.NOTHING_JUDGED)
    elif page.report.verdict is Verdict.KEPT:
        counts = page.say(say.ALL_MET, class_days=class_days) + explained
    else:
        counts = _counts(page, say.COUNTS) + explained
    if tally.not_judged:
        counts += gap + page.say(say.NOT_JUDGED, class_days=counted(tally.not_judged, "class-day"))
    lines = _school_counts(page) if page.several else []
    lines += paragraph(counts, page.width, "  ")
    todo, open_ = (counted(len(items), "item") for items in (parts.todo, parts.open))
    if parts.todo or parts.open:
        text = say.DO_BOTH if parts.todo and parts.open else _one_sided(parts)
        lines += paragraph(
            page.say(text, todo=todo, open=open_, n=len(parts.open)), page.width, "  "
        )
    return lines


def _one_sided(parts: Parts) -> Text:
    return say.DO_TODO if parts.todo else say.DO_OPEN


def _school_counts(page: Page) -> list[Line]:
    verdicts = [school.standing for school in page.report.schools]
    kept, total = verdicts.count(Verdict.KEPT), len(verdicts)
    met = page.say(say.SCHOOLS_MET, kept=kept, all=total, rate=rate(kept, total))
    counts = page.say(
        say.SCHOOL_COUNTS,
        kept=kept,
        broken=verdicts.count(Verdict.BROKEN),
        undecided=verdicts.count(Verdict.UNDECIDED),
    )
    unread = sum(f.rule in {"unreadable-source", "no-log-found"} for f in page.report.findings)
    lines = [*paragraph(met, page.width, "  "), *paragraph(counts, page.width, "  ")]
    if unread:
        text = page.say(say.FILES_UNREAD, files=counted(unread, "file"))
        lines += paragraph(text, page.width, "  ")
    return lines


def _counts(page: Page, template: Text) -> str:
    tally = page.report.class_days
    return page.say(
        template,
        class_days=counted(tally.judged, "class-day"),
        kept=tally.kept,
        broken=tally.broken,
        undecided=tally.undecided,
    )


def _quiet_line(page: Page) -> Line:
    return (_verdict(page), Span(f"  {_who(page)}  {_counts(page, say.QUIET)}"))
