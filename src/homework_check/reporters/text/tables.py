"""The tables of counts in a terminal report: by aspect and by school."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.messages import lines as say
from homework_check.messages import phrases
from homework_check.messages import roster as submissions
from homework_check.messages.report import (
    ASPECTS,
    COLUMNS,
    HEADINGS,
    VERDICTS,
    amount,
    aspect_name,
    rate,
    unit_name,
)
from homework_check.messages.wrapping import cells, pad
from homework_check.model import Severity, Verdict
from homework_check.reporters.lines import Column, Line, Span, paragraph, plain, table
from homework_check.reporters.parts import worst_first
from homework_check.rollup import class_days_of, is_due, is_read
from homework_check.tally import add_up

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from homework_check.basis import RuleInfo
    from homework_check.report import SchoolResult
    from homework_check.reporters.page import Page
    from homework_check.tally import Tally
    from homework_check.text import Text

_MOST_SCHOOLS = 20
_FIELDS = {"marking": "marked", "posting": "posted"}


def by_aspect(tallies: Iterable[Tally]) -> list[Tally]:
    """Add up the tallies of each aspect over equal units; those that judged nothing go."""
    order = list(ASPECTS)
    sums = add_up(tallies, lambda tally: (tally.aspect, tally.unit))
    found = [tally for tally in sums if tally.judged or tally.not_judged]
    return sorted(found, key=lambda t: order.index(t.aspect) if t.aspect in order else len(order))


def aspect_lines(page: Page) -> list[Line]:
    """Every aspect with its counts and rate, and those that were not judged, with the reason."""
    tallies = by_aspect(page.report.tallies)
    judged = {tally.aspect for tally in tallies}
    absent = absent_aspects(page, judged)
    width = max((cells(page.say(aspect_name(a))) for a in (*judged, *dict(absent))), default=0)
    names = ("kept", "broken", "undecided", "total", "rate")
    columns = [
        Column(pad(page.say(COLUMNS["aspect"]), width)),
        Column(page.say(COLUMNS["unit"])),
        *(Column(page.say(COLUMNS[name]), right=True) for name in names),
        Column(wraps=True),
    ]
    rows = [aspect_row(page, tally) for tally in tallies]
    head, *laid = table(columns, rows, page.width)
    lines = [line for row in laid for line in row]
    if not lines and not absent:
        return []
    for aspect, why in absent:
        name = pad(page.say(aspect_name(aspect)), width)
        lines += paragraph(f"{name}  {page.say(why)}", page.width, "    ", "  ")
    return [plain(page.say(HEADINGS["aspects"]), "heading"), *(head if tallies else ()), *lines]


def aspect_row(page: Page, tally: Tally) -> list[Span]:
    """An aspect's name, unit, counts, rate, and the fraction that it is."""
    counts = (tally.kept, tally.broken, tally.undecided, tally.judged)
    share = f"{tally.kept}/{tally.judged}"
    notes = [f"（{share}）" if page.lang == "zh" else f"({share})"] if tally.judged else []
    if tally.not_judged:
        notes.append(page.say(say.LEFT_UNJUDGED, n=tally.not_judged))
    if tally.broken + tally.undecided and not _decides(page, tally.aspect):
        notes.append(page.say(say.REMINDER_ONLY))
    return [
        Span(page.say(aspect_name(tally.aspect))),
        Span(page.say(unit_name(tally.unit))),
        *(Span(str(count)) for count in counts),
        Span(rate(tally.kept, tally.judged)),
        Span(("" if page.lang == "zh" else ", ").join(notes)),
    ]


def _decides(page: Page, aspect: str) -> bool:
    """Whether an aspect bears on the verdict; what is not reported leaves it undecided."""
    if aspect == "reporting":
        return True
    rules = page.report.pack.rules
    return any(r.aspect == aspect and r.severity is Severity.ERROR for r in rules)


def absent_aspects(page: Page, judged: set[str]) -> list[tuple[str, Text]]:
    """Aspects of which no rule judged anything, and why; none where there is no log at all."""
    if not page.sheets_read:
        return []
    rules: dict[str, RuleInfo] = {rule.id: rule for rule in page.report.pack.rules}
    reasons: dict[str, Text] = {}
    for rule_id, reason in page.report.basis.not_applied:
        rule = rules.get(rule_id)
        # What is not due is no gap of the log: the notes say that nothing was looked for.
        if rule is None or rule.aspect in judged or reason == "no-period":
            continue
        reasons[rule.aspect] = why_not_applied(rule, reason)
    return list(reasons.items())


