"""Findings about homework that was reported twice, alike or in two versions."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from homework_check.checker.reading.wording import About, reading_finding
from homework_check.messages import phrases
from homework_check.model import Verdict
from homework_check.report import minutes
from homework_check.text import same

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from homework_check.checker.classdays.gathered import ClassDay
    from homework_check.checker.classdays.versions import Settled
    from homework_check.checker.kinds.limit import Judgement
    from homework_check.model import Entry, Location
    from homework_check.report import Finding
    from homework_check.table import Table
    from homework_check.text import Values


def said_twice(
    settled: Iterable[tuple[ClassDay, Settled]], judgements: Iterable[Judgement]
) -> Iterator[Finding]:
    """Entries that stand twice, in two versions, or beside a total that differs from them."""
    open_days = {
        (j.key, day) for j in judgements if j.verdict is Verdict.UNDECIDED for day in j.days
    }
    doubles: dict[tuple[str, str, str], list[Entry]] = defaultdict(list)
    sums: dict[tuple[str, str, str], list[Entry]] = defaultdict(list)
    for class_day, found in settled:
        if found.is_single:
            continue
        about = About(class_day.key.school, class_day.key.grade, class_day.key.name, class_day.day)
        for group in found.repeated:
            place, *others = (e.location() for e in group)
            values: Values = {"cells": phrases.cells([place]), "cells2": phrases.cells(others)}
            yield reading_finding(
                "duplicate-entry", "sheet", values, about, (place, *others), count=len(group)
            )
        for group in found.duplicates:
            first, last = group[0].table, group[-1].table
            doubles[first.source, *_names(first, last)].append(group[0])
        is_open = (class_day.key, class_day.day) in open_days
        # What is written in one and oral in the other stands for each other both ways.
        by_places = {frozenset(_places(entry)): entry for entry in reversed(found.versions)}
        for entry in reversed(by_places.values()):
            yield _overlap(entry, about, blocking=is_open)
        for summary, summed in found.summaries:
            sums[summary.table.source, *_names(summed.table, summary.table)].append(summary)
        if found.totals:
            yield from _other_totals(found, about)
    yield from _between_two(doubles, "files")
    yield from _between_two(sums, "summary")


def _between_two(
    found: Mapping[tuple[str, str, str], Sequence[Entry]], case: str
) -> Iterator[Finding]:
    """One finding for all entries that two files or sheets have in common."""
    for (_, file, file2), entries in found.items():
        both: Values = {
            "n": len(entries),
            "file": phrases.inert(file),
            "file2": phrases.inert(file2),
        }
        where = tuple(entry.location() for entry in entries)
        about = About(entries[0].school)
        yield reading_finding("duplicate-entry", case, both, about, where, count=len(entries))


def _overlap(entry: Entry, about: About, *, blocking: bool) -> Finding:
    other = entry.others[-1]
    low, high = entry.minutes
    file1, file2 = _names(entry.table, other.table)
    values: Values = {
        "cls": phrases.class_name(about.grade, about.class_name),
        "day": phrases.day(about.day) if about.day else same(""),
        "subject": phrases.subject(entry.subject),
        "file1": phrases.inert(file1),
        "file2": phrases.inert(file2),
        "a": phrases.number(minutes(low)),
        "b": "?" if high is None else phrases.number(minutes(high)),
    }
    where = tuple(_places(entry))
    about = about._replace(subject=entry.subject)
    case = "" if other.content == entry.content else "reworded"
    return reading_finding("overlapping-entry", case, values, about, where, blocking=blocking)


def _places(entry: Entry) -> Iterator[Location]:
    return (each.location() for each in (entry, *entry.others))


def _names(one: Table, other: Table) -> tuple[str, str]:
    """What to call two tables by: their sources, or the sheets of one workbook."""
    if one.source != other.source:
        return one.source, other.source
    return one.sheet or one.source, other.sheet or other.source


def _other_totals(found: Settled, about: About) -> Iterator[Finding]:
    """A class's total for the day that differs from the sum of its subjects."""
    counted = [entry.minutes for entry in found.entries]
    if any(amount.low != amount.high for amount in counted):
        return
    total = sum(amount.low for amount in counted)
    written = sum(e.minutes.low for e in found.entries if e.work.form == "written")
    for entry in found.totals:
        if entry.minutes.low == entry.minutes.high and entry.minutes.low not in {total, written}:
            stated = phrases.number(minutes(entry.minutes.low))
            where = (entry.location(),)
            values: Values = {
                "cell": phrases.cells(where),
                "value": stated,
                "sum": phrases.number(minutes(total)),
            }
            yield reading_finding("total-mismatch", "", values, about, where, value=stated)
