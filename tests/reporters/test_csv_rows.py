from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from rendered import as_text
from sample_reports import SAMPLES

from homework_check.reporters import View

if TYPE_CHECKING:
    from homework_check.report import Report
    from homework_check.text import Lang


def rows_of(report: Report, lang: Lang = "zh", view: View | None = None) -> list[dict[str, str]]:
    text = as_text(report, "csv", lang, view or View())
    assert text.startswith("\ufeff")
    assert text.endswith("\r\n")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_row_holds_what_a_finding_of_the_json_report_holds(sample: Report, lang: Lang) -> None:
    findings = json.loads(as_text(sample, "json", lang, View()))["findings"]
    rows = rows_of(sample, lang)
    assert len(rows) == len(findings)
    for row, finding in zip(rows, findings, strict=True):
        assert list(row) == list(finding)
        places = finding.pop("locations")
        finding["dates"] = " ".join(finding["dates"])
        finding |= {key: finding[key][lang] for key in ("message", "hint")}
        told = {key: _as_written(value) for key, value in finding.items()}
        assert {key: row[key] for key in told} == told
        assert all(at["cell"] in row["locations"] for at in places if at["cell"])


def _as_written(value: object) -> str:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def test_rows_are_never_cut() -> None:
    report = SAMPLES["one-school"]()
    assert rows_of(report, view=View(quiet=True, max_findings=0)) == rows_of(report)


def test_places_name_file_sheet_and_cell_with_what_each_contributes() -> None:
    rows = rows_of(SAMPLES["district"]())
    assert (
        rows[0]["locations"]
        == "第一小学第2周作业登记.xlsx 作业登记!H12 数学 30, H11 语文 25, H13 英语 20"
    )
    assert rows[-1]["locations"] == "长岭初中第2周.xlsx"


def test_a_report_without_findings_is_its_header() -> None:
    text = as_text(SAMPLES["all-kept"](), "csv", "zh", View())
    assert text.startswith("\ufeffrule,severity,verdict,school")
    assert text.count("\r\n") == 1


def test_a_name_that_is_a_formula_or_a_telephone_number_is_neither() -> None:
    report = SAMPLES["one-school"]()
    finding = replace(report.findings[0], class_name="=1+1", subject="13812345678")
    (row,) = rows_of(report._replace(findings=(finding,)))
    assert (row["class"], row["subject"]) == ("'=1+1", "138****5678")
