"""One line on standard error that tells how far a check has come, at a terminal only."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from homework_check.cli import streams
from homework_check.messages import usage
from homework_check.messages.wrapping import cells, pad

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from homework_check.log import Log
    from homework_check.text import Lang, Text

_FIRST_AFTER: Final = 0.5
"""Seconds. A single file is checked before anybody asks how long it takes."""

_PAUSE: Final = 0.2
_SOONEST_GUESS: Final = 2.0


@contextmanager
def shown(total: int, lang: Lang) -> Iterator[Callable[[Log], None]]:
    """Give what is to be told of every source that is read; the line is gone at the end."""
    entries = 0

    def words(done: int, seconds: float) -> Text:
        return progress_text(done, total, entries, seconds)

    def count(log: Log) -> None:
        nonlocal entries
        entries += sum(map(len, log.parts))
        line.count()

    line = _Line(words, lang)
    try:
        yield count
    finally:
        line.erase()


@contextmanager
def marking(total: int, lang: Lang) -> Iterator[Callable[[], None]]:
    """Give what is to be called with every copy that is made; the line is gone at the end."""
    line = _Line(lambda done, _: usage.MARKING.format(done=done, total=total), lang)
    try:
        yield line.count
    finally:
        line.erase()


def progress_text(done: int, total: int, entries: int, seconds: float) -> Text:
    """Say how many files are done, and when all will be if that can be guessed yet."""
    if seconds < _SOONEST_GUESS or done == total:
        return usage.PROGRESS.format(done=done, total=total, entries=entries)
    left = round(seconds / done * (total - done))
    unit = usage.SECONDS_LEFT if left < 90 else usage.MINUTES_LEFT
    rest = unit.format(n=max(1, left if left < 90 else round(left / 60)))
    return usage.PROGRESS_LEFT.format(done=done, total=total, entries=entries, left=rest)


class _Line:
    """The line that is shown, and what it counts. `words` are told what is done, and how long."""

    def __init__(self, words: Callable[[int, float], Text], lang: Lang) -> None:
        self._words, self._lang = words, lang
        self._done = self._width = 0
        self._start = time.monotonic()
        self._next = self._start + _FIRST_AFTER

    def count(self) -> None:
        """Count a source, and show it unless the line has only just been shown."""
        self._done += 1
        now = time.monotonic()
        if now >= self._next:
            self._next = now + _PAUSE
            self._show(self._words(self._done, now - self._start)[self._lang])

    def erase(self) -> None:
        """Leave an empty line, where the next thing is told."""
        if self._width:
            streams.write_over("\r" + " " * self._width + "\r")

    def _show(self, line: str) -> None:
        streams.write_over("\r" + pad(line, self._width))
        self._width = max(self._width, cells(line))
