"""Does what ``homework-check merge`` was asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from homework_check import __version__, pipeline, saved_reports
from homework_check.cli import output, request, streams, values
from homework_check.cli.views import view_of
from homework_check.errors import UsageError
from homework_check.merge import MergedV1, Named, merge, parse, render, render_text
from homework_check.messages import merging as say
from homework_check.messages import usage
from homework_check.messages.inert import inert
from homework_check.model import Verdict
from homework_check.reporters import View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.cli.asked import Display

_FORMATS = ("text", "json")
_ENDINGS = {".json": "json", ".txt": "text", ".xlsx": "xlsx"}
_EXIT_CODES = {Verdict.KEPT: 0, Verdict.BROKEN: 1, Verdict.UNDECIDED: 3}


def run(reports: Sequence[str], outputs: Sequence[str], display: Display) -> int:
    """Merge, show, save; return the exit code. Raises `HomeworkCheckError`."""
    if not reports:
        raise UsageError(say.NO_REPORTS, say.NO_REPORTS_HINT)
    format_name = values.parse_choice("--format", display.format, _FORMATS)
    view = view_of(display)
    targets = [output.parse_target(text, _ENDINGS) for text in outputs]
    paths = [path for report in reports for path in request.expanded(report)]
    output.prepare(targets, map(Path, paths))
    merged = merge(map(_read, paths), __version__, pipeline.now())
    shown = _rendered(merged, format_name, display, view)
    streams.show(shown.decode(), machine=format_name != "text")
    for target in targets:
        output.save(target.path, _rendered(merged, target.format, display, View(verbose=True)))
        if not display.quiet:
            streams.tell(usage.SAVED.format(file=inert(str(target.path)))[display.lang])
    return _EXIT_CODES[merged.verdict]


def _read(path: str) -> Named:
    return Named(Path(path).as_posix(), parse(path, saved_reports.read(path)))


def _rendered(merged: MergedV1, format_name: str, display: Display, view: View) -> bytes:
    if format_name == "json":
        return render(merged)
    if format_name == "xlsx":
        # NOTE: openpyxl takes longer to load than a small merge.
        from homework_check.merge.workbook import render as render_workbook

        return render_workbook(merged, display.lang)
    return render_text(merged, display.lang, view).encode("utf-8", "backslashreplace")
