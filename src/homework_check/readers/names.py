"""Files that are certainly no log, by their names."""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_LOCK_FILES: Final = ("~$*", ".~lock.*#", ".~*")
_SYSTEM_FILES: Final = ("._*", ".ds_store", "thumbs.db", "desktop.ini", "__macosx")

_REASON_BY_SUFFIX: Final = {
    **dict.fromkeys((".txt", ".md"), "text-note"),
    **dict.fromkeys((".json", ".sarif"), "data"),
    **dict.fromkeys((".exe", ".msi", ".dll", ".bat", ".cmd", ".ps1", ".vbs", ".js"), "program"),
    **dict.fromkeys((".py", ".pyc", ".sh", ".jar", ".apk", ".lnk"), "program"),
    **dict.fromkeys((".toml", ".ini", ".log", ".tmp"), "system-file"),
}


def is_excluded(name: str, shown: str, exclude: Sequence[str]) -> bool:
    """Whether a glob of `exclude` matches the name of what was found, or its whole path."""
    return any(fnmatchcase(name, glob) or fnmatchcase(shown, glob) for glob in exclude)


def reason_to_pass_over(name: str) -> str | None:
    """Why a file or folder met while searching is passed over; None: it may be a log."""
    if any(fnmatchcase(name, pattern) for pattern in _LOCK_FILES):
        return "lock-file"
    if any(fnmatchcase(name.lower(), pattern) for pattern in _SYSTEM_FILES):
        return "system-file"
    if name.startswith("."):
        return "hidden"
    return _REASON_BY_SUFFIX.get(PurePath(name).suffix.lower())
