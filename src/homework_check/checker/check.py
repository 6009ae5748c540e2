"""Logs and rules in, report out."""

from __future__ import annotations

from itertools import chain, groupby
from typing import TYPE_CHECKING, NamedTuple

from homework_check.checker.aspects import find_unplaced, open_aspects
from homework_check.checker.basis import describe_basis, describe_pack
from homework_check.checker.cover import cover
from homework_check.checker.examiner import Examiner
from homework_check.checker.kinds.coverage import apply_coverage
from homework_check.checker.reading.alike_schools import find_alike_schools
from homework_check.checker.reading.gaps import find_classes_without_log
from homework_check.checker.reading.sources import source_findings
from homework_check.checker.schools import school_results
from homework_check.checker.submissions.copies import without_duplicates
from homework_check.checker.submissions.handed_in import hand_in
from homework_check.checker.submissions.joining import join_counties, join_roster
from homework_check.checker.tallies import add_class_days, overall, with_unreported
from homework_check.model import Verdict
from homework_check.report import Report
from homework_check.tally import add_up
from homework_check.workbook import split_cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from homework_check.expected import ExpectedSchool, Roster
    from homework_check.log import Log
    from homework_check.model import School
    from homework_check.report import Finding
    from homework_check.rules.pack import RulePack
    from homework_check.settings import Settings
    from homework_check.workbook import PassedOver


class Occasion(NamedTuple):
    """What a report says of its own making. `generated_at` is ISO 8601 with offset."""

    version: str
    generated_at: str
    passed_over: tuple[PassedOver, ...] = ()
    ignored: tuple[str, ...] = ()


def check(
    logs: Iterable[Log],
    pack: RulePack,
    settings: Settings,
    occasion: Occasion,
    roster: Roster | None = None,
) -> Report:
    """Hold the logs against the rules of `pack`, and the schools against the roster.

    Logs are looked at as they come, so an iterator may still be at work on those that follow.
    """
    examiner = Examiner(pack, settings)
    come, expected = _look_at_all(logs, examiner, roster)
    counting, copies = without_duplicates(come)
    examined = examiner.examine(counting)
    gathered = examined.gathered
    came = hand_in(counting, gathered, roster, expected, pack, settings)
    outcomes, unreported = apply_coverage(pack.rules, came, gathered, settings)
    examined = examined._replace(counts=with_unreported(examined.counts, outcomes))
    unread = source_findings(come, copies, came.of_files)
    without = find_classes_without_log(gathered, expected, settings)
    alike = find_alike_schools(gathered) if roster is None else ()
    findings = _in_order((*examined.findings, *unreported, *without, *alike, *unread), come)
    unsettled = open_aspects(pack.rules, find_unplaced(gathered, came), settings)
    schools = school_results(examined, came, findings, unsettled, settings.meets)
    tallies = add_up(chain.from_iterable(school.tallies for school in schools))
    blocked = any(f.verdict is Verdict.UNDECIDED and f.aspect is None for f in findings)
    return Report(
        version=occasion.version,
        generated_at=occasion.generated_at,
        pack=describe_pack(pack),
        basis=describe_basis(pack, occasion.ignored, settings, examined, tallies, counting),
        verdict=overall((school.verdict for school in schools), blocked=blocked),
        coverage=cover(examined.covered.values(), gathered.classes, came.due, settings),
        class_days=add_class_days(school.class_days for school in schools),
        tallies=tallies,
        schools=schools,
        logs=tuple(come),
        findings=findings,
        passed_over=occasion.passed_over,
        roster=came.roster,
        copies=tuple(copies),
    )


def _look_at_all(
    logs: Iterable[Log], examiner: Examiner, roster: Roster | None
) -> tuple[list[Log], dict[School, ExpectedSchool]]:
    """All logs, and the schools of the roster by what they are called in them."""
    if roster is not None:
        # Only all logs together say what the schools of a roster are called.
        return join_roster(list(logs), roster)
    come: list[Log] = []
    for log in logs:
        examiner.look_at(log)
        come.append(log)
    return join_counties(come, examiner.schools), {}


def _in_order(findings: Sequence[Finding], logs: Sequence[Log]) -> tuple[Finding, ...]:
    """By first location in reading order, then by rule, then by what they say."""
    sources = {log.path: number for number, log in enumerate(logs)}
    sheets = {
        (log.path, sheet.name): number for log in logs for number, sheet in enumerate(log.sheets)
    }

    def words(number: int) -> str:
        return findings[number].message.zh

    def place(finding: Finding) -> tuple[object, ...]:
        firsts = []
        for at in finding.locations:
            column, row = split_cell(at.cell or "") or ("", 0)
            sheet = sheets.get((at.source, at.sheet or ""), 0)
            firsts.append((sources[at.source], sheet, row, len(column), column))
        first = min(firsts, default=(len(sources), 0, 0, 0, ""))
        return (*first, finding.rule, finding.grade or 0)

    places = list(map(place, findings))
    in_order = sorted(range(len(findings)), key=places.__getitem__)
    groups = (list(alike) for _, alike in groupby(in_order, key=places.__getitem__))
    # Words only where nothing else tells: most findings are never put into any.
    return tuple(
        findings[number]
        for group in groups
        for number in (sorted(group, key=words) if len(group) > 1 else group)
    )
