"""Text from files made harmless: nothing in it may move a cursor, forge a line or name a person."""

from __future__ import annotations

import re
import unicodedata

_LONGEST_QUOTE = 20
_DANGEROUS = {"Cc", "Cf", "Cs", "Zl", "Zp"}
"""Control, format (bidi among them), surrogate, line and paragraph separators."""

_COMMAND = "##["
_DIVIDING = re.compile(r"[\s()&;|<>'*?]")
_BLANKS = re.compile(r"[ \t\r\n]+")
_PERSONAL = re.compile(r"(?<!\d)(?:\d{17}[\dXx]|[1１][3-9３-９]\d(?:[ -]?\d{4}){2})(?![\dXx])")


def inert(text: str) -> str:
    r"""Show control, escape, bidi and surrogate characters as ``\xNN`` or ``\uNNNN``.

    For addresses (names of files, sheets, schools), which are shown whole. ``##[`` loses its
    meaning, too: a CI server takes it for a command wherever it stands in a line.
    """
    if not text.isprintable():
        text = "".join(_shown(c) if unicodedata.category(c) in _DANGEROUS else c for c in text)
    return text.replace(_COMMAND, r"#\x23[")


def argument(path: str) -> str:
    """Write a path as a word of a command line that can be copied; blanks would divide it."""
    return f'"{inert(path)}"' if _DIVIDING.search(path) else inert(path)


def masked(text: str) -> str:
    """Make the text of a cell that is a name (of a class, a subject) fit to be shown whole."""
    return inert(_PERSONAL.sub(_masked, text))


def inert_or_none(text: str | None) -> str | None:
    """Make an address `inert` where there is one."""
    return None if text is None else inert(text)


def masked_or_none(text: str | None) -> str | None:
    """Make a name `masked` where there is one."""
    return None if text is None else masked(text)


def quote(text: str) -> str:
    """Make a cell's text fit to be quoted: inert, in one line, masked, at most 20 characters.

    Mobile numbers and identity numbers lose their middle (138****5678); what is cut is
    marked by ``...``.
    """
    line = _PERSONAL.sub(_masked, _BLANKS.sub(" ", text).strip(" "))
    return inert(line if len(line) <= _LONGEST_QUOTE else f"{line[:_LONGEST_QUOTE]}...")


def _masked(match: re.Match[str]) -> str:
    return f"{match[0][:3]}****{match[0][-4:]}"


def _shown(character: str) -> str:
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
