"""Sources that are there twice: one of them counts."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.log import Log


def without_duplicates(logs: Sequence[Log]) -> tuple[list[Log], dict[str, str]]:
    """The logs that count, and the path of each left-out copy with that of the original.

    A copy has the same bytes and reports the same classes, days and subjects: of two equal
    files with the names of different classes or subjects, both count.
    """
    bytes_of = Counter(log.sha256 for log in logs)
    alike: dict[object, list[str]] = defaultdict(list)
    for log in logs:
        if log.sha256 is not None and bytes_of[log.sha256] > 1 and (said := _said(log)):
            alike[log.sha256, said].append(log.path)
    copies: dict[str, str] = {}
    for paths in alike.values():
        # 作业.xlsx is the original of 作业 - 副本.xlsx, wherever the two stand.
        original = min(paths, key=lambda path: len(PurePosixPath(path).name))
        copies |= {path: original for path in paths if path != original}
    return [log for log in logs if log.path not in copies], copies


def _said(log: Log) -> frozenset[tuple[object, ...]]:
    """The classes and days that a log reports, and the subjects."""
    units: set[tuple[object, ...]] = {
        (one.school[:2], one.grade, one.classes, day)
        for part in log.parts
        for one in part.classes
        for day in one.days or (None,)
    }
    return frozenset(units | {(work.subject,) for part in log.parts for work in part.works})
