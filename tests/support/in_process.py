"""Sources understood in this process: a test of many small ones need not start workers."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from homework_check.workers import Crew

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from homework_check.workers import Lost

T = TypeVar("T")
R = TypeVar("R")


class Here(Crew):
    """A crew without workers."""

    def __init__(self) -> None:
        super().__init__(at_once=0)

    def each(
        self,
        function: Callable[[T], R],
        tasks: Sequence[T],
        jobs: int = 1,  # noqa: ARG002  one after the other
    ) -> Generator[R | Lost, None, None]:
        """Do the tasks one by one."""
        yield from map(function, tasks)
