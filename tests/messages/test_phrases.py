from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homework_check.messages import phrases
from homework_check.messages.inert import argument
from homework_check.model import Location, School
from homework_check.text import Text, same


def at(
    cell: str | None, subject: str | None = None, minutes: int | None = None, *,
    sheet: str | None = "作业登记", source: str = "第2周.xlsx",
) -> Location:  # fmt: skip
    return Location(source, sheet, cell, subject, minutes)


@pytest.mark.parametrize(
    ("grade", "name", "zh", "en"),
    [
        (3, "2", "三年级2班", "Grade 3 Class 2"),
        (10, "1", "高一1班", "Grade 10 Class 1"),
        (3, "火箭班", "三年级火箭班", "Grade 3 火箭班"),
        (3, None, "三年级（全年级）", "Grade 3 (all)"),
        (None, "2", "2班", "Class 2"),
        (None, None, "（班级不明）", "(class unknown)"),
        (3, "a\x1b[2J班", "三年级a\\x1b[2J班", "Grade 3 a\\x1b[2J班"),
    ],
)
def test_class_name(grade: int | None, name: str | None, zh: str, en: str) -> None:
    assert phrases.class_name(grade, name) == Text(zh, en)


def test_day() -> None:
    assert phrases.day(date(2023, 9, 5)) == Text("9月5日周二", "Tue 5 Sep")


@pytest.mark.parametrize(
    ("name", "zh", "en"),
    [("语文", "语文", "Chinese"), ("茶艺", "茶艺", "茶艺"), (None, "作业", "homework")],
)
def test_subject(name: str | None, zh: str, en: str) -> None:
    assert phrases.subject(name) == Text(zh, en)


def test_field_name() -> None:
    assert phrases.field_name("form") == Text("作业形式", "form")
    assert phrases.field_name("elsewhere") == same("elsewhere")


@pytest.mark.parametrize(("value", "text"), [(75, "75"), (7.5, "7.5"), (75.0, "75"), (0, "0")])
def test_number(value: float, text: str) -> None:
    assert phrases.number(value) == text


def test_joined() -> None:
    assert phrases.joined([Text("甲", "a"), Text("乙", "b")]) == Text("甲、乙", "a, b")


@pytest.mark.parametrize(
    ("school", "zh", "en"),
    [
        (School("覃塘区", "第一小学"), "第一小学", "第一小学"),
        (School(None, None, "a.xlsx"), "（未写学校）a.xlsx", "(no school name) a.xlsx"),
    ],
)
def test_school_name(school: School, zh: str, en: str) -> None:
    assert phrases.school_name(school) == Text(zh, en)


@pytest.mark.parametrize(
    ("addresses", "zh", "en"),
    [
        ("H17 H11 H12 H13", "H11:H13、H17", "H11:H13, H17"),
        ("H12 H11", "H11、H12", "H11, H12"),
        ("H12 H12", "H12", "H12"),
        ("AA2 B2", "B2、AA2", "B2, AA2"),
        ("A1 A3 A5 A7 A9", "A1、A3、A5、A7、A9", "A1, A3, A5, A7, A9"),
        (
            "A1 A3 A5 A7 A9 B1 B2 B3 C9",
            "A1、A3、A5、A7、A9等共9格",
            "A1, A3, A5, A7, A9 and 4 more",
        ),
        ("", "", ""),
    ],
)
def test_cells(addresses: str, zh: str, en: str) -> None:
    assert phrases.cells([at(cell) for cell in addresses.split()]) == Text(zh, en)


def test_cells_say_sheet_and_source_only_where_there_are_several() -> None:
    assert phrases.cells([at("H1")], phrases.Prefix(sheet=True)).zh == "作业登记!H1"
    assert phrases.cells([at("H1")], phrases.FULL).zh == "第2周.xlsx 作业登记!H1"
    assert phrases.cells([at("H1"), at("H1", sheet="二")]).zh == "作业登记!H1、二!H1"
    assert phrases.cells([at(None)]).zh == "作业登记"
    assert phrases.cells([at(None, sheet=None)]).zh == "第2周.xlsx"


@pytest.mark.parametrize(
    ("location", "zh", "en"),
    [
        (at("H12", "数学", 300), "数学30（H12）", "Maths 30 (H12)"),
        (at("H12", "数学", 75), "数学7.5（H12）", "Maths 7.5 (H12)"),
        (at("H12", "数学"), "数学（H12）", "Maths (H12)"),
        (at("H12", None, 300), "作业30（H12）", "homework 30 (H12)"),
    ],
)
def test_items(location: Location, zh: str, en: str) -> None:
    assert phrases.items([location]) == Text(zh, en)


