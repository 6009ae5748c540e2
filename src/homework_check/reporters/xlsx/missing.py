"""The sheet of what was not received: files without a log, and classes without a report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homework_check.messages.report_sheets import COLUMNS, SHEETS
from homework_check.reporters.xlsx.sheet import Sheet, by_hand
from homework_check.reporters.xlsx.told import column, where, who, who_columns

if TYPE_CHECKING:
    from homework_check.report import Finding
    from homework_check.reporters.page import Page
    from homework_check.reporters.parts import Parts
    from homework_check.reporters.xlsx.sheet import Row

_WITHOUT_A_LOG: Final = frozenset({"unreadable-source", "no-log-found"})
_NOT_REPORTED: Final = "not-reported.period"
"""The cause of a finding about the days of a period on which a class reported nothing."""


def is_missing(finding: Finding) -> bool:
    """Whether a finding tells of something that was not received."""
    return finding.rule in _WITHOUT_A_LOG or finding.cause == _NOT_REPORTED


def missing_sheet(page: Page, parts: Parts) -> Sheet:
    """A row a file that holds no log, and a row a class with days that were not reported."""
    columns = (
        *who_columns(page), column(page, "class"), column(page, "status"),
        column(page, "lacking", "number"), column(page, "message", widest=50),
        column(page, "file"), column(page, "advice"),
        *by_hand(*(page.say(COLUMNS[name]) for name in ("reminded", "result"))),
    )  # fmt: skip
    found = [finding for item in parts.open for finding in item.findings if is_missing(finding)]
    rows = [_row(page, number, finding) for number, finding in enumerate(found, 1)]
    return Sheet(page.say(SHEETS["missing"]), columns, rows, frozen=len(who_columns(page)))


def _row(page: Page, number: int, finding: Finding) -> Row:
    lacking = finding.count if finding.cause == _NOT_REPORTED else None
    *_, file = where(page, finding.locations)
    return [
        *who(page, number, finding.school), page.class_of(finding), finding.short[page.lang],
        lacking, finding.message[page.lang], file, finding.hint[page.lang], None, None,
    ]  # fmt: skip
