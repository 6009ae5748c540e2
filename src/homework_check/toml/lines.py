"""In which line of a TOML file a key stands, which its parser does not tell."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_PART = r"""(?:"(?:[^"\\]|\\.)*"|'[^']*'|[\w-]+)"""
_KEY = rf"{_PART}(?:\s*\.\s*{_PART})*"
_TABLE = re.compile(rf"\s*\[\s*({_KEY})\s*\]")
_PAIR = re.compile(rf"\s*({_KEY})\s*=", re.ASCII)


def find_lines(text: str) -> Mapping[tuple[str, ...], int]:
    """Give the line, counted from 1, of every table and key that begins a line.

    `text` is sound TOML. A line inside a text of several lines may be taken for a key;
    where a key stands twice so, the first counts.
    """
    found: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.split("\n"), start=1):
        if heading := _TABLE.match(line):
            table = _path(heading[1])
            found.setdefault(table, number)
        elif pair := _PAIR.match(line):
            found.setdefault((*table, *_path(pair[1])), number)
    return found


def _path(key: str) -> tuple[str, ...]:
    try:
        inner: object = tomllib.loads(f"{key} = 0")
    except ValueError:
        return (key,)
    parts: list[str] = []
    while isinstance(inner, dict):
        [(part, inner)] = inner.items()
        parts.append(part)
    return tuple(parts)
