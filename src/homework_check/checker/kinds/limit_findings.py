"""Findings of limit rules: what is over, by how much, in which cells, and what to do."""

from __future__ import annotations

from functools import cache, partial
from itertools import chain
from typing import TYPE_CHECKING

from homework_check.checker.kinds.findings import own_words, rule_finding
from homework_check.checker.kinds.layers import without_lesser_layers
from homework_check.messages import phrases
from homework_check.messages.findings import UNDECIDED
from homework_check.messages.wording import Wording
from homework_check.messages.words import SENTENCES
from homework_check.model import Location, Verdict
from homework_check.report import minutes
from homework_check.rules.base import Select
from homework_check.text import LateText, Text, same

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from homework_check.checker.kinds.contributions import Contribution
    from homework_check.checker.kinds.limit import Judgement
    from homework_check.model import Entry
    from homework_check.report import Finding
    from homework_check.table import Table
    from homework_check.text import Values

_AT_CELLS = Text("{cells}：", "{cells}: ")
_PLACE_ASSUMED = Text(
    "没有写完成地点的，按在家完成算。", " Where no place is logged, it is taken as home."
)
_UNKNOWN = Text("不知道", "unknown")
_AT_LEAST = Text("至少", "at least ")
_MINUTES_FLAWS = {
    frozenset[bool](): same(""),
    frozenset({False}): Text("没有填时长", "has no minutes"),
    frozenset({True}): Text("的时长没看懂", "has minutes that were not understood"),
    frozenset({False, True}): Text("没有填时长或没看懂", "has no minutes, or none understood"),
}
"""By whether the minutes of entries are unread."""


def limit_finding(judgement: Judgement) -> Finding:
    """The finding of a unit that is broken or undecided."""
    rule, amount, limit = judgement.rule, judgement.amount, judgement.limit
    is_broken = judgement.verdict is Verdict.BROKEN
    is_of_week = rule.unit == "class-week"
    contributions = _largest_first(judgement)
    places = [_locations(c, rule.counted) for c in contributions]
    worded = _broken_words if is_broken else _undecided_words
    words = cache(partial(worded, judgement, contributions))
    late = Wording(LateText(lambda: words().message), LateText(lambda: words().hint))
    subjects = {c.entry.subject for c in contributions}
    return rule_finding(
        rule,
        judgement.verdict,
        late,
        judgement.key,
        date=None if is_of_week else judgement.days[0],
        subject=judgement.subject or (subjects.pop() if len(subjects) == 1 else None),
        measured=minutes(amount.low),
        greatest=None if amount.high is None else minutes(amount.high),
        at_least=amount.low != amount.high,
        limit=minutes(limit),
        excess=minutes(amount.low - limit) if is_broken else None,
        unit=rule.counted,
        locations=tuple(chain.from_iterable(places)),
        cause=judgement.cause,
        dates=judgement.days if is_of_week else (),
        optional=frozenset(str(at.cell) for c in contributions for at in _optional(c)),
        doubtful=() if is_broken else tuple(map(_to_fill, _doubtful(judgement, contributions))),
    )


def _broken_words(judgement: Judgement, contributions: Sequence[Contribution]) -> Wording:
    """What is said of a unit over its limit."""
    words = own_words(judgement.rule).filled(_values(judgement, contributions))
    asks_place = judgement.rule.select.place is not None
    if asks_place and any("place" in c.entry.table.assumed for c in contributions):
        return words._replace(message=words.message + _PLACE_ASSUMED)
    return words


def _undecided_words(judgement: Judgement, contributions: Sequence[Contribution]) -> Wording:
    cause = judgement.cause or "mixed"
    words = UNDECIDED[cause].filled(_undecided_values(judgement, contributions))
    hints = _hints_for_each(contributions) if cause == "mixed" else []
    return words._replace(hint=SENTENCES.join(hints)) if hints else words


def _hints_for_each(contributions: Sequence[Contribution]) -> list[Text]:
    """What to do about each of several doubts, at its own cells."""
    found = {doubt for c in contributions for doubt in c.doubts}
    hints = []
    for doubt, wording in UNDECIDED.items():
        if doubt in found:
            cells = [_to_fill(c, doubt) for c in contributions if doubt in c.doubts]
            values = {"cells": phrases.cells(cells, _prefix(contributions))}
            names_cells = "{cells}" in wording.hint.zh
            hint = wording.hint if names_cells else _AT_CELLS + wording.hint
            hints.append(hint.format(**values))
    return hints


def _largest_first(judgement: Judgement) -> list[Contribution]:
    """Contributions that count or may count, the longest first."""
    counting = without_lesser_layers([c for c in judgement.contributions if c.amount.high != 0])
    if judgement.rule.counted != "minutes":
        return counting
    return sorted(counting, key=lambda c: -(c.entry.minutes.low))


def _locations(contribution: Contribution, what: str) -> list[Location]:
    """The minutes cells; the content cells where entries are counted."""
    entries = (contribution.entry, *contribution.entry.others)
    if what == "minutes":
        return [_with_known_minutes(entry) for entry in entries]
    return [entry.beside("content")._replace(content=entry.content) for entry in entries]


