"""No text from a file can do anything but be read, whatever it holds."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homework_check.reporters import escaping

NASTY = st.text(
    st.one_of(st.characters(), st.sampled_from("=+-@#:/%,\n\r\t\x1b`|<>[](){}\\\u202e"))
)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\u00a0+1+1", "'\u00a0+1+1"),
        ("＝1+1", "'＝1+1"),
        ("-1+1", "'-1+1"),
        ("\t=1", "\\x09=1"),
        ("-", "-"),
        ("-12.5", "-12.5"),
        ("+86", "+86"),
        ("练习册=P10", "练习册=P10"),
        ("", ""),
    ],
)
def test_what_a_spreadsheet_would_run_is_neutralised(text: str, cell: str) -> None:
    assert escaping.csv_cell(text) == cell


@given(NASTY)
def test_no_cell_begins_like_a_formula(text: str) -> None:
    cell = escaping.csv_cell(text)
    begins = re.match(r"\s*[=+\-@＝＋－＠\t\r\n]", cell)
    assert not begins or re.fullmatch(r"[+-]?\d+([.,]\d+)*%?|-", cell)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("a|b", r"a\|b"),
        ("<script>", r"\<script\>"),
        ("[x](y)", r"\[x\](y)"),
        ("`code`", r"\`code\`"),
        ("@octocat", "@<!-- -->octocat"),
        ("a@b.cn", "a@<!-- -->b.cn"),
        ("#12", r"\#<!-- -->12"),
        ("https://x.cn", "https:<!-- -->//x.cn"),
        ("www.x.cn", "www<!-- -->.x.cn"),
        (":warning:", ":<!-- -->warning:"),
        ("- item", r"\- item"),
        ("1. item", r"1\. item"),
        ("a\nb", r"a\\x0ab"),
        ("H14:H16，20分钟", "H14:H16，20分钟"),
    ],
)
def test_markdown_shows_text_as_it_is(text: str, source: str) -> None:
    assert escaping.markdown(text) == source


@given(NASTY)
def test_nothing_of_a_text_is_markup(text: str) -> None:
    source = escaping.markdown(text).replace("<!-- -->", "\0")
    assert not re.search(r"(?<!\\)(?:\\\\)*[`*_\[\]<>|&]", re.sub(r"\\[^\\]", "", source))
    assert not re.search(r"@\w|://|\n|\bwww\.", source, re.IGNORECASE)


@given(NASTY)
def test_xml_gives_the_text_back(text: str) -> None:
    shown = escaping.xml(text)
    element = ET.fromstring(f'<a b="{shown}">{shown}</a>')  # noqa: S314 - made here
    assert element.text == element.get("b") or (element.text, element.get("b")) == (None, "")
    assert len(element) == 0


@given(NASTY, NASTY, NASTY)
def test_a_workflow_command_is_one_line_with_its_own_properties(
    file: str, title: str, message: str
) -> None:
    line = escaping.workflow_command("error", [("file", file), ("title", title)], message)
    assert line.splitlines() == [line]
    head, _, data = line.removeprefix("::error").partition("::")
    names = [pair.partition("=")[0] for pair in head.strip().split(",") if pair]
    assert names == [n for n, value in (("file", file), ("title", title)) if value]
    assert not re.search(r"%(?!25)", data)
    assert "##[" not in line


@given(NASTY)
def test_a_sarif_message_has_no_placeholder_and_no_link(text: str) -> None:
    message = escaping.sarif(text)
    assert not re.search(r"\{\d+\}", message.replace("{{", "").replace("}}", ""))
    assert "](" not in message
