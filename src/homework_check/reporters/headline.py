"""What every report for people begins with: the verdict, and the numbers it rests on."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from homework_check.messages import lines as say
from homework_check.messages import phrases
from homework_check.messages.findings import NO_LOG
from homework_check.messages.report import (
    NOT_JUDGED,
    STANDARD,
    counted,
    percent,
    rate,
    verdict_of_all,
)
from homework_check.messages.roster import OTHERS
from homework_check.model import Verdict
from homework_check.rollup import class_days_of, count_schools, is_read
from homework_check.text import same

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homework_check.model import School
    from homework_check.report import Finding, Report
    from homework_check.reporters.page import Page
    from homework_check.reporters.parts import Parts
    from homework_check.rollup import SchoolCounts
    from homework_check.text import Lang, Text

_MOST_REASONS = 2


def verdict(page: Page) -> str:
    """Say what all schools together are called, or that nothing was judged."""
    if page.report.nothing_read:
        return in_title(NOT_JUDGED, None, page.lang)
    text = verdict_of_all(page.report.standing, several=page.several)
    return in_title(text, page.report.basis.meets, page.lang)


def in_title(verdict: Text, meets: float | None, lang: Lang) -> str:
    """A verdict as the first word of a report, with the share of class-days that it rests on."""
    word = verdict.zh if lang == "zh" else verdict.en.upper()
    return word if meets is None else word + STANDARD.format(share=percent(meets))[lang]


def subject(page: Page) -> list[str]:
    """Say of whom the report is, of which days and of how many classes."""
    coverage, period = page.report.coverage, page.report.basis.period
    first, last = period or (coverage.first, coverage.last)
    texts = [_who(page)]
    if first and last:
        texts.append(page.say(phrases.span(first, last)))
    if not page.several and coverage.classes:
        texts.append(page.say(counted(coverage.classes, "class")))
    return texts


def counts(page: Page, parts: Parts) -> list[str]:
    """Say the numbers behind the verdict and how much there is to do, a paragraph each."""
    not_judged = page.report.class_days.not_judged
    due = class_days_of(page.report.schools)
    said = _of_class_days(page)
    if due and not page.several:
        said.append(reported(page, *due))
    if not_judged:
        said.append(page.say(say.NOT_JUDGED, class_days=counted(not_judged, "class-day")))
    texts = [
        *(_school_counts(page) if page.several else ()),
        (" " * (page.lang == "en")).join(said),
    ]
    if due and page.several:
        texts.append(reported(page, *due))
    todo, open_ = (counted(len(items), "item") for items in (parts.todo, parts.open))
    if parts.todo or parts.open:
        do = say.DO_BOTH if parts.todo and parts.open else _one_sided(parts)
        texts.append(page.say(do, todo=todo, open=open_, n=len(parts.open)))
    return texts


def reported(page: Page, due: int, reported: int) -> str:
    """Say how many class-days are due, and how many of them have a report."""
    return page.say(say.REPORTED, class_days=counted(due, "class-day"), reported=reported)


def _of_class_days(page: Page) -> list[str]:
    """Say what the class-days are called, or that none could be judged."""
    judged = page.report.class_days.judged
    if not judged:
        return [page.say(say.NOTHING_JUDGED), *_other_period(page)]
    if page.report.verdict is Verdict.KEPT:
        all_met = say.ALL_MET if page.report.basis.period is None else say.ALL_MET_OF_DUE
        told = page.say(all_met, class_days=counted(judged, "class-day"))
    else:
        told = _counts(page, say.COUNTS)
    return [told, page.say(say.EXPLAINED)]


def _other_period(page: Page) -> Iterator[str]:
    """Say that what is logged is of other days than those due."""
    outside = [f for f in page.report.findings if f.cause == "outside-period"]
    days = [day for finding in outside for day in finding.dates]
    if days:
        entries = counted(sum(finding.count for finding in outside), "entry")
        span = phrases.span(min(days), max(days))
        yield page.say(say.OTHER_PERIOD, entries=entries, days=span)


def in_one_line(page: Page) -> str:
    """Say of whom the report is and what came of the class-days."""
    if page.report.class_days.judged:
        return f"{_who(page)}  {_counts(page, say.QUIET)}"
    return f"{_who(page)}  {page.say(say.QUIET_NOTHING, reasons=reasons(page.report))}"


def reasons(report: Report) -> Text:
    """Say in a few words why nothing was judged: the commonest causes."""
    causes = Counter(f.short for f in report.findings if _explains(f))
    told = [say.NOT_ON_SCHOOL_DAYS] if report.class_days.not_judged else []
    told += [short for short, _ in causes.most_common(_MOST_REASONS)]
    return phrases.joined(told or [say.NO_RULE_FITS])


def _explains(finding: Finding) -> bool:
    is_outside = finding.rule == "outside-period"
    return is_outside or finding.verdict is Verdict.UNDECIDED or finding.cause == "missing"


def _who(page: Page) -> str:
    schools = page.report.schools
    if len(schools) == 1:
        return page.school(schools[0].school)
    if schools:
        return page.say(counted(len(schools), "school"))
    files = list(dict.fromkeys(path for path, _ in page.sheets_read))
    files = files or [log.path for log in page.report.logs]
    return phrases.inert(files[0]) if len(files) == 1 else page.say(counted(len(files), "file"))


def _one_sided(parts: Parts) -> Text:
    return say.DO_TODO if parts.todo else say.DO_OPEN


def _school_counts(page: Page) -> list[str]:
    counts = count_schools(page.report.schools)
    met = schools_met(counts, of_roster=page.report.roster is not None)
    texts = [met, school_counts(counts)]
    if unread := len(unread_files(page.report)):
        texts.append(say.FILES_UNREAD.format(files=counted(unread, "file")))
    return [text[page.lang] for text in texts]


def schools_met(counts: SchoolCounts, *, of_roster: bool) -> Text:
    """Say how many of the schools that are due meet the limits; `of_roster`: it says which."""
    template = say.SCHOOLS_MET_OF_DUE if of_roster else say.SCHOOLS_MET
    share = rate(counts.kept, counts.due or 1)
    return template.format(kept=counts.kept, all=counts.due, rate=share)


def school_counts(counts: SchoolCounts) -> Text:
    """Say how many schools are called what."""
    return say.SCHOOL_COUNTS.format(
        kept=counts.kept,
        broken=counts.broken,
        undecided=counts.undecided,
        others=other_schools(counts),
    )


def other_schools(counts: SchoolCounts, *, of_due: bool = False) -> Text:
    """Say how many schools are neither met, not met nor undecided, as far as there are any.

    `of_due`: without those that are not due.
    """
    names = [name for name in OTHERS if not (of_due and name == "unexpected")]
    found = [(name, getattr(counts, name)) for name in names]
    told = [OTHERS[name].format(n=n) for name, n in found if n]
    return same("").join(told)


def unread_files(report: Report) -> list[Finding]:
    """Findings of files that hold no log and belong to no school that is told of as unread."""
    told = _unread_schools(report)
    return [f for f in report.findings if f.rule in NO_LOG and f.school not in told]


def files_told_with_schools(report: Report) -> set[str]:
    """Paths of files that hold no log, and of whose school nothing was read."""
    told = _unread_schools(report)
    findings = (f for f in report.findings if f.rule in NO_LOG and f.school in told)
    return {at.source for finding in findings for at in finding.locations}


def _unread_schools(report: Report) -> set[School | None]:
    return {result.school for result in report.schools if not is_read(result)}


def _counts(page: Page, template: Text) -> str:
    tally = page.report.class_days
    return page.say(
        template,
        class_days=counted(tally.judged, "class-day"),
        kept=tally.kept,
        broken=tally.broken,
        undecided=tally.undecided,
    )
