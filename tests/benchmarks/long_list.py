"""Measures what a check costs beside what cannot be avoided: reading, and starting Python.

Run by hand: ``python tests/benchmarks/long_list.py``. Every command runs in fresh processes,
in turn with the one it is held against, so that a busy machine slows both alike. The
times are of whole processes, with start-up; figures are medians.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

from made_logs import write_log

RUNS = 5

_READ = (
    "import sys, python_calamine as c;"
    "c.CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()"
)


class Cost(NamedTuple):
    """Seconds of one process, or the medians of several."""

    cpu: float
    wall: float


class Pair(NamedTuple):
    """A command of ours, what it is held against, and how many times as long it may take.

    `goal` is of the time on the clock, on two cores with nothing else to do; None: there is none.
    """

    name: str
    ours: list[str]
    beside: list[str]
    goal: float | None


def pairs(folder: Path) -> list[Pair]:
    """Make the logs in `folder` and say what is to be run on them."""
    long, short = folder / "100000.xlsx", folder / "1080.xlsx"
    write_log(long, rows=100_000, schools=20)
    write_log(short, rows=1080, schools=1)
    check = ["-m", "homework_check", "check"]
    report = ["--format", "json"]
    imports = "import typer, pydantic, rich.table"
    return [
        Pair(
            "100,000 rows : python-calamine",
            [*check, str(long), *report],
            ["-c", _READ, str(long)],
            None,
        ),
        Pair("1,080 rows : three imports", [*check, str(short)], ["-c", imports], 2),
        Pair(
            "--version : import typer",
            ["-m", "homework_check", "--version"],
            ["-c", "import typer"],
            1.5,
        ),
    ]


def measure(arguments: list[str]) -> Cost:
    """Run Python with `arguments` and wait for it. Raises if it ends with an error."""
    # An installed program has its bytecode; where Python may not write any, ours would not.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    begin = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *arguments],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1}:
        raise subprocess.CalledProcessError(process.returncode, arguments)
    return Cost(used.ru_utime + used.ru_stime, wall)


def compare(pair: Pair) -> tuple[Cost, Cost]:
    """Median costs of both commands of a pair, run in turn."""
    measure(pair.ours), measure(pair.beside)  # fill the caches of both
    rounds = [(measure(pair.ours), measure(pair.beside)) for _ in range(RUNS)]
    ours, beside = zip(*rounds, strict=True)
    return _medians(ours), _medians(beside)


def _medians(costs: tuple[Cost, ...]) -> Cost:
    return Cost(median(c.cpu for c in costs), median(c.wall for c in costs))


def main() -> None:
    """Print one line a pair: seconds of ours, of what stands beside it, their ratio, its goal."""
    print(f"{'':<32}{'CPU s':>16}{'ratio':>7}{'wall s':>16}{'ratio':>7}{'goal':>7}")
    with tempfile.TemporaryDirectory() as folder:
        for pair in pairs(Path(folder)):
            ours, beside = compare(pair)
            cells = "".join(
                f"{f'{mine:.2f} : {other:.2f}':>16}{mine / other:>7.2f}"
                for mine, other in zip(ours, beside, strict=True)
            )
            print(f"{pair.name:<32}{cells}{pair.goal or '':>7}", flush=True)


if __name__ == "__main__":
    main()
