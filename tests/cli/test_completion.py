from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from homework_check.cli.completion import SHELLS
from homework_check.messages.help import PAGES

if TYPE_CHECKING:
    from processes import Program

SOURCE = Path(__file__).parents[2] / "src"


def answers(process: Program, line: str, **environment: str) -> list[str]:
    """What a bash is answered that completes the last word of `line`."""
    environment |= {
        "_HOMEWORK_CHECK_COMPLETE": "complete_bash",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(line.split(" ")) - 1),
    }
    done = process(**environment)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.split()


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_is_given_its_script(process: Program, shell: str) -> None:
    done = process("completion", shell)
    assert (done.returncode, done.stderr) == (0, "")
    assert "_HOMEWORK_CHECK_COMPLETE" in done.stdout


def test_an_unknown_shell_is_answered_with_the_known_ones(process: Program) -> None:
    done = process("completion", "tcsh", "--lang", "en")
    assert done.returncode == 2
    assert done.stderr.splitlines()[1] == "Use bash zsh fish powershell"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("homework-check ", sorted(filter(None, PAGES))),
        ("homework-check ch", ["check"]),
        ("homework-check c", ["check", "completion"]),
        ("homework-check check --max", ["--max-findings"]),
        ("homework-check check x.csv --o", ["--output"]),
        ("homework-check nonsense --o", []),
    ],
)
def test_words_are_completed(process: Program, line: str, expected: list[str]) -> None:
    assert sorted(answers(process, line)) == expected


@pytest.mark.parametrize(
    ("lang", "words"), [("zh", "检查作业登记表"), ("en", "Check homework logs")]
)
def test_commands_are_explained_in_the_users_language(
    process: Program, lang: str, words: str
) -> None:
    done = process(
        HOMEWORK_CHECK_LANG=lang,
        _HOMEWORK_CHECK_COMPLETE="complete_zsh",
        _TYPER_COMPLETE_ARGS="homework-check ",
    )
    assert words in done.stdout


@pytest.mark.skipif(not shutil.which("bash"), reason="needs a bash")
def test_a_bash_completes_with_the_script(tmp_path: Path, process: Program) -> None:
    script = process("completion", "bash").stdout
    command = tmp_path / "homework-check"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m homework_check "$@"\n', "utf-8")
    command.chmod(0o755)
    asked = 'COMP_WORDS=(homework-check ins); COMP_CWORD=1; _homework_check_completion "$0"'
    done = subprocess.run(
        ["bash", "--norc", "-c", f'{script}\n{asked}\necho "${{COMPREPLY[@]}}"', str(command)],
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(SOURCE)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.split() == ["inspect"]


@pytest.mark.skipif(not shutil.which("fish"), reason="needs a fish")
@pytest.mark.parametrize(
    ("line", "expected"),
    [("ins", ["inspect"]), ("check --forma", ["--format"]), ("check 甲", ["甲.csv"])],
)
def test_a_fish_completes_with_the_script(
    tmp_path: Path, process: Program, line: str, expected: list[str]
) -> None:
    (tmp_path / "甲.csv").touch()
    command = tmp_path / "bin" / "homework-check"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m homework_check "$@"\n', "utf-8")
    command.chmod(0o755)
    (tmp_path / "script.fish").write_text(process("completion", "fish").stdout, "utf-8")
    done = subprocess.run(
        ["fish", "-c", f'source script.fish; complete -C "homework-check {line}"'],
        cwd=tmp_path,
        env={"PATH": f"{command.parent}:/usr/bin:/bin", "PYTHONPATH": str(SOURCE),
             "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )  # fmt: skip
    assert [answer.split("\t")[0] for answer in done.stdout.splitlines()] == expected


def test_no_arguments_and_no_variable_are_no_fault(process: Program) -> None:
    done = process(HOMEWORK_CHECK_LANG="")
    assert done.returncode == 2