def school_lines(page: Page) -> list[Line]:
    """All schools, the worst first; of many, those that are met only as a count."""
    listed, unlisted = listed_schools(page)
    aspects = judged_aspects(page)
    number, name, verdict, *others = school_titles(page, aspects)
    columns = [Column(number), Column(name, flexible=True), Column(verdict)]
    columns += [Column(title, right=True) for title in others]
    rows = [school_row(page, n, school, aspects) for n, school in enumerate(listed, 1)]
    laid = table(columns, [*rows, total_row(page, aspects)], page.width)
    lines = [plain(page.say(HEADINGS["schools"]), "heading")]
    lines += [line for row in laid for line in row]
    if unlisted:
        lines += paragraph(page.say(say.MET_UNLISTED, n=unlisted), page.width, "  ")
    legend = [say.LEGEND_OF_DUE if page.has_due else say.LEGEND]
    if any(_is_open_otherwise(school) for school in listed):
        legend.append(say.UNDECIDED_WITHOUT_OPEN)
    for text in legend:
        lines += paragraph(page.say(text), page.width, "  ", style="note")
    return lines


def _is_open_otherwise(school: SchoolResult) -> bool:
    """Whether a school is undecided though none of its class-days is."""
    is_undecided = school.standing is Verdict.UNDECIDED and is_read(school)
    return is_undecided and not school.class_days.undecided


def why_not_applied(rule: RuleInfo, reason: str) -> Text:
    """Say why a rule judged nothing."""
    field = phrases.field_name(_FIELDS.get(rule.aspect, rule.aspect))
    if reason == "no-column":
        return say.NO_COLUMN.format(field=field)
    return say.NO_PERIOD if reason == "no-period" else say.NO_UNIT


def listed_schools(page: Page) -> tuple[list[SchoolResult], int]:
    """The schools to list, the worst first, and how many that are met are not among them."""
    schools = worst_first(page.report.schools)
    if len(schools) <= _MOST_SCHOOLS or page.view.verbose:
        return schools, 0
    listed = [school for school in schools if school.standing is not Verdict.KEPT]
    return listed, len(schools) - len(listed)


def judged_aspects(page: Page) -> list[str]:
    """Aspects of which class-days were judged: the columns of the table of schools.

    How much was reported has a column of its own.
    """
    return [
        tally.aspect for tally in by_aspect(page.report.tallies)
        if tally.unit == "class-day" and tally.judged and tally.aspect != "reporting"
    ]  # fmt: skip


def school_titles(page: Page, aspects: Sequence[str]) -> list[str]:
    """The titles over `school_row`; all but the first three are over numbers."""
    due = ["reported-of-due"] if page.has_due else []
    titles = [page.say(COLUMNS[name]) for name in ("number", "school", "verdict", *due)]
    titles += [page.say(aspect_name(aspect)) for aspect in aspects]
    return [*titles, *(page.say(COLUMNS[name]) for name in ("open", "most-over"))]


def school_row(page: Page, number: int, school: SchoolResult, aspects: list[str]) -> list[Span]:
    """A school's number, name, verdict, fractions by aspect, open class-days, largest excess.

    Behind the verdict stand the class-days reported of those due, where that is known.
    """
    read = is_read(school)
    return [
        Span(str(number)),
        Span(school_label(page, school)),
        Span(verdict_of(page, school), school.standing.value),
        *([Span(_reported([school]))] if page.has_due else ()),
        *(Span(share(school.tallies, aspect)) for aspect in aspects),
        Span(str(school.class_days.undecided) if read else "-"),
        Span(_over(page, school.largest_excess)),
    ]


def school_label(page: Page, school: SchoolResult) -> str:
    """Name a school, and say so if the roster does not."""
    name = page.school(school.school)
    if is_due(school):
        return name
    return f"{name}{page.say(submissions.NOT_ON_ROSTER)}"


def verdict_of(page: Page, school: SchoolResult) -> str:
    """What a school is called; one of which nothing was read, by why that is."""
    if school.submission is not None and not is_read(school):
        return page.say(submissions.STATES[school.submission.state])
    return page.say(VERDICTS[school.standing])


def total_row(page: Page, aspects: list[str]) -> list[Span]:
    """The same over all schools."""
    report = page.report
    largest = max((s.largest_excess or 0 for s in report.schools), default=0)
    return [
        Span(""),
        Span(page.say(say.TOTAL)),
        Span(""),
        *([Span(_reported(report.schools))] if page.has_due else ()),
        *(Span(share(report.tallies, aspect)) for aspect in aspects),
        Span(str(report.class_days.undecided)),
        Span(_over(page, largest)),
    ]


def share(tallies: Iterable[Tally], aspect: str) -> str:
    """Class-days of an aspect: met of judged."""
    same = [t for t in tallies if (t.aspect, t.unit) == (aspect, "class-day")]
    judged = sum(t.judged for t in same)
    return f"{sum(t.kept for t in same)}/{judged}" if judged else "-"


def _reported(schools: Sequence[SchoolResult]) -> str:
    due, reported = class_days_of(schools) or (0, 0)
    return f"{reported}/{due}" if due else "-"


def _over(page: Page, excess: float | None) -> str:
    return amount(phrases.number(excess), "minutes")[page.lang] if excess else "-"
