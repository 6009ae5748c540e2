"""Sources that hold no log: why, and which school each may be of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.model import plain_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from homework_check.log import Log
    from homework_check.model import School


def is_not_filled(log: Log) -> bool:
    """Whether a source is a form in which nothing stands."""
    return log.unreadable is None and why_no_log(log) in {"empty", "not-filled"}


def why_no_log(log: Log) -> str:
    """The case of the finding that a source which could be read holds no log."""
    reasons = {s.reason for s in log.sheets if s.status != "empty" and s.reason != "own-list"}
    if "pupil-records" in reasons:
        return "pupil-records"
    if any(sheet.tables for sheet in log.sheets):
        return "not-filled"
    if "bare-weekdays" in reasons:
        return "bare-weekdays"
    return "" if reasons else "empty"


def schools_of_unread(logs: Iterable[Log], schools: Iterable[School]) -> dict[str, School | None]:
    """Of each source without an entry, by its path, the one of `schools` that is named there.

    None: none is, or several are.
    """
    names = [(school, plain_name(school.name)) for school in schools if school.name]
    return {log.path: _named(log.path, names) for log in logs if not any(log.parts)}


def _named(path: str, names: Iterable[tuple[School, str]]) -> School | None:
    """The one school whose name stands in a path; None if none or several do.

    城北第一小学.xlsx is not of 第一小学, if there are both; of two schools with one name it is
    the one whose county stands there, too.
    """
    text = plain_name(path)
    found = [(school, name) for school, name in names if name in text]
    longest = [school for school, name in found
               if not any(name != other and name in other for _, other in found)]  # fmt: skip
    in_county = [s for s in longest if s.county and plain_name(s.county) in text]
    fitting = in_county or longest
    return fitting[0] if len(fitting) == 1 else None
