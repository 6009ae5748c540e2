"""Rosters as offices keep them: what each row says of a school."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from week_files import FORMATS

from homework_check.errors import UsageError
from homework_check.expected import ExpectedGrade, ExpectedSchool, Roster
from homework_check.roster import read_roster
from homework_check.roster.systems import system_of
from homework_check.settings import SchoolSystem

if TYPE_CHECKING:
    from pathlib import Path

    from one_week import Rows


def counted(grade: int, number: int) -> ExpectedGrade:
    return ExpectedGrade(grade, tuple(str(n + 1) for n in range(number)), counted=True)


def school(name: str, *grades: ExpectedGrade, county: str | None = None) -> ExpectedSchool:
    return ExpectedSchool(county, name, None, grades)


def read(folder: Path, rows: Rows, name: str = "名册.csv") -> Roster:
    made = io.StringIO(newline="")
    csv.writer(made).writerows(rows)
    path = folder / name
    path.write_text(made.getvalue(), "utf-8")
    return read_roster(path)


ONE_AND_TWO = (ExpectedGrade(1, ("1", "2")), ExpectedGrade(2, ("1",)))
FORMS: dict[str, tuple[Rows, tuple[ExpectedSchool, ...]]] = {
    "names alone": (
        [["学校"], ["第一小学"], ["第二小学"]],
        (school("第一小学"), school("第二小学")),
    ),
    "titles above, numbers beside, total and signature below": (
        [["2023年秋季学校名册", "", ""], ["序号", "学校名称", "备注"], ["1", "第一小学", ""],
         ["合计", "1所", ""], ["填表人：", "", ""]],
        (school("第一小学"),),
    ),
    "counts by grade": (
        [["县区", "学校", "一年级", "二年级", "七年级"], ["港北区", "第一小学", "2", "1个班", ""],
         ["", "实验中学", "/", "0", "3班"]],
        (school("第一小学", counted(1, 2), counted(2, 1), county="港北区"),
         school("实验中学", counted(7, 3), county="港北区")),
    ),
    "counts under one heading": (
        [["学校", "班级数", ""], ["", "一年级", "二年级"], ["第一小学", "2", "1"]],
        (school("第一小学", counted(1, 2), counted(2, 1)),),
    ),
    "counts in grades that say so": (
        [["学校", "一年级班数", "初一（班）"], ["第一学校", "2", "1"]],
        (school("第一学校", counted(1, 2), counted(7, 1)),),
    ),
    "lists under grades": (
        [["学校", "一年级", "二年级"], ["第一小学", "1班、2班", "火箭班"]],
        (school("第一小学", ExpectedGrade(1, ("1", "2")), ExpectedGrade(2, ("火箭班",))),),
    ),
    "a row a class": (
        [["学校", "年级", "班级"], ["第一小学", "一年级", "1班"], ["", "一年级", "2班"],
         ["", "二年级", "1班"]],
        (school("第一小学", *ONE_AND_TWO),),
    ),
    "a row a class that names its grade": (
        [["学校", "班级"], ["第一小学", "一（1）班"], ["第一小学", "一（2）班"],
         ["第一小学", "二（1）班"]],
        (school("第一小学", *ONE_AND_TWO),),
    ),
    "all classes in a cell": (
        [["学校", "班级"], ["第一小学", "一（1）班、一（2）班、二（1）班"]],
        (school("第一小学", *ONE_AND_TWO),),
    ),
    "ranges": (
        [["学校", "年级", "班级"], ["第一小学", "一年级", "1-2班"], ["第一小学", "二年级", "1班"]],
        (school("第一小学", *ONE_AND_TWO),),
    ),
    "a row a grade": (
        [["学校", "年级", "班级数"], ["第一小学", "一年级", "2"], ["第一小学", "二年级", "1"]],
        (school("第一小学", counted(1, 2), counted(2, 1)),),
    ),
    "a count for each campus": (
        [["学校", "校区", "三年级"], ["实验小学", "东校区", "2"], ["", "西校区", "1"]],
        (school("实验小学", counted(3, 3)),),
    ),
    "the classes of each campus": (
        [["学校", "校区", "年级", "班级"], ["实验小学", "东校区", "三年级", "1班、2班"],
         ["", "西校区", "三年级", "1班"]],
        (school("实验小学", ExpectedGrade(3, ("东校区1班", "东校区2班", "西校区1班"))),),
    ),
    "English": (
        [["School", "County", "Grade 1", "Grade 7"], ["Riverside School", "North", "2", ""]],
        (school("Riverside School", counted(1, 2), county="North"),),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), FORMS.values(), ids=FORMS)
def test_a_form_of_roster(rows: Rows, expected: tuple[ExpectedSchool, ...], tmp_path: Path) -> None:
    roster = read(tmp_path, rows)
    assert (roster.schools, roster.remarks) == (expected, ())


@pytest.mark.parametrize("ending", FORMATS)
def test_any_format_of_table_is_read(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"名册.{ending}"
    path.write_bytes(FORMATS[ending]([["学校", "一年级"], ["第一小学", 2]]))
    assert read_roster(path).schools == (school("第一小学", counted(1, 2)),)


@pytest.mark.parametrize(
    ("system", "grade"),
    [("六三", 7), ("五四", 6), ("5-4-preparatory", 7), ("", 7)],
)
def test_the_school_system_says_which_grade_is_meant(
    system: str, grade: int, tmp_path: Path
) -> None:
    roster = read(tmp_path, [["学校", "学制", "初一"], ["实验中学", system, "2"]])
    assert roster.schools[0].grades == (counted(grade, 2),)
    assert list(roster.systems) == (["实验中学"] if system else [])


@pytest.mark.parametrize(
    ("rows", "remark"),
    [
        ([["学校"], ["第一小学"], ["第 一小学"]], ("repeated", 3, "第一小学")),
        ([["学校", "学制"], ["第一小学", "六六"]], ("system", 2, "六六")),
        ([["学校", "一年级"], ["第一小学", "若干"]], ("classes", 2, "若干")),
        ([["学校", "年级", "班级"], ["第一小学", "", "2班"]], ("classes", 2, "2班")),
        ([["学校", "一年级"], ["第一小学", "99"]], ("classes", 2, "99")),
        ([["学校", "班级数"], ["第一小学", "12"]], ("totals", 1, "")),
    ],
)
def test_what_is_not_taken_as_it_stands_is_told(
    rows: Rows, remark: tuple[str, int, str], tmp_path: Path
) -> None:
    roster = read(tmp_path, rows)
    assert [school.name for school in roster.schools] == ["第一小学"]
    assert roster.remarks == (remark,)


SIX_THREE, FIVE_FOUR, PREPARATORY = SchoolSystem

YEARS = {
    "六年制": (SIX_THREE, SIX_THREE, SIX_THREE),
    "6年": (SIX_THREE, SIX_THREE, SIX_THREE),
    "六三制": (SIX_THREE, SIX_THREE, SIX_THREE),
    "六·三学制": (SIX_THREE, SIX_THREE, SIX_THREE),
    "小学六年，初中三年": (SIX_THREE, SIX_THREE, SIX_THREE),
    "五年制": (FIVE_FOUR, FIVE_FOUR, PREPARATORY),
    "四年制": (FIVE_FOUR, FIVE_FOUR, PREPARATORY),
    "5+4": (FIVE_FOUR, FIVE_FOUR, FIVE_FOUR),
    "九年一贯制（五四）": (FIVE_FOUR, FIVE_FOUR, FIVE_FOUR),
    "五四制（含预备班）": (PREPARATORY, PREPARATORY, PREPARATORY),
    "三年制": (SIX_THREE, SIX_THREE, PREPARATORY),
    "九年一贯制": (None, None, None),
    "十二年一贯制": (None, None, None),
    "十五年一贯制": (None, None, None),
    "五年制、六年制": (None, None, None),
    "2023年": (None, None, None),
    "六年级": (None, None, None),
}
"""What a cell under 学制 means, by the system of the run."""


@pytest.mark.parametrize(("text", "systems"), YEARS.items(), ids=YEARS)
def test_the_years_of_a_school_say_its_system(
    text: str, systems: tuple[SchoolSystem | None, ...]
) -> None:
    assert tuple(system_of(text, usual) for usual in SchoolSystem) == systems


def test_of_two_schools_of_one_name_each_has_its_own_system(tmp_path: Path) -> None:
    rows: Rows = [["县区", "学校", "学制"], ["甲县", "中学", "六三"], ["乙县", "中学", "五四"]]
    roster = read(tmp_path, rows)
    assert [school.system for school in roster.schools] == [
        SchoolSystem.SIX_THREE,
        SchoolSystem.FIVE_FOUR,
    ]
    assert roster.systems == {
        "甲县/中学": SchoolSystem.SIX_THREE,
        "乙县/中学": SchoolSystem.FIVE_FOUR,
    }


def test_a_sheet_named_after_a_county_states_it(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    for sheet, name in ((book.worksheets[0], "港北区"), (book.create_sheet(), "覃塘区")):
        sheet.title = name
        for row in (["学校"], [f"{name}小学"]):
            sheet.append(row)
    book.save(tmp_path / "名册.xlsx")
    assert [school.county for school in read_roster(tmp_path / "名册.xlsx").schools] == [
        "港北区",
        "覃塘区",
    ]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([["名称", "人数"], ["第一小学", "100"]], "没有“学校”一列（见到：名称、人数）。"),
        ([["学校", "人数"]], "里一所学校也没有写。"),
    ],
)
def test_a_roster_without_schools_is_wrong_usage(rows: Rows, message: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        read(tmp_path, rows)
    assert caught.value.message.zh == f"名册“{(tmp_path / '名册.csv').as_posix()}”{message}"
    assert "学校" in caught.value.hint.zh


@given(st.binary(max_size=200))
def test_no_file_makes_it_fail(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "名册.xlsx"
    path.write_bytes(data)
    with pytest.raises(UsageError):
        read_roster(path)


_CELLS = st.one_of(
    st.text(max_size=8), st.integers(-9, 99), st.sampled_from(["学校", "一年级", "班级"])
)


@given(st.lists(st.lists(_CELLS, min_size=3, max_size=3), max_size=5))
def test_no_table_makes_it_fail(tmp_path_factory: pytest.TempPathFactory, rows: Rows) -> None:
    table: Rows = [["学校", "一年级", "班级"], ["第一小学", "", ""], *rows]
    try:
        roster = read(tmp_path_factory.getbasetemp(), table)
    except UsageError:
        return
    assert roster.schools
