"""How tests run the program: as its users do, as a process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SOURCE = Path(__file__).parents[2] / "src"

VARIABLES = ("HOMEWORK_CHECK_", "LC_ALL", "LANG", "NO_COLOR", "SOURCE_DATE_EPOCH")
"""What the names of variables begin with that the program asks for; no test inherits them."""


class Program(Protocol):
    """``homework-check`` with these arguments; `environment` is added to the usual one."""

    def __call__(
        self, *arguments: str, stdin: str | None = None, **environment: str
    ) -> subprocess.CompletedProcess[str]: ...


def run_process(
    arguments: Sequence[str], folder: Path, environment: Mapping[str, str], stdin: str | None
) -> subprocess.CompletedProcess[str]:
    """Run the program in `folder` as a process whose streams are UTF-8."""
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(VARIABLES)}
    own = {"PYTHONPATH": str(SOURCE), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-m", "homework_check", *arguments],
        cwd=folder,
        env={**inherited, **own, **environment},
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
