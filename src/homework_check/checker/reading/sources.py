"""Findings about whole sources: unreadable, without a log, or there twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.checker.reading.wording import About, reading_finding
from homework_check.checker.submissions.without_log import why_no_log
from homework_check.messages import phrases
from homework_check.messages.inert import argument
from homework_check.model import Location
from homework_check.text import same

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from homework_check.log import Log
    from homework_check.model import School
    from homework_check.report import Finding
    from homework_check.text import Values


def source_findings(
    logs: Iterable[Log], copies: Mapping[str, str], of_files: Mapping[str, School | None]
) -> Iterator[Finding]:
    """Of which sources nothing was judged, and why. `of_files`: whose those without a log are."""
    for log in logs:
        yield from _without_log(log, of_files.get(log.path))
        if log.path in copies:
            yield _copy_finding(log, copies[log.path])


def _without_log(log: Log, school: School | None) -> Iterator[Finding]:
    """Why nothing of a source was judged, if so. It counts against the school it is of."""
    if any(log.parts):
        return
    where = (Location(log.path),)
    about = About(school)
    file = phrases.inert(log.path)
    if log.unreadable is not None:
        values = {"file": file, **phrases.why_unreadable(log.unreadable.details)}
        case = phrases.case_of_unreadable(log.path, *log.unreadable)
        yield reading_finding("unreadable-source", case, values, about, where)
        return
    seen = [text for sheet in log.sheets for text in sheet.seen]
    header = next((s.seen[0] for s in log.sheets if s.reason == "pupil-records"), "")
    wording: Values = {
        "file": file,
        "argument": argument(log.path),
        "header": phrases.quote(header),
        "headers": phrases.joined([same(phrases.quote(text)) for text in seen]),
    }
    yield reading_finding("no-log-found", why_no_log(log), wording, about, where)


def _copy_finding(log: Log, original: str) -> Finding:
    """The finding that a source is a copy of another."""
    values = {"file": phrases.inert(log.path), "file2": phrases.inert(original)}
    schools = {one.school for part in log.parts for one in part.classes}
    about = About(schools.pop() if len(schools) == 1 else None)
    return reading_finding("duplicate-source", "", values, about, (Location(log.path),))
