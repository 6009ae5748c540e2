"""Whether a report only shows what a log holds, format by format."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from made_workbooks import bare_cells_of, parts_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable


def check_characters(text: str, *, endings: str = "\n") -> None:
    """No character moves a cursor, hides or turns what stands beside it, or begins a line."""
    shown = text.removeprefix("\ufeff").replace(endings, "")
    assert not {c for c in shown if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"}}


def check_text(text: str) -> None:
    assert not any(line.strip().startswith("::") for line in text.splitlines())
    assert "##[" not in text


def check_markdown(text: str) -> None:
    check_text(text)
    tags = {"details", "/details", "summary", "/summary", "!--"}
    assert set(re.findall(r"(?<!\\)<([^\s>]+)", text)) <= tags
    assert not re.search(r"(?<!\\)[`\[]|@\w|://", text)


def check_csv(text: str) -> None:
    check_text(text)
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert {len(row) for row in rows} == {len(rows[0])}
    suspicious = [cell for row in rows for cell in row if re.match(r"\s*[=+@\t\r\n]", cell)]
    assert [cell for cell in suspicious if not re.fullmatch(r"\+\d+(?:[.,]\d+)*%?", cell)] == []


def check_json(text: str) -> None:
    check_text(text)
    json.loads(text)


def check_junit(text: str) -> None:
    check_text(text)
    root = ET.fromstring(text.encode())  # noqa: S314 - made here
    known = {"testsuites", "testsuite", "testcase", "failure", "error", "skipped", "system-out"}
    assert {element.tag for element in root.iter()} <= known


def check_sarif(text: str) -> None:
    check_json(text)
    (run,) = json.loads(text)["runs"]
    assert not any("](" in result["message"]["text"] for result in run["results"])


def check_github(text: str) -> None:
    assert "##[" not in text
    for line in text.splitlines():
        match = re.fullmatch(r"::(error|warning|notice) ([^:]+)::(.*)", line)
        assert match
        assert {p.partition("=")[0] for p in match[2].split(",")} <= {"file", "title"}
        assert not re.search("%(?!25)", match[3])


class _Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


def check_html(text: str) -> None:
    check_text(text)
    page = _Page(text)
    assert (page.tags.count("script"), page.tags.count("style")) == (1, 1)
    assert {"img", "iframe", "object", "embed", "link", "base"}.isdisjoint(page.tags)
    for name, value in page.attributes:
        assert name not in {"src", "action"}
        assert not name.startswith("on")
        assert name != "href" or value.startswith("#")


def check_workbook(data: bytes) -> None:
    assert {cell.data_type for cell in bare_cells_of(data)} <= {"s", "n", "d"}
    check_characters(text_of(data))
    parts = parts_of(data, "")
    # In a chart the element only names the cells that are drawn.
    sheets = [xml for name, xml in parts.items() if "/charts/" not in name]
    assert not [xml for xml in sheets if re.search(r"<f[ />]", xml)]
    assert not [name for name, xml in parts.items() if 'TargetMode="External"' in xml]
    assert not [name for name in parts if "externalLink" in name]


CHECKS: dict[str, Callable[[str], None]] = {
    "text": check_text,
    "json": check_json,
    "csv": check_csv,
    "markdown": check_markdown,
    "junit": check_junit,
    "sarif": check_sarif,
    "github": check_github,
    "html": check_html,
}
"""The formats of text."""
