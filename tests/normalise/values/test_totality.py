from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homework_check.normalise import values
from homework_check.normalise.around.stated_units import stated_unit
from homework_check.normalise.headers.facets import read_form_and_place
from homework_check.normalise.headers.header import read_header
from homework_check.normalise.headers.subject_labels import read_subject_label
from homework_check.normalise.values.ticks import ticked
from homework_check.settings import FrozenMap, SchoolSystem

if TYPE_CHECKING:
    from collections.abc import Callable

    from homework_check.workbook import CellValue

# What the patterns know, so that they get deep into their branches.
PIECES = [
    *"三十百零半约共无第年月日时分刻周班级初高小语数书面口头（）()【】：:;；、，。/-—~×x*+.'@ \n",
    *"0123456789AaBbhTt",
    *[
        "分钟",
        "小时",
        "以上",
        "不少于",
        "年级",
        "周一",
        "周末",
        "书面",
        "口头",
        "选做",
        "家庭",
        "合计",
        "2023",
        "class",
        "书面作业",
        "约需",
        "共计",
        "当日本周",
        "A层",
        "①",
        "《",
        "20分钟",
        "55分",
        "试卷",
        "书面：无",
    ],
]
CELLS: st.SearchStrategy[CellValue] = st.one_of(
    st.text(),
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
)

OF_CELLS: list[Callable[[CellValue], object]] = [
    values.read_minutes,
    lambda cell: values.read_minutes(cell, values.Unit.HOURS),
    values.maybe_hours,
    lambda cell: values.read_grade(cell, SchoolSystem.FIVE_FOUR),
    lambda cell: values.read_class(cell, SchoolSystem.SIX_THREE),
    lambda cell: values.read_date(cell, values.YearHint()),
    lambda cell: values.read_date(cell, values.YearHint(year=2023, from_1904=True)),
    values.read_weekday,
    values.read_form,
    values.read_place,
    values.read_choice,
    values.read_layer,
    values.read_subject,
    values.read_yes_no,
    lambda cell: values.read_content(str(cell)),
    lambda cell: values.read_packed(values.clean(cell)),
    lambda cell: values.read_minute_items(values.clean(cell)),
    lambda cell: values.is_none(values.clean(cell)),
    lambda cell: values.is_total(values.clean(cell)),
    lambda cell: values.is_footer(values.clean(cell)),
]


@pytest.mark.parametrize("read", OF_CELLS)
@given(cell=CELLS)
def test_every_cell_gives_an_answer(read: Callable[[CellValue], object], cell: CellValue) -> None:
    read(cell)


@given(st.text() | st.lists(st.sampled_from(PIECES)).map("".join))
def test_contents_are_total_as_they_stand(text: str) -> None:
    values.read_content(text)


@pytest.mark.parametrize(
    "text",
    [
        *(pytest.param(piece * 3000, id=piece) for piece in PIECES),
        pytest.param(f"a√{' ' * 9000}(", id="blanks behind a tick"),
        pytest.param(f"a√ {'b ' * 3000}(", id="words behind a tick"),
        pytest.param(f"语文({'(' * 9000})", id="brackets behind a subject"),
    ],
)
def test_no_text_is_slow(text: str) -> None:
    # Hangs, rather than fails, where a pattern backtracks without bound.
    for read in OF_CELLS:
        read(text)


@given(st.text())
def test_cleaning_twice_changes_nothing_that_is_blank(text: str) -> None:
    cleaned = values.clean(text)
    assert cleaned == " ".join(cleaned.split())


@given(CELLS)
def test_full_width_reads_like_half_width(cell: CellValue) -> None:
    text = values.clean(cell)
    wide = text.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})
    assert values.read_minutes(wide) == values.read_minutes(text)
    assert values.read_yes_no(wide) == values.read_yes_no(text)


@pytest.mark.parametrize(
    "text",
    [
        f"语文（{'书面' * 3000}）",
        f"a√{' ' * 30_000}(",
        "单位：小时，" * 3000,
        f"{'（' * 3000}书面{'）' * 3000}",
    ],
    ids=["a subject with much behind it", "blanks between ticks", "units", "brackets"],
)
def test_no_header_or_line_is_slow(text: str) -> None:
    read_header(text, FrozenMap())
    read_subject_label(text)
    read_form_and_place(text)
    stated_unit(text)
    ticked(text)
