"""Remarks on what was read as findings, and whether they keep a verdict open."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from homework_check.checker.reading.wording import About, reading_finding
from homework_check.messages import phrases
from homework_check.messages.findings import READING, blocks
from homework_check.messages.inspection import stated_at
from homework_check.report import Finding, minutes
from homework_check.text import Text, Values, same

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from homework_check.log import Log
    from homework_check.model import Entry, Location, Remark
    from homework_check.table import Table

EntryKey: TypeAlias = tuple[str, str | None, str, int]
"""Source, sheet, column and row: enough to find an entry again."""


def entry_key(entry: Entry) -> EntryKey:
    """Where an entry stands; a row may hold entries of several classes and days."""
    return entry.table.source, entry.table.sheet, entry.work.column, entry.row


def entry_findings(
    log: Log, open_entries: AbstractSet[EntryKey], homeless: AbstractSet[EntryKey]
) -> Iterator[Finding]:
    """Remarks of entries, those alike of one class-day together.

    They block where the entry has no class-day (`homeless`) or leaves its class-day's
    verdict open (`open_entries`); elsewhere they only tell, and so stand apart: blank minutes of
    what is read aloud are no reason for anything.
    """
    groups: dict[tuple[bool, tuple[object, ...]], list[tuple[Entry, Remark]]] = defaultdict(list)
    for entry in chain.from_iterable(part.with_problems() for part in log.parts):
        place = entry_key(entry)
        is_open = place in open_entries or place in homeless
        for remark in entry.problems:
            key = (entry.table, remark.rule, remark.case, remark.values, remark.value,
                   entry.school, entry.grade, entry.classes, entry.date)  # fmt: skip
            groups[is_open, key].append((entry, remark))
    for (is_open, _), group in groups.items():
        entry, remark = group[0]
        places = tuple(dict.fromkeys(at for _, r in group for at in r.locations))
        blocking = is_open and blocks(remark.rule, remark.case)
        case = remark.case
        if not remark.value and case == "" and "blank" in READING[remark.rule]:
            case = "blank"
        yield reading_finding(
            remark.rule,
            case,
            _values(remark, places, len(group), entry.table),
            _about_all(entry for entry, _ in group),
            places,
            value=remark.value,
            count=len(group),
            blocking=blocking,
        )


def unreported_findings(log: Log, open_entries: AbstractSet[EntryKey]) -> Iterator[Finding]:
    """Rows with keys but without homework: one finding a class-day."""
    groups: dict[tuple[object, ...], list[Entry]] = defaultdict(list)
    for entry in chain.from_iterable(part.unreported() for part in log.parts):
        groups[entry.unit].append(entry)
    for group in groups.values():
        about = _about(group[0])
        places = tuple(entry.location()._replace(minutes=None) for entry in group)
        values = {
            "cells": phrases.cells(places),
            "cls": phrases.class_name(about.grade, about.class_name),
            "day": phrases.day(about.day) if about.day else same(""),
        }
        blocking = about.day is None or any(entry_key(e) in open_entries for e in group)
        yield reading_finding(
            "not-reported", "", values, about, places, count=len(places), blocking=blocking
        )


def remark_findings(log: Log) -> Iterator[Finding]:
    """Remarks about tables as a whole; one about several is told of the first."""
    for sheet in log.sheets:
        of_parts = zip(sheet.parts, sheet.remarks_of_parts, strict=True)
        firsts = {remark: part for part, remarks in reversed([*of_parts]) for remark in remarks}
        for remark in sheet.remarks:
            part = firsts[remark]
            count = len(remark.locations)
            yield reading_finding(
                remark.rule,
                remark.case,
                _values(remark, remark.locations, count, part.table),
                About(next((one.school for one in part.classes), None)),
                remark.locations,
                value=remark.value,
                count=max(1, count),
            )


def _about(entry: Entry) -> About:
    name = entry.classes[0] if entry.classes and len(entry.classes) == 1 else None
    return About(entry.school, entry.grade, name, entry.date, entry.subject)


def _about_all(entries: Iterable[Entry]) -> About:
    """What entries of one class-day are about; of a subject, if all are of it."""
    first, *others = map(_about, entries)
    is_of_one = all(other.subject == first.subject for other in others)
    return first if is_of_one else first._replace(subject=None)


def _values(remark: Remark, places: tuple[Location, ...], count: int, table: Table) -> Values:
    """The placeholders of a remark; texts from the file are made inert."""
    cells = phrases.cells(places)
    values: dict[str, Text | str | float] = {
        "cells": cells,
        "cell": cells,
        "n": count,
        "value": phrases.quote(remark.value or ""),
        "sheet": phrases.inert(table.sheet or table.source),
        "row": table.header_rows[0],
        "field": phrases.field_name(remark.field or "content"),
    }
    for name, text in remark.values:
        values[name] = stated_at(text) if name.startswith("where") else phrases.quote(text)
    if "day" in values:
        values |= _weekday(str(values["day"]))
    if remark.rule == "total-mismatch":
        values["sum"] = phrases.number(minutes(int(dict(remark.values)["sum"])))
    return values


def _weekday(iso: str) -> dict[str, Text | str]:
    day = phrases.day(date.fromisoformat(iso))
    zh, en = day.zh[:-2], day.en[4:]
    return {"date": Text(zh, en), "weekday": Text(day.zh[-2:], day.en[:3])}
