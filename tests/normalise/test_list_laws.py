from __future__ import annotations

from collections import Counter
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from made_sheets import HEADER, understand

if TYPE_CHECKING:
    from homework_check.log import SheetLog
    from homework_check.workbook import CellValue

WORDS = (
    "日期",
    "班级",
    "学科",
    "作业内容",
    "时长",
    "合计",
    "三（2）班",
    "2023-9-4",
    "语文",
    "书面",
    "无",
    "填表人：",
    "学校：",
    "20分钟",
    "2023年9月4日至9月8日",
    "0:40",
    "第一小学",
    "年级",
)
CELLS = st.one_of(
    st.just(""),
    st.sampled_from(WORDS),
    st.text(max_size=12),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
)
SHEETS = st.integers(1, 7).flatmap(
    lambda width: st.lists(
        st.one_of(st.lists(CELLS, min_size=width, max_size=width), st.just(list(HEADER[:width]))),
        min_size=1,
        max_size=10,
    )
)
ENTRIES = st.lists(
    st.tuples(
        st.sampled_from(["2023-09-04", "9月5日", date(2023, 9, 6), datetime(2023, 9, 7, 8)]),  # noqa: DTZ001
        st.sampled_from(["三（1）班", "302", "四年级3班", "各班", "火箭班"]),
        st.sampled_from(["语文", "数学", "天文"]),
        st.sampled_from(["练习册", "无", "《雨》（口头）", "口算10分钟"]),
        st.sampled_from(["书面", "口头", "探究"]),
        st.sampled_from([20, "约30分钟", time(0, 40), "/", 0, 1.5, 300]),
    ),
    min_size=1,
    max_size=8,
)
TITLES = st.lists(
    st.sampled_from(["作业公示", "", "用心作业", "第5周", "2022-2023学年第二学期"]), max_size=3
)
few = settings(max_examples=50)


def values(log: SheetLog) -> list[tuple[object, ...]]:
    """All entries without their addresses."""
    return [
        (
            e.school,
            e.grade,
            e.classes,
            e.date,
            e.subject,
            e.content,
            e.work.form,
            e.work.place,
            e.minutes,
            e.work.none,
            e.work.reported,
            tuple((p.rule, p.case, p.value) for p in e.problems),
        )
        for e in log.entries
    ]


@few
@given(SHEETS)
def test_no_sheet_ever_stops_the_reading(rows: list[list[CellValue]]) -> None:
    log = understand(*rows)
    is_blank = all(cell == "" for row in rows for cell in row)
    assert log.status == ("empty" if is_blank else "read" if log.tables else "no-log")


@few
@given(ENTRIES, TITLES, st.integers(0, 3), st.integers(0, 3))
def test_lines_above_and_blank_rows_change_addresses_only(
    rows: list[tuple[CellValue, ...]], titles: list[str], above: int, left: int
) -> None:
    plain = understand(HEADER, *rows, path="2023年.xlsx")
    blanks = [("",)] * above
    moved = understand(
        *((title,) for title in titles if "学年" not in title),
        *blanks,
        HEADER,
        *(row for pair in zip(rows, [("",)] * len(rows), strict=True) for row in pair),
        at=(1 + above, 1 + left),
        path="2023年.xlsx",
    )
    assert values(moved) == values(plain)


@few
@given(ENTRIES, st.integers(0, 6))
def test_a_blank_column_changes_nothing(rows: list[tuple[CellValue, ...]], at: int) -> None:
    widened = [(*row[:at], "", *row[at:]) for row in (HEADER, *rows)]
    assert values(understand(*widened)) == values(understand(HEADER, *rows))


@few
@given(ENTRIES, st.data())
def test_the_order_of_rows_and_columns_does_not_matter(
    rows: list[tuple[CellValue, ...]], data: st.DataObject
) -> None:
    order = data.draw(st.permutations(range(len(HEADER))))
    shuffled = data.draw(st.permutations(rows))
    turned = [tuple(row[i] for i in order) for row in (HEADER, *shuffled)]
    assert Counter(values(understand(*turned))) == Counter(values(understand(HEADER, *rows)))
