"""Headers of one or two rows: 时长 over 校内 and 家庭 is two columns of minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from homework_check.normalise.body import as_written
from homework_check.normalise.headers.header import Header, read_header

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.normalise.body import Body
    from homework_check.normalise.headers.header import Own
    from homework_check.workbook import CellValue


_OF_PARTS = frozenset({"form", "place", "choice"})


class HeaderRows(NamedTuple):
    """One `Header` a column, and how many rows they take."""

    headers: tuple[Header, ...]
    height: int


def read_header_rows(body: Body, first: int, end: int, own: Own) -> HeaderRows:
    """Read the header at row index `first`; the row below belongs to it if it divides it.

    `end` is the index of the first row that is no longer of the table.
    """
    upper = [as_written(column[first]) for column in body.columns]
    if first + 1 < end:
        lower = [column[first + 1] for column in body.columns]
        spread = _spread(upper, lower)
        if _divides(upper, spread, lower, own):
            joined = (_join(u, as_written(v), own) for u, v in zip(spread, lower, strict=True))
            return HeaderRows(tuple(joined), 2)
    return HeaderRows(tuple(read_header(text, own) for text in upper), 1)


def _spread(upper: Sequence[str], lower: Sequence[CellValue]) -> list[str]:
    """Upper texts, also for the blank cells right of them that have a text below."""
    spread: list[str] = []
    for text, below in zip(upper, lower, strict=True):
        spread.append(text or (spread[-1] if spread and below != "" else ""))
    return spread


def _divides(
    upper: Sequence[str], spread: Sequence[str], lower: Sequence[CellValue], own: Own
) -> bool:
    """Whether a row divides the one above: texts that name fields, one under a blank cell.

    Cells under texts that stay whole are blank, as merging leaves them.
    """
    if not all(isinstance(value, str) for value in lower):
        return False
    filled = [index for index, value in enumerate(lower) if value != ""]
    under_blank = any(not upper[index] and spread[index] for index in filled)
    named = all(_join(spread[i], as_written(lower[i]), own).field for i in filled)
    return under_blank and named and len(filled) < len(lower)


def _join(upper: str, lower: str, own: Own) -> Header:
    """Read two texts as one: 作业 + 内容, 时长 + 校内, or the lower one alone."""
    if not lower:
        return read_header(upper, own)
    whole, qualified = read_header(f"{upper}{lower}", own), read_header(f"{upper}({lower})", own)
    if qualified.field in _OF_PARTS and read_header(lower, own).field == "part":
        # 书面 and 口头 under 作业形式 are ticked.
        return read_header(lower, own)._replace(text=f"{upper} {lower}")
    # 日期(2023-9-4) reads as 日期: only what the brackets add makes it a header of two.
    adds = qualified._replace(text=upper) != read_header(upper, own)
    readings = (whole, qualified if adds else whole, read_header(lower, own))
    named = [header for header in readings if header.field]
    understood = (header for header in named if header.field != "unclear")
    found = next(understood, named[0] if named else None)
    return found._replace(text=f"{upper} {lower}") if found else Header(f"{upper} {lower}", None)
