"""How a finding about the reading is worded, and whether it blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from homework_check.messages import phrases
from homework_check.messages.findings import READING, blocks, short
from homework_check.model import Severity, Verdict
from homework_check.report import Finding

if TYPE_CHECKING:
    from datetime import date

    from homework_check.model import Location, School
    from homework_check.report import Dates
    from homework_check.text import Values


class About(NamedTuple):
    """Whom a reading finding is about; None: not known, or the source as a whole."""

    school: School | None = None
    grade: int | None = None
    class_name: str | None = None
    day: date | None = None
    subject: str | None = None
    field: str | None = None


def reading_finding(  # noqa: PLR0913  a finding in all its parts
    rule: str,
    case: str,
    values: Values,
    about: About,
    locations: tuple[Location, ...],
    *,
    value: str | None = None,
    count: int = 1,
    dates: Dates = (),
    blocking: bool | None = None,
) -> Finding:
    """Word a reading finding. `blocking` None: as its rule says."""
    message, hint = READING[rule][case].filled(values)
    if blocking is None:
        blocking = blocks(rule, case)
    return Finding(
        rule=rule,
        severity=Severity.WARNING if blocking else Severity.INFO,
        verdict=Verdict.UNDECIDED if blocking else None,
        message=message,
        hint=hint,
        short=short(rule, case),
        school=about.school,
        grade=about.grade,
        class_name=about.class_name,
        date=about.day,
        subject=about.subject,
        value=phrases.quote(value) if value else None,
        count=count,
        locations=locations,
        cause=f"{rule}.{case}" if case else rule,
        field=about.field,
        dates=dates,
    )
