from __future__ import annotations

import json
from typing import TYPE_CHECKING

from rendered import as_text
from sample_reports import SAMPLES

from homework_check.reporters import View
from homework_check.reporters.json_v1.report import ReportV1, schema

if TYPE_CHECKING:
    from homework_check.report import Report

KEYS = [
    "schema_version", "tool", "generated_at", "rule_pack", "settings", "verdict", "coverage",
    "tallies", "schools", "sources", "passed_over", "findings", "counties", "roster",
]  # fmt: skip
FINDING_KEYS = [
    "rule", "severity", "verdict", "school", "county", "grade", "class", "date", "weekday",
    "subject", "value", "measured", "at_least", "limit", "excess", "unit", "count", "message",
    "hint", "reference", "locations", "dates",
]  # fmt: skip


def test_json_is_what_its_own_schema_says(sample: Report) -> None:
    text = as_text(sample, "json", "zh", View())
    assert (
        ReportV1.model_validate_json(text).model_dump_json(indent=2, by_alias=True) + "\n" == text
    )


def test_json_does_not_depend_on_language_or_view(sample: Report) -> None:
    assert as_text(sample, "json", "en", View(quiet=True, max_findings=1)) == as_text(
        sample, "json", "zh", View()
    )


def test_keys_and_their_order(sample: Report) -> None:
    facts = json.loads(as_text(sample, "json", "zh", View()))
    assert list(facts) == KEYS
    assert all(list(finding) == FINDING_KEYS for finding in facts["findings"])
    assert len(facts["findings"]) == len(sample.findings)


def test_a_finding() -> None:
    facts = json.loads(as_text(SAMPLES["one-school"](), "json", "zh", View()))
    finding = facts["findings"][0]
    del finding["message"], finding["hint"]
    assert finding == {
        "rule": "upper-primary-daily-minutes", "severity": "error", "verdict": "broken",
        "school": "第一小学", "county": "覃塘区", "grade": 3, "class": "2",
        "date": "2023-09-05", "weekday": 2, "subject": None, "value": None,
        "measured": 75, "at_least": False, "limit": 60, "excess": 15, "unit": "minutes",
        "count": 1, "reference": "教基厅函〔2021〕13号第二条",
        "locations": [
            {"source": "第一小学第2周作业登记.xlsx", "sheet": "作业登记", "cell": cell,
             "subject": subject, "minutes": minutes}
            for cell, subject, minutes in (("H12", "数学", 30), ("H11", "语文", 25),
                                           ("H13", "英语", 20))
        ],
        "dates": [],
    }  # fmt: skip


def test_sources() -> None:
    facts = json.loads(as_text(SAMPLES["district"](), "json", "zh", View()))
    assert [source["status"] for source in facts["sources"]] == [*["read"] * 4, "unreadable"]
    sheet = facts["sources"][0]["sheets"][0]
    assert sheet["tables"][0]["columns"] == {
        "grade": "A",
        "class": "B",
        "date": "C",
        "minutes": "H",
    }
    assert facts["sources"][-1]["reason"] == "password"


def test_the_schema_names_the_public_keys() -> None:
    properties = json.loads(schema())["properties"]
    assert list(properties) == [*KEYS, "baseline"]
    assert "class" in json.loads(schema())["$defs"]["FindingV1"]["properties"]
