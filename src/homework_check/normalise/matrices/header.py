"""Headers of matrices: subjects, days or classes across, any of the others down; one day too."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Literal, NamedTuple

from homework_check.memo import LastingMemo
from homework_check.model import Amount
from homework_check.normalise.body import TOP, as_written, places_of
from homework_check.normalise.headers.header import exact_field, read_header
from homework_check.normalise.headers.kinds import is_day
from homework_check.normalise.matrices.boxes import is_timed
from homework_check.normalise.matrices.dividing import read_boxes
from homework_check.normalise.matrices.groups import read_groups
from homework_check.normalise.matrices.heads import is_corner, may_be_day, read_label
from homework_check.normalise.matrices.keys import (
    DAYS,
    KEYS,
    NO_WORK,
    find_classes,
    keys_of_classes,
    keys_of_days,
    keys_of_subjects,
    named_above,
    named_in,
    told_by_values,
    with_parts,
)
from homework_check.normalise.matrices.subject_columns import (
    may_be_subject,
    may_hold_work,
    own_minutes,
    with_minutes,
)
from homework_check.normalise.values import Unit, is_total, is_weekday, read_minutes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.normalise.body import Body
    from homework_check.normalise.headers.header import Own
    from homework_check.normalise.matrices.groups import Group
    from homework_check.normalise.matrices.heads import Box
    from homework_check.settings import Settings
    from homework_check.workbook import CellValue

_BESIDE_ONE_DAY = frozenset({*KEYS, "subject", *NO_WORK})
_FEWEST = 2  # days or subjects; one alone heads other tables as well
_MOST_ROWS = 2000  # nothing that people fill in as a matrix is longer
_FREE_TEXT = 2000  # distinct texts: such a column holds contents


class MatrixHeader(NamedTuple):
    """A header from row index `row` on. `keys` give the column index of a field of the rows.

    `across` says what the columns are: `days` of subjects or classes, `subjects` of
    classes or days, or `classes` of any others. `heads` is the row of `texts`, `names` stand in
    those below it; one above it may say what groups of columns are of: `groups` has one for each
    box, or none. `unused` are columns under a group of totals, with its text.
    """

    row: int
    height: int
    keys: dict[str, int]
    boxes: tuple[Box, ...]
    texts: tuple[CellValue, ...]
    across: Literal["days", "subjects", "classes"]
    heads: int
    names: tuple[CellValue, ...] = ()
    groups: tuple[Group, ...] = ()
    unused: tuple[tuple[int, str], ...] = ()

    @property
    def words(self) -> tuple[CellValue, ...]:
        """All texts of the header."""
        return (*self.texts, *self.names, *dict.fromkeys(group.text for group in self.groups))

    @property
    def layout(self) -> Literal["week-matrix", "class-matrix"]:
        """The name of the layout."""
        if self.across == "classes":
            return "class-matrix"
        of_days = "class" not in self.keys and not DAYS.isdisjoint(self.keys)
        return "week-matrix" if "subject" in self.keys or of_days else "class-matrix"


def find_matrices(body: Body, settings: Settings, lists: Sequence[int]) -> tuple[MatrixHeader, ...]:
    """The header rows of matrices, first table first.

    `lists` are the header rows of lists, if the sheet has any: no row of theirs may be taken
    for a header, but the one below a header may divide it into subjects.
    """
    rows: Sequence[int] = range(min(body.height, _MOST_ROWS))
    if lists:
        below = (row + 1 for row in lists if row + 1 < body.height)
        heads = (row for row in below if not _has_amount(body, row))
        rows = sorted({*_likely_rows(body, settings), *heads})
    found: list[MatrixHeader] = []
    for row in rows:
        if not found or row >= found[-1].row + found[-1].height:
            header = _read_row(body, row, settings)
            if header and (grouped := _grouped(body, header, settings)):
                # Days above subjects were taken for the heads of a matrix without rows.
                found = [other for other in found if other.row != grouped.row]
                header = grouped
            elif row - 1 in lists:
                # 语文 and 阅读 under two headers of a list are values.
                continue
            found += [header] if header else []
    return tuple(found)


def _has_amount(body: Body, row: int) -> bool:
    return any(_IS_AMOUNT[column[row]] for column in body.columns)


_IS_AMOUNT = LastingMemo["CellValue", bool](lambda value: isinstance(read_minutes(value), Amount))


def _likely_rows(body: Body, settings: Settings) -> set[int]:
    """Rows with a word that heads rows, or with two weekdays; found by the distinct texts.

    A row above weekdays may have their dates.
    """
    rows: set[int] = set()
    weekdays: set[int] = set()
    hints = _hints(settings.columns)
    for column, distinct, below in zip(body.columns, body.distinct, body.below, strict=True):
        for text in filter(hints.__getitem__, distinct if len(distinct) <= _FREE_TEXT else ()):
            places = {*places_of(text, column, len(column) if text in below else TOP)}
            if hints[text] == "weekday":
                found = weekdays & places
                rows |= found | {row - 1 for row in found if row}
                weekdays |= places
            else:
                rows |= places
    return rows


@lru_cache(maxsize=8)
def _hints(own: Own) -> LastingMemo[CellValue, str]:
    """What a value says of its row: that it may be one of ``weekday``, a ``head``, or nothing."""

    def hint(value: CellValue) -> str:
        if not isinstance(value, str) or value == "":
            return ""
        if is_weekday(value):
            return "weekday"
        return "head" if is_corner(value) or exact_field(value, own) in KEYS else ""

    return LastingMemo(hint)


def _read_row(body: Body, row: int, settings: Settings) -> MatrixHeader | None:
    heads = tuple(column[row] for column in body.columns)
    named = named_above(body, row, settings) | named_in(heads, settings)
    named = with_parts(named, body, row)
    known = [
        i for i, value in enumerate(heads) if value != "" and read_label(value, settings).known
    ]
    if known and known[0] < named.get("subject", 0):
        # Behind 语文, 其他学科 is one of the subjects.
        named.pop("subject")
    free = [(i, value) for i, value in enumerate(heads) if i not in named.values() and value != ""]
    days = [i for i, value in free if is_day(value)]
    subjects = [i for i, _ in free if i in known]
    if _are_days(body, row, days, settings) and not subjects:
        days = [i for i, value in free if is_day(value) or may_be_day(value)]
        boxes, height = read_boxes(body, row, days, settings)
        for lower in range(row + 1, row + height):
            before = [column[lower] for column in body.columns[: days[0]]]
            named = named_in(before, settings) | named
        keys = keys_of_days(body, row, row + height, days, named, settings)
        header = MatrixHeader(row, height, keys, boxes, heads, "days", row)
    elif classes := find_classes(free, settings):
        boxes, height = read_boxes(body, row, classes, settings)
        boxes = tuple(box._replace(class_=box.text) for box in boxes)
        keys = keys_of_classes(body, row, row + height, classes, named, settings)
        header = MatrixHeader(row, height, keys, boxes, heads, "classes", row)
    elif len(subjects) >= _FEWEST and not days:
        first = min(i for i, value in free if not is_corner(value))
        owned = own_minutes(body, row, subjects, settings)
        minutes = {index for index, _ in owned.values()}
        others = [i for i, _ in free if i and i >= first and i not in {*subjects, *minutes}]
        subjects += [i for i in others if may_be_subject(body, row, i, first, settings)]
        others = [i for i in others if i not in subjects]
        others = [i for i in others if may_hold_work(body, row, i, first, settings)]
        boxes, height = read_boxes(body, row, sorted([*subjects, *others]), settings)
        boxes = tuple(with_minutes(box, owned.get(box.content or 0)) for box in boxes)
        boxes = tuple(box._replace(unclear=box.unclear or box.content in others) for box in boxes)
        keys = keys_of_subjects(body, row, row + height, subjects, named)
        header = MatrixHeader(row, height, keys, boxes, heads, "subjects", row)
    else:
        return None
    if keys and len(keys) < min(_starts(boxes)):
        keys = {**keys, **told_by_values(body, (row, row + height), min(_starts(boxes)), keys)}
        header = header._replace(keys=keys)
    below = (column[row + 1 : row + height] for column in body.columns)
    return header._replace(names=tuple(chain.from_iterable(below))) if keys else None


def _grouped(body: Body, header: MatrixHeader, settings: Settings) -> MatrixHeader | None:
    """The header with the row above it, if that divides its columns into groups."""
    if not header.row:
        return None
    known = {"class" if name == "grade" else name for name in header.keys}
    known |= {"date"} if header.across == "days" or not DAYS.isdisjoint(known) else set()
    groups = read_groups(body, header.row - 1, header.boxes, known, settings)
    if not groups:
        return None
    pairs = [*zip(header.boxes, groups, strict=True)]
    used = [(box, group) for box, group in pairs if group.kind != "total"]
    unused = (
        (index, group.text)
        for box, group in pairs
        for index in (box.content, box.minutes)
        if index is not None and group.kind == "total"
    )
    return header._replace(
        row=header.row - 1,
        height=header.height + 1,
        boxes=tuple(box for box, _ in used),
        groups=tuple(group for _, group in used),
        unused=tuple(unused),
    )


def _starts(boxes: Sequence[Box]) -> list[int]:
    """The first column of each box."""
    return [min(i for i in (box.content, box.minutes) if i is not None) for box in boxes]


def _are_days(body: Body, row: int, days: Sequence[int], settings: Settings) -> bool:
    """Whether the heads at `days` head a matrix; one alone does over minutes of subjects."""
    heads = [column[row] for column in body.columns]
    if len(days) >= _FEWEST:
        return not _is_torn(heads[days[0] : days[-1]])
    others = [v for i, v in enumerate(heads) if v != "" and i not in days]
    fields = {read_header(as_written(v), settings.columns).field for v in others}
    if not days or not fields & {"subject", "class"} or not fields <= _BESIDE_ONE_DAY:
        return False
    below = (body.columns[index][row + 1] for index in days if row + 1 < body.height)
    timed = any(is_timed(value, "", Unit.UNSTATED) for value in below)
    return timed or any(b.minutes is not None for b in read_boxes(body, row, days, settings)[0])


def _is_torn(heads: Sequence[CellValue]) -> bool:
    """Whether something else stands between days: 2023-10-09 至 2023-10-13 is a title."""
    return any(
        not (value == "" or is_day(value) or may_be_day(value) or is_total(str(value)))
        for value in heads
    )
