"""Adds up reports. They come one after the other, and only their schools are kept."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from homework_check.merge.agreement import refuse_twice, require_agreement
from homework_check.merge.model import (
    MergedCountyV1,
    MergedSchoolV1,
    MergedSettingsV1,
    MergedV1,
    OfficeReportV1,
    SchoolPeriodV1,
    WeeksV1,
)
from homework_check.merge.submissions import count_merged, submission_of
from homework_check.model import School, Verdict
from homework_check.report import WORST_FIRST
from homework_check.reporters.json_v1.models import ToolV1
from homework_check.rollup import count_by_state
from homework_check.schooldays import Period
from homework_check.tally import add_up
from homework_check.text import natural

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from homework_check.handed_in import Submitted
    from homework_check.merge.reading import OfficeReport, SchoolPart
    from homework_check.tally import Tally
    from homework_check.text import Natural


class Named(NamedTuple):
    """A report and the path it was read from."""

    path: str
    report: OfficeReport


class _Stay(NamedTuple):
    """A school in one report: the report, its days and what it says of the school."""

    path: str
    days: Period | None
    part: SchoolPart


_Stays: TypeAlias = "Mapping[School, Sequence[_Stay]]"


def merge(reports: Iterable[Named], version: str, generated_at: str) -> MergedV1:
    """Add up at least one report; `version` and `generated_at` are those of the outcome.

    Raises `UsageError` where two judged differently, or hold a school for the same days.
    """
    head: Named | None = None
    read: list[OfficeReportV1] = []
    beside: list[Verdict] = []
    stays: dict[School, tuple[_Stay, ...]] = {}
    for named in reports:
        head = head or Named(named.path, named.report.model_copy(update={"schools": ()}))
        require_agreement(head, named)
        read.append(_summary(named))
        beside.append(named.report.beside_schools)
        for school, stay in _stays(named):
            stays[school] = _with(stay, stays.get(school, ()), school)
    if head is None:
        msg = "nothing to merge"
        raise ValueError(msg)
    schools = tuple(_school(school, stays[school]) for school in sorted(stays, key=_order))
    settings = head.report.settings
    return MergedV1(
        schema_version=1,
        document="merged-reports",
        tool=ToolV1(version=version),
        generated_at=generated_at,
        rule_pack=head.report.rule_pack,
        settings=MergedSettingsV1(
            settings.meets,
            settings.ignored,
            tuple(sorted({assumption for report in read for assumption in report.assumptions})),
        ),
        verdict=_worst([*beside, *(school.verdict for school in schools)]),
        standing=_worst([*beside, *(school.standing for school in schools)]),
        tallies=_sum(school.tallies for school in schools),
        counties=_counties(schools),
        weeks=_weeks(stays),
        schools=schools,
        reports=tuple(read),
    )


def _stays(named: Named) -> Iterator[tuple[School, _Stay]]:
    """The schools of a report; one without a name is that of its source, whatever others are."""
    for part in named.report.schools:
        source = None if part.school else f"{named.path}: {part.source}"
        school = School(part.county, part.school, source)
        yield school, _Stay(named.path, named.report.days, part)


def _with(stay: _Stay, before: tuple[_Stay, ...], school: School) -> tuple[_Stay, ...]:
    """What is known of a school with one more report; of the same days one of them tells it.

    Raises `UsageError` if both read its logs.
    """
    if any(_is_told_by(stay, other) for other in before):
        return before
    others = tuple(other for other in before if not _is_told_by(other, stay))
    for other in others:
        if _overlap(other, stay):
            refuse_twice(school, stay.days or other.days, (other.path, stay.path))
    return (*others, stay)


def _is_told_by(stay: _Stay, other: _Stay) -> bool:
    """Whether a school of which nothing was read is in another report for the same days."""
    return not stay.part.is_read and _overlap(stay, other)


def _overlap(one: _Stay, other: _Stay) -> bool:
    return one.days is None or other.days is None or one.days.overlaps(other.days)


def _summary(named: Named) -> OfficeReportV1:
    report = named.report
    return OfficeReportV1(
        path=named.path,
        generated_at=report.generated_at,
        first=report.days.first if report.days else None,
        last=report.days.last if report.days else None,
        verdict=report.verdict,
        schools=len(report.schools),
        sources=len(report.sources),
        unread=report.unread,
        assumptions=report.settings.assumptions,
    )


def _school(school: School, stays: Sequence[_Stay]) -> MergedSchoolV1:
    parts = [stay.part for stay in stays]
    return MergedSchoolV1(
        school=school.name,
        county=school.county,
        source=school.source,
        verdict=_worst(part.verdict for part in parts),
        standing=_worst(part.standing for part in parts),
        class_count=max(part.class_count for part in parts),
        entry_count=sum(part.entry_count for part in parts),
        tallies=_sum(part.tallies for part in parts),
        periods=tuple(
            SchoolPeriodV1(
                first=stay.days.first if stay.days else None,
                last=stay.days.last if stay.days else None,
                verdict=stay.part.verdict,
                standing=stay.part.standing,
                report=stay.path,
                submission=stay.part.submission,
            )
            for stay in sorted(stays, key=lambda stay: stay.days or ())
        ),
        submission=submission_of([s for part in parts if (s := part.submission)]),
    )


def _counties(schools: Sequence[MergedSchoolV1]) -> tuple[MergedCountyV1, ...]:
    groups: dict[str | None, list[MergedSchoolV1]] = {}
    for school in schools:
        groups.setdefault(school.county, []).append(school)
    return tuple(
        MergedCountyV1(county, count_merged(group), _sum(s.tallies for s in group))
        for county, group in groups.items()
    )


def _weeks(stays: _Stays) -> tuple[WeeksV1, ...]:
    """Reports of one week may cover different days of it: they belong together."""
    groups: dict[Period | None, list[tuple[School, SchoolPart]]] = {}
    for school, of_school in stays.items():
        for stay in of_school:
            weeks = _whole_weeks(stay.days) if stay.days else None
            groups.setdefault(weeks, []).append((school, stay.part))
    return tuple(
        WeeksV1(
            first=weeks.first if weeks else None,
            last=weeks.last if weeks else None,
            schools=count_by_state(_worst_of_each(groups[weeks])),
            tallies=_sum(part.tallies for _, part in groups[weeks]),
        )
        for weeks in sorted(groups, key=lambda weeks: weeks or ())
    )


def _whole_weeks(days: Period) -> Period:
    return Period(Period.week_of(days.first).first, Period.week_of(days.last).last)


def _worst_of_each(
    parts: Iterable[tuple[School, SchoolPart]],
) -> Iterator[tuple[Verdict, Submitted | None]]:
    found: dict[School, list[SchoolPart]] = {}
    for school, part in parts:
        found.setdefault(school, []).append(part)
    for of_school in found.values():
        submission = submission_of([s for part in of_school if (s := part.submission)])
        yield _worst(p.standing for p in of_school), submission.state if submission else None


def _sum(groups: Iterable[Iterable[Tally]]) -> tuple[Tally, ...]:
    return add_up(chain.from_iterable(groups))


def _worst(verdicts: Iterable[Verdict]) -> Verdict:
    return min(verdicts, key=WORST_FIRST.index)


def _order(school: School) -> tuple[Natural, ...]:
    return tuple(natural(word or "") for word in (school.county, school.name, school.source))
