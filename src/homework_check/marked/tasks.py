"""What a worker is asked for, and what it gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from homework_check.marked.markings import Marking
    from homework_check.readers.source_file import SourceFile
    from homework_check.text import Lang


class Task(NamedTuple):
    """A source to be marked. `anew`: openpyxl is not to load it, for it did not survive that.

    `generated_at` is the report's.
    """

    file: SourceFile
    marking: Marking
    lang: Lang
    encoding: str | None
    generated_at: str
    anew: bool = False

    @property
    def keeps_looks(self) -> bool:
        """Whether openpyxl is to load the source, so that its copy looks like it."""
        return self.marking.format in {"xlsx", "xlsm"} and not self.anew


class Marked(NamedTuple):
    """A marked copy as bytes, and what of the original it lacks."""

    content: bytes
    losses: tuple[str, ...] = ()


class Unmarked(NamedTuple):
    """Why there is no copy: an id of the catalogue."""

    reason: Literal["changed", "failed"]
