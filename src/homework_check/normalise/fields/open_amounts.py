"""Minutes of which nobody knows how many count: of a withdrawn entry, or of several subjects."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from homework_check.memo import LastingMemo
from homework_check.model import Amount
from homework_check.normalise.body import merged_rows
from homework_check.normalise.fields.keys import Flaw
from homework_check.normalise.values import is_no_subject, is_total_row
from homework_check.normalise.values.entry_remarks import read_entry_remark

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from homework_check.normalise.body import Body
    from homework_check.normalise.fields.amounts import Counted
    from homework_check.normalise.headers.columns import Columns
    from homework_check.normalise.headers.header import Header
    from homework_check.normalise.lists.keys import RowKeys
    from homework_check.normalise.values.entry_remarks import EntryRemark
    from homework_check.workbook import CellRange, CellValue


class Shared(NamedTuple):
    """How a row shares a merged cell of minutes with others of its class and day.

    `subjects`: as many are in it, in the row that it begins in; 0 in those that it reaches.
    `torn`: some of them are of another form or place.
    """

    subjects: int
    torn: bool = False


_REMARKS = LastingMemo(read_entry_remark)


def find_shared(
    body: Body, columns: Columns, merged: Sequence[CellRange], keys: RowKeys
) -> dict[int, Shared]:
    """The rows whose minutes stand in a merged cell with those of others of their class and day."""
    subject = columns.at.get("subject")
    described = [columns.at[name] for name in ("form", "place") if name in columns.at]
    spans: dict[tuple[int, int], list[int]] = {}
    for index in columns.minutes:
        for row, start in merged_rows(merged, body, index).items():
            if keys.alike(row, start):
                spans.setdefault((index, start), [start]).append(row)
    found: dict[int, Shared] = {}
    for (_, start), rows in spans.items():
        subjects = {body.columns[subject][row] for row in rows} if subject is not None else set()
        torn = any(len({body.columns[i][row] for row in rows}) > 1 for i in described)
        found |= dict.fromkeys(rows[1:], Shared(0))
        found[start] = Shared(len(subjects - {""}), torn)
    return found


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


def with_remark(counted: Counted, remark: EntryRemark | None) -> Counted:
    """What counts of an entry on which it is remarked that it was withdrawn or takes other time."""
    if remark is None or not remark.case or counted.none:
        return counted
    low, high = counted.amount
    said = remark.minutes or Amount(0, 0 if remark.case == "withdrawn" else None)
    top = None if high is None or said.high is None else max(high, said.high)
    if remark.case == "added" and top is not None:
        top = (high or 0) + (said.high or 0)
    elif remark.case == "measured":
        low = min(low, said.low)
    amount = Amount(low, top)
    if amount == counted.amount and not remark.is_doubtful:
        return counted
    case = "remark" if remark.is_doubtful else "remark-minutes"
    flaw = Flaw("unread-minutes", case, "minutes", remark.text)
    return counted._replace(amount=amount, flaws=(*counted.flaws, flaw))


def with_shared(counted: Counted, shared: Shared | None, value: str) -> Counted:
    """What counts of minutes that may be of several subjects together, or of each."""
    low, high = counted.amount
    if shared is None or shared.subjects < 2 or not high:
        return counted
    amount = Amount(low, high * shared.subjects)
    flaw = Flaw("unread-minutes", "shared", "minutes", value)
    return counted._replace(amount=amount, flaws=(*counted.flaws, flaw))
