"""A child process as its parent sees it: it is given a task, and what comes of it is taken."""

from __future__ import annotations

import pickle
import signal
import time
from collections import deque
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from homework_check.workers.child import serve
from homework_check.workers.lost import TOO_SLOW, Lost, by_exit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import _ConnectionBase
    from multiprocessing.context import ForkContext, ForkServerContext, SpawnContext

    from homework_check.workers.limits import Limits

    Context: TypeAlias = ForkContext | ForkServerContext | SpawnContext


_LARGEST_AHEAD: Final = 4096
"""Bytes of a task that may wait in a pipe: macOS and Windows keep 8 KB there. To send more
would wait for the worker, which might be waiting for its result to be taken."""


class Task(NamedTuple):
    """A call to be made, with its number among all."""

    number: int
    function: Callable[[Any], Any]
    argument: Any


class Worker:
    """A child process with its pipe, and the tasks it was given; none: it is idle.

    It is at the first of them, and begins with the next at once when it is done. `others` are
    ends of pipes that belong to the parent alone and come along with a fork.
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
        self._process.start()
        theirs.close()
        self._seconds = limits.seconds
        self._function: Callable[[Any], Any] | None = None
        self.tasks: deque[Task] = deque()
        self.deadline = 0.0
        self.ended = False

    def give(self, task: Task) -> None:
        """Send a task. The worker is idle, so it is there to take it, or dead."""
        self._send(task, self._packed(task))

    def give_ahead(self, task: Task) -> bool:
        """Send a task for when the worker is done, if it is small; tell whether it was sent."""
        packed = self._packed(task)
        is_small = len(packed) <= _LARGEST_AHEAD
        if is_small:
            self._send(task, packed)
        return is_small

    def _packed(self, task: Task) -> bytes:
        """The argument, with the function if it is not that of the task before."""
        is_known = task.function is self._function
        return pickle.dumps((None if is_known else task.function, task.argument))

    def _send(self, task: Task, packed: bytes) -> None:
        if not self.tasks:
            self._start_clock()
        self.tasks.append(task)
        self._function = task.function
        # One that has died while it was idle is found out when its result is taken.
        with suppress(OSError):
            self.pipe.send_bytes(packed)

    def _start_clock(self) -> None:
        self.deadline = time.monotonic() + self._seconds

    def take(self) -> tuple[int, bytes | Lost]:
        """The first task and what came of it, which is there; a dead worker is at its end.

        The tasks that such a worker was not yet at are still in `tasks`.
        """
        number = self.tasks.popleft().number
        self._start_clock()
        try:
            return number, self.pipe.recv_bytes()
        except (EOFError, OSError):
            self.end()
            return number, by_exit(self._process.exitcode)

    def give_up(self) -> tuple[int, Lost]:
        """The first task, which took too long; the worker is at its end, as in `take`."""
        self.end()
        return self.tasks.popleft().number, TOO_SLOW

    def kill(self) -> None:
        """Stop the process, whatever it does: it has nothing to lose."""
        self.ended = True
        self.pipe.close()
        self._process.kill()

    def end(self) -> None:
        """Stop the process, if it is not stopped, and wait until it is gone."""
        if not self.ended:
            self.kill()
        self._process.join()


@contextmanager
def no_interrupt() -> Iterator[None]:
    """Let interrupts wait; a child that starts inherits that, until it ignores them by itself."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
