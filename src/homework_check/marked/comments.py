"""The comments at cells: what is told there, the most pressing first, in a few lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from homework_check.marked.told import LEVELS, file_name
from homework_check.messages import marked as say
from homework_check.messages import phrases
from homework_check.messages.report import amount
from homework_check.reporters.escaping import sheet_text
from homework_check.reporters.page import day_of, sizes
from homework_check.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from homework_check.marked.told import Level, Told
    from homework_check.model import Location
    from homework_check.reporters.page import Page
    from homework_check.text import Lang

_MOST_LINES: Final = 8
_BRIEF: Final = 2
"""Lines of what is told at a cell after something more pressing."""


class Note(NamedTuple):
    """Something told at a cell. `level` None: the cell is only counted with another."""

    level: Level | None
    lines: tuple[str, ...]


def note_at_fault(page: Page, told: Told, at: Location) -> Note:
    """What is told at a cell to look at."""
    counted = [_counted(page, told, at)] if told.is_sum else []
    heading = _heading(page, told.what, told)
    return Note(told.level, (heading, *told.says, *counted, *told.advice))


def note_counted(page: Page, told: Told, at: Location, main: Location) -> Note:
    """What is told at a cell that counts with the one at `main`."""
    template = say.COUNTS if told.is_sum else say.MAY_COUNT
    reported, _, _ = sizes(told.finding)
    words = page.say(
        template, here=_contribution(at, with_unit=True), reported=reported, cell=_seen(at, [main])
    )
    return Note(None, (_heading(page, page.say(say.TOGETHER), told), words))


def comment(notes: Iterable[Note], lang: Lang) -> str:
    """Put what is told at one cell together; what does not fit is counted."""
    first, *others = sorted(notes, key=_rank)
    lines = list(first.lines[: _MOST_LINES - bool(others)])
    told = 0
    for note in others:
        brief = note.lines[:_BRIEF]
        left = len(others) - told - 1
        if len(lines) + len(brief) + bool(left) > _MOST_LINES:
            break
        lines += brief
        told += 1
    if rest := len(others) - told:
        lines.append(say.MORE.format(n=rest)[lang])
    return "\n".join(map(sheet_text, lines))


def most_pressing(notes: Iterable[Note]) -> Level | None:
    """The level that a cell is shown by; None: it is only counted with others."""
    return min(notes, key=_rank).level


def _rank(note: Note) -> int:
    return LEVELS.index(note.level) if note.level else len(LEVELS)


def _heading(page: Page, what: str, told: Told) -> str:
    finding = told.finding
    gap = " " if page.lang == "zh" else ", "
    whose = gap.join(filter(None, (page.class_of(finding), day_of(finding, page.lang))))
    return page.say(say.HEADING, what=what, whose=whose).rstrip()


def _counted(page: Page, told: Told, at: Location) -> str:
    """List what counts: the cell itself, then the others with their addresses."""
    here = _contribution(at, with_unit=False)
    others = [other for other in told.locations if other != at]
    if not others:
        return page.say(say.COUNTED_ALONE, here=here)
    return page.say(say.COUNTED, here=here, others=items(at, others))


def _contribution(at: Location, *, with_unit: bool) -> Text:
    """Name an entry with its minutes: 语文25."""
    name = phrases.subject(at.subject)
    if at.minutes is None:
        return name
    number = phrases.number(at.minutes / 10)
    shown = amount(number, "minutes") if with_unit else Text(number, number)
    return Text(f"{name.zh}{shown.zh}", f"{name.en} {shown.en}")


def items(at: Location, others: Sequence[Location], *, with_minutes: bool = True) -> Text:
    """List what counts, with its addresses as they are called beside the cell `at`."""
    return phrases.items([*map(_named, others)], _prefix(at, others), with_minutes=with_minutes)


def _seen(at: Location, others: Sequence[Location]) -> Text:
    """The addresses of `others` as they are called beside the cell `at`."""
    return phrases.cells(map(_named, others), _prefix(at, others))


def _named(at: Location) -> Location:
    return at._replace(source=file_name(at.source))


def _prefix(at: Location, others: Iterable[Location]) -> phrases.Prefix:
    return phrases.prefix_for(place[:2] for place in (at, *others))
