"""Minutes in a merged cell of several rows of one class and day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.normalise.body import merged_rows
from homework_check.normalise.fields.open_amounts import Shared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.normalise.lists.keys import RowKeys
    from homework_check.normalise.lists.settled import SettledList
    from homework_check.workbook import CellRange


def find_shared(
    settled: SettledList, merged: Sequence[CellRange], keys: RowKeys
) -> dict[int, Shared]:
    """The rows whose minutes stand in a merged cell with those of others of their class and day."""
    body, columns = settled.body, settled.columns
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
