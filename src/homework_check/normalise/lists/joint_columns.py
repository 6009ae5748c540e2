"""Columns whose cells hold two keys, one behind the other: 9月4日 三（2）班, 三（2）班语文."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from homework_check.memo import LastingMemo
from homework_check.normalise.body import as_written
from homework_check.normalise.headers.kinds import is_day
from homework_check.normalise.headers.own_words import in_common_words, own_words
from homework_check.normalise.headers.subject_labels import read_subject_label
from homework_check.normalise.values import Outcome, read_class, read_grade, read_weekday

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.normalise.body import Body
    from homework_check.normalise.headers.header import Header
    from homework_check.settings import Settings
    from homework_check.workbook import CellValue

_LONGEST = 40  # characters
_Keys = LastingMemo[tuple[str, str], bool]
"""Whether a text is a key of a field."""

_SIGNS = " /、-—,，;；:："


def divide_joint(
    headers: Sequence[Header], body: Body, settings: Settings
) -> tuple[tuple[Header, ...], Body]:
    """The table with a column of its own, behind the others, for the second key of such cells."""
    fields = [header.field for header in headers]
    heads, columns, distinct = list(headers), list(body.columns), list(body.distinct)
    origins: list[int] = []
    keys = _Keys(lambda asked: _is_key(*asked, settings))
    for index, header in enumerate(headers):
        if header.field is None or header.second is None:
            continue
        if header.second in fields or fields.count(header.field) > 1:
            # 课程日期 beside 学科 is the day alone.
            only = header.field if header.second in fields else header.second
            heads[index] = header._replace(field=only, second=None)
            continue
        fields.append(header.second)
        parts = {
            value: _divide(value, header.field, header.second, keys)
            for value in {*body.columns[index]}
        }
        both = [parts[value] for value in body.columns[index]]
        first, second = (tuple(key[n] for key in both) for n in (0, 1))
        columns[index], distinct[index] = first, frozenset(first)
        columns.append(second)
        distinct.append(frozenset(second))
        heads.append(header._replace(field=header.second, second=None))
        origins.append(index)
    if not origins:
        return tuple(heads), body
    return tuple(heads), body._replace(
        columns=tuple(columns), distinct=tuple(distinct), origins=tuple(origins)
    )


def _divide(value: CellValue, first: str, second: str, keys: _Keys) -> tuple[CellValue, CellValue]:
    """The two keys of a cell; one alone leaves the other blank, and what is neither is both."""
    text = as_written(value)
    if isinstance(value, date) and second == "date":
        return "", value
    if isinstance(value, date) or len(text) > _LONGEST or keys[text, first]:
        return value, ""
    for end in range(len(text) - 1, 0, -1):
        one, other = text[:end].rstrip(_SIGNS), text[end:].lstrip(_SIGNS)
        # Many cells end alike: what is no key there is soon known of most.
        if keys[other, second] and keys[one, first]:
            return one, other
    return ("", text) if keys[text, second] else (text, text)


def _is_key(text: str, field: str, settings: Settings) -> bool:
    if not text:
        return False
    match field:
        case "date":
            return is_day(text)
        case "weekday":
            return not isinstance(read_weekday(text), Outcome)
        case "subject":
            subject = in_common_words(text, own_words("subject", settings))
            return read_subject_label(subject).known
        case "grade":
            return not isinstance(read_grade(text, settings.school_system), Outcome)
        case _:
            return not isinstance(read_class(text, settings.school_system), Outcome)
