"""Parts of sentences in both languages: classes, days, cells, contributions.

Text that comes from files is made inert here, so that callers need not think of it.
"""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from homework_check.messages import words
from homework_check.messages.about_sources import CASES_OF_TYPES, FILE_TYPES
from homework_check.messages.cuts import cut
from homework_check.messages.inert import inert, masked, quote
from homework_check.messages.words import field_name, number, subject
from homework_check.text import Text, same
from homework_check.workbook import split_cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from homework_check.model import Location, School

__all__ = [
    "FULL", "Prefix", "assumed", "assumed_value", "case_of_unreadable", "cells", "class_name",
    "cut", "day", "days", "field_name", "grade_name", "inert", "items", "joined", "number",
    "prefix_for", "quote", "rows", "school_name", "span", "subject", "week",
    "why_unreadable",
]  # fmt: skip


class Prefix(NamedTuple):
    """What stands before the address of a cell: its sheet's name, its source's path."""

    sheet: bool = False
    source: bool = False


FULL: Final = Prefix(sheet=True, source=True)

_MOST_CELLS = 5
_MOST_ITEMS = 10
_MOST_DAYS = 10
_MOST_ROWS = 10


def why_unreadable(details: Iterable[tuple[str, str]]) -> dict[str, Text | str]:
    """The placeholders that say why a source could not be read."""
    return {name: FILE_TYPES.get(text) or quote(text) for name, text in details}


def case_of_unreadable(path: str, reason: str, details: Iterable[tuple[str, str]]) -> str:
    """The wording for a source that could not be read: what helps depends on what it is."""
    if reason == "damaged" and path.lower().endswith(".zip"):
        return "damaged-archive"
    return CASES_OF_TYPES.get(dict(details).get("type", ""), reason)


def grade_name(grade: int) -> Text:
    """Name a grade from 1 to 12: 三年级, Grade 3; 10 is 高一."""
    zh = words.SENIOR.get(grade) or f"{words.NUMERALS[grade]}年级"
    return Text(zh, f"Grade {grade}")


@cache
def class_name(grade: int | None, name: str | None) -> Text:
    """Name a class. `name` None: the whole grade; `grade` None: it is not known."""
    if grade is None and name is None:
        return Text("（班级不明）", "(class unknown)")
    start = grade_name(grade) if grade is not None else same("")
    if name is None:
        return Text(f"{start.zh}（全年级）", f"{start.en} (all)")
    shown = quote(name)
    last = Text(f"{shown}班", f"Class {shown}") if name.isdecimal() else same(shown)
    return Text(f"{start.zh}{last.zh}", f"{start.en} {last.en}".strip())


@cache
def day(date_: date) -> Text:
    """Name a day of a year that is known from elsewhere: 9月5日周二, Tue 5 Sep."""
    zh, en = words.WEEKDAYS[date_.weekday()]
    month = words.MONTHS[date_.month - 1][:3]
    return Text(f"{date_.month}月{date_.day}日{zh}", f"{en} {date_.day} {month}")


def week(date_: date) -> Text:
    """Name the week of a day by its Monday: 9月4日这一周, week of 4 Sep."""
    monday = date_ - timedelta(days=date_.weekday())
    month = words.MONTHS[monday.month - 1][:3]
    return Text(f"{monday.month}月{monday.day}日这一周", f"week of {monday.day} {month}")


def days(dates: Sequence[date]) -> Text:
    """List days, three or more that follow each other by the first and the last.

    Of more than 10 days or spans the rest is only counted.
    """
    runs: list[list[date]] = []
    for date_ in dates:
        if runs and date_ - runs[-1][-1] == timedelta(days=1):
            runs[-1].append(date_)
        else:
            runs.append([date_])
    parts = [part for run in runs for part in ([run] if len(run) > 2 else [[d] for d in run])]
    listed = joined([_run(part) for part in parts[:_MOST_DAYS]])
    rest = sum(map(len, parts[_MOST_DAYS:]))
    if rest <= 0:
        return listed
    return Text(f"{listed.zh}等共{len(dates)}天", f"{listed.en} and {rest} more")


def _run(dates: Sequence[date]) -> Text:
    first, last = day(dates[0]), day(dates[-1])
    return first if len(dates) == 1 else Text(f"{first.zh}至{last.zh}", f"{first.en} to {last.en}")


def rows(numbers: Sequence[int]) -> Text:
    """List rows by their numbers; of more than 10 the rest is only counted."""
    listed = joined([same(str(number)) for number in numbers[:_MOST_ROWS]])
    if len(numbers) <= _MOST_ROWS:
        return listed
    rest = len(numbers) - _MOST_ROWS
    return Text(f"{listed.zh}等{len(numbers)}", f"{listed.en} and {rest} more")


