"""What a child process does: one task after the other, until its pipe closes."""

from __future__ import annotations

import gc
import os
import signal
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from homework_check.workers.limits import Limits, limit_memory, limit_processor
from homework_check.workers.lost import OUT_OF_MEMORY, by_exception

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.connection import _ConnectionBase


def serve(
    pipe: _ConnectionBase[Any, Any],
    to_close: Sequence[_ConnectionBase[Any, Any]],
    prepare: Callable[[], object] | None,
    limits: Limits,
) -> None:
    """Send the result of a function for every argument that comes; end with the parent.

    A function comes with the first of its arguments, and None with those that follow.
    `to_close` are ends of pipes that came along and belong to the parent alone.
    """
    # An interrupt is for the parent, which then closes the pipe.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in to_close:
        other.close()
    _be_silent()
    limit_memory(limits)
    # Results hold no cycles, and searching them for garbage takes a quarter of the time.
    gc.disable()
    _keep_memory()
    if prepare:
        # What fails here fails again with the first task, which then tells of it.
        with suppress(Exception):
            prepare()
    function: Any = None
    while True:
        try:
            another, argument = pipe.recv()
        except (EOFError, OSError):
            return
        function = another or function
        limit_processor(limits)
        _send_result(pipe, function, argument)


def _send_result(
    pipe: _ConnectionBase[Any, Any], function: Callable[[Any], Any], argument: object
) -> None:
    try:
        try:
            result = function(argument)
        except Exception as error:  # noqa: BLE001 - one source must not end the others
            result = by_exception(error)
        pipe.send(result)
    except MemoryError:
        pipe.send(OUT_OF_MEMORY)
    except OSError:
        # Nobody is there to listen; the next recv() tells so as well.
        return


def _keep_memory() -> None:
    """Let the C library keep what one task gives back for the next: its pages are filled in.

    glibc gives blocks back at once that are larger than any it was ever given back, up to 32 MiB
    (mallopt(3), M_MMAP_THRESHOLD). Untouched as this one is, it takes no memory and no time.
    """
    bytes(31 * 1024 * 1024)


def _be_silent() -> None:
    """Keep what libraries print when they die off the user's terminal and out of the report."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)
