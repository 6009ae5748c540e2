"""What is remarked on each row of a list, in a column of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.memo import LastingMemo
from homework_check.normalise.values import is_no_subject, is_total_row
from homework_check.normalise.values.entry_remarks import read_entry_remark

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from homework_check.normalise.body import Body
    from homework_check.normalise.headers.header import Header
    from homework_check.normalise.values.entry_remarks import EntryRemark
    from homework_check.workbook import CellValue


_REMARKS = LastingMemo(read_entry_remark)


def find_remarks(
    body: Body, headers: Sequence[Header], used: Container[int]
) -> tuple[Sequence[EntryRemark | None] | None, Mapping[int, str]]:
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
        readings = _REMARKS if is_remark else _OF_OTHERS
        if any(map(readings.__getitem__, body.distinct[index])):
            found[index] = [readings[value] for value in body.columns[index]]
            kinds[index] = "remarks" if is_remark else "minutes-beside"
    if not found:
        return None, {}
    rows = zip(*found.values(), strict=True)
    return [next(filter(None, row), None) for row in rows], kinds


def _read_other(value: CellValue) -> EntryRemark | None:
    """Read a cell under a head that was not understood: its minutes may be of more work."""
    remark = read_entry_remark(value)
    if remark is None or not remark.case:
        return None
    return remark._replace(case="added") if remark.case == "stated" else remark


_OF_OTHERS = LastingMemo(_read_other)
