"""Web pages named .xls: the rows and addresses that Excel shows when it opens them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homework_check.readers import read
from homework_check.readers.source_file import SourceFile
from homework_check.workbook import CellRange, Sheet, Unreadable, Workbook


def content(page: bytes) -> Workbook | Unreadable:
    return read(SourceFile("第2周.xls", None, page)).content


def sheet(page: str, encoding: str = "utf-8") -> Sheet:
    workbook = content(page.encode(encoding))
    assert isinstance(workbook, Workbook)
    assert workbook.format == "html"
    (only,) = workbook.sheets
    return only


@pytest.mark.parametrize(
    ("page", "rows"),
    [
        ("<table><tr><td>日期</td><td>30分钟</td></tr></table>", [["日期", "30分钟"]]),
        ("<TABLE><TR><TD>甲<TD>乙<TR><TD>丙<TD>丁</TABLE>", [["甲", "乙"], ["丙", "丁"]]),
        ("<table><tr><th>甲&nbsp;&lt;1&gt;&#31532;</th></tr></table>", [["甲 <1>第"]]),
        ("<table><tr><td> 一<br>二 <b>三</b>\n四</td></tr></table>", [["一\n二 三 四"]]),
        ("<table><tr><td>甲<!-- 乙 --><script>丙</script></td></tr></table>", [["甲"]]),
        (
            "<h2>三（1）班</h2><table><tr><td>甲</td></tr></table>注",
            [["三（1）班"], ["甲"], ["注"]],
        ),
        ("<table><tr><td>甲</table><table><tr><td>乙</table>", [["甲"], ["乙"]]),
        (
            "<table><tr><td>外<table><tr><td>内</table></td><td>旁</table>",
            [["外", "旁"], ["内", ""]],
        ),
        ("<html><style>td{}</style><title>页</title><table><tr><td>甲</table>", [["甲"]]),
        ("<table><tr><td>甲<td rowspan=x colspan=-1>乙", [["甲", "乙"]]),
    ],
)
def test_a_page_is_rows_of_cells(page: str, rows: list[list[str]]) -> None:
    assert sheet(page).rows == rows


def test_cells_that_span_others_are_merged() -> None:
    found = sheet(
        "<table><tr><td colspan=3>标题</tr>"
        "<tr><td rowspan=2>甲<td>乙<td>丙</tr><tr><td>丁<td>戊</tr></table>"
    )
    assert found.rows == [["标题", "", ""], ["甲", "乙", "丙"], ["", "丁", "戊"]]
    assert found.merged == (CellRange(1, 1, 1, 3), CellRange(2, 1, 3, 1))


def test_blank_columns_and_rows_keep_the_addresses() -> None:
    found = sheet("<table><tr><td></tr><tr><td><td>甲</tr></table>")
    assert (found.first_row, found.first_column, found.rows) == (2, 2, [["甲"]])


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="gb2312">', "gb18030"),
        ("<meta http-equiv=Content-Type content='text/html; charset=GBK'>", "gbk"),
        ('<meta charset="utf-8">', "gb18030"),  # as a page says that was saved again
        ('<meta charset="nonsense">', "utf-8"),
        ("", "utf-16"),
        ("", "utf-8-sig"),
    ],
)
def test_the_encoding_is_the_stated_one_unless_it_is_wrong(head: str, encoding: str) -> None:
    page = f"<html>{head}<table><tr><td>作业日期</td></tr></table></html>"
    assert sheet(page, encoding).rows == [["作业日期"]]


def test_a_page_without_a_table_is_no_table() -> None:
    page = content("<!DOCTYPE html><html><body>请登录</body></html>".encode())
    assert page == Unreadable("no-table", (("type", "没有表格的网页（HTML）"),))


def test_cells_far_apart_are_not_laid_out() -> None:
    rows = "<tr><td rowspan=1000 colspan=1000>甲</td></tr>" * 40 + "<tr>" + "<td>乙" * 20_000
    assert content(f"<table>{rows}</table>".encode()) == Unreadable("too-large")


@given(st.lists(st.sampled_from(
    ["<table>", "</table>", "<tr>", "</tr>", "<td rowspan=3>", "<th colspan=2>", "</td>", "甲",
     "<br>", "<p>", "</p>", "<script>", "</script>", "&nbsp;", "<!--", "-->", "<![CDATA["]
)))  # fmt: skip
def test_no_page_stops_the_reading(parts: list[str]) -> None:
    found = content(("<table>" + "".join(parts)).encode())
    assert isinstance(found, Workbook)
    assert len({len(row) for row in found.sheets[0].rows}) <= 1
