"""The same homework reported twice: counted once, or told apart.

Equal entries of different sheets or sources count once. Entries equal but for their
minutes are two versions of one: the smaller to the larger counts. Inside one table equal
entries may be two tasks: both count, and are told.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from homework_check.checker.classdays.reports_of_a_day import (
    find_summaries,
    once_or_both,
    one_of,
    part_of,
    sheet_of,
)
from homework_check.model import Amount, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from homework_check.checker.classdays.gathered import ClassDay
    from homework_check.checker.classdays.reports_of_a_day import SheetName
    from homework_check.model import Entry, Work


class Settled(NamedTuple):
    """The entries of a class-day that count, and what was found to be said twice.

    `repeated`: groups equal inside one table, all counted; `duplicates`: groups equal
    across sheets, the first counted; `totals`: class totals not used because the entries
    with subjects stand beside them; `versions`: the entries of which there are several;
    `summaries`: entries not used because they sum up others, each with the first of those.
    """

    entries: tuple[Entry, ...]
    repeated: tuple[tuple[Entry, ...], ...] = ()
    duplicates: tuple[tuple[Entry, ...], ...] = ()
    totals: tuple[Entry, ...] = ()
    versions: tuple[Entry, ...] = ()
    summaries: tuple[tuple[Entry, Entry], ...] = ()

    @property
    def is_single(self) -> bool:
        """Whether nothing was said twice."""
        return not any(self[1:])


class SettledDay(NamedTuple):
    """A class-day after the same homework reported twice has been settled.

    `rivals` are sources without a school's name, in the same folder, that report the
    same class-day: nobody can tell whether they are one class.
    """

    class_day: ClassDay
    entries: tuple[Entry, ...]
    rivals: tuple[str, ...] = ()


class _Counted(NamedTuple):
    """Of entries that say the same, those that count; the others as in `Settled`."""

    entries: Sequence[Entry]
    repeated: Sequence[tuple[Entry, ...]] = ()
    duplicates: Sequence[tuple[Entry, ...]] = ()


def settle(entries: Sequence[Entry]) -> Settled:
    """Decide which entries of a class-day count, and with which amounts."""
    if any(entry.work.place is Place.EITHER for entry in entries):
        entries = _with_open_places(entries)
    reported, totals = _without_totals(entries)
    summaries = find_summaries(reported)
    sums = {id(summary) for summary, _ in summaries}
    used = [entry for entry in reported if id(entry) not in sums] if sums else reported
    groups: dict[tuple[object, ...], list[Entry]] = defaultdict(list)
    for entry in used:
        groups[entry.content, _described(entry.work)].append(entry)
    counted = [_count_alike(group) for group in groups.values()]
    duplicates = tuple(group for one in counted for group in one.duplicates)
    stands_in = {id(entry): {*map(sheet_of, group)} for group in duplicates for entry in group}
    counting = [entry for one in counted for entry in one.entries]
    counting = once_or_both(counting, reported, stands_in)
    return Settled(
        tuple(counting),
        tuple(group for one in counted for group in one.repeated),
        duplicates,
        totals,
        tuple(entry for entry in counting if entry.others),
        tuple(summaries),
    )


def _count_alike(group: Sequence[Entry]) -> _Counted:
    """Count entries that are equal but for their minutes."""
    if len(group) == 1:
        return _Counted(group)
    sheets = _by_sheet(group)
    repeated = [same for part in sheets.values() for same in _equal(part)]
    if len(sheets) == 1:
        return _Counted(group, repeated)
    found = _match(list(sheets.values()))
    agreed = [*found.once, *_versions(found.rest)]
    counting = _versions([agreed, *found.alone] if agreed else found.alone)
    return _Counted(counting, repeated, found.groups)


def _with_open_places(entries: Sequence[Entry]) -> Sequence[Entry]:
    """The entries; of work at home or in school the place is open where it may stand twice.

    That is where another sheet has work of the subject that is done in one of both places.
    """
    placed = {
        (entry.subject, sheet_of(entry))
        for entry in entries
        if entry.work.place in {Place.HOME, Place.SCHOOL}
    }

    def is_open(entry: Entry) -> bool:
        beside = {sheet for subject, sheet in placed if subject == entry.subject}
        return entry.work.place is Place.EITHER and bool(beside - {sheet_of(entry)})

    return [
        entry._replace(work=replace(entry.work, place=None)) if is_open(entry) else entry
        for entry in entries
    ]


def _described(work: Work) -> tuple[object, ...]:
    """All that is said of a piece of homework but its minutes and its content."""
    return (*part_of(work), work.none, work.reported, work.marked, work.posted)


def is_total(entry: Entry) -> bool:
    """Whether an entry is a class's total for a day: minutes of no subject and no content."""
    return entry.subject is None and not entry.content and entry.work.is_homework


