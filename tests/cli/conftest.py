"""Runs the program as its users do: as a process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from processes import Program

_SOURCE = Path(__file__).parents[2] / "src"
_VARIABLES = ("HOMEWORK_CHECK_", "LC_ALL", "LANG", "NO_COLOR", "SOURCE_DATE_EPOCH")

LOG = """\
学校,年级,班级,日期,学科,作业内容,作业形式,完成地点,预计时长(分钟)
第一小学,三年级,{cls}班,2023-09-05,语文,抄写生字,书面,家庭,25
第一小学,三年级,{cls}班,2023-09-05,数学,练习册第5页,书面,家庭,{minutes}
"""


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """Run ``homework-check`` in an empty folder; Chinese and UTF-8 unless told otherwise."""

    def run(
        *arguments: str, stdin: str | None = None, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        inherited = {k: v for k, v in os.environ.items() if not k.startswith(_VARIABLES)}
        settings = {
            "PYTHONPATH": str(_SOURCE),
            "PYTHONIOENCODING": "utf-8",
            "HOMEWORK_CHECK_LANG": "zh",
        }
        return subprocess.run(
            [sys.executable, "-m", "homework_check", *arguments],
            cwd=tmp_path,
            env=inherited | settings | environment,
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )

    return run


@pytest.fixture
def logs(tmp_path: Path) -> Path:
    """A folder of three logs: kept, broken, and undecided for want of minutes."""
    for name, minutes in [("达标", "20"), ("超时", "50"), ("待核", "")]:
        (tmp_path / f"{name}.csv").write_text(
            LOG.format(cls={"达标": 1, "超时": 2, "待核": 3}[name], minutes=minutes), "utf-8"
        )
    return tmp_path
