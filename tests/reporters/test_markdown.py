from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from rendered import as_text
from sample_reports import SAMPLES

from homework_check.reporters import View
from homework_check.reporters.markdown import LONGEST
from homework_check.reporters.parts import divide

if TYPE_CHECKING:
    from homework_check.report import Report
    from homework_check.text import Lang

EVERYTHING = View(max_findings=10**6)


def numbers_of(text: str) -> list[int]:
    return [int(n) for n in re.findall(r"^(\d+)\. ", text, re.MULTILINE)]


def test_one_school() -> None:
    text = as_text(SAMPLES["one-school"](), "markdown", "en", View())
    assert text.startswith(
        "## NOT MET, 第一小学, 4-8 September 2023, 5 classes\n"
        "\n"
        "25 class-days: 22 met, 2 not met, 1 undecided. (A class-day is one class on one date.)\n"
        "\n"
        "Please act on the 2 items below and check 2 more.\n"
        "\n"
        "| Aspect | Unit | Met | Not met | Undecided | Total | Rate |\n"
        "|:--|:--|--:|--:|--:|--:|--:|\n"
        "| Time | class-days | 18 | 1 | 1 | 20 | 90.0% (18/20) |\n"
    )
    assert (
        "2. **Grade 3 Class 2 Tue 5 Sep** over the limit: "
        "Reported 75 min, Limit 60 min, Over 15 min  \n"
        "   Counted: Maths 30 (H12), Chinese 25 (H11), English 20 (H13)  \n"
        "   Advice: Cut at least 15 min;"
    ) in text
    assert "</details>\n" in text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_item_is_there_once_and_numbered(sample: Report, lang: Lang) -> None:
    text = as_text(sample, "markdown", lang, EVERYTHING)
    parts = divide(sample)
    assert numbers_of(text) == list(range(1, len(parts.todo) + len(parts.open) + 1))
    assert text.endswith("\n")
    assert "\n\n\n" not in text


def test_several_schools_have_a_table_and_headings() -> None:
    text = as_text(SAMPLES["district"](), "markdown", "zh", View())
    assert text.startswith("## 未全部达标，4所学校，2023年9月4日至9月8日\n")
    assert "| 1 | 港北区 第三小学 | 未达标 | 18/19 | 4/4 | 0 | 40分钟 |\n" in text
    assert "\n#### 港北区 第三小学（第三小学第2周.xlsx，“作业登记”表）\n" in text


def test_nothing_to_judge_is_no_pass() -> None:
    text = as_text(SAMPLES["no-log"](), "markdown", "en", View())
    assert text.startswith("## NOT JUDGED, 食堂第2周菜单.xlsx\n")
    assert "This is not a pass." in text


def test_quiet_is_the_verdict_and_the_counts() -> None:
    text = as_text(SAMPLES["one-school"](), "markdown", "en", View(quiet=True))
    assert "###" not in text


def many_findings(count: int) -> Report:
    report = SAMPLES["one-school"]()
    finding = report.findings[0]
    return report._replace(
        findings=tuple(replace(finding, class_name=str(n)) for n in range(count))
    )


@pytest.mark.parametrize("count", [150, 2000])
def test_what_does_not_fit_is_counted(count: int) -> None:
    text = as_text(many_findings(count), "markdown", "en", EVERYTHING)
    shown = len(numbers_of(text))
    left = re.findall(r"Not listed here: (\d+) more\.", text)
    assert len(text) <= LONGEST
    assert [shown + int(n) for n in left] == ([] if shown == count else [count])
    assert (shown == count) == (count == 150)


def test_a_screenful_says_what_is_left() -> None:
    text = as_text(many_findings(9), "markdown", "zh", View(max_findings=4))
    assert numbers_of(text) == [1, 2, 3, 4]
    assert "还有5项没有列出。完整的清单请另存：-o 报告.csv" in text