def test_items_of_entries_and_of_many() -> None:
    assert phrases.items([at("E31", "语文", 100)], with_minutes=False).zh == "语文（E31）"
    many = phrases.items([at(f"H{row}", "语文", 50) for row in range(1, 13)])
    assert many.zh.endswith("语文5（H10）等共12项")
    assert many.en.endswith("Chinese 5 (H10) and 2 more")


@pytest.mark.parametrize(
    ("minutes", "over", "optional", "zh", "en"),
    [
        ("数学30 语文25 英语20", 15, "", "减一科就够，例如数学由30减到15",
         "one subject will do, e.g. Maths 30 to 15"),
        ("数学30 语文25 英语20", 30, "", "例如不布置数学（30）", "e.g. drop Maths (30)"),
        ("数学30 语文25 英语20", 15, "H3", "可先减选做的英语（20）",
         "the optional English (20) can give first"),
        ("数学35 英语25 语文20", 40, "", "要减两科，例如不布置英语（25），数学由35减到20",
         "2 subjects must give, e.g. drop English (25) and Maths 35 to 20"),
        ("数学20 英语20 语文20", 60, "", "要减3科，例如不布置英语（20）、语文（20）、数学（20）",
         "3 subjects must give, e.g. drop English (20), Chinese (20) and Maths (20)"),
        ("数学30 数学25", 15, "", "减一项就够，例如数学由30减到15",
         "one entry will do, e.g. Maths 30 to 15"),
        ("数学40 英语10", 45, "H2", "要减两科，例如不布置英语（10），数学由40减到5",
         "2 subjects must give, e.g. drop English (10) and Maths 40 to 5"),
        ("数学10", 15, "", "各科都要减", "every subject has to give"),
    ],
)  # fmt: skip
def test_cut(minutes: str, over: int, optional: str, zh: str, en: str) -> None:
    parts = [(text.rstrip("0123456789"), text.lstrip("数学语文英")) for text in minutes.split()]
    locations = [
        at(f"H{row}", subject, 10 * int(tenths)) for row, (subject, tenths) in enumerate(parts, 1)
    ]
    assert phrases.cut(locations, 10 * over, frozenset(optional.split())) == Text(zh, en)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("练习册", "练习册"),
        ("练习册\n第2页", "练习册 第2页"),
        ("a" * 20, "a" * 20),
        ("a" * 21, "a" * 20 + "..."),
        ("\x1b]0;x\x07", "\\x1b]0;x\\x07"),
        ("\u202eabc\ud800\u2028", "\\u202eabc\\ud800\\u2028"),
        ("电话13812345678", "电话138****5678"),
        ("138 1234 5678", "138****5678"),
        ("45080219800101123X", "450****123X"),
        ("202309040001", "202309040001"),
    ],
)
def test_quote(text: str, quoted: str) -> None:
    assert phrases.quote(text) == quoted


@given(st.text())
def test_quotes_are_printable_and_short(text: str) -> None:
    quoted = phrases.quote(text)
    assert not {"\x1b", "\n", "\r", "\u202e"} & set(quoted)
    assert len(quoted) <= 20 * 10 + 3
    quoted.encode("utf-8")


@given(st.lists(st.integers(1, 600), min_size=1, max_size=6), st.data())
def test_the_cut_names_no_more_entries_than_needed(tenths: list[int], data: st.DataObject) -> None:
    over = data.draw(st.integers(1, sum(tenths)))
    locations = [at(f"H{row}", f"科目{row}", amount) for row, amount in enumerate(tenths, 1)]
    text = phrases.cut(locations, over, frozenset())
    named = sum(f"科目{row}" in text.zh for row in range(1, len(tenths) + 1))
    longest = sorted(tenths, reverse=True)
    assert sum(longest[:named]) >= over
    assert sum(longest[: named - 1]) < over


@pytest.mark.parametrize(
    ("path", "word"),
    [
        ("报送/第2周.xlsx", "报送/第2周.xlsx"),
        ("第2周（终）.xlsx", "第2周（终）.xlsx"),
        ("第2周 - 副本.xlsx", '"第2周 - 副本.xlsx"'),
        ("第2周(1).xlsx", '"第2周(1).xlsx"'),
        ("a&b.xlsx", '"a&b.xlsx"'),
    ],
)
def test_a_path_in_a_command_is_one_word(path: str, word: str) -> None:
    assert argument(path) == word
