from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import typer.main
from rich.cells import cell_len

from homework_check.cli.app import app
from homework_check.cli.help import format_help
from homework_check.messages.help import PAGES
from homework_check.messages.wrapping import cells
from homework_check.reporters import ENDINGS, FORMATS

if TYPE_CHECKING:
    from processes import Program

    from homework_check.text import Lang

LANGUAGES: tuple[Lang, ...] = ("zh", "en")
SOURCE = Path(__file__).parents[2] / "src"


def options_of(command: str) -> set[str]:
    program = typer.main.get_command(app)
    found = getattr(program, "commands")[command] if command else program  # noqa: B009
    return {name for param in found.params for name in param.opts if name.startswith("-")}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("command", PAGES)
def test_the_help_names_every_option_and_no_other(command: str, lang: Lang) -> None:
    rows = (line for line in format_help(command, lang).splitlines() if line.startswith("  -"))
    named = {name for row in rows for name in re.findall(r"(?<![\w-])--?[a-z][a-z-]*", row[:30])}
    # The language is taken out before any command sees its options.
    assert named == options_of(command) | {"--lang"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_help_of_check_names_every_format_and_ending(lang: Lang) -> None:
    page = PAGES["check"][lang]
    endings = {ending.strip(".") for ending in ENDINGS} - {"htm"}  # the same as html
    assert {*re.findall(r"\w+", page)} >= {*FORMATS, *endings}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("command", PAGES)
@pytest.mark.parametrize("width", [60, 79])
def test_lines_fit_by_both_ways_of_counting(command: str, lang: Lang, width: int) -> None:
    for line in format_help(command, lang, width).splitlines():
        copied = line.startswith("  homework-check")
        assert copied or max(cells(line), cell_len(line)) <= width


@pytest.mark.parametrize("command", PAGES)
def test_the_help_can_be_shown_on_a_chinese_console(command: str) -> None:
    assert format_help(command, "zh").encode("gbk")


def test_columns_and_following_lines() -> None:
    shown = format_help("check", "zh")
    assert (
        "  --school-system 学制        6-3（六三）、5-4（五四）、5-4-preparatory（六年级\n"
        "                              为预备） [6-3]\n"
    ) in shown
    assert format_help("check", "en").endswith(
        "Exit codes  0 met  1 not met  2 usage or configuration  3 unread or undecided\n"
        "            4 program fault\n"
    )


@pytest.mark.parametrize("flag", ["-h", "--help"])
@pytest.mark.parametrize("command", PAGES)
def test_help_goes_to_standard_output(program: Program, command: str, flag: str) -> None:
    done = program(*filter(None, [command]), flag, "--lang", "en")
    assert (done.returncode, done.stdout, done.stderr) == (0, format_help(command, "en"), "")


def test_without_a_command_the_help_is_an_answer_to_wrong_usage(process: Program) -> None:
    done = process()
    assert (done.returncode, done.stdout, done.stderr) == (2, "", format_help("", "zh"))


def loaded(heavy: set[str], *arguments: str) -> str:
    """Which of these packages a run of the program has loaded by its end."""
    code = (
        "import sys; from homework_check.cli.run import run; run(sys.argv[1:]);"
        f"sys.stderr.write(' '.join(sorted({heavy!r} & sys.modules.keys())))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env={"PYTHONPATH": str(SOURCE), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stderr


def test_a_check_loads_nothing_that_only_workers_or_other_formats_need(logs: Path) -> None:
    workers_alone = {"python_calamine", "homework_check.normalise"}
    copies_and_others = {"homework_check.marked", "pydantic", "rich", "openpyxl", "jinja2"}
    assert loaded(workers_alone | copies_and_others, "check", str(logs / "超时.csv")) == ""


def test_version(process: Program) -> None:
    assert process("--version").stdout == "homework-check 0.1.0\n"