def _with_known_minutes(entry: Entry) -> Location:
    """The minutes cell; one that may stand for anything from 0 on has no known minutes."""
    low, high = entry.minutes
    at = entry.location()
    known = (low and not entry.work.maybe_none) or not high
    return at if known else at._replace(minutes=None)


def _values(judgement: Judgement, contributions: Sequence[Contribution]) -> Values:
    """The placeholders of a rule's own message and hint."""
    low, high = judgement.amount
    over = max(low - judgement.limit, 0)
    certain = [c for c in contributions if c.amount.low]
    shown = [at for c in certain for at in _locations(c, judgement.rule.counted)]
    optional = frozenset(str(at.cell) for c in certain for at in _optional(c))
    return {
        "cls": phrases.class_name(judgement.key.grade, judgement.key.name),
        "day": _when(judgement),
        "sum": _number(low),
        "limit": _number(judgement.limit),
        "over": _number(over),
        "n": len(certain),
        "items": phrases.items(shown, _prefix(certain)),
        "atleast": _AT_LEAST if low != high else same(""),
        "cut": phrases.cut(shown, over, optional) if over else same(""),
    }


def _undecided_values(judgement: Judgement, contributions: Sequence[Contribution]) -> Values:
    """The placeholders of the wordings for undecided units."""
    low, high = judgement.amount
    doubtful = _doubtful(judgement, contributions)
    two = _two_names(contributions, judgement)
    return {
        "cls": phrases.class_name(judgement.key.grade, judgement.key.name),
        "day": _when(judgement),
        "sum": _UNKNOWN if high is None else _number(high),
        "limit": _number(judgement.limit),
        "n": len(doubtful),
        "items": _listed(doubtful, judgement.rule.counted),
        "known": _number(sum(c.entry.minutes.low for c in contributions if _is_known(c))),
        "low": _number(low),
        "high": _UNKNOWN if high is None else _number(high),
        "field": _missing(doubtful),
        "cells": phrases.cells([_to_fill(c) for c in doubtful], _prefix(contributions)),
        "flaw": _MINUTES_FLAWS[frozenset(map(_is_unread, doubtful))],
        "header": _day_off_words(contributions),
        "file1": phrases.inert(two[0]),
        "file2": phrases.inert(two[1]),
    }


def _is_known(contribution: Contribution) -> bool:
    """Whether an entry has minutes that are understood, and are of homework."""
    return contribution.amount.high is not None and not contribution.entry.work.maybe_none


def _doubtful(judgement: Judgement, contributions: Sequence[Contribution]) -> list[Contribution]:
    if judgement.cause == "minutes":
        return [c for c in contributions if c.amount.high is None]
    return [c for c in contributions if c.doubts]


def _listed(contributions: Sequence[Contribution], what: str) -> Text:
    return phrases.items(
        [at for c in contributions for at in _locations(c, what)], _prefix(contributions)
    )


def _prefix(contributions: Sequence[Contribution]) -> phrases.Prefix:
    """What addresses have to say beside the cells."""
    return phrases.prefix_for((table.source, table.sheet) for table in _tables(contributions))


def _sources(contributions: Sequence[Contribution]) -> list[str]:
    return list(dict.fromkeys(table.source for table in _tables(contributions)))


def _tables(contributions: Sequence[Contribution]) -> Iterator[Table]:
    return (entry.table for c in contributions for entry in (c.entry, *c.entry.others))


def _two_names(contributions: Sequence[Contribution], judgement: Judgement) -> list[str]:
    """What to call two reports by: their sources, or the sheets of one workbook."""
    own = [judgement.key.school.source or ""] if judgement.rivals else []
    names = list(dict.fromkeys([*own, *judgement.rivals, *_sources(contributions)]))
    if len(names) < 2:
        entries = [e for c in contributions if c.entry.others for e in (c.entry, *c.entry.others)]
        names = list(dict.fromkeys(entry.table.sheet or "" for entry in entries)) or names
    return [*names, *names, "", ""]


def _optional(contribution: Contribution) -> list[Location]:
    return [contribution.entry.location()] if contribution.entry.work.choice == "optional" else []


def _when(judgement: Judgement) -> Text:
    first = judgement.days[0]
    return phrases.week(first) if judgement.rule.unit == "class-week" else phrases.day(first)


def _number(tenths: int) -> str:
    return phrases.number(minutes(tenths))


def _is_unread(contribution: Contribution) -> bool:
    """Whether the minutes of an entry were not understood; else they are blank."""
    return any(p.rule == "unread-minutes" and p.value for p in contribution.entry.problems)


def _missing(contributions: Sequence[Contribution]) -> Text:
    doubts = {doubt for c in contributions for doubt in c.doubts}
    return phrases.joined([phrases.field_name(f) for f in Select._fields if f in doubts])


def _to_fill(contribution: Contribution, doubt: str | None = None) -> Location:
    """The cell that would settle a doubt (None: the first); the entry's own without a column."""
    entry = contribution.entry
    doubts = contribution.doubts if doubt is None else {doubt}
    field = next((f for f in Select._fields if f in doubts), None)
    return entry.location(entry.table.letter(field, entry.work.column) if field else None)


def _day_off_words(contributions: Sequence[Contribution]) -> Text:
    texts = [c.entry.content for c in contributions if "days-off" in c.doubts and c.entry.content]
    return same(phrases.quote(texts[0])) if texts else Text("周五/周末", "Friday/weekend")
