"""Tasks whose worker did not live to tell the result."""

from __future__ import annotations

import signal
import sys
from typing import Final, NamedTuple


class Lost(NamedTuple):
    """Why a task has no result: an id of the catalogue, and its placeholders."""

    reason: str
    details: tuple[tuple[str, str], ...] = ()


TOO_SLOW: Final = Lost("too-slow")
OUT_OF_MEMORY: Final = Lost("out-of-memory")
CRASHED: Final = Lost("crashed")

_BY_SIGNAL: Final = {} if sys.platform == "win32" else {
    -signal.SIGABRT: OUT_OF_MEMORY,  # how a library in Rust ends when it gets no memory
    -signal.SIGKILL: Lost("killed"),
    -signal.SIGXCPU: TOO_SLOW,
}  # fmt: skip


def by_exit(code: int | None) -> Lost:
    """Tell from the exit code of a child why it ended."""
    return _BY_SIGNAL.get(code or 0, CRASHED)


def by_exception(error: Exception) -> Lost:
    """Tell from what a function raised; a fault of ours is said by its place in the code."""
    if isinstance(error, MemoryError):
        return OUT_OF_MEMORY
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    code = trace.tb_frame.f_code.co_name if trace else ""
    place = f"{type(error).__name__}, {code}:{trace.tb_lineno if trace else 0}"
    return Lost("fault", (("fault", place),))
