"""Measures what a district costs beside bare reading and beside what an office might use.

Run by hand: ``python tests/benchmarks/district.py 100 300``. It prints a Markdown table of
ratios, for the README; it is no test, since a time is one of this machine on this day. Each tool
runs in turn with the bare reading. The district is made anew; other tools are installed into
``--peers FOLDER``, and left out without. ``--own-words``: no two schools write one task alike.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from made_district import ROWS, write_district
from peers import BARE, PEERS, python_for
from processes_cost import Cost, Ratio, compare

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HEAD = (
    *("Schools", "Tool", "CPU s", "Wall s", "CPU : reading", "Wall : reading", "Goal"),
    "Memory MB",
)
# Some class-days of the district are over the limit: our exit code is 1.
_OURS = {"homework-check -j 1": 1.5, "homework-check -j 2": 0.85}
"""Our commands, and how many times as long as bare reading they may take on the clock."""


def main() -> None:
    """Print a row for every size and tool, then how costs grow from each size to the next."""
    asked = _arguments()
    print(f"{ROWS} rows of 11 columns a school; medians of {asked.runs} runs.\n")
    _print_row(_HEAD)
    _print_row(["---"] * len(_HEAD))
    found: dict[int, dict[str, Cost]] = {}
    for schools in asked.schools:
        with tempfile.TemporaryDirectory() as folder:
            district = Path(folder) / "district"
            write_district(district, schools, own_words=asked.own_words)
            found[schools] = _measured(district, schools, asked)
    print()
    for line in _growth(found):
        print(line)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("schools", nargs="+", type=int)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--peers", type=Path, metavar="FOLDER")
    parser.add_argument("--own-words", action="store_true")
    return parser.parse_args()


def _measured(district: Path, schools: int, asked: argparse.Namespace) -> dict[str, Cost]:
    """Run every tool on the district and print its row; the bare reading comes first."""
    costs: dict[str, Cost] = {}
    bare = [sys.executable, "-c", BARE.script, str(district)]
    for name, command in _commands(district, schools, asked.peers):
        if isinstance(command, str):
            _print_row([str(schools), name, command])
            continue
        try:
            cost, ratio = compare(command, bare, asked.runs, code=int(name in _OURS))
        except subprocess.CalledProcessError as error:
            last = (error.stderr or b"").decode(errors="replace").strip().splitlines()[-1:]
            _print_row([str(schools), name, f"failed: {''.join(last)}"])
            continue
        costs[name] = cost
        _print_row(_cells(schools, name, cost, ratio))
    return costs


def _cells(schools: int, name: str, cost: Cost, ratio: Ratio) -> list[str]:
    return [
        *(f"{schools:,}", name, f"{cost.cpu:.2f}", f"{cost.wall:.2f}"),
        *(f"{ratio.cpu:.2f}", f"{ratio.wall:.2f}", str(_OURS.get(name, ""))),
        f"{cost.memory / 1e6:.0f}" if cost.memory else "-",
    ]


def _commands(
    district: Path, schools: int, peers: Path | None
) -> Iterator[tuple[str, list[str] | str]]:
    """Names of tools with what to run, or with why they are not run."""
    yield BARE.name, [sys.executable, "-c", BARE.script, str(district)]
    for number, name in enumerate(_OURS, 1):
        check = [sys.executable, "-m", "homework_check", "check", str(district), "--isolated"]
        yield name, [*check, "-j", str(number)]
    for peer in PEERS:
        if peer is BARE:
            continue
        if peers is None:
            yield peer.name, "not run: no --peers"
        elif schools > peer.most_schools:
            yield peer.name, "not run: too slow"
        else:
            python = python_for(peer, peers.absolute())
            script = [str(python), "-c", peer.script, str(district)]
            yield peer.name, f"not run: {python}" if isinstance(python, str) else script


def _growth(found: dict[int, dict[str, Cost]]) -> Iterator[str]:
    sizes = list(found)
    for fewer, more in pairwise(sizes):
        for name in _OURS:
            before, after = found[fewer][name], found[more][name]
            memory = after.memory / before.memory if after.memory and before.memory else 0
            yield (
                f"- {name}, {fewer:,} to {more:,} schools ({more / fewer:.1f} times as many): "
                f"CPU {after.cpu / before.cpu:.1f}, wall {after.wall / before.wall:.1f}, "
                f"memory {memory:.1f} times as much"
            )


def _print_row(cells: Sequence[str]) -> None:
    print(f"| {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
