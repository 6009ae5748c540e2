"""What is remembered from one log to the next never mixes settings, tables or kinds of cells."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_sheets import HEADER, ROW, minutes, understand

from homework_check.normalise import values
from homework_check.normalise.body import TOP
from homework_check.settings import Assumption, FrozenMap, Period, SchoolSystem, Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from homework_check.workbook import CellValue

NUMBERED = ("年级", *HEADER, "分量")
CELLS = ("初一", "9月4日", "2班", "天文", "练习册", "探究", 20, 30)
# By settings: grade, date, subject, form and tenths of minutes of the entries of that row.
EXPECTED: list[tuple[Settings, tuple[object, ...]]] = [
    (Settings(), (7, None, "天文", None, 200)),
    (Settings(school_system=SchoolSystem.FIVE_FOUR), (6, None, "天文", None, 200)),
    (
        Settings(school_systems=FrozenMap({"一小": SchoolSystem.FIVE_FOUR})),
        (6, None, "天文", None, 200),
    ),
    (
        Settings(assumptions=(Assumption("year", "2022"),)),
        (7, date(2022, 9, 4), "天文", None, 200),
    ),
    (
        Settings(period=Period(date(2023, 9, 1), date(2023, 9, 30))),
        (7, date(2023, 9, 4), "天文", None, 200),
    ),
    (
        Settings(words=FrozenMap({"form": FrozenMap({"探究": "written"})})),
        (7, None, "天文", "written", 200),
    ),
    (
        Settings(words=FrozenMap({"form": FrozenMap({"探究": "other"})})),
        (7, None, "天文", "other", 200),
    ),
    (
        Settings(words=FrozenMap({"subject": FrozenMap({"天文": "科学"})})),
        (7, None, "科学", None, 200),
    ),
    (
        Settings(columns=FrozenMap({"分量": "minutes", "时长(分钟)": None})),
        (7, None, "天文", None, 300),
    ),
]


@given(st.lists(st.sampled_from(EXPECTED), min_size=2, max_size=6))
def test_one_log_after_the_other_is_read_by_its_own_settings(
    asked: list[tuple[Settings, tuple[object, ...]]],
) -> None:
    for own, expected in asked:
        log = understand(("学校", *NUMBERED), ("一小", *CELLS), settings=own)
        found = [(e.grade, e.date, e.subject, e.work.form, e.minutes.high) for e in log.entries]
        assert found == [expected]


def test_tables_of_other_units_and_places_are_read_by_their_own() -> None:
    headers = ("时长(分钟)", "时长(小时)", "校内时长(分钟)", "时长(分钟)")
    logs = [understand((*HEADER[:5], header), (*ROW[:5], 2)) for header in headers]
    assert [minutes(log) for log in logs] == [[2], [120], [2], [2]]
    assert [log.entries[0].work.place for log in logs] == [None, None, "school", None]


@pytest.mark.parametrize("value", ["yes", 1, True])
def test_a_lone_cell_is_read_alike_whatever_was_read_before(value: CellValue) -> None:
    def marked(cell: CellValue) -> str | None:
        return understand((*HEADER, "是否批改"), (*ROW, cell)).entries[0].work.marked

    alone = marked(value)
    for other in (1, True, 1.0, "yes", "1"):
        marked(other)
        assert marked(value) == alone


OF_NUMBERS: list[Callable[[CellValue], object]] = [
    values.clean,
    values.read_minutes,
    lambda cell: values.read_minutes(cell, values.Unit.HOURS),
    lambda cell: values.read_grade(cell, SchoolSystem.SIX_THREE),
    lambda cell: values.read_class(cell, SchoolSystem.SIX_THREE),
    lambda cell: values.read_date(cell, values.YearHint()),
    values.read_weekday,
    values.read_subject,
    values.read_form,
    values.read_place,
    values.read_choice,
    values.read_layer,
    values.read_yes_no,
]


@given(st.one_of(st.integers(-100, 100), st.integers(-100_000, 100_000)))
def test_a_whole_number_means_the_same_with_and_without_a_point(number: int) -> None:
    for read in OF_NUMBERS:
        assert read(number) == read(float(number))


@pytest.mark.parametrize("height", [TOP - 10, TOP + 10, 2500])
def test_logical_values_beside_numbers_stay_words(height: int) -> None:
    cells: list[CellValue] = [1, True, 0, False, " ", "是"]
    rows = [(*ROW, cells[number % len(cells)]) for number in range(height)]
    log = understand((*HEADER, "备注1"), *rows, settings=Settings(columns=MARKED))
    alone = [
        understand((*HEADER, "备注1"), row, settings=Settings(columns=MARKED)) for row in rows[:6]
    ]
    expected = [each.entries[0].work.marked for each in alone]
    assert [e.work.marked for e in log.entries] == [
        expected[number % len(cells)] for number in range(height)
    ]


MARKED: FrozenMap[str, str | None] = FrozenMap({"备注1": "marked"})


@pytest.mark.parametrize("above", [1, TOP - 2, TOP - 1, TOP, TOP + 30])
def test_a_second_header_is_found_wherever_it_stands(above: int) -> None:
    log = understand(HEADER, *[ROW] * above, HEADER, ROW)
    assert [found.header_rows for found in log.tables] == [(1,), (above + 2,)]
    assert len(log.entries) == above + 1