def span(first: date, last: date) -> Text:
    """Name days from `first` to `last`: 2023年9月4日至9月8日, 4-8 September 2023."""
    zh = f"{first.year}年{first.month}月{first.day}日"
    start, end = (f"{words.MONTHS[d.month - 1]} {d.year}" for d in (first, last))
    if first == last:
        return Text(zh, f"{first.day} {start}")
    year = "" if first.year == last.year else f"{last.year}年"
    zh = f"{zh}至{year}{last.month}月{last.day}日"
    if start == end:
        return Text(zh, f"{first.day}-{last.day} {end}")
    month = words.MONTHS[first.month - 1] if first.year == last.year else start
    return Text(zh, f"{first.day} {month} - {last.day} {end}")


def assumed_value(field: str, value: str) -> Text:
    """Name a value that is taken for a field which tables lack."""
    known = {"form": words.FORMS, "place": words.PLACES}.get(field, {})
    return known.get(value) or same(inert(value))


def assumed(field: str, value: str) -> Text:
    """Say which value is taken for a field: 完成地点按在家完成算, place taken as home."""
    name, taken = field_name(field), assumed_value(field, value)
    return Text(f"{name.zh}按{taken.zh}算", f"{name.en} taken as {taken.en}")


def joined(texts: Sequence[Text]) -> Text:
    """Put texts in a row: 、 in Chinese, commas in English."""
    return words.LIST.join(texts)


def school_name(school: School) -> Text:
    """Name a school; one without a name goes by its source."""
    if school.name is not None:
        return same(masked(school.name))
    source = inert(school.source or "")
    return Text(f"（未写学校）{source}", f"(no school name) {source}".rstrip())


def prefix_for(sheets: Iterable[tuple[str, str | None]]) -> Prefix:
    """What an address has to say where all these sheets, each by its source and name, are meant."""
    different = set(sheets)
    sources = {source for source, _ in different}
    return Prefix(sheet=len(different) > 1, source=len(sources) > 1)


def cells(
    locations: Iterable[Location], prefix: Prefix | None = None, *, most: int = _MOST_CELLS
) -> Text:
    """List addresses, three or more below each other as a range: H11:H13、H17.

    Each address once, in the order of the sheets and then of columns and rows; of more
    than `most` the rest is only counted. `prefix` None: what tells these apart. A location
    without a cell goes by its sheet or path.
    """
    places: dict[tuple[str, str | None], list[str]] = {}
    for location in dict.fromkeys((at.source, at.sheet, at.cell) for at in locations):
        places.setdefault(location[:2], []).append(location[2] or "")
    prefix = prefix or prefix_for(places)
    shown: list[str] = []
    counts: list[int] = []
    for (source, sheet), addresses in places.items():
        before = _before(source, sheet, prefix)
        for address, count in _ranges(addresses):
            shown.append(before + address if address else inert(sheet or source))
            counts.append(count)
    rest = sum(counts[most:])
    listed = joined([same(s) for s in shown[:most]])
    if not rest:
        return listed
    return Text(f"{listed.zh}等共{sum(counts)}格", f"{listed.en} and {rest} more")


def items(
    locations: Sequence[Location], prefix: Prefix | None = None, *, with_minutes: bool = True
) -> Text:
    """List contributions: 数学30（H12）、语文25（H11）, or 语文“抄写生字两行”（E31）.

    Minutes are left out where unknown, and everywhere without `with_minutes`; of more
    than 10 contributions the rest is only counted. `prefix` None: what tells these apart.
    """
    prefix = prefix or prefix_for((at.source, at.sheet) for at in locations)
    texts: list[Text] = []
    for at in locations[:_MOST_ITEMS]:
        name = subject(at.subject)
        amount = number(at.minutes / 10) if with_minutes and at.minutes is not None else ""
        where = _before(at.source, at.sheet, prefix) + (at.cell or "")
        words = quote(at.content) if at.content else ""
        texts.append(
            Text(
                f"{name.zh}{amount}" + (f"“{words}”" if words else "") + f"（{where}）",
                f"{name.en} {amount}".rstrip() + (f' "{words}"' if words else "") + f" ({where})",
            )
        )
    rest = len(locations) - len(texts)
    listed = joined(texts)
    if not rest:
        return listed
    return Text(f"{listed.zh}等共{len(locations)}项", f"{listed.en} and {rest} more")


def _before(source: str, sheet: str | None, prefix: Prefix) -> str:
    in_sheet = f"{inert(sheet)}!" if sheet is not None and any(prefix) else ""
    return f"{inert(source)} {in_sheet}" if prefix.source else in_sheet


def _ranges(addresses: list[str]) -> list[tuple[str, int]]:
    """Addresses and ranges with the number of cells in each; "" stays a cell of its own."""
    runs: list[list[tuple[str, int]]] = []
    for column, row in sorted(map(_parts, addresses), key=lambda p: (len(p[0]), p)):
        if runs and runs[-1][-1] == (column, row - 1) and column:
            runs[-1].append((column, row))
        else:
            runs.append([(column, row)])
    shown: list[tuple[str, int]] = []
    for run in runs:
        names = [f"{column}{row}" if row else column for column, row in run]
        if len(run) > 2:
            shown.append((f"{names[0]}:{names[-1]}", len(run)))
        else:
            shown += [(name, 1) for name in names]
    return shown


def _parts(address: str) -> tuple[str, int]:
    return split_cell(address) or (address, 0)
