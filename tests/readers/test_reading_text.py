"""Delimited text: encodings, delimiters, quotes, and what is refused."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from homework_check.errors import UsageError
from homework_check.readers.delimited import check_encoding, read
from homework_check.workbook import CellValue, Sheet, Unreadable, Workbook

LOG = "学校,班级,时长\n第一小学,三年级2班,20\n"
LOG_ROWS: list[list[CellValue]] = [["学校", "班级", "时长"], ["第一小学", "三年级2班", "20"]]


def only_sheet(data: bytes, encoding: str | None = None) -> Sheet:
    found = read(data, encoding)
    assert isinstance(found, Workbook)
    (sheet,) = found.sheets
    assert (sheet.first_row, sheet.first_column) == (1, 1)
    return sheet


@pytest.mark.parametrize(
    ("data", "named", "encoding"),
    [
        (LOG.encode(), None, "utf-8"),
        (LOG.encode("utf-8-sig"), None, "utf-8"),
        (LOG.encode("gbk"), None, "gb18030"),
        (LOG.encode("utf-16"), None, "utf-16-le"),
        (codecs.BOM_UTF16_BE + LOG.encode("utf-16-be"), None, "utf-16-be"),
        (LOG.encode("utf-32"), None, "utf-32-le"),
        (codecs.BOM_UTF32_BE + LOG.encode("utf-32-be"), None, "utf-32-be"),
        (b"\x84\x31\x95\x33" + LOG.encode("gb18030"), None, "gb18030"),
        (LOG.encode("utf-16-le"), "utf-16-le", "utf-16-le"),
        (LOG.encode("utf-8-sig"), "utf-8", "utf-8"),
        (LOG.encode("gb18030"), "gb18030", "gb18030"),
    ],
)
def test_encodings(data: bytes, named: str | None, encoding: str) -> None:
    found = read(data, named)
    assert isinstance(found, Workbook)
    assert found.encoding == encoding
    assert found.sheets[0].rows == LOG_ROWS


@pytest.mark.parametrize(
    ("text", "encoding"), [("学校", "gbk"), ("𠮷㐀学校", "gb18030"), ("年级一", "utf-8")]
)
def test_header_words_decide_where_a_text_reads_both_ways(text: str, encoding: str) -> None:
    assert only_sheet(text.encode(encoding)).rows == [[text]]


@pytest.mark.parametrize(
    ("data", "named", "row", "near"),
    [
        (b"a,b\n1,2\n3,\xff\xff\n", None, "3", "3,"),
        ("班级\n三年级2班".encode("gbk") + b"\xff", None, "2", "三年级2班"),
        ("班级,三年级\n时长".encode() + b"\xff", None, "2", "时长"),
        (b"a\0,\0b\0", None, "1", "a"),
        ("班级\n三年级".encode("gbk"), "utf-8", "1", ""),
        (b"\xff\xfea", None, "1", ""),
    ],
)
def test_bytes_that_fit_no_encoding(data: bytes, named: str | None, row: str, near: str) -> None:
    found = read(data, named)
    assert found == Unreadable("encoding", (("row", row), ("near", near)))


@pytest.mark.parametrize(
    ("text", "format_name", "rows"),
    [
        ("a,b\n1,2", "csv", [["a", "b"], ["1", "2"]]),
        ("a\tb\n1,5\t2", "tsv", [["a", "b"], ["1,5", "2"]]),
        ("a;b;c\n1,5;2;3", "csv", [["a", "b", "c"], ["1,5", "2", "3"]]),
        ("a，b\n1，2", "csv", [["a，b"], ["1，2"]]),
        ("标题\n\na,b\r\n007,2\r\n", "csv", [["标题", ""], ["", ""], ["a", "b"], ["007", "2"]]),
        ("a,b\r1,2\r", "csv", [["a", "b"], ["1", "2"]]),
        ('a,b\n"1\n2",3\n4,5', "csv", [["a", "b"], ["1\n2", "3"], ["4", "5"]]),
        ('a,b\n"说""好""",3', "csv", [["a", "b"], ['说"好"', "3"]]),
        ("a,b,c\n1\n", "csv", [["a", "b", "c"], ["1", "", ""]]),
        ("a\u2028b,c", "csv", [["a\u2028b", "c"]]),
        ("a," + "语" * 200_000, "csv", [["a", "语" * 200_000]]),
    ],
    ids=str,
)
def test_records_become_rows(text: str, format_name: str, rows: list[list[CellValue]]) -> None:
    found = read(text.encode())
    assert isinstance(found, Workbook)
    assert found.format == format_name
    assert found.sheets[0].rows == rows


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ('a,b\n1,"2\n3,4\n', "2"),
        ('a,b\n1,"2', "2"),
        ('a,b\n1,2\n"3,4\n5,"x"\n', "3"),
    ],
    ids=["never closed", "never closed in the last line", "closed in a cell of another line"],
)
def test_a_wrong_quote_swallows_nothing(text: str, row: str) -> None:
    assert read(text.encode()) == Unreadable("damaged", (("row", row),))


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('"小小科学家"活动', "小小科学家活动"),
        ('读"小小科学家"', '读"小小科学家"'),
        ('"小小"科学家"', '小小科学家"'),
        ('"甲，""乙"""', '甲，"乙"'),
        ('"上\n下"', "上\n下"),
    ],
)
@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_quotes_in_cells_read_as_excel_reads_them(cell: str, text: str, end: str) -> None:
    assert only_sheet(f"{cell},20{end}".encode()).rows == [[text, "20"]]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_quotes_inside_cells_do_not_hide_what_divides_them(delimiter: str) -> None:
    lines = [delimiter.join(["20", '"小小科学家"活动', "书面"])] * 3
    text = "\n".join([*lines, "注：\t;,"])
    assert only_sheet(text.encode()).rows[0] == ["20", "小小科学家活动", "书面"]


