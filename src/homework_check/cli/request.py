"""From options to a request: what `check` and `inspect` read, and by which rules."""

from __future__ import annotations

import glob
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from homework_check import pipeline
from homework_check.cli import streams, values
from homework_check.errors import UsageError
from homework_check.messages import usage
from homework_check.messages.inert import inert
from homework_check.readers import sources
from homework_check.readers.delimited import check_encoding
from homework_check.rules.load import DEFAULT_PACK, load_pack
from homework_check.settings import Assumption, Settings
from homework_check.text import same

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.cli.asked import Judging, Reading, Ruling
    from homework_check.text import Lang
    from homework_check.workbook import PassedOver


def build(reading: Reading, judging: Judging, ruling: Ruling) -> pipeline.Request:
    """Understand every option and find the files. Raises `HomeworkCheckError`."""
    if not reading.sources:
        hint = usage.NO_SOURCE_HINT.format(command=reading.command)
        raise UsageError(usage.NO_SOURCE, hint)
    settings = Settings(
        school_system=values.parse_school_system(judging.school_system),
        period=values.parse_period(judging.week, judging.first, judging.last),
        assumptions=_assumptions(judging.assume),
        encoding=check_encoding(reading.encoding) if reading.encoding else None,
    )
    pack, ignored = load_pack(ruling.pack or DEFAULT_PACK).narrowed(ruling.select, ruling.ignore)
    found = _find(reading)
    return pipeline.Request(
        files=found.files,
        passed_over=found.passed_over,
        pack=pack,
        ignored=ignored,
        settings=settings,
    )


def tell_passed_over(files: Sequence[PassedOver], lang: Lang) -> None:
    """Name every file that was found and is certainly no log."""
    for file in files:
        reason = usage.PASSED_OVER_REASONS.get(file.reason, same(file.reason))
        streams.tell(usage.PASSED_OVER.format(file=inert(file.path), reason=reason)[lang])


def _find(reading: Reading) -> sources.Found:
    return sources.find(
        [path for source in reading.sources for path in _expanded(source)],
        exclude=reading.exclude,
        stdin=sys.stdin.buffer.read() if "-" in reading.sources else None,
        stdin_filename=reading.stdin_filename,
    )


def _assumptions(texts: Sequence[str]) -> tuple[Assumption, ...]:
    # Of two for one field the later counts, as with every option.
    by_field = {a.field: a for a in map(values.parse_assumption, texts)}
    return tuple(by_field.values())


def _expanded(source: str) -> list[str]:
    # The command prompt of Windows leaves *.xlsx to the program.
    if glob.has_magic(source) and not Path(source).exists():
        return sorted(glob.glob(source)) or [source]  # noqa: PTH207 - may be an absolute path
    return [source]
