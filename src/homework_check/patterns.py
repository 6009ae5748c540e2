"""Regular expressions that are compiled when they are first used."""

from __future__ import annotations

import re
from typing import Any, cast


class _LatePattern:
    """Stands for a pattern, and has its methods as its own from their first use on."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        # Called only for what the object does not have, so no later use goes through here.
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        vars(self).update((each, getattr(compiled, each)) for each in _PUBLIC)
        return getattr(compiled, name)


_PUBLIC = [name for name in dir(re.Pattern) if not name.startswith("_")]


def late_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Give a pattern as `re.compile` does, compiled when one of its methods is first used.

    Understanding logs of all layouts takes some two hundred patterns, of which one log meets a
    quarter; to compile them all took two fifths of the time in which a worker gets ready.
    The functions of `re`, which take a compiled pattern or its text, do not take this one.
    """
    return cast("re.Pattern[str]", _LatePattern(pattern, flags))
