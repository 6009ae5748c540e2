"""The sheet of what was not received: files without a log, and classes without a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.messages.findings import NO_LOG
from homework_check.messages.phrases import days
from homework_check.messages.report_sheets import COLUMNS, SHEETS
from homework_check.reporters.changes import change_of
from homework_check.reporters.xlsx.sheet import Sheet, by_hand
from homework_check.reporters.xlsx.told import column, where, who, who_columns

if TYPE_CHECKING:
    from homework_check.report import Finding
    from homework_check.reporters.page import Page
    from homework_check.reporters.parts import Item, Parts
    from homework_check.reporters.xlsx.sheet import Row


def is_missing(item: Item) -> bool:
    """Whether an open item tells of something that was not received."""
    return item.about == "unreported" or item.findings[0].rule in NO_LOG


def missing_sheet(page: Page, parts: Parts) -> Sheet:
    """A row a school without a log, a file without one, a class with days not reported."""
    columns = (
        *who_columns(page, compared=True), column(page, "class"), column(page, "status"),
        *(column(page, name, "number") for name in ("due", "reported", "lacking")),
        column(page, "days-lacking", widest=24),
        column(page, "message", widest=50), column(page, "file"), column(page, "advice"),
        *by_hand(*(page.say(COLUMNS[name]) for name in ("reminded", "result"))),
    )  # fmt: skip
    open_ = (finding for item in parts.open if is_missing(item) for finding in item.findings)
    found = [*parts.absent, *open_]
    rows = [_row(page, number, finding) for number, finding in enumerate(found, 1)]
    frozen = len(who_columns(page, compared=True))
    return Sheet(page.say(SHEETS["missing"]), columns, rows, frozen=frozen)


def _row(page: Page, number: int, finding: Finding) -> Row:
    of_school = () if finding.school is None else page.report.coverage.due
    lacking = of_school if finding.grade is None else finding.dates
    *_, file = where(page, finding.locations)
    return [
        *who(page, number, finding.school, change_of(page, (finding,))),
        page.class_of(finding), finding.short[page.lang],
        *_of_school(page, finding), len(lacking) or None, page.say(days(lacking)) or None,
        finding.message[page.lang], file, finding.hint[page.lang], None, None,
    ]  # fmt: skip


def _of_school(page: Page, finding: Finding) -> tuple[int | None, int | None]:
    """Class-days due and reported of the school, where a row is of all of it."""
    if finding.grade is not None:
        return None, None
    submissions = (s.submission for s in page.report.schools if s.school == finding.school)
    submission = next(submissions, None)
    return (submission.due, submission.reported) if submission else (None, None)
