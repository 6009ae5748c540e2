from __future__ import annotations

from typing import TYPE_CHECKING

from rendered import as_text
from sample_reports import FIRST_SCHOOL, SAMPLES, reading

from homework_check.model import Location
from homework_check.reporters import View

if TYPE_CHECKING:
    from homework_check.report import Report


def lines_of(report: Report) -> list[str]:
    return as_text(report, "github", "en", View()).splitlines()


def test_the_verdict_comes_first_and_then_a_line_a_finding(sample: Report) -> None:
    verdict, *findings = lines_of(sample)
    assert verdict.startswith("::notice title=homework-check::")
    assert len(findings) == len(sample.findings)
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in findings)


def test_a_line() -> None:
    assert lines_of(SAMPLES["one-school"]())[1] == (
        "::error file=第一小学第2周作业登记.xlsx,"
        "title=第一小学 Grade 3 Class 2 Tue 5 Sep over the limit::75 min reported. "
        "Cut at least 15 min; one subject will do, e.g. Maths 30 to 15. "
        "(At: 第一小学第2周作业登记.xlsx 作业登记!H11:H13)"
    )


def test_names_forge_neither_lines_nor_properties() -> None:
    path = "a,title=x::\n::error::%0A%3A.csv"
    finding = reading("unread-form", "", [Location(path, "s", "A1")], FIRST_SCHOOL, value="##[x]")
    line = lines_of(SAMPLES["one-school"]()._replace(findings=(finding,)))[1]
    assert line.startswith(
        r"::warning file=a%2Ctitle=x%3A%3A\x0a%3A%3Aerror%3A%3A%250A%253A.csv,title=第一小学 "
    )
    assert "##[" not in line
