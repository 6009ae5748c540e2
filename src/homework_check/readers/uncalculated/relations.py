"""Where the parts of a workbook are that another part refers to.

Source: ECMA-376 part 2, 9.3 (relationships).
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homework_check.readers.package import Package

_RELATION: Final = re.compile(r"<(?:\w+:)?Relationship\s[^>]*>")
_ATTRIBUTE: Final = re.compile(r"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


def targets_of(package: Package, part: str) -> dict[str, str]:
    """The parts that `part` refers to, as far as they are there, by the id of the relationship."""
    folder, _, name = part.rpartition("/")
    names = package.names
    related = f"{folder}/_rels/{name}.rels"
    targets: dict[str, str] = {}
    for given in elements(_RELATION, package.read(related) if related in names else b""):
        target = given.get("Target", "")
        path = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
        if path in names:
            targets[given.get("Id", "")] = path
    return targets


def elements(pattern: re.Pattern[str], part: bytes) -> Iterator[dict[str, str]]:
    """The attributes of all elements that `pattern` matches."""
    for element in pattern.finditer(part.decode("utf-8", "replace")):
        found = _ATTRIBUTE.findall(element[0])
        yield {name: html.unescape(double or single) for name, double, single in found}
