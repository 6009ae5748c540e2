"""From the options of a display to what reporters need to know of it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from homework_check.cli import streams, values
from homework_check.reporters.view import View

if TYPE_CHECKING:
    from homework_check.cli.asked import Display


def view_of(display: Display) -> View:
    """How a result is to be shown on standard output. Raises `UsageError`."""
    colour = values.parse_choice("--color", display.colour, streams.COLOURS)
    return View(
        width=streams.width(),
        color=streams.colours(colour, os.environ),
        verbose=display.verbose,
        quiet=display.quiet,
    )
