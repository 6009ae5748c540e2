"""A few long-lived child processes, each with a pipe of its own and one task at a time.

No queue and no lock is shared: where one is, a child that dies holding it stops all.
Measured with hostile files and random kills, every pool of the standard library and of
its usual replacements failed all waiting tasks with the dead one, or hung.
"""

from __future__ import annotations

import multiprocessing
import pickle
import sys
import threading
import time
from collections import deque
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, Final, Self, TypeVar

from homework_check.workers.limits import Limits
from homework_check.workers.lost import CRASHED, Lost
from homework_check.workers.worker import Task, Worker, no_interrupt

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence

    from homework_check.workers.worker import Context

T = TypeVar("T")
R = TypeVar("R")

_MOST: Final = 60
"""Windows waits for no more than 63 things at once."""

_MANY: Final = 8
"""Tasks for each worker that keep all of them busy, however long one takes."""

USUAL: Final = Limits()


def usual_context() -> Context:
    """How children are started here: by fork where that is safe, since it is much faster.

    The libraries of macOS do not outlive a fork, nor do locks that another thread holds.
    """
    if sys.platform == "linux" and threading.active_count() == 1:
        return multiprocessing.get_context("fork")
    return multiprocessing.get_context("spawn")


def small_context() -> Context:
    """How children are started that have nothing of what their parent holds.

    A fork counts all of that as its own memory, which is limited; see `Limits`.
    """
    return multiprocessing.get_context("spawn")


class Crew:
    """The workers there are, started when they are needed and replaced when they end.

    The first `at_once` start when the crew is entered and call `prepare`, so that they get ready
    while the tasks are still being found out; those that follow call it as well.
    """

    def __init__(
        self,
        prepare: Callable[[], object] | None = None,
        limits: Limits = USUAL,
        context: Context | None = None,
        at_once: int = 1,
    ) -> None:
        self._prepare, self._limits, self._at_once = prepare, limits, at_once
        self._context = context or usual_context()
        self._workers: list[Worker] = []
        self._dismissed: list[Worker] = []

    def __enter__(self) -> Self:
        try:
            while len(self._workers) < self._at_once:
                self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._dismiss()
        for worker in self._dismissed:
            worker.end()

    def each(
        self, function: Callable[[T], R], tasks: Sequence[T], jobs: int = 1
    ) -> Generator[R | Lost, None, None]:
        """Begin with the tasks; give the result of each, in their order, then dismiss the workers.

        `function`, tasks and results cross a pipe, so they have to be picklable. A task that
        kills its worker or overruns its time is `Lost`, and nothing else is.
        """
        waiting = deque(Task(number, function, task) for number, task in enumerate(tasks))
        self._employ(waiting, jobs)
        return self._results(len(tasks), waiting, jobs)

    def _results(self, count: int, waiting: deque[Task], jobs: int) -> Generator[Any, None, None]:
        results: dict[int, bytes | Lost] = {}
        try:
            for number in range(count):
                while number not in results:
                    results.update(self._collect(waiting))
                    # Before anybody looks at the result: the worker need not wait for that.
                    self._employ(waiting, jobs)
                yield _opened(results.pop(number))
        finally:
            self._dismiss()

    def _employ(self, waiting: deque[Task], jobs: int) -> None:
        """Give a task to every worker that has none, while there are any.

        Where there are many, workers get the next one ahead: to wait for it, and to be woken,
        takes as long as reading a few hundred cells. Where there are few, one that waits behind
        a slow one might be done by somebody who is idle.
        """
        idle = [worker for worker in self._workers if not worker.tasks]
        while waiting and (idle or len(self._workers) < min(jobs, _MOST)):
            worker = idle.pop() if idle else self._start()
            worker.give(waiting.popleft())
        for worker in self._workers:
            if len(waiting) > _MANY * len(self._workers) and len(worker.tasks) == 1:
                if not worker.give_ahead(waiting[0]):
                    break
                waiting.popleft()

    def _collect(self, waiting: deque[Task]) -> Iterator[tuple[int, bytes | Lost]]:
        """Wait until a worker is done, dead or late; give what there is by number of the task.

        What a dead one was not yet at is `waiting` again, before all else.
        """
        busy = {worker.pipe: worker for worker in self._workers if worker.tasks}
        soonest = min(worker.deadline for worker in busy.values())
        ready = wait(busy, max(0.0, soonest - time.monotonic()))
        for pipe, worker in busy.items():
            if pipe in ready:
                yield worker.take()
            elif worker.deadline <= time.monotonic():
                yield worker.give_up()
            if worker.ended:
                waiting.extendleft(reversed(worker.tasks))
        self._workers = [worker for worker in self._workers if not worker.ended]

    def _start(self) -> Worker:
        others = [worker.pipe for worker in self._workers]
        # A worker that nobody knew of yet would outlive the crew.
        with no_interrupt():
            worker = Worker(self._context, self._prepare, self._limits, others)
            self._workers.append(worker)
        return worker

    def _dismiss(self) -> None:
        """Stop all workers, without waiting until they are gone."""
        for worker in self._workers:
            worker.kill()
        self._dismissed += self._workers
        self._workers = []


def each(
    function: Callable[[T], R],
    tasks: Sequence[T],
    jobs: int = 1,
    limits: Limits = USUAL,
    context: Context | None = None,
) -> Generator[R | Lost, None, None]:
    """Give what `Crew.each` gives, of a crew that is only there for these tasks."""
    with Crew(limits=limits, context=context) as crew:
        yield from crew.each(function, tasks, jobs)


def _opened(result: bytes | Lost) -> Any:
    if isinstance(result, Lost):
        return result
    try:
        # What a child of ours has sent; a library that writes into its pipe can only crash it.
        return pickle.loads(result)  # noqa: S301
    except Exception:  # noqa: BLE001 - bytes that are no result may raise anything
        return CRASHED
