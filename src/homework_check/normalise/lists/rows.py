"""Rows that are no entries, and cells that hold for the rows below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.memo import LastingMemo
from homework_check.model import Amount
from homework_check.normalise.around.naming import stated_names
from homework_check.normalise.fields.keys import RESETS
from homework_check.normalise.values import (
    is_ditto,
    is_footer,
    is_none,
    is_total,
    is_total_by_ending,
    is_total_row,
    read_minutes,
    read_subject,
)

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from homework_check.normalise.body import Body, Column
    from homework_check.normalise.headers.columns import Columns
    from homework_check.normalise.headers.header import Header
    from homework_check.workbook import CellValue

_LONGEST_LABEL = 16
_SAYS_NOTHING = frozenset({"note", "person", "stamp", "marked", "posted"})
"""Columns whose 合计 or 注： says nothing about the row as a whole: 备注, signatures."""

_SAYING_WHOSE = frozenset({"date", "weekday", "class", "subject"})

KEYS = ("county", "school", "campus", "grade", "class", "date", "weekday")


def without_dittos(body: Body, columns: Columns) -> Body:
    """The body with 同上 in a column of keys as the blank cell that it stands for."""
    keys = [columns.at[name] for name in KEYS if name in columns.at]
    return body.with_columns({i: _blanked(body.columns[i]) for i in keys if _has_dittos(body, i)})


def with_repeated(body: Body, columns: Columns, left_out: Container[int]) -> Body:
    """The body with 同上 in all other columns as what stands above, but in rows left out.

    A content 无 is not repeated: beside minutes the row says that there is work.
    """
    others = {*columns.at.values(), *columns.all_contents, *columns.minutes}
    found = {i: _repeated(body.columns[i], left_out) for i in others if _has_dittos(body, i)}
    return body.with_columns(found)


def _has_dittos(body: Body, index: int) -> bool:
    return any(map(_DITTOS.__getitem__, body.distinct[index]))


def _blanked(column: Column) -> Iterator[CellValue]:
    for value in column:
        yield "" if _DITTOS[value] else value


def _repeated(column: Column, left_out: Container[int]) -> Iterator[CellValue]:
    last: CellValue = ""
    for row, value in enumerate(column):
        if row in left_out:
            yield value
        elif _DITTOS[value] and not (isinstance(last, str) and is_none(last)):
            yield last
        else:
            last = value
            yield value


_DITTOS = LastingMemo["CellValue", bool](lambda value: isinstance(value, str) and is_ditto(value))


def find_left_out(body: Body, columns: Columns, headers: Sequence[Header]) -> dict[int, str]:
    """Row indexes of blank, total and footer rows, with the reason."""
    left_out: dict[int, str] = {}
    numbers = {columns.hours, columns.at.get("actual")}
    first = min(columns.at.values(), default=0)
    for index, column in enumerate(body.columns):
        # Before all keys, a 合计 in the column of 序号 is of the row.
        silent = headers[index].field in _SAYS_NOTHING and index > first
        if index in numbers or silent:
            continue
        labels = {v: _LABELS[v] for v in filter(_LABELS.__getitem__, body.distinct[index])}
        for row, value in enumerate(column) if labels else ():
            label = labels.get(value, "")
            if label in _TOTALS:
                if _is_total(body, columns, index, row):
                    left_out[row] = "total"
            elif label == "footer" and _is_line(body, columns, index, row):
                left_out.setdefault(row, "footer")
    for name in ("school", "county"):
        if name in columns.at:
            left_out |= _lone_notes(body, columns.at[name])
    if all(map(body.has_blanks, range(len(body.columns)))):
        blank = ("",) * len(body.columns)
        rows = enumerate(zip(*body.columns, strict=True))
        left_out |= {row: "blank" for row, cells in rows if cells == blank}
    return left_out


def _read_label(value: CellValue) -> str:
    """``total``, ``footer`` or nothing: what a cell labels its row as.

    A ``total-row`` is a total only where the cell is no content.
    """
    if not isinstance(value, str) or not value:
        return ""
    if len(value) <= _LONGEST_LABEL and is_total_row(value):
        return "total" if is_total(value) else "total-row"
    return "footer" if is_footer(value) else ""


_LABELS = LastingMemo(_read_label)
_TOTALS = frozenset({"total", "total-row"})


def _is_line(body: Body, columns: Columns, index: int, row: int) -> bool:
    """Whether a cell that looks like the beginning of a signature or a note is that of its row.

    Behind 注： a whole entry may follow.
    """
    if index in columns.all_contents:
        beside = (column[row] for at, column in enumerate(body.columns) if at != index)
        return not any(value != "" for value in beside)
    others = ((name, at) for name, at in columns.at.items() if at != index)
    filled = {name: value for name, at in others if (value := body.columns[at][row]) != ""}
    amounts = (read_minutes(body.columns[i][row]) for i in columns.minutes if i != index)
    timed = any(isinstance(amount, Amount) for amount in amounts)
    named = "content" in filled and read_subject(filled.get("subject", ""))[1]
    if (timed or named) and not _SAYING_WHOSE.isdisjoint(filled):
        return False
    subject = columns.at.get("subject")
    # The name signed may stand in the next cell, which is the subject's.
    signed = str(body.columns[index][row]).endswith((":", "："))
    return signed or subject is None or body.columns[subject][row] in {"", body.columns[index][row]}


def _is_total(body: Body, columns: Columns, index: int, row: int) -> bool:
    """Whether a cell that is labelled as a total makes its row one."""
    sure = _LABELS[body.columns[index][row]] == "total"
    subject = columns.at.get("subject")
    keys = {columns.at[name] for name in KEYS if name in columns.at}
    if index in keys:
        return True
    if index == subject:
        # 口算总计 may be what the work of the row is called.
        label = str(body.columns[index][row])
        return not is_total_by_ending(label) or _names_no_work(body, columns, row)
    if not sure or subject is None or index < min(columns.at.values()):
        return sure and (index not in columns.minutes or _names_no_work(body, columns, row))
    if index in columns.minutes:
        # 合计30分钟 in the minutes of a subject is an amount.
        return body.columns[subject][row] == "" and _names_no_work(body, columns, row)
    return _is_of_no_subject(body, keys, subject, index, row)


def _names_no_work(body: Body, columns: Columns, row: int) -> bool:
    """Whether no content says more than a total does; — says nothing."""
    texts = [str(body.columns[index][row]) for index in columns.all_contents]
    return not any(_LABELS[text] != "total" and any(map(str.isalnum, text)) for text in texts)


def _is_of_no_subject(
    body: Body, keys: AbstractSet[int], subject: int, index: int, row: int
) -> bool:
    """Whether a total beside a subject is none of its work.

    书面作业共计25分钟 is its work; 小计 below other work of the subject is a total of that.
    """
    named = body.columns[subject][row]
    if named == "" or _LABELS[named] in _TOTALS:
        return True
    described = (body.columns[i] for i in (*keys, subject))
    below = row > 0 and all(column[row] in {"", column[row - 1]} for column in described)
    return below and not any(map(str.isdigit, str(body.columns[index][row])))


def _lone_notes(body: Body, index: int) -> dict[int, str]:
    """Rows whose only text is no school's name: it must not hold for the rows below."""
    distinct = set(body.columns[index]) - {""}
    notes = {value for value in distinct if not stated_names(str(value))[1]}
    others = [column for i, column in enumerate(body.columns) if i != index]
    return {
        row: "note"
        for row, value in enumerate(body.columns[index] if notes else ())
        if value in notes and all(column[row] == "" for column in others)
    }


def fill_down(body: Body, columns: Columns, left_out: Mapping[int, str]) -> dict[str, Column]:
    """The columns of the keys with merged and left-blank cells filled, by field."""
    indexes = {name: columns.at[name] for name in KEYS if name in columns.at}
    keys = {name: body.columns[index] for name, index in indexes.items()}
    if not all(body.is_full(index, left_out) for index in indexes.values()):
        keys = fill_keys(keys, body.height, left_out)
    return keys


def fill_keys(
    keys: Mapping[str, Column], height: int, left_out: Mapping[int, str]
) -> dict[str, Column]:
    """Columns of keys, by field, with each blank filled from above but in rows left out."""
    last: dict[str, CellValue] = dict.fromkeys(keys, "")
    filled: dict[str, list[CellValue]] = {name: [] for name in keys}
    for row in range(height):
        if row not in left_out:
            for name, column in keys.items():
                value = column[row]
                if value not in {"", last[name]}:
                    last[name] = value
                    for inner in RESETS.get(name, ()):
                        if inner in last:
                            last[inner] = ""
        for name, column in keys.items():
            filled[name].append(last[name] if row not in left_out else column[row])
    return {name: tuple(column) for name, column in filled.items()}
