"""The list in front of a marked copy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homework_check.marked.told import file_name
from homework_check.messages import marked as say
from homework_check.messages.inert import inert
from homework_check.messages.phrases import joined
from homework_check.reporters.xlsx.sheet import (
    Cell,
    Column,
    Look,
    Sheet,
    by_hand,
    link_to_cell,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from homework_check.marked.markings import Marking, Row, SourceCell
    from homework_check.reporters.xlsx.sheet import NumberFormat
    from homework_check.reporters.xlsx.sheet import Row as Cells
    from homework_check.text import Lang

_FORMATS: Final[dict[str, NumberFormat]] = {"number": "number", "date": "date"}
_WIDEST: Final = {"problem": 32, "cells": 16, "reported": 16, "counted": 26, "advice": 36}
_ANSWER: Final = 24
_LOOKS: Final = {"broken": Look.BROKEN, "undecided": Look.UNDECIDED, "reminder": Look.PLAIN}


def list_sheet(  # noqa: PLR0913  a list in all its parts
    marking: Marking,
    title: str,
    titles: Mapping[str, str],
    losses: Sequence[str],
    answers: Mapping[tuple[str, ...], str],
    lang: Lang,
) -> Sheet:
    """Make the list. `titles` are the sheets of the copy by the names that sources have.

    `losses` are what the copy lacks, and `answers` what the school wrote to an earlier list.
    """
    texts = say.COLUMNS
    *names, answer = texts
    columns = (
        *(
            Column(texts[name][lang], _FORMATS.get(name, "text"), widest=_WIDEST.get(name, 24))
            for name in names
        ),
        by_hand(texts[answer][lang])[0]._replace(width=_ANSWER),
    )
    rows = [
        [*_cells(number, row, titles, lang), answers.get(key_of(row))]
        for number, row in enumerate(marking.rows, 1)
    ]
    above = [
        [Cell(text, Look.NOTE, span=len(columns), number_format="text")]
        for text in _intro(marking.source, losses, lang)
    ]
    return Sheet(title, columns, rows, frozen=1, above=above)


def key_of(row: Row) -> tuple[str, ...]:
    """What an answer of the school is to: class, day and cells, as a list shows them."""
    return row.who, row.day.isoformat() if row.day else "", row.cells


def loss_words(losses: Iterable[str], lang: Lang) -> str:
    """Name what a copy lacks."""
    return joined([say.LOSSES[loss] for loss in losses])[lang]


def _intro(source: str, losses: Sequence[str], lang: Lang) -> list[str]:
    file = inert(file_name(source))
    lines = [text.format(file=file)[lang] for text in say.INTRO]
    if losses:
        lines.append(say.WITHOUT.format(things=loss_words(losses, lang))[lang])
    return lines


def _cells(number: int, row: Row, titles: Mapping[str, str], lang: Lang) -> Cells:
    look = _LOOKS[row.level]
    return [
        number,
        Cell(say.LEVELS[row.level][lang], look),
        row.who or None,
        row.day,
        row.problem,
        _linked(row.cells, row.place, titles),
        row.reported or None,
        row.limit or None,
        row.over or None,
        row.counted or None,
        row.advice,
    ]


def _linked(cells: str, place: SourceCell | None, titles: Mapping[str, str]) -> Cell | None:
    if place is None:
        return None
    return Cell(cells, Look.LINK, link_to_cell(titles[place.sheet or ""], place.cell))
