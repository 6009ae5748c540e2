"""The HTML page shows everything, runs nothing but its own script, and loads nothing."""

from __future__ import annotations

import re
from base64 import b64encode
from datetime import date
from hashlib import sha256
from html.parser import HTMLParser
from itertools import product
from typing import TYPE_CHECKING, get_args

import pytest
from rendered import as_text
from sample_reports import SAMPLES
from small_logs import Row, judge, judge_rows, sheet, source

from homework_check.messages import phrases
from homework_check.reporters import View
from homework_check.reporters.parts import divide
from homework_check.settings import Period, Settings
from homework_check.text import Lang, Text, same

if TYPE_CHECKING:
    from homework_check.report import Report

ALL = View(max_findings=10**6)


class Seen(HTMLParser):
    """Tags and attributes of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs


def test_every_item_stands_on_the_page_under_a_name_of_its_own(sample: Report) -> None:
    page = as_text(sample, "html", "zh", ALL)
    parts = divide(sample)
    names = re.findall('<article id="([^"]*)"', page)
    assert len(names) == len(set(names)) == len(parts.todo) + len(parts.open)


def test_nothing_is_loaded_and_no_style_or_handler_stands_in_a_tag(sample: Report) -> None:
    seen = Seen(as_text(sample, "html", "en", ALL))
    assert {name for name, _ in seen.attributes}.isdisjoint({"src", "style"})
    links = [value or "" for name, value in seen.attributes if name == "href"]
    assert [link for link in links if not link.startswith("#")] == []
    assert not [name for name, _ in seen.attributes if name.startswith("on")]
    assert not [value for _, value in seen.attributes if "://" in (value or "")]


@pytest.mark.parametrize("tag", ["style", "script"])
def test_only_its_own_style_and_script_may_run(sample: Report, tag: str) -> None:
    page = as_text(sample, "html", "zh", ALL)
    (own,) = re.findall(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
    digest = b64encode(sha256(own.encode()).digest()).decode()
    assert f"{tag}-src 'sha256-{digest}'" in page


@pytest.mark.parametrize("attack", ["<script>alert(1)</script>", '" onload="x', "</style>"])
def test_text_of_a_log_stays_text(attack: str) -> None:
    report = judge_rows(Row(content=attack, subject=attack, cls=attack, school=attack, minutes=90))
    seen = Seen(as_text(report, "html", "zh", ALL))
    assert (seen.tags.count("script"), seen.tags.count("style")) == (1, 1)
    assert not [name for name, _ in seen.attributes if name.startswith("on")]


def test_a_day_that_is_due_and_not_reported_has_a_place_in_the_map_of_its_week() -> None:
    due = Settings(period=Period(date(2023, 9, 4), date(2023, 9, 15)))
    rows = [Row(day="2023-09-05"), Row(day="2023-09-07")]
    report = judge(source(sheet(rows)), settings=due)

    drawn = "".join(re.findall("<svg.*?</svg>", as_text(report, "html", "zh", ALL), re.DOTALL))

    assert re.findall(r">(9-\d+)<", drawn) == ["9-4", "9-5", "9-6", "9-7", "9-8"]
    assert len(re.findall('class="missing"', drawn)) == 3
    (item,) = set(re.findall('href="#([^"]*)"', drawn))
    assert f'<article id="{item}"' in as_text(report, "html", "zh", ALL)


def test_what_counts_is_shown_in_context() -> None:
    page = as_text(judge_rows(Row(minutes=75, content="抄写生字")), "html", "zh", ALL)
    assert 'id="第一小学-三年级2班-2023-09-05"' in page
    assert "<td>语文<td>抄写生字<td>书面<td>75<td>" in page


def test_very_many_findings_take_little_room_each() -> None:
    places = product(range(1, 111), range(1, 96))
    rows = [Row(school=f"第{s}小学", cls=f"{n}班", minutes=90) for s, n in places]
    page = as_text(judge_rows(*rows), "html", "zh", ALL)
    assert page.count("<article") == len(rows)
    # NOTE: 800 bytes each make 50,000 of them 40 MB; several subjects need more than these.
    assert len(page.encode()) / len(rows) < 650


def test_rules_are_told_in_the_words_of_their_file_with_sources_in_both_languages() -> None:
    report = judge_rows(Row(minutes=75))
    first, *others = report.pack.rules
    braces = first._replace(
        title=same("{最多}"), references=(Text("某通知第1条", "a notice {1}, item 1"),)
    )
    report = report._replace(pack=report.pack._replace(rules=(braces, *others)))
    zh, en = (as_text(report, "html", lang, ALL) for lang in get_args(Lang))
    assert "{最多}" in zh
    assert "某通知第1条" in zh
    assert "a notice {1}, item 1" in en
    assert "某通知" not in en


def test_a_missing_column_names_the_cells_to_complete() -> None:
    report = SAMPLES["no-form"]()
    page = as_text(report, "html", "zh", ALL)
    (item,) = [item for item in divide(report).open if item.about == "column"]
    for finding in item.findings:
        assert phrases.cells(finding.locations).zh in page
