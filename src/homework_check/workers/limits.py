"""What a child process may use, where its system knows such limits."""

from __future__ import annotations

import sys
import time
from contextlib import suppress
from typing import NamedTuple


class Limits(NamedTuple):
    """What one task may use: seconds on the clock, and bytes of address space.

    Of 4,700 spreadsheets from the test data of other projects all that could be read were
    read in 13 s and 1.1 GB; what asked for more were attacks.
    """

    seconds: float = 40
    memory: int = 2 * 1024**3


def limit_memory(limits: Limits) -> None:
    """Let this process get no more than its share of memory, and leave no dump of it.

    Windows has no such limit, and macOS does not keep to it: the time limit is left there.
    """
    if sys.platform != "win32":
        import resource

        _set(resource.RLIMIT_AS, limits.memory)
        _set(resource.RLIMIT_CORE, 0)


def limit_processor(limits: Limits) -> None:
    """Let the system end this process if its next task never ends and nobody is left to."""
    if sys.platform != "win32":
        import resource

        _set(resource.RLIMIT_CPU, int(time.process_time() + limits.seconds) + 2)


if sys.platform != "win32":

    def _set(what: int, wanted: int) -> None:
        import resource

        _, most = resource.getrlimit(what)
        soft = wanted if most == resource.RLIM_INFINITY else min(wanted, most)
        with suppress(OSError, ValueError):
            resource.setrlimit(what, (soft, most))
