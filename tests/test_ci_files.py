"""The files that GitHub and pre-commit read do what they say."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ACTION = (ROOT / "action.yml").read_text("utf-8")
HOOKS = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
MET, NOT_MET = "第二小学第3周作业登记.xlsx", "第一小学第2周作业登记.xlsx"

needs_bash = pytest.mark.skipif(not shutil.which("bash"), reason="needs a bash")


def run_action(folder: Path, sources: str, arguments: str = "") -> tuple[int, str, str, str]:
    """Exit code, what goes to the log, the job's summary and the outputs."""
    files = {name: folder / name for name in ("GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT")}
    for path in files.values():
        path.write_text("before\n", "utf-8")
    variables = {"CHECK_SOURCES": sources, "CHECK_ARGUMENTS": arguments, "PYTHON": sys.executable}
    done = subprocess.run(
        ["bash", str(ROOT / ".ci" / "action")],
        env=os.environ
        | {name: str(path) for name, path in files.items()}
        | {"PYTHONPATH": str(ROOT / "src"), "HOMEWORK_CHECK_LANG": "en"}
        | variables,
        cwd=ROOT / "samples",
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    summary, outputs = (path.read_text("utf-8") for path in files.values())
    return done.returncode, done.stdout, summary, outputs


@needs_bash
@pytest.mark.parametrize(
    ("sources", "arguments", "code", "verdict"),
    [
        (MET, "", 0, "MET"),
        (NOT_MET, "", 1, "NOT MET"),
        (NOT_MET, "--fail-on\nnever", 0, "NOT MET"),
        (f"{MET}\r\n\n{NOT_MET}\n", "--isolated", 1, "NOT ALL MET"),
    ],
)
def test_the_action_annotates_sums_up_and_ends_as_the_check_does(
    tmp_path: Path, sources: str, arguments: str, code: int, verdict: str
) -> None:
    exit_code, log, summary, outputs = run_action(tmp_path, sources, arguments)
    assert exit_code == code
    assert log.startswith(f"::notice title=homework-check::{verdict}  ")
    assert all(line.startswith("::") for line in log.splitlines())
    assert summary.startswith(f"before\n## {verdict}, ")
    assert outputs == f"before\nexit-code={code}\n"


@needs_bash
@pytest.mark.parametrize(
    ("sources", "arguments"),
    [("--output=pwned.txt", ""), ("$(touch pwned.txt)", ""), (MET, "; touch pwned.txt")],
)
def test_inputs_are_words_and_nothing_else(tmp_path: Path, sources: str, arguments: str) -> None:
    code, log, summary, outputs = run_action(tmp_path, sources, arguments)
    assert (code, log, summary, outputs) == (2, "", "before\n", "before\nexit-code=2\n")
    assert not (ROOT / "samples" / "pwned.txt").exists()


def test_inputs_reach_the_script_as_variables_only() -> None:
    declared, _, steps = ACTION.partition("\nruns:\n")
    names = set(re.findall(r"^  ([a-z-]+):$", declared.partition("\noutputs:\n")[0], re.MULTILINE))
    lines = [line for line in steps.splitlines() if "inputs." in line]
    handed = [re.fullmatch(r" +([A-Z_]+): \$\{\{ inputs\.([a-z-]+) \}\}", line) for line in lines]
    assert {match[2] for match in handed if match} == names
    script = (ROOT / ".ci" / "action").read_text("utf-8")
    own = {match[1] for match in handed if match} - {"HOMEWORK_CHECK_LANG"}
    assert all(f"${name}" in script for name in own)
    assert None not in handed


def test_our_own_ci_annotates_the_samples() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert "\nexpect 1 homework-check check --format github samples\n" in script


@pytest.mark.parametrize("entry", re.findall(r"^  entry: (.+)$", HOOKS, re.MULTILINE))
def test_a_hook_is_a_command_of_the_program(entry: str) -> None:
    program, *words = shlex.split(entry)
    assert program == "homework-check"
    done = subprocess.run(
        [sys.executable, "-m", "homework_check", *words, "--help"],
        env=os.environ | {"PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
