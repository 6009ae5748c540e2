"""Rows that say in the place of the subject that there was no homework.

A 今日无作业 over the whole row, merged or not, stands in its first cell behind the keys.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.normalise.values import is_none

if TYPE_CHECKING:
    from homework_check.normalise.body import Body
    from homework_check.normalise.headers.columns import Columns


def with_none_as_content(body: Body, columns: Columns) -> Body:
    """The body with such statements as contents, where nothing else is said of contents."""
    subject, content = (columns.at.get(name) for name in ("subject", "content"))
    if subject is None or content is None:
        return body
    stated = {v for v in body.distinct[subject] if isinstance(v, str) and is_none(v)}
    if not stated:
        return body
    nothing = {"", *(v for v in body.distinct[content] if isinstance(v, str) and is_none(v))}
    pairs = [
        ("", said or own) if own in stated and said in nothing else (own, said)
        for own, said in zip(body.columns[subject], body.columns[content], strict=True)
    ]
    return body.with_columns(
        {subject: [own for own, _ in pairs], content: [said for _, said in pairs]}
    )
