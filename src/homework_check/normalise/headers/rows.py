"""Header rows: where a table begins."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from homework_check.memo import LastingMemo
from homework_check.normalise.body import MOST_PLACES, TOP, places_of
from homework_check.normalise.headers.field_words import plain_text
from homework_check.normalise.headers.header import read_header
from homework_check.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.normalise.body import Body
    from homework_check.normalise.headers.header import Header, Own
    from homework_check.workbook import CellValue

_KEYS = frozenset({"school", "grade", "class", "date", "due", "weekday", "subject"})
_WORK = frozenset({"minutes", "hours", "actual", "marked", "posted"})
_SAYING_WORK = _WORK | {"content"}
_FEWEST_PARTS = 2
_HOMEWORK = late_pattern("作业|homework|assignment|时长|用时|总完成|完成总")
_FREE_TEXT = 2000  # distinct texts of a column of notes, beside an even longer one of contents
_VALUE = late_pattern(
    r"20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}月\d{1,2}日?"
    r"|(?:小学|初中)?[一二三四五六七八九1-9]年级|.{0,4}\(?[一二三四五六七八九十\d]{1,2}\)?班"
)


@lru_cache(maxsize=8)
def _fields(own: Own) -> LastingMemo[CellValue, str | None]:
    return LastingMemo(lambda v: read_header(v, own).field if isinstance(v, str) and v else None)


def is_header(texts: Sequence[CellValue], own: Own) -> bool:
    """Whether a row is the header of a log: it names a key and something about the work.

    内容, 时间 and 合计 alone stand over menus, duties, exams and scores as well.
    """
    headers = [read_header(text, own) for text in texts if isinstance(text, str) and text]
    named = {header.field for header in headers} - {None}
    if "pupil" in named and len(named) > 1:
        return True
    if named & _KEYS == {"school"} and any(map(_is_value, texts)):
        # 学校 is where the work of a row is done.
        return False
    about_homework = any(
        header.field in {"content", "detail", "time", "total"}
        and _HOMEWORK.search(plain_text(header.text))
        for header in headers
    )
    work = bool(named & _WORK) or about_homework or {"content", "subject"} <= named
    work = work or ("subject" in named and is_of_parts(headers))
    return len(named) > 1 and bool(named & _KEYS) and work


def _is_value(cell: CellValue) -> bool:
    """Whether a cell is a day, a grade or a class, as below a header."""
    return isinstance(cell, date) or _VALUE.fullmatch(plain_text(str(cell))) is not None


def is_of_parts(headers: Sequence[Header]) -> bool:
    """Whether nothing but parts of the work say what a table holds: 学科, 课后服务, 家庭.

    Scores of what was written and spoken are headed so as well.
    """
    fields = [header.field for header in headers]
    return fields.count("part") >= _FEWEST_PARTS and _SAYING_WORK.isdisjoint(fields)


def find_headers(body: Body, own: Own) -> tuple[int, ...]:
    """Indexes of the header rows, first table first.

    Only rows with header texts in two columns are looked at one by one: in a long log
    nearly none have.
    """
    fields = _fields(own)
    seen: set[int] = set()
    candidates: set[int] = set()
    columns = zip(body.columns, body.distinct, body.below, strict=True)
    # To look at every content takes the longest. A header row has headers in two columns, so it
    # shows in another than the one with the most texts as well.
    *fewer, (contents, *_) = sorted(columns, key=lambda column: len(column[1]))
    for column, distinct, below in fewer:
        if len(distinct) > _FREE_TEXT:
            continue
        for value in filter(fields.__getitem__, distinct):
            end = len(column) if value in below else TOP
            for index in places_of(value, column, end):
                (candidates if index in seen else seen).add(index)
    possible = {index for index in seen - candidates if fields[contents[index]]}
    if possible:
        times = Counter(contents)
        candidates |= {index for index in possible if times[contents[index]] <= MOST_PLACES}
    rows = sorted(candidates)
    return tuple(row for row in rows if is_header([column[row] for column in body.columns], own))
