"""The workbook itself: its sheets, its cells, and what other programs make of it."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from datetime import date, datetime
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_workbooks import bare_cells_of, cells_of, opened, parts_of, table_rows, text_of
from openpyxl import Workbook
from python_calamine import CalamineWorkbook
from sample_reports import district, one_school
from small_logs import Row, judge, sheet, source, unreadable

from homework_check.expected import ExpectedGrade, ExpectedSchool, Roster
from homework_check.messages.report_sheets import EMPTY, SHEETS
from homework_check.reporters import View, render
from homework_check.reporters.escaping import sheet_text
from homework_check.reporters.xlsx.pen import Pen
from homework_check.reporters.xlsx.sheet import Column
from homework_check.reporters.xlsx.widths import height
from homework_check.settings import Period, Settings
from homework_check.workbook_bytes import SheetBody, saved

if TYPE_CHECKING:
    from homework_check.report import Report
    from homework_check.text import Lang

LANGS: tuple[Lang, ...] = ("zh", "en")


def made(report: Report, lang: Lang = "zh") -> bytes:
    data = render(report, "xlsx", lang, View())
    assert isinstance(data, bytes)
    return data


def written(text: str) -> bytes:
    """A workbook of one cell."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("x")
    row = Pen(sheet, (Column("x"),)).row(1, [text], None)
    return saved(workbook, [SheetBody(row)])


@pytest.mark.parametrize("lang", LANGS)
def test_the_same_report_is_the_same_bytes(sample: Report, lang: Lang) -> None:
    assert made(sample, lang) == made(sample, lang)


def test_only_the_properties_tell_the_time() -> None:
    report = one_school()
    earlier, later = (
        made(report._replace(generated_at=f"2026-11-{day}T19:00:00+08:00")) for day in (23, 24)
    )
    properties = opened(earlier).properties
    assert properties.created == properties.modified == datetime(2026, 11, 23, 11)  # noqa: DTZ001
    with ZipFile(io.BytesIO(earlier)) as archive:
        assert {member.date_time[0] for member in archive.infolist()} == {1980}
    sheets, others = (parts_of(data, "xl/worksheets/") for data in (earlier, later))
    different = [name for name in sheets if sheets[name] != others[name]]
    assert different == ["xl/worksheets/sheet1.xml"]


@pytest.mark.parametrize("lang", LANGS)
def test_sheets_stand_in_order_and_those_left_out_are_named(sample: Report, lang: Lang) -> None:
    data = made(sample, lang)
    titles = opened(data).sheetnames
    known = [text[lang] for text in SHEETS.values()]
    assert titles == [title for title in known if title in titles]
    cover = [[cell.value for cell in row] for row in opened(data).worksheets[0].iter_rows()]
    words = " ".join(str(value) for row in cover for value in row)
    for name, why in EMPTY.items():
        if SHEETS[name][lang] not in titles:
            assert re.search(f"{SHEETS[name][lang]}(：|: ){re.escape(why[lang])}", words)


@pytest.mark.parametrize("lang", LANGS)
def test_other_programs_read_the_same(sample: Report, lang: Lang) -> None:
    data = made(sample, lang)
    ours = opened(data)
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    assert book.sheet_names == ours.sheetnames
    for title in ours.sheetnames:
        theirs = book.get_sheet_by_name(title).to_python(skip_empty_area=False)
        for row in ours[title].iter_rows():
            for cell in row:
                if isinstance(cell.value, str):
                    assert theirs[cell.row - 1][cell.column - 1] == cell.value


def test_no_cell_is_a_formula(sample: Report) -> None:
    data = made(sample)
    assert {cell.data_type for cell in bare_cells_of(data)} <= {"s", "n", "d"}
    assert not [xml for xml in parts_of(data, "xl/worksheets/").values() if "<f>" in xml]


def test_links_stay_in_the_workbook_and_lead_somewhere() -> None:
    data = made(district())
    book = opened(data)
    linked = [cell for cell in cells_of(data) if cell.hyperlink]
    assert len(linked) > 5
    for cell in linked:
        assert cell.hyperlink
        assert not cell.hyperlink.target
        title, _, place = str(cell.hyperlink.location).rpartition("!")
        sheet = book[title.strip("'")]
        # On the cover a link goes by the name of the sheet, elsewhere by that of the rule.
        row = [found.value for found in sheet[sheet[place].row]]
        assert cell.value in {sheet.title, *row}


@pytest.mark.parametrize("name", ["汇总", "问题清单", "待核", "未报送", "数据问题", "规则"])
def test_tables_are_ready_to_filter_and_print(name: str) -> None:
    sheet = opened(made(district()))[name]
    header = 2 if name == "汇总" else 1
    assert str(sheet.freeze_panes).lstrip("ABCD") == str(header + 1)
    assert str(sheet.auto_filter.ref).startswith(f"A{header}:")
    assert sheet.print_title_rows == f"$1:${header}"
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert sheet.sheet_properties.pageSetUpPr
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0
    below = [cells for cells in sheet.merged_cells.ranges if cells.max_row > 1]
    assert not below


