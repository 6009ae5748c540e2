"""Text from files made harmless, one function an output.

All of them take any text and begin with `inert`, so that none depends on what was done before:
no line break, escape or bidi character is left for them to deal with.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from homework_check.messages.inert import inert

if TYPE_CHECKING:
    from collections.abc import Iterable

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
_NO_FORMULA = re.compile(r"[+-]?\d+(?:[.,]\d+)*%?|-")
_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>|~$&#]")
_STARTS_A_BLOCK = re.compile(r"\s*(?:[-+=]+|\d+[.)])(?:\s|$)")
_SEEN_LATER = re.compile(r"(?<=[@#])|:(?=//|[\w+-]+:)|(?i:\bwww)(?=\.)|(?i:\bgh)(?=-\d)")
_NO_XML = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")
_NO_COPY = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
_CODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_LONGEST_CELL = 32_767
_IN_PROPERTIES = {":": "%3A", ",": "%2C"}


def csv_cell(text: str) -> str:
    """Keep a spreadsheet from running the text: an apostrophe stands before what may be a formula.

    Numbers and a lone ``-`` stay as they are. Source: OWASP, CSV Injection.
    """
    shown = inert(text)
    return f"'{shown}" if may_run(shown) else shown


def may_run(text: str) -> bool:
    """Whether a spreadsheet might take text for a formula when it is typed or pasted."""
    return bool(_FORMULA.match(text)) and not _NO_FORMULA.fullmatch(text)


def sheet_text(text: str) -> str:
    """Write text for a cell of a workbook: as XML can hold it, and no longer than Excel can.

    Excel reads ``_x0041_`` as a character. Source: ECMA-376 part 1, 22.9.2.19 (ST_Xstring).
    """
    shown = _NO_XML.sub(lambda match: f"\\u{ord(match[0]):04x}", inert(text))
    shown = _CODED.sub("_x005F_", shown)
    return shown if len(shown) <= _LONGEST_CELL else f"{shown[: _LONGEST_CELL - 3]}..."


def in_workbook(text: str) -> str:
    """Write the text of a cell for a copy of its workbook: as `sheet_text`, with its lines.

    What a program can hold stays as it is, for the copy is to be read as its original.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    shown = _NO_COPY.sub(lambda match: inert(match[0]), lines)
    shown = _CODED.sub("_x005F_", _NO_XML.sub(lambda match: f"\\u{ord(match[0]):04x}", shown))
    return shown[:_LONGEST_CELL]


def markdown(text: str) -> str:
    """Keep GitHub and GitLab from reading markup, links, mentions or references into the text.

    What they look for in the finished page (``@name``, ``#1``, addresses) no backslash hides:
    an empty comment takes it apart.
    """
    shown = _MARKDOWN.sub(r"\\\g<0>", _SEEN_LATER.sub(r"\g<0>\0", inert(text)))
    if _STARTS_A_BLOCK.match(shown):
        shown = re.sub(r"[-+=.)]", r"\\\g<0>", shown, count=1)
    return shown.replace("\0", "<!-- -->")


def xml(text: str) -> str:
    """Write text for XML 1.0, inside elements and attributes alike."""
    shown = _NO_XML.sub(lambda match: f"\\u{ord(match[0]):04x}", inert(text))
    return escape(shown, {'"': "&quot;"})


def sarif(text: str) -> str:
    """Write text as a SARIF message: no placeholders, no links (sections 3.11.5 and 3.11.6)."""
    return inert(text).replace("{", "{{").replace("}", "}}").replace("](", "] (")


def workflow_command(command: str, properties: Iterable[tuple[str, str]], message: str) -> str:
    """Write a GitHub workflow command in one line that ends where it should.

    Source: github.com/actions/toolkit, packages/core/src/command.ts.
    """
    named = ",".join(f"{name}={_property(value)}" for name, value in properties if value)
    return f"::{command} {named}::{_data(message)}" if named else f"::{command}::{_data(message)}"


def _data(text: str) -> str:
    return inert(text).replace("%", "%25")


def _property(text: str) -> str:
    shown = _data(text)
    for character, code in _IN_PROPERTIES.items():
        shown = shown.replace(character, code)
    return shown
