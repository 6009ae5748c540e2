"""Saves the marked copies of a check, and tells of those that there are not."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from homework_check import pipeline
from homework_check.cli import output, progress, streams
from homework_check.marked.markings import markings
from homework_check.marked.tasks import Unmarked
from homework_check.messages import marked as say
from homework_check.messages.findings import NO_LOG
from homework_check.messages.inert import inert
from homework_check.messages.phrases import joined
from homework_check.text import Text, same

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from homework_check.cli.copies import Copies
    from homework_check.report import Report
    from homework_check.text import Lang

_FEW: Final = 3
"""Files that are named of which the same is told; of more only the first are."""


class Telling(NamedTuple):
    """In which language, and whether what was saved is told, and how far it has come."""

    lang: Lang
    quiet: bool
    progress: bool


def save(report: Report, asked: pipeline.Request, copies: Copies, telling: Telling) -> None:
    """Save a marked copy of every source that has something to look at.

    Raises `HomeworkCheckError` if one cannot be written.
    """
    lang = telling.lang
    wanted = markings(report, lang)
    unmarked: dict[str, list[str]] = defaultdict(list)
    lacking: dict[str, list[str]] = defaultdict(list)
    saved = []
    made = pipeline.annotate(asked, wanted, report.generated_at, lang)
    for file, copy in _watched(made, len(wanted), telling):
        if isinstance(copy, Unmarked):
            unmarked[copy.reason].append(file.shown)
            continue
        output.save(copies.places[file.shown], copy.content)
        saved.append(copies.places[file.shown])
        for loss in copy.losses:
            lacking[loss].append(file.shown)
    unread = [at.source for f in report.findings if f.rule in NO_LOG for at in f.locations]
    if unread:
        unmarked["no-log"] = list(dict.fromkeys(unread))
    for reason, files in unmarked.items():
        streams.tell(say.NOT_MARKED.format(files=_few(files), reason=say.REASONS[reason])[lang])
    if not telling.quiet:
        _tell_saved(copies, saved, lacking, lang)


def _watched(
    made: Iterable[pipeline.Copied], total: int, telling: Telling
) -> Iterator[pipeline.Copied]:
    if not telling.progress:
        yield from made
        return
    with progress.marking(total, telling.lang) as count:
        for one in made:
            yield one
            count()


def _tell_saved(
    copies: Copies, saved: Sequence[Path], lacking: dict[str, list[str]], lang: Lang
) -> None:
    folder = inert(copies.folder.rstrip("/\\") + "/")
    if saved:
        streams.tell(say.SAVED.format(folder=folder, n=len(saved))[lang])
    else:
        streams.tell(say.NONE_NEEDED[lang])
    by_files: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for loss, files in lacking.items():
        by_files[tuple(files)].append(loss)
    for lacked, losses in by_files.items():
        things = joined([say.LOSSES[loss] for loss in losses])
        streams.tell(say.SAVED_WITHOUT.format(things=things, files=_few(lacked))[lang])
    if left := sorted(str(place) for place in copies.older.difference(saved)):
        streams.tell(say.STALE.format(folder=folder, files=_few(left))[lang])


def _few(files: Sequence[str]) -> Text:
    named = len(files) if len(files) <= _FEW else _FEW - 1
    shown = joined([same(inert(file)) for file in files[:named]])
    more = len(files) - named
    return say.MORE_FILES.format(files=shown, n=len(files), more=more) if more else shown
