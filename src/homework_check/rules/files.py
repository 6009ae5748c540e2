"""A rule file on the disk: where it stands, and its TOML."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from homework_check.errors import RuleFileError
from homework_check.messages import rule_errors
from homework_check.messages.inert import inert
from homework_check.text import same
from homework_check.toml.read import TomlError, parse, read_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.text import Text

DEFAULT_PACK = "guigang-2023"


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


def is_built_in(path: Path) -> bool:
    """Whether a file comes with the program."""
    return path.parent == _folder()


def read_toml(path: Path) -> dict[str, Any]:
    """Read a TOML file in UTF-8, with or without a byte order mark.

    Raises `RuleFileError` if it cannot be opened, is larger than a rule file can be, or is
    no TOML.
    """
    try:
        return parse(read_text(path))
    except TomlError as error:
        raise failure(path, [error.problem]) from None


def failure(path: Path, problems: Sequence[Text]) -> RuleFileError:
    """Make the error that lists all problems of the file at `path`, one a line."""
    return RuleFileError(
        rule_errors.FILE.format(file=inert(path.as_posix()), n=len(problems)),
        same("\n").join(problems),
    )


def _folder() -> Path:
    """Where the built-in packs stand: in the installed package, else in the checkout."""
    installed = Path(__file__).parent / "packs"
    return installed if installed.is_dir() else Path(__file__).parents[3] / "rules"
