"""The table of aspects on the pages to read."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from homework_check.messages.report import aspect_name, permille, unit_name
from homework_check.messages.report_sheets import COLUMNS, NONE
from homework_check.reporters.text.tables import absent_aspects, by_aspect
from homework_check.reporters.xlsx.sheet import Cell, Look

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from homework_check.report import SchoolResult
    from homework_check.reporters.page import Page
    from homework_check.reporters.xlsx.sheet import Row
    from homework_check.tally import Tally

_COLUMNS: Final = (
    "aspect", "unit", "kept", "broken", "undecided", "judged", "rate", "logging",
)  # fmt: skip
WIDTH: Final = len(_COLUMNS)
"""Columns of a page to read: those of this table."""


def aspect_rows(page: Page, schools: Sequence[SchoolResult]) -> Iterator[Row]:
    """Every aspect with its counts and rate, and those that were not judged, with the reason."""
    tallies = aspects_of(schools)
    yield [Cell(page.say(COLUMNS[name]), Look.HEAD) for name in _COLUMNS]
    for tally in tallies:
        yield _row(page, tally, schools)
    for aspect, reason in absent_aspects(page, {tally.aspect for tally in tallies}):
        yield [Cell(page.say(aspect_name(aspect))), Cell(page.say(reason), span=WIDTH - 1)]


def aspects_of(schools: Iterable[SchoolResult]) -> list[Tally]:
    """The tallies of some schools, by aspect."""
    return by_aspect(chain.from_iterable(school.tallies for school in schools))


def _schools_with(tally: Tally, schools: Iterable[SchoolResult]) -> int:
    """How many schools have something to judge of an aspect."""
    return sum(
        any(own.judged and (own.aspect, own.unit) == (tally.aspect, tally.unit)
            for own in school.tallies)
        for school in schools
    )  # fmt: skip


def _row(page: Page, tally: Tally, schools: Sequence[SchoolResult]) -> Row:
    rate: Cell = Cell(page.say(NONE))
    if tally.judged:
        rate = Cell(permille(tally.kept, tally.judged) / 1000, number_format="share")
    counts = (tally.kept, tally.broken, tally.undecided, tally.judged)
    return [
        page.say(aspect_name(tally.aspect)),
        page.say(unit_name(tally.unit)),
        *(Cell(count, number_format="number") for count in counts),
        rate,
        Cell(_schools_with(tally, schools), number_format="number"),
    ]
