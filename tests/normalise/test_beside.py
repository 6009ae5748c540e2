from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from made_sheets import understand

from homework_check.normalise.beside import divide
from homework_check.normalise.body import make_body
from homework_check.normalise.headers.rows import find_headers
from homework_check.settings import Settings
from homework_check.workbook import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.workbook import CellValue

TITLE = ("三（1）班 2023年9月4日书面作业",)
HEADER = ("学科", "作业内容", "时长(分钟)") * 2
BLANK = ("",) * 5
FIRST = ("语文", "练习", 30, "数学", "练习", 20)
SECOND = ("语文", "练习", 30, "数学", "练习", 40)


@pytest.mark.parametrize(
    "between",
    [
        (("三（2）班",),),
        (("", "", "", "三（2）班"),),
        (("",), ("三（2）班",), HEADER),
        (("班级：", "三（2）班"), HEADER),
    ],
)
def test_a_line_over_one_of_the_tables_is_of_all(between: tuple[tuple[str, ...], ...]) -> None:
    log = understand(TITLE, HEADER, FIRST, *between, SECOND)
    sums: Counter[str] = Counter()
    for one in log.entries:
        sums[one.classes[0] if one.classes else ""] += one.minutes.low
    assert sums == {"1": 500, "2": 700}


def test_a_note_beside_a_table_and_a_line_above_nothing_are_of_one_alone() -> None:
    short = ("语文", "练习", 30)
    log = understand(TITLE, HEADER, FIRST, ("注：书写",), FIRST, ("三（2）班",), short)
    assert [one.classes[0] for one in log.entries if one.classes] == [*"11211"]


def test_a_line_below_tables_with_titles_of_their_own_leaves_open_whose_it_is() -> None:
    titles = ("三（1）班 9月4日", "", "", "三（2）班 9月4日", "", "")
    assert _count(titles, HEADER, FIRST, ("三（3）班", *BLANK), SECOND) == 0
    assert _count(titles, HEADER, FIRST, ("", *BLANK), SECOND) == 2
    assert (
        _count(titles, HEADER, FIRST, ("三（3）班", *BLANK), ("语文", "练习", 9, "", "", "")) == 2
    )


def _count(*rows: Sequence[CellValue]) -> int:
    sheet = Sheet("Sheet1", [[*row] for row in rows])
    settings = Settings()
    return len(divide(sheet, find_headers(make_body(sheet), settings.columns), settings))
