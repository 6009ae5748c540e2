"""Sources that were understood in one and the same way, so that one of them shows it for all."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from homework_check.messages import inspection as say
from homework_check.messages import phrases
from homework_check.messages.report import counted
from homework_check.reporters.lines import Column, Line, Span, plain, table

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from homework_check.log import Log, SheetLog
    from homework_check.reporters.view import View
    from homework_check.text import Lang

_PLAIN = frozenset({"blank", "footer", "total"})
"""Rows that are left out of nearly every log."""

_MOST_CLASSES = 3

Alike: TypeAlias = "list[list[Log]]"


def alike(logs: Iterable[Log]) -> Alike:
    """The logs in their order, each with the later ones that were understood just as it was."""
    groups: dict[Hashable, list[Log]] = {}
    for log in logs:
        groups.setdefault(_way(log), []).append(log)
    return list(groups.values())


def alike_lines(logs: Sequence[Log], lang: Lang, view: View) -> list[Line]:
    """A heading, and a line for each log: file, entries, and whose they are."""
    if not logs:
        return []
    heading = say.ALIKE.format(sources=counted(len(logs), "file"))[lang]
    columns = [Column(flexible=True), Column(), Column(wraps=True)]
    rows = [
        [
            Span(phrases.inert(log.path)),
            Span(counted(_entry_count(log), "entry")[lang]),
            Span(_whose(log, lang)),
        ]
        for log in logs
    ]
    return [plain(heading, "heading"), *chain.from_iterable(table(columns, rows, view.width - 1))]


def _entry_count(log: Log) -> int:
    return sum(part.count_homework() for part in log.parts)


def _way(log: Log) -> Hashable:
    """What has to be equal; a log of which anything has to be told is like no other."""
    remarks = any(sheet.remarks for sheet in log.sheets)
    problems = any(part.problems for part in log.parts)
    rows = {left.reason for part in log.parts for left in part.table.left_out}
    if log.unreadable or remarks or problems or not log.parts or not rows <= _PLAIN:
        return id(log)
    return tuple(chain.from_iterable(map(_ways, log.sheets)))


def _ways(sheet: SheetLog) -> Iterator[Hashable]:
    yield sheet.status, sheet.reason, sheet.hidden
    for found in sheet.tables:
        yield found.layout, found.header_rows, found.missing, found.assumed
        yield tuple((use.letter, use.header, use.field) for use in found.columns)
        yield tuple((stated.field, stated.where.split(" ")[0]) for stated in found.inherited)


def _whose(log: Log, lang: Lang) -> str:
    """The school and the classes, as far as they fit a line."""
    each = [one for part in log.parts for one in part.classes]
    schools = dict.fromkeys(phrases.school_name(one.school) for one in each if one.school.name)
    classes = dict.fromkeys(
        phrases.class_name(one.grade, name)
        for one in each
        if one.grade is not None and one.classes is not None
        for name in one.classes or (None,)
    )
    words = [text[lang] for text in (*schools, *classes)][: _MOST_CLASSES + 1]
    rest = "..." if len(schools) + len(classes) > len(words) else ""
    return "  ".join([*words, rest]).rstrip()
