"""A rule file on the disk: where it stands, and its TOML."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from homework_check.errors import RuleFileError
from homework_check.messages import rule_errors
from homework_check.messages.inert import inert
from homework_check.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

DEFAULT_PACK = "guigang-2023"
LARGEST_FILE = 1_000_000
"""Bytes; a pack of a hundred rules with their cases is a tenth of it."""

_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")


def built_in_ids() -> tuple[str, ...]:
    """List the ids of the packs that come with the program, the default one first."""
    ids = sorted(path.stem for path in _folder().glob("*.toml"))
    return tuple(sorted(ids, key=lambda name: name != DEFAULT_PACK))


def find(name: str, folder: Path) -> Path | None:
    """Find the file of a built-in pack, else the rule file at `name` from `folder` on.

    None: there is neither.
    """
    if name in built_in_ids():
        return _folder() / f"{name}.toml"
    path = folder / name
    try:
        return path if path.is_file() else None
    except (OSError, ValueError):
        return None


def read_toml(path: Path) -> dict[str, Any]:
    """Read a TOML file in UTF-8, with or without a byte order mark.

    Raises `RuleFileError` if it cannot be opened, is larger than a rule file can be, or is
    no TOML.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as error:
        reason = inert(error.strerror or str(error))
        raise failure(path, [rule_errors.NOT_OPENED.format(reason=reason)]) from None
    if len(content) > LARGEST_FILE:
        raise failure(path, [rule_errors.TOO_LARGE.format(limit=LARGEST_FILE)])
    return _parsed(path, content)


def failure(path: Path, problems: Sequence[Text]) -> RuleFileError:
    """Make the error that lists all problems of the file at `path`, one a line."""
    return RuleFileError(
        rule_errors.FILE.format(file=inert(path.as_posix()), n=len(problems)),
        Text("\n".join(p.zh for p in problems), "\n".join(p.en for p in problems)),
    )


def _parsed(path: Path, content: bytes) -> dict[str, Any]:
    try:
        text = content.decode("utf-8-sig")
        return tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise failure(path, [rule_errors.NOT_UTF8.format(line=line)]) from None
    except RecursionError:
        raise failure(path, [rule_errors.TOO_DEEP]) from None
    except ValueError as error:  # also of numbers too long to convert and impossible dates
        raise failure(path, [_syntax_problem(str(error), text.count("\n") + 1)]) from None


def _syntax_problem(error: str, last_line: int) -> Text:
    reason = inert(_PLACE.sub("", error))
    place = _PLACE.search(error)
    if place is None:
        return rule_errors.NO_TOML.format(reason=reason)
    return rule_errors.SYNTAX.format(line=place[1] or str(last_line), reason=reason)


def _folder() -> Path:
    """Where the built-in packs stand: in the installed package, else in the checkout."""
    installed = Path(__file__).parent / "packs"
    return installed if installed.is_dir() else Path(__file__).parents[3] / "rules"
