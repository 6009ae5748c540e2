"""Cells of a row that say in a word what its work is: form, place, choice, layer, yes or no."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from homework_check.model import Form, Place
from homework_check.normalise.fields.keys import Flaw
from homework_check.normalise.values import Outcome, clean, read_choice, read_layer, read_yes_no

if TYPE_CHECKING:
    from collections.abc import Callable

    from homework_check.workbook import CellValue

T = TypeVar("T", Form, Place)


def read_word(
    field: str,
    value: CellValue | None,
    read: Callable[[CellValue], T | Outcome],
    said: T | None = None,
) -> tuple[T | None, Flaw | None]:
    """Read a form or place cell; blank, not understood or against what else is `said` is a flaw."""
    if value is None:
        return None, None
    reading = read(value) if value != "" else Outcome.UNREAD
    if isinstance(reading, Outcome):
        case = "" if value != "" else "blank"
        return None, Flaw(f"unread-{field}", case, field, clean(value))
    if said and said is not reading:
        return None, Flaw(f"unread-{field}", "contradiction", field, clean(value))
    return reading, None


def read_choice_and_layer(*cells: CellValue | None) -> tuple[str | None, str | None]:
    """Either column may hold either: 分层 is often filled with 必做."""
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
