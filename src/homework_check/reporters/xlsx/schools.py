"""The sheet of schools: a row each, the worst first, and totals below."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from homework_check.handed_in import Submitted
from homework_check.messages.inert import masked
from homework_check.messages.merging import NO_COUNTY
from homework_check.messages.report import aspect_name, permille
from homework_check.messages.report_sheets import (
    COLUMNS,
    NONE,
    NOT_LOGGED,
    OF_COUNTY,
    SHEETS,
    STAGES,
    TOTAL,
)
from homework_check.messages.roster import NOTHING_CAME, STATES
from homework_check.model import School, Verdict
from homework_check.reporters.page import day_of
from homework_check.reporters.parts import worst_first
from homework_check.reporters.text.tables import by_aspect, verdict_of
from homework_check.reporters.xlsx.findings import open_rows
from homework_check.reporters.xlsx.sheet import Cell, Look, Sheet, by_hand
from homework_check.reporters.xlsx.told import column, who, who_columns
from homework_check.rollup import class_days_of, count_schools
from homework_check.tally import Tally, total

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from homework_check.report import Finding, SchoolResult
    from homework_check.reporters.page import Page
    from homework_check.reporters.parts import Parts
    from homework_check.reporters.xlsx.sheet import Column, NumberFormat, Row, Value

_LAST_OF_PRIMARY: Final = {"6-3": 6, "5-4": 5, "5-4-preparatory": 5}
_LOOKS: Final = {
    Verdict.KEPT: Look.PLAIN,
    Verdict.BROKEN: Look.BROKEN,
    Verdict.UNDECIDED: Look.UNDECIDED,
}


_NOT_MET: Final = {"time": "over-limit"}
_DONE: Final = {"marking": "marked", "posting": "posted"}


class _Work(NamedTuple):
    """What there is to do, by school, and the finding with the largest excess of each."""

    todo: Counter[School | None]
    open: Counter[School | None]
    data: Counter[School | None]
    worst: dict[School | None, Finding]


def schools_sheet(page: Page, parts: Parts) -> Sheet:
    """Every school with its numbers; counties and all schools together stand below."""
    # What is reported of what is due has columns of its own.
    own = {"content", "reporting"}
    aspects = [tally for tally in by_aspect(page.report.tallies) if tally.aspect not in own]
    work = _work(parts)
    schools = worst_first(page.report.schools)
    rows = [_row(page, number, s, aspects, work) for number, s in enumerate(schools, 1)]
    return Sheet(
        page.say(SHEETS["schools"]),
        _columns(page, aspects),
        rows,
        tuple(_totals(page, schools, aspects, work)) if page.several else (),
        frozen=len(who_columns(page)),
    )


def _columns(page: Page, aspects: Sequence[Tally]) -> tuple[Column, ...]:
    grouped = [
        column(page, name, _number_format(name), group=page.say(aspect_name(tally.aspect)))
        for tally in aspects
        for name in _names(tally)
    ]
    return (
        *who_columns(page), column(page, "stage"), *_submission_columns(page),
        column(page, "verdict"), column(page, "classes", "number"),
        *(column(page, name, "number") for name in _class_days(page)), *grouped,
        column(page, "most-over", "number"), column(page, "most-over-at", widest=18),
        *(column(page, name, "number") for name in ("todo", "open", "data")),
        *by_hand(page.say(COLUMNS["remarks"])),
    )  # fmt: skip


def _names(tally: Tally) -> tuple[str, ...]:
    """What is told of an aspect: of marking and posting, how much of what is logged is done."""
    if tally.unit == "entry":
        return "logged", _DONE.get(tally.aspect, "yes"), "share"
    return "judged", "kept", _NOT_MET.get(tally.aspect, "broken"), "undecided", "rate"


def _number_format(name: str) -> NumberFormat:
    return "share" if name in {"rate", "share"} else "number"


def _row(
    page: Page, number: int, school: SchoolResult, aspects: Sequence[Tally], work: _Work
) -> Row:
    worst = work.worst.get(school.school)
    when = f"{page.class_of(worst)} {day_of(worst, page.lang)}" if worst else page.say(NONE)
    return [
        *who(page, number, school.school),
        _stage(page, school),
        *(_state(page, school) for _ in _submission_columns(page)),
        Cell(verdict_of(page, school), _LOOKS[school.standing]),
        *_numbers(page, [school], aspects),
        Cell(school.largest_excess, Look.BROKEN) if school.largest_excess else page.say(NONE),
        when,
        *(count[school.school] for count in (work.todo, work.open, work.data)),
        Cell(None),
    ]


def _totals(
    page: Page, schools: Sequence[SchoolResult], aspects: Sequence[Tally], work: _Work
) -> Iterable[Row]:
    counties = {school.school.county for school in schools}
    if len(counties - {None}) > 1:
        for county in sorted(counties, key=lambda county: (county is None, county or "")):
            members = [school for school in schools if school.school.county == county]
            called = masked(county) if county else page.say(NO_COUNTY)
            yield _total(page, page.say(OF_COUNTY, county=called), members, aspects, work)
    yield _total(page, page.say(TOTAL), schools, aspects, work)


def _total(
    page: Page, name: str, schools: Sequence[SchoolResult], aspects: Sequence[Tally], work: _Work
) -> Row:
    """Numbers over several schools, as plain numbers: a filter leaves them alone."""
    of = {school.school for school in schools}
    counts = count_schools(schools)
    values: list[Value] = [
        None, *([None] if page.has_counties else ()), name, None,
        *(f"{counts.received}/{counts.due}" for _ in _submission_columns(page)),
        f"{counts.kept}/{counts.due}",
        *_numbers(page, schools, aspects),
        max((school.largest_excess or 0 for school in schools), default=0) or page.say(NONE),
        None,
        *(sum(n for key, n in count.items() if key in of) for count in work[:3]),
        None,
    ]  # fmt: skip
    return [Cell(value, Look.TOTAL) for value in values]


def _numbers(page: Page, schools: Sequence[SchoolResult], aspects: Sequence[Tally]) -> list[Value]:
    """Classes, class-days due and with a report, and the counts of every aspect."""
    values: list[Value] = [sum(len(school.classes) for school in schools)]
    if page.has_due:
        values += class_days_of(schools) or (page.say(NONE), page.say(NONE))
    else:
        values.append(sum(school.reported for school in schools))
    for aspect in aspects:
        same = [
            tally
            for school in schools
            for tally in school.tallies
            if (tally.aspect, tally.unit) == (aspect.aspect, aspect.unit)
        ]
        values += _counts(page, total([Tally("", aspect.aspect, aspect.unit), *same]))
    return values


def _counts(page: Page, tally: Tally) -> list[Value]:
    is_of_entries = tally.unit == "entry"
    if not tally.judged:
        # An entry that says nothing about marking or posting is not logged.
        word = NOT_LOGGED if is_of_entries else NONE
        return [page.say(word), *[page.say(NONE)] * (len(_names(tally)) - 1)]
    rate = permille(tally.kept, tally.judged) / 1000
    if is_of_entries:
        return [tally.judged, tally.kept, rate]
    return [tally.judged, tally.kept, tally.broken, tally.undecided, rate]


def _submission_columns(page: Page) -> tuple[Column, ...]:
    """The column of what a school handed in, where a roster or a period says what is due."""
    if not any(school.submission for school in page.report.schools):
        return ()
    return (column(page, "submission"),)


def _state(page: Page, school: SchoolResult) -> Value:
    submission = school.submission
    if submission is None:
        return None
    is_nothing = submission.state is Submitted.PARTLY_RECEIVED and not submission.reported
    return page.say(NOTHING_CAME if is_nothing else STATES[submission.state])


def _class_days(page: Page) -> tuple[str, ...]:
    return ("due", "reported") if page.has_due else ("reported",)


def _stage(page: Page, school: SchoolResult) -> Value:
    basis = page.report.basis
    system = dict(basis.school_systems).get(school.school, basis.school_system)
    last = _LAST_OF_PRIMARY[system]
    grades = {result.key.grade for result in school.classes}
    stages = (any(grade <= last for grade in grades), any(grade > last for grade in grades))
    return page.say(STAGES[stages]) if stages in STAGES else None


def _work(parts: Parts) -> _Work:
    worst: dict[School | None, Finding] = {}
    for finding in parts.todo:
        most = worst.get(finding.school)
        if finding.unit == "minutes" and (most is None or _over(finding) > _over(most)):
            worst[finding.school] = finding
    return _Work(
        Counter(finding.school for finding in parts.todo),
        sum((Counter({item.school: open_rows(item)}) for item in parts.open), Counter()),
        Counter(group[0].school for group in parts.data),
        worst,
    )


def _over(finding: Finding) -> float:
    return finding.excess or 0
