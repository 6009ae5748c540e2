"""Cells that offer several words and have some of them ticked: ☑书面 □口头, 书面（√）口头（ ）."""

from __future__ import annotations

import re
from typing import Final

from homework_check.patterns import late_pattern

_TICKS: Final = "☑✓✔√■●"
_BOXES: Final = "□☐○"
_TICK: Final = late_pattern(f"[{_TICKS}]")
_BLANKS: Final = late_pattern(r"(?<=\()\s+|(?<!\s)\s++(?=\))")
_MARK: Final = rf"(?:\([{_TICKS}]?\)|[{_TICKS}{_BOXES}])"
_WORD: Final = rf"[^()\s、,;/{_TICKS}{_BOXES}]++"
_BETWEEN: Final = r"[\s、,;/]*+"
# Compiled where a tick is met: in few logs there is any.
_BEFORE: Final = rf"(?P<mark>{_MARK})?{_BETWEEN}(?P<word>{_WORD}){_BETWEEN}"
_BEHIND: Final = rf"(?P<word>{_WORD}){_BETWEEN}(?P<mark>{_MARK})?{_BETWEEN}"
_APART: Final = rf"(?P<mark>{_MARK})?(?P<word>{_WORD})(?P<behind>{_MARK})?(?:[\s、,;/]+|$)"


def ticked(text: str) -> str:
    """The words of a folded text that are ticked, with 、 between them; any other text as it is.

    What the text begins or ends with tells whether the marks stand before the words or behind
    them, else blanks do: of 书面√口头 nobody knows which is ticked.
    """
    if _TICK.search(text) is None:
        return text
    plain = _BLANKS.sub("", text)
    if re.match(_MARK, plain):
        option = _BEFORE
    elif re.search(f"{_MARK}$", plain):
        option = _BEHIND
    else:
        option = _APART
    if not re.fullmatch(f"(?:{re.sub('[?]P<[a-z]+>', '?:', option)})+", plain):
        return text
    marked = (
        match["word"] for match in re.finditer(option, plain) if any(map(_is_tick, match.groups()))
    )
    return "、".join(marked) or text


def _is_tick(part: str | None) -> bool:
    return part is not None and _TICK.search(part) is not None
