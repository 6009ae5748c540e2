"""Rows of a matrix that say more of the work in the row above: its minutes, form or place.

A column before the days tells what a row holds (内容, 时长), or its own label does (语文时长);
without either a row of amounts below a row of texts holds their minutes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.model import Amount
from homework_check.normalise.body import as_written
from homework_check.normalise.headers.header import Header, read_header
from homework_check.normalise.values import Unit, read_content, read_minutes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from homework_check.normalise.body import Body
    from homework_check.normalise.matrices.header import MatrixHeader
    from homework_check.normalise.matrices.row_heads import RowHead
    from homework_check.workbook import CellValue

_PARTS = {name: name for name in ("content", "minutes", "form", "place", "choice", "layer")}
_PARTS |= {"time": "minutes", "note": "note", "person": "note"}
_WORK = frozenset({"content", "minutes"})


def join_parts(
    rows: Sequence[RowHead], body: Body, header: MatrixHeader, left_out: dict[int, str]
) -> tuple[RowHead, ...]:
    """The rows, those that say more of another joined to it; parts of totals are left out."""
    boxes = [i for box in header.boxes for i in (box.content, box.minutes) if i is not None]
    told = _named_parts(rows, body, header, boxes) or _amounts_below(rows, body, boxes)
    if not {_PARTS[part.field or ""] for part in told.values()} >= _WORK:
        return tuple(rows)
    joined: list[RowHead] = []
    for row in rows:
        part = told.get(row.at)
        field = _PARTS[part.field or ""] if part else "content"
        if field == "content":
            joined.append(row)
        elif joined and _is_of(row, joined[-1], body, header) and row.at - 1 not in left_out:
            joined[-1] = _with(joined[-1], field, row.at, part)
        elif left_out.get(row.at - 1) == "total":
            left_out[row.at] = "total"
        else:
            joined.append(row)
    return tuple(joined)


def _with(row: RowHead, field: str, at: int, part: Header | None) -> RowHead:
    if field == "note":
        return row
    unit = part.unit if part and field == "minutes" and part.unit is not Unit.UNSTATED else row.unit
    return row._replace(beside=(*row.beside, (field, at)), unit=unit)


def _is_of(row: RowHead, above: RowHead, body: Body, header: MatrixHeader) -> bool:
    """Whether two rows are of the same work; one without any key of its own is."""
    if all(body.columns[index][row.at] == "" for index in header.keys.values()):
        return True
    subjects = [one.label.subject if one.label else "" for one in (row, above)]
    return row.key == above.key and row.day == above.day and subjects[0] == subjects[1]


def _named_parts(
    rows: Sequence[RowHead], body: Body, header: MatrixHeader, boxes: Sequence[int]
) -> Mapping[int, Header]:
    """What a column before the `boxes`, or the label of each row, says that the row holds."""
    labels = {row.at: row.label.part if row.label else "" for row in rows}
    if any(labels.values()):
        # 语文作业 above 语文时长 is the name of a subject as well.
        return {at: read_header(part or "内容") for at, part in labels.items()}
    for index in set(range(min(boxes))).difference(header.keys.values()):
        column = body.columns[index]
        # A row without any work may be a line of text.
        filled = [row.at for row in rows if any(body.columns[i][row.at] != "" for i in boxes)]
        named = {at: read_header(as_written(column[at])) for at in filled}
        if named and all(part.field in _PARTS for part in named.values()):
            return named
    return {}


def _amounts_below(
    rows: Sequence[RowHead], body: Body, boxes: Sequence[int]
) -> Mapping[int, Header]:
    """The rows in pairs, of texts without a time and of their amounts; none if one is no pair."""
    told: dict[int, Header] = {}
    for above, row in zip(rows[::2], rows[1::2], strict=False):
        texts = {i: v for i in boxes if (v := body.columns[i][above.at]) != ""}
        amounts = {i: v for i in boxes if (v := body.columns[i][row.at]) != ""}
        if (
            row.label is above.label
            and row.at == above.at + 1
            and amounts.keys() <= texts.keys()
            and all(isinstance(read_minutes(value), Amount) for value in amounts.values())
            and not any(map(_states_minutes, texts.values()))
        ):
            told |= {above.at: Header("", "content"), row.at: Header("", "minutes")}
    return told if len(told) == len(rows) else {}


def _states_minutes(value: CellValue) -> bool:
    amount = read_minutes(value)
    return isinstance(amount, Amount) or bool(read_content(as_written(value)).minutes)
