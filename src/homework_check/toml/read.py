"""A TOML file on the disk: its text, and its data."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from homework_check.messages import toml_errors
from homework_check.messages.inert import inert

if TYPE_CHECKING:
    from pathlib import Path

    from homework_check.text import Text

LARGEST_FILE = 1_000_000
"""Bytes; what people write by hand is a tenth of it at most."""

_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")
_QUOTED_OR_COMMENT = re.compile(r"\"[^\"]*\"|'[^']*'|#.*")


class TomlError(Exception):
    """A file without data. `problem` says why, and in which line where that is known."""

    def __init__(self, problem: Text) -> None:
        super().__init__(problem.en)
        self.problem = problem


def read_text(path: Path) -> str:
    """Read a file in UTF-8, with or without a byte order mark.

    Raises `TomlError` if it cannot be opened, is larger than `LARGEST_FILE`, or is in
    another encoding.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        reason = inert(getattr(error, "strerror", None) or str(error))
        raise TomlError(toml_errors.NOT_OPENED.format(reason=reason)) from None
    if len(content) > LARGEST_FILE:
        raise TomlError(toml_errors.TOO_LARGE.format(limit=LARGEST_FILE))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise TomlError(toml_errors.NOT_UTF8.format(line=line)) from None


def parse(text: str) -> dict[str, Any]:
    """Parse TOML. Raises `TomlError` for text that is none."""
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise TomlError(toml_errors.TOO_DEEP) from None
    except ValueError as error:  # also of numbers too long to convert and impossible dates
        raise TomlError(_syntax_problem(str(error), text.split("\n"))) from None


def _syntax_problem(error: str, lines: list[str]) -> Text:
    reason = inert(_PLACE.sub("", error))
    place = _PLACE.search(error)
    if place is None:
        return toml_errors.NO_TOML.format(reason=reason)
    number = int(place[1] or len(lines))
    if not _QUOTED_OR_COMMENT.sub("", lines[number - 1]).isascii():
        # 预习 = "written" and “预习” look right to people, and are the likeliest mistakes.
        return toml_errors.UNQUOTED.format(line=number)
    return toml_errors.SYNTAX.format(line=number, reason=reason)
