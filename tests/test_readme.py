"""What the READMEs show is what the program does: their examples are run."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from openpyxl import load_workbook

from homework_check.cli.help import format_help
from homework_check.reporters import ENDINGS

if TYPE_CHECKING:
    from collections.abc import Callable
    from subprocess import CompletedProcess

    RunBlock = Callable[[str, tuple[str, ...]], list[CompletedProcess[str]]]

ROOT = Path(__file__).parents[1]
READMES = {"README.md": "en", "README.zh-CN.md": "zh"}

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")


class Example(NamedTuple):
    """A command as the README shows it, with all that it prints, and where it stands in `block`.

    It may need the files of those above it.
    """

    readme: str
    block: tuple[str, ...]
    at: int
    output: str

    @property
    def command(self) -> str:
        return self.block[self.at]


def text_of(readme: str) -> str:
    return (ROOT / readme).read_text("utf-8")


def blocks(readme: str, language: str) -> list[str]:
    return [words for name, words in BLOCK.findall(text_of(readme)) if name == language]


def examples(readme: str) -> list[Example]:
    found = []
    for block in blocks(readme, "console"):
        parts = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
        commands, _, outputs = zip(*(part.partition("\n") for part in parts), strict=True)
        found += [Example(readme, commands, at, output) for at, output in enumerate(outputs)]
    return found


EXAMPLES = [example for readme in READMES for example in examples(readme)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    return tmp_path


@pytest.fixture(scope="module")
def run_block(tmp_path_factory: pytest.TempPathFactory) -> RunBlock:
    """Run the commands of a block one after the other, once for all examples in it."""

    @cache
    def run_once(readme: str, commands: tuple[str, ...]) -> list[CompletedProcess[str]]:
        folder = tmp_path_factory.mktemp("block")
        shutil.copytree(ROOT / "samples", folder / "samples")
        (pack,) = (block for block in blocks(readme, "toml") if block.startswith("id ="))
        (folder / "our-county.toml").write_text(pack, "utf-8")
        (roster,) = blocks(readme, "csv")
        (folder / "roster.csv").write_text(roster, "utf-8")
        return [run(shlex.split(command)[1:], folder, READMES[readme]) for command in commands]

    return run_once


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.readme}: {e.command}")
def test_the_output_is_the_programs(example: Example, run_block: RunBlock) -> None:
    assert shlex.split(example.command)[0] == "homework-check"
    done = run_block(example.readme, example.block)[example.at]
    assert done.stderr == ""
    assert done.stdout.rstrip() == example.output.rstrip()


@pytest.mark.parametrize(("readme", "lang"), READMES.items())
def test_the_configuration_that_is_shown_is_in_force(readme: str, lang: str, folder: Path) -> None:
    (configuration,) = (b for b in blocks(readme, "toml") if not b.startswith("id ="))
    (folder / "homework-check.toml").write_text(configuration, "utf-8")
    done = run(["check", "-q", "samples/第二小学第3周作业登记.xlsx"], folder, lang)
    assert done.stderr == ""
    assert "95%" in done.stdout


def run(arguments: list[str], folder: Path, lang: str) -> subprocess.CompletedProcess[str]:
    environment = {
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONIOENCODING": "utf-8",
        "HOMEWORK_CHECK_LANG": lang,
        "COLUMNS": "80",
        "NO_COLOR": "1",
    }
    return subprocess.run(
        [sys.executable, "-m", "homework_check", *arguments],
        env=os.environ | environment,
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(("readme", "lang"), READMES.items())
def test_the_comparison_that_is_shown_is_the_programs(readme: str, lang: str, folder: Path) -> None:
    log, earlier = "samples/第一小学第2周作业登记.xlsx", folder / "first.json"
    assert run(["check", "-q", log, "-o", earlier.name], folder, lang).returncode == 1
    text = earlier.read_text("utf-8")
    earlier.write_text(re.sub('"generated_at": "[^T]+T', '"generated_at": "2023-09-10T', text))
    workbook = load_workbook(folder / log)
    sheet = workbook["作业登记"]
    sheet["H19"], sheet["H41"] = 15, 20
    workbook.save(folder / log)
    done = run(["check", log, "--baseline", earlier.name], folder, lang)
    (shown,) = (block for block in blocks(readme, "text") if earlier.name in block)
    assert [part for part in shown.split("...\n") if part.rstrip() not in done.stdout] == []


def test_both_readmes_show_the_same_commands() -> None:
    english, chinese = ([e.command for e in EXAMPLES if e.readme == readme] for readme in READMES)
    assert english == chinese != []
    assert blocks("README.md", "toml") == blocks("README.zh-CN.md", "toml")
    assert blocks("README.md", "sh") == blocks("README.zh-CN.md", "sh")


@pytest.mark.parametrize("readme", READMES)
def test_links_lead_somewhere(readme: str) -> None:
    links = [link for link in LINK.findall(text_of(readme)) if "://" not in link]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("readme", READMES)
def test_every_option_of_check_is_named_and_no_other(readme: str) -> None:
    # Only our own commands: pip and pytest have options, too.
    prose = BLOCK.sub("", text_of(readme))
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", prose))
    known = {
        option
        for command in ("", "check", "inspect", "rules", "schema")
        for option in re.findall(r"(?<![\w-])--[a-z][a-z-]*", format_help(command, "en"))
    }
    assert named - {"--update-expected"} <= known
    asked = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", format_help("check", "en")))
    assert asked <= named


@pytest.mark.parametrize("readme", READMES)
@pytest.mark.parametrize("ending", ENDINGS)
def test_every_ending_of_a_report_is_named(readme: str, ending: str) -> None:
    assert f"`{ending}`" in text_of(readme)
