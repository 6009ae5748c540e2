"""Writes a rule in the form of a rule file."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def as_toml(table: Mapping[str, object]) -> str:
    """Write the keys of a table, one a line; tables inside it stand in braces.

    Takes strings, numbers, booleans, and lists and mappings of them.
    """
    return "".join(f"{key} = {_value(value, top=True)}\n" for key, value in _lines(table))


def _lines(table: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    for key, value in table.items():
        if isinstance(value, dict) and any(map(_is_long, value.values())):
            yield from ((f"{_key(key)}.{inner}", item) for inner, item in _lines(value))
        else:
            yield _key(key), value


def _is_long(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)


def _value(value: object, *, top: bool = False) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return _string(value)
        case float() if value.is_integer():
            return str(int(value))
        case dict():
            return _braces([f"{_key(key)} = {_value(item)}" for key, item in value.items()])
        case list() if top and _is_long(value):
            return "[\n" + "".join(f"    {_value(item)},\n" for item in value) + "]"
        case list():
            return "[" + ", ".join(_value(item) for item in value) + "]"
        case _:
            return str(value)


def _braces(items: list[str]) -> str:
    return "{ " + ", ".join(items) + " }" if items else "{}"


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _string(key)


def _string(text: str) -> str:
    # JSON escapes what TOML does, but for one control character at the end of ASCII.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
