"""What a cell of minutes says in words: of which tasks its minutes are, or where they are done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homework_check.model import Place
from homework_check.normalise.fields.amounts import read_cell
from homework_check.normalise.fields.open_amounts import Shared, said_of_each
from homework_check.normalise.headers.subject_labels import SUBJECTS
from homework_check.normalise.values import SILENT, ContentReading, read_place
from homework_check.normalise.values.cleaning import fold
from homework_check.normalise.values.content_places import place_hinted_at

if TYPE_CHECKING:
    from homework_check.normalise.fields.work_cells import WholeTable, WorkCells

_SAID: Final = ("form", "place", "choice", "layer")


def with_words_of_minutes(cells: WorkCells, table: WholeTable) -> WorkCells:
    """The cells, with what the only cell of minutes says in words as what the content says.

    校内完成 says where alone; what is not understood may speak of a place. 每科15分钟 is of each of
    the subjects that the row names.
    """
    if len(cells.minutes) != 1 or cells.minutes == ("",):
        return cells
    (value,), ((_, _, unit),) = cells.minutes, table.minutes
    subjects = SUBJECTS[cells.subject].several if cells.subject else 0
    if subjects and not cells.shared and (of_each := said_of_each(fold(value))):
        return cells._replace(minutes=(of_each,), shared=Shared(subjects, each=True))
    minutes, content = read_cell(value, unit), cells.content or SILENT
    if minutes.items and not cells.hours and (joined := _joined(content, minutes.items)):
        return cells._replace(content=joined, minutes=("",))
    if minutes.case != "unread":
        return cells
    place = read_place(value)
    if isinstance(place, Place) and content.place is None:
        return cells._replace(content=content._replace(place=place))
    hint = content.hint or place_hinted_at(fold(value))
    return cells._replace(content=content._replace(hint=hint)) if hint else cells


def _joined(content: ContentReading, items: ContentReading) -> ContentReading | None:
    """What both say; None: they may speak of different work."""
    if content._replace(hint=None) == SILENT:
        return items
    if content.none or content.minutes or content.parts or items.parts:
        return None
    pairs = {name: (getattr(content, name), getattr(items, name)) for name in _SAID}
    if any(one and other and one != other for one, other in pairs.values()):
        return None
    said = {name: one or other for name, (one, other) in pairs.items()}
    in_parts = content.in_parts and items.place is None
    return content._replace(**said, minutes=items.minutes, in_parts=in_parts)
