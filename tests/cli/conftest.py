"""Runs the program: as its users do, or from the words of its command line on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from in_process import run_here
from processes import run_process

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

    from processes import Program

LOG = """\
学校,年级,班级,日期,学科,作业内容,作业形式,完成地点,预计时长(分钟)
第一小学,三年级,{cls}班,2023-09-05,语文,抄写生字,书面,家庭,25
第一小学,三年级,{cls}班,2023-09-05,数学,练习册第5页,书面,家庭,{minutes}
"""
USUAL = {"HOMEWORK_CHECK_LANG": "zh"}


@pytest.fixture
def process(tmp_path: Path) -> Program:
    """Run ``homework-check`` in an empty folder as a process; Chinese unless told otherwise."""

    def run(
        *arguments: str, stdin: str | None = None, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        return run_process(arguments, tmp_path, USUAL | environment, stdin)

    return run


@pytest.fixture
def program(tmp_path: Path, process: Program, request: pytest.FixtureRequest) -> Program:
    """Run it in this process, for tests of what it answers; with ``--processes`` like `process`."""

    def run(
        *arguments: str, stdin: str | None = None, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        return run_here(arguments, tmp_path, USUAL | environment, stdin)

    return process if request.config.getoption("--processes") else run


@pytest.fixture
def logs(tmp_path: Path) -> Path:
    """A folder of three logs: kept, broken, and undecided for want of minutes."""
    for name, minutes in [("达标", "20"), ("超时", "50"), ("待核", "")]:
        (tmp_path / f"{name}.csv").write_text(
            LOG.format(cls={"达标": 1, "超时": 2, "待核": 3}[name], minutes=minutes), "utf-8"
        )
    return tmp_path