@pytest.mark.parametrize(
    ("delimiter", "cell", "text"),
    [
        ("\t", '抄写"apple","pear"', '抄写"apple","pear"'),
        (";", '抄写"apple","pear"', '抄写"apple","pear"'),
        (",", '抄写"apple";"pear"', '抄写"apple";"pear"'),
        ("\t", '"抄写""apple"",""pear"""', '抄写"apple","pear"'),
        (";", '"抄写""apple"",""pear"""', '抄写"apple","pear"'),
        (",", '"抄写""apple"";""pear"""', '抄写"apple";"pear"'),
    ],
)
def test_quoted_words_with_signs_between_them_are_one_cell(
    delimiter: str, cell: str, text: str
) -> None:
    lines = [delimiter.join(["班级", "作业内容", "时长"])]
    lines += [delimiter.join(["三(1)", cell, "20"])] * 3
    assert only_sheet("\n".join(lines).encode()).rows[1] == ["三(1)", text, "20"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_other_signs_inside_quotes_divide_nothing(delimiter: str) -> None:
    lines = [delimiter.join(['"读,写;\t算"', f'"{n}"']) for n in range(3)]
    assert only_sheet("\n".join(lines).encode()).rows[1] == ["读,写;\t算", "1"]


@pytest.mark.parametrize("data", [b"\n \n", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, b"\t\t"])
def test_nothing_but_blanks_is_empty(data: bytes) -> None:
    assert read(data) == Unreadable("empty")


@pytest.mark.parametrize(
    ("name", "known"),
    [("UTF8", "utf-8"), ("gbk", "gb18030"), ("GB2312", "gb18030"), ("big5", "big5")],
)
def test_encodings_have_a_usual_name(name: str, known: str) -> None:
    assert check_encoding(name) == known


@pytest.mark.parametrize("name", ["gb", "", "hex", "utf-8\0", "中文", "undefined"])
def test_an_unknown_encoding_is_told_before_reading(name: str) -> None:
    with pytest.raises(UsageError) as caught:
        check_encoding(name)
    assert "gb18030" in caught.value.hint.zh


CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=5))
@example([["", "", "\t0"], ["", "\t0"]])
@example([["", "", "\t0"], ["", "\t"]])
def test_what_is_quoted_comes_back(rows: list[list[str]]) -> None:
    quoted = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    sheet = only_sheet("\n".join(quoted).encode("utf-8-sig"))
    width = max(map(len, rows))
    assert sheet.rows == [[*row, *[""] * (width - len(row))] for row in rows]
