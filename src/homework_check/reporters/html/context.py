"""What counts in an item that is not met: the cells, with what their entries say."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from string import ascii_uppercase
from typing import TYPE_CHECKING, NamedTuple

from homework_check.messages import phrases, words
from homework_check.messages.report import COLUMNS
from homework_check.messages.web import WORDS
from homework_check.report import minutes
from homework_check.reporters.page import sizes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from homework_check.log import Entries
    from homework_check.model import Entry, Location
    from homework_check.report import Finding
    from homework_check.reporters.page import Page

Address = tuple[str, str | None, str | None]

_COLUMNS = ("subject", "content", "form", "minutes", "cell")

_MOST = 10_000
"""Items that are shown with the entries that count; the sentences of more name the cells."""


class Context(NamedTuple):
    """A table below an item, and what its rows add up to; ``sizes`` may be blank.

    Of what is not met a row for each cell that counts, of a missing column one for each unit.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    sizes: str


def too_many(findings: Sequence[Finding]) -> bool:
    """Whether a browser could not show the entries of every one of them."""
    return len(findings) > _MOST


def entries_of(page: Page, findings: Sequence[Finding]) -> Mapping[Address, Entry]:
    """The entries that stand in the cells of `findings`."""
    wanted: dict[tuple[str, str | None], set[str]] = defaultdict(set)
    for at in chain.from_iterable(finding.locations for finding in findings):
        if at.cell:
            wanted[at.source, at.sheet].add(at.cell)
    return {
        (part.table.source, part.table.sheet, cell): entry
        for log in page.report.logs
        for part in log.parts
        for cell, entry in _entries_in(part, wanted[part.table.source, part.table.sheet])
    }


def _entries_in(part: Entries, wanted: AbstractSet[str]) -> Iterator[tuple[str, Entry]]:
    """The entries of `part` that stand in the `wanted` cells; most runs have none in their rows."""
    rows = {int(cell.lstrip(ascii_uppercase)) for cell in wanted}
    for run in part.runs() if rows else ():
        if not rows.isdisjoint(part.rows[run.span.start : run.span.stop]):
            for number, cell in enumerate(run.cells):
                if cell in wanted:
                    yield cell, run.entry(number)


def context_of(page: Page, finding: Finding, entries: Mapping[Address, Entry]) -> Context:
    """Tell what counts in `finding`."""
    told = zip(("total", "limit", "over"), sizes(finding), strict=True)
    rows = [_row(page, finding, at, entries.get(_place(at))) for at in finding.locations]
    used = [n for n in range(len(_COLUMNS)) if any(row[n] for row in rows)]
    return Context(
        tuple(page.say(WORDS[_COLUMNS[n]]) for n in used),
        tuple(tuple(row[n] for n in used) for row in rows),
        " · ".join(f"{page.say(COLUMNS[n])} {s[page.lang]}" for n, s in told if s[page.lang]),
    )


def _row(page: Page, finding: Finding, at: Location, entry: Entry | None) -> tuple[str, ...]:
    form = words.FORMS.get(entry.work.form or "") if entry else None
    return (
        phrases.subject(at.subject)[page.lang],
        phrases.quote(entry.content if entry else at.content or ""),
        form[page.lang] if form else "",
        "" if at.minutes is None else str(minutes(at.minutes)),
        page.cells([at], finding.school),
    )


def _place(at: Location) -> Address:
    return at.source, at.sheet, at.cell
