"""Reports may be added only if they judged alike, and no school twice for the same days."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from homework_check.errors import UsageError
from homework_check.messages import merging as say
from homework_check.messages import phrases
from homework_check.messages.inert import inert
from homework_check.messages.saved_reports import AGREED

if TYPE_CHECKING:
    from homework_check.merge.reading import OfficeReport
    from homework_check.model import School
    from homework_check.schooldays import Period


def require_agreement(first: tuple[str, OfficeReport], other: tuple[str, OfficeReport]) -> None:
    """Compare two reports, each with its path. Raises `UsageError` if they judged differently."""
    stated = zip(first[1].judged_by(), other[1].judged_by(), strict=True)
    for (what, mine), (_, theirs) in stated:
        if mine != theirs:
            message = say.DIFFERENT.format(
                what=AGREED[what],
                first=inert(first[0]),
                other=inert(other[0]),
                mine=inert(mine),
                theirs=inert(theirs),
            )
            raise UsageError(message, say.DIFFERENT_HINT)


def refuse_twice(school: School, days: Period | None, files: tuple[str, str]) -> NoReturn:
    """Tell that both files hold the school for some of the same days. Raises `UsageError`."""
    period = phrases.span(*days) if days else say.WITHOUT_DATES
    name = phrases.school_name(school)
    county = inert(school.county or "")
    message = say.TWICE.format(
        school=say.OF_COUNTY.format(county=county, school=name) if county else name,
        period=period,
        first=inert(files[0]),
        other=inert(files[1]),
    )
    raise UsageError(message, say.TWICE_HINT)