def _without_totals(entries: Sequence[Entry]) -> tuple[list[Entry], tuple[Entry, ...]]:
    totals = tuple(entry for entry in entries if is_total(entry))
    if not totals or not any(e.subject is not None and e.work.reported for e in entries):
        return list(entries), ()
    return [entry for entry in entries if not is_total(entry)], totals


def _by_sheet(entries: Iterable[Entry]) -> dict[SheetName, list[Entry]]:
    sheets: dict[SheetName, list[Entry]] = defaultdict(list)
    for entry in entries:
        sheets[sheet_of(entry)].append(entry)
    return sheets


def _equal(entries: Sequence[Entry]) -> list[tuple[Entry, ...]]:
    """Entries of one sheet that are equal in their minutes too; statements of none may repeat."""
    by_minutes: dict[Amount, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.work.is_homework:
            by_minutes[entry.minutes].append(entry)
    return [tuple(same) for same in by_minutes.values() if len(same) > 1]


class _Matched(NamedTuple):
    """Entries that two sheets or more have alike, each once, and the groups of all of them.

    `rest` are the other entries of these sheets, and `alone` the sheets that have none of them.
    """

    once: Sequence[Entry]
    groups: Sequence[tuple[Entry, ...]]
    rest: Sequence[Sequence[Entry]]
    alone: Sequence[Sequence[Entry]]


def _match(sheets: Sequence[Sequence[Entry]]) -> _Matched:
    counts = [Counter(entry.minutes for entry in sheet) for sheet in sheets]
    in_two = {m for m in set().union(*counts) if sum(m in count for count in counts) > 1}
    once: list[Entry] = []
    groups: list[tuple[Entry, ...]] = []
    for amount in sorted(in_two, key=lambda m: (m.low, m.high or 0)):
        parts = [[e for e in sheet if e.minutes == amount] for sheet in sheets]
        longest = max(range(len(parts)), key=lambda n: len(parts[n]))
        once += parts[longest]
        groups.append(tuple(entry for part in parts for entry in part))
    rest: list[list[Entry]] = []
    alone: list[Sequence[Entry]] = []
    for sheet in sheets:
        left = [entry for entry in sheet if entry.minutes not in in_two]
        if len(left) == len(sheet):
            alone.append(sheet)
        elif left:
            rest.append(left)
    return _Matched(once, groups, rest, alone)


def _versions(sheets: Sequence[Sequence[Entry]]) -> list[Entry]:
    """What one sheet alone has counts as it is; of several, the smaller to the larger sum."""
    if len(sheets) < 2:
        return [entry for part in sheets for entry in part]
    lows = [sum(entry.minutes.low for entry in part) for part in sheets]
    highs = [entry.minutes.high for part in sheets for entry in part]
    sums = [sum(entry.minutes.high or 0 for entry in part) for part in sheets]
    high = None if None in highs else max(sums)
    return [one_of([entry for part in sheets for entry in part], Amount(min(lows), high))]
