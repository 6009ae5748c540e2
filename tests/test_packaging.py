"""The rule packs are found by every kind of install, and starting costs little.

What needs an index (a plain, a wheel's and an editable install) is run by ``.ci/run``.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src"
PACKS = sorted((ROOT / "rules").glob("*.toml"))
HEAVY = ("openpyxl", "python_calamine", "pydantic", "rich", "chinese_calendar")

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def run(code: str, *arguments: str, path: Path = SOURCE, cwd: Path = ROOT) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=os.environ | {"PYTHONPATH": str(path), "PYTHONIOENCODING": "utf-8"},
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


LIST_PACKS = (
    "from homework_check.rules.load import built_in_ids, load_pack;"
    "print(*(load_pack(name).id for name in sorted(built_in_ids())))"
)


def test_the_packs_are_found_from_the_source_tree(tmp_path: Path) -> None:
    assert run(LIST_PACKS, cwd=tmp_path).split() == [path.stem for path in PACKS]


def test_the_packs_are_found_as_a_wheel_lays_them_out(tmp_path: Path) -> None:
    wheel = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]
    for package in wheel["packages"]:
        copy(ROOT / package, tmp_path / Path(package).name)
    for source, target in wheel["force-include"].items():
        copy(ROOT / source, tmp_path / target)
    assert run(LIST_PACKS, path=tmp_path, cwd=tmp_path).split() == [path.stem for path in PACKS]


def copy(folder: Path, target: Path) -> None:
    for path in folder.rglob("*"):
        if path.suffix in {".py", ".toml"}:
            copied = target / path.relative_to(folder)
            copied.parent.mkdir(parents=True, exist_ok=True)
            copied.write_bytes(path.read_bytes())


def test_the_data_files_of_the_package_are_no_packs() -> None:
    assert not (SOURCE / "homework_check" / "rules" / "packs").exists()


@pytest.mark.parametrize(
    "arguments", ["--version", "--help", "check --help", "inspect -h", "rules -h", "schema -h"]
)
def test_asking_for_help_loads_nothing_heavy(arguments: str) -> None:
    code = (
        "import sys; from homework_check.cli.run import run;"
        "code = run(sys.argv[2:]);"
        "print('loaded:', *(set(sys.argv[1].split()) & sys.modules.keys()), code)"
    )
    shown = run(code, " ".join(HEAVY), *arguments.split())
    assert shown.splitlines()[-1] == "loaded: 0"


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_every_dependency_is_named_with_its_reason(readme: str) -> None:
    text = (ROOT / readme).read_text("utf-8")
    rows = {line.split("|")[1].strip(" `") for line in text.splitlines() if line.startswith("| `")}
    project = PROJECT["project"]
    named = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    assert {name.split(">")[0] for name in named} <= rows
