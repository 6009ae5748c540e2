"""The program and its crew in this process: not every test needs processes of its own."""

from __future__ import annotations

import io
import os
import signal
import sys
from subprocess import CompletedProcess
from typing import TYPE_CHECKING, TypeVar

import pytest
from processes import VARIABLES

from homework_check.cli import streams
from homework_check.cli.run import run
from homework_check.workers import Crew

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping, Sequence
    from pathlib import Path

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


def run_here(
    arguments: Sequence[str], folder: Path, environment: Mapping[str, str], stdin: str | None
) -> CompletedProcess[str]:
    """Run a command line in `folder`, from its words to its exit code.

    What a process has of its own is left out: how it starts and ends, what it loads, and what
    its streams are connected with.
    """
    output, errors = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
    interrupts = signal.getsignal(signal.SIGINT)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for name in [name for name in os.environ if name.startswith(VARIABLES)]:
            patch.delenv(name)
        for name, value in environment.items():
            patch.setenv(name, value)
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO((stdin or "").encode()), "utf-8"))
        patch.setattr(sys, "stdout", output)
        patch.setattr(sys, "stderr", errors)
        streams.prepare()
        try:
            code = run(arguments)
        finally:
            signal.signal(signal.SIGINT, interrupts)
    return CompletedProcess(arguments, code, _written(output), _written(errors))


def _written(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()
