"""What the copy of a workbook keeps of it: looks, formulas with their values, comments."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from typing import TYPE_CHECKING

import pytest
from marked_copies import HEADERS, copy_of, list_rows, noted, part_of
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation

from homework_check.messages import marked as say
from homework_check.readers import content_of
from homework_check.workbook import Workbook as Read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

ROWS: list[list[str | int | date]] = [
    ["第一小学", "三年级", "1班", date(2023, 9, 5), "语文", "抄写", "书面", "家庭", 35],
    ["第一小学", "三年级", "1班", date(2023, 9, 5), "数学", "练习册", "书面", "家庭", 40],
]


def workbook(change: Callable[[Worksheet], object] | None = None) -> bytes:
    """A log of one class-day over the limit: the minutes are I2 and I3, the larger is I3."""
    made, content = Workbook(), io.BytesIO()
    sheet = made.worksheets[0]
    sheet.title = "登记"
    sheet.append(HEADERS)
    for row in ROWS:
        sheet.append(row)
    if change:
        change(sheet)
    made.save(content)
    return content.getvalue()


def patched(content: bytes, part: str, pattern: str, new: str) -> bytes:
    """A workbook with one of its parts changed, as no program of ours writes it."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as archive:
        for name in old.namelist():
            text = old.read(name).decode()
            if name == part:
                text, count = re.subn(pattern, lambda _: new, text, count=1)
                assert count
            archive.writestr(name, text)
    return made.getvalue()


def with_parts(content: bytes, names: Iterable[str]) -> bytes:
    made = io.BytesIO(content)
    with zipfile.ZipFile(made, "a") as archive:
        for name in names:
            archive.writestr(name, b"x")
    return made.getvalue()


