"""A few long-lived child processes, each with a pipe of its own and one task at a time.

No queue and no lock is shared: where one is, a child that dies holding it stops all.
Measured with hostile files and random kills, every pool of the standard library and of
its usual replacements failed all waiting tasks with the dead one, or hung.
"""

from __future__ import annotations

import multiprocessing
import sys
import threading
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import wait
from pickle import UnpicklingError
from typing import TYPE_CHECKING, Any, Final, Generic, Self, TypeAlias, TypeVar

from homework_check.workers.child import serve
from homework_check.workers.limits import Limits
from homework_check.workers.lost import TOO_SLOW, Lost, by_exit

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence
    from multiprocessing.connection import _ConnectionBase
    from multiprocessing.context import ForkContext, ForkServerContext, SpawnContext
    from multiprocessing.process import BaseProcess

    Context: TypeAlias = ForkContext | ForkServerContext | SpawnContext

T = TypeVar("T")
R = TypeVar("R")

_MOST: Final = 60
"""Windows waits for no more than 63 things at once."""

_PATIENCE: Final = 1.0
"""Seconds for an idle child to end by itself."""

_USUAL: Final = Limits()


def each(
    function: Callable[[T], R],
    tasks: Sequence[T],
    jobs: int = 1,
    limits: Limits = _USUAL,
    context: Context | None = None,
) -> Generator[R | Lost, None, None]:
    """Give the result of `function` for every task, in their order.

    `function`, tasks and results cross a pipe, so they have to be picklable. A task that
    kills its worker or overruns its time is `Lost`, and nothing else is.
    """
    waiting = deque(enumerate(tasks))
    results: dict[int, R | Lost] = {}
    with _Crew(function, jobs, limits, context or usual_context()) as crew:
        for number in range(len(tasks)):
            while number not in results:
                while waiting and (worker := crew.idle()):
                    worker.give(*waiting.popleft())
                results.update(crew.collect())
            yield results.pop(number)


def usual_context() -> Context:
    """How children are started here: by fork where that is safe, since it is much faster.

    The libraries of macOS do not outlive a fork, nor do locks that another thread holds.
    """
    if sys.platform == "linux" and threading.active_count() == 1:
        return multiprocessing.get_context("fork")
    return multiprocessing.get_context("spawn")


class _Crew(Generic[R]):
    """The workers there are, started when they are needed and replaced when they end."""

    def __init__(
        self, function: Callable[[Any], R], jobs: int, limits: Limits, context: Context
    ) -> None:
        self._function, self._limits, self._context = function, limits, context
        self._most = min(jobs, _MOST)
        self._workers: list[_Worker[R]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.pipe.close()
        for worker in self._workers:
            worker.stop()

    def idle(self) -> _Worker[R] | None:
        """Find or start a worker without a task; None: as many as there may be are at work."""
        for worker in self._workers:
            if worker.task is None:
                return worker
        return self._start() if len(self._workers) < self._most else None

    def collect(self) -> Iterator[tuple[int, R | Lost]]:
        """Wait until a worker is done, dead or late; give what there is by number of the task."""
        busy = {worker.pipe: worker for worker in self._workers if worker.task is not None}
        soonest = min(worker.deadline for worker in busy.values())
        ready = wait(busy, max(0.0, soonest - time.monotonic()))
        for pipe, worker in busy.items():
            if pipe in ready or worker.deadline <= time.monotonic():
                yield worker.take()
        self._workers = [worker for worker in self._workers if not worker.ended]

    def _start(self) -> _Worker[R]:
        ours, theirs = self._context.Pipe()
        # A forked child has the parent's ends as well; while any is open no pipe ever closes.
        forked = self._context.get_start_method() == "fork"
        to_close = [ours, *(worker.pipe for worker in self._workers)] if forked else []
        process = self._context.Process(
            target=serve, args=(theirs, to_close, self._function, self._limits), daemon=True
        )
        process.start()
        theirs.close()
        worker: _Worker[R] = _Worker(process, ours, self._limits.seconds)
        self._workers.append(worker)
        return worker


@dataclass(eq=False, slots=True)
class _Worker(Generic[R]):
    """A child process with its pipe and the number of the task it is at; None: idle."""

    process: BaseProcess
    pipe: _ConnectionBase[Any, Any]
    seconds: float
    task: int | None = None
    deadline: float = 0.0
    ended: bool = False

    def give(self, number: int, task: object) -> None:
        self.task, self.deadline = number, time.monotonic() + self.seconds
        # One that has died while it was idle is found out when its result is taken.
        with suppress(OSError):
            self.pipe.send(task)

    def take(self) -> tuple[int, R | Lost]:
        """The task and what came of it; a worker that has died, or is late, is at its end."""
        number, self.task = self.task or 0, None
        late = False
        try:
            if self.pipe.poll():
                return number, self.pipe.recv()
            late = True
        except (EOFError, OSError, UnpicklingError):
            pass
        self.ended = True
        self.pipe.close()
        self.process.kill()
        self.process.join()
        return number, TOO_SLOW if late else by_exit(self.process.exitcode)

    def stop(self) -> None:
        """End the process, whose pipe is closed: an idle one ends by itself."""
        if self.task is None:
            self.process.join(_PATIENCE)
        self.process.kill()
        self.process.join()
