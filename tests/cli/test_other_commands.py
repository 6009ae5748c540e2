from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from processes import Program

SOURCE = Path(__file__).parents[2] / "src"

RULE_FILE = """\
id = "county"
extends = "guigang-2023"
title = "本县规定"
authority = "本县教育局"
version = "1"

[[rules]]
id = "upper-primary-daily-minutes"
at_most = {at_most}
"""


def test_inspect_tells_whether_there_is_a_log(process: Program, logs: Path) -> None:
    (logs / "通知.csv").write_text("关于放假的通知,,\n各位家长,,\n", "utf-8")
    read, not_read = process("inspect", "达标.csv"), process("inspect", "通知.csv")
    assert (read.returncode, read.stderr) == (0, "")
    assert "预计时长(分钟)" in read.stdout
    assert not_read.returncode == 3


@pytest.mark.usefixtures("logs")
def test_inspect_for_other_programs(program: Program) -> None:
    assert json.loads(program("inspect", "达标.csv", "--format", "json").stdout)


def test_schema_is_a_json_schema(program: Program) -> None:
    done = program("schema")
    assert done.returncode == 0
    assert "findings" in json.loads(done.stdout)["properties"]


@pytest.mark.parametrize("arguments", [[], ["list"], ["list", "--rules", "guigang-2023"]])
def test_rules_are_listed(program: Program, arguments: list[str]) -> None:
    done = program("rules", *arguments)
    assert done.returncode == 0
    assert done.stdout.startswith(
        "规则包 guigang-2023  贵港市2023年作业规定（以 cn-2021 为基础）\n"
    )
    assert "  junior-daily-minutes            须处理  初中每天不超过90分钟\n" in done.stdout


def test_a_rule_is_explained(program: Program) -> None:
    done = program("rules", "show", "junior-daily-minutes", "-v", "--rules", "cn-2021")
    assert done.returncode == 0
    assert "junior-daily-minutes  作业时间  须处理  规则包 cn-2021\n" in done.stdout
    assert "\nat_most = 90.0\n" in done.stdout


@pytest.mark.parametrize(
    ("at_most", "code", "expected"),
    [
        ("45", 0, "可以使用：规则包 county，9条规则。\n"),
        (
            "75",
            0,
            (
                "可以使用：规则包 county，9条规则。\n"
                "    比上级规则包放宽的规则：upper-primary-daily-minutes\n"
            ),
        ),
        ('"45分钟"', 2, ""),
    ],
)
def test_a_rule_file_is_validated(
    program: Program, tmp_path: Path, at_most: str, code: int, expected: str
) -> None:
    (tmp_path / "本县.toml").write_text(RULE_FILE.format(at_most=at_most), "utf-8")
    done = program("rules", "validate", "本县.toml")
    assert (done.returncode, done.stdout) == (code, expected)


def test_the_built_in_rules_keep_what_their_examples_promise(program: Program) -> None:
    done = program("rules", "test")
    assert done.returncode == 0
    assert "不符0" in done.stdout


def test_an_example_that_fails_is_named(program: Program, tmp_path: Path) -> None:
    (tmp_path / "本县.toml").write_text(RULE_FILE.format(at_most=45), "utf-8")
    done = program("rules", "test", "本县.toml")
    assert done.returncode == 1
    assert "不符  upper-primary-daily-minutes 第1个例子" in done.stdout


CRASHING = """\
import sys
from homework_check.cli.app import app
from homework_check.cli.run import run
app.command("crash", add_help_option=False)(lambda: 1 / 0)
sys.exit(run(sys.argv[1:]))
"""


@pytest.mark.parametrize("debug", [True, False])
def test_a_fault_of_the_program_is_no_verdict(debug: bool) -> None:  # noqa: FBT001
    done = subprocess.run(
        [sys.executable, "-c", CRASHING, "--lang", "en", *(["--debug"] if debug else []), "crash"],
        env={"PYTHONPATH": str(SOURCE)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    lines = done.stderr.splitlines()
    assert (done.returncode, done.stdout) == (4, "")
    assert lines[-2] == "A fault of the program, not of your file (ZeroDivisionError)."
    assert lines[0].startswith("Traceback" if debug else "A fault")


SWALLOWING = """\
import os, signal, sys
from homework_check.cli.app import app
from homework_check.cli.run import run

def swallow():
    try:
        os.kill(os.getpid(), signal.SIGINT)
    except KeyboardInterrupt:
        raise ValueError("as pydantic tells of one that comes while it builds a model") from None

app.command("swallow", add_help_option=False)(swallow)
sys.exit(run(sys.argv[1:]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals are of another kind")
def test_an_interrupt_that_a_library_takes_for_its_own_error() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SWALLOWING, "--lang", "en", "swallow"],
        env={"PYTHONPATH": str(SOURCE)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (130, "Interrupted; no file was written.\n")


EARLY = """\
import os, signal
from homework_check import cli
from homework_check.cli import streams

streams.prepare = lambda: os.kill(os.getpid(), signal.SIGINT)
cli.main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals are of another kind")
def test_an_interrupt_before_anything_can_be_told() -> None:
    done = subprocess.run(
        [sys.executable, "-c", EARLY], env={"PYTHONPATH": str(SOURCE)}, capture_output=True,
        check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (130, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="signals are of another kind")
def test_an_interrupted_run() -> None:
    code = "import os, signal; os.kill(os.getpid(), signal.SIGINT)"
    crashing = CRASHING.replace("1 / 0", f"exec({code!r})")
    done = subprocess.run(
        [sys.executable, "-c", crashing, "--lang", "zh", "crash"],
        env={"PYTHONPATH": str(SOURCE), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (130, "已中断，没有写出任何文件。\n")
