"""Read, normalise and check in one go."""

from __future__ import annotations

import gc
import multiprocessing
import random
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from rendered import as_text

from homework_check import pipeline
from homework_check.model import Verdict
from homework_check.readers.source_file import SourceFile
from homework_check.reporters import View
from homework_check.rules.load import DEFAULT_PACK, load_pack
from homework_check.settings import Settings
from homework_check.workbook import Unreadable

if TYPE_CHECKING:
    from pathlib import Path

    from homework_check.log import Log

LOG = """\
学校,年级,班级,日期,学科,作业内容,作业形式,预计时长(分钟)
第一小学,三年级,1班,2023-09-05,语文,抄写生字,书面,40
第一小学,三年级,1班,2023-09-05,数学,练习册第5页,书面,21
""".encode()


def request(*files: SourceFile) -> pipeline.Request:
    return pipeline.Request(files, load_pack(DEFAULT_PACK), Settings())


def test_check_reads_normalises_and_judges(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_bytes(LOG)
    report = pipeline.check(request(SourceFile("log.csv", path)))
    assert report.verdict is Verdict.BROKEN
    (finding,) = report.findings
    assert (finding.measured, [at.cell for at in finding.locations]) == (61, ["H2", "H3"])
    assert [a.field for a in report.basis.assumptions] == ["place"]


def test_what_comes_from_standard_input_is_judged_alike() -> None:
    report = pipeline.check(request(SourceFile("log.csv", None, LOG)))
    assert report.verdict is Verdict.BROKEN


def test_two_runs_give_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    asked = request(SourceFile("log.csv", None, LOG))
    one, other = (pipeline.check(asked) for _ in "ab")
    assert one.generated_at == "2023-11-14T22:13:20+00:00"
    assert as_text(one, "json", "zh", View()) == as_text(other, "json", "zh", View())


def test_inspect_counts_the_values_of_every_column() -> None:
    (log,) = pipeline.inspect(request(SourceFile("log.csv", None, LOG)))
    (table,) = (table for sheet in log.sheets for table in sheet.tables)
    assert {use.field for use in table.columns} >= {"minutes", "subject", "form"}


def test_checking_leaves_the_collector_as_it_was() -> None:
    pipeline.check(request(SourceFile("log.csv", None, LOG)))
    assert gc.isenabled()
    gc.disable()
    try:
        pipeline.check(request(SourceFile("log.csv", None, LOG)))
        assert not gc.isenabled()
    finally:
        gc.enable()


CHAOS = """\
学校,年级,班级,日期,学科,作业内容,作业形式,预计时长(分钟)
第{n}小学,三年级,1班,2023-09-05,语文,抄写生字,书面,40
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signals")
@pytest.mark.parametrize("seed", range(10))
def test_workers_killed_at_random_cost_a_source_each_and_are_told(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a test that can be repeated
    files = [SourceFile(f"{n}.csv", None, data=CHAOS.format(n=n).encode()) for n in range(100)]
    kills = 0

    def kill(_: Log) -> None:
        nonlocal kills
        workers = multiprocessing.active_children()
        if workers and chance.random() < 0.1:
            chance.choice(workers).kill()
            kills += 1

    report = pipeline.check(replace(request(*files), jobs=3), kill)
    lost = {log.path for log in report.logs if log.unreadable == Unreadable("killed")}
    told = {at.source for f in report.findings for at in f.locations if f.cause is not None}
    assert [log.path for log in report.logs] == [file.shown for file in files]
    assert kills > 0
    assert len(lost) <= kills
    assert len(report.schools) == 100 - len(lost)
    assert told == lost
    assert report.exit_code("error") == (3 if lost else 0)
