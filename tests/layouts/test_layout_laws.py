"""What must not matter: the layout, what stands around a table, and the order of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from one_week import LAYOUTS, SUBJECTS, Rows, Week, as_list, findings, judgements, rectangle
from small_logs import judge

from homework_check.workbook import Sheet, Source, Workbook

if TYPE_CHECKING:
    from random import Random

    from homework_check.report import Report

few = settings(max_examples=8)

classes = st.lists(
    st.tuples(st.integers(1, 6), st.integers(1, 12)), min_size=2, max_size=3, unique=True
)


@st.composite
def weeks(draw: st.DrawFn) -> Week:
    """Weeks in which some class-days are kept, some broken, some of grades 1 and 2."""
    amounts = st.integers(1, 40)
    return Week(
        {
            (cls, day, subject): draw(amounts)
            for cls in draw(classes)
            for day in range(5)
            for subject in SUBJECTS
        }
    )


def judged(*sheets: Rows) -> Report:
    """The report of one workbook."""
    made = tuple(Sheet(f"表{number}", rows) for number, rows in enumerate(sheets, 1))
    return judge(Source("week.xlsx", Workbook("xlsx", made)))


@pytest.mark.parametrize("layout", LAYOUTS)
@given(week=weeks())
@few
def test_the_layout_does_not_matter(layout: str, week: Week) -> None:
    expected = findings(judged(rectangle(*as_list(week))))
    tables = LAYOUTS[layout](week)
    assert findings(judged(rectangle(*tables))) == expected
    assert findings(judged(*(rectangle(rows) for rows in tables))) == expected


@pytest.mark.parametrize("layout", [name for name in LAYOUTS if name != "list"])
@given(week=weeks(), list_first=st.booleans())
@few
def test_layouts_may_follow_each_other_in_a_sheet(
    layout: str,
    week: Week,
    list_first: bool,  # noqa: FBT001  drawn
) -> None:
    first, *others = week.classes
    listed = as_list(Week({k: v for k, v in week.minutes.items() if k[0] == first}))
    drawn = LAYOUTS[layout](Week({k: v for k, v in week.minutes.items() if k[0] in others}))
    tables = [*listed, *drawn] if list_first else [*drawn, *listed]
    expected = findings(judged(rectangle(*as_list(week))))
    assert findings(judged(rectangle(*tables))) == expected


TITLES = ("附件1", "请于周五前上报", "城北小学", "内部资料", "2023—2024学年第一学期")


@pytest.mark.parametrize("layout", LAYOUTS)
@given(week=weeks(), data=st.data())
@few
def test_what_stands_around_does_not_matter(layout: str, week: Week, data: st.DataObject) -> None:
    tables = LAYOUTS[layout](week)
    expected = findings(judged(rectangle(*tables)))
    titles = data.draw(st.lists(st.sampled_from(TITLES), max_size=2), label="titles")
    rows = rectangle([[title] for title in titles], *tables, gap=data.draw(st.integers(1, 3)))
    at = data.draw(st.integers(0, len(rows)), label="blank row")
    rows.insert(at, [""] * len(rows[0]))
    column = data.draw(st.integers(0, len(rows[0])), label="blank column")
    rows = [[*row[:column], "", *row[column:]] for row in rows]
    assert findings(judged(rows)) == expected


@given(week=weeks(), random=st.randoms(use_true_random=False))
@few
def test_the_order_of_a_list_does_not_matter(week: Week, random: Random) -> None:
    ((head, *body),) = as_list(week)
    expected = judgements(judged([head, *body]))
    random.shuffle(body)
    order = list(range(len(head)))
    random.shuffle(order)
    assert judgements(judged([[row[i] for i in order] for row in (head, *body)])) == expected


@given(week=weeks())
@few
def test_subject_teachers_may_hand_in_files_of_their_own(week: Week) -> None:
    ((head, *body),) = as_list(week)
    parts = [
        Source(f"{s}.xlsx", Workbook("xlsx", (Sheet("", [head, *(r for r in body if r[3] == s)]),)))
        for s in SUBJECTS
    ]
    assert judgements(judge(*parts)) == judgements(judged([head, *body]))
