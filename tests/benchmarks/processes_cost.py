"""What a command and all processes that it starts cost: seconds, and memory together."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_EVERY = 0.03
"""Seconds between two looks at the memory."""


class Cost(NamedTuple):
    """Seconds of all processes, seconds on the clock, and bytes at the highest (None: unknown)."""

    cpu: float
    wall: float
    memory: int | None = None


class Ratio(NamedTuple):
    """How many times as long one command takes as another: the medians of all rounds."""

    cpu: float
    wall: float


def measure(command: Sequence[str], runs: int, code: int = 0) -> Cost:
    """Medians of `runs` fresh processes, and the memory of one more, which is not timed.

    Raises `CalledProcessError` if one does not end with this exit code.
    """
    rounds = [_run(command, code) for _ in range(runs)]
    return _median(rounds)._replace(memory=_run(command, code, watched=True).memory)


def compare(
    command: Sequence[str], beside: Sequence[str], runs: int, code: int = 0
) -> tuple[Cost, Ratio]:
    """What `measure` gives, and how it stands to another command that is run in turn with it.

    A busy machine slows both of a round, so that their ratio is the same on another day.
    """
    rounds = [(_run(command, code), _run(beside, 0)) for _ in range(runs)]
    cost = _median([ours for ours, _ in rounds])
    ratio = Ratio(
        median(ours.cpu / other.cpu for ours, other in rounds),
        median(ours.wall / other.wall for ours, other in rounds),
    )
    return cost._replace(memory=_run(command, code, watched=True).memory), ratio


def _median(rounds: Sequence[Cost]) -> Cost:
    return Cost(median(c.cpu for c in rounds), median(c.wall for c in rounds))


def _run(command: Sequence[str], code: int, *, watched: bool = False) -> Cost:
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    begin = time.perf_counter()
    process = subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    watch = _Watch(process.pid)
    if watched:
        watch.start()
    told = process.stderr.read() if process.stderr else b""
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begin
    watch.ended.set()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != code:
        raise subprocess.CalledProcessError(process.returncode, command, stderr=told)
    return Cost(used.ru_utime + used.ru_stime, wall, watch.highest or None)


class _Watch(threading.Thread):
    """Adds up, while a session lasts, what its processes hold of memory at the same time.

    Pages that several of them share count once. Source: proc(5), ``smaps_rollup``, Pss.
    """

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self.session, self.highest, self.ended = session, 0, threading.Event()

    def run(self) -> None:
        while not self.ended.wait(_EVERY):
            held = sum(map(_held, _members(self.session)))
            self.highest = max(self.highest, held)


def _members(session: int) -> list[Path]:
    members = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            fields = (place / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == session:
            members.append(place)
    return members


def _held(place: Path) -> int:
    try:
        lines = (place / "smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0
    return next((1024 * int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
