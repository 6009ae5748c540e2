"""Notes on what was due: from where that is known, and what of a roster was not joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.handed_in import with_county
from homework_check.messages import phrases
from homework_check.messages import roster as say
from homework_check.messages.report import counted
from homework_check.report import told_apart
from homework_check.rollup import class_days_of, is_due
from homework_check.text import same

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homework_check.handed_in import RosterResult
    from homework_check.report import Coverage, Report
    from homework_check.text import Text

_MOST_ALIKE = 10


def about_submissions(report: Report) -> Iterator[Text]:
    """What the class-days and schools due rest on; nothing where neither is asked for."""
    due, reported = class_days_of(report.schools) or (0, 0)
    if due > reported and all(rule.kind != "coverage" for rule in report.pack.rules):
        yield say.UNTOLD.format(class_days=counted(due - reported, "class-day"))
    if report.roster is None:
        if report.basis.period is not None:
            classes = counted(report.coverage.classes, "class")
            yield say.CLASSES_OF_LOG.format(classes=classes)
        return
    schools = counted(report.roster.schools, "school")
    yield say.FROM_ROSTER.format(file=phrases.inert(report.roster.path), schools=schools)
    if report.basis.period is None:
        yield say.NO_DAYS.format(option=period_option(report.coverage))
    yield from _not_joined(report, report.roster)
    for school, count in report.roster.beyond:
        name = phrases.quote(school)
        yield say.BEYOND.format(school=name, classes=counted(count, "class"))
    rows: dict[tuple[str, str], list[int]] = {}
    for what, row, text in report.roster.remarks:
        rows.setdefault((what, text), []).append(row)
    for (what, text), alike in rows.items():
        yield say.REMARKS[what].format(row=phrases.rows(alike), text=phrases.quote(text))


def period_option(coverage: Coverage) -> Text:
    """The option that asks for the days of a log; which ones is left open if it has many weeks."""
    first, last = coverage.first, coverage.last
    if first and last and first.isocalendar()[:2] == last.isocalendar()[:2]:
        return same(f"--week {first.isoformat()}")
    return say.A_WEEK


def _not_joined(report: Report, roster: RosterResult) -> Iterator[Text]:
    """Schools that the roster does not name, with the names there that they may be meant for.

    Of a log without a school's name the first thing to do is to write it there.
    """
    strangers = [result.school for result in report.schools if not is_due(result)]
    nameless = {school.source for school in strangers if school.name is None}
    alike = [near for near in roster.alike if near.name not in nameless]
    for name, candidates in alike[:_MOST_ALIKE]:
        near = phrases.joined([same(phrases.quote(other)) for other in candidates])
        yield say.ALIKE.format(name=phrases.inert(name), near=near)
    told = {near.name for near in alike}
    strangers = [s for s in strangers if told.isdisjoint((s.name, with_county(s)))]
    names = told_apart(result.school for result in report.schools)
    for school in strangers[:_MOST_ALIKE]:
        template = say.UNEXPECTED if school.name else say.NAMELESS
        yield template.format(name=phrases.inert(names.get(school) or school.source or ""))
