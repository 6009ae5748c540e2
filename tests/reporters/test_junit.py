from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from rendered import as_text
from sample_reports import SAMPLES

from homework_check.model import Verdict
from homework_check.reporters import View

if TYPE_CHECKING:
    from homework_check.report import Report
    from homework_check.text import Lang


def suites_of(report: Report, lang: Lang = "zh") -> ET.Element:
    return ET.fromstring(as_text(report, "junit", lang, View()).encode())  # noqa: S314 - made here


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_counts_are_those_of_the_elements(sample: Report, lang: Lang) -> None:
    root = suites_of(sample, lang)
    for element in [root, *root.iter("testsuite")]:
        for attribute, path in [("tests", "testcase"), ("failures", "failure"),
                                ("errors", "error"), ("skipped", "skipped")]:  # fmt: skip
            assert element.get(attribute) == str(len(list(element.iter(path))))


def test_all_is_well_exactly_where_the_verdict_says_so(sample: Report) -> None:
    root = suites_of(sample)
    bad = [int(str(root.get(name))) for name in ("failures", "errors")]
    assert (sum(bad) == 0) == (sample.verdict is Verdict.KEPT)
    assert (bad[0] > 0) == (sample.verdict is Verdict.BROKEN)


def test_every_finding_is_told_once(sample: Report) -> None:
    text = "".join(suites_of(sample, "en").itertext())
    assert text.count("- ") >= len(sample.findings)
    assert all(finding.message.en in text for finding in sample.findings)


def test_an_undecided_verdict_without_findings_is_no_pass() -> None:
    empty = SAMPLES["no-log"]()._replace(findings=(), logs=())
    (case,) = suites_of(empty).iterfind("testsuite[@name='homework-check']/testcase")
    assert case.find("error") is not None


def test_classes_and_rules() -> None:
    root = suites_of(SAMPLES["one-school"](), "en")
    found = {
        (str(case.get("classname")), str(case.get("name")).split("(")[-1]): [e.tag for e in case]
        for case in root.iter("testcase")
    }
    assert found[("Grade 3 Class 2", "upper-primary-daily-minutes)")] == ["failure"]
    assert found[("Grade 5 Class 1", "upper-primary-daily-minutes)")] == ["error"]
    assert found[("Grade 3 Class 2", "unmarked-homework)")] == ["system-out"]
    assert found[("第一小学第2周作业登记.xlsx", "unknown-subject)")] == ["system-out"]
    assert found[("guigang-2023", "unposted-homework)")] == ["skipped"]


def test_a_suite_is_a_school() -> None:
    names = [suite.get("name") for suite in suites_of(SAMPLES["district"]()).iter("testsuite")]
    assert names[:2] == ["覃塘区 第一小学", "覃塘区 覃塘区城南实验学校附属小学（东校区）"]
    assert "其他文件" in names
