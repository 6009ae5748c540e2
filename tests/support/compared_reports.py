"""Reports compared with earlier ones, as the program does it: through JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from rendered import as_text
from small_logs import USUAL, Row, judge, sheet, source

from homework_check.baseline import compare, load
from homework_check.reporters import View

if TYPE_CHECKING:
    from homework_check.changes import Comparison
    from homework_check.report import Finding, Report

PATH = "第1周报告.json"

_COLUMNS = (*USUAL, "marked")
_MONDAY, _TUESDAY, _WEDNESDAY = (f"2023-09-0{day}" for day in (4, 5, 6))
_THEN = (
    Row(minutes=30, cls="1班", day=_MONDAY, marked="是"),
    Row("数学", minutes=45, cls="1班", day=_MONDAY, marked="是"),
    Row(minutes=40, marked="是"),
    Row("数学", minutes=35, marked="否"),
    Row(minutes=20, grade="五年级", cls="1班", day=_WEDNESDAY, marked="是"),
    Row("数学", minutes="", grade="五年级", cls="1班", day=_WEDNESDAY, marked="是"),
    Row(minutes=90, grade="六年级", cls="1班", day=_WEDNESDAY, marked="是"),
)
_NOW = (
    Row(minutes=30, cls="1班", day=_MONDAY, marked="是"),
    Row("数学", minutes=25, cls="1班", day=_MONDAY, marked="是"),
    Row(minutes=40, marked="是"),
    Row("数学", minutes=30, marked="否"),
    Row(minutes=20, grade="五年级", cls="1班", day=_WEDNESDAY, marked="是"),
    Row("数学", minutes=50, grade="五年级", cls="1班", day=_WEDNESDAY, marked="是"),
    Row(minutes=65, grade="四年级", cls="1班", day=_WEDNESDAY, marked="是"),
    Row(minutes="", grade="四年级", cls="2班", day=_WEDNESDAY, marked="是"),
)


def handed_in_again() -> Report:
    """A log that was handed in twice: something is fixed, left, new, and not there any more."""
    then, now = (
        judge(source(sheet(rows, columns=_COLUMNS), path="第1周.xlsx")) for rows in (_THEN, _NOW)
    )
    return since(then, now)


def saved(report: Report) -> Any:
    """What is in the JSON report."""
    return json.loads(as_text(report, "json", "zh", View()))


def since(earlier: Report, report: Report, path: str = PATH) -> Report:
    """The report, compared with an earlier one that was saved."""
    return compare(report, load(path, as_text(earlier, "json", "zh", View()).encode()))


def comparison_of(report: Report) -> Comparison[Finding]:
    """What a report says of an earlier one."""
    assert report.comparison is not None
    return report.comparison


def counts(report: Report) -> tuple[int, int, int, int]:
    """How many are new, left, fixed, and not compared."""
    found = comparison_of(report)
    return found.new, found.left, len(found.fixed), len(found.not_compared)


def reasons(report: Report) -> list[str]:
    """Why findings are not compared."""
    return [reason.value for _, reason in comparison_of(report).not_compared]
