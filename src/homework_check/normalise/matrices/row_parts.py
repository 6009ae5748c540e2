"""Rows of a matrix that say more of the work in the row above: its minutes, form or place.

A column before the days tells what a row holds (内容, 时长), or its own label does (语文时长);
without either a row of amounts below a row of texts holds their minutes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.model import Amount
from homework_check.normalise.body import as_written
from homework_check.normalise.headers.header import Header, read_header
from homework_check.normalise.values import Unit, is_no_subject, read_content, read_minutes

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from homework_check.normalise.body import Body
    from homework_check.normalise.matrices.header import MatrixHeader
    from homework_check.normalise.matrices.row_heads import RowHead
    from homework_check.workbook import CellValue

_PARTS = {name: name for name in ("content", "minutes", "form", "place", "choice", "layer")}
_PARTS |= {"time": "minutes", "note": "note", "actual": "actual"}
_ASIDE = {"total": "total"} | dict.fromkeys(
    ("person", "stamp", "marked", "posted", "other"), "note"
)
"""Fields of rows that are of no work, with the reason why they are left out."""

_WORK = frozenset({"content", "minutes"})
_CONTENT = Header("", "content")


def join_parts(
    rows: Sequence[RowHead], body: Body, header: MatrixHeader, left_out: Mapping[int, str]
) -> tuple[tuple[RowHead, ...], Mapping[int, str]]:
    """The rows, those that say more of another joined to it, and all that are no part of it."""
    aside = dict(left_out)
    boxes = [i for box in header.boxes for i in (box.content, box.minutes) if i is not None]
    told = _named_parts(rows, body, header, boxes) or _amounts_below(rows, body, boxes)
    fields = {_field(part) for part in told.values()}
    firsts = frozenset({"content"}) if fields >= _WORK else _WORK
    joined: list[RowHead] = []
    first = -1
    totals = {at for at, reason in left_out.items() if reason == "total"}
    for row in rows:
        part = told.get(row.at, _CONTENT)
        field = _field(part)
        if field in firsts:
            first = len(joined)
            joined.append(row)
        elif _is_below(row.at, totals, aside):
            totals.add(row.at)
            aside[row.at] = "total"
        elif reason := _why_aside(part, row, body, boxes):
            aside[row.at] = reason
        elif (of := first >= 0 and _is_of(row, joined[first], body, header)) and (
            field and field not in dict(joined[first].beside)
        ):
            joined[first] = _with(joined[first], field, row.at, part)
        else:
            of_none = of or field != "minutes"
            first = first if of_none else len(joined)
            unit = None if part.unit is Unit.UNSTATED else part.unit
            joined.append(row._replace(maybe_none=of_none, unit=unit))
    return tuple(joined), aside


def _is_below(at: int, totals: Container[int], left_out: Container[int]) -> bool:
    """Whether a row stands below one of `totals`, but for what else is left out."""
    above = range(at - 1, -1, -1)
    return next((r in totals for r in above if r in totals or r not in left_out), False)


def _field(part: Header) -> str:
    """What a row holds of the work; empty: nobody knows."""
    return _PARTS.get(part.field or "", "")


def _why_aside(part: Header, row: RowHead, body: Body, boxes: Sequence[int]) -> str:
    """Why a row is of no work; one of nobody knows what is of none if it has no numbers."""
    if _field(part):
        return ""
    if part.field in _ASIDE:
        return _ASIDE[part.field]
    values = (value for i in boxes if (value := body.columns[i][row.at]) != "")
    numbers = (_states_minutes(v) or as_written(v).replace(".", "", 1).isdecimal() for v in values)
    return "note" if is_no_subject(part.text) or not any(numbers) else ""


def _with(row: RowHead, field: str, at: int, part: Header) -> RowHead:
    row = row._replace(beside=(*row.beside, (field, at)))
    if part.unit is Unit.UNSTATED or field not in {"minutes", "actual"}:
        return row
    return row._replace(unit=part.unit) if field == "minutes" else row._replace(measured=part.unit)


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
        if any(_field(part) in _WORK for part in named.values()):
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
            told |= {above.at: _CONTENT, row.at: Header("", "minutes")}
    return told if len(told) == len(rows) else {}


def _states_minutes(value: CellValue) -> bool:
    amount = read_minutes(value)
    return isinstance(amount, Amount) or bool(read_content(as_written(value)).minutes)