def saved(folder: Path, content: bytes, name: str = "作业.xlsx") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_widths_fonts_merged_cells_and_lists_to_choose_from_stay(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.column_dimensions["F"].width = 41
        sheet["F2"].font = Font(bold=True, color="FF00B050")
        sheet.merge_cells("A2:A3")
        sheet.freeze_panes = "A2"
        choice = DataValidation(type="list", formula1='"书面,口头"')
        choice.add("G2:G9")
        sheet.add_data_validation(choice)

    copy = copy_of(saved(tmp_path, workbook(change)))
    sheet = load_workbook(io.BytesIO(copy.content))["登记"]
    assert copy.losses == ()
    assert (sheet.column_dimensions["F"].width, sheet["F2"].font.b) == (41, True)
    assert [str(area) for area in sheet.merged_cells.ranges] == ["A2:A3"]
    assert sheet.freeze_panes == "A2"
    assert [str(one.sqref) for one in sheet.data_validations.dataValidation] == ["G2:G9"]


@pytest.mark.parametrize(
    ("formula", "kind", "stored", "value"),
    [
        ("20+15", "n", "35", 35.0),
        ("45.5", "n", "45.5", 45.5),
        ('"35分钟"', "str", "35分钟", "35分钟"),
        ("NA()", "e", "#N/A", "#N/A"),
        ("A1&amp;B1", "str", "a&lt;b", "a<b"),
    ],
)
def test_formulas_stay_with_the_values_stored_with_them(
    tmp_path: Path, formula: str, kind: str, stored: str, value: object
) -> None:
    cell = f'<c r="I2" t="{kind}"><f>{formula}</f><v>{stored}</v></c>'
    content = patched(workbook(), "xl/worksheets/sheet1.xml", r'<c r="I2".*?</c>', cell)
    # With a day over the limit whatever the formula gives.
    content = patched(content, "xl/worksheets/sheet1.xml", r"<v>40</v>", "<v>70</v>")
    copy = copy_of(saved(tmp_path, content))
    assert copy.losses == ()
    assert f"<f>{formula}</f>" in part_of(copy.content, "xl/worksheets/sheet2.xml")
    read = content_of(copy.content, "copy.xlsx")
    assert isinstance(read, Read)
    assert read.sheets[1].rows[1][8] == value


def test_a_formula_that_was_never_calculated_stays_one(tmp_path: Path) -> None:
    copy = copy_of(saved(tmp_path, workbook(lambda sheet: sheet.cell(2, 9, "=20+15"))))
    assert copy.losses == ()
    assert "#" not in part_of(copy.content, "xl/worksheets/sheet2.xml")
    (row,) = list_rows(copy.content)[1:]
    assert row[1] == say.LEVELS["undecided"].zh


def test_a_comment_of_the_school_stays_above_ours(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["I3"].comment = Comment("已和老师核对", "教务处")
        sheet["B2"].comment = Comment("别的批注", "教务处")

    by_cell = {one.cell: one.text for one in noted(copy_of(saved(tmp_path, workbook(change)))[0])}
    assert by_cell["I3"].startswith("已和老师核对\n----\n【超时】")
    assert by_cell["B2"] == "别的批注"


@pytest.mark.parametrize("author", [say.AUTHOR.zh, ""])
def test_a_second_round_leaves_nothing_of_the_first(tmp_path: Path, author: str) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["I3"].comment = Comment("已和老师核对", "教务处")

    first = load_workbook(io.BytesIO(copy_of(saved(tmp_path, workbook(change))).content))
    sheet = first["登记"]
    sheet["I2"], sheet["I3"] = 70, 5
    first.worksheets[0]["L5"] = "下周起减少数学作业"
    # LibreOffice keeps the comments and not who wrote them.
    for cell in (sheet["I2"], sheet["I3"]):
        cell.comment = Comment(cell.comment.text, author)
    returned = io.BytesIO()
    first.save(returned)
    copy = copy_of(saved(tmp_path, returned.getvalue()))
    marks = {one.cell: one for one in noted(copy.content)}
    assert (marks["I2"].colour, marks["I2"].border) == ("FFFFC7CE", None)
    assert (marks["I3"].colour, marks["I3"].border) == (None, "dotted")
    assert marks["I3"].text.startswith("已和老师核对\n----\n【一起计入】")
    assert marks["I3"].text.count("----") == 1
    assert load_workbook(io.BytesIO(copy.content)).sheetnames == ["需要处理", "登记"]
    assert list_rows(copy.content)[1][-1] == "下周起减少数学作业"


def test_the_cell_has_its_fill_and_those_counted_along_a_border(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["I2"].fill = PatternFill("solid", "FF00FF00")
        sheet["I2"].border = Border(left=Side("thick"))

    marks = {one.cell: one for one in noted(copy_of(saved(tmp_path, workbook(change))).content)}
    assert (marks["I3"].colour, marks["I3"].border) == ("FFFFC7CE", None)
    assert (marks["I2"].colour, marks["I2"].border) == ("FF00FF00", "dotted")


def test_the_mark_of_merged_cells_is_at_the_first(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["D2"] = sheet["D3"] = "某天"
        sheet.merge_cells("D2:D3")

    assert {one.cell for one in noted(copy_of(saved(tmp_path, workbook(change))).content)} == {"D2"}


@pytest.mark.parametrize(
    ("names", "losses"),
    [
        (["xl/vbaProject.bin"], ("macros",)),
        (["xl/media/image1.png", "xl/drawings/drawing1.xml"], ("pictures",)),
        (["xl/drawings/drawing1.xml"], ("pictures",)),
        (["xl/ctrlProps/ctrlProp1.xml", "xl/drawings/drawing1.xml"], ("controls", "pictures")),
        (["xl/printerSettings/printerSettings1.bin"], ()),
    ],
)
def test_what_is_lost_is_told(tmp_path: Path, names: list[str], losses: tuple[str, ...]) -> None:
    copy = copy_of(saved(tmp_path, with_parts(workbook(), names)))
    assert copy.losses == losses
    intro = load_workbook(io.BytesIO(copy.content)).worksheets[0]["A4"].value
    assert all(say.LOSSES[loss].zh in str(intro) for loss in losses)
    assert not names[0].startswith("xl/vba") or "vba" not in part_of(
        copy.content, "[Content_Types].xml"
    )


def test_a_chart_comes_along_as_well_as_it_can(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        chart = BarChart()
        chart.add_data(Reference(sheet, 9, 2, 9, 3))
        sheet.add_chart(chart, "K2")

    assert copy_of(saved(tmp_path, workbook(change))).losses == ("charts",)


HUGE = '<mergeCells><mergeCell ref="K1:K1048576"/></mergeCells>'
MANY = "".join(f'<mergeCell ref="K{row}:L{row}"/>' for row in range(100, 6000))


@pytest.mark.parametrize(
    ("part", "pattern", "new"),
    [
        # openpyxl says no to these, does not read what Excel does, or takes for ever.
        ("xl/styles.xml", "<fonts.*?</fonts>", "<unknown/>"),
        ("xl/worksheets/sheet1.xml", r'<c r="F2".*?</c>',
         '<c r="F2" t="inlineStr"><is><t>抄写_x005F_x0041_</t></is></c>'),
        ("xl/worksheets/sheet1.xml", r"(?<=</sheetData>)", HUGE),
        ("xl/worksheets/sheet1.xml", r"(?<=</sheetData>)", f"<mergeCells>{MANY}</mergeCells>"),
    ],
)  # fmt: skip
def test_what_openpyxl_cannot_keep_is_made_anew_of_its_cells(
    tmp_path: Path, part: str, pattern: str, new: str
) -> None:
    copy = copy_of(saved(tmp_path, patched(workbook(), part, pattern, new)))
    assert copy.losses == ("looks",)
    # NOTE: to look at it by openpyxl would take as long as it would have to load the source.
    comments = part_of(copy.content, "xl/comments/comment1.xml")
    assert re.findall('ref="(..)"', comments) == ["I2", "I3"]
    intro = say.WITHOUT.format(things=say.LOSSES["looks"]).zh
    assert intro in part_of(copy.content, "xl/worksheets/sheet1.xml")


def test_sheets_are_not_selected_together(tmp_path: Path) -> None:
    copy = copy_of(saved(tmp_path, workbook()))
    sheets = load_workbook(io.BytesIO(copy.content)).worksheets
    assert [sheet.sheet_view.tabSelected for sheet in sheets] == [True, False]


def test_a_sheet_of_the_lists_name_keeps_its_name(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.title = "需要处理"

    copy = copy_of(saved(tmp_path, workbook(change)))
    book = load_workbook(io.BytesIO(copy.content))
    assert book.sheetnames == ["需要处理 (2)", "需要处理"]
    assert book.worksheets[0]["F5"].hyperlink.location == "'需要处理'!I3"


def test_copies_of_one_moment_are_the_same_bytes(tmp_path: Path) -> None:
    path = saved(tmp_path, workbook())
    assert copy_of(path) == copy_of(path)
    assert copy_of(path, anew=True) == copy_of(path, anew=True)
