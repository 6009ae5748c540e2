"""Measures what reports cost: all formats beside the check alone, and merging those of a city.

Run by hand: ``python tests/benchmarks/reports.py``. It prints a Markdown table, for the README;
it is no test, since a time is one of this machine on this day. The city's reports are that of
the district, once for every county with schools of other names.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from made_district import ROWS, write_district
from processes_cost import Cost, measure

_HEAD = ("What", "CPU s", "Wall s", "CPU : check", "Wall : check", "Memory MB")
_FORMATS = ("txt", "json", "csv", "md", "html", "xlsx", "xml", "sarif")
_PROGRAM = (sys.executable, "-m", "homework_check")


def main() -> None:
    """Print a row for the check, for the check with reports in all formats, and for merging."""
    asked = _arguments()
    print(
        f"{asked.schools} schools with {ROWS} rows each; {asked.reports} reports of as many "
        f"schools each; medians of {asked.runs} runs.\n"
    )
    print(f"| {' | '.join(_HEAD)} |\n|{' --- |' * len(_HEAD)}", flush=True)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        write_district(folder / "district", asked.schools)
        check = [*_PROGRAM, "check", str(folder / "district"), "--isolated", "-q"]
        outputs = [f"--output={folder}/report.{ending}" for ending in _FORMATS]
        # Some class-days of the district are over the limit: the exit code is 1.
        alone = measure(check, asked.runs, code=1)
        _print_row("check", alone, alone)
        told = measure([*check, "--format", "github", *outputs], asked.runs, code=1)
        _print_row(f"check, {len(_FORMATS) + 1} formats", told, alone)
        _write_city(folder, asked.reports)
        merge = [*_PROGRAM, "merge", f"{folder}/city/*.json", "-q", "-o", f"{folder}/city.json"]
        _print_row(f"merge, {asked.reports} reports", measure(merge, asked.runs, code=1), alone)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--schools", type=int, default=300)
    parser.add_argument("--reports", type=int, default=300)
    parser.add_argument("--runs", type=int, default=3)
    return parser.parse_args()


def _write_city(folder: Path, reports: int) -> None:
    text = (folder / "report.json").read_text("utf-8")
    (folder / "city").mkdir()
    for number in range(reports):
        county = text.replace('小学"', f'小学（{number}县）"')
        (folder / "city" / f"{number}.json").write_text(county, "utf-8")


def _print_row(name: str, cost: Cost, check: Cost) -> None:
    cells = (
        name, f"{cost.cpu:.2f}", f"{cost.wall:.2f}", f"{cost.cpu / check.cpu:.2f}",
        f"{cost.wall / check.wall:.2f}", f"{cost.memory / 1e6:.0f}" if cost.memory else "-",
    )  # fmt: skip
    print(f"| {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
