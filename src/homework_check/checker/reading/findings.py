"""Everything about the reading that a report has to tell, as findings."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from homework_check.checker.reading.gaps import find_gaps
from homework_check.checker.reading.remarks import (
    entry_findings,
    entry_key,
    remark_findings,
    unreported_findings,
)
from homework_check.checker.reading.twice import said_twice
from homework_check.checker.reading.wording import About, reading_finding
from homework_check.messages import phrases
from homework_check.model import Location, Verdict
from homework_check.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet
    from datetime import date

    from homework_check.checker.classdays.gathered import Gathered
    from homework_check.checker.judge import Judged
    from homework_check.checker.kinds.limit import Judgement
    from homework_check.checker.reading.remarks import EntryKey
    from homework_check.log import Log
    from homework_check.model import Entry, School
    from homework_check.report import Finding
    from homework_check.settings import Settings
    from homework_check.table import Table
    from homework_check.text import Values

_KEY_FIELDS = {"grade": "homeless", "date": "homeless", "year": "year"}
"""Without these an entry is of no class-day; with the case of the finding that tells it."""

_MOST_CELLS = 20


def reading_findings(
    logs: Iterable[Log],
    gathered: Gathered,
    judged: Judged,
    settings: Settings,
    valid: tuple[date, date | None],
) -> Iterator[Finding]:
    """What has to be told of the reading of logs that count, in no particular order.

    `valid` are the first and the last day of the rule pack (None: it is in force).
    """
    open_entries = _open_entries(judged.judgements)
    homeless = {entry_key(entry) for entry in gathered.homeless}
    for log in logs:
        yield from remark_findings(log)
        yield from entry_findings(log, open_entries, homeless)
        yield from unreported_findings(log, open_entries)
    yield from _missing_fields(gathered.homeless, judged.judgements)
    yield from said_twice(judged.settled, judged.judgements)
    if settings.period is None:
        yield from find_gaps(gathered.classes, settings.calendar)
    else:
        yield from _outside("", gathered.outside, *settings.period)
    yield from _outside("pack", gathered.outside_pack, *valid)


def _open_entries(judgements: Iterable[Judgement]) -> AbstractSet[EntryKey]:
    """Entries whose doubts keep the verdict of a class-day open."""
    return {
        entry_key(contribution.entry)
        for judgement in judgements
        if judgement.verdict is Verdict.UNDECIDED
        for contribution in judgement.contributions
        if contribution.doubts
    }


def _missing_fields(
    homeless: Sequence[Entry], judgements: Iterable[Judgement]
) -> Iterator[Finding]:
    """Columns a table lacks, where that keeps verdicts open, with how many."""
    open_units: dict[tuple[Table, str], int] = defaultdict(int)
    school_of: dict[Table, School] = {}
    for judgement in judgements:
        if judgement.verdict is Verdict.UNDECIDED:
            pairs = {(c.entry.table, doubt) for c in judgement.contributions for doubt in c.doubts}
            for table, doubt in pairs:
                open_units[table, doubt] += 1
            school_of |= dict.fromkeys((table for table, _ in pairs), judgement.key.school)
    for entry in homeless:
        school_of[entry.table] = entry.school
        for field in _KEY_FIELDS:
            open_units[entry.table, field] += 1
    for (table, field), units in open_units.items():
        if field in table.missing:
            values: Values = {
                "sheet": phrases.inert(table.sheet or table.source),
                "field": phrases.field_name(field),
                "row": table.header_rows[0],
                "n": units,
            }
            where = (Location(table.source, table.sheet, None),)
            case = _KEY_FIELDS.get(field, "")
            about = About(school_of[table], field=field)
            yield reading_finding("missing-field", case, values, about, where, count=units)


def _days(first: date, last: date | None) -> Text:
    if last is None:
        return Text(f"{first}起", f"from {first} on")
    return Text(f"{first}至{last}", f"{first} to {last}")


def _outside(
    case: str, entries: Iterable[Entry], first: date, last: date | None
) -> Iterator[Finding]:
    by_source: dict[tuple[str, School], list[Entry]] = defaultdict(list)
    for entry in entries:
        by_source[entry.table.source, entry.school].append(entry)
    for (_, school), group in by_source.items():
        values: Values = {
            "n": len(group),
            "days": _days(first, last),
            "cells": phrases.cells(entry.location() for entry in group),
        }
        where = tuple(entry.location() for entry in _examples(group))
        about = About(school)
        dates = tuple(sorted({entry.date for entry in group if entry.date}))
        yield reading_finding(
            "outside-period", case, values, about, where, count=len(group), dates=dates
        )


def _examples(entries: Sequence[Entry]) -> Iterable[Entry]:
    """A few entries as they are; of more, as where a log is of another week, one a day and sheet.

    The cells of a district's logs would fill the report.
    """
    if len(entries) <= _MOST_CELLS:
        return entries
    firsts: dict[tuple[str | None, date | None], Entry] = {}
    for entry in entries:
        firsts.setdefault((entry.table.sheet, entry.date), entry)
    return firsts.values()
