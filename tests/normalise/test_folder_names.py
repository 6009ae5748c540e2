"""What the names of folders state for everything in them; the nearest statement wins."""

from __future__ import annotations

import pytest

from homework_check.model import Location
from homework_check.normalise import normalise
from homework_check.settings import Settings
from homework_check.workbook import CellValue, Sheet, Source, Workbook

HEADER: list[CellValue] = ["日期", "学科", "作业内容", "作业形式", "时长(分钟)"]
ROW: list[CellValue] = ["9月4日", "语文", "练习册", "书面", 20]


def understood(*folders: str, path: str = "报送/登记.csv", title: str = "") -> tuple[object, ...]:
    """School, grade, classes, year of the only entry, and the cases of its mismatches."""
    titles: list[list[CellValue]] = [[title, "", "", "", ""]] if title else []
    workbook = Workbook("csv", (Sheet("", [*titles, HEADER, ROW]),), "utf-8")
    (sheet,) = normalise(Source(path, workbook, folders=folders), Settings()).sheets
    (entry,) = sheet.entries
    cases = [r.case for r in sheet.remarks if r.rule == "context-mismatch"]
    year = entry.date.year if entry.date else None
    return entry.school.name, entry.grade, entry.classes, year, *cases


@pytest.mark.parametrize(
    ("folders", "path", "title", "expected"),
    [
        ((), "城西小学/三年级/1班.csv", "", (None, None, ("1",), None)),
        (("城西小学", "三年级"), "1班.csv", "", ("城西小学", 3, ("1",), None)),
        (("城西小学", "三（2）班"), "登记.csv", "", ("城西小学", 3, ("2",), None)),
        (("2023年秋季学期", "城中小学"), "三（2）班.csv", "", ("城中小学", 3, ("2",), 2023)),
        (("东校", "第1周"), "城西小学三（2）班.csv", "", ("城西小学", 3, ("2",), None)),
        (("城西小学", "城东小学"), "三（2）班.csv", "", ("城东小学", 3, ("2",), None, "other")),
        (("城西小学",), "三（2）班.csv", "城东小学", ("城东小学", 3, ("2",), None, "other")),
        (("四年级",), "城西小学三（2）班.csv", "", ("城西小学", None, None, None, "class")),
        (("三年级", "四年级"), "城西小学2班.csv", "", ("城西小学", None, None, None, "class")),
        (("全市中小学", "城西小学"), "三（2）班.csv", "", ("城西小学", 3, ("2",), None)),
    ],
)
def test_folders_state_what_nothing_nearer_does(
    folders: tuple[str, ...], path: str, title: str, expected: tuple[object, ...]
) -> None:
    assert understood(*folders, path=path, title=title) == expected


def test_the_folder_a_value_came_from_is_named() -> None:
    workbook = Workbook("csv", (Sheet("", [HEADER, ROW]),), "utf-8")
    source = Source("报送/1班.csv", workbook, folders=("城西小学", "三年级"))
    (sheet,) = normalise(source, Settings()).sheets
    (table,) = sheet.tables
    assert {i.field: (i.value, i.where) for i in table.inherited} == {
        "school": ("城西小学", "folder 城西小学"),
        "grade": ("3", "folder 三年级"),
        "class": ("1", "file"),
    }


def test_a_mismatch_of_two_folders_names_both() -> None:
    workbook = Workbook("csv", (Sheet("", [HEADER, ROW]),), "utf-8")
    source = Source("报送/1班.csv", workbook, folders=("三年级", "四年级"))
    (sheet,) = normalise(source, Settings()).sheets
    remark = next(r for r in sheet.remarks if r.rule == "context-mismatch")
    assert remark.values == (
        ("where1", "folder 四年级"),
        ("value1", "四年级"),
        ("where2", "folder 三年级"),
        ("value2", "三年级"),
    )
    assert remark.locations == (Location("报送/1班.csv"),)


@pytest.mark.parametrize(
    ("folder", "county"),
    [
        ("青山县", "青山县"),
        ("01 青山县上报", "青山县"),
        ("高新区", "高新区"),
        ("东校区", None),
        ("城区学校", None),
        ("工业区", None),
        ("青山县中心小学", None),
        ("报送", None),
    ],
)
def test_a_folder_may_be_of_a_county(folder: str, county: str | None) -> None:
    workbook = Workbook("csv", (Sheet("", [HEADER, ROW]),), "utf-8")
    source = Source("报送/中心小学.csv", workbook, folders=(folder,))
    (entry,) = normalise(source, Settings()).sheets[0].entries
    assert entry.school.county == county
