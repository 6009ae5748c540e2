from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from made_sheets import HEADER, understand

if TYPE_CHECKING:
    from homework_check.workbook import CellValue

REST = ("语文", "练习册", "书面", 20)
UNREAD = (None, None)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["3-1", "3-2"], [(3, ("1",)), (3, ("2",))]),
        (["3-1", "3-4"], [(3, ("1",)), (3, ("4",))]),
        (["3—1班", "3-4班"], [(3, ("1",)), (3, ("4",))]),
        (["3/1", "3/2", "4/6"], [(3, ("1",)), (3, ("2",)), (4, ("6",))]),
        (["3.1", "3.4"], [(3, ("1",)), (3, ("4",))]),
        ([3.1, 3.4], [(3, ("1",)), (3, ("4",))]),
        (["3.1", "3.9"], [UNREAD, UNREAD]),
        (["3.1", "3.9", "3.10"], [(3, ("1",)), (3, ("9",)), (3, ("10",))]),
        ([date(2023, 3, 1), date(2023, 3, 4)], [(3, ("1",)), (3, ("4",))]),
        ([date(2023, 3, 4)], [UNREAD]),
        (["3-1", "四（2）班"], [(3, ("1",)), (4, ("2",))]),
        (["三年级3-4班"], [(3, ("3", "4"))]),
    ],
)
def test_two_numbers_are_grade_and_class_where_they_can_be_no_range(
    cells: list[CellValue], expected: list[tuple[int | None, tuple[str, ...] | None]]
) -> None:
    log = understand(HEADER, *(("2023-09-04", cell, *REST) for cell in cells))
    assert [(entry.grade, entry.classes) for entry in log.entries] == expected


def test_beside_a_grade_two_numbers_are_classes() -> None:
    rows = [("2023-09-04", "三年级", cell, *REST) for cell in ("1-3", "3、4")]
    log = understand(("日期", "年级", *HEADER[1:]), *rows)
    assert [entry.classes for entry in log.entries] == [("1", "2", "3"), ("3", "4")]
