"""Whoever follows the advice of a finding is rid of it, and gets the verdict that is due."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from advised import Advised, all_cases, changes, settings_of, sources
from small_logs import judge, pack_named

from homework_check.messages.findings import FLAG_UNDECIDED, READING, UNDECIDED
from homework_check.rules.kinds import TextRule

if TYPE_CHECKING:
    from homework_check.report import Finding, Report

NOT_BY_EDITING = {
    **dict.fromkeys(
        (f"unreadable-source.{case}" for case in READING["unreadable-source"]),
        "the file has to be made, packed or opened anew; nothing was read that could be edited",
    ),
    "upper-primary-daily-minutes": "what was set stays on record; from next time on it is less",
    "junior-daily-minutes": "as above",
    "choice": "asked by rules of others only, in the words that are asked for form and place",
    "entries-choice": "as above",
    "posted-maybe-asked": "asked by rules of others only; the pack's asks it of all homework",
}
"""Findings that no change of the log can settle, and why."""

CASES = all_cases()
WAYS = [
    pytest.param(case, way, id=f"{case.told} {case.number}: {way}")
    for case in CASES
    for way in case.ways
]


def report_of(case: Advised, way: dict[str, Any]) -> Report:
    return judge(*sources(case, way), settings=settings_of(case, way))


def told(report: Report) -> set[str]:
    """The causes of all findings; a broken rule by its id."""
    return {finding.cause or finding.rule for finding in report.findings}


def of_case(case: Advised) -> list[Finding]:
    findings = report_of(case, {}).findings
    return [found for found in findings if case.told in {found.cause, found.rule}]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.told} {case.number}")
def test_the_log_gets_its_finding(case: Advised) -> None:
    assert of_case(case)


@pytest.mark.parametrize(("case", "way"), WAYS)
def test_whoever_follows_the_advice_is_rid_of_the_finding(
    case: Advised, way: dict[str, Any]
) -> None:
    before, after = report_of(case, {}), report_of(case, way)
    assert case.told not in told(after) | {finding.rule for finding in after.findings}
    assert str(after.verdict) == way["verdict"]
    broken = {f.rule for f in after.findings if f.limit is not None and f.excess is not None}
    assert told(after) <= told(before) | broken | {way.get("also", "")}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.told} {case.number}")
def test_a_cell_that_is_told_is_one_to_change(case: Advised) -> None:
    cells = {at.cell for found in of_case(case) for at in (*found.locations, *found.doubtful)}
    changed = [cell for cell in cells if cell and any(changes(way, cell) for way in case.ways)]
    expected = "elsewhere" not in case.given
    assert not any(cells) or bool(changed) is expected


def test_every_finding_has_its_advice_tried() -> None:
    reading = {
        f"{rule}.{case}" if case else rule for rule, cases in READING.items() for case in cases
    }
    rules = {rule.id for rule in pack_named().rules if not isinstance(rule, TextRule)}
    every = {*reading, *UNDECIDED, *FLAG_UNDECIDED, *rules}
    assert {case.told for case in CASES} | NOT_BY_EDITING.keys() == every
    assert {case.told for case in CASES}.isdisjoint(NOT_BY_EDITING)
