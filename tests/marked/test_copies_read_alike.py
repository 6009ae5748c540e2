"""A marked copy, sent back as it is, is judged as its original was."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest
from marked_copies import check, tasks, tasks_of

from homework_check.marked.copying import mark
from homework_check.marked.tasks import Marked
from homework_check.text import Lang

if TYPE_CHECKING:
    from homework_check.report import Finding, Report

ROOT = Path(__file__).parents[2]
ENDINGS = {".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".html", ".xml"}
LOGS = [
    path
    for folder in ("samples", "tests/logs", "tests/layouts/data")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix.lower() in ENDINGS
]


def told(finding: Finding) -> tuple[object, ...]:
    """All that a finding says, but for the names of its file and sheet."""
    cells = tuple((at.cell, at.minutes) for at in finding.locations)
    return (
        finding.rule, finding.severity, finding.verdict, finding.grade, finding.class_name,
        finding.date, finding.subject, finding.value, finding.measured, finding.greatest,
        finding.limit, finding.count, finding.cause, finding.dates, cells,
    )  # fmt: skip


def outcome(report: Report) -> tuple[object, ...]:
    # Findings of a sheet without a name come in another order.
    findings = sorted(map(repr, map(told, report.findings)))
    return report.verdict, report.tallies, report.coverage, findings


@pytest.mark.parametrize("path", LOGS, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_copy_is_judged_as_its_original(path: Path, tmp_path: Path) -> None:
    lang = get_args(Lang)[len(path.name) % 2]
    request, report = check(path)
    for task in tasks_of(request, report, lang):
        copy = mark(task)
        assert isinstance(copy, Marked)
        returned = tmp_path / f"{path.stem}.xlsx"
        returned.write_bytes(copy.content)
        assert outcome(check(returned)[1]) == outcome(report)


def test_so_are_the_copies_of_files_that_are_judged_together(tmp_path: Path) -> None:
    folder = ROOT / "samples/实验小学"
    for task in tasks(folder):
        copy = mark(task)
        assert isinstance(copy, Marked)
        (tmp_path / f"{Path(task.file.shown).stem}.xlsx").write_bytes(copy.content)
    (finding,) = check(tmp_path)[1].findings
    assert (finding.measured, len(finding.locations)) == (70, 3)
