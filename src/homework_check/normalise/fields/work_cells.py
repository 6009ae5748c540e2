"""What a row has that describes its work, and what holds for all rows of its table."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from homework_check.normalise.fields.open_amounts import Shared
    from homework_check.normalise.headers.facets import Facets
    from homework_check.normalise.headers.header import Header
    from homework_check.normalise.values import ContentReading, Unit
    from homework_check.normalise.values.entry_notes import EntryNote
    from homework_check.workbook import CellValue


class WorkCells(NamedTuple):
    """The cells of a row that describe the work; None: the table has no such column.

    `minutes` has one cell for each minutes column. `content` is what the content says, None
    if it only names the work; `blank`: there is none, or it is struck out. `shared`: the minutes
    stand in a merged cell of several rows. `note`: what is noted on the row.
    """

    subject: CellValue | None
    minutes: tuple[CellValue, ...]
    hours: CellValue | None
    actual: CellValue | None
    form: CellValue | None
    place: CellValue | None
    choice: CellValue | None
    layer: CellValue | None
    marked: CellValue | None
    posted: CellValue | None
    content: ContentReading | None
    blank: bool | None
    shared: Shared | None
    note: EntryNote | None


class WholeTable(NamedTuple):
    """What holds for all rows: minutes columns (letter, header, unit) and defaults.

    `letter` is the column to point at where there are no minutes. `facets` are stated around the
    table or by the header of the contents, or assumed; None: unknown. `vacation`: the titles
    say so. `with_contents`: it has a column of contents. `excepted`: subjects for which a title
    does not say the form; None: something nearer says it of all.
    """

    minutes: tuple[tuple[str, Header, Unit], ...]
    actual_unit: Unit
    letter: str
    facets: Facets
    vacation: bool
    with_contents: bool
    excepted: frozenset[str] | None = None
