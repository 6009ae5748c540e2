from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from homework_check.cli.streams import colours

SOURCE = Path(__file__).parents[2] / "src"
PROGRAM = [sys.executable, "-m", "homework_check"]
ENVIRONMENT = os.environ | {"PYTHONPATH": str(SOURCE), "HOMEWORK_CHECK_LANG": "zh"}


@pytest.mark.parametrize("encoding", ["gbk", "cp1252", "ascii"])
def test_no_code_page_ends_the_program(encoding: str) -> None:
    done = subprocess.run(
        [*PROGRAM, "check", "没有的文件\U0001f600.csv"],
        env=ENVIRONMENT | {"PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert b"\\U0001f600" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("encoding", ["gbk", "cp1252"])
def test_what_other_programs_read_is_utf8_on_any_code_page(encoding: str, logs: Path) -> None:
    done = subprocess.run(
        [*PROGRAM, "check", "达标.csv", "--format", "json"],
        cwd=logs,
        env=ENVIRONMENT | {"PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
    )
    assert "第一小学" in done.stdout.decode("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes close in another way")
@pytest.mark.parametrize(("file", "code"), [("达标.csv", 0), ("超时.csv", 1)])
def test_a_reader_that_goes_away_changes_no_verdict(logs: Path, file: str, code: int) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*PROGRAM, "check", file],
        cwd=logs,
        env=ENVIRONMENT,
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (code, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_is_told() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*PROGRAM, "--help"],
            env=ENVIRONMENT | {"PYTHONIOENCODING": "utf-8"},
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.startswith("错误：结果没有全部显示出来")


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of Unix")
def test_closed_streams_change_no_exit_code(logs: Path) -> None:
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m homework_check check 超时.csv >&- 2>&-"],
        cwd=logs,
        env=ENVIRONMENT,
        check=False,
    )
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("wanted", "environment", "expected"),
    [
        ("always", {"NO_COLOR": "1"}, True),  # asked for by name
        ("never", {}, False),
        ("auto", {"NO_COLOR": ""}, False),
        ("auto", {"TERM": "dumb"}, False),
    ],
)
def test_colours(wanted: str, environment: dict[str, str], expected: bool) -> None:  # noqa: FBT001
    assert colours(wanted, environment) is expected
