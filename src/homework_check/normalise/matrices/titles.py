"""What titles say about a whole matrix: whether it is of homework, and its numbers minutes."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from homework_check.normalise.around.stated_units import has_unit, says_minutes
from homework_check.normalise.body import as_written
from homework_check.normalise.values import Unit
from homework_check.normalise.values.words import alternatives
from homework_check.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.normalise.around.surroundings import Lines, Surroundings
    from homework_check.normalise.body import Body
    from homework_check.normalise.matrices.header import MatrixHeader
    from homework_check.workbook import CellValue

_HOMEWORK = late_pattern("作业|书面|homework|assignment", re.IGNORECASE)
_OTHER_TABLES = late_pattern(alternatives("other_table", "words"))
_QUANTITIES = late_pattern(alternatives("other_table", "quantities"))


def is_about_homework(lines: Lines, heads: Sequence[CellValue], body: Body) -> bool:
    """Whether the nearest text that says what a matrix is about speaks of homework.

    Menus, rotas, timetables and means of tests have the shape of a matrix as well; and what
    counts tasks or pages holds no minutes, unless a text of `body` or the words say so.
    """
    own = [text for text, _ in lines.titles] + [as_written(head) for head in heads]
    folders = [text for text, kind in lines.names if kind.startswith("folder")]
    names = [text for text, kind in lines.names if not kind.startswith("folder")]
    for texts in (own, [text for text, _ in lines.above], names):
        words = " ".join(texts)
        about = _HOMEWORK.search(words)
        timed = about and says_minutes(texts)
        if not timed and _OTHER_TABLES.search(words):
            return False
        if not timed and _QUANTITIES.search(words) and not _has_units(body):
            return False
        if about:
            return True
    # A folder of checks holds what is checked.
    return any(_HOMEWORK.search(name) for name in folders)


def with_unit(around: Surroundings, header: MatrixHeader, body: Body) -> Surroundings:
    """The surroundings; where nothing at all says so, the numbers of a week are no minutes.

    They may as well be pages or exercises: the days of a week matrix hold contents. Below classes,
    or below one day beside them, they may be of pupils.
    """
    of_classes = header.across == "classes" or len(header.boxes) == 1
    if around.unit is not Unit.UNSTATED or not (header.layout == "week-matrix" or of_classes):
        return around
    first = min(i for box in header.boxes for i in (box.content, box.minutes) if i is not None)
    labels = chain.from_iterable(body.columns[:first])
    words = map(as_written, (*header.words, *labels))
    timed = around.timed or says_minutes(words) or _has_units(body)
    if timed or not any(box.mixed for box in header.boxes):
        return around
    return around._replace(unit=Unit.NEEDED)


def _has_units(body: Body) -> bool:
    return any(map(has_unit, chain.from_iterable(body.columns)))
