"""The JSON report, version 1: the whole result for programs, never grouped or cut."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from homework_check.messages.inert import inert, inert_or_none, masked, masked_or_none
from homework_check.report import minutes, told_apart
from homework_check.reporters.headline import files_told_with_schools
from homework_check.reporters.json_v1 import models as v1
from homework_check.reporters.json_v1.sources import PassedOverV1, SourceV1, source_v1
from homework_check.rollup import count_schools, counties_of

if TYPE_CHECKING:
    from homework_check.changes import Change, Comparison
    from homework_check.handed_in import RosterResult, Submission
    from homework_check.model import Location
    from homework_check.report import ClassResult, Finding, Report, SchoolResult
    from homework_check.reporters.view import View
    from homework_check.rollup import CountyResult, SchoolCounts
    from homework_check.tally import Tally
    from homework_check.text import Lang, Text


class ReportV1(v1.Model):
    """The JSON report."""

    schema_version: Literal[1] = 1
    tool: v1.ToolV1
    generated_at: str
    rule_pack: v1.RulePackV1
    settings: v1.SettingsV1
    verdict: v1.VerdictName
    coverage: v1.CoverageV1
    tallies: tuple[v1.TallyV1, ...]
    schools: tuple[v1.SchoolV1, ...]
    sources: tuple[SourceV1, ...]
    passed_over: tuple[PassedOverV1, ...]
    findings: tuple[v1.FindingV1, ...]
    counties: tuple[v1.CountyV1, ...]
    roster: v1.RosterV1 | None
    baseline: v1.BaselineV1 | None = Field(default=None, exclude_if=v1.is_none)
    """There if the report was compared with an earlier one."""


def render(report: Report, _lang: Lang, _view: View) -> str:
    """Write the report as JSON with a line break at the end."""
    return report_v1(report).model_dump_json(indent=2, by_alias=True) + "\n"


def schema() -> str:
    """Write the JSON Schema of what `render` writes."""
    model = ReportV1.model_json_schema(by_alias=True, mode="serialization")
    return json.dumps(model, ensure_ascii=False, indent=2) + "\n"


def report_v1(report: Report) -> ReportV1:
    """Copy the report into its public shape."""
    with_school = files_told_with_schools(report)
    return ReportV1(
        tool=v1.ToolV1(version=report.version),
        generated_at=report.generated_at,
        rule_pack=v1.RulePackV1(
            id=report.pack.id,
            title=_bilingual(report.pack.title),
            rules=tuple(rule.id for rule in report.pack.rules),
        ),
        settings=_settings(report),
        verdict=report.verdict.value,
        coverage=_coverage(report),
        tallies=_tallies(report.tallies),
        schools=tuple(_school(result) for result in report.schools),
        sources=tuple(
            source_v1(log, report.copies, told_with_school=log.path in with_school)
            for log in report.logs
        ),
        passed_over=tuple(
            PassedOverV1(path=inert(p.path), reason=p.reason) for p in report.passed_over
        ),
        findings=tuple(_finding(finding) for finding in report.findings),
        counties=tuple(_county(county) for county in counties_of(report)),
        roster=_roster(report.roster) if report.roster else None,
        baseline=_baseline(report.comparison) if report.comparison else None,
    )


def _settings(report: Report) -> v1.SettingsV1:
    basis = report.basis
    first, last = basis.period or (None, None)
    names = told_apart(school.school for school in report.schools)
    return v1.SettingsV1(
        school_system=basis.school_system,
        school_systems={inert(names[s]): system for s, system in basis.school_systems},
        meets=basis.meets,
        assumptions=tuple(f"{a.field}={inert(a.value)}" for a in basis.assumptions),
        period=v1.PeriodV1(first=first, last=last),
        ignored=basis.ignored,
        not_applied=tuple(v1.NotAppliedV1(rule=n.rule, reason=n.reason) for n in basis.not_applied),
    )


def _coverage(report: Report) -> v1.CoverageV1:
    coverage = report.coverage
    return v1.CoverageV1(
        first=coverage.first,
        last=coverage.last,
        school_days=coverage.school_days,
        school_days_reported=coverage.school_days_reported,
        classes=coverage.classes,
        class_days=coverage.class_days,
        class_days_reported=coverage.class_days_reported,
        schools=_counts(count_schools(report.schools)),
    )


def _counts(counts: SchoolCounts) -> v1.SchoolCountsV1:
    return v1.SchoolCountsV1(
        due=counts.due, received=counts.received, read=counts.read, **asdict(counts)
    )


def _county(county: CountyResult) -> v1.CountyV1:
    return v1.CountyV1(
        county=masked_or_none(county.county),
        schools=_counts(county.schools),
        class_days_due=county.due,
        class_days_reported=county.reported,
        tallies=_tallies(county.tallies),
    )


def _roster(roster: RosterResult) -> v1.RosterV1:
    return v1.RosterV1(
        path=inert(roster.path),
        schools=roster.schools,
        alike=tuple(
            v1.AlikeV1(name=masked(name), candidates=tuple(map(masked, candidates)))
            for name, candidates in roster.alike
        ),
        beyond={masked(name): count for name, count in roster.beyond},
        remarks=tuple(
            v1.RosterRemarkV1(what=what, row=row, text=masked(text))
            for what, row, text in roster.remarks
        ),
    )


def _baseline(comparison: Comparison[Finding]) -> v1.BaselineV1:
    return v1.BaselineV1(
        path=inert(comparison.path),
        generated_at=inert(comparison.generated_at),
        counts=v1.ChangeCountsV1(
            new=comparison.new,
            left=comparison.left,
            fixed=len(comparison.fixed),
            not_compared=len(comparison.not_compared),
        ),
        fixed=tuple(map(_finding, comparison.fixed)),
        not_compared=tuple(
            v1.NotComparedV1(reason=reason.value, finding=_finding(finding))
            for finding, reason in comparison.not_compared
        ),
    )


def _tallies(tallies: tuple[Tally, ...]) -> tuple[v1.TallyV1, ...]:
    return tuple(
        v1.TallyV1(
            rule=t.rule,
            aspect=t.aspect,
            unit=t.unit,
            kept=t.kept,
            broken=t.broken,
            undecided=t.undecided,
            not_judged=t.not_judged,
        )
        for t in tallies
    )


def _school(result: SchoolResult) -> v1.SchoolV1:
    school = result.school
    return v1.SchoolV1(
        school=masked_or_none(school.name),
        county=masked_or_none(school.county),
        verdict=result.verdict.value,
        standing=result.standing.value,
        aspects={aspect: verdict.value for aspect, verdict in result.aspects.items()},
        class_count=len(result.classes),
        entry_count=result.entry_count,
        tallies=_tallies(result.tallies),
        classes=tuple(_class(class_result) for class_result in result.classes),
        source=inert_or_none(school.source),
        submission=_submission(result.submission) if result.submission else None,
    )


def _submission(submission: Submission) -> v1.SubmissionV1:
    return v1.SubmissionV1(
        state=submission.state.value, due=submission.due, reported=submission.reported
    )


def _class(result: ClassResult) -> v1.ClassV1:
    return v1.ClassV1(
        grade=result.key.grade,
        class_name=masked_or_none(result.key.name),
        verdict=result.verdict.value,
        tallies=_tallies(result.tallies),
        days_not_judged=tuple(result.days_not_judged),
    )


def _finding(finding: Finding) -> v1.FindingV1:
    return v1.FindingV1(
        rule=finding.rule,
        severity=finding.severity.value,
        verdict=finding.verdict.value if finding.verdict else None,
        school=masked_or_none(finding.school.name) if finding.school else None,
        county=masked_or_none(finding.school.county) if finding.school else None,
        grade=finding.grade,
        class_name=masked_or_none(finding.class_name),
        date=finding.date,
        weekday=finding.date.isoweekday() if finding.date else None,
        subject=masked_or_none(finding.subject),
        value=inert_or_none(finding.value),
        measured=finding.measured,
        at_least=finding.at_least,
        limit=finding.limit,
        excess=finding.excess,
        unit=finding.unit,
        count=finding.count,
        message=_bilingual(finding.message),
        hint=_bilingual(finding.hint),
        reference=finding.reference,
        locations=tuple(_location(at) for at in finding.locations),
        dates=finding.dates,
        change=_change(finding.change) if finding.change else None,
    )


def _change(change: Change) -> v1.ChangeV1:
    return v1.ChangeV1(
        state=change.state.value,
        verdict=change.verdict.value if change.verdict else None,
        measured=change.measured,
    )


def _location(at: Location) -> v1.LocationV1:
    return v1.LocationV1(
        source=inert(at.source),
        sheet=inert_or_none(at.sheet),
        cell=at.cell,
        subject=masked_or_none(at.subject),
        minutes=minutes(at.minutes) if at.minutes is not None else None,
    )


def _bilingual(text: Text) -> v1.Bilingual:
    return v1.Bilingual(zh=text.zh, en=text.en)
