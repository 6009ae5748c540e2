"""Where the configuration file stands, and in which language it asks the program to speak."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

FILE_NAME = "homework-check.toml"


def nearest() -> Path | None:
    """Find the configuration file in the current folder or nearest above it.

    Gives its path from the current folder on. None: there is none; a folder that cannot be
    looked into holds none.
    """
    with suppress(OSError):
        here = Path.cwd()
        for folder in (here, *here.parents):
            if _is_file(folder / FILE_NAME):
                return Path(os.path.relpath(folder / FILE_NAME, here))
    return None


def language_of(path: Path) -> str | None:
    """What the file at `path` has under ``lang``, if that is text.

    The language is wanted before anything else, even by --help. None: the file says nothing,
    or cannot be read: that is told by the command that uses the rest of it.
    """
    import tomllib

    # RecursionError: brackets in brackets, without end.
    with suppress(OSError, ValueError, RecursionError):
        lang = tomllib.loads(path.read_text("utf-8-sig")).get("lang")
        return lang if isinstance(lang, str) else None
    return None


def _is_file(path: Path) -> bool:
    with suppress(OSError):
        return path.is_file()
    return False
