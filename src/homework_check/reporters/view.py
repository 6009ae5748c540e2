"""How a report is to be shown."""

from __future__ import annotations

from typing import NamedTuple


class View(NamedTuple):
    """What the user asked of the output. It never changes what a report says, only how much.

    `width` is in terminal cells, `max_findings` caps the listed items.
    """

    width: int = 80
    color: bool = False
    verbose: bool = False
    quiet: bool = False
    max_findings: int = 50
