"""How far a check has come: at a terminal only, in one line that is gone at the end."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from homework_check.cli.progress import progress_text
from homework_check.messages.wrapping import cells

if TYPE_CHECKING:
    from processes import Program

SOURCE = Path(__file__).parents[2] / "src"


@pytest.mark.parametrize(
    ("done", "seconds", "expected"),
    [
        (7, 1.0, "正在检查  7/11个文件  1240条作业"),
        (7, 3.5, "正在检查  7/11个文件  1240条作业  还要约2秒"),
        (1, 30.0, "正在检查  1/11个文件  1240条作业  还要约5分钟"),
        (10, 3.0, "正在检查  10/11个文件  1240条作业  还要约1秒"),
        (11, 30.0, "正在检查  11/11个文件  1240条作业"),
    ],
)
def test_the_line_tells_files_entries_and_time(done: int, seconds: float, expected: str) -> None:
    assert progress_text(done, 11, 1240, seconds).zh == expected


def test_a_pipe_gets_no_progress(process: Program, logs: Path) -> None:
    assert process("check", *sorted(path.name for path in logs.iterdir())).stderr == ""


SHOWN = """
import sys
from homework_check.cli import progress
from homework_check.log import Log
progress._FIRST_AFTER = progress._PAUSE = 0
with progress.shown(2, "zh") as watch:
    for name in "ab":
        watch(Log(name, None, None, None))
"""


def test_the_line_is_erased_at_the_end() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SHOWN],
        env=os.environ | {"PYTHONPATH": str(SOURCE), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=True,
    )
    *lines, blanks, last = done.stderr.decode("utf-8").split("\r")
    assert lines == ["", "正在检查  1/2个文件  0条作业", "正在检查  2/2个文件  0条作业"]
    assert (blanks, last) == (" " * cells(lines[1]), "")


IMPATIENT = """
from homework_check import cli
from homework_check.cli import progress
progress._FIRST_AFTER = 0
cli.main()
"""


def terminal(*arguments: str, folder: Path) -> str:
    """What a run that would show progress at once writes to a terminal on standard error."""
    ours, theirs = os.openpty()
    environment = os.environ | {"PYTHONPATH": str(SOURCE), "HOMEWORK_CHECK_LANG": "zh"}
    with subprocess.Popen(
        [sys.executable, "-c", IMPATIENT, "check", ".", *arguments],
        cwd=folder,
        env=environment | {"PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.DEVNULL,
        stderr=theirs,
    ):
        os.close(theirs)
        written = b""
        try:
            while chunk := os.read(ours, 4096):
                written += chunk
        except OSError:  # how a terminal ends
            os.close(ours)
    return written.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="has no such terminals")
@pytest.mark.parametrize(
    ("arguments", "told"), [((), True), (("--no-progress",), False), (("-q",), False)]
)
def test_a_terminal_gets_progress_unless_it_is_not_wanted(
    logs: Path,
    arguments: tuple[str, ...],
    told: bool,  # noqa: FBT001
) -> None:
    assert ("正在检查" in terminal(*arguments, folder=logs)) is told
