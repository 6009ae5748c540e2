"""A child process as its parent sees it: it is given a task, and what comes of it is taken."""

from __future__ import annotations

import signal
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, TypeAlias

from homework_check.workers.child import serve
from homework_check.workers.lost import TOO_SLOW, Lost, by_exit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import _ConnectionBase
    from multiprocessing.context import ForkContext, ForkServerContext, SpawnContext

    from homework_check.workers.limits import Limits

    Context: TypeAlias = ForkContext | ForkServerContext | SpawnContext


class Worker:
    """A child process with its pipe, and the number of the task it is at; None: idle.

    `others` are ends of pipes that belong to the parent alone and come along with a fork.
    """

    def __init__(
        self,
        context: Context,
        prepare: Callable[[], object] | None,
        limits: Limits,
        others: Sequence[_ConnectionBase[Any, Any]],
    ) -> None:
        self.pipe: _ConnectionBase[Any, Any]
        self.pipe, theirs = context.Pipe()
        # A forked child has the parent's ends as well; while any is open no pipe ever closes.
        to_close = [self.pipe, *others] if context.get_start_method() == "fork" else []
        self._process = context.Process(
            target=serve, args=(theirs, to_close, prepare, limits), daemon=True
        )
        with _no_interrupt():
            self._process.start()
        theirs.close()
        self._seconds = limits.seconds
        self.task: int | None = None
        self.deadline = 0.0
        self.ended = False

    def give(self, number: int, task: object) -> None:
        """Send a task. The worker is idle, so it is there to take it, or dead."""
        self.task, self.deadline = number, time.monotonic() + self._seconds
        # One that has died while it was idle is found out when its result is taken.
        with suppress(OSError):
            self.pipe.send(task)

    def take(self) -> tuple[int, bytes | Lost]:
        """The task and what came of it; a worker that has died, or is late, is at its end."""
        number, self.task = self.task or 0, None
        late = False
        try:
            if self.pipe.poll():
                return number, self.pipe.recv_bytes()
            late = True
        except (EOFError, OSError):
            pass
        self.end()
        return number, TOO_SLOW if late else by_exit(self._process.exitcode)

    def end(self) -> None:
        """End the process, whatever it does: it has nothing to lose."""
        self.ended = True
        self.pipe.close()
        self._process.kill()
        self._process.join()


@contextmanager
def _no_interrupt() -> Iterator[None]:
    """Let a child that starts inherit that interrupts wait, until it ignores them by itself."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
