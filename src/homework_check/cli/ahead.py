"""Workers that get ready while this process does, before its command line is understood."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from homework_check.workers import Crew

_JOBS = re.compile(r"(?:^| )(?:-j ?|--jobs[ =])([0-9]{1,3})(?: |$)")
_MOST = 4
"""Workers that may turn out to be too many: each takes a tenth of a second to get ready."""

_READING, _ASKING = {"check", "inspect"}, {"--help", "-h", "--version"}


@contextmanager
def crew(arguments: Sequence[str]) -> Iterator[Crew | None]:
    """Start workers if the words of a command line look as if sources will be read, else give None.

    As many as it asks for, within reason, else one. To be wrong costs a process that does
    nothing; without any the command starts its own.
    """
    if _READING.isdisjoint(arguments) or not _ASKING.isdisjoint(arguments):
        yield None
        return
    from homework_check.one_source import cores, usual_crew

    asked = _JOBS.search(" ".join(arguments))
    jobs = int(asked[1]) or cores() if asked else 1
    with usual_crew(min(jobs, cores(), _MOST)) as started:
        yield started
