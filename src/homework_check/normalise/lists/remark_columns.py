"""What is remarked on each row of a list, in a column of its own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from homework_check.memo import LastingMemo, Memo
from homework_check.normalise.values import is_no_subject, is_total_row, read_minutes
from homework_check.normalise.values.entry_remarks import is_remark_head, read_entry_remark

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence
    from typing import TypeAlias

    from homework_check.normalise.body import Body
    from homework_check.normalise.headers.header import Header
    from homework_check.normalise.values.entry_remarks import EntryRemark
    from homework_check.workbook import CellValue

    Remarked: TypeAlias = Sequence[EntryRemark | None] | None
    """What is remarked on each row; None: nothing on any."""

_WEIGHTIEST = ("withdrawn", "changed", "added", "measured", "stated", "spread", "")
"""What of several remarks on one row counts first."""

_REMARKS = LastingMemo(read_entry_remark)


def find_remarks(
    body: Body, headers: Sequence[Header], used: Container[int]
) -> tuple[Remarked, Mapping[int, str]]:
    """What is remarked on each row, and what the columns are that say it; mostly there are none.

    A column that is not among the `used` ones and of nobody knows what may state minutes as well.
    """
    found: dict[int, list[EntryRemark | None]] = {}
    kinds: dict[int, str] = {}
    for index, header in enumerate(headers):
        is_remark = header.field is not None
        if index in used or header.own or header.field not in {"note", "detail", None}:
            continue
        if is_total_row(header.text) or is_no_subject(header.text):
            continue
        readings = _readings(header)
        if any(map(readings.__getitem__, body.distinct[index])):
            said = [readings[value] for value in body.columns[index]]
            found[index] = said if is_remark else _without_repeated(said, body, headers)
            kinds[index] = "remarks" if is_remark else "minutes-beside"
    if not found:
        return None, {}
    rows = zip(*found.values(), strict=True)
    return [min(filter(None, row), key=_by_weight, default=None) for row in rows], kinds


def _without_repeated(
    said: list[EntryRemark | None], body: Body, headers: Sequence[Header]
) -> list[EntryRemark | None]:
    """What a column of nobody knows what says; where it repeats a column of minutes, no more."""
    stated = [(row, remark.minutes) for row, remark in enumerate(said) if remark]
    for header, column in zip(headers, body.columns, strict=True):
        read = Memo(partial(read_minutes, unit=header.unit))
        if header.field == "minutes" and all(
            column[row] != "" and read[column[row]] == minutes for row, minutes in stated
        ):
            return [remark and remark._replace(case="") for remark in said]
    return said


def _by_weight(remark: EntryRemark) -> int:
    return _WEIGHTIEST.index(remark.case)


def _readings(header: Header) -> LastingMemo[CellValue, EntryRemark | None]:
    if header.field is None:
        return _OF_OTHERS
    return _REMARKS if is_remark_head(header.text) else _AT_LARGE


def _read_at_large(value: CellValue) -> EntryRemark | None:
    """Read what was intended or asked for, which is not whether the work was set: 把数改为分数."""
    remark = read_entry_remark(value)
    if remark is None or not remark.is_doubtful:
        return remark
    return remark._replace(case="stated") if remark.minutes else None


def _read_other(value: CellValue) -> EntryRemark | None:
    """Read a cell under a head that was not understood: its minutes may be of more work."""
    remark = read_entry_remark(value)
    if remark is None or not (remark.case or remark.total):
        return None
    return remark._replace(case="added") if remark.case == "stated" else remark


_AT_LARGE = LastingMemo(_read_at_large)
_OF_OTHERS = LastingMemo(_read_other)
