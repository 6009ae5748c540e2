"""An earlier report as the values that stages pass to each other.

Anybody may have changed it: its texts are made harmless once more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from homework_check.baseline.reading import parse
from homework_check.errors import UsageError
from homework_check.messages import comparing as say
from homework_check.messages.inert import inert, inert_or_none, masked, masked_or_none
from homework_check.messages.saved_reports import AGREED
from homework_check.model import Location, School
from homework_check.report import Finding
from homework_check.text import Text, same

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from homework_check.baseline.reading import (
        ClassPart,
        FindingPart,
        LocationPart,
        SchoolPart,
        WordsPart,
    )
    from homework_check.schooldays import Period

    Tallies: TypeAlias = tuple[tuple[tuple[School, int, str | None], Mapping[str, int]], ...]


class Baseline(NamedTuple):
    """An earlier report, and the path it was read from.

    `unread` are schools of which nothing was read; `days` None: no entry has a date. `tallies`
    are how many units each rule judged in each class.
    """

    path: str
    generated_at: str
    judged_by: tuple[tuple[str, str], ...]
    days: Period | None
    assumptions: tuple[str, ...]
    schools: tuple[School, ...]
    unread: tuple[School, ...]
    sources: tuple[str, ...]
    findings: tuple[Finding, ...]
    tallies: Tallies

    def require_alike(self, judged_by: Iterable[tuple[str, str]]) -> None:
        """Make sure that all is judged alike now. Raises `UsageError`."""
        for (what, mine), (_, theirs) in zip(judged_by, self.judged_by, strict=True):
            if mine != theirs:
                message = say.DIFFERENT.format(
                    what=AGREED[what], file=inert(self.path), mine=inert(mine), theirs=inert(theirs)
                )
                raise UsageError(message, say.DIFFERENT_HINT)


def load(path: str, data: bytes) -> Baseline:
    """Understand the bytes of a report. Raises `UsageError` for anything else; `path` names it."""
    report = parse(path, data)
    nameless = {part.source: _school(part) for part in report.schools if part.school is None}
    return Baseline(
        path=path,
        generated_at=report.generated_at,
        judged_by=tuple(report.judged_by()),
        days=report.days,
        assumptions=tuple(map(inert, report.settings.assumptions)),
        schools=tuple(map(_school, report.schools)),
        unread=tuple(_school(part) for part in report.schools if not part.entry_count),
        sources=tuple(inert(source.path) for source in report.sources),
        findings=tuple(_finding(part, nameless) for part in report.findings),
        tallies=tuple(
            ((_school(part), one.grade, masked_or_none(one.class_name)), _judged(one))
            for part in report.schools
            for one in part.classes
        ),
    )


def _judged(part: ClassPart) -> dict[str, int]:
    return {t.rule: t.kept + t.broken + t.undecided for t in part.tallies}


def _school(part: SchoolPart) -> School:
    return School(
        masked_or_none(part.county), masked_or_none(part.school), inert_or_none(part.source)
    )


def _finding(part: FindingPart, nameless: Mapping[str | None, School]) -> Finding:
    if part.school is None:
        school = next((nameless[at.source] for at in part.locations if at.source in nameless), None)
    else:
        school = School(masked_or_none(part.county), masked_or_none(part.school))
    return Finding(
        rule=part.rule,
        severity=part.severity,
        verdict=part.verdict,
        message=_text(part.message),
        hint=_text(part.hint),
        short=same(part.rule),
        school=school,
        grade=part.grade,
        class_name=masked_or_none(part.class_name),
        date=part.date,
        subject=masked_or_none(part.subject),
        value=masked_or_none(part.value),
        measured=part.measured,
        at_least=part.at_least,
        limit=part.limit,
        excess=part.excess,
        unit=part.unit,
        count=part.count,
        reference=masked_or_none(part.reference),
        locations=tuple(map(_location, part.locations)),
        dates=part.dates,
    )


def _location(part: LocationPart) -> Location:
    tenths = None if part.minutes is None else round(part.minutes * 10)
    subject = masked_or_none(part.subject)
    return Location(inert(part.source), inert_or_none(part.sheet), part.cell, subject, tenths)


def _text(words: WordsPart) -> Text:
    return Text(masked(words.zh), masked(words.en))
