"""The sample logs, their expected reports and the golden text reports.

To renew them after a wanted change: ``pytest tests/test_samples.py --update-expected``,
then read every difference.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import pytest
from rendered import as_text
from small_logs import pack_named

from homework_check import pipeline
from homework_check.readers import sources
from homework_check.reporters import View
from homework_check.settings import SchoolSystem, Settings
from homework_check.text import Lang

if TYPE_CHECKING:
    from homework_check.report import Report

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "samples"
GOLDEN = Path(__file__).parent / "golden"

ENDING = ".expected.json"
# A folder is one sample: the files of one school that belong together.
NAMES = sorted(path.name for path in SAMPLES.iterdir() if not path.name.endswith(ENDING))

FIVE_FOUR = "育才初级中学第5周.xlsx"
GOLDEN_SAMPLES = {
    "broken": "第一小学第2周作业登记.xlsx",
    "kept": "第二小学第3周作业登记.xlsx",
    "undecided": "第六小学第2周作业公示.xlsx",
}


def expected_names() -> list[str]:
    return sorted(path.name.removesuffix(ENDING) for path in SAMPLES.glob(f"*{ENDING}"))


def expected_file(name: str) -> Path:
    return SAMPLES / f"{name}{ENDING}"


def expected_report(name: str) -> dict[str, Any]:
    report: dict[str, Any] = json.loads(expected_file(name).read_text("utf-8"))
    return report


def school_system(name: str) -> SchoolSystem:
    """The expected report says under which system its sample is judged; a new one: 6-3."""
    if not expected_file(name).exists():
        return SchoolSystem.SIX_THREE
    return SchoolSystem(expected_report(name)["settings"]["school_system"])


def check(source: str, system: SchoolSystem = SchoolSystem.SIX_THREE) -> Report:
    found = sources.find([source])
    settings = Settings(school_system=system)
    return pipeline.check(pipeline.Request(found.files, pack_named(), settings, found.passed_over))


@pytest.fixture(autouse=True)
def same_place_and_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")


def compare(actual: str, file: Path, *, update: bool) -> None:
    if update:
        file.write_text(actual, "utf-8", newline="\n")
    assert actual == file.read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_sample_gives_its_expected_report(name: str, *, update_expected: bool) -> None:
    report = check(f"samples/{name}", school_system(name))
    compare(as_text(report, "json", "zh", View()), expected_file(name), update=update_expected)


def test_every_sample_has_an_expected_report_and_the_reverse() -> None:
    assert expected_names() == NAMES


@pytest.mark.parametrize("lang", get_args(Lang))
@pytest.mark.parametrize("verdict", GOLDEN_SAMPLES)
def test_text_report_is_the_golden_one(verdict: str, lang: Lang, *, update_expected: bool) -> None:
    report = check(f"samples/{GOLDEN_SAMPLES[verdict]}")
    assert report.verdict.value == verdict
    text = as_text(report, "text", lang, View(width=80))
    compare(text, GOLDEN / f"{verdict}.{lang}.txt", update=update_expected)


@pytest.mark.parametrize("name", [GOLDEN_SAMPLES["broken"], FIVE_FOUR, "实验小学"])
def test_process_writes_the_same_report(name: str) -> None:
    command = ["check", f"samples/{name}", "--format", "json"]
    result = run(*command, "--school-system", school_system(name).value)
    assert result.stdout == expected_file(name).read_text("utf-8")


def test_all_samples_together_are_broken_and_expected_reports_passed_over() -> None:
    report = check("samples")
    assert report.exit_code("error") == 1
    assert {(p.path, p.reason) for p in report.passed_over} == {
        (f"samples/{name}{ENDING}", "data") for name in expected_names()
    }


def test_process_fails_on_the_folder_of_samples() -> None:
    assert run("check", "samples").returncode == 1


def test_samples_cover_verdicts_formats_and_both_school_systems() -> None:
    reports = [expected_report(name) for name in expected_names()]
    suffixes = {path.suffix for path in SAMPLES.rglob("*") if not path.name.endswith(ENDING)}
    assert {report["verdict"] for report in reports} == {"kept", "broken", "undecided"}
    assert suffixes >= {".xlsx", ".xls", ".csv", ".ods"}
    assert {report["settings"]["school_system"] for report in reports} == {"6-3", "5-4"}


@pytest.mark.parametrize(
    ("system", "verdict"), [(SchoolSystem.FIVE_FOUR, "kept"), (SchoolSystem.SIX_THREE, "broken")]
)
def test_grade_six_may_have_ninety_minutes_only_where_it_is_junior(
    system: SchoolSystem, verdict: str
) -> None:
    assert check(f"samples/{FIVE_FOUR}", system).verdict.value == verdict


@pytest.mark.parametrize("name", NAMES)
def test_sample_is_small(name: str) -> None:
    sample = SAMPLES / name
    files = [sample] if sample.is_file() else [*sample.iterdir()]
    assert all(file.stat().st_size < 30_000 for file in files)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    settings = {"PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-m", "homework_check", *arguments],
        env=dict(os.environ) | settings,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
