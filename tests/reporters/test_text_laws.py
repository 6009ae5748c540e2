"""Laws that hold for every terminal report, in both languages."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from rendered import as_text
from sample_reports import SAMPLES

from homework_check.reporters import View

if TYPE_CHECKING:
    from homework_check.report import Report
    from homework_check.text import Lang

LANGS: tuple[Lang, ...] = ("zh", "en")
VIEWS = [View(), View(verbose=True), View(quiet=True), View(max_findings=1), View(width=100)]


def wide(text: str, ambiguous: int) -> int:
    widths = {"W": 2, "F": 2, "A": ambiguous}
    return sum(widths.get(unicodedata.east_asian_width(c), 1) for c in text)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("view", VIEWS)
def test_no_line_is_wider_than_the_terminal(sample: Report, lang: Lang, view: View) -> None:
    for line in as_text(sample, "text", lang, view).splitlines():
        command = line.startswith("      homework-check ")
        assert command or wide(line, 1) <= wide(line, 2) <= view.width, line


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("view", VIEWS)
def test_text_fits_a_chinese_console(sample: Report, lang: Lang, view: View) -> None:
    text = as_text(sample, "text", lang, view)
    assert text.encode("gbk")
    assert "…" not in text
    assert "\x1b" not in text
    assert text.endswith("\n")
    assert not re.search(r" +$", text, re.MULTILINE)
    assert "\n\n\n" not in text


@pytest.mark.parametrize("shown", [1, 2])
def test_the_largest_number_that_is_advised_lists_everything(sample: Report, shown: int) -> None:
    cut = as_text(sample, "text", "en", View(max_findings=shown))
    advised = [int(n) for n in re.findall(r"--max-findings\s+(\d+)", cut)]
    enough = as_text(sample, "text", "en", View(max_findings=max(advised, default=shown)))
    assert "--max-findings" not in enough
    if advised:
        too_few = as_text(sample, "text", "en", View(max_findings=max(advised) - 1))
        assert "--max-findings" in too_few


@pytest.mark.parametrize("lang", LANGS)
def test_colours_change_no_word(sample: Report, lang: Lang) -> None:
    coloured = as_text(sample, "text", lang, View(color=True))
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == as_text(sample, "text", lang, View())


@pytest.mark.parametrize("lang", LANGS)
def test_quiet_is_one_line(sample: Report, lang: Lang) -> None:
    quiet = as_text(sample, "text", lang, View(quiet=True))
    assert quiet.count("\n") == 1
    assert quiet.split("  ")[0] == as_text(sample, "text", lang, View()).split("  ")[0]


@pytest.mark.parametrize("lang", LANGS)
def test_the_numbers_of_the_json_report_are_in_the_text(sample: Report, lang: Lang) -> None:
    text = as_text(sample, "text", lang, View())
    facts = json.loads(as_text(sample, "json", lang, View()))
    numbers = set(re.findall(r"\d+(?:\.\d+)?", text))
    for finding in facts["findings"]:
        if finding["verdict"] == "broken" and finding["severity"] == "error":
            assert {str(finding[k]) for k in ("measured", "limit", "excess")} <= numbers
            for at in finding["locations"]:
                assert at["cell"] in text
    if facts["schools"]:
        for tally in facts["tallies"]:
            if tally["kept"] + tally["broken"] + tally["undecided"]:
                counts = {str(tally[k]) for k in ("kept", "broken", "undecided")}
                assert counts <= numbers


@pytest.mark.parametrize("lang", LANGS)
def test_every_open_or_broken_thing_is_numbered(sample: Report, lang: Lang) -> None:
    text = as_text(sample, "text", lang, View())
    numbers = [int(n) for n in re.findall(r"^  (\d+)  +\S", _below_the_schools(text), re.MULTILINE)]
    assert numbers == list(range(1, len(numbers) + 1))


def _below_the_schools(text: str) -> str:
    return re.split(r"^(?:需要处理|To act on)", text, maxsplit=1, flags=re.MULTILINE)[-1]


def test_options_that_do_not_exist_are_never_named() -> None:
    texts = "".join(
        as_text(make(), "text", lang, View()) for make in SAMPLES.values() for lang in LANGS
    )
    known = {"--max-findings", "--assume", "--encoding", "--select", "--ignore", "--week"}
    assert set(re.findall(r"--[a-z-]+", texts)) <= known
    assert ".toml" not in texts


def test_hostile_names_stay_inert() -> None:
    report = SAMPLES["one-school"]()
    finding = report.findings[0]
    evil = finding.locations[0]._replace(subject="\x1b[2J语文\u202e")
    hostile = replace(finding, locations=(evil,), class_name="a\nb")
    text = as_text(report._replace(findings=(hostile,)), "text", "zh", View())
    assert "\x1b" not in text
    assert "\u202e" not in text
