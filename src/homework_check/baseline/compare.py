"""A report and an earlier one in, the report with what has changed since out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from homework_check.baseline.identity import Identity, Names
from homework_check.baseline.judged import Judged
from homework_check.changes import Change, Comparison, NotCompared, State
from homework_check.messages.findings import READING, SHORT
from homework_check.messages.inert import inert
from homework_check.messages.report import VERDICTS
from homework_check.model import Verdict
from homework_check.schooldays import Period

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from homework_check.baseline.earlier import Baseline
    from homework_check.report import Finding, Report
    from homework_check.text import Text


def compare(report: Report, baseline: Baseline) -> Report:
    """Say of every finding whether it is new, and which of the earlier ones are fixed.

    Nothing else of the report changes, its verdict least of all.
    """
    earlier = baseline.findings
    names = Names(baseline.schools, (school.school for school in report.schools))
    apart = _apart(report, baseline)
    pairs = {} if apart else Identity(names, report.pack.rules).pair(earlier, report.findings)
    changes = [
        _left(earlier[pairs[n]]) if n in pairs else Change(State.NEW)
        for n in range(len(report.findings))
    ]
    counted = [changes[n].state for n in items(report.findings)]
    paired = {*pairs.values()}
    shorts = SHORT | {rule.id: rule.short or rule.title for rule in report.pack.rules}
    gone = [_named(earlier[n], shorts) for n in items(earlier) if n not in paired]
    judged = Judged(report, names, baseline)
    reasons = [NotCompared.OUTSIDE if apart else judged.why_not(finding) for finding in gone]
    outcomes = list(zip(gone, reasons, strict=True))
    comparison = Comparison(
        path=baseline.path,
        generated_at=baseline.generated_at,
        new=counted.count(State.NEW),
        left=counted.count(State.LEFT),
        fixed=tuple(finding for finding, reason in outcomes if reason is None),
        not_compared=tuple((finding, reason) for finding, reason in outcomes if reason),
        apart=apart,
        assumed=_assumed(report, baseline),
    )
    findings = zip(report.findings, changes, strict=True)
    return report._replace(
        findings=tuple(replace(finding, change=change) for finding, change in findings),
        comparison=comparison,
    )


def _named(finding: Finding, shorts: Mapping[str, Text]) -> Finding:
    """A finding of the earlier report, called what findings of this one are called."""
    is_undecided = finding.verdict is Verdict.UNDECIDED and finding.rule not in READING
    short = VERDICTS[Verdict.UNDECIDED] if is_undecided else shorts[finding.rule]
    return replace(finding, short=short)


def _left(before: Finding) -> Change:
    return Change(State.LEFT, before.verdict, before.measured)


def items(findings: Sequence[Finding]) -> list[int]:
    """The findings to act on or to check, by their indexes.

    What was not understood of a class-day that is undecided says why it is, and is no item.
    """
    undecided = {
        _class_day(f) for f in findings if f.verdict is Verdict.UNDECIDED and f.rule not in READING
    }
    return [
        n
        for n, f in enumerate(findings)
        if f.verdict is not None
        and not (f.rule in READING and f.date is not None and _class_day(f) in undecided)
    ]


def _class_day(finding: Finding) -> tuple[object, ...]:
    return finding.school, finding.grade, finding.class_name, finding.date


def _apart(report: Report, baseline: Baseline) -> Period | None:
    """The days of the earlier report, if none of them is among those of the report."""
    before, coverage = baseline.days, report.coverage
    now = report.basis.period or (coverage.first, coverage.last)
    if before is None or now[0] is None or now[1] is None:
        return None
    return None if before.overlaps(Period(now[0], now[1])) else before


def _assumed(report: Report, baseline: Baseline) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The assumptions that are in force in one of the two reports only."""
    before = baseline.assumptions
    now = [f"{one.field}={inert(one.value)}" for one in report.basis.assumptions]
    return (
        tuple(text for text in before if text not in now),
        tuple(text for text in now if text not in before),
    )
