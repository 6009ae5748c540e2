"""Lays out a page of help for a terminal."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from homework_check.messages.help import PAGES
from homework_check.messages.wrapping import cells, pad, wrap

if TYPE_CHECKING:
    from homework_check.text import Lang

WIDEST = 79
"""Cells of the widest line, whatever the terminal offers."""

_COLUMN = 30


def format_help(command: str, lang: Lang, width: int = WIDEST) -> str:
    """Lay out the help of `command` (empty: of the program) in lines of `width` cells.

    Lines of commands to copy are never broken.
    """
    lines = PAGES[command][lang].splitlines()
    return "\n".join(chain.from_iterable(_laid_out(line, width) for line in lines)) + "\n"


def _laid_out(line: str, width: int) -> list[str]:
    label, bar, words = line.partition(" | ")
    if not bar:
        return [line] if line.startswith(" ") else wrap(line, width)
    first = pad(label, _COLUMN) if label.startswith(" ") else f"{label}  "
    return wrap(words, width, indent=" " * cells(first), first=first)
