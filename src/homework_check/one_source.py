"""One source, from its file to its log: all that a worker does."""

from __future__ import annotations

import os
import tomllib  # noqa: F401 - see below
from contextlib import suppress
from typing import TYPE_CHECKING, Final

# What a worker and its parent both need is loaded before workers are forked, and so only once.
from homework_check.log import Log  # noqa: TC001
from homework_check.readers import read
from homework_check.settings import Settings
from homework_check.workbook import Sheet, Source, Workbook
from homework_check.workers import Crew

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from homework_check.readers.source_file import SourceFile

_WORTH_A_WORKER: Final = 100_000
"""Bytes of sources, packed, that take several times as long as starting a worker."""

_EXAMPLE: Final = (
    ("日期", "年级", "班级", "学科", "作业内容", "时长", "完成地点", "是否书面"),
    ("2023-09-04", "三年级", "1班", "语文", "抄写生字", "20分钟", "家里", "书面"),
)
"""What most logs have in common."""


def usual_crew(at_once: int = 1) -> Crew:
    """Workers for `understand`: the first get ready while it is found out what to do."""
    return Crew(_get_ready, at_once=at_once)


def _get_ready() -> None:
    """Load what takes longer to load than a small source to be read, and understand a log.

    Half of the time goes to words and patterns that are looked up and compiled when first met.
    """
    import hashlib  # noqa: F401 - loading is all that is wanted

    import homework_check.readers.workbooks  # noqa: F401
    from homework_check.normalise import normalise

    sheet = Sheet("", [list(row) for row in _EXAMPLE])
    normalise(Source("", Workbook("", (sheet,))), Settings())


def understand(file: SourceFile, settings: Settings) -> Log:
    """Read and normalise a source: a log is an eighth of its cells on the way back."""
    # Only workers load this: their parent meanwhile loads the rules.
    from homework_check.normalise import normalise

    return normalise(read(file, settings.encoding), settings)


def usual_jobs(files: Sequence[SourceFile]) -> int:
    """How many workers the sources are worth."""
    return max(1, min(cores(), len(files), _bytes(files) // _WORTH_A_WORKER))


def cores() -> int:
    """How many processor cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _bytes(files: Iterable[SourceFile]) -> int:
    return sum(map(_size, files))


def _size(file: SourceFile) -> int:
    if file.inside:
        return file.inside[-1].compress_size
    if file.path is not None:
        with suppress(OSError):
            return file.path.stat().st_size
    return len(file.data or b"")
