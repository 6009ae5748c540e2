"""What keeps the source readable, counted."""

from __future__ import annotations

import ast
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from homework_check.rules.load import load_pack

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(__file__).parents[1] / "src" / "homework_check"
MODULES = sorted(SOURCE.rglob("*.py"))

MEDIAN_MODULE = 120
LONGEST_MODULE = 300
LONGEST_FUNCTION = 50


def lines_of(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def functions_of(path: Path) -> Iterator[tuple[str, int]]:
    """Names of the functions of a module and their lines, docstrings included."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            yield (
                f"{path.relative_to(SOURCE)}:{node.name}",
                node.end_lineno - node.lineno + 1,
            )


def test_half_of_the_modules_are_short() -> None:
    assert median(map(lines_of, MODULES)) < MEDIAN_MODULE


def test_no_module_is_long() -> None:
    assert [path.name for path in MODULES if lines_of(path) > LONGEST_MODULE] == []


def test_no_function_is_long() -> None:
    lengths = (found for path in MODULES for found in functions_of(path))
    assert [name for name, length in lengths if length > LONGEST_FUNCTION] == []


def test_every_module_says_what_it_is_for() -> None:
    documented = {path: ast.get_docstring(ast.parse(path.read_text("utf-8"))) for path in MODULES}
    assert [path.name for path, docstring in documented.items() if not docstring] == []


def test_every_kind_of_rule_has_a_module_of_its_name() -> None:
    kinds = {rule.kind for rule in load_pack("guigang-2023").rules}
    assert kinds <= {path.stem for path in SOURCE.joinpath("checker", "kinds").glob("*.py")}
