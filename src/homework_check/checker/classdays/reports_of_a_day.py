"""Files that report the same subjects of a class-day as others: sums of them, or corrections."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Final, TypeAlias

from homework_check.model import Amount, Form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from homework_check.model import Entry, Work

_REVISED: Final = frozenset({"version", "revision"})

SheetName: TypeAlias = tuple[str, str | None]
"""A source and the name of a sheet in it; a report that all sheets of a source make has none."""


def part_of(work: Work) -> tuple[object, ...]:
    """The part of a class-day's homework that a piece of it belongs to."""
    return work.subject, work.form, work.place, work.choice, work.layer


def sheet_of(entry: Entry) -> SheetName:
    """Where an entry stands."""
    return entry.table.source, entry.table.sheet


def find_summaries(entries: Sequence[Entry]) -> list[tuple[Entry, Entry]]:
    """Entries that are the sum of another sheet's of their subject, each with the first of those.

    A summary names no contents, and stands in a table of sums; its amount is that of all work of
    the subject, or of the written, and of the same place, choice and layer.
    """
    if len({*map(sheet_of, entries)}) < 2:
        return []
    by_subject: dict[str, dict[SheetName, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for entry in entries:
        if entry.subject is not None and entry.work.is_homework:
            by_subject[entry.subject][sheet_of(entry)].append(entry)
    return [
        (others[0], own[0])
        for sheets in by_subject.values()
        for own in sheets.values()
        if all(entry.content for entry in own)
        for others in sheets.values()
        if len(others) == 1 and _is_sum(others[0], own)
    ]


def _is_sum(entry: Entry, parts: Sequence[Entry]) -> bool:
    if entry.content or not entry.table.holds_sums:
        return False
    alike = {(e.work.place, e.work.choice, e.work.layer) for e in (entry, *parts)}
    return len(alike) == 1 and entry.minutes in _sums(parts)


def _sums(entries: Sequence[Entry]) -> Iterator[Amount]:
    """What the amounts of entries add up to: all, and the written; nothing if one is unclear."""
    if all(entry.minutes.low == entry.minutes.high for entry in entries):
        for chosen in (entries, [e for e in entries if e.work.form is Form.WRITTEN]):
            total = sum(entry.minutes.low for entry in chosen)
            yield Amount(total, total)


def once_or_both(
    counting: list[Entry],
    reported: Sequence[Entry],
    stands_in: Mapping[int, AbstractSet[SheetName]],
) -> list[Entry]:
    """The entries, with what two reports have of one subject as one, where both are of a day.

    That they are is told by their subjects: several, and the same. One file a teacher has fewer.
    A report that is called a version of another has some of its subjects. Sheets of one workbook
    add up, unless one is called so.
    `stands_in` are the sheets of an entry (by its identity) that several have alike.
    """
    tables = {entry.table for entry in reported}
    revised = {table.source for table in tables if "version" in table.roles}

    def report_of(sheet: SheetName) -> SheetName:
        return sheet if sheet[0] in revised else (sheet[0], None)

    subjects: dict[SheetName, set[str | None]] = defaultdict(set)
    for entry in reported:
        subjects[report_of(sheet_of(entry))].add(entry.subject)
    if len(subjects) < 2:
        return counting
    several = [own for own in subjects.values() if len(own) > 1]
    reports = {report for report, own in subjects.items() if several.count(own) > 1}
    called = {report_of((t.source, t.sheet)) for t in tables if not t.roles.isdisjoint(_REVISED)}
    replaced = {*chain.from_iterable(_with_subjects_of(report, subjects) for report in called)}
    reports |= replaced
    if not reports:
        return counting
    groups: dict[object, list[Entry]] = defaultdict(list)
    for entry in counting:
        is_one = report_of(sheet_of(entry)) in reports and not entry.others
        groups[part_of(entry.work) if is_one and entry.work.is_homework else id(entry)].append(
            entry
        )
    found: list[Entry] = []
    for part, group in groups.items():
        within = [{*map(report_of, stands_in.get(id(entry), {sheet_of(entry)}))} for entry in group]
        others = replaced.difference(*within) if isinstance(part, tuple) else set()
        by_others = [e for e in reported if others and report_of(sheet_of(e)) in others]
        own = {part_of(e.work) for e in reported if report_of(sheet_of(e)) not in others}
        rivals = [
            entry for entry in by_others
            if entry.subject == group[0].subject and part_of(entry.work) not in own
        ]  # fmt: skip
        found += _at_least_once(group, within, rivals)
    return found


def _with_subjects_of(
    report: SheetName, subjects: Mapping[SheetName, AbstractSet[str | None]]
) -> set[SheetName]:
    """The reports that have a subject in common with `report`; none but itself: nothing."""
    found = {other for other, own in subjects.items() if own & subjects[report]}
    return found if len(found) > 1 else set()


def _at_least_once(
    group: Sequence[Entry], reports: Sequence[AbstractSet[SheetName]], rivals: Sequence[Entry]
) -> Sequence[Entry]:
    """One entry of at least what one report has and at most all, if several reports have any.

    `reports` are those of each entry, and `rivals` what others that stand for them have instead,
    such as oral work of the subject: a rule that does not count these may count nothing at all.
    """
    if not rivals and (len(group) < 2 or len({*chain.from_iterable(reports)}) < 2):
        return group
    lows: Counter[SheetName] = Counter()
    for entry, within in zip(group, reports, strict=True):
        for report in within:
            lows[report] += entry.minutes.low
    highs = [entry.minutes.high for entry in group]
    high = None if None in highs else sum(amount or 0 for amount in highs)
    return [one_of([*group, *rivals], Amount(min(lows.values()), high))]


def one_of(versions: Sequence[Entry], minutes: Amount) -> Entry:
    """One entry for several; where these do not agree whether it is marked, nobody knows."""
    first, *others = versions
    works = [entry.work for entry in versions]
    work = replace(
        first.work,
        minutes=minutes,
        marked=_agreed(work.marked for work in works),
        posted=_agreed(work.posted for work in works),
        covers_days_off=any(work.covers_days_off for work in works),
        vacation=any(work.vacation for work in works),
        doubtful=any(work.doubtful for work in works),
        maybe_none=any(work.maybe_none for work in works),
    )
    return first._replace(work=work, others=tuple(others))


def _agreed(answers: Iterable[str | None]) -> str | None:
    """The one answer that is given; None: no sheet has the column; blank: they differ."""
    known = {answer for answer in answers if answer is not None}
    return next(iter(known)) if len(known) == 1 else "" if known else None
