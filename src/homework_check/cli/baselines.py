"""The earlier report that a check is compared with. Only a run with one waits for what reads it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from homework_check import __version__

if TYPE_CHECKING:
    from homework_check.baseline import Baseline
    from homework_check.pipeline import Request
    from homework_check.report import Report


class ComparedWith:
    """The report at `path` (None: there is none) to compare with, and what is `asked` now."""

    def __init__(self, path: str | None, asked: Request) -> None:
        self._path, self._asked = path, asked
        self._loaded: Baseline | None = None

    @property
    def paths(self) -> list[Path]:
        """Its file, if there is one: no report may be saved over it."""
        return [] if self._path is None else [Path(self._path)]

    def load(self) -> None:
        """Load it. Raises `UsageError` unless it was judged as is now asked for.

        That is for when the workers are there: a child has only so much memory, and what the
        parent holds when it begins is part of it.
        """
        if self._path is None:
            return
        from homework_check import baseline, saved_reports

        path, pack = Path(self._path).as_posix(), self._asked.pack
        self._loaded = baseline.load(path, saved_reports.read(self._path))
        rules = [rule.id for rule in pack.rules]
        ignored = self._asked.ignored
        self._loaded.require_alike(saved_reports.judged_by(pack.id, __version__, rules, ignored))

    def compared(self, report: Report) -> Report:
        """Say in a report what has changed since."""
        if self._loaded is None:
            return report
        from homework_check.baseline import compare

        return compare(report, self._loaded)
