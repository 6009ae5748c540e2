"""How wide text is on a terminal, and where its lines may be broken.

Chinese characters take two cells. Characters of ambiguous width (“ ” → ·) are
counted as two, as a Chinese Windows console draws them; elsewhere a line is then
shorter than it might be, never longer.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_UNITS = "分钟|班日|年级|[月日条项所个处班周节次行列格级张份]"
_OPENING = r"（《“‘(\[{"
_CLOSING = r"，。、；：！？）》”’…%％)\]}"
_QUOTE = r'(?<![^\s(\[{])"(?=\S)'
"""A straight one that opens: behind a blank or a bracket."""

# NOTE: A token is what no line may cut: a run of ASCII with the unit behind it (15分钟),
# or one character, with the punctuation that belongs to it.
_TOKEN = re.compile(
    rf"(?P<blank>\s*)"
    rf"(?P<token>(?:[{_OPENING}]|{_QUOTE})*(?:[!-~]+(?<![(\[{{])(?:{_UNITS})?|\S)[{_CLOSING}\"]*)"
)


def cells(text: str) -> int:
    """Count the terminal cells that `text` takes."""
    return len(text) if text.isascii() else sum(map(_cells_of, text))


def pad(text: str, width: int, *, right: bool = False) -> str:
    """Fill `text` with blanks up to `width` cells; `right` puts the text at the right end.

    Text that is wider already is given back as it is: nothing is ever cut.
    """
    blanks = " " * (width - cells(text))
    return blanks + text if right else text + blanks


def wrap(text: str, width: int, indent: str = "", first: str | None = None) -> list[str]:
    """Break `text` into lines of at most `width` cells, `indent` included.

    `first` stands before the first line in place of `indent`. A token wider than the
    line stays whole and sticks out. There is always at least one line.
    """
    line, empty = indent if first is None else first, True
    used = cells(line)
    lines: list[str] = []
    for match in _TOKEN.finditer(text):
        blank, token = match["blank"], match["token"]
        if not empty and used + cells(blank) + cells(token) > width:
            lines.append(line)
            line, used, empty = indent, cells(indent), True
        piece = token if empty else blank + token
        line, used, empty = line + piece, used + cells(piece), False
    return [*lines, line.rstrip()]


@cache
def _cells_of(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F", "A"} else 1
