"""Workers that get ready while this process does, before its command line is understood."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from homework_check.workers import Crew

_READING, _ASKING = {"check", "inspect"}, {"--help", "-h", "--version"}


@contextmanager
def crew(arguments: Sequence[str]) -> Iterator[Crew | None]:
    """Start a worker if the words of a command line look as if sources will be read.

    To be wrong costs a process that does nothing; without any the command starts its own.
    """
    if _READING.isdisjoint(arguments) or not _ASKING.isdisjoint(arguments):
        yield None
        return
    from homework_check.one_source import usual_crew

    with usual_crew() as started:
        yield started
