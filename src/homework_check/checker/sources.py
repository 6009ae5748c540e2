"""Findings about whole sources: unreadable, without a log, or there twice."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from homework_check.checker.reading import About, reading_finding
from homework_check.messages import phrases
from homework_check.messages.inert import argument
from homework_check.model import Location, plain_name
from homework_check.text import same

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from homework_check.checker.reading import Values
    from homework_check.log import Log
    from homework_check.model import School
    from homework_check.report import Finding


def without_duplicates(logs: Sequence[Log]) -> tuple[list[Log], dict[str, str]]:
    """The logs that count, and the path of each left-out copy with that of the original.

    A copy has the same bytes and reports the same classes, days and subjects: of two equal
    files with the names of different classes or subjects, both count.
    """
    bytes_of = Counter(log.sha256 for log in logs)
    alike: dict[object, list[str]] = defaultdict(list)
    for log in logs:
        if log.sha256 is not None and bytes_of[log.sha256] > 1 and (said := _said(log)):
            alike[log.sha256, said].append(log.path)
    copies: dict[str, str] = {}
    for paths in alike.values():
        # 作业.xlsx is the original of 作业 - 副本.xlsx, wherever the two stand.
        original = min(paths, key=lambda path: len(PurePosixPath(path).name))
        copies |= {path: original for path in paths if path != original}
    return [log for log in logs if log.path not in copies], copies


def _said(log: Log) -> frozenset[tuple[object, ...]]:
    """The classes and days that a log reports, and the subjects."""
    units: set[tuple[object, ...]] = {
        (one.school[:2], one.grade, one.classes, day)
        for part in log.parts
        for one in part.classes
        for day in one.days or (None,)
    }
    return frozenset(units | {(work.subject,) for part in log.parts for work in part.works})


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
    yield reading_finding("no-log-found", _why_no_log(log), wording, about, where)


def _why_no_log(log: Log) -> str:
    """The case of the finding that a source which could be read holds no log."""
    reasons = {s.reason for s in log.sheets if s.status != "empty" and s.reason != "own-list"}
    if "pupil-records" in reasons:
        return "pupil-records"
    if any(sheet.tables for sheet in log.sheets):
        return "not-filled"
    if "bare-weekdays" in reasons:
        return "bare-weekdays"
    return "" if reasons else "empty"


def is_not_filled(log: Log) -> bool:
    """Whether a source is a form in which nothing stands."""
    return log.unreadable is None and _why_no_log(log) in {"empty", "not-filled"}


def _copy_finding(log: Log, original: str) -> Finding:
    """The finding that a source is a copy of another."""
    values = {"file": phrases.inert(log.path), "file2": phrases.inert(original)}
    schools = {one.school for part in log.parts for one in part.classes}
    about = About(schools.pop() if len(schools) == 1 else None)
    return reading_finding("duplicate-source", "", values, about, (Location(log.path),))


def schools_of_unread(logs: Iterable[Log], schools: Iterable[School]) -> dict[str, School | None]:
    """Of each source without an entry, by its path, the one of `schools` that is named there."""
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
