"""Copies of what is no workbook of Excel: its cells, where they stood, and nothing that runs."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked_copies import HEADERS, copy_of, list_rows, noted, part_of
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from homework_check.marked.alike import reads_alike
from homework_check.marked.fresh import fresh
from homework_check.readers import content_of
from homework_check.workbook import CellRange, Sheet, Workbook
from homework_check.workbook_bytes import saved

if TYPE_CHECKING:
    from pathlib import Path

    from homework_check.workbook import CellValue

HEADER = ",".join(HEADERS)
OVER = "第一小学,三年级,1班,2023-09-05,语文,抄写生字,书面,家庭,90"

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"))
VALUES = st.one_of(
    TEXTS.filter(lambda text: not text.lstrip().startswith("=")),
    st.sampled_from(["=1+1", "=cmd|' /C calc'!A0", "#N/A", "_x0041_", "a\nb", " 两边 ", "007"]),
    st.integers(-(10**9), 10**9),
    st.floats(-1e9, 1e9),
    st.booleans(),
    st.dates(date(1950, 1, 1), date(2100, 1, 1)),
    # Midnight alone would be a day, and what is shorter than a second is rounded.
    st.builds(datetime, st.integers(1950, 2100), st.integers(1, 12), st.integers(1, 28),
              st.integers(0, 23), st.integers(0, 59), st.integers(1, 59)),
    st.times().map(lambda value: value.replace(microsecond=0, second=1)),
    st.integers(1, 2000).map(lambda minutes: timedelta(minutes=minutes)),
)  # fmt: skip


def written(*sheets: Sheet) -> bytes:
    return saved(fresh(Workbook("xls", sheets))[0])


@given(st.lists(st.lists(VALUES, min_size=3, max_size=3), min_size=1, max_size=4))
def test_any_cells_read_as_they_were(rows: list[list[CellValue]]) -> None:
    sheet = Sheet("登记", rows, first_row=3, first_column=2)
    assert reads_alike(Workbook("xls", (sheet,)), written(sheet))


def test_merged_and_hidden_ones_and_days_from_1904_do_so_too() -> None:
    merged = (CellRange(1, 1, 2, 1), CellRange(5, 2, 5, 4))
    one = Sheet("甲", [["三年级", 43600.0], ["", 43601.0]], merged=merged, from_1904=True)
    other = Sheet("乙", [["x"]], hidden=True, from_1904=True)
    assert reads_alike(Workbook("xls", (one, other)), written(one, other))


def test_ranges_over_others_are_left_out() -> None:
    merged = (CellRange(1, 1, 2, 2), CellRange(2, 2, 3, 3), CellRange(4, 1, 4, 2))
    read = content_of(written(Sheet("甲", [["x"]], merged=merged)), "copy.xlsx")
    assert isinstance(read, Workbook)
    assert read.sheets[0].merged == (merged[0], merged[2])


@pytest.mark.parametrize(
    ("names", "titles"),
    [
        (("",), ["Sheet1"]),
        (("", ""), ["Sheet1", "Sheet2"]),
        (("a/b:c", "A_B_C"), ["a_b_c", "A_B_C (2)"]),
        (("长" * 40, "长" * 31), ["长" * 31, "长" * 27 + " (2)"]),
        (("'甲'",), ["_甲_"]),
    ],
)
def test_sheets_have_names_that_excel_allows(names: tuple[str, ...], titles: list[str]) -> None:
    sheets = tuple(Sheet(name, [["x"]]) for name in names)
    book, by_place = fresh(Workbook("ods", sheets))
    assert book.sheetnames == titles
    assert len(by_place) == len({*names})


def test_a_csv_file_becomes_a_workbook_with_its_cells(tmp_path: Path) -> None:
    path = tmp_path / "第2周.csv"
    path.write_text(f"{HEADER}\n{OVER}\n", "utf-8")
    copy = copy_of(path)
    assert copy.losses == ()
    with CalamineWorkbook.from_filelike(io.BytesIO(copy.content)) as book:
        assert book.sheet_names == ["需要处理", "Sheet1"]
        assert book.get_sheet_by_name("Sheet1").to_python() == [HEADERS, OVER.split(",")]
    assert [(one.sheet, one.cell) for one in noted(copy.content)] == [("Sheet1", "I2")]
    assert load_workbook(io.BytesIO(copy.content)).worksheets[0]["F5"].hyperlink.location == (
        "'Sheet1'!I2"
    )


HOSTILE = ["=1+1", "=cmd|' /C calc'!A0", "@SUM(1)", "\x1b[2J\x07", "\u202e反", "[/red]<b>"]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_a_file_says_runs(tmp_path: Path, text: str) -> None:
    path = tmp_path / "作业.csv"
    row = f"第一小学,三年级,1班,2023-09-05,{text},家长签字{text},书面,家庭,90分左右{text}"
    path.write_text(f"{HEADER}\n{OVER}\n{row}\n", "utf-8")
    copy = copy_of(path)
    for number in (1, 2):
        assert "<f>" not in part_of(copy.content, f"xl/worksheets/sheet{number}.xml")
    told = "\n".join(one.text for one in noted(copy.content)) + str(list_rows(copy.content))
    assert not {"\x1b", "\x07", "\u202e"}.intersection(told)


def test_telephone_numbers_are_masked_in_what_is_told_and_stay_in_the_log(tmp_path: Path) -> None:
    path = tmp_path / "作业.csv"
    row = OVER.replace(",90", ",问13812345678")
    path.write_text(f"{HEADER}\n{row}\n", "utf-8")
    copy = copy_of(path)
    told = "\n".join(one.text for one in noted(copy.content)) + str(list_rows(copy.content))
    assert "138****5678" in told
    assert "13812345678" not in told
    assert "13812345678" in part_of(copy.content, "xl/worksheets/sheet2.xml")


def test_a_time_is_one_that_excel_shows() -> None:
    sheet = Sheet("", [[time(0, 40), date(2023, 9, 5), timedelta(minutes=90)]])
    row = load_workbook(io.BytesIO(written(sheet))).worksheets[0][1]
    assert [cell.number_format for cell in row] == ["h:mm:ss", "yyyy-mm-dd", "[hh]:mm:ss"]


def test_columns_are_as_wide_as_their_cells_and_not_their_title() -> None:
    rows: list[list[CellValue]] = [
        ["城北小学五年级作业统筹表", ""],
        ["班级", "抄写生字两行"],
        ["a", "b\nc"],
    ]
    sheet = load_workbook(io.BytesIO(written(Sheet("", rows)))).worksheets[0]
    assert [sheet.column_dimensions[letter].width for letter in "AB"] == [8, 14]
