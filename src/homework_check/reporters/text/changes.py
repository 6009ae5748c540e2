"""What has changed since an earlier report, for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.messages.comparing import GONE
from homework_check.reporters.changes import gone, summary
from homework_check.reporters.lines import Line, paragraph, plain
from homework_check.reporters.text.findings import more_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homework_check.reporters.changes import Gone
    from homework_check.reporters.page import Page
    from homework_check.text import Text


def change_lines(page: Page) -> list[Line]:
    """The numbers, and what to mind about them."""
    return [line for text in summary(page) for line in paragraph(text, page.width, "  ")]


def gone_sections(page: Page) -> Iterator[list[Line]]:
    """What is fixed, and what cannot be compared."""
    for name, found in gone(page).items():
        yield _section(page, GONE[name], found)


def _section(page: Page, heading: Text, found: Gone) -> list[Line]:
    texts = found.texts
    if not texts:
        return []
    most = page.view.max_findings
    told = [plain(page.say(heading, n=found.number), "heading")]
    told += [line for text in texts[:most] for line in paragraph(text, page.width, "    ", "  - ")]
    return [*told, *more_lines(page, min(most, len(texts)), len(texts))]
