"""A report that is no text: into a file or a pipe, never onto a terminal."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

if TYPE_CHECKING:
    from processes import Program

SOURCE = Path(__file__).parents[2] / "src"
COMMAND = [sys.executable, "-m", "homework_check", "check", "超时.csv", "--format", "xlsx"]


def environment() -> dict[str, str]:
    return os.environ | {
        "PYTHONPATH": str(SOURCE), "HOMEWORK_CHECK_LANG": "zh", "SOURCE_DATE_EPOCH": "0",
        "PYTHONIOENCODING": "utf-8",
    }  # fmt: skip


def test_a_pipe_gets_the_bytes_of_the_file(program: Program, logs: Path) -> None:
    piped = subprocess.run(COMMAND, cwd=logs, env=environment(), capture_output=True, check=False)
    assert piped.returncode == 1
    assert load_workbook(io.BytesIO(piped.stdout)).sheetnames[0] == "结论"
    saved = program("check", "超时.csv", "-o", "新/报告.xlsx", SOURCE_DATE_EPOCH="0")
    assert saved.returncode == 1
    assert (logs / "新" / "报告.xlsx").read_bytes() == piped.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_a_terminal_is_told_to_save_it(logs: Path) -> None:
    master, slave = os.openpty()
    try:
        shown = subprocess.run(
            COMMAND, cwd=logs, env=environment(), stdout=slave, stderr=subprocess.PIPE, check=False
        )
    finally:
        os.close(slave)
        os.close(master)
    assert shown.returncode == 2
    assert shown.stderr.decode().splitlines() == [
        "错误：--format xlsx不是文字，不能显示在屏幕上。",
        "请存成文件，如：-o 报告.xlsx",
    ]


def test_a_folder_with_its_own_report_is_checked_like_before(program: Program, logs: Path) -> None:
    first = program("check", ".", "-o", "报告.xlsx", "-o", "清单.csv")
    second = program("check", ".")
    assert second.stdout.startswith(first.stdout.rstrip())
    assert second.stderr.splitlines() == [
        "跳过：报告.xlsx（本程序的检查报告）",
        "跳过：清单.csv（本程序的检查报告）",
    ]
    assert {path.name for path in logs.iterdir()} >= {"报告.xlsx", "清单.csv"}
