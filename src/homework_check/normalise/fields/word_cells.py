"""Cells of a row that say in a word what its work is: form, place, choice, layer, yes or no."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from homework_check.model import Form, Place
from homework_check.normalise.fields.keys import Flaw
from homework_check.normalise.values import Outcome, clean, read_choice, read_layer, read_yes_no
from homework_check.normalise.values.cleaning import fold
from homework_check.normalise.values.words import BETWEEN_PARTS, meanings
from homework_check.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Callable

    from homework_check.workbook import CellValue

T = TypeVar("T", Form, Place)

_ANSWERED: Final = late_pattern(r"(?P<word>[^()]+)\((?P<answer>[^()]+)\)")


def read_word(
    field: str,
    value: CellValue | None,
    read: Callable[[CellValue], T | Outcome],
    said: T | None = None,
) -> tuple[T | None, Flaw | None]:
    """Read a form or place cell; blank, not understood or against what else is `said` is a flaw.

    A `value` of None is no cell, and neither a word nor a flaw.
    """
    if value is None:
        return None, None
    reading = _read_answered(field, value, read) if value != "" else Outcome.UNREAD
    if isinstance(reading, Outcome):
        case = "" if value != "" else "blank"
        return None, Flaw(f"unread-{field}", case, field, clean(value))
    if said and said is not reading:
        return None, Flaw(f"unread-{field}", "contradiction", field, clean(value))
    return reading, None


def _read_answered(
    field: str, value: CellValue, read: Callable[[CellValue], T | Outcome]
) -> T | Outcome:
    """Read a word, or what stands in brackets behind one that says nothing of it: 预习（口头）."""
    reading = read(value)
    answered = _ANSWERED.fullmatch(fold(value)) if reading is Outcome.UNREAD else None
    if answered is None or " " in answered["word"] or BETWEEN_PARTS.search(answered["word"]):
        return reading
    if any(word in answered["word"] for word in meanings(field) if word[1:]):
        return reading
    return read(answered["answer"])


def read_choice_and_layer(*cells: CellValue | None) -> tuple[str | None, str | None]:
    """Either column may hold either: 分层 is often filled with 必做. None: no cell says it."""
    choice = layer = None
    for value in cells:
        if value is None or value == "":
            continue
        reading = read_choice(value)
        choice = choice or (None if isinstance(reading, Outcome) else reading)
        layer = layer or read_layer(value)
    return choice, layer


def read_answer(value: CellValue | None) -> str | None:
    """Read whether work is marked or posted; None: no such column, blank: the cell is blank."""
    if value is None or value == "":
        return None if value is None else ""
    answer = read_yes_no(value)
    return clean(value) if isinstance(answer, Outcome) else answer
