from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_to_bytes

import pytest
from compared_reports import handed_in_again
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from rendered import as_text
from sample_reports import FIRST_SCHOOL, SAMPLES, at, reading

from homework_check.reporters import View
from homework_check.reporters.sarif import uri

if TYPE_CHECKING:
    from homework_check.report import Report
    from homework_check.text import Lang

# As Microsoft ships it for OASIS in the npm package @microsoft/sarif-multitool-linux 5.7.0.
SCHEMA = json.loads(
    (Path(__file__).parent / "data" / "sarif-2.1.0.schema.json").read_text("utf-8-sig")
)


def run_of(report: Report, lang: Lang = "zh") -> dict[str, Any]:
    log = json.loads(as_text(report, "sarif", lang, View()))
    (run,) = log["runs"]
    return dict(run)


def test_the_schema_is_the_standards_and_can_be_used() -> None:
    assert SCHEMA["title"].startswith("Static Analysis Results Format (SARIF) Version 2.1.0")
    Draft202012Validator.check_schema(SCHEMA)
    assert not Draft202012Validator(SCHEMA).is_valid({"version": "2.1.0", "runs": [{}]})


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_report_is_what_the_standard_says(sample: Report, lang: Lang) -> None:
    log = json.loads(as_text(sample, "sarif", lang, View()))
    Draft202012Validator(SCHEMA).validate(log)


def test_indices_lead_to_the_rule_and_the_file(sample: Report) -> None:
    run = run_of(sample)
    rules, artifacts = run["tool"]["driver"]["rules"], run["artifacts"]
    assert all(rule["help"]["text"] for rule in rules)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        for location in result["locations"] + result["relatedLocations"]:
            artifact = location["physicalLocation"]["artifactLocation"]
            assert artifacts[artifact["index"]]["location"]["uri"] == artifact["uri"]


def test_a_result() -> None:
    result = run_of(SAMPLES["one-school"](), "en")["results"][0]
    assert (result["ruleId"], result["level"]) == ("upper-primary-daily-minutes", "error")
    assert result["message"]["text"].startswith("75 min reported. Cut at least 15 min;")
    (location,) = result["locations"]
    assert location["logicalLocations"] == [
        {"name": "H12", "fullyQualifiedName": "作业登记!H12", "kind": "cell"}
    ]
    assert location["physicalLocation"]["artifactLocation"]["uri"].startswith("%E7%AC%AC")
    assert len(result["relatedLocations"]) == 2
    assert result["properties"]["verdict"] == "broken"
    assert result["properties"]["excess"] == 15


@pytest.mark.parametrize(
    ("rule", "level"),
    [
        ("upper-primary-daily-minutes", ["error", "warning"]),
        ("unmarked-homework", ["warning"]),
        ("blank-minutes", ["warning"]),
        ("unknown-subject", ["note"]),
    ],
)
def test_nobody_is_accused_of_what_is_undecided(rule: str, level: list[str]) -> None:
    results = run_of(SAMPLES["one-school"]())["results"]
    assert [r["level"] for r in results if r["ruleId"] == rule] == level


def test_findings_are_told_apart_and_found_again() -> None:
    report = SAMPLES["district"]()
    prints = [str(r["partialFingerprints"]) for r in run_of(report)["results"]]
    again = report._replace(findings=tuple(reversed(report.findings)), generated_at="later")
    assert len(set(prints)) == len(prints)
    assert [str(r["partialFingerprints"]) for r in run_of(again)["results"]] == prints[::-1]


def test_a_message_has_neither_placeholders_nor_links() -> None:
    finding = reading("unread-form", "", [at("F1")], FIRST_SCHOOL, value="[x](http://y) {0}")
    report = SAMPLES["one-school"]()._replace(findings=(finding,))
    text = run_of(report)["results"][0]["message"]["text"]
    assert "[x] (http://y) {{0}}" in text


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_path_comes_back_from_its_address(path: str) -> None:
    assert unquote_to_bytes(uri(path)).decode() == path
    assert uri(path).isascii()
    assert ":" not in uri(path)


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("a b.csv", "a%20b.csv"),
        ("\udcff.csv", "%FF.csv"),
        ("\ud800", "%ED%A0%80"),
        ("甲/#1.csv", "%E7%94%B2/%231.csv"),
    ],
)
def test_addresses(path: str, address: str) -> None:
    assert uri(path) == address


def test_what_has_changed_is_told_in_the_words_of_the_standard() -> None:
    log = json.loads(as_text(handed_in_again(), "sarif", "zh", View()))
    Draft202012Validator(SCHEMA).validate(log)
    (run,) = log["runs"]
    states = [
        (result["properties"].get("grade"), result["baselineState"])
        for result in run["results"]
        if result["properties"].get("verdict")
    ]
    assert sorted(states, key=str) == sorted(
        [(3, "updated"), (4, "new"), (4, "new"), (4, "new"), (5, "updated"), (3, "unchanged"),
         (3, "absent")],
        key=str,
    )  # fmt: skip
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in run["results"])