def test_every_page_has_its_number() -> None:
    footer = "<oddFooter>&amp;C第&amp;P页 共&amp;N页</oddFooter>"
    sheets = parts_of(made(district()), "xl/worksheets/sheet").values()
    assert [xml[-600:] for xml in sheets if footer not in xml] == []


def test_totals_stand_below_the_filter() -> None:
    data = made(district())
    sheet = opened(data)["汇总"]
    last = int(str(sheet.auto_filter.ref).rpartition(":")[2].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    names = [sheet.cell(row, 3).value for row in range(last + 1, sheet.max_row + 1)]
    assert names == ["港北区合计", "覃塘区合计", "（没有写）合计", "合计"]
    assert len(table_rows(data, "汇总")) == len(district().schools)


def test_the_worst_school_comes_first() -> None:
    rows = table_rows(made(district()), "汇总")
    assert [row["学校"] for row in rows][:2] == ["第三小学", "第一小学"]
    assert [row["最多超出（分钟）"] for row in rows] == [40, 15, "-", "-"]


def test_one_chart_stands_on_the_sheet_of_schools() -> None:
    charts = parts_of(made(district()), "xl/charts/chart")
    assert len(charts) == 1


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=1+1", "=1+1"),
        ("#N/A", "#N/A"),
        ("-", "-"),
        ("\t=1", "\\x09=1"),
        ("_x0041_", "_x005F_x0041_"),
        ("\ufffe", "\\ufffe"),
        ("a" * 40_000, "a" * 32_764 + "..."),
    ],
)
def test_text_stays_text(text: str, shown: str) -> None:
    (cell,) = bare_cells_of(written(text))
    assert (cell.value, cell.data_type) == (shown, "s")


@pytest.mark.parametrize(
    ("text", "quoted"), [("=1+1", True), ("+86", False), ("@a", True), ("-", False), ("三", False)]
)
def test_text_that_may_run_stays_text_when_it_is_edited(text: str, quoted: bool) -> None:  # noqa: FBT001
    (cell,) = cells_of(written(text))
    assert bool(cell.quotePrefix) is quoted


@given(st.text(min_size=1).filter(str.strip))
@settings(max_examples=50)
def test_any_text_can_be_written(text: str) -> None:
    (cell,) = bare_cells_of(written(text))
    assert (cell.value, cell.data_type) == (sheet_text(text), "s")


def test_the_words_of_one_language_only(sample: Report) -> None:
    titles = set(opened(made(sample, "en")).sheetnames)
    assert not titles & {text.zh for text in SHEETS.values()}
    assert "合计" not in text_of(made(sample, "en")).splitlines()


@pytest.mark.parametrize("length", [0, 10, 100, 1000, 32_000])
def test_no_row_is_higher_than_excel_can_show(length: int) -> None:
    points = height(["字" * length], [20])
    assert points is None or 30 < points <= 409


def test_openpyxl_is_imported_for_this_format_only() -> None:
    code = (
        "import sys; import homework_check.cli.checking; "
        "import homework_check.reporters.json_v1.report; print('openpyxl' in sys.modules)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "False"


def test_who_is_to_be_asked_is_told_the_days_that_are_due() -> None:
    classes = (ExpectedGrade(3, ("1",), counted=True),)
    names = ("第一小学", "第二小学", "第三小学", "第四小学")
    roster = Roster("名册.xlsx", tuple(ExpectedSchool(None, n, None, classes) for n in names))
    blank = Row("", "", "", "", "", "2023-09-05", "1班", school="第四小学")
    report = judge(
        source(sheet([Row(cls="1班", day=f"2023-09-0{n}") for n in (4, 8)]), path="第一小学.csv"),
        unreadable("第三小学.xlsx"),
        source(sheet([blank]), path="第四小学.csv"),
        settings=Settings(period=Period(date(2023, 9, 4), date(2023, 9, 10))),
        roster=roster,
    )
    content = made(report)
    header, *rows = opened(content)["未报送"].iter_rows(values_only=True)
    places = [header.index(name) for name in ("学校", "班级", "缺（天）", "缺的日期")]
    assert [tuple(row[n] for n in places) for row in rows] == [
        ("第三小学", "", 5, "9月4日周一至9月8日周五"),
        ("第二小学", "", 5, "9月4日周一至9月8日周五"),
        ("第四小学", "三年级1班", 5, "9月4日周一至9月8日周五"),
        ("第一小学", "三年级1班", 3, "9月5日周二至9月7日周四"),
    ]
    _, head, *schools = opened(content)["汇总"].iter_rows(values_only=True)
    states = [str(row[head.index("报送情况")]) for row in schools if row[0]]
    assert states == ["无法读取", "未报送", "没有填报", "部分填报"]
